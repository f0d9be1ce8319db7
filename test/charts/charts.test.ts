import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { DrawContext } from "../../src/charts/context.ts";
import { flowChart } from "../../src/charts/flow-chart.ts";
import { regionBars } from "../../src/charts/region-bars.ts";
import { render } from "../../src/charts/render.ts";
import { typeBars } from "../../src/charts/type-bars.ts";
import { typeCells } from "../../src/charts/type-cells.ts";
import { formatsIn } from "../../src/format.ts";
import type { Flow, TypeCount } from "../../src/query/home.ts";

const WIDE = 1000;
const NARROW = 360;

const flow = (
  city: string | null,
  region: string | null,
  regionShort: string | null,
  amount: number,
): Flow => ({
  cityCode: null,
  city,
  departmentId: city,
  department: city,
  regionCode: region,
  region,
  regionShort,
  amount,
  projects: 1,
});

const FLOWS = [
  flow("广州市", null, null, 1_684_498_000),
  flow("东莞市", "铜仁市", "铜仁", 510_000_000),
  flow("广州市", "黔南布依族苗族自治州", "黔南", 70_573_333),
  flow("广州市", "黔南布依族苗族自治州", "黔南", 10_000_000),
  flow(null, "铜仁市", "铜仁", 2_000_000),
  flow("东莞市", "巫山县", "巫山", 0),
];

const { formatYuanBrief } = formatsIn("zh");
const FLOW_WORDS = {
  formatYuanBrief,
  label: "资金流向",
  unnamed: "未点名地区",
  otherCities: (cities: number) => `其余 ${cities} 个城市`,
  otherRegions: (regions: number) => `其余 ${regions} 个地区`,
  unknownCity: "城市未载明",
};

const REGIONS = [
  { name: "清远市", shortName: "清远", sole: 202_156_400, shared: 1_604_000 },
  { name: "黔南布依族苗族自治州", shortName: "黔南", sole: 0, shared: 70_573_333 },
  { name: "贵州省", shortName: "贵州", sole: 0, shared: 0 },
];

const type = (
  department: string,
  level1: string | null,
  level2: string | null,
  indicators: number,
  share: number,
): TypeCount => ({ departmentId: department, department, level1, level2, indicators, share });

const TYPES = [
  type("甲市协作办公室", "效益指标", null, 7, 0.35),
  type("甲市协作办公室", "产出指标", "数量指标", 12, 0.6),
  type("甲市协作办公室", "产出指标", "成本指标", 1, 0.05),
  type("乙局", "成本指标", "经济成本指标", 1, 0.5),
  type("乙局", null, null, 1, 0.5),
];

const level = (name: string) => name.replace("指标", "");
const CELL_WORDS = { label: "指标类型", levelLabel: level, untold: "未细分", unclassed: "未分类" };
const BAR_WORDS = {
  label: "指标类型",
  classLabel: (level1: string | null, level2: string | null) =>
    `${level(level1 ?? "未分类")}${level(level2 ?? "")}`,
};

const CHARTS: [name: string, draw: (context: DrawContext) => Element][] = [
  ["flow-chart", (context) => flowChart(FLOWS, FLOW_WORDS, context)],
  [
    "region-bars",
    (context) => regionBars(REGIONS, { label: "各地区项目预算", formatYuanBrief }, context),
  ],
  ["type-cells", (context) => typeCells(TYPES, CELL_WORDS, context)],
  ["type-bars", (context) => typeBars(TYPES.slice(0, 3), BAR_WORDS, context)],
];

/** The words of a chart, in the order drawn. */
function textsOf(svg: string): string[] {
  const { document } = parseHTML(svg);
  return [...document.querySelectorAll("text")].map((text) => text.textContent.trim());
}

describe.each(CHARTS)("%s", (name, draw) => {
  it.each([
    ["wide", WIDE],
    ["narrow", NARROW],
  ])("is drawn %s without a number that is none", async (variant, width) => {
    const svg = render(draw, width);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(svg).toMatch(/^<svg[^>]+aria-label="/);
    expect(svg).not.toContain("<style");
    await expect(svg).toMatchFileSnapshot(`./snapshots/${name}-${variant}.svg`);
  });

  it("takes its colours from the page, so that it follows the colour scheme", () => {
    expect(render(draw, WIDE)).not.toMatch(/#[0-9a-f]{3,6}\b|(?:fill|stroke)="(?:black|white)"/i);
  });
});

describe("flowChart", () => {
  it("adds up flows of one pair, keeps what names no region, and drops what is nothing", () => {
    const svg = render((context) => flowChart(FLOWS, FLOW_WORDS, context), WIDE);
    expect(textsOf(svg)).toEqual([
      "广州市 17.7 亿元",
      "东莞市 5.1 亿元",
      "城市未载明 200 万元",
      "未点名地区 16.8 亿元",
      "黔南布依族苗族自治州 8,057 万元",
      "铜仁市 5.12 亿元",
    ]);
  });

  it("uses short names on a phone", () => {
    const svg = render((context) => flowChart(FLOWS, FLOW_WORDS, context), NARROW);
    expect(textsOf(svg)).toContain("黔南 8,057 万元");
  });

  it("draws the smaller of many regions as one", () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      flow("甲市", `${i}县`, `${i}`, 1_000_000 * (i + 1)),
    );
    const texts = textsOf(render((context) => flowChart(many, FLOW_WORDS, context), WIDE));
    expect(texts).toContain("其余 6 个地区 2,100 万元");
    expect(texts).toHaveLength(1 + 24 + 1);
  });

  it("draws the smaller of many cities as one, but no city as “one other”", () => {
    const cities = (count: number) =>
      Array.from({ length: count }, (_, i) => flow(`${i}市`, "1", "丙", 1_000_000 * (i + 1)));
    const texts = (count: number) =>
      textsOf(render((context) => flowChart(cities(count), FLOW_WORDS, context), WIDE));
    expect(texts(12)).toContain("其余 2 个城市 300 万元");
    expect(texts(11).join()).not.toContain("其余");
  });
});

describe("regionBars", () => {
  it("labels each bar with the sum of both parts", () => {
    const svg = render(
      (context) => regionBars(REGIONS, { label: "", formatYuanBrief }, context),
      WIDE,
    );
    expect(textsOf(svg)).toEqual([
      ...REGIONS.map((region) => region.name),
      "2.04 亿元",
      "7,057 万元",
      "0 元",
    ]);
  });
});

describe("typeCells", () => {
  it("groups columns in the order of the forms and leaves out classes that do not occur", () => {
    const svg = render((context) => typeCells(TYPES, CELL_WORDS, context), WIDE);
    expect(textsOf(svg)).toEqual([
      ...["产出", "效益", "成本", "未分类"],
      ...["数量", "成本", "未细分", "经济成本", "未细分"],
      ...["甲市协作办公室", "乙局"],
      ...["7", "12", "1", "1", "1"],
    ]);
  });
});

describe("typeBars", () => {
  it("keeps the order of the forms, whatever the order of the rows", () => {
    const svg = render((context) => typeBars(TYPES.slice(0, 3), BAR_WORDS, context), WIDE);
    expect(textsOf(svg)).toEqual(["产出数量", "产出成本", "效益", "12", "1", "7"]);
  });
});
