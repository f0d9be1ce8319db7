import { expect, it } from "vitest";
import { cite, isoDate, type Cited } from "../../../src/components/take/citation.ts";

const CITED: Cited = {
  site: "预算绩效图谱",
  title: "受益地区为梅州市的项目和指标，按金额计",
  url: "https://example.org/explore/?region=441400",
  version: "0a1b2c3d",
  accessed: new Date(2026, 10, 5, 23, 59),
};

it("cites by GB/T 7714, as a data set online, with the day it was looked at", () => {
  expect(cite(CITED).gb).toBe(
    "预算绩效图谱. 受益地区为梅州市的项目和指标，按金额计（数据版本 0a1b2c3d）[DS/OL]. [2026-11-05]. https://example.org/explore/?region=441400.",
  );
});

it("cites by APA, without a date that nobody has stated", () => {
  expect(cite(CITED).apa).toBe(
    "预算绩效图谱. (n.d.). 受益地区为梅州市的项目和指标，按金额计 (Version 0a1b2c3d) [Data set]. Retrieved November 5, 2026, from https://example.org/explore/?region=441400",
  );
});

it("cites by BibTeX, with the signs of TeX escaped in words and the address as it is", () => {
  const { bibtex } = cite({
    ...CITED,
    title: "50% of A&B_{c} #1 ~ \\x",
    url: "https://e.org/?a=1&b={2}",
  });
  expect(bibtex).toBe(`@misc{budget-performance-atlas-0a1b2c3d,
  author = {{预算绩效图谱}},
  title = {{50\\% of A\\&B\\_\\{c\\} \\#1 \\textasciitilde{} \\textbackslash{}x}},
  version = {0a1b2c3d},
  url = {https://e.org/?a=1&b=%7B2%7D},
  urldate = {2026-11-05},
  note = {Data set, version 0a1b2c3d, accessed 2026-11-05}
}
`);
});

it("tells the day where the reader is", () => {
  expect(isoDate(new Date(2026, 0, 9, 0, 0))).toBe("2026-01-09");
});
