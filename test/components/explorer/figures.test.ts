import { describe, expect, it } from "vitest";
import { render } from "../../../src/charts/render.ts";
import { parseSlice } from "../../../src/components/explorer/codec.ts";
import { facetsOf } from "../../../src/components/explorer/facets.ts";
import { figureFor } from "../../../src/components/explorer/figures.ts";
import { rangeOver, stepsOf } from "../../../src/components/explorer/amounts-figure.ts";
import { FIGURES, type FigureName } from "../../../src/components/explorer/look.ts";
import { languageOf } from "../../../src/components/language.ts";
import type { Facet } from "../../../src/query/slice-conditions.ts";
import type { FacetValue } from "../../../src/query/slice-facets.ts";
import type { FamilyTarget, RegionShare } from "../../../src/query/slice-charts.ts";
import type { SliceView } from "../../../src/query/slice.ts";

const chinese = languageOf("zh");

const value = (facet: Facet, key: string, name: string | null, parent: string | null = null) =>
  ({ facet, key, name, parent, nameEn: null }) satisfies FacetValue;

const VALUES = [
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
  value("city", "440100", "广州市"),
  value("city", "441900", "东莞市"),
  value("family", "satisfaction", "满意度"),
  value("family", "training", "培训人数"),
];

const facets = facetsOf(VALUES, [], chinese.words);

/** What is shared whole is three times its share. */
const region = (key: string, name: string | null, sole: number, shared: number): RegionShare => ({
  key,
  name,
  sole,
  shared,
  whole: 3 * shared,
});

const target = (
  family: string,
  unit: string,
  comparison: string,
  value: number,
  indicators: number,
): FamilyTarget => ({
  family,
  unit,
  comparison,
  value,
  indicators,
  departments: 1,
  indicatorId: "a/p01/i02",
  projectId: "a/p01",
  disclosureId: "a",
  page: 3,
  row: 4,
  total: family === "satisfaction" ? 4 : 2,
});

const HEADLINE = {
  projects: 6,
  amount: 1_000_000,
  unstated: 1,
  indicators: 20,
  median: 150_000,
  half: 2,
};

const VIEW: SliceView = {
  headline: HEADLINE,
  counts: [],
  regions: [
    region("520600", "铜仁市", 300_000, 100_000),
    region("520500", "毕节市", 0, 100_000),
    region("441400", "梅州市", 50_000, 0),
    region("none", null, 450_000, 0),
  ],
  flows: [
    { city: "440100", region: "520600", sole: 0, shared: 100_000, whole: 300_000 },
    { city: "440100", region: "none", sole: 450_000, shared: 0, whole: 0 },
    { city: "441900", region: "520600", sole: 300_000, shared: 0, whole: 0 },
  ],
  types: [
    { department: "jia", type: "产出指标-数量指标", sole: 0, shared: 600_000, whole: 900_000 },
    { department: "jia", type: "效益指标-社会效益指标", sole: 0, shared: 200_000, whole: 900_000 },
    { department: "yi", type: "产出指标-none", sole: 150_000_000, shared: 0, whole: 0 },
  ],
  amounts: [
    { from: 0, projects: 1, amount: 0 },
    { from: 50_000, projects: 2, amount: 120_000 },
    { from: 200_000, projects: 2, amount: 880_000 },
    { from: null, projects: 1, amount: null },
  ],
  targets: [
    { type: "产出指标", kind: "quantity", indicators: 8 },
    { type: "产出指标", kind: "deadline", indicators: 2 },
    { type: "效益指标", kind: "multiple", indicators: 1 },
    { type: "效益指标", kind: "qualitative", indicators: 9 },
  ],
  families: [
    target("satisfaction", "%", "≥", 85, 1),
    target("satisfaction", "%", "≥", 90, 3),
    target("training", "人", "=", 20, 1),
    target("training", "人", "≤", 2000, 1),
  ],
};

const NOTHING: SliceView = {
  ...VIEW,
  headline: { projects: 0, amount: null, unstated: 0, indicators: 0, median: null, half: 0 },
  regions: [],
  flows: [],
  types: [],
  amounts: [],
  targets: [],
  families: [],
};

const figure = (name: FigureName, search = "", view = VIEW) =>
  figureFor(name, { slice: parseSlice(search), view }, facets, chinese);

/** The marks of a drawn chart: where each leads, and whether it is chosen. */
function marksOf({ draw }: ReturnType<typeof figure>, width = 400) {
  const svg = render(draw!, width);
  return [...svg.matchAll(/<a [^>]*>/g)].map(([tag]) => ({
    key: /data-key="([^"]*)"/.exec(tag)![1]!,
    search: decodeURIComponent(/href="\/explore\/([^"]*)"/.exec(tag)![1]!).replaceAll("&amp;", "&"),
    chosen: tag.includes("aria-current"),
  }));
}

