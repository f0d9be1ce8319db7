/** A cell of an extracted text: its words, trimmed, and where they stand. */
export interface SourceCell {
  readonly page: number;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Code points from the beginning of the text, half-open. */
  readonly start: number;
  readonly end: number;
}

/** A row of a page, numbered as `row` of the published tables counts. */
export interface SourceRow {
  readonly number: number;
  /** Empty cells among them: their position means something. */
  readonly cells: readonly SourceCell[];
  /** Whether it is part of a table; else it is a line of its own, in one cell. */
  readonly isTabular: boolean;
}

/** A page, numbered as `page` of the published tables counts. */
export interface SourcePage {
  readonly page: number;
  readonly rows: readonly SourceRow[];
}

const LINE_END = /\r\n|[\n\r\f]/gu;
/** The line of dashes below the header of a Markdown table. */
const MARKDOWN_RULE = /^\s*\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?\s*)?$/u;
const PIPES = /^\s*\|.*\|\s*$/u;
/** Page numbers between the lines: “— 1 —”, “第2页，共5页”. */
const PAGE_NUMBER =
  /^\s*(?:[-—–]+\s*\d{1,4}\s*[-—–]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)\s*$/u;

/**
 * Cuts an extracted text into the pages, rows and cells that published places count in.
 *
 * Pages end at form feeds and cells at tabs. In a file that was plain text already (`txt`) pipes
 * separate cells too, and a blank line below a row of several cells ends a page.
 */
export function cutText(text: string, format: string): SourcePage[] {
  const isPlain = format === "txt";
  const pointAt = pointsOf(text);
  const pages: SourceRow[][] = [[]];
  let afterTable = false;
  let blank = false;
  for (const line of linesOf(text)) {
    if (line.newPage && (!isPlain || pages.at(-1)!.length > 0)) startPage();
    if (line.text.trim() === "" || PAGE_NUMBER.test(line.text)) {
      blank = true;
      continue;
    }
    if (isPlain && blank && afterTable) startPage();
    blank = false;
    const hasPipes = isPlain && PIPES.test(line.text);
    afterTable = hasPipes || line.text.includes("\t");
    if (isPlain && MARKDOWN_RULE.test(line.text)) continue;
    const rows = pages.at(-1)!;
    const place = { page: pages.length, row: rows.length + 1 };
    const cells = partsOf(line, hasPipes ? "|" : "\t").map((part, index) => ({
      ...place,
      column: index + 1,
      text: part.text,
      start: pointAt(part.start),
      end: pointAt(part.start + part.text.length),
    }));
    rows.push({ number: place.row, cells, isTabular: afterTable });
  }
  return pages.map((rows, index) => ({ page: index + 1, rows }));

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

function partsOf(line: Line, separator: "|" | "\t"): { text: string; start: number }[] {
  let start = line.start;
  const parts = line.text.split(separator).map((part) => {
    const text = part.trim();
    const trimmed = { text, start: start + part.length - part.trimStart().length };
    start += part.length + 1;
    return trimmed;
  });
  // The first and the last part of “| a | b |” lie outside the table.
  return separator === "|" ? parts.slice(1, -1) : parts;
}

/** Counts code points up to a place that is given in UTF-16 units. */
function pointsOf(text: string): (unit: number) => number {
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) return (unit) => unit;
  const points = new Uint32Array(text.length + 1);
  let count = 0;
  for (let unit = 0; unit <= text.length; unit++) {
    points[unit] = count;
    const code = text.charCodeAt(unit);
    if (code < 0xd800 || code > 0xdbff) count++;
  }
  return (unit) => points[unit]!;
}
