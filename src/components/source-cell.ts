import { squash, unwrap } from "../text.ts";
import type { Span } from "../query/indicators.ts";
import type { SourceCell, SourcePage } from "./source-text.ts";

/** A row of a document, or one of its cells. */
export interface SourceSpot {
  readonly page: number;
  readonly row: number;
  readonly column?: number;
  /** Of words within the cell: the code point that they begin at. */
  readonly start?: number;
}

/** Words of one record in a cell that holds those of others too. */
export interface SourceMark {
  readonly cell: SourceCell;
  readonly start: number;
  readonly end: number;
}

/** The cells with words of a document, in its order. */
export function filledCells(pages: readonly SourcePage[]): SourceCell[] {
  return pages.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.filter(({ text }) => text !== "")),
  );
}

/** The cells that a record was read from. `cells` are all those of the document, in its order. */
export function cellsIn(cells: readonly SourceCell[], { start, end }: Span): SourceCell[] {
  if (start === null || end === null) return [];
  const found: SourceCell[] = [];
  for (let i = firstEndingAfter(cells, start); i < cells.length && cells[i]!.start < end; i++) {
    found.push(cells[i]!);
  }
  return found;
}

function firstEndingAfter(cells: readonly SourceCell[], start: number): number {
  let [low, high] = [0, cells.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cells[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The spans that are part of one cell, by where they begin; one that overlaps another is left out. */
export function marksIn(
  cells: readonly SourceCell[],
  spans: readonly Span[],
): Map<number, SourceMark> {
  const marks = new Map<number, SourceMark>();
  let last = 0;
  for (const span of spans.toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0))) {
    const { start, end } = span;
    const [cell, ...more] = cellsIn(cells, span);
    if (!cell || more.length > 0 || start === null || end === null || start < last) continue;
    if (start < cell.start || end > cell.end || end - start === cell.end - cell.start) continue;
    marks.set(start, { cell, start, end });
    last = end;
  }
  return marks;
}

/** The words of a cell, cut where marks begin and end. */
export function segmentsOf(
  cell: SourceCell,
  marks: readonly SourceMark[],
): { text: string; mark: SourceMark | undefined }[] {
  const points = [...cell.text];
  const slice = (from: number, to: number) =>
    points.slice(from - cell.start, to - cell.start).join("");
  const segments: { text: string; mark: SourceMark | undefined }[] = [];
  let at = cell.start;
  for (const mark of marks) {
    if (mark.start > at) segments.push({ text: slice(at, mark.start), mark: undefined });
    segments.push({ text: slice(mark.start, mark.end), mark });
    at = mark.end;
  }
  if (at < cell.end) segments.push({ text: slice(at, cell.end), mark: undefined });
  return segments;
}

/**
 * The cell among some in which words of a record stand: the one that holds nothing else, else the
 * first that contains them, else that of the number of a value in pieces, else (words that run over
 * several lines) the one with their beginning.
 * White space, width and look-alike signs make no difference. A record of one cell stands there.
 *
 * `which` decides where several cells print the same: a form has the period's value on the left of
 * the year's.
 */
export function cellWith(
  cells: readonly SourceCell[],
  words: string,
  which: "first" | "last" = "first",
): SourceCell | undefined {
  if (cells.length < 2) return cells[0];
  const wanted = folded(words);
  const printed = cells.map((cell) => ({ cell, text: folded(cell.text) }));
  const same = printed.filter(({ text }) => text === wanted);
  const around = printed.filter(({ text }) => text.includes(wanted));
  const found = same.length > 0 ? same : around;
  if (found.length > 0) return found.at(which === "first" ? 0 : -1)!.cell;
  const pieces = numberInPieces(printed, wanted);
  if (pieces.length > 0) return pieces.at(which === "first" ? 0 : -1)!.cell;
  const begun = printed.filter(({ text }) => wanted.startsWith(text));
  return begun.sort((a, b) => b.text.length - a.text.length)[0]?.cell;
}

interface PrintedCell {
  readonly cell: SourceCell;
  /** Folded. */
  readonly text: string;
}

/** A value with its comparison and unit: “≥”, “100”, “人”. */
const IN_PIECES = /^([^\d]*)(\d[\d.,]*(?:[-~—至]\d[\d.,]*)?)([^\d]*)$/u;

/**
 * The cells that print the number of a value whose comparison, number and unit stand in a column
 * each; none unless all of them are there.
 */
function numberInPieces(printed: readonly PrintedCell[], wanted: string): PrintedCell[] {
  const [, sign = "", number, unit = ""] = IN_PIECES.exec(wanted) ?? [];
  const stands = (piece: string) => piece === "" || printed.some(({ text }) => text === piece);
  if (number === undefined || sign + unit === "" || !stands(sign) || !stands(unit)) return [];
  return printed.filter(({ text }) => text === number);
}

/** The cell that names a place: that of the words it was read from, else the first that does. */
export function mentionCell(
  cells: readonly SourceCell[],
  mention: string,
  context: string | null,
): SourceCell | undefined {
  const wanted = folded(mention);
  const naming = cells.filter((cell) => folded(cell.text).includes(wanted));
  if (context === null) return naming[0];
  const whole = folded(context);
  const isOf = (text: string) => text.includes(whole) || whole.includes(text);
  return naming.find((cell) => isOf(folded(cell.text))) ?? naming[0];
}

/**
 * The cells that print some amounts of one record, given in yuan in the order of the form. Equal
 * amounts take one cell after the other, as far as there are cells.
 */
export function amountCells(
  cells: readonly SourceCell[],
  amounts: readonly (number | null)[],
  amountUnit: string | null,
): (SourceCell | undefined)[] {
  const scale = amountUnit === "万元" ? 1e4 : 1;
  const printed = cells.map((cell) => ({ cell, numbers: numbersOf(cell.text) }));
  const isSame = (number: number, yuan: number) => Math.abs(number * scale - yuan) < 0.005;
  const taken = new Set<SourceCell>();
  return amounts.map((yuan) => {
    if (yuan === null) return undefined;
    const having = printed.filter(({ numbers }) => numbers.some((one) => isSame(one, yuan)));
    const alone = having.filter(({ numbers, cell }) => numbers.length === 1 && isNumber(cell.text));
    const among = (alone.length > 0 ? alone : having).map(({ cell }) => cell);
    const cell = among.find((one) => !taken.has(one)) ?? among[0];
    if (cell) taken.add(cell);
    return cell;
  });
}

/** Numbers with their thousands marked and spaces strewn in, as `20, 000. 00`. */
const NUMBERS = /-?\d[\d,]*(?:\.\d+)?/gu;

function numbersOf(text: string): number[] {
  return [...squash(text).matchAll(NUMBERS)].map(([digits]) => Number(digits.replaceAll(",", "")));
}

function isNumber(text: string): boolean {
  return /^-?[\d,.]+(?:万?元)?$/u.test(squash(text));
}

function folded(text: string): string {
  return squash(unwrap(text));
}
