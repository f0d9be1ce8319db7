import { globSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../scripts/command.ts";
import { en } from "../../src/i18n/en.ts";
import { zh } from "../../src/i18n/zh.ts";
import { SCHEMA } from "../../src/model/schema.ts";
import type { OpenDatabase } from "../../src/query/database.ts";
import { openDatabase } from "../../src/query/node.ts";
import { HARSH, leavesOf, wordsOf } from "../i18n/words.ts";
import { test } from "./site.ts";

const DIST = join(ROOT, "dist");
/** Bytes over the wire, brotli: what the home page may cost. */
const HOME_BUDGET = 60_000;

const PAGES = globSync("**/*.html", { cwd: DIST }).map((path) => path.replaceAll(sep, "/"));
const html = (path: string) => readFileSync(join(DIST, path), "utf8");

/** Columns that hold our own words about a document. */
const OURS = new Set(
  ["message", "question", "applies", "reason"].flatMap((name) => [name, `${name}_en`]),
);
/** Chinese long enough to be told from a name in the data. */
const PHRASE = /[\p{Script=Han}，。；：、（）]{5,}/gu;

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
  ["families of indicators", "families/", ["服务对象满意度", "比率", "“至少”的 13 项"]],
  [
    "a family",
    "families/satisfaction/",
    ["“至少”的 13 项目标从 80%到 90%", "广州市 · 广州市协作办公室", "满意户数 ≥300户"],
  ],
  ["a family in English", "en/families/satisfaction/", ["13 “at least” targets from 80% to 90%"]],
  ["a comparison", "compare/", ["并排对比", "两者都问到的", "只有一方问到的"]],
  ["texts alike", "alike/", ["2 对目标或指标", "文字完全相同", "广州市对口帮扶清远指挥部工作经费"]],
  ["amounts per unit", "unit-amounts/", ["帮扶镇数", "1,326.00", "等于 50 个", "不可比的"]],
  ["a department", "departments/d1cf4bad4fa23/", ["目标能不能核对", "36 ÷ 60", "其他 3 个部门"]],
  ["findings", "findings/", ["检查", "按部门", "不说明钱花得好不好"]],
  [
    "a rule",
    "findings/region/name-and-goal-differ/",
    ["为什么问", "其中没有提示", "清远市", "广州市协作办公室", "不说明钱花得好不好"],
  ],
  ["documents", "disclosures/", ["项目绩效目标表"]],
  ["a document", "disclosures/nansha-hk-macao-office-projects-2024/", ["1,554.35", "SHA-256"]],
  ["data", "data/", ["indicators.csv", "atlas.duckdb", "amount_yuan"]],
  ["about", "about/", ["原文", "对口支援"]],
  ["the explorer", "explore/", ["39.75 亿元", "梅州市", "带走"]],
  [
    "home in English",
    "en/",
    ["CNY 3.98 billion", "No region named", "not whether money was spent"],
  ],
  ["a region in English", "en/regions/441400/", ["对口帮扶梅州资金", "200,000.0", "Output"]],
  [
    "a project in English",
    "en/projects/huadu-government-office-projects/p08/",
    ["值班管理系统", "CNY 500,000", "Sustained effect", "exactly 100%"],
  ],
  ["findings in English", "en/findings/", ["Discrepancy", "not whether money was spent well"]],
  [
    "a rule in English",
    "en/findings/amount/columns-shifted/",
    ["Does not apply", "shifted", "not whether money was spent well"],
  ],
  ["data in English", "en/data/", ["indicators.csv", "amount_yuan", "Data dictionary"]],
  ["the explorer in English", "en/explore/", ["CNY 3.98 billion", "Take away"]],
  ["a frame", "embed/", ["单位", "来源", "没有它，也可以从下面各栏进入"]],
];

