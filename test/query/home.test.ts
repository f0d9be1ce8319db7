import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "../../src/query/database.ts";
import {
  classShares,
  flows,
  largestFlow,
  largestRegion,
  newestFindings,
  regionAmounts,
  typesByDepartment,
  whole,
  type Flow,
  type TypeCount,
} from "../../src/query/home.ts";
import { ENGINES, sampleAtlas, type SampleAtlas } from "./engines.ts";

let atlas: SampleAtlas;
beforeAll(async () => {
  atlas = await sampleAtlas();
});
afterAll(() => atlas.remove());

describe.each(ENGINES)("in %s", (_, open) => {
  let db: OpenDatabase;
  beforeAll(async () => {
    db = await open(atlas.file);
  });
  afterAll(() => db.close());

  it("counts the whole, and adds up the projects of each department's latest year", async () => {
    expect(await whole(db)).toEqual({
      documents: 4,
      departments: 2,
      projects: 5,
      indicators: 12,
      regions: 5,
      findings: 3,
      amount: 6_700_000.5,
      unnamed: 0,
      firstYear: 2025,
      lastYear: 2025,
    });
  });

  it("leads money from the paying city to its regions, in shares, and keeps what names none", async () => {
    const rows = await flows(db);
    expect(rows.map((row) => [row.city, row.regionShort, row.amount, row.projects])).toEqual([
      ["广州市", "梅州", 2_200_000, 1],
      ["东莞市", "韶关", 1_500_000, 1],
      ["东莞市", "梅州", 1_500_000, 1],
      ["广州市", "西藏", 750_000.25, 1],
      ["广州市", "新疆", 750_000.25, 1],
      ["广州市", null, 0, 1],
      ["东莞市", "黔西南", 0, 1],
    ]);
  });

  it("tells amounts of one region alone from shares", async () => {
    const rows = await regionAmounts(db);
    expect(rows[0]).toEqual({
      code: "441400",
      name: "梅州市",
      shortName: "梅州",
      province: "广东省",
      sole: 2_200_000,
      shared: 1_500_000,
      projects: 2,
    });
    expect(rows.map((row) => row.code)).toEqual(["441400", "440200", "540000", "650000", "522300"]);
  });

  it.each([
    ["one department", { departmentId: "yi" }],
    ["the departments of a city", { seat: "441900" }],
  ])("tells what %s pays", async (_, payer) => {
    const rows = await regionAmounts(db, payer);
    expect(rows.map((row) => [row.shortName, row.sole, row.shared])).toEqual([
      ["韶关", 0, 1_500_000],
      ["梅州", 0, 1_500_000],
      ["黔西南", 0, 0],
    ]);
  });

  it("counts indicators by class, of departments as a whole too, and those without a class", async () => {
    const rows = await typesByDepartment(db);
    expect(rows.map((row) => row.indicators).reduce((a, b) => a + b)).toBe(12);
    expect(rows[0]).toEqual({
      departmentId: "jia",
      department: "甲市协作办公室",
      level1: "产出指标",
      level2: "数量指标",
      indicators: 2,
      share: 0.25,
    });
    expect(rows).toContainEqual({
      departmentId: "yi",
      department: "乙市援助局",
      level1: null,
      level2: null,
      indicators: 1,
      share: 0.25,
    });
  });

  it("shows one finding of each rule first, errors before notes", async () => {
    const rows = await newestFindings(db, 2);
    expect(rows.map((row) => [row.severity, row.departmentId, row.project])).toEqual([
      ["error", "yi", "梅州、韶关对口帮扶资金"],
      ["warning", "yi", "东西部协作资金"],
    ]);
  });
});

/** Tables that a small atlas leaves empty. */
const EMPTY = {
  indicators: [],
  findings: [],
  disclosure_rules: [],
  corrections: [],
  totals: [],
  department_budgets: [],
  tasks: [],
};

describe.each(ENGINES)("over several years, in %s", (_, open) => {
  it("adds up a department's latest year alone", async () => {
    const years = await sampleAtlas({
      disclosures: [2024, 2025].map((year) => ({
        disclosure_id: `jia-${year}`,
        file: `jia-${year}.txt`,
        format: "txt",
        department_id: "jia",
        fiscal_year: year,
        fiscal_year_basis: "printed",
        sha256: "0",
        pages: 1,
        status: "read",
      })),
      projects: [2024, 2025].map((year) => ({
        project_id: `jia-${year}/p01`,
        disclosure_id: `jia-${year}`,
        department_id: "jia",
        seq: 1,
        name: "帮扶",
        amount_yuan: BigInt(year) * 100n,
      })),
      project_regions: [
        {
          project_id: "jia-2024/p01",
          region_code: "441400",
          region_name: "梅州市",
          basis: "name",
          mention: "梅州",
          share: 1,
        },
      ],
      ...EMPTY,
    });
    const db = await open(years.file);
    expect(await whole(db)).toMatchObject({ projects: 2, amount: 2025, unnamed: 2025 });
    await db.close();
    years.remove();
  });
});

describe("largestFlow", () => {
  const flow = (city: string | null, region: string | null, amount: number) =>
    ({ city, region, amount }) as Flow;

  it("adds up the departments of a city", () => {
    const rows = [flow("甲市", "丙县", 3), flow("乙市", null, 4), flow("甲市", "丙县", 3)];
    expect(largestFlow(rows)).toEqual({ city: "甲市", region: "丙县", total: 6, share: 1 });
  });

  it("keeps money for no named region apart from named ones", () => {
    expect(largestFlow([flow("甲市", null, 7), flow("甲市", "丙县", 3)])).toMatchObject({
      region: null,
      share: 0.7,
    });
  });

  it.each([
    ["nothing", []],
    ["no amount", [flow("甲市", "丙县", 0)]],
    ["no city", [flow(null, "丙县", 5)]],
  ])("finds none in %s", (_, rows) => {
    expect(largestFlow(rows)).toBeUndefined();
  });
});

describe("largestRegion", () => {
  it("is a part of all of them, in whatever order", () => {
    const rows = [
      { name: "丁县", sole: 0, shared: 1 },
      { name: "丙县", sole: 2, shared: 1 },
    ];
    expect(largestRegion(rows)).toEqual({ name: "丙县", share: 0.75, total: 4 });
  });

  it.each([
    ["no regions", []],
    ["regions that receive nothing", [{ name: "丙县", sole: 0, shared: 0 }]],
  ])("says nothing of %s", (_, rows) => {
    expect(largestRegion(rows)).toBeUndefined();
  });
});

describe("classShares", () => {
  const count = (level1: string | null, indicators: number) =>
    ({ level1, indicators }) as TypeCount;

  it("leaves out what has no class", () => {
    const rows = [count("产出指标", 6), count("效益指标", 2), count(null, 9), count("产出指标", 2)];
    expect(classShares(rows)).toEqual({
      total: 10,
      largest: { level1: "产出指标", share: 0.8 },
      smallest: { level1: "效益指标", share: 0.2 },
    });
  });

  it("says nothing of nothing", () => {
    expect(classShares([count(null, 3)])).toBeUndefined();
  });
});
