import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { languageOf } from "../../src/components/language.ts";
import { parseSlice } from "../../src/components/explorer/codec.ts";
import type { OpenDatabase } from "../../src/query/database.ts";
import { slicePart } from "../../src/query/slice.ts";
import { FILTERS } from "../../src/query/slice-conditions.ts";
import {
  GUANGDONG,
  MEIZHOU,
  box,
  chooseMeizhou,
  expectSlice,
  inNode,
  onPage,
  openAtlas,
  settled,
} from "./explorer-page.ts";
import { test } from "./site.ts";

const { words } = languageOf("zh");
/** All facets unfolded. */
const OPEN = FILTERS.map((condition) => `open=${condition}`).join("&");

let db: OpenDatabase;
beforeAll(async () => {
  db = await openAtlas();
});
afterAll(() => db.close());

describe("the facets", () => {
  test("count every value of the slice under the conditions of the others", async ({ visit }) => {
    const search = "?type=产出指标&target=quantity-≥&amount=100000-50000000";
    const { page, errors } = await visit(`explore/${search}&${OPEN}`);
    await settled(page);
    await unfoldAll(page);
    const shown = (await onPage(page)).counts;
    const expected = (await inNode(db, search)).counts;
    const filled = new Map([...shown].filter(([, count]) => count !== "0"));
    // A facet of one value is said in words.
    const facets = new Set([...shown.keys()].map((value) => value.split(" ")[0]));
    const offered = [...expected].filter(([value]) => facets.has(value.split(" ")[0]));
    expect(filled).toEqual(new Map(offered));
    expect(facets.size).toBeGreaterThan(8);
    expect(errors).toEqual([]);
  });

  test("take several values, of a province all that is inside it", async ({ visit }) => {
    const { page } = await visit("explore/");
    await settled(page);
    await box(page, "region", "440000").check();
    await settled(page);
    await expectSlice(page, db, "?region=440000");
    await box(page, "region", "none").check();
    await box(page, "type", "满意度指标").check();
    await settled(page);
    await expectSlice(page, db, "?region=440000&region=none&type=满意度指标");
    await page.getByRole("link", { name: words.explorer.remove(GUANGDONG) }).click();
    await settled(page);
    await expectSlice(page, db, "?region=none&type=满意度指标");
  });

  test("are searched where they are long", async ({ visit }) => {
    const { page } = await visit("explore/");
    await settled(page);
    const search = page.getByRole("searchbox", {
      name: words.explorer.searchIn(words.explorer.facets.region),
    });
    await search.fill("梅州");
    expect(await page.locator('.facet input[name="region"]').count()).toBe(2);
    await box(page, "region", MEIZHOU).check();
    await settled(page);
    await expectSlice(page, db, `?region=${MEIZHOU}`);
    await search.fill("没有的地方");
    await page.getByText(words.explorer.noMatch).waitFor();
  });

  test("are searched by sound", async ({ visit }) => {
    const { page } = await visit("explore/");
    await settled(page);
    const search = page.getByRole("searchbox", {
      name: words.explorer.searchIn(words.explorer.facets.region),
    });
    await search.fill("mz");
    await box(page, "region", MEIZHOU).waitFor();
  });

  test("describe the selection to who shares its address", async ({ visit }) => {
    const { page } = await visit(`explore/?region=${MEIZHOU}`);
    await settled(page);
    const { headline } = await slicePart(db, parseSlice(`?region=${MEIZHOU}`), "headline");
    const figures = words.explorer.results(headline.projects, headline.indicators);
    expect(await page.title()).toContain("受益地区为梅州市的项目和指标");
    const description = page.locator('meta[name="description"]');
    expect(await description.getAttribute("content")).toContain(figures);
  });

  test("fold and unfold, in the address but not in the history", async ({ visit }) => {
    const { page } = await visit("explore/");
    await settled(page);
    const steps = await page.evaluate(() => history.length);
    await page.locator('.facet[data-facet="theme"] > summary').click();
    await box(page, "theme", "对口帮扶").check();
    await settled(page);
    expect(new URL(page.url()).searchParams.getAll("open")).toContain("theme");
    expect(await page.evaluate(() => history.length)).toBe(steps + 1);
    await page.reload();
    await settled(page);
    await expectSlice(page, db, "?theme=对口帮扶");
    expect(await box(page, "theme", "对口帮扶").isChecked()).toBe(true);
  });

  test("take a range of amounts by keyboard, as one writes it", async ({ visit }) => {
    const { page } = await visit("explore/");
    await settled(page);
    await page.getByLabel(words.explorer.amountFrom).fill("50万");
    await page.keyboard.press("Tab");
    await page.keyboard.type("0.1亿");
    await page.keyboard.press("Enter");
    await settled(page);
    await expectSlice(page, db, "?amount=500000-10000000");
    expect(new URL(page.url()).search).toBe("?amount=500000-10000000");
    const apply = page.getByRole("button", { name: words.explorer.amountApply });
    await page.getByLabel(words.explorer.amountFrom).fill("很多");
    expect(await apply.isDisabled()).toBe(true);
  });

  test("take a range of amounts by a drag over the chart", async ({ visit }) => {
    const { page } = await visit("explore/");
    await settled(page);
    const marks = page.locator(".facet .brushable a[data-key]");
    await marks.nth(2).scrollIntoViewIfNeeded();
    const [first, last] = [await marks.nth(2).boundingBox(), await marks.nth(6).boundingBox()];
    const keys = await marks.evaluateAll((marks) => marks.map((mark) => mark.dataset["key"] ?? ""));
    await page.mouse.move(first!.x + first!.width / 2, first!.y + 20);
    await page.mouse.down();
    await page.mouse.move(last!.x + last!.width / 2, last!.y + 20, { steps: 8 });
    await page.mouse.up();
    await settled(page);
    const range = `${keys[2]!.split("-")[0]}-${keys[6]!.split("-")[1]}`;
    await expectSlice(page, db, `?amount=${range}`);
    expect(new URL(page.url()).searchParams.get("amount")).toBe(range);
  });

  test.for([390, 360])("are a sheet over the results at %i pixels", async (width, { visit }) => {
    const { page } = await visit("explore/", { width });
    await settled(page);
    const widest = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await widest()).toBe(width);
    const sheet = page.getByRole("dialog");
    expect(await sheet.isVisible()).toBe(false);
    const open = page.locator(".open-filters");
    await open.click();
    await chooseMeizhou(page);
    await settled(page);
    await expectSlice(page, db, `?region=${MEIZHOU}`);
    await page.keyboard.press("Escape");
    expect(await sheet.isVisible()).toBe(false);
    expect(await open.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await open.textContent()).toBe(words.explorer.filtersChosen(1));
    expect(await widest()).toBe(width);
  });

  test("are worked by keyboard alone", async ({ visit }) => {
    const { page } = await visit("explore/?open=theme");
    await settled(page);
    await page.locator('.facet[data-facet="department"] > summary').focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const key = await page.evaluate(() => (document.activeElement as HTMLInputElement).value);
    await page.keyboard.press("Space");
    await settled(page);
    await expectSlice(page, db, `?department=${key}`);
    expect(await box(page, "department", key).evaluate((b) => b === document.activeElement)).toBe(
      true,
    );
  });
});

/** Unfolds every tree and every list that is cut. */
async function unfoldAll(page: Page): Promise<void> {
  const more = page.locator(".facet .more-values", { hasNotText: words.explorer.fewerValues });
  const branches = page.locator('.facet .branch[aria-expanded="false"]');
  while ((await more.count()) > 0) await more.first().click();
  while ((await branches.count()) > 0) await branches.first().click();
  while ((await more.count()) > 0) await more.first().click();
}
