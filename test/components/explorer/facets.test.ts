import { describe, expect, it } from "vitest";
import { parseSlice } from "../../../src/components/explorer/codec.ts";
import { facetsOf, isWithin, sentenceOf } from "../../../src/components/explorer/facets.ts";
import { languageOf } from "../../../src/components/language.ts";
import type { Facet } from "../../../src/query/slice-conditions.ts";
import type { FacetValue } from "../../../src/query/slice.ts";

const chinese = languageOf("zh");

const value = (facet: Facet, key: string, name: string | null, parent: string | null = null) =>
  ({ facet, key, name, parent }) satisfies FacetValue;

const facets = facetsOf(
  [
    value("region", "none", null),
    value("region", "520500", "毕节市", "520000"),
    value("region", "520000", "贵州省"),
    value("region", "520526", "威宁彝族回族苗族自治县", "520500"),
    value("region", "441400", "梅州市", "440000"),
    value("type", "none", null),
    value("type", "none-none", null, "none"),
    value("type", "满意度指标", "满意度指标"),
    value("type", "产出指标", "产出指标"),
    value("type", "产出指标-none", null, "产出指标"),
    value("type", "产出指标-成本指标", "成本指标", "产出指标"),
    value("type", "产出指标-数量指标", "数量指标", "产出指标"),
    value("department", "jia", "甲局"),
    value("department", "yi", "乙局"),
    value("year", "2023", "2023"),
    value("year", "2024", "2024"),
    value("year", "none", null),
  ],
  [{ facet: "department", key: "yi", count: 9, value: null }],
  chinese.words,
);

const keys = (facet: Facet) => facets.trees[facet].map(({ key }) => key);

describe("facetsOf", () => {
  it("nests regions, and keeps one whose province the data does not have within reach", () => {
    expect(keys("region")).toEqual(["441400", "520000", "none"]);
    const guizhou = facets.trees.region[1]!;
    expect(guizhou.children.map(({ name }) => name)).toEqual(["毕节市"]);
    expect(guizhou.children[0]!.children.map(({ key }) => key)).toEqual(["520526"]);
  });

  it("orders classes as the forms do, what is unclassified last", () => {
    expect(keys("type")).toEqual(["产出指标", "满意度指标", "none"]);
    expect(facets.trees.type[0]!.children.map(({ name }) => name)).toEqual([
      "数量指标",
      "成本指标",
      "未分类",
    ]);
  });

  it("orders departments by how much they have, years from the latest", () => {
    expect(keys("department")).toEqual(["yi", "jia"]);
    expect(keys("year")).toEqual(["2024", "2023", "none"]);
  });

  it.each<[facet: Facet, key: string, name: string]>([
    ["type", "产出指标-数量指标", "产出指标 › 数量指标"],
    ["type", "产出指标-none", "产出指标 › 未分类"],
    ["type", "产出指标", "产出指标"],
    ["region", "520526", "威宁彝族回族苗族自治县"],
    ["region", "none", "未点名地区"],
    ["theme", "none", "未归类"],
    ["region", "999999", "999999"],
  ])("names %s %s: %s", (facet, key, name) => {
    expect(facets.nameOf(facet, key)).toBe(name);
  });
});

describe("sentenceOf", () => {
  const say = (search: string) =>
    sentenceOf(parseSlice(search), facets, chinese.words)
      .map(({ text }) => text)
      .join("");

  it.each<[why: string, search: string, sentence: string]>([
    ["everything", "", "全部项目和指标，按金额计。"],
    ["one value", "?region=441400", "受益地区为梅州市的项目和指标，按金额计。"],
    [
      "values of one facet are alternatives, facets narrow one another",
      "?region=441400&region=none&year=2024&measure=indicators",
      "受益地区为梅州市或未点名地区，且预算年度为2024的项目和指标，按指标数计。",
    ],
    ["a value nobody knows", "?department=bing", "部门为bing的项目和指标，按金额计。"],
  ])("says %s", (_, search, sentence) => {
    expect(say(search)).toBe(sentence);
  });

  it("gives each condition as a piece that can be removed", () => {
    const pieces = sentenceOf(parseSlice("?region=441400&year=2024"), facets, chinese.words);
    expect(pieces.flatMap((piece) => (piece.kind === "value" ? [piece.key] : []))).toEqual([
      "441400",
      "2024",
    ]);
  });
});

describe("isWithin", () => {
  it.each<[why: string, search: string, key: string, expected: boolean]>([
    ["all is within no choice", "", "441400", true],
    ["a value is within itself", "?region=441400", "441400", true],
    ["a county is within its province", "?region=520000", "520526", true],
    ["a province is not within its county", "?region=520526", "520000", false],
    ["another is not", "?region=441400", "520000", false],
  ])("%s", (_, search, key, expected) => {
    expect(isWithin(parseSlice(search), "region", key, facets)).toBe(expected);
  });
});
