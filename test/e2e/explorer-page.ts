import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { ROOT } from "../../scripts/command.ts";
import { parseSlice } from "../../src/components/explorer/codec.ts";
import { gridOf } from "../../src/components/explorer/columns.ts";
import { PAGE_ROWS } from "../../src/components/explorer/store.ts";
import { languageOf } from "../../src/components/language.ts";
import { formatNumber } from "../../src/format.ts";
import type { Database, OpenDatabase } from "../../src/query/database.ts";
import { openDatabase } from "../../src/query/node.ts";
import { formatIndex } from "../../src/query/search-file.ts";
import { indexOf } from "../../src/query/search-source.ts";
import { openSearch } from "../../src/query/search.ts";
import type { Slice } from "../../src/query/slice-conditions.ts";
import type { Asked } from "../../src/query/slice-items.ts";
import { sliceRows } from "../../src/query/slice-rows.ts";
import { slicePart } from "../../src/query/slice.ts";

const chinese = languageOf("zh");
const { formatYuan, words } = chinese;

/** A place that several projects name, and the province that it is in. */
export const MEIZHOU = "441400";
export const GUANGDONG = "广东省";

/** The data of the built site. */
export function openAtlas(): Promise<OpenDatabase> {
  return openDatabase(join(ROOT, "public/data/atlas.duckdb"));
}

/** Until the engine runs and every figure is of the slice that is asked for. */
export async function settled(page: Page): Promise<void> {
  await page.locator(".engine").waitFor({ state: "detached" });
  await page.locator('.results[aria-busy="false"]').waitFor();
}

/** What the page shows of a slice: counts of the values that are unfolded. */
export async function onPage(page: Page) {
  const labels = page.locator(".facet .value > label");
  const counts = await labels.evaluateAll((labels) =>
    labels.map((label) => {
      const box = label.querySelector("input");
      const count = label.querySelector(".count");
      return [`${box?.name} ${box?.value}`, count?.textContent ?? ""] as const;
    }),
  );
  return {
    figures: await page.locator(".headline b").allTextContents(),
    counts: new Map(counts),
    rows: await rowsOn(page),
  };
}

/** The cells of the table in front. */
export function rowsOn(page: Page): Promise<string[][]> {
  return page
    .locator(".tables tbody tr:has(th)")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
}

/** What a query in Node says of the slice of an address. */
export async function inNode(db: Database, search: string, limit = PAGE_ROWS) {
  const slice = await searched(db, parseSlice(search));
  const { headline, counts } = await slicePart(db, slice, "headline", "counts");
  const { amount, projects, indicators } = headline;
  const { rows } = gridOf(await sliceRows(db, slice, { limit }), chinese);
  return {
    figures: [formatYuan(amount), formatNumber(projects), formatNumber(indicators)],
    counts: new Map(
      counts.map(({ facet, key, count }) => [`${facet} ${key}`, formatNumber(count)]),
    ),
    rows: rows.map(({ cells }) => cells.map(({ text }) => text)),
  };
}

async function searched(db: Database, slice: Slice): Promise<Asked> {
  if (slice.q === "") return slice;
  const { hits } = openSearch(formatIndex(await indexOf(db))).find(slice.q);
  return { ...slice, hits };
}

/** Holds the page against a query in Node: figures, the counts that are shown, rows of the table. */
export async function expectSlice(page: Page, db: Database, search: string): Promise<void> {
  const shown = await onPage(page);
  const expected = await inNode(db, search);
  expect(shown.figures).toEqual(expected.figures);
  // Of a long table, those in sight.
  expect(shown.rows).toEqual(expected.rows.slice(0, shown.rows.length));
  expect(shown.rows.length).toBeGreaterThanOrEqual(Math.min(expected.rows.length, 10));
  expect(shown.counts.size).toBeGreaterThan(0);
  for (const [value, count] of shown.counts) {
    expect([value, count]).toEqual([value, expected.counts.get(value) ?? "0"]);
  }
}

/** The box of a facet's value. */
export function box(page: Page, facet: string, key: string): Locator {
  return page.locator(`.facet input[name="${facet}"][value="${key}"]`);
}

/** Unfolds a province, and chooses the city in it. */
export async function chooseMeizhou(page: Page): Promise<void> {
  await page.getByRole("button", { name: words.explorer.unfold(GUANGDONG) }).click();
  await box(page, "region", MEIZHOU).check();
}
