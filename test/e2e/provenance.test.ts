import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../scripts/command.ts";
import { squash } from "../../src/text.ts";
import { test } from "./site.ts";

const DIST = join(ROOT, "dist");
const SOURCE = "disclosures/guangzhou-cooperation-office-projects/source/";

describe("a figure", () => {
  test.for([
    [
      "an amount",
      "projects/guangzhou-cooperation-office-projects/p01/",
      "main .entries a",
      "220.00",
    ],
    [
      "a target",
      "projects/dongguan-cooperation-office-projects-2024/p02/",
      "#i01 .where",
      "100人或以上",
    ],
    ["a place", "projects/guangzhou-cooperation-office-projects/p17/", "#regions td a", "梅州"],
    [
      "a total",
      "disclosures/guangzhou-cooperation-office-projects/",
      "td a[title]",
      "233, 875. 26",
    ],
  ])("leads to the cell that prints it: %s", async ([, path, link, printed], { visit }) => {
    const { page } = await visit(path!, { javaScript: false });
    await page.locator(link!).first().click();
    const cell = page.locator(":target");
    expect(squash((await cell.textContent()) ?? "")).toContain(squash(printed!));
    expect(await cell.evaluate((element) => element.localName)).toMatch(/^(td|span)$/);
  });
});

describe("the page of a source", () => {
  test.for([390, 1280])("shows a cell with its row at %d pixels", async (width, { visit }) => {
    const { page, errors } = await visit(`${SOURCE}#p6r5c2`, { javaScript: false, width });
    const cell = page.locator("#p6r5c2");
    await expect.poll(() => cell.evaluate(isInView)).toBe(true);
    const colour = (selector: string) =>
      page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await colour("#p6r5c2")).not.toBe(await colour("#p6r5"));
    expect(await colour("#p6r5")).not.toBe(await colour("#p6r4"));
    expect(errors).toEqual([]);
  });

  test("says every word of the text", async ({ visit }) => {
    const { page } = await visit(SOURCE, { javaScript: false });
    const text = readFileSync(
      join(DIST, "data/texts/guangzhou-cooperation-office-projects.txt"),
      "utf8",
    );
    const cells = await page.locator(".source :is(td, p > span)").allTextContents();
    const bare = (words: string) => words.replaceAll(/[\s|]+/g, "");
    expect(bare(cells.join(""))).toBe(bare(text));
  });
});

it("links to no cell that is not there", () => {
  const anchors = new Map<string, Set<string>>();
  const anchorsOf = (page: string) => {
    const known = anchors.get(page);
    if (known) return known;
    const html = readFileSync(join(DIST, page, "index.html"), "utf8");
    const found = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!));
    anchors.set(page, found);
    return found;
  };
  const links = globSync("**/*.html", { cwd: DIST }).flatMap((path) =>
    [...readFileSync(join(DIST, path), "utf8").matchAll(/href="([^"]*\/source\/)#([^"]+)"/g)].map(
      (match) => [path, match[1]!, match[2]!] as const,
    ),
  );
  expect(links.length).toBeGreaterThan(500);
  expect(links.filter(([, page, anchor]) => !anchorsOf(page).has(anchor))).toEqual([]);
});

/** Whether the middle of an element is on the screen. */
function isInView(element: Element): boolean {
  const box = element.getBoundingClientRect();
  return box.top >= 0 && box.top < innerHeight && box.left >= 0 && box.left < innerWidth;
}
