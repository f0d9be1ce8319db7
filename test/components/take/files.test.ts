import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { languageOf } from "../../../src/components/language.ts";
import { fileOf, FORMATS, type Package } from "../../../src/components/take/files.ts";
import { toParquet } from "../../../src/components/take/parquet.ts";
import { RECORDS } from "./records.ts";

const chinese = languageOf("zh");
const english = languageOf("en");
const TABLE: Package = {
  records: RECORDS,
  name: "项目",
  selection: { zh: "全部项目和指标，按金额计。", en: "All projects and indicators, by amount." },
  sql: "SELECT 1",
  cited: {
    site: "预算绩效图谱",
    title: "全部项目和指标，按金额计",
    url: "https://example.org/explore/",
    version: "0a1b2c3d",
    accessed: new Date(2026, 10, 5),
  },
};

it.each([
  ["csv", "项目.csv"],
  ["spreadsheet", "项目.csv"],
  ["xlsx", "项目.xlsx"],
  ["parquet", "项目.parquet"],
  ["sql", "项目.sql"],
  ["zip", "项目.zip"],
] as const)("makes %s", async (format, name) => {
  const file = await fileOf(format, TABLE, [chinese]);
  expect(file.name).toBe(name);
  expect(file.content.length).toBeGreaterThan(0);
  expect(FORMATS).toContain(format);
});

it("says above the query what it selects, where and how to run it", async () => {
  const { content } = await fileOf("sql", TABLE, [english, chinese]);
  expect(content).toBe(
    "-- All projects and indicators, by amount.\n-- https://example.org/explore/\n" +
      "-- To run it: duckdb atlas.duckdb < view.sql\nSELECT 1;\n",
  );
});

it("packs data, dictionary, README in both languages, citations and query", async () => {
  const { content } = await fileOf("zip", TABLE, [chinese, english]);
  const files = unzipSync(content as Uint8Array);
  const text = (name: string) => strFromU8(files[`项目/${name}`]!);
  expect(Object.keys(files).sort()).toEqual(
    [
      "README.md",
      "citation.bib",
      "citation.txt",
      "data.csv",
      "data.parquet",
      "dictionary.csv",
      "view.sql",
    ].map((name) => `项目/${name}`),
  );
  expect(text("data.csv").split("\r\n")[0]).toBe("project,amount_yuan,target_text,deadline");
  expect(files["项目/data.parquet"]).toEqual(toParquet(RECORDS));
  expect(text("dictionary.csv")).toContain("amount_yuan,金额（元）,money,当年金额");
  expect(text("README.md")).toContain("选择：全部项目和指标，按金额计。");
  expect(text("README.md")).toContain("Selection: All projects and indicators, by amount.");
  expect(text("README.md")).toContain("2 行");
  expect(text("README.md")).toContain("2 rows");
  expect(text("citation.txt")).toContain("[DS/OL]");
  expect(text("citation.bib")).toContain("@misc{");
});
