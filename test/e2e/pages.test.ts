import { globSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../scripts/command.ts";
import type { OpenDatabase } from "../../src/query/database.ts";
import { openDatabase } from "../../src/query/node.ts";
import { test } from "./site.ts";

const DIST = join(ROOT, "dist");
/** Bytes over the wire, brotli: what the home page may cost. */
const HOME_BUDGET = 60_000;

const PAGES = globSync("**/*.html", { cwd: DIST }).map((path) => path.replaceAll(sep, "/"));
const html = (path: string) => readFileSync(join(DIST, path), "utf8");

/** One page of each kind, with words that it must say whether or not scripts run. */
const KINDS: readonly (readonly [kind: string, path: string, words: readonly string[]])[] = [
  ["home", "", ["铜仁市", "未点名地区", "数据提示"]],
  ["regions", "regions/", ["贵州省", "梅州市", "疏附县"]],
  ["a region", "regions/441400/", ["梅州市", "对口帮扶梅州资金", "20,000.00", "≧90%"]],
  ["departments", "departments/", ["广州市协作办公室", "东莞市人民政府经济协作办公室"]],
  ["projects", "projects/", ["广州市驻镇帮镇扶村资金", "值班管理系统"]],
  [
    "a project",
    "projects/huadu-government-office-projects/p08/",
    ["值班管理系统", "50 万元", "24-可持续影响", "网络安全性", "100%"],
  ],
  ["indicator types", "indicators/", ["数量指标", "服务对象满意度"]],
  ["an indicator type", "indicators/satisfaction/served/", ["满意度", "≥90%"]],
  ["findings", "findings/", ["检查", "清远市", "不说明钱花得好不好"]],
  ["documents", "disclosures/", ["项目绩效目标表"]],
  ["a document", "disclosures/nansha-hk-macao-office-projects-2024/", ["1,554.35", "SHA-256"]],
  ["data", "data/", ["indicators.csv", "atlas.duckdb", "amount_yuan"]],
  ["about", "about/", ["原文", "对口支援"]],
  ["the explorer", "explore/", ["39.75 亿元", "梅州市", "下载"]],
];

describe.each(KINDS)("%s", (_, path, words) => {
  test("loads without error and asks no other host", async ({ visit }) => {
    const { page, errors, foreign } = await visit(path);
    await page.waitForLoadState("networkidle");
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    expect(await page.title()).toMatch(/预算绩效图谱/);
  });

  test("says everything without JavaScript", async ({ visit }) => {
    const { page } = await visit(path, { javaScript: false });
    const text = await page.locator("body").textContent();
    for (const word of words) expect(text).toContain(word);
  });

  test.for([390, 1280])("fits a screen of %d pixels", async (width, { visit }) => {
    const { page } = await visit(path, { javaScript: false, width });
    const overflow = "document.documentElement.scrollWidth - innerWidth";
    expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
  });
});

describe("the site", () => {
  let db: OpenDatabase;
  beforeAll(async () => {
    db = await openDatabase(join(ROOT, "public/data/atlas.duckdb"));
  });
  afterAll(() => db.close());

  it.each([
    [
      "region with data",
      "SELECT 'regions/' || code AS path FROM regions WHERE code IN (SELECT region_code FROM project_regions)",
    ],
    ["department", "SELECT 'departments/' || department_id AS path FROM departments"],
    ["project", "SELECT 'projects/' || project_id AS path FROM projects"],
    ["document", "SELECT 'disclosures/' || disclosure_id AS path FROM disclosures"],
  ])("has a page for every %s", async (_, sql) => {
    const paths = await db.rows<{ path: string }>(sql);
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter(({ path }) => !PAGES.includes(`${path}/index.html`))).toEqual([]);
  });

  it("links nowhere that is not there", () => {
    const targets = new Set(PAGES.map((page) => page.replace(/(^|\/)index\.html$/, "$1")));
    const broken = PAGES.flatMap((page) =>
      [...html(page).matchAll(/href="\/([^"#?]*)[^"]*"/g)]
        .map((match) => decodeURIComponent(match[1]!))
        .filter((target) => !targets.has(target) && !isFile(target))
        .map((target) => `${page} → ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it("has every page in both languages, each leading to the other", () => {
    const chinese = PAGES.filter((page) => !page.startsWith("en/") && page !== "404.html");
    expect(PAGES.filter((page) => page.startsWith("en/")).sort()).toEqual(
      chinese.map((page) => `en/${page}`).sort(),
    );
    for (const page of chinese) {
      const path = page.replace(/index\.html$/, "");
      expect(switchOf(page)).toEqual(["zh-CN", `/en/${encodeURI(path)}`]);
      expect(switchOf(`en/${page}`)).toEqual(["en", `/${encodeURI(path)}`]);
    }
  });

  it("runs scripts on the explorer alone", () => {
    expect(PAGES.filter((page) => /<script/.test(html(page))).sort()).toEqual([
      "en/explore/index.html",
      "explore/index.html",
    ]);
  });

  it("keeps the home page small", () => {
    const styles = [...html("index.html").matchAll(/href="\/(_astro\/[^"]+\.css)"/g)];
    const bytes = ["index.html", ...styles.map((match) => match[1]!)]
      .map((path) => brotliCompressSync(readFileSync(join(DIST, path))).length)
      .reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThan(HOME_BUDGET);
  });

  it("speaks of documents, never of guilt", () => {
    const harsh = /浪费|违规|造假|贪|欺骗/u;
    // The words of a document are its own.
    const own = (page: string) => html(page).replace(/<(blockquote|pre|mark)[\s\S]*?<\/\1>/g, "");
    expect(PAGES.filter((page) => harsh.test(own(page)))).toEqual([]);
  });

  /** The language of a page and where its switch leads. */
  function switchOf(page: string) {
    const text = html(page);
    const tag = /<a class="language"[^>]*>/.exec(text)?.[0] ?? "";
    return [/<html lang="([^"]*)"/.exec(text)?.[1], /href="([^"]*)"/.exec(tag)?.[1]];
  }

  function isFile(target: string): boolean {
    const found = statSync(join(DIST, target), { throwIfNoEntry: false });
    return found?.isFile() === true && !relative(DIST, join(DIST, target)).startsWith("..");
  }
});
