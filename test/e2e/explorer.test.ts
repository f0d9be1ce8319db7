import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { ROOT } from "../../scripts/command.ts";
import { parseSlice } from "../../src/components/explorer/codec.ts";
import { gridOf } from "../../src/components/explorer/columns.ts";
import { toCsv } from "../../src/components/explorer/csv.ts";
import { PAGE_ROWS } from "../../src/components/explorer/store.ts";
import { languageOf } from "../../src/components/language.ts";
import { formatNumber } from "../../src/format.ts";
import type { OpenDatabase } from "../../src/query/database.ts";
import { openDatabase } from "../../src/query/node.ts";
import { facetCounts, sliceHeadline, sliceRows } from "../../src/query/slice.ts";
import { test } from "./site.ts";

const chinese = languageOf("zh");
const { formatYuan, words } = chinese;
const MEIZHOU = "441400";

let db: OpenDatabase;
beforeAll(async () => {
  db = await openDatabase(join(ROOT, "public/data/atlas.duckdb"));
});
afterAll(() => db.close());

/** Until the engine runs and every figure is of the slice that is asked for. */
async function settled(page: Page): Promise<void> {
  await page.locator(".engine").waitFor({ state: "detached" });
  await page.locator('.results[aria-busy="false"]').waitFor();
}

/** What the page shows of a slice, to be held against `inNode`. */
async function onPage(page: Page) {
  const counts = await page
    .locator(".facet li > label")
    .evaluateAll((labels) =>
      labels.map((label) => [
        `${label.querySelector("input")!.name} ${label.querySelector("input")!.value}`,
        label.querySelector(".count")!.textContent,
      ]),
    );
  return {
    figures: await page.locator(".headline b").allTextContents(),
    counts: Object.fromEntries(counts.filter(([, count]) => count !== "0")) as unknown,
    rows: await rowsOn(page),
  };
}

