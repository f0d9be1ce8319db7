import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "../../src/query/database.ts";
import {
  byYear,
  departmentBudget,
  departmentDocuments,
  departmentFindings,
  departmentIndicators,
  departmentProjects,
  departmentSummaries,
  departmentTasks,
  departmentTypes,
  largestProject,
  type DepartmentProject,
} from "../../src/query/departments.ts";
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

  it("sums up departments: counts over all documents, money of the latest project table", async () => {
    expect(await departmentSummaries(db)).toEqual([
      {
        departmentId: "jia",
        name: "甲市协作办公室",
        regionCode: "440100",
        regionName: "广州市",
        documents: 2,
        indicators: 8,
        findings: 0,
        year: 2025,
        projects: 3,
        amount: 3_700_000.5,
        unnamed: 0,
      },
      {
        departmentId: "yi",
        name: "乙市援助局",
        regionCode: "441900",
        regionName: "东莞市",
        documents: 1,
        indicators: 4,
        findings: 3,
        year: 2025,
        projects: 2,
        amount: 3_000_000,
        unnamed: 0,
      },
    ]);
  });

  it("lists the documents of a department, newest first", async () => {
    const documents = await departmentDocuments(db, "jia");
    expect(
      documents.map(({ disclosureId, year, projects, indicators, goal }) => [
        disclosureId,
        year,
        projects,
        indicators,
        goal,
      ]),
    ).toEqual([
      ["jia-projects-2025", 2025, 3, 7, null],
      ["jia-department-2024", 2024, 0, 1, "统筹做好东西部协作和对口支援工作。"],
    ]);
  });

  it("lists the budget in the order of the form", async () => {
    const lines = await departmentBudget(db, "jia");
    expect(lines.map(({ item, year, amount }) => ({ item, year, amount }))).toEqual([
      { item: "基本支出", year: 2024, amount: 900_000 },
      { item: "项目支出", year: 2024, amount: 3_600_000 },
    ]);
  });

  it("lists the projects, the largest first, those without an amount last", async () => {
    const projects = await departmentProjects(db, "yi");
    expect(
      projects.map(({ name, amount, indicators, regions }) => [name, amount, indicators, regions]),
    ).toEqual([
      ["梅州、韶关对口帮扶资金", 3_000_000, 2, "韶关市、梅州市"],
      ["东西部协作资金", null, 2, "黔西南布依族苗族自治州"],
    ]);
  });

  it("lists the tasks, an amount that is not stated as null", async () => {
    const tasks = await departmentTasks(db, "jia");
    expect(tasks.map(({ name, amount }) => [name, amount])).toEqual([
      ["东西部协作", 1_200_000],
      ["机关运转", null],
    ]);
  });

  it("lists the indicators of the department as a whole alone", async () => {
    const indicators = await departmentIndicators(db, "jia");
    expect(indicators.map(({ name, annualValue }) => [name, annualValue])).toEqual([
      ["预算控制率", "≤100%"],
    ]);
  });

  it("counts indicators by class", async () => {
    const types = await departmentTypes(db, "yi");
    expect(types.map(({ level2, indicators, share }) => [level2, indicators, share])).toEqual([
      ["数量指标", 1, 0.25],
      ["经济效益指标", 1, 0.25],
      ["服务对象满意度指标", 1, 0.25],
      [null, 1, 0.25],
    ]);
  });

  it("lists the findings of its documents, errors first", async () => {
    const findings = await departmentFindings(db, "yi");
    expect(findings.map(({ severity }) => severity)).toEqual(["error", "warning", "note"]);
    expect(await departmentFindings(db, "jia")).toEqual([]);
  });
});

const project = (year: number | null, name: string, amount: number | null) =>
  ({ year, name, amount }) as DepartmentProject;

describe("byYear", () => {
  it("adds up each year alone, and nothing where no amount is stated", () => {
    const rows = [project(2025, "甲", 3), project(2025, "乙", null), project(2024, "丙", null)];
    expect(byYear(rows).map(({ year, amount }) => [year, amount])).toEqual([
      [2025, 3],
      [2024, null],
    ]);
  });
});

describe("largestProject", () => {
  it("is a part of the latest year", () => {
    const rows = [project(2025, "甲", 3), project(2025, "乙", 1), project(2024, "丙", 96)];
    expect(largestProject(rows)).toEqual({ name: "甲", share: 0.75 });
  });

  it.each([
    ["nothing", []],
    ["the only project", [project(2025, "甲", 3)]],
    ["projects without an amount", [project(2025, "甲", null), project(2025, "乙", null)]],
  ])("says nothing of %s", (_, rows) => {
    expect(largestProject(rows)).toBeUndefined();
  });
});
