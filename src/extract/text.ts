import { cutText, type CutRow } from "../model/cut.ts";
import type { Table } from "../model/table.ts";
import { wordsAt } from "../model/words.ts";

/** Cuts plain text, tab-separated or with Markdown's pipes, into tables as `cutText` tells. */
export function textToTables(text: string): Table[] {
  return toTables(cutText(text, true));
}

/** Cuts text that `extract` itself laid out from pages and tables. */
export function laidOutToTables(text: string): Table[] {
  return toTables(cutText(text, false));
}

function toTables(pages: readonly (readonly CutRow[])[]): Table[] {
  return pages.map((rows, index) => ({
    page: index + 1,
    rows: rows.map(({ number, afterGap, cells }) => ({
      number,
      afterGap,
      cells: cells.map(({ text, start }, i) =>
        wordsAt(text, start, { page: index + 1, row: number, column: i + 1 }),
      ),
    })),
  }));
}
