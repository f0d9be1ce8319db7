import Papa from "papaparse";
import type { Records } from "./records.ts";

/** `exact` is for programs: values and names of columns as they are; `spreadsheet` for Excel and the like. */
export type Flavour = "exact" | "spreadsheet";

type Row = readonly (string | number | null)[];

/**
 * The rows as CSV (RFC 4180, UTF-8). For a spreadsheet the columns have their titles, a byte-order
 * mark tells the encoding, and an apostrophe keeps a target like “=100%” from being taken for a formula.
 */
export function toCsv({ fields, data }: Records, flavour: Flavour): string {
  const heads = fields.map(({ name, title }) => (flavour === "spreadsheet" ? title : name));
  return markOf(flavour) + csvLines([heads, ...data], flavour);
}

/** What a file of CSV begins with: for a spreadsheet, the byte-order mark. */
export function markOf(flavour: Flavour): string {
  return flavour === "spreadsheet" ? "\ufeff" : "";
}

/** Rows as lines of CSV, without a line break at the end. */
export function csvLines(rows: readonly Row[], flavour: Flavour): string {
  return Papa.unparse(
    rows.map((row) => [...row]),
    { newline: "\r\n", escapeFormulae: flavour === "spreadsheet" },
  );
}
