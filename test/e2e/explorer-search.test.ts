import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { languageOf } from "../../src/components/language.ts";
import type { OpenDatabase } from "../../src/query/database.ts";
import { MEIZHOU, expectSlice, openAtlas, settled } from "./explorer-page.ts";
import { test } from "./site.ts";

const { words } = languageOf("zh");

let db: OpenDatabase;
beforeAll(async () => {
  db = await openAtlas();
});
afterAll(() => db.close());

const field = (page: Page) => page.getByRole("combobox", { name: words.search.label });
const options = (page: Page) => page.getByRole("option");
const queryOf = (page: Page) => decodeURIComponent(new URL(page.url()).search);

/** Types, and waits until the address holds the words. */
async function type(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await page.waitForURL((url) => url.searchParams.get("q") === text);
  await settled(page);
}

describe("the search", () => {
  test("narrows figures, facets and table, and says so", async ({ visit }) => {
    const { page, errors, foreign } = await visit("explore/");
    await settled(page);
    await type(page, "满意度 ≥90%");
    await expectSlice(page, db, "?q=满意度 ≥90%25");
    expect(await page.locator(".selection").textContent()).toContain("含有“满意度 ≥90%”");
    await page.locator(".selection .chip").click();
    await settled(page);
    expect(await field(page).inputValue()).toBe("");
    await expectSlice(page, db, "");
    expect([errors, foreign]).toEqual([[], []]);
  });

  test("is in the address: opened, gone back from, typed in one step", async ({ visit }) => {
    const { page } = await visit("explore/?q=協作&tab=indicators");
    await settled(page);
    expect(await field(page).inputValue()).toBe("協作");
    await expectSlice(page, db, "?q=协作&tab=indicators");
    await field(page).focus();
    await type(page, "協作办");
    await type(page, "協作办公室");
    await page.goBack();
    await settled(page);
    expect(queryOf(page)).toBe("?q=協作&tab=indicators");
    expect(await field(page).inputValue()).toBe("協作");
    await expectSlice(page, db, "?q=协作&tab=indicators");
  });

  test("offers places by their initials, to be taken by the keyboard alone", async ({ visit }) => {
    const { page } = await visit("explore/");
    await settled(page);
    await field(page).focus();
    await page.keyboard.type("meiz");
    await options(page).filter({ hasText: "梅州市" }).first().waitFor();
    await page.keyboard.press("ArrowDown");
    expect(await field(page).getAttribute("aria-activedescendant")).toBe("search-options-0");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("region") === MEIZHOU);
    await settled(page);
    expect(queryOf(page)).toBe(`?region=${MEIZHOU}`);
    expect(await field(page).inputValue()).toBe("");
    await expectSlice(page, db, `?region=${MEIZHOU}`);
  });

  test("folds its offers away by Escape, and leads to a project", async ({ visit }) => {
    const { page } = await visit("explore/");
    await settled(page);
    await field(page).fill("广州市驻镇帮镇扶村资金");
    const project = options(page).filter({ hasText: words.search.project });
    await project.first().waitFor();
    await page.keyboard.press("Escape");
    expect(await options(page).count()).toBe(0);
    expect(await field(page).inputValue()).toBe("广州市驻镇帮镇扶村资金");
    await page.keyboard.press("ArrowDown");
    await project.first().click();
    await page.waitForURL(/\/projects\//);
    expect(await page.locator("h1").textContent()).toContain("广州市驻镇帮镇扶村资金");
  });

  test("tells the number at once, and that nothing is found", async ({ visit }) => {
    const { page } = await visit("explore/");
    await settled(page);
    const count = page.locator("#search-count");
    await field(page).fill("航天飞机");
    await count.getByText(words.search.count(0, 0)).waitFor();
    await settled(page);
    await page.waitForURL((url) => url.searchParams.has("q"));
    await settled(page);
    await expectSlice(page, db, "?q=航天飞机");
  });
});
