import Papa from "papaparse";
import type { Records } from "./records.ts";

/** `exact` is for programs: names of columns as theirs, words as they are; `spreadsheet` for Excel and the like. */
export type Flavour = "exact" | "spreadsheet";

/**
 * The rows as CSV (RFC 4180, UTF-8). For a spreadsheet the columns have their titles, a byte-order
 * mark tells the encoding, and an apostrophe keeps a target like “=100%” from being taken for a formula.
 */
export function toCsv({ fields, data }: Records, flavour: Flavour): string {
  const isSpreadsheet = flavour === "spreadsheet";
  const heads = fields.map(({ name, title }) => (isSpreadsheet ? title : name));
  const rows = [heads, ...data].map((row) => [...row]);
  return (isSpreadsheet ? "\ufeff" : "") + Papa.unparse(rows, { escapeFormulae: isSpreadsheet });
}
