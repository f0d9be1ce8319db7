import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { languageOf } from "../../src/components/language.ts";
import type { OpenDatabase } from "../../src/query/database.ts";
import { expectSlice, inNode, openAtlas, rowsOn, settled } from "./explorer-page.ts";
import { test } from "./site.ts";

const { words } = languageOf("zh");
const INDICATORS = "?tab=indicators";

let db: OpenDatabase;
beforeAll(async () => {
  db = await openAtlas();
});
afterAll(() => db.close());

const frame = (page: Page) => page.locator(".rows");
const unfolds = (page: Page) => page.locator(".rows .unfold");

describe("the tables", () => {
  test("draw of a long table what is in sight, and tell how long it is", async ({ visit }) => {
    const { page, errors } = await visit(`explore/${INDICATORS}`);
    await settled(page);
    const all = (await inNode(db, INDICATORS, 1e6)).rows;
    expect(all.length).toBeGreaterThan(200);
    const table = frame(page).locator("table");
    expect(await table.getAttribute("aria-rowcount")).toBe(String(all.length + 1));
    await frame(page).evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));
    const last = page.locator(`.rows tr[aria-rowindex="${all.length + 1}"] th`);
    await last.waitFor();
    // The rows above have been measured by now, and the end is further than it seemed.
    await last.scrollIntoViewIfNeeded();
    const shown = await rowsOn(page);
    expect(shown.length).toBeLessThan(100);
    expect(shown.at(-1)).toEqual(all.at(-1));
    expect(all).toEqual(expect.arrayContaining(shown));
    expect(errors).toEqual([]);
  });

  test("scroll by the keyboard, below heads that stay", async ({ visit }) => {
    const { page } = await visit(`explore/${INDICATORS}`);
    await settled(page);
    await frame(page).focus();
    await page.keyboard.press("End");
    await page.waitForFunction(() => document.querySelector(".rows")!.scrollTop > 1000);
    const [top, head] = await page.evaluate(() =>
      [".rows", ".rows thead th"].map(
        (each) => document.querySelector(each)!.getBoundingClientRect().top,
      ),
    );
    expect(Math.abs(head! - top!)).toBeLessThan(3);
  });

  test("show the columns that are chosen, in the address", async ({ visit }) => {
    const { page } = await visit("explore/");
    await settled(page);
    const choice = page.locator(".column-choice");
    const heads = page.locator(".rows thead th");
    await choice.locator("summary").click();
    await choice.getByLabel(words.explorer.columns.goal).check();
    await choice.getByLabel(words.explorer.columns.regions).uncheck();
    expect(await heads.allTextContents()).toContain(words.explorer.columns.goal);
    expect(await heads.allTextContents()).not.toContain(words.explorer.columns.regions);
    expect(new URL(page.url()).searchParams.get("project-columns")).toBe(
      "department year theme amount goal indicators findings",
    );
    await page.reload();
    await settled(page);
    expect(await heads.allTextContents()).toContain(words.explorer.columns.goal);
    await choice.locator("summary").click();
    await page.getByRole("button", { name: words.table.firstColumns }).click();
    expect(new URL(page.url()).search).toBe("");
    await expectSlice(page, db, "");
  });

  test("unfold a row into its source, on this site, with a way to the cell", async ({ visit }) => {
    const { page, errors, foreign } = await visit(`explore/${INDICATORS}&q=≥90%25`);
    await settled(page);
    await unfolds(page).first().click();
    const source = page.locator(".row-source");
    await source.locator("pre mark").waitFor();
    expect(await source.locator("pre mark").textContent()).toMatch(/90/);
    expect(await unfolds(page).first().getAttribute("aria-expanded")).toBe("true");
    expect(new URL(page.url()).searchParams.getAll("row")).toHaveLength(1);
    await page.reload();
    await source.locator("pre mark").waitFor();
    await source.locator("pre + p a").click();
    await page.waitForURL(/\/source\/#p\d+r\d+/);
    expect(await page.locator(":target").count()).toBe(1);
    expect([errors, foreign]).toEqual([[], []]);
  });

  test("lead from a row to the rules of its findings", async ({ visit }) => {
    const { page } = await visit("explore/?sort=-findings");
    await settled(page);
    await unfolds(page).first().press("Enter");
    const finding = page.locator(".row-source li a").first();
    await finding.waitFor();
    await finding.click();
    await page.waitForURL(/\/findings\//);
  });

  test("mark what was found, as it is printed", async ({ visit }) => {
    const { page } = await visit(`explore/${INDICATORS}&q=滿意度`);
    await settled(page);
    const marks = page.locator(".rows mark");
    await marks.first().waitFor();
    expect(new Set(await marks.allTextContents())).toEqual(new Set(["满意度"]));
  });

  test("keep the first column in sight on a phone", async ({ visit }) => {
    const { page } = await visit("explore/", { width: 360 });
    await settled(page);
    await frame(page).evaluate((frame) => frame.scrollTo(400, 0));
    const [left, first] = await page.evaluate(() =>
      [".rows", ".rows tbody th"].map(
        (each) => document.querySelector(each)!.getBoundingClientRect().left,
      ),
    );
    expect(await frame(page).evaluate((frame) => frame.scrollLeft)).toBeGreaterThan(100);
    expect(Math.abs(first! - left!)).toBeLessThan(3);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});