describe("the titles say the finding", () => {
  it.each<[why: string, search: string, name: FigureName, title: string]>([
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
    [
      "of regions, what is shared counted whole",
      "?count=full",
      "regions",
      "点名的 3 个地区中，铜仁市最多：60 万元",
    ],
    [
      "of regions, what is shared left out",
      "?count=sole",
      "regions",
      "点名的 2 个地区中，铜仁市最多：30 万元",
    ],
    ["of flows: the largest to a place", "", "flows", "最大的一笔流向，从东莞市到铜仁市：30 万元"],
    [
      "of flows from a chosen city, counted whole",
      "?city=440100&count=full",
      "flows",
      "最大的一笔流向，从广州市到铜仁市：30 万元",
    ],
    ["of flows to no place", "?region=none", "flows", "所选项目都没有点名受益地区"],
    [
      "of amounts: the middle one, and how few have half",
      "",
      "amounts",
      "5 个项目，金额居中的是 15 万元；最大的 2 个占总额一半以上",
    ],
    [
      "of families: the one with most numbers, from the least to the greatest",
      "",
      "families",
      "数值目标最多的是“满意度”：4 项，从 85% 到 90%",
    ],
    [
      "of a chosen family",
      "?family=training",
      "families",
      "数值目标最多的是“培训人数”：2 项，从 20 人 到 2,000 人",
    ],
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
      "甲局的“产出指标 › 数量指标”最多：900,000 项指标",
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
    expect(figure(name, search).title).toBe(title);
  });

  it("that there is none, and nothing is drawn", () => {
    for (const name of FIGURES) {
      const { title, draw } = figure(name, "?department=bing", NOTHING);
      expect(title).toMatch(/^(没有符合条件的内容。|所选指标没有两项以上可以并列的数值目标)$/);
      expect(draw).toBeNull();
    }
  });

  it("counts what chosen regions share once, as the headline does", () => {
    const view = {
      ...VIEW,
      headline: { ...VIEW.headline, projects: 3 },
      regions: [region("520600", "铜仁市", 2, 1), region("520500", "毕节市", 0, 1)],
    };
    expect(figure("regions", "?region=520000&measure=projects", view).title).toBe(
      "所选 2 个地区：只服务其一 2 个项目，几个地区共有 1 个项目",
    );
  });
});

describe("the marks", () => {
  it("of regions lead to the region, and back from it", () => {
    expect(marksOf(figure("regions"))).toEqual([
      { key: "520600", search: "?region=520600", chosen: false },
      { key: "520500", search: "?region=520500", chosen: false },
      { key: "441400", search: "?region=441400", chosen: false },
      { key: "none", search: "?region=none", chosen: false },
    ]);
    expect(marksOf(figure("regions", "?region=441400&measure=projects"))[2]).toEqual({
      key: "441400",
      search: "?measure=projects",
      chosen: true,
    });
  });

  it("of regions are chosen inside a chosen province", () => {
    const chosen = marksOf(figure("regions", "?region=520000")).filter((mark) => mark.chosen);
    expect(chosen.map(({ key }) => key)).toEqual(["520600", "520500"]);
  });

  it("of types lead to one department and type, and back", () => {
    const [first] = marksOf(figure("types", "?department=yi"), 760);
    expect(first!.search).toBe("?department=yi&type=产出指标-none");
    const back = marksOf(figure("types", "?department=yi&type=产出指标-none"), 760)[0]!;
    expect(back).toEqual({ key: "yi 产出指标-none", search: "", chosen: true });
  });

  it("of a chart are one stop for Tab", () => {
    const svg = render(figure("regions").draw!, 400);
    expect(svg.match(/tabindex="0"/g)).toHaveLength(1);
  });
});

