/** The words of a cell. */
export interface CellText {
  readonly text: string;
  /** Its last line leaves no room: on a page's last row, the cell may go on on the next page. */
  readonly isFull: boolean;
}

/** A row, cell by cell; a line without columns is one cell, a gap above a line a row without any. */
export type RowText = readonly CellText[];

export const EMPTY_CELL: CellText = { text: "", isFull: false };

/** Cells of so many characters are full because their text goes on, not because they are narrow. */
const LONG_TEXT = 20;
/** Amounts stand in the middle of their cells: on either page of a row that a page break cuts. */
const AMOUNT = /^[\d,.\s]+$/u;

/**
 * Whether a page's first row is the rest of the row that ends the page before: its words go on
 * where cells are full, and leave others of the row empty or are long.
 */
export function goesOn(tail: RowText, head: RowText): boolean {
  if (tail.length < 2 || tail.length !== head.length) return false;
  const pairs = head.map((cell, column) => ({ above: tail[column]!, cell }));
  const filled = pairs.filter(({ cell }) => cell.text !== "");
  return (
    filled.some(({ above }) => above.isFull) &&
    filled.every(({ above, cell }) =>
      above.text === "" ? AMOUNT.test(cell.text) : above.isFull,
    ) &&
    pairs.some(
      ({ above, cell }) =>
        above.text !== "" && (cell.text === "" || (above.isFull && above.text.length >= LONG_TEXT)),
    )
  );
}