describe.each(KINDS)("%s", (_, path, words) => {
  test("loads without error and asks no other host", async ({ visit }) => {
    const { page, errors, foreign } = await visit(path);
    await page.waitForLoadState("networkidle");
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    expect(await page.title()).toMatch(/预算绩效图谱|Budget Performance Atlas/);
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
    ["rule", "SELECT 'findings/' || rule AS path FROM rules"],
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
    // A frame keeps the language of the page around it.
    for (const page of chinese.filter((page) => !page.startsWith("embed/"))) {
      const path = page.replace(/index\.html$/, "");
      expect(switchOf(page)).toEqual(["zh-CN", `/en/${encodeURI(path)}`]);
      expect(switchOf(`en/${page}`)).toEqual(["en", `/${encodeURI(path)}`]);
    }
  });

  it("runs scripts on the islands alone", () => {
    const islands = ["compare", "console", "embed", "explore"].map((at) => `${at}/index.html`);
    expect(PAGES.filter((page) => /<script/.test(html(page))).sort()).toEqual(
      [...islands, ...islands.map((page) => `en/${page}`)].sort(),
    );
  });

  it("keeps the home page small", () => {
    const styles = [...html("index.html").matchAll(/href="\/(_astro\/[^"]+\.css)"/g)];
    const bytes = ["index.html", ...styles.map((match) => match[1]!)]
      .map((path) => brotliCompressSync(readFileSync(join(DIST, path))).length)
      .reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThan(HOME_BUDGET);
  });

  it("says on every page that shows findings what they are not", () => {
    const saying = /不说明钱花得好不好|not whether money was spent well/u;
    const shown = PAGES.filter((page) => /class="severity/.test(html(page)));
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.filter((page) => !saying.test(mainOf(page)))).toEqual([]);
  });

  it("speaks of documents, never of guilt", async () => {
    const words = await valuesOf(db, (value) => HARSH.test(value));
    const own = (page: string) => without(textOf(page), words);
    expect(PAGES.filter((page) => HARSH.test(own(page)))).toEqual([]);
  });

  it("prints no Chinese interface in English", async () => {
    const ours = leavesOf(zh).flatMap((leaf) => wordsOf(leaf).match(PHRASE) ?? []);
    const values = await valuesOf(db, (value) => /\p{Script=Han}/u.test(value));
    const dictionary = SCHEMA.flatMap(({ columns }) => columns.map((column) => column.zh));
    const theirs = [...values, ...dictionary].join("\n");
    const about = leavesOf(en).map(wordsOf).join("\n");
    const phrases = new Set(
      ours.filter((words) => !theirs.includes(words) && !about.includes(words)),
    );
    expect(phrases.size).toBeGreaterThan(300);
    const found = PAGES.filter((page) => page.startsWith("en/")).flatMap((page) => {
      const text = textOf(page);
      return [...phrases]
        .filter((words) => text.includes(words))
        .map((words) => `${page}: ${words}`);
    });
    expect(found).toEqual([]);
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

/** What a page says itself: its text without tags, and without what it quotes from a document. */
function textOf(page: string): string {
  return html(page)
    .replace(/<(blockquote|pre|mark)[\s\S]*?<\/\1>/g, " ")
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]*>/g, "\n");
}

/** The part of a page between its masthead and its foot. */
function mainOf(page: string): string {
  return /<main[\s\S]*<\/main>/.exec(html(page))?.[0] ?? "";
}

/** Texts of the data that pass, the longest first: names, goals, values and what was made of them. */
async function valuesOf(db: OpenDatabase, passes: (value: string) => boolean): Promise<string[]> {
  const values = new Set<string>();
  for (const { name, columns } of SCHEMA) {
    for (const row of await db.rows<Record<string, unknown>>(`SELECT * FROM ${name}`)) {
      for (const column of columns) {
        const value = row[column.name];
        if (typeof value === "string" && !OURS.has(column.name) && passes(value)) values.add(value);
      }
    }
  }
  return [...values].sort((a, b) => b.length - a.length);
}

/** A text without some words, as HTML has them. */
function without(text: string, words: readonly string[]): string {
  const escaped = words.map((word) => word.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
  return escaped.reduce((rest, word) => rest.replaceAll(word, " "), text);
}