async function rowsOn(page: Page): Promise<string[][]> {
  return page
    .locator(".tables tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
}

async function inNode(search: string, limit: number | undefined = PAGE_ROWS) {
  const slice = parseSlice(search);
  const { amount, projects, indicators } = await sliceHeadline(db, slice);
  const counts = await facetCounts(db, slice);
  const { rows } = gridOf(await sliceRows(db, slice, limit), chinese);
  return {
    figures: [formatYuan(amount), formatNumber(projects), formatNumber(indicators)],
    counts: Object.fromEntries(
      counts.map(({ facet, key, count }) => [`${facet} ${key}`, formatNumber(count)]),
    ) as unknown,
    rows: rows.map(({ cells }) => cells.map(({ text }) => text)),
  };
}

const box = (page: Page, facet: string, key: string) =>
  page.locator(`.facet input[name="${facet}"][value="${key}"]`);

describe("the explorer", () => {
  test("starts with everything, without an error and without asking another host", async ({
    visit,
  }) => {
    const { page, errors, foreign } = await visit("explore/");
    await settled(page);
    expect(await onPage(page)).toEqual(await inNode(""));
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  });

  test("slices to a place as a query in Node does, announces it, and goes back", async ({
    visit,
  }) => {
    const { page, errors } = await visit("explore/?from=test");
    await settled(page);
    await box(page, "region", MEIZHOU).check();
    await settled(page);
    const expected = await inNode(`?region=${MEIZHOU}`);
    expect(await onPage(page)).toEqual(expected);
    expect(expected.rows.length).toBeGreaterThan(0);
    expect(new URL(page.url()).search).toBe(`?region=${MEIZHOU}&from=test`);
    expect(await page.locator(".selection").textContent()).toContain("受益地区为梅州市");
    const { projects, indicators } = await sliceHeadline(db, parseSlice(`?region=${MEIZHOU}`));
    expect(await page.getByRole("status").textContent()).toBe(
      words.explorer.announce(projects, indicators),
    );

    await page.goBack();
    await settled(page);
    expect(await onPage(page)).toEqual(await inNode(""));
    await page.goForward();
    await settled(page);
    expect(await onPage(page)).toEqual(expected);
    await page.getByRole("button", { name: words.explorer.clear }).click();
    await settled(page);
    expect(await onPage(page)).toEqual(await inNode(""));
    expect(errors).toEqual([]);
  });

  test("is restored by its address, measure, table and sort included", async ({ visit }) => {
    const search = "?measure=indicators&sort=-target&tab=indicators&type=产出指标&type=成本指标";
    const { page } = await visit(`explore/${search}`);
    await settled(page);
    expect(await onPage(page)).toEqual(await inNode(search));
    expect(await box(page, "type", "产出指标").isChecked()).toBe(true);
    expect(await page.locator('input[name="measure"][value="indicators"]').isChecked()).toBe(true);
    expect(await page.locator('th[aria-sort="descending"]').textContent()).toBe(
      words.explorer.columns.target,
    );
    await page.reload();
    await settled(page);
    expect(await onPage(page)).toEqual(await inNode(search));
  });

  test("a mark of a chart narrows the others, by mouse and by keyboard", async ({ visit }) => {
    const { page } = await visit("explore/");
    await settled(page);
    await page.locator('.figure-themes a[data-key="对口帮扶"]').click();
    await settled(page);
    expect(await onPage(page)).toEqual(await inNode("?theme=对口帮扶"));

    const first = page.locator(".figure-regions a[data-key]").first();
    await first.focus();
    await page.keyboard.press("ArrowDown");
    const key = await page.evaluate(() => document.activeElement!.getAttribute("data-key"));
    expect(key).toBe(await page.locator(".figure-regions a").nth(1).getAttribute("data-key"));
    await page.keyboard.press("Enter");
    await settled(page);
    expect(await onPage(page)).toEqual(await inNode(`?theme=对口帮扶&region=${key}`));
    // The chart was drawn anew, and the focus stayed.
    const focused = page.locator(".figure-regions a:focus");
    expect(await focused.getAttribute("data-key")).toBe(key);
    expect(await focused.getAttribute("aria-current")).toBe("true");
  });

  test("downloads exactly the table, all rows", async ({ visit }) => {
    const search = "?sort=-name&tab=indicators";
    const { page } = await visit(`explore/${search}`);
    await settled(page);
    const all = await sliceRows(db, parseSlice(search));
    expect(all.rows.length).toBeGreaterThan(PAGE_ROWS);

    const downloads = page.waitForEvent("download");
    await page.getByRole("button", { name: words.explorer.csv.exact, exact: true }).click();
    const download = await downloads;
    expect(download.suggestedFilename()).toBe("指标.csv");
    expect(readFileSync(await download.path(), "utf8")).toBe(toCsv(all, "exact", chinese));

    const more = page.locator(".tables > button");
    while (await more.isVisible()) {
      const before = await page.locator(".tables tbody tr").count();
      await more.click();
      await page.locator(".tables tbody tr").nth(before).waitFor();
    }
    expect(await rowsOn(page)).toEqual((await inNode(search, all.rows.length)).rows);
  });

  test("sorts by the head of a column, and again the other way round", async ({ visit }) => {
    const { page } = await visit("explore/");
    await settled(page);
    const head = page.getByRole("button", { name: words.explorer.columns.indicators, exact: true });
    await head.click();
    await settled(page);
    expect(await rowsOn(page)).toEqual((await inNode("?sort=-indicators")).rows);
    await head.click();
    await settled(page);
    expect(await rowsOn(page)).toEqual((await inNode("?sort=indicators")).rows);
  });

  test("shows how far the engine has come, and takes choices meanwhile", async ({ visit }) => {
    const { page } = await visit("explore/");
    let release = () => {};
    const held = new Promise<void>((done) => (release = done));
    await page.context().route("**/engine/*.wasm", async (route) => {
      await held;
      await route.continue();
    });
    await page.reload();
    await page.locator(".engine progress").waitFor();
    await box(page, "region", MEIZHOU).check();
    await page.getByText(words.explorer.stale).waitFor();
    release();
    await settled(page);
    expect(await onPage(page)).toEqual(await inNode(`?region=${MEIZHOU}`));
  });

  test("says so where the engine does not come, leads elsewhere, and can be tried once more", async ({
    visit,
  }) => {
    const { page } = await visit("explore/");
    await page.context().route("**/engine/*.wasm", (route) => route.abort());
    await page.goto(`explore/?region=${MEIZHOU}`);
    const notice = page.getByRole("alert");
    await notice.waitFor();
    expect(await notice.textContent()).toContain(words.explorer.engine.failed);
    const links = await notice
      .locator("a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(links).toEqual(["/regions/", "/departments/", "/indicators/", "/projects/", "/data/"]);
    expect((await onPage(page)).figures).toEqual((await inNode("")).figures);

    await page.context().unroute("**/engine/*.wasm");
    await page.getByRole("button", { name: words.explorer.engine.retry }).click();
    await settled(page);
    expect(await onPage(page)).toEqual(await inNode(`?region=${MEIZHOU}`));
  });

  test("says everything without JavaScript", async ({ visit }) => {
    const { page } = await visit("explore/", { javaScript: false });
    expect(await onPage(page)).toEqual(await inNode(""));
    expect(await page.locator(".charts svg").count()).toBe(4);
    expect(await page.locator(".engine").isVisible()).toBe(false);
    expect(await page.locator('noscript a[href="/regions/"]').count()).toBe(1);
  });

  test("fits a phone, with the facets in a sheet above the results", async ({ visit }) => {
    const { page } = await visit("explore/", { width: 390 });
    await settled(page);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(390);
    const meizhou = box(page, "region", MEIZHOU);
    expect(await meizhou.isVisible()).toBe(false);
    await page.locator(".filters summary").click();
    await meizhou.check();
    await settled(page);
    expect(await onPage(page)).toEqual(await inNode(`?region=${MEIZHOU}`));
    expect(await width()).toBe(390);
  });
});
