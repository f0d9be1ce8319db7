import { afterAll, beforeAll, describe, expect } from "vitest";
import { FIGURES } from "../../src/components/explorer/look.ts";
import { parseSlice } from "../../src/components/explorer/codec.ts";
import { languageOf } from "../../src/components/language.ts";
import type { OpenDatabase } from "../../src/query/database.ts";
import { slicePart } from "../../src/query/slice.ts";
import { expectSlice, openAtlas, settled } from "./explorer-page.ts";
import { test } from "./site.ts";

const { words, formatYuan } = languageOf("zh");

let db: OpenDatabase;
beforeAll(async () => {
  db = await openAtlas();
});
afterAll(() => db.close());

describe("the charts", () => {
  test("a mark narrows the others, by mouse and by keyboard", async ({ visit }) => {
    const { page } = await visit("explore/");
    await settled(page);
    await page.locator('.figure-targets a[data-key="效益指标"]').click();
    await settled(page);
    await expectSlice(page, db, "?type=效益指标");

    const first = page.locator(".figure-regions a[data-key]").first();
    await first.focus();
    await page.keyboard.press("ArrowDown");
    const key = await page.evaluate(() => document.activeElement!.getAttribute("data-key"));
    expect(key).toBe(await page.locator(".figure-regions a").nth(1).getAttribute("data-key"));
    await page.keyboard.press("Enter");
    await settled(page);
    await expectSlice(page, db, `?type=效益指标&region=${key}`);
    // The chart was drawn anew, and the focus stayed.
    const focused = page.locator(".figure-regions a:focus");
    expect(await focused.getAttribute("data-key")).toBe(key);
    expect(await focused.getAttribute("aria-current")).toBe("true");
  });

  test("a band is one payer and one region; an end is all that is inside it", async ({ visit }) => {
    const { page } = await visit("explore/");
    await settled(page);
    const band = page.locator(".figure-flows a[data-key]:has(path)").first();
    const [city, region] = (await band.getAttribute("data-key"))!.split(" ");
    await band.focus();
    await page.keyboard.press("Enter");
    await settled(page);
    await expectSlice(page, db, `?city=${city}&region=${region}`);
    await page.goBack();
    await settled(page);
    await page.keyboard.press("Escape");
    await page.locator('.figure-flows a[data-key="city:441900"] text').click();
    await settled(page);
    await expectSlice(page, db, "?city=441900");
  });

  test("a mark that is pointed at says its numbers and leads to its source", async ({ visit }) => {
    const { page } = await visit("explore/");
    await settled(page);
    const mark = page.locator(".figure-regions a[data-key]").first();
    await mark.hover();
    const card = page.locator(".card");
    await card.waitFor();
    const { regions } = await slicePart(db, parseSlice(""), "regions");
    const most = regions.find(({ key }) => key !== "none")!;
    const amount = formatYuan(most.sole + most.shared);
    await expect.poll(() => card.textContent()).toContain(amount);
    // The card stays while the pointer goes to it.
    await card.hover();
    await page.waitForTimeout(600);
    expect(await card.locator("a").getAttribute("href")).toBe(`/regions/${most.key}/`);
    await page.mouse.move(5, 5);
    await card.waitFor({ state: "detached" });
  });

  test("a mark that has the focus says the same, Tab goes to its link, Esc closes it", async ({
    visit,
  }) => {
    const { page } = await visit("explore/");
    await settled(page);
    // The first mark of a family's numbers is the family itself.
    const family = page.locator('.figure-families a[tabindex="0"]');
    await family.focus();
    await page.keyboard.press("ArrowRight");
    const card = page.locator(".card");
    await card.waitFor();
    await page.keyboard.press("Tab");
    expect(await page.locator(".card a:focus").getAttribute("href")).toMatch(/^\/families\/.+\/$/);
    const source = card.locator("a", { hasText: words.explorer.charts.links.source });
    const href = (await source.getAttribute("href"))!;
    expect(href).toMatch(/^\/disclosures\/.+\/source\/#p\d+r\d+$/);
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "detached" });
    // The address is one of a row in the source.
    await page.goto(href);
    expect(await page.locator(new URL(href, page.url()).hash).count()).toBe(1);
  });

  test("each has its numbers one key away, in the address too", async ({ visit }) => {
    const { page } = await visit("explore/");
    await settled(page);
    for (const name of FIGURES) {
      const figure = page.locator(`.figure-${name}`);
      await figure.locator('a[data-key][tabindex="0"]').first().focus();
      await page.keyboard.press("t");
      await figure.locator("details[open] .table:focus").waitFor();
      expect(await figure.locator("tbody tr").count()).toBeGreaterThan(0);
    }
    expect(new URL(page.url()).searchParams.getAll("numbers").sort()).toEqual([...FIGURES].sort());
    await page.reload();
    await settled(page);
    expect(await page.locator("figure details[open]").count()).toBe(FIGURES.length);
    await page.locator(".figure-types .table").focus();
    await page.keyboard.press("t");
    await page.locator(".figure-types a[data-key]:focus").waitFor();
    expect(await page.locator(".figure-types details[open]").count()).toBe(0);
  });

  test("count what is shared in the way that is asked for, without another query", async ({
    visit,
  }) => {
    const { page } = await visit("explore/?numbers=regions&region=520000");
    await settled(page);
    const { regions } = await slicePart(db, parseSlice("?region=520000"), "regions");
    const row = regions.find(({ whole }) => whole > 0)!;
    const counted = () =>
      page
        .locator(".figure-regions tbody tr", { hasText: row.name! })
        .locator("td")
        .first()
        .textContent();
    expect(await counted()).toBe(formatYuan(row.sole + row.shared));
    await page.locator('.figure-types input[value="full"]').check();
    expect(await counted()).toBe(formatYuan(row.sole + row.whole));
    expect(new URL(page.url()).searchParams.get("count")).toBe("full");
    expect(await page.locator('.figure-regions input[value="full"]').isChecked()).toBe(true);
    expect(await page.locator(".figure-regions figcaption").textContent()).toContain("不能相加");
    await page.goBack();
    expect(await counted()).toBe(formatYuan(row.sole + row.shared));
  });

  test("do not move where that is not wanted", async ({ visit }) => {
    const { page } = await visit("explore/");
    await page.emulateMedia({ reducedMotion: "reduce" });
    await settled(page);
    const moving = await page.locator(".explorer, .explorer *").evaluateAll((all) =>
      all
        .filter((one) => {
          const { transitionDuration, animationName } = getComputedStyle(one);
          return transitionDuration !== "0s" || animationName !== "none";
        })
        .map((one) => one.getAttribute("class")),
    );
    expect(moving).toEqual([]);
  });

  test("speak English on the English page, with the same numbers", async ({ visit }) => {
    const { page, errors } = await visit("en/explore/?family=satisfaction&count=full");
    await settled(page);
    const english = languageOf("en");
    const { headline } = await slicePart(db, parseSlice("?family=satisfaction"), "headline");
    expect(await page.locator(".headline b").first().textContent()).toBe(
      english.formatYuan(headline.amount),
    );
    for (const name of FIGURES) {
      const foot = page.locator(`.figure-${name} .figure-foot`);
      expect(await foot.textContent()).not.toMatch(/\p{Script=Han}/u);
    }
    expect(await page.locator(".figure-regions .counting span").allTextContents()).toEqual(
      Object.values(english.words.explorer.countings),
    );
    expect(errors).toEqual([]);
  });

  test.for([360, 1280])("fit their place at %i pixels", async (width, { visit }) => {
    const { page, errors } = await visit("explore/", { width });
    await settled(page);
    for (const name of FIGURES) {
      const inner = page.locator(`.figure-${name} svg`);
      await inner.waitFor();
      const over = await inner.evaluate((svg) => {
        const { left, right } = svg.getBoundingClientRect();
        const texts = [...svg.querySelectorAll("text")].map((text) => text.getBoundingClientRect());
        return Math.max(...texts.map((text) => Math.max(left - text.left, text.right - right)));
      });
      expect([name, Math.max(0, Math.floor(over - 1))]).toEqual([name, 0]);
    }
    expect(errors).toEqual([]);
  });
});
