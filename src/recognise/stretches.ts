import type { Row, Table, Words } from "../model/table.ts";
import { filledCells, findTitle, isYearLine } from "./heading.ts";
import type { Layout } from "./layout.ts";
import { moneyUnitIn } from "./lexicon.ts";

/** A run of rows, over one or more pages, that one layout claims. */
export interface Stretch {
  readonly layout: Layout;
  readonly pages: readonly Table[];
}

interface PageRow {
  readonly page: number;
  readonly row: Row;
}

/**
 * Cuts the pages of a document into stretches: a stretch runs from the heading of the first row
 * that a layout claims to the heading of the first row that another one claims. What stands above
 * the first goes with it, so that a document of one layout is one stretch.
 */
export function cutStretches(pages: readonly Table[], layouts: readonly Layout[]): Stretch[] {
  const lines = pages.flatMap(({ page, rows }) => rows.map((row): PageRow => ({ page, row })));
  const rows = lines.map(({ row }) => row);
  const cuts: { layout: Layout; from: number }[] = [];
  for (const index of rows.keys()) {
    const open = cuts.at(-1)?.layout;
    const layout = layouts.find(
      ({ startsAt, follows }) =>
        (follows === undefined || open?.name === follows) && startsAt?.(rows, index),
    );
    if (!layout || open === layout) continue;
    cuts.push({ layout, from: cuts.length === 0 ? 0 : headingOf(rows, index, layout) });
  }
  return cuts.map(({ layout, from }, i) => ({
    layout,
    pages: toPages(lines.slice(from, cuts[i + 1]?.from)),
  }));
}

/** The first row of the heading that stands right above a row: title, department, unit of money. */
function headingOf(rows: readonly Row[], index: number, { follows }: Layout): number {
  // Where all rows are lines, only a title and its year are a heading.
  const isAbove = follows === undefined ? isHeading : isTitle;
  let from = index;
  while (from > 0 && isAbove(rows[from - 1]!)) from--;
  return from;
}

function isTitle(row: Row): boolean {
  return findTitle([row]) !== undefined || filledCells(row).some(({ text }) => isYearLine(text));
}

function isHeading(row: Row): boolean {
  const cells = filledCells(row);
  const isLine = (cell: Words) => /[:：]/u.test(cell.text) || moneyUnitIn(cell.text) !== undefined;
  return (
    cells.length === 0 ||
    findTitle([row]) !== undefined ||
    cells.length === 1 ||
    cells.every(isLine)
  );
}

function toPages(lines: readonly PageRow[]): Table[] {
  return [...Map.groupBy(lines, ({ page }) => page)].map(([page, of]) => ({
    page,
    rows: of.map(({ row }) => row),
  }));
}