describe("the drawings", () => {
  it.each([
    ["regions", 400],
    ["flows", 400],
    ["flows", 760],
    ["amounts", 360],
    ["families", 400],
    ["targets", 400],
    ["types", 360],
    ["types", 760],
  ] as const)("%s at %i pixels", async (name, width) => {
    const svg = render(figure(name).draw!, width);
    expect(svg).toContain(`viewBox="0 0 ${width} `);
    expect(svg).not.toMatch(/NaN|undefined/);
    await expect(svg.replaceAll("><", ">\n<")).toMatchFileSnapshot(
      `snapshots/${name}-${width}.svg`,
    );
  });

  it("draws the sole part dark, the shared part light, and what no region is named for grey", () => {
    const svg = render(figure("regions").draw!, 400);
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

describe("what is counted", () => {
  it("of what is shared is nothing, a share or the whole", () => {
    const tongren = (search: string) =>
      figure("regions", search).rows.find(([name]) => name === "铜仁市")![1];
    expect(["?count=sole", "", "?count=full"].map(tongren)).toEqual([
      "30 万元",
      "40 万元",
      "60 万元",
    ]);
    const jia = (search: string) =>
      figure("types", search).rows.find(([name]) => name === "甲局")![1];
    expect(["?count=sole", "", "?count=full"].map(jia)).toEqual(["0 元", "60 万元", "90 万元"]);
  });

  it("is said in the note, and offered where something is shared", () => {
    expect(figure("regions").notes.join()).toContain("均分是本站的约定");
    expect(figure("regions", "?count=full").notes.join()).toContain("不能相加");
    expect(figure("types", "?measure=indicators").shared).toBeNull();
    expect(FIGURES.filter((name) => figure(name).shared !== null)).toEqual([
      "regions",
      "flows",
      "types",
    ]);
  });
});

describe("the numbers of a figure", () => {
  it("are those of its marks", () => {
    expect(figure("regions").rows[0]).toEqual([
      "铜仁市",
      "40 万元",
      "30 万元",
      "10 万元",
      "30 万元",
    ]);
    expect(figure("types").heads).toEqual([
      "部门",
      "产出指标 › 数量指标",
      "产出指标 › 未分类",
      "效益指标 › 社会效益指标",
    ]);
    expect(figure("types").rows[0]).toEqual(["乙局", "0 元", "1.5 亿元", "0 元"]);
    expect(figure("targets").rows[1]).toEqual(["效益指标", "0", "0", "1", "0", "9", "0"]);
    expect(figure("families").rows[1]).toEqual(["满意度 ≥ 90%", "3", "1"]);
    expect(figure("amounts").rows).toEqual([
      ["金额为 0", "1", "0 元"],
      ["未载明金额", "1", "—"],
      ["5 万元—10 万元", "2", "12 万元"],
      ["20 万元—50 万元", "2", "88 万元"],
    ]);
  });

  it.each(FIGURES)("of %s have a card for every mark, as wide as their heads", (name) => {
    const { cards, rows, heads } = figure(name);
    for (const { key } of marksOf(figure(name))) expect(cards.get(key)?.title).toBeTruthy();
    for (const row of rows) expect(row).toHaveLength(heads.length);
  });

  it("lead from a target to its indicator and its place in the source", () => {
    const links = figure("families").cards.get("satisfaction % ≥90")!.links;
    expect(links.map(({ href }) => href)).toEqual([
      "/families/satisfaction/",
      "/projects/a/p01/#i02",
      "/disclosures/a/source/#p3r4",
    ]);
  });
});

describe("the steps of amounts", () => {
  it("have those between that nothing is in, what has no place on the scale first", () => {
    expect(stepsOf(VIEW.amounts).map(({ range, projects }) => [range, projects])).toEqual([
      [{ from: null, below: 1 }, 1],
      ["none", 1],
      [{ from: 50_000, below: 100_000 }, 2],
      [{ from: 100_000, below: 200_000 }, 0],
      [{ from: 200_000, below: 500_000 }, 2],
    ]);
  });

  it("rise from any step to the next", () => {
    const ends = [
      { from: 1, projects: 1, amount: 1 },
      { from: 1e12, projects: 1, amount: 1e12 },
    ];
    const froms = stepsOf(ends).map(({ range }) => (range === "none" ? null : range.from));
    expect(froms.slice(0, 5)).toEqual([1, 2, 5, 10, 20]);
    expect(froms).toHaveLength(37);
  });

  it.each<[why: string, keys: string[], range: unknown]>([
    [
      "from the first to the last",
      ["50000-100000", "100000-200000"],
      { from: 50_000, below: 200_000 },
    ],
    ["of nothing", ["-1"], { from: null, below: 1 }],
    ["of nothing and more", ["-1", "none", "50000-100000"], { from: null, below: 100_000 }],
    ["of what is not stated", ["none"], "none"],
    ["of no step", [], null],
  ])("are a range: %s", (_, keys, range) => {
    expect(rangeOver(keys)).toEqual(range);
  });
});

it("English figures have no Chinese but names", () => {
  const english = languageOf("en");
  const told = { slice: parseSlice(""), view: VIEW };
  for (const name of FIGURES) {
    const { title, notes, unit, heads } = figureFor(
      name,
      told,
      facetsOf(VALUES, [], english.words),
      english,
    );
    const text = [title, ...notes, unit, ...(name === "types" ? heads.slice(0, 1) : heads)].join(
      " ",
    );
    expect(text.replace(/铜仁市|东莞市|广州市|满意度|乙局/g, "")).not.toMatch(/\p{Script=Han}/u);
  }
});
