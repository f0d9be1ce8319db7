import Papa from "papaparse";
import type { SliceRows } from "../../query/slice-rows.ts";
import type { Language } from "../language.ts";
import { recordsOf } from "./columns.ts";

/** `exact` is for programs: the words as they are; `spreadsheet` for Excel and the like. */
export type Flavour = "exact" | "spreadsheet";

/**
 * The rows as CSV (RFC 4180, UTF-8). For a spreadsheet, a byte-order mark tells the encoding, and
 * an apostrophe keeps a target like “=100%” from being taken for a formula.
 */
export function toCsv(table: SliceRows, flavour: Flavour, language: Language): string {
  const isSpreadsheet = flavour === "spreadsheet";
  const { fields, data } = recordsOf(table, language);
  const rows = [fields, ...data].map((row) => [...row]);
  return (isSpreadsheet ? "\ufeff" : "") + Papa.unparse(rows, { escapeFormulae: isSpreadsheet });
}
