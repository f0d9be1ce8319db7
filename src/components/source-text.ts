import { cutText } from "../model/cut.ts";

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

/** Cuts an extracted text into the pages, rows and cells that published places count in. */
export function cutSource(text: string, format: string): SourcePage[] {
  const pointAt = pointsOf(text);
  return cutText(text, format === "txt").map((rows, index) => ({
    page: index + 1,
    rows: rows.map(({ number, isTabular, cells }) => ({
      number,
      isTabular,
      cells: cells.map((cell, i) => ({
        page: index + 1,
        row: number,
        column: i + 1,
        text: cell.text,
        start: pointAt(cell.start),
        end: pointAt(cell.start + cell.text.length),
      })),
    })),
  }));
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
