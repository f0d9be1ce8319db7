import { describe, expect, it } from "vitest";
import { render } from "../../../src/charts/render.ts";
import { parseSlice } from "../../../src/components/explorer/codec.ts";
import { facetsOf } from "../../../src/components/explorer/facets.ts";
import { figuresOf } from "../../../src/components/explorer/figures.ts";
import { languageOf } from "../../../src/components/language.ts";
import type { Facet } from "../../../src/query/slice-conditions.ts";
import type { FacetValue, RegionShare, SliceView } from "../../../src/query/slice.ts";

const chinese = languageOf("zh");

const value = (facet: Facet, key: string, name: string | null, parent: string | null = null) =>
  ({ facet, key, name, parent }) satisfies FacetValue;

const facets = facetsOf(
  [
    value("region", "520000", "贵州省"),
    value("region", "520500", "毕节市", "520000"),
    value("region", "520600", "铜仁市", "520000"),
    value("region", "441400", "梅州市"),
    value("region", "none", null),
    value("type", "产出指标", "产出指标"),
    value("type", "产出指标-数量指标", "数量指标", "产出指标"),
    value("type", "产出指标-none", null, "产出指标"),
    value("type", "效益指标", "效益指标"),
    value("type", "效益指标-社会效益指标", "社会效益指标", "效益指标"),
    value("department", "jia", "甲局"),
    value("department", "yi", "乙局"),
    value("theme", "对口帮扶", "对口帮扶"),
    value("theme", "none", null),
  ],
  [],
  chinese.words,
);

const region = (key: string, name: string | null, sole: number, shared: number): RegionShare => ({
  key,
  name,
  sole,
  shared,
});

const VIEW: SliceView = {
  headline: { projects: 6, amount: 1_000_000, unstated: 0, indicators: 20 },
  counts: [
    { facet: "theme", key: "对口帮扶", count: 5, value: 750_000 },
    { facet: "theme", key: "none", count: 1, value: 250_000 },
  ],
  regions: [
    region("520600", "铜仁市", 300_000, 100_000),
    region("520500", "毕节市", 0, 100_000),
    region("441400", "梅州市", 50_000, 0),
    region("none", null, 450_000, 0),
  ],
  types: [
    { department: "jia", type: "产出指标-数量指标", value: 600_000 },
    { department: "jia", type: "效益指标-社会效益指标", value: 200_000 },
    { department: "yi", type: "产出指标-none", value: 150_000_000 },
  ],
  targets: [
    { type: "产出指标", kind: "quantity", indicators: 8 },
    { type: "产出指标", kind: "deadline", indicators: 2 },
    { type: "效益指标", kind: "multiple", indicators: 1 },
    { type: "效益指标", kind: "qualitative", indicators: 9 },
  ],
  table: { tab: "projects", rows: [] },
};

const NOTHING: SliceView = {
  ...VIEW,
  headline: { projects: 0, amount: null, unstated: 0, indicators: 0 },
  counts: [],
  regions: [],
  types: [],
  targets: [],
};

const figures = (search = "", view = VIEW) =>
  figuresOf({ slice: parseSlice(search), view }, facets, chinese);

/** The marks of a drawn chart: where each leads, and whether it is chosen. */
function marksOf(figure: ReturnType<typeof figures>["regions"], width = 400) {
  const svg = render(figure.draw!, width);
  return [...svg.matchAll(/<a [^>]*>/g)].map(([tag]) => ({
    key: /data-key="([^"]*)"/.exec(tag)![1],
    search: decodeURIComponent(/href="\/explore\/([^"]*)"/.exec(tag)![1]!).replaceAll("&amp;", "&"),
    chosen: tag.includes("aria-current"),
  }));
}

