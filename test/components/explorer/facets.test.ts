import { describe, expect, it } from "vitest";
import { formatSlice, parseSlice } from "../../../src/components/explorer/codec.ts";
import { facetsOf, isWithin, matching, sizeOf } from "../../../src/components/explorer/facets.ts";
import { sentenceOf } from "../../../src/components/explorer/sentence.ts";
import { languageOf } from "../../../src/components/language.ts";
import type { Facet } from "../../../src/query/slice-conditions.ts";
import type { FacetValue } from "../../../src/query/slice-facets.ts";

const chinese = languageOf("zh");

const value = (facet: Facet, key: string, name: string | null, parent: string | null = null) =>
  ({ facet, key, name, parent, nameEn: null }) satisfies FacetValue;

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
    value("funding", "none", null),
    value("funding", "other", null),
    value("funding", "fiscal", null),
    value("target", "missing", null),
    value("target", "quantity", null),
    value("target", "quantity-<", "<", "quantity"),
    value("target", "quantity-≥", "≥", "quantity"),
    value("finding", "note", null),
    value("finding", "error", null),
    value("finding", "amount/zero", "金额是 0 吗？", "error"),
    value("finding", "target/missing", "目标载明了吗？", "error"),
    { ...value("family", "satisfaction", "满意度"), nameEn: "satisfaction" },
  ],
  [
    { facet: "department", key: "yi", count: 9 },
    { facet: "finding", key: "target/missing", count: 2 },
  ],
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

  it("orders sources, targets and severities as they are told, rules by how many there are", () => {
    expect(keys("funding")).toEqual(["fiscal", "other", "none"]);
    expect(keys("target")).toEqual(["quantity", "missing"]);
    expect(facets.trees.target[0]!.children.map(({ name }) => name)).toEqual(["≥", "<"]);
    expect(keys("finding")).toEqual(["error", "note"]);
    expect(facets.trees.finding[0]!.children.map(({ key }) => key)).toEqual([
      "target/missing",
      "amount/zero",
    ]);
  });

  it("names what has an English name in English", () => {
    const english = facetsOf(
      [
        { ...value("family", "satisfaction", "满意度"), nameEn: "satisfaction" },
        value("type", "产出指标", "产出指标"),
        value("region", "441400", "梅州市"),
      ],
      [],
      languageOf("en").words,
    );
    expect(english.nameOf("family", "satisfaction")).toBe("satisfaction");
    expect(english.nameOf("type", "产出指标")).toBe("Output");
    expect(english.nameOf("region", "441400")).toBe("梅州市");
  });

  it.each<[facet: Facet, key: string, name: string]>([
    ["type", "产出指标-数量指标", "产出指标 › 数量指标"],
    ["type", "产出指标-none", "产出指标 › 未分类"],
    ["type", "产出指标", "产出指标"],
    ["region", "520526", "威宁彝族回族苗族自治县"],
    ["region", "none", "未点名地区"],
    ["theme", "none", "未归类"],
    ["region", "999999", "999999"],
    ["funding", "other", "其他资金"],
    ["target", "quantity-≥", "数量 ≥"],
    ["finding", "error", "差异"],
    ["finding", "target/missing", "目标载明了吗？"],
  ])("names %s %s: %s", (facet, key, name) => {
    expect(facets.nameOf(facet, key)).toBe(name);
  });
});

describe("sentenceOf", () => {
  const say = (search: string) =>
    sentenceOf(parseSlice(search), facets, chinese)
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
    [
      "amounts as a range",
      "?amount=10000-500000&theme=none",
      "协作类型为未归类，且项目金额为不少于 1 万元、少于 50 万元的项目和指标，按金额计。",
    ],
    [
      "how what is shared counts, where it is asked for",
      "?count=full",
      "全部项目和指标，按金额计，多地区、多类型的各计全额。",
    ],
    [
      "words before all else",
      "?year=2024&q=满意度 ≥90%25",
      "含有“满意度 ≥90%”，且预算年度为2024的项目和指标，按金额计。",
    ],
    ["a value nobody knows", "?department=bing", "部门为bing的项目和指标，按金额计。"],
  ])("says %s", (_, search, sentence) => {
    expect(say(search)).toBe(sentence);
  });

  it("gives each condition as a piece that can be removed", () => {
    const pieces = sentenceOf(parseSlice("?region=441400&year=2024&amount=1-2"), facets, chinese);
    expect(pieces.flatMap((piece) => (piece.kind === "value" ? [piece.key] : []))).toEqual([
      "441400",
      "2024",
      "",
    ]);
    const values = pieces.flatMap((piece) => (piece.kind === "value" ? [piece.without] : []));
    expect(values.map((without) => formatSlice(without))).toEqual([
      "?amount=1-2&year=2024",
      "?amount=1-2&region=441400",
      "?region=441400&year=2024",
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

describe("matching", () => {
  const found = (query: string) =>
    matching(facets.trees.region, ({ name }) => name.includes(query));

  it("keeps what contains a value that is looked for, and what a found one contains", () => {
    const [guizhou, ...others] = found("威宁");
    expect(others).toEqual([]);
    expect(guizhou?.key).toBe("520000");
    expect(sizeOf([guizhou!])).toBe(3);
    expect(sizeOf(found("贵州"))).toBe(3);
    expect(found("铜仁")).toEqual([]);
  });
});
