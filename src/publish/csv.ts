import Papa from "papaparse";
import type { Column, PublishedRow, TableSchema, Value } from "../model/schema.ts";

/**
 * A table as CSV (RFC 4180, but lines end in LF as in every other file we publish, so that `diff`,
 * `grep` and `wc` see the values alone): header always, columns in the order of the schema, money
 * in plain digits with two decimals, null as nothing and an empty text as `""`.
 *
 * Text is written as it is, even where a spreadsheet would take it for a formula: these are the
 * words of the source.
 */
export function toCsv(schema: TableSchema, rows: readonly PublishedRow[]): string {
  return csvHeader(schema) + csvLines(schema, rows);
}

/** The first line of a table. */
export function csvHeader(schema: TableSchema): string {
  return lines([schema.columns.map((column) => column.name)]);
}

/** The lines below it; "" for no rows. */
export function csvLines(schema: TableSchema, rows: readonly PublishedRow[]): string {
  if (rows.length === 0) return "";
  return lines(rows.map((row) => schema.columns.map((column) => cell(column, row))));
}

function lines(cells: readonly (readonly Value[])[]): string {
  return cells.map((row) => `${row.map(toText).join(",")}\n`).join("");
}

/** Text that needs no quotation marks, as PapaParse has it: most cells. */
const PLAIN = /^(?! )[^",\r\n\ufeff]+(?<! )$/u;

function toText(value: Value): string {
  if (value === null) return "";
  const text = String(value);
  return PLAIN.test(text) ? text : Papa.unparse([[text]], { quotes: isEmptyText });
}

/** PapaParse writes null and "" alike unless told. */
function isEmptyText(value: unknown): boolean {
  return value === "";
}

function cell(column: Column, row: PublishedRow): Value {
  const value = row[column.name] ?? null;
  return column.type === "money" && value !== null ? yuan(BigInt(value)) : value;
}

function yuan(fen: bigint): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, "0");
  return `${fen < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
