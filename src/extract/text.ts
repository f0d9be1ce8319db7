import type { Row, Table, Words } from "../model/table.ts";
import { trimWords, wordsAt } from "../model/words.ts";

/** A row of dashes under the header of a Markdown table. */
const MARKDOWN_RULE = /^\s*\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?\s*)?$/u;
const PIPES = /^\s*\|.*\|\s*$/u;

/** Page numbers between the lines: “— 1 —”, “第2页，共5页”. */
const PAGE_NUMBER =
  /^\s*(?:[-—–]+\s*\d{1,4}\s*[-—–]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)\s*$/u;

interface Line {
  readonly text: string;
  readonly start: number;
  /** A form feed stands before it. */
  readonly newPage: boolean;
}

/**
 * Cuts plain text into pages, rows and cells: cells are separated by tabs or by Markdown's pipes,
 * a line without either is one cell.
 *
 * Pages end at a form feed. Text from a converter that drops form feeds leaves a blank line
 * between the tables of two pages, so a blank line behind a row of several cells ends a page too.
 * Empty cells are kept (as empty words), for their position means something. Page numbers are no
 * rows.
 */
export function textToTables(text: string): Table[] {
  const pages: Row[][] = [[]];
  let afterTable = false;
  let blank = false;
  for (const line of linesOf(text)) {
    const page = pages.at(-1)!;
    if (line.newPage && page.length > 0) startPage();
    if (isBlank(line.text)) {
      blank = true;
      continue;
    }
    const afterGap = blank;
    if (blank && afterTable) startPage();
    blank = false;
    afterTable = isTableRow(line.text);
    if (MARKDOWN_RULE.test(line.text)) continue;
    addRow(pages, line, afterGap, PIPES.test(line.text) ? "|" : "\t");
  }
  return toTables(pages);

  function startPage(): void {
    pages.push([]);
    afterTable = false;
    blank = false;
  }
}

/**
 * Cuts text that `extract` itself laid out from pages and tables: pages end at form feeds alone,
 * cells at tabs alone. A page without words is a page all the same.
 */
export function laidOutToTables(text: string): Table[] {
  const pages: Row[][] = [[]];
  let blank = false;
  for (const line of linesOf(text)) {
    if (line.newPage) pages.push([]);
    if (!isBlank(line.text)) addRow(pages, line, blank, "\t");
    blank = isBlank(line.text);
  }
  return toTables(pages);
}

/** Whether a line is no row: it is empty or a page number. */
function isBlank(line: string): boolean {
  return line.trim() === "" || PAGE_NUMBER.test(line);
}

function addRow(pages: Row[][], line: Line, afterGap: boolean, separator: "|" | "\t"): void {
  const rows = pages.at(-1)!;
  const number = rows.length + 1;
  const cells = cellsOf(line, { page: pages.length, row: number }, separator);
  rows.push({ number, afterGap, cells });
}

function toTables(pages: readonly Row[][]): Table[] {
  return pages.map((rows, index) => ({ page: index + 1, rows }));
}

function* linesOf(text: string): Generator<Line> {
  const end = /\r\n|[\n\r\f]/gu;
  let start = 0;
  let newPage = false;
  for (const match of text.matchAll(end)) {
    yield { text: text.slice(start, match.index), start, newPage };
    start = match.index + match[0].length;
    newPage = match[0] === "\f";
  }
  if (start < text.length) yield { text: text.slice(start), start, newPage };
}

function isTableRow(line: string): boolean {
  return line.includes("\t") || PIPES.test(line);
}

function cellsOf(line: Line, place: { page: number; row: number }, separator: "|" | "\t"): Words[] {
  const parts = line.text.split(separator);
  const cells: Words[] = [];
  let start = line.start;
  for (const part of parts) {
    cells.push(trimWords(wordsAt(part, start, { ...place, column: cells.length + 1 })));
    start += part.length + 1;
  }
  if (separator === "\t") return cells;
  // The first and the last part of “| a | b |” lie outside the table.
  return cells.slice(1, -1).map((words, index) => ({
    text: words.text,
    pieces: words.pieces.map((piece) => ({ ...piece, column: index + 1 })),
  }));
}