describe("the titles say the finding", () => {
  it.each<[why: string, search: string, name: keyof ReturnType<typeof figures>, title: string]>([
    ["of regions: who has most", "", "regions", "点名的 3 个地区中，铜仁市最多：40 万元"],
    [
      "of one region: alone and shared",
      "?region=520600",
      "regions",
      "铜仁市：只服务本地 30 万元，与其他地区共有 10 万元",
    ],
    [
      "of a region that shares nothing",
      "?region=441400",
      "regions",
      "梅州市：5 万元，都只服务本地",
    ],
    [
      "of a province: the places inside it",
      "?region=520000",
      "regions",
      "所选 2 个地区：只服务其一 30 万元，几个地区共有 20 万元",
    ],
    ["of no named region", "?region=none", "regions", "没有点名受益地区的：45 万元"],
    [
      "of a region or none",
      "?region=441400&region=none",
      "regions",
      "梅州市：5 万元，都只服务本地；没有点名的 45 万元",
    ],
    ["of themes: which has most", "", "themes", "对口帮扶最多：75 万元，占 75%"],
    ["of a chosen theme", "?theme=none", "themes", "未归类：25 万元，占各协作类型合计的 25%"],
    [
      "of types: where most money is",
      "",
      "types",
      "乙局有“产出指标 › 未分类”的项目金额最多：1.5 亿元",
    ],
    [
      "of types, in the chosen department alone",
      "?department=jia&measure=indicators",
      "types",
      "甲局的“产出指标 › 数量指标”最多：600,000 项指标",
    ],
    [
      "of targets: how many have a number, and who has fewest",
      "",
      "targets",
      "20 项指标中，45%有可核对的数字，效益指标最低，10%",
    ],
    [
      "of targets of a chosen class, also of one below it",
      "?type=产出指标-数量指标",
      "targets",
      "产出指标的 10 项指标中，80%有可核对的数字",
    ],
  ])("%s", (_, search, name, title) => {
    expect(figures(search)[name].title).toBe(title);
  });

  it("that there is none, and nothing is drawn", () => {
    const { regions, themes, targets, types } = figures("?department=bing", NOTHING);
    for (const figure of [regions, themes, targets, types])
      expect(figure.title).toBe("没有符合条件的内容。");
    for (const figure of [regions, themes, targets, types]) expect(figure.draw).toBeNull();
  });

  it("counts what chosen regions share once, as the headline does", () => {
    const view = {
      ...VIEW,
      headline: { ...VIEW.headline, projects: 3 },
      regions: [region("520600", "铜仁市", 2, 1), region("520500", "毕节市", 0, 1)],
    };
    expect(figures("?region=520000&measure=projects", view).regions.title).toBe(
      "所选 2 个地区：只服务其一 2 个项目，几个地区共有 1 个项目",
    );
  });
});

describe("the marks", () => {
  it("of regions lead to the region, and back from it", () => {
    expect(marksOf(figures().regions)).toEqual([
      { key: "520600", search: "?region=520600", chosen: false },
      { key: "520500", search: "?region=520500", chosen: false },
      { key: "441400", search: "?region=441400", chosen: false },
      { key: "none", search: "?region=none", chosen: false },
    ]);
    expect(marksOf(figures("?region=441400&measure=projects").regions)[2]).toEqual({
      key: "441400",
      search: "?measure=projects",
      chosen: true,
    });
  });

  it("of regions are chosen inside a chosen province", () => {
    const chosen = marksOf(figures("?region=520000").regions).filter((mark) => mark.chosen);
    expect(chosen.map(({ key }) => key)).toEqual(["520600", "520500"]);
  });

  it("of types lead to one department and type, and back", () => {
    const [first] = marksOf(figures("?department=yi").types, 760);
    expect(first!.search).toBe("?department=yi&type=产出指标-none");
    const back = marksOf(figures("?department=yi&type=产出指标-none").types, 760)[0]!;
    expect(back).toEqual({ key: "yi 产出指标-none", search: "", chosen: true });
  });

  it("of a chart are one stop for Tab", () => {
    const svg = render(figures().regions.draw!, 400);
    expect(svg.match(/tabindex="0"/g)).toHaveLength(1);
  });
});

describe("the drawings", () => {
  it.each([
    ["regions", 400],
    ["themes", 400],
    ["targets", 400],
    ["types", 360],
    ["types", 760],
  ] as const)("%s at %i pixels", async (name, width) => {
    const svg = render(figures()[name].draw!, width);
    expect(svg).toContain(`viewBox="0 0 ${width} `);
    expect(svg).not.toMatch(/NaN|undefined/);
    await expect(svg.replaceAll("><", ">\n<")).toMatchFileSnapshot(
      `snapshots/${name}-${width}.svg`,
    );
  });

  it("draws the sole part dark, the shared part light, and what no region is named for grey", () => {
    const svg = render(figures().regions.draw!, 400);
    const bars = [...svg.matchAll(/<rect [^>]*fill="var\(--chart-(\w+)\)"[^>]*>/g)];
    const widths = bars.map(([tag, colour]) => [colour, /width="([^"]*)"/.exec(tag)![1]]);
    expect(widths.filter(([, width]) => width !== "0").map(([colour]) => colour)).toEqual([
      "1",
      "shared",
      "shared",
      "1",
      "none",
    ]);
  });
});

it("the numbers of a figure are those of its marks", () => {
  expect(figures().regions.rows[0]).toEqual(["铜仁市", "30 万元", "10 万元", "40 万元"]);
  expect(figures().types.heads).toEqual([
    "部门",
    "产出指标 › 数量指标",
    "产出指标 › 未分类",
    "效益指标 › 社会效益指标",
  ]);
  expect(figures().types.rows[0]).toEqual(["乙局", "0 元", "1.5 亿元", "0 元"]);
  expect(figures().targets.rows[1]).toEqual(["效益指标", "0", "0", "1", "0", "9", "0"]);
});
