/**
 * How an extracted text is cut into pages, rows and cells: what every published `page`, `row` and
 * `column` counts in. Reading a document and showing its source go by the same cut.
 */

/** A cell of a line: its words, trimmed, and where they begin (UTF-16 units). */
export interface CutCell {
  readonly text: string;
  readonly start: number;
}

/** A line that is a row, from 1 within its page. */
export interface CutRow {
  readonly number: number;
  /** White space stands above it. */
  readonly afterGap: boolean;
  /** Whether it is part of a table; else it is a line of its own, in one cell. */
  readonly isTabular: boolean;
  /** Empty cells among them: their position means something. */
  readonly cells: readonly CutCell[];
}

const LINE_END = /\r\n|[\n\r\f]/gu;
/** A row of dashes under the header of a Markdown table. */
const MARKDOWN_RULE = /^\s*\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?\s*)?$/u;
const PIPES = /^\s*\|.*\|\s*$/u;
/** Page numbers between the lines: “— 1 —”, “第2页，共5页”. */
const PAGE_NUMBER =
  /^\s*(?:[-—–]+\s*\d{1,4}\s*[-—–]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)\s*$/u;

/**
 * Cuts a text into the rows of its pages. Cells are separated by tabs; a line without any is one
 * cell; empty lines and page numbers are no rows.
 *
 * Text that we laid out ourselves ends its pages at form feeds, and a page without words is one. In
 * a file that was plain text already pipes separate cells too, and, since converters drop form
 * feeds and leave a blank line between the tables of two pages, a blank line behind a row of
 * several cells ends a page.
 */
export function cutText(text: string, isPlain: boolean): CutRow[][] {
  const pages: CutRow[][] = [[]];
  let afterTable = false;
  let blank = false;
  for (const line of linesOf(text)) {
    if (line.newPage && !isPlain) pages.push([]);
    if (line.newPage && isPlain && pages.at(-1)!.length > 0) startPage();
    if (isBlank(line.text)) {
      blank = true;
      continue;
    }
    const afterGap = blank;
    if (isPlain && blank && afterTable) startPage();
    blank = false;
    const hasPipes = isPlain && PIPES.test(line.text);
    afterTable = hasPipes || line.text.includes("\t");
    if (isPlain && MARKDOWN_RULE.test(line.text)) continue;
    const rows = pages.at(-1)!;
    const cells = cellsOf(line, hasPipes ? "|" : "\t");
    rows.push({ number: rows.length + 1, afterGap, isTabular: afterTable, cells });
  }
  return pages;

  function startPage(): void {
    pages.push([]);
    afterTable = false;
    blank = false;
  }
}

interface Line {
  readonly text: string;
  readonly start: number;
  /** A form feed stands before it. */
  readonly newPage: boolean;
}

function* linesOf(text: string): Generator<Line> {
  let start = 0;
  let newPage = false;
  for (const match of text.matchAll(LINE_END)) {
    yield { text: text.slice(start, match.index), start, newPage };
    start = match.index + match[0].length;
    newPage = match[0] === "\f";
  }
  if (start < text.length) yield { text: text.slice(start), start, newPage };
}

/** Whether a line is no row: it is empty or a page number. */
function isBlank(line: string): boolean {
  return line.trim() === "" || PAGE_NUMBER.test(line);
}

function cellsOf(line: Line, separator: "|" | "\t"): CutCell[] {
  let start = line.start;
  const cells = line.text.split(separator).map((part) => {
    const cell = { text: part.trim(), start: start + part.length - part.trimStart().length };
    start += part.length + 1;
    return cell;
  });
  // The first and the last part of “| a | b |” lie outside the table.
  return separator === "|" ? cells.slice(1, -1) : cells;
}
