import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "../../src/query/database.ts";
import { SORTS, TABS, WHOLE, type Facet, type Slice } from "../../src/query/slice-conditions.ts";
import { facetValues } from "../../src/query/slice-facets.ts";
import { rowDetail } from "../../src/query/row-detail.ts";
import { sliceRows, type Part } from "../../src/query/slice-rows.ts";
import { slicePart, sliceView, type SliceView } from "../../src/query/slice.ts";
import { ENGINES, sampleAtlas, type SampleAtlas } from "./engines.ts";

let atlas: SampleAtlas;
beforeAll(async () => {
  atlas = await sampleAtlas();
});
afterAll(() => atlas.remove());

const slice = (some: Partial<Slice>): Slice => ({ ...WHOLE, ...some });

describe.each(ENGINES)("in %s", (_, open) => {
  let db: OpenDatabase;
  beforeAll(async () => {
    db = await open(atlas.file);
  });
  afterAll(() => db.close());

  async function part<Name extends keyof SliceView>(
    name: Name,
    some: Partial<Slice> = {},
  ): Promise<SliceView[Name]> {
    return (await slicePart(db, slice(some), name))[name];
  }

  /** The counts of one facet: key → count. */
  async function countsOf(facet: Facet, some: Partial<Slice>): Promise<Record<string, number>> {
    const own = (await part("counts", some)).filter((count) => count.facet === facet);
    return Object.fromEntries(own.map(({ key, count }) => [key, count]));
  }

  async function idsOf(some: Partial<Slice>, part?: Part): Promise<string[]> {
    const table = await sliceRows(db, slice(some), part);
    return table.tab === "projects"
      ? table.rows.map((row) => row.projectId)
      : table.rows.map((row) => row.indicatorId);
  }

  describe("the headline", () => {
    it.each<
      [
        why: string,
        some: Partial<Slice>,
        projects: number,
        amount: number | null,
        indicators: number,
      ]
    >([
      ["of everything, with the department's own indicator", {}, 5, 6_700_000.5, 12],
      ["of a place, a project of two places whole", { region: ["441400"] }, 2, 5_200_000, 5],
      ["of a province, with the places inside it", { region: ["520000"] }, 1, null, 2],
      ["of two places: a project of both once", { region: ["440200", "441400"] }, 2, 5_200_000, 5],
      ["where no place is named", { region: ["none"] }, 1, 0, 2],
      ["of a place or none", { region: ["540000", "none"] }, 2, 1_500_000.5, 5],
      ["of a level-1 class: only indicators of it", { type: ["满意度指标"] }, 2, 5_200_000, 2],
      ["of a level-2 class", { type: ["产出指标-数量指标"] }, 3, 5_200_000, 3],
      [
        "of the level-1 class 成本指标, not the one below output",
        { type: ["成本指标"] },
        0,
        null,
        1,
      ],
      ["of the cost class below output", { type: ["产出指标-成本指标"] }, 1, 1_500_000.5, 1],
      ["of a paying city", { city: ["441900"] }, 2, 3_000_000, 4],
      ["of the province that cities are in", { city: ["440000"] }, 5, 6_700_000.5, 12],
      ["of a spending unit", { unit: ["甲市对口支援中心"] }, 1, 1_500_000.5, 3],
      ["of no unit, with the department's own", { unit: ["none"] }, 2, 3_000_000, 5],
      ["of money from other funds", { funding: ["other"] }, 1, 1_500_000.5, 3],
      ["of no source stated", { funding: ["none"] }, 2, 0, 4],
      ["of fiscal money or none stated", { funding: ["fiscal", "none"] }, 5, 6_700_000.5, 12],
      ["of a kind of target", { target: ["range"] }, 1, 0, 1],
      ["of a kind and comparison", { target: ["quantity-≤"] }, 1, 1_500_000.5, 2],
      ["of a family", { family: ["satisfaction"] }, 2, 5_200_000, 2],
      [
        "of a family and a type that no indicator has together",
        { family: ["acceptance-rate"], type: ["满意度指标"] },
        0,
        null,
        0,
      ],
      [
        "of a rule that an indicator breaks: its project, and it alone",
        { finding: ["target/missing"] },
        1,
        null,
        1,
      ],
      [
        "of a rule that a project breaks as a whole: all its indicators",
        { finding: ["amount/parts-differ"] },
        1,
        3_000_000,
        2,
      ],
      ["of a severity", { finding: ["error", "warning"] }, 2, 3_000_000, 3],
      [
        "of amounts from one and below the other",
        { amount: { from: 1_500_000.5, below: 2_200_000 } },
        1,
        1_500_000.5,
        3,
      ],
      ["of amounts from one up", { amount: { from: 2_200_000, below: null } }, 2, 5_200_000, 5],
      ["of nothing, which is no number", { amount: { from: null, below: 1 } }, 1, 0, 1],
      ["of every stated amount", { amount: { from: null, below: null } }, 4, 6_700_000.5, 9],
      ["where no amount is stated", { amount: "none" }, 1, null, 3],
      ["of no class", { type: ["none"] }, 1, null, 1],
      ["of no class below none", { type: ["none-none"] }, 1, null, 1],
      ["of a department", { department: ["yi"] }, 2, 3_000_000, 4],
      ["of a year in which only the department has indicators", { year: ["2024"] }, 0, null, 1],
      ["of a theme", { theme: ["对口帮扶"] }, 2, 5_200_000, 5],
      ["of no theme", { theme: ["none"] }, 1, 0, 2],
      [
        "of several facets at once",
        { region: ["441400"], department: ["jia"], type: ["产出指标", "效益指标"] },
        1,
        2_200_000,
        2,
      ],
      ["of a value that the data does not have", { department: ["bing"] }, 0, null, 0],
      ["of a value that is no number", { year: ["' OR 1=1 --"] }, 0, null, 0],
    ])("%s", async (_, some, projects, amount, indicators) => {
      expect(await part("headline", some)).toMatchObject({ projects, amount, indicators });
    });

    it("tells how many projects state no amount", async () => {
      expect((await part("headline")).unstated).toBe(1);
      expect((await part("headline", { department: ["jia"] })).unstated).toBe(0);
    });

    it("tells the median of the stated amounts, and how few projects have half of all", async () => {
      expect(await part("headline")).toMatchObject({ median: 1_850_000.25, half: 2 });
      expect(await part("headline", { theme: ["东西部协作"] })).toMatchObject({
        median: null,
        half: 0,
      });
    });
  });

  describe("the facet values", () => {
    it("are those of the data, with what contains them; seats of departments are no regions", async () => {
      const values = await facetValues(db);
      const of = (facet: Facet) =>
        values.filter((value) => value.facet === facet).map(({ key, parent }) => [key, parent]);
      expect(of("region")).toEqual([
        ["440000", null],
        ["440200", "440000"],
        ["441400", "440000"],
        ["520000", null],
        ["522300", "520000"],
        ["540000", null],
        ["650000", null],
        ["none", null],
      ]);
      expect(of("type")).toContainEqual(["产出指标-成本指标", "产出指标"]);
      expect(of("type")).toContainEqual(["成本指标", null]);
      expect(of("type")).toContainEqual(["none-none", "none"]);
      expect(of("department")).toEqual([
        ["jia", null],
        ["yi", null],
      ]);
      expect(of("year").map(([key]) => key)).toEqual(["2024", "2025"]);
      expect(of("theme").map(([key]) => key)).toEqual(
        ["none", "东西部协作", "对口帮扶", "对口支援"].sort(),
      );
    });

    it("have names", async () => {
      const values = await facetValues(db);
      const named = (key: string) => values.find((value) => value.key === key)?.name;
      expect(named("441400")).toBe("梅州市");
      expect(named("产出指标-数量指标")).toBe("数量指标");
      expect(named("jia")).toBe("甲市协作办公室");
      expect(named("none-none")).toBeNull();
    });
  });

  describe("the facet counts", () => {
    it("of regions count a project once in each place and once in what contains them", async () => {
      expect(await countsOf("region", {})).toEqual({
        "440000": 2,
        "440200": 1,
        "441400": 2,
        "520000": 1,
        "522300": 1,
        "540000": 1,
        "650000": 1,
        none: 1,
      });
    });

    it("of a facet are not narrowed by its own choice", async () => {
      expect(await countsOf("region", { region: ["540000"] })).toEqual(
        await countsOf("region", {}),
      );
    });

    it("of a facet are narrowed by the choice of others", async () => {
      expect(await countsOf("region", { department: ["jia"] })).toEqual({
        "440000": 1,
        "441400": 1,
        "540000": 1,
        "650000": 1,
        none: 1,
      });
      expect(await countsOf("department", { region: ["441400"] })).toEqual({ jia: 1, yi: 1 });
      expect(await countsOf("theme", { type: ["满意度指标"] })).toEqual({ 对口帮扶: 2 });
    });

    it("of types count a project once in a level-1 class, however many indicators it has", async () => {
      expect(await countsOf("type", { department: ["jia"] })).toEqual({
        产出指标: 3,
        "产出指标-成本指标": 1,
        "产出指标-数量指标": 2,
        "产出指标-时效指标": 1,
        "产出指标-质量指标": 1,
        效益指标: 1,
        "效益指标-社会效益指标": 1,
        满意度指标: 1,
        "满意度指标-服务对象满意度指标": 1,
      });
    });

    it("count indicators where these are the measure, the department's own with no region", async () => {
      const measure = "indicators";
      expect(await countsOf("type", { measure, department: ["jia"] })).toMatchObject({
        产出指标: 5,
        成本指标: 1,
      });
      expect(await countsOf("region", { measure })).toMatchObject({ "440000": 5, none: 2 });
      expect(await countsOf("year", { measure })).toEqual({ "2024": 1, "2025": 11 });
      expect(await countsOf("theme", { measure, region: ["none"] })).toEqual({ none: 2 });
    });

    it("of cities count those inside them too", async () => {
      expect(await countsOf("city", {})).toEqual({ "440000": 5, "440100": 3, "441900": 2 });
    });

    it("of sources of money count a project in each of its sources", async () => {
      expect(await countsOf("funding", {})).toEqual({ fiscal: 3, other: 1, none: 2 });
    });

    it("of targets, families and findings count projects that have one", async () => {
      expect(await countsOf("target", {})).toEqual({
        deadline: 1,
        missing: 1,
        multiple: 1,
        qualitative: 1,
        quantity: 4,
        "quantity-=": 1,
        "quantity-≤": 1,
        "quantity-≥": 3,
        range: 1,
      });
      expect(await countsOf("family", { theme: ["对口帮扶"] })).toEqual({
        "acceptance-rate": 1,
        none: 2,
        satisfaction: 2,
      });
      expect(await countsOf("finding", {})).toEqual({
        "amount/parts-differ": 1,
        error: 1,
        "target/missing": 1,
        warning: 1,
      });
      expect(await countsOf("finding", { measure: "indicators" })).toEqual({
        "amount/parts-differ": 2,
        error: 2,
        "target/missing": 1,
        warning: 1,
      });
    });

    it("of indicators ask that one indicator meets all conditions on indicators", async () => {
      expect(await countsOf("family", { type: ["产出指标-质量指标"] })).toEqual({
        "acceptance-rate": 1,
      });
      expect(await countsOf("theme", { type: ["满意度指标"], target: ["deadline"] })).toEqual({});
    });

    it("of units are narrowed by amounts", async () => {
      const amount = { from: 1_000_000, below: 2_000_000 };
      expect(await countsOf("unit", { amount })).toEqual({ 甲市对口支援中心: 1 });
    });
  });

  describe("the shares by region", () => {
    it("keep what is of one region alone apart from what is shared, by 1 ÷ regions and whole", async () => {
      expect(await part("regions")).toEqual([
        { key: "441400", name: "梅州市", sole: 2_200_000, shared: 1_500_000, whole: 3_000_000 },
        { key: "440200", name: "韶关市", sole: 0, shared: 1_500_000, whole: 3_000_000 },
        { key: "540000", name: "西藏自治区", sole: 0, shared: 750_000.25, whole: 1_500_000.5 },
        {
          key: "650000",
          name: "新疆维吾尔自治区",
          sole: 0,
          shared: 750_000.25,
          whole: 1_500_000.5,
        },
        { key: "522300", name: "黔西南布依族苗族自治州", sole: 0, shared: 0, whole: 0 },
        { key: "none", name: null, sole: 0, shared: 0, whole: 0 },
      ]);
    });

    it("add up to the headline's amount", async () => {
      const shares = await part("regions");
      const total = shares.reduce((sum, { sole, shared }) => sum + sole + shared, 0);
      expect(total).toBeCloseTo((await part("headline")).amount!, 6);
    });

    it("count shared projects and indicators too", async () => {
      const meizhou = async (measure: Slice["measure"]) =>
        (await part("regions", { measure })).find(({ key }) => key === "441400");
      expect(await meizhou("projects")).toMatchObject({ sole: 1, shared: 0.5, whole: 1 });
      expect(await meizhou("indicators")).toMatchObject({ sole: 3, shared: 1, whole: 2 });
    });

    it("are not narrowed by the regions chosen, but by all else", async () => {
      const shares = await part("regions", { region: ["540000"], theme: ["对口帮扶"] });
      expect(shares.map(({ key }) => key)).toEqual(["441400", "440200"]);
    });
  });

  it("flows go from the payer's place to each region, whatever place is chosen", async () => {
    expect(await part("flows", { region: ["540000"], city: ["440100"], year: ["2025"] })).toEqual([
      { city: "440100", region: "441400", sole: 2_200_000, shared: 0, whole: 0 },
      { city: "440100", region: "540000", sole: 0, shared: 750_000.25, whole: 1_500_000.5 },
      { city: "440100", region: "650000", sole: 0, shared: 750_000.25, whole: 1_500_000.5 },
      { city: "440100", region: "none", sole: 0, shared: 0, whole: 0 },
      { city: "441900", region: "440200", sole: 0, shared: 1_500_000, whole: 3_000_000 },
      { city: "441900", region: "441400", sole: 0, shared: 1_500_000, whole: 3_000_000 },
      { city: "441900", region: "522300", sole: 0, shared: 0, whole: 0 },
    ]);
  });

  describe("the types by department", () => {
    it("split a project of several types by 1 ÷ types, and have it whole", async () => {
      const cells = await part("types", { type: ["效益指标"], department: ["yi"] });
      const of = (department: string, type: string) =>
        cells.find((cell) => cell.department === department && cell.type === type);
      const third = 2_200_000 / 3;
      expect(of("jia", "产出指标-质量指标")?.shared).toBeCloseTo(third, 6);
      expect(of("jia", "产出指标-质量指标")).toMatchObject({ sole: 0, whole: 2_200_000 });
      expect(of("yi", "产出指标-数量指标")).toMatchObject({ shared: 1_500_000, whole: 3_000_000 });
      expect(of("yi", "效益指标-经济效益指标")).toMatchObject({ shared: 0, whole: 0 });
      expect(of("jia", "成本指标-经济成本指标")).toBeUndefined();
    });

    it("add up to the amount by 1 ÷ types", async () => {
      const cells = await part("types");
      const total = cells.reduce((sum, { sole, shared }) => sum + sole + shared, 0);
      expect(total).toBeCloseTo((await part("headline")).amount!, 6);
    });

    it("count an indicator in its own type", async () => {
      expect(await part("types", { measure: "indicators" })).toContainEqual({
        department: "jia",
        type: "成本指标-经济成本指标",
        sole: 1,
        shared: 0,
        whole: 0,
      });
    });
  });

  describe("the steps of amounts", () => {
    it("rise by 1, 2, 5, 10, with nothing and what is not stated apart", async () => {
      expect(await part("amounts", { amount: "none" })).toEqual([
        { from: 0, projects: 1, amount: 0 },
        { from: 1_000_000, projects: 1, amount: 1_500_000.5 },
        { from: 2_000_000, projects: 2, amount: 5_200_000 },
        { from: null, projects: 1, amount: null },
      ]);
    });

    it("count projects whatever the measure", async () => {
      const steps = await part("amounts", { measure: "indicators", department: ["yi"] });
      expect(steps.map(({ from, projects }) => [from, projects])).toEqual([
        [2_000_000, 1],
        [null, 1],
      ]);
    });
  });

  it("targets by type count indicators whatever the measure, of the chosen department", async () => {
    const some = { department: ["yi"], type: ["满意度指标"], target: ["missing"] };
    expect(await part("targets", some)).toEqual([
      { type: "none", kind: "missing", indicators: 1 },
      { type: "产出指标", kind: "multiple", indicators: 1 },
      { type: "效益指标", kind: "quantity", indicators: 1 },
      { type: "满意度指标", kind: "quantity", indicators: 1 },
    ]);
  });

  it("numbers of families lead to one of their indicators; a family of one number is none", async () => {
    const target = { family: "satisfaction", unit: "%", comparison: "≥", total: 2 };
    expect(await part("families", { family: ["acceptance-rate"] })).toEqual([
      {
        ...target,
        value: 85,
        indicators: 1,
        departments: 1,
        indicatorId: "yi-projects-2025/p01/i02",
        projectId: "yi-projects-2025/p01",
        disclosureId: "yi-projects-2025",
        page: 1,
        row: 12,
      },
      {
        ...target,
        value: 90,
        indicators: 1,
        departments: 1,
        indicatorId: "jia-projects-2025/p01/i03",
        projectId: "jia-projects-2025/p01",
        disclosureId: "jia-projects-2025",
        page: 1,
        row: 13,
      },
    ]);
  });

  describe("the table of projects", () => {
    it("says what a project is, with all its indicators and findings whatever the slice", async () => {
      const table = await sliceRows(db, slice({ region: ["440200"], type: ["满意度指标"] }));
      expect(table).toEqual({
        tab: "projects",
        rows: [
          {
            projectId: "yi-projects-2025/p01",
            name: "梅州、韶关对口帮扶资金",
            departmentId: "yi",
            department: "乙市援助局",
            unit: null,
            city: "东莞市",
            regions: "韶关市、梅州市",
            year: 2025,
            theme: "对口帮扶",
            amount: 3_000_000,
            fiscal: 3_000_000,
            special: null,
            other: null,
            goal: null,
            indicators: 2,
            findings: 1,
          },
        ],
      });
    });

    it.each<[why: string, sort: Slice["sort"], ids: string[]]>([
      [
        "the largest first by default, what is not stated last",
        null,
        ["yi1", "jia1", "jia2", "jia3", "yi2"],
      ],
      [
        "the smallest first, what is not stated still last",
        { column: "amount", descending: false },
        ["jia3", "jia2", "jia1", "yi1", "yi2"],
      ],
      [
        "ties by id",
        { column: "department", descending: true },
        ["jia1", "jia2", "jia3", "yi1", "yi2"],
      ],
      [
        "by findings",
        { column: "findings", descending: true },
        ["yi1", "yi2", "jia1", "jia2", "jia3"],
      ],
      [
        "a sort of the other table is none",
        { column: "target", descending: true },
        ["jia1", "jia2", "jia3", "yi1", "yi2"],
      ],
    ])("is sorted: %s", async (_, sort, ids) => {
      const short = (await idsOf({ sort })).map((id) => id.replace("-projects-2025/p0", ""));
      expect(short).toEqual(ids);
    });

    it("is cut where asked", async () => {
      const all = await idsOf({});
      expect(all).toHaveLength(5);
      expect(await idsOf({}, { limit: 2 })).toEqual(all.slice(0, 2));
      expect(await idsOf({}, { limit: 2, offset: 3 })).toEqual(all.slice(3));
    });
  });

  describe("the table of indicators", () => {
    it("has those of departments, with no project", async () => {
      const table = await sliceRows(db, slice({ tab: "indicators", year: ["2024"] }));
      expect(table.rows).toEqual([
        {
          indicatorId: "jia-department-2024/i01",
          name: "预算控制率",
          level1: "成本指标",
          level2: "经济成本指标",
          text: "≤100%",
          kind: "quantity",
          comparison: "≤",
          value: 100,
          upper: null,
          unit: "%",
          deadline: null,
          actual: null,
          weight: 10,
          score: 9.5,
          family: null,
          familyEn: null,
          projectId: null,
          project: null,
          departmentId: "jia",
          department: "甲市协作办公室",
          year: 2024,
          regions: null,
          findings: 0,
        },
      ]);
    });

    it("is in the order of the documents by default", async () => {
      const ids = await idsOf({ tab: "indicators" });
      expect(ids).toEqual([...ids].sort());
      expect(ids).toHaveLength(12);
    });

    it("is sorted by target, numbers first", async () => {
      const ids = await idsOf(
        { tab: "indicators", sort: { column: "target", descending: true } },
        { limit: 2 },
      );
      expect(ids).toEqual(["jia-projects-2025/p02/i02", "yi-projects-2025/p02/i01"]);
    });
  });

  it.each(TABS)("can be sorted by every column of the table of %s, either way", async (tab) => {
    const ids = (await idsOf({ tab })).toSorted();
    for (const column of SORTS[tab]) {
      for (const descending of [true, false]) {
        const sorted = await idsOf({ tab, sort: { column, descending } });
        expect(sorted.toSorted()).toEqual(ids);
      }
    }
  });

  describe("what a row unfolds into", () => {
    it("is the place of a project, its goal and all findings about it", async () => {
      const detail = await rowDetail(db, "projects", "yi-projects-2025/p02");
      expect(detail).toMatchObject({
        disclosureId: "yi-projects-2025",
        format: "txt",
        words: "东西部协作资金",
        goal: null,
        page: 1,
        row: 2,
        start: 200,
        end: 280,
      });
      expect(detail?.findings).toEqual([
        {
          findingId: "yi-projects-2025/target/missing/1",
          rule: "target/missing",
          severity: "warning",
          message: "说明",
          messageEn: "message",
        },
      ]);
      expect((await rowDetail(db, "projects", "jia-projects-2025/p01"))?.goal).toMatch(/^支持梅州/);
    });

    it("is the target of an indicator, or its name, and the findings about itself", async () => {
      const own = await rowDetail(db, "indicators", "jia-projects-2025/p01/i03");
      expect(own).toMatchObject({ words: "≥90%", row: 13, findings: [] });
      const missing = await rowDetail(db, "indicators", "yi-projects-2025/p02/i02");
      expect(missing).toMatchObject({ words: "工作完成情况" });
      expect(missing?.findings).toHaveLength(1);
    });

    it("is nothing where there is no such row", async () => {
      expect(await rowDetail(db, "projects", "jia-projects-2025/p01/i03")).toBeNull();
    });
  });

  it("answers all at once, and nothing for nothing", async () => {
    const nothing = await sliceView(db, slice({ department: ["bing"] }));
    expect(nothing.headline).toEqual({
      projects: 0,
      amount: null,
      unstated: 0,
      indicators: 0,
      median: null,
      half: 0,
    });
    expect(nothing.regions).toEqual([]);
    expect(nothing.families).toEqual([]);
    expect(nothing.counts.map(({ facet }) => facet)).toContain("department");
    expect((await sliceRows(db, slice({ department: ["bing"] }))).rows).toEqual([]);
  });
});
