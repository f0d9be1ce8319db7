import { utils, write, type CellObject, type WorkSheet } from "@e965/xlsx";
import type { Field, Records } from "./records.ts";

/** A sheet of names and what they say. */
export interface Leaf {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

/** What a workbook can hold: a worksheet's rows, and a cell's characters. */
const MOST_ROWS = 1_048_576;
const MOST_CHARACTERS = 32_767;

/**
 * The rows as an Excel workbook: numbers as numbers, texts as texts (never as formulas), and further
 * sheets that say what the columns mean and where the rows are from.
 *
 * Throws a `RangeError` where Excel would cut off rows or text.
 */
export function toWorkbook(
  title: string,
  records: Records,
  leaves: readonly Leaf[],
): Uint8Array<ArrayBuffer> {
  const { fields, data } = records;
  if (data.length + 1 > MOST_ROWS)
    throw new RangeError(`${data.length} rows do not fit into a sheet`);
  const book = utils.book_new();
  const head = fields.map((field) => textCell(field.title));
  const rows = data.map((row) => row.map((value, i) => cellOf(fields[i]!, value)));
  const sheet = sheetOf([head, ...rows], fields.map(widthOf));
  sheet["!autofilter"] = { ref: sheet["!ref"] ?? "A1" };
  utils.book_append_sheet(book, sheet, nameOf(title));
  for (const { title, rows } of leaves) {
    const cells = rows.map((row) => row.map(textCell));
    utils.book_append_sheet(book, sheetOf(cells, [24, 60, 60]), nameOf(title));
  }
  const bytes = write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer;
  return new Uint8Array(bytes);
}

function sheetOf(cells: (CellObject | null)[][], widths: readonly number[]): WorkSheet {
  const sheet = utils.aoa_to_sheet(cells);
  sheet["!cols"] = widths.map((wch) => ({ wch }));
  return sheet;
}

function cellOf({ type }: Field, value: string | number | null): CellObject | null {
  if (value === null) return null;
  if (typeof value === "string") return textCell(value);
  return { t: "n", v: value, ...(type === "money" && { z: "#,##0.00" }) };
}

function textCell(text: string): CellObject {
  if (text.length > MOST_CHARACTERS)
    throw new RangeError(`a text of ${text.length} characters does not fit into a cell`);
  return { t: "s", v: text };
}

/** In characters, about what the values need. */
function widthOf({ type }: Field): number {
  return type === "text" ? 32 : 16;
}

/** The name of a sheet: at most 31 characters, without those that Excel refuses. */
function nameOf(title: string): string {
  return title.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);
}
