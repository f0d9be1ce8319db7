import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "../../src/query/database.ts";
import { WHOLE, type Facet, type Slice } from "../../src/query/slice-conditions.ts";
import {
  facetCounts,
  facetValues,
  sharesByRegion,
  sliceHeadline,
  sliceRows,
  sliceView,
  targetsByType,
  typesByDepartment,
} from "../../src/query/slice.ts";
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

  /** The counts of one facet: key → count. */
  async function countsOf(facet: Facet, some: Partial<Slice>): Promise<Record<string, number>> {
    const counts = await facetCounts(db, slice(some));
    const own = counts.filter((count) => count.facet === facet);
    return Object.fromEntries(own.map(({ key, count }) => [key, count]));
  }

  async function idsOf(some: Partial<Slice>, limit?: number): Promise<string[]> {
    const table = await sliceRows(db, slice(some), limit);
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
      expect(await sliceHeadline(db, slice(some))).toMatchObject({ projects, amount, indicators });
    });

    it("tells how many projects state no amount", async () => {
      expect((await sliceHeadline(db, WHOLE)).unstated).toBe(1);
      expect((await sliceHeadline(db, slice({ department: ["jia"] }))).unstated).toBe(0);
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

    it("add up the measure over each thing once", async () => {
      const counts = await facetCounts(db, WHOLE);
      const value = (facet: Facet, key: string) =>
        counts.find((count) => count.facet === facet && count.key === key)?.value;
      expect(value("region", "440000")).toBe(5_200_000);
      expect(value("type", "产出指标")).toBe(6_700_000.5);
      expect(value("theme", "东西部协作")).toBeNull();
    });
  });

  describe("the shares by region", () => {
    it("keep what is of one region alone apart from what is shared, by 1 ÷ regions", async () => {
      expect(await sharesByRegion(db, WHOLE)).toEqual([
        { key: "441400", name: "梅州市", sole: 2_200_000, shared: 1_500_000 },
        { key: "440200", name: "韶关市", sole: 0, shared: 1_500_000 },
        { key: "540000", name: "西藏自治区", sole: 0, shared: 750_000.25 },
        { key: "650000", name: "新疆维吾尔自治区", sole: 0, shared: 750_000.25 },
        { key: "522300", name: "黔西南布依族苗族自治州", sole: 0, shared: 0 },
        { key: "none", name: null, sole: 0, shared: 0 },
      ]);
    });

    it("add up to the headline's amount", async () => {
      const shares = await sharesByRegion(db, WHOLE);
      const total = shares.reduce((sum, { sole, shared }) => sum + sole + shared, 0);
      expect(total).toBeCloseTo((await sliceHeadline(db, WHOLE)).amount!, 6);
    });

    it("count shared projects and indicators whole", async () => {
      const meizhou = async (measure: Slice["measure"]) =>
        (await sharesByRegion(db, slice({ measure }))).find(({ key }) => key === "441400");
      expect(await meizhou("projects")).toMatchObject({ sole: 1, shared: 1 });
      expect(await meizhou("indicators")).toMatchObject({ sole: 3, shared: 2 });
    });

    it("are not narrowed by the regions chosen, but by all else", async () => {
      const shares = await sharesByRegion(db, slice({ region: ["540000"], theme: ["对口帮扶"] }));
      expect(shares.map(({ key }) => key)).toEqual(["441400", "440200"]);
    });
  });

  it("types by department count a project whole in each of its types", async () => {
    const cells = await typesByDepartment(db, slice({ type: ["效益指标"], department: ["yi"] }));
    const of = (department: string, type: string) =>
      cells.find((cell) => cell.department === department && cell.type === type)?.value;
    expect(of("jia", "产出指标-数量指标")).toBe(2_200_000);
    expect(of("yi", "产出指标-数量指标")).toBe(3_000_000);
    expect(of("yi", "效益指标-经济效益指标")).toBe(0);
    expect(of("jia", "成本指标-经济成本指标")).toBeUndefined();
    const counts = await typesByDepartment(db, slice({ measure: "indicators" }));
    expect(counts).toContainEqual({ department: "jia", type: "成本指标-经济成本指标", value: 1 });
  });

  it("targets by type count indicators whatever the measure, of the chosen department", async () => {
    expect(await targetsByType(db, slice({ department: ["yi"], type: ["满意度指标"] }))).toEqual([
      { type: "none", kind: "missing", indicators: 1 },
      { type: "产出指标", kind: "multiple", indicators: 1 },
      { type: "效益指标", kind: "quantity", indicators: 1 },
      { type: "满意度指标", kind: "quantity", indicators: 1 },
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
            regions: "韶关市、梅州市",
            year: 2025,
            theme: "对口帮扶",
            amount: 3_000_000,
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
      expect(await idsOf({}, 2)).toHaveLength(2);
      expect(await idsOf({})).toHaveLength(5);
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
          projectId: null,
          project: null,
          departmentId: "jia",
          department: "甲市协作办公室",
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
        2,
      );
      expect(ids).toEqual(["jia-projects-2025/p02/i02", "yi-projects-2025/p02/i01"]);
    });
  });

  it("answers all at once, and nothing for nothing", async () => {
    const nothing = await sliceView(db, slice({ department: ["bing"] }), 50);
    expect(nothing.headline).toEqual({ projects: 0, amount: null, unstated: 0, indicators: 0 });
    expect(nothing.regions).toEqual([]);
    expect(nothing.table).toEqual({ tab: "projects", rows: [] });
    expect(nothing.counts.map(({ facet }) => facet)).toContain("department");
  });
});
