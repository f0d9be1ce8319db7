import { describe, expect } from "vitest";
import type { Page } from "playwright-core";
import { test } from "./site.ts";

const REGIONS = "compare/?kind=region&id=441400&id=441800";

/** The names at the head of the first table. */
const heads = (page: Page) =>
  page.locator(".compared table").first().locator("thead th a").allTextContents();

/** Waits until the comparison is of some, in their order. */
async function compared(page: Page, ...names: string[]): Promise<void> {
  await expect.poll(() => heads(page), { timeout: 15_000 }).toEqual(names);
  await page.locator('.compared[aria-busy="false"]').waitFor();
}

describe("the page that compares", () => {
  test("shows the two largest departments without a script", async ({ visit }) => {
    const { page } = await visit("compare/", { javaScript: false });
    expect(await heads(page)).toEqual(["广州市协作办公室", "东莞市人民政府经济协作办公室"]);
    const text = await page.locator("main").textContent();
    for (const word of ["23.39 亿元", "16.18 亿元", "帮扶镇数", "等于 78 个", "等于 50 个"]) {
      expect(text).toContain(word);
    }
  });

  test("shows what the address says, and keeps the choice in it", async ({ visit }) => {
    const { page, errors, foreign } = await visit(REGIONS);
    await compared(page, "梅州市", "清远市");
    expect(await page.getByRole("status").textContent()).toContain("梅州市 2.02 亿元（2023 年");
    await page.locator("select").first().selectOption({ label: "铜仁市" });
    await compared(page, "铜仁市", "清远市");
    expect(new URL(page.url()).search).toBe("?kind=region&id=520600&id=441800");
    expect(await page.locator("a.language").getAttribute("href")).toContain("id=520600");
    await page.goBack();
    await compared(page, "梅州市", "清远市");
    expect([errors, foreign]).toEqual([[], []]);
  });

  test("adds up to four, and takes away", async ({ visit }) => {
    const { page } = await visit("compare/");
    const add = page.getByRole("button", { name: "再加一个" });
    await add.click();
    await add.click();
    await expect.poll(async () => (await heads(page)).length).toBe(4);
    expect(await add.count()).toBe(0);
    await page.getByRole("button", { name: "去掉第 1 个" }).click();
    await expect.poll(async () => (await heads(page)).length).toBe(3);
    expect((await heads(page))[0]).toBe("东莞市人民政府经济协作办公室");
  });

  test("is worked by the keyboard alone", async ({ visit }) => {
    const { page } = await visit("compare/");
    await page.getByRole("radio", { name: "部门" }).focus();
    await page.keyboard.press("ArrowRight");
    await compared(page, "广州市", "东莞市");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await expect.poll(async () => (await heads(page))[0]).not.toBe("广州市");
  });

  test.for([360, 1280])("fits a screen of %d pixels", async (width, { visit }) => {
    const { page } = await visit(REGIONS, { width });
    await compared(page, "梅州市", "清远市");
    const overflow = "document.documentElement.scrollWidth - innerWidth";
    expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
  });

  test("says so where the data does not come, and tries again", async ({ visit }) => {
    const { page } = await visit("compare/");
    await page.context().route("**/*.json", (route) => route.abort());
    await page.getByRole("radio", { name: "受益地区" }).check();
    await page.getByRole("alert").waitFor();
    await page.context().unroute("**/*.json");
    await page.getByRole("button", { name: "再试一次" }).click();
    await page.getByRole("alert").waitFor({ state: "detached" });
    expect((await heads(page)).length).toBe(2);
  });
});
