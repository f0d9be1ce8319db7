import type { Answer, AnswerColumn } from "../../query/answer.ts";
import { csvLines, markOf, type Flavour } from "../take/csv.ts";

/** The first line of an answer as CSV (RFC 4180, UTF-8): its columns. See `csvRows`. */
export function csvHead(columns: readonly AnswerColumn[], flavour: Flavour): string {
  return markOf(flavour) + lines([columns.map(({ name }) => name)], flavour);
}

/**
 * The rows of an answer as lines of CSV; what is NULL is empty. For a spreadsheet, an apostrophe
 * keeps a text like “=100%” from being taken for a formula.
 */
export function csvRows(answer: Answer, flavour: Flavour): string {
  const { rows, columns, text, number } = answer;
  if (rows === 0) return "";
  // As a text, a number below nothing would be taken for a formula.
  const isExact = flavour === "exact";
  const cell = (row: number, column: number) =>
    (isExact ? null : number(row, column)) ?? text(row, column);
  return lines(
    Array.from({ length: rows }, (_, row) => columns.map((_, column) => cell(row, column))),
    flavour,
  );
}

function lines(rows: Parameters<typeof csvLines>[0], flavour: Flavour): string {
  return `${csvLines(rows, flavour)}\r\n`;
}
