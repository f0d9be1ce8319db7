import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "../../src/query/database.ts";
import {
  containersOf,
  largestFirst,
  largestPayer,
  regionDepartments,
  regionNames,
  regionPayers,
  regionProjects,
  regionPromises,
  regionSummaries,
  shareOf,
  sumOf,
  type RegionPayer,
} from "../../src/query/regions.ts";
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

  it("tells what every region is called in each language", async () => {
    const names = await regionNames(db);
    expect(names).toHaveLength((await regionSummaries(db)).length);
    expect(names.find(({ shortName }) => shortName === "梅州")).toEqual({
      name: "梅州市",
      shortName: "梅州",
      nameEn: "441400 in full",
      shortNameEn: "441400",
    });
  });

  it("adds up what a region and the places inside it receive", async () => {
    const regions = await regionSummaries(db);
    const figures = Object.fromEntries(
      regions.map((region) => [
        region.shortName,
        [region.sole, region.shared, region.projects, region.payers, region.seats],
      ]),
    );
    expect(figures).toEqual({
      // Both regions of 梅州、韶关对口帮扶资金 lie in 广东: for the province it is no shared project.
      广东: [5_200_000, 0, 2, 2, 2],
      广州: [0, 0, 0, 0, 1],
      韶关: [0, 1_500_000, 1, 1, 0],
      梅州: [2_200_000, 1_500_000, 2, 2, 0],
      东莞: [0, 0, 0, 0, 1],
      贵州: [0, 0, 1, 1, 0],
      黔西南: [0, 0, 1, 1, 0],
      西藏: [0, 750_000.25, 1, 1, 0],
      新疆: [0, 750_000.25, 1, 1, 0],
    });
    expect(containersOf("441400", regions).map((region) => region.name)).toEqual(["广东省"]);
  });

  it("lists the projects of a region with their other regions", async () => {
    const projects = await regionProjects(db, "441400");
    expect(
      projects.map((project) => [project.name, project.amount, project.share, project.regions]),
    ).toEqual([
      ["梅州、韶关对口帮扶资金", 3_000_000, 0.5, "韶关市、梅州市"],
      ["驻梅州市帮扶工作经费", 2_200_000, 1, "梅州市"],
    ]);
    expect(projects.map(shareOf)).toEqual([1_500_000, 2_200_000]);
  });

  it("lists a project once for a province, whole if all of its regions lie inside", async () => {
    const projects = await regionProjects(db, "440000");
    expect(projects.map((project) => project.share)).toEqual([1, 1]);
  });

  it("keeps an amount that is not stated apart from none", async () => {
    const [project] = await regionProjects(db, "520000");
    expect(project).toMatchObject({ name: "东西部协作资金", amount: null });
    expect(shareOf(project!)).toBeNull();
  });

  it("names who pays, by year", async () => {
    expect(await regionPayers(db, "441400")).toEqual([
      {
        departmentId: "jia",
        department: "甲市协作办公室",
        year: 2025,
        sole: 2_200_000,
        shared: 0,
        projects: 1,
      },
      {
        departmentId: "yi",
        department: "乙市援助局",
        year: 2025,
        sole: 0,
        shared: 1_500_000,
        projects: 1,
      },
    ]);
  });

  it("tells promises that can be checked from words", async () => {
    const promises = await regionPromises(db, "540000");
    expect(promises.map(({ name, target, measurable }) => [name, target, measurable])).toEqual([
      ["资金拨付时间", "2025年12月15日前", true],
      ["成本控制", "≤1500000.5元", true],
      ["民族团结", "显著提升", false],
    ]);
  });

  it("lists the departments that sit in a region or below it", async () => {
    expect(await regionDepartments(db, "440000")).toEqual([
      {
        departmentId: "jia",
        department: "甲市协作办公室",
        regionName: "广州市",
        year: 2025,
        amount: 3_700_000.5,
        unnamed: 0,
        projects: 3,
      },
      {
        departmentId: "yi",
        department: "乙市援助局",
        regionName: "东莞市",
        year: 2025,
        amount: 3_000_000,
        unnamed: 0,
        projects: 2,
      },
    ]);
  });

  it("puts the region that receives most first, shares included", async () => {
    const regions = await regionSummaries(db);
    const inside = regions.filter((region) => region.parentCode === "440000");
    expect(largestFirst(inside).map((region) => region.shortName)).toEqual([
      "梅州",
      "韶关",
      "广州",
      "东莞",
    ]);
  });

  it("is empty for a code that the data does not have", async () => {
    expect(await regionProjects(db, "999999")).toEqual([]);
  });
});

describe("sumOf", () => {
  it("adds up departments, and is nothing for none", () => {
    const department = { departmentId: "", department: "", regionName: "", year: 2025 };
    const rows = [
      { ...department, amount: 3, unnamed: 1, projects: 2 },
      { ...department, amount: 4, unnamed: 0, projects: 1 },
    ];
    expect(sumOf(rows)).toEqual({ departments: 2, projects: 3, amount: 7, unnamed: 1 });
    expect(sumOf([])).toEqual({ departments: 0, projects: 0, amount: 0, unnamed: 0 });
  });
});

describe("largestPayer", () => {
  const payer = (department: string | null, year: number, sole: number): RegionPayer => ({
    departmentId: department,
    department,
    year,
    sole,
    shared: 0,
    projects: 1,
  });

  it("counts each department in its latest year alone", () => {
    const payers = [payer("甲", 2025, 3), payer("乙", 2025, 1), payer("乙", 2024, 90)];
    expect(largestPayer(payers)).toEqual({ department: "甲", share: 0.75 });
  });

  it.each([
    ["nobody", []],
    ["no amount", [payer("甲", 2025, 0)]],
    ["no department", [payer(null, 2025, 5)]],
  ])("finds none in %s", (_, payers) => {
    expect(largestPayer(payers)).toBeUndefined();
  });
});
