import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "../../src/query/database.ts";
import {
  byDepartment,
  projectDetails,
  projectEntries,
  regionsOfProject,
  type ProjectEntry,
} from "../../src/query/projects.ts";
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

  it("lists projects in the order of the documents, with what is found about them", async () => {
    const entries = await projectEntries(db);
    expect(
      entries.map(({ projectId, amount, regions, indicators, errors, warnings, notes }) => [
        projectId,
        amount,
        regions,
        indicators,
        [errors, warnings, notes],
      ]),
    ).toEqual([
      ["jia-projects-2025/p01", 2_200_000, "梅州市", 3, [0, 0, 0]],
      ["jia-projects-2025/p02", 1_500_000.5, "西藏自治区、新疆维吾尔自治区", 3, [0, 0, 0]],
      ["jia-projects-2025/p03", 0, null, 1, [0, 0, 0]],
      ["yi-projects-2025/p01", 3_000_000, "韶关市、梅州市", 2, [1, 0, 0]],
      ["yi-projects-2025/p02", null, "黔西南布依族苗族自治州", 2, [0, 1, 0]],
    ]);
  });

  it("groups them by department and document and adds up each document alone", async () => {
    const groups = byDepartment(await projectEntries(db));
    expect(
      groups.map(({ department, documents }) => [
        department,
        documents.map(({ title, file, amount, projects }) => [
          title ?? file,
          amount,
          projects.length,
        ]),
      ]),
    ).toEqual([
      ["甲市协作办公室", [["项目绩效目标表", 3_700_000.5, 3]]],
      ["乙市援助局", [["yi-projects-2025.txt", 3_000_000, 2]]],
    ]);
  });

  it("knows a project whole: money as printed and parsed, bases, place, neighbours", async () => {
    const projects = await projectDetails(db);
    expect(projects.map(({ projectId, previousId, nextId }) => [projectId, previousId, nextId]))
      // Neighbours end with the document.
      .toEqual([
        ["jia-projects-2025/p01", null, "jia-projects-2025/p02"],
        ["jia-projects-2025/p02", "jia-projects-2025/p01", "jia-projects-2025/p03"],
        ["jia-projects-2025/p03", "jia-projects-2025/p02", null],
        ["yi-projects-2025/p01", null, "yi-projects-2025/p02"],
        ["yi-projects-2025/p02", "yi-projects-2025/p01", null],
      ]);
    expect(projects[1]).toMatchObject({
      department: "甲市协作办公室",
      year: 2025,
      yearBasis: "printed",
      amount: 1_500_000.5,
      fiscal: 1_500_000,
      specialAccount: null,
      other: 0.5,
      amountUnit: "万元",
      page: 1,
      row: 2,
      start: 200,
      end: 280,
    });
    // 0 is what the document says, null that it says nothing.
    expect(projects[2]?.amount).toBe(0);
    expect(projects[4]).toMatchObject({ amount: null, fiscal: null, amountUnitBasis: "inferred" });
  });

  it("says where the regions of a project are named", async () => {
    expect(await regionsOfProject(db, "jia-projects-2025/p02")).toEqual([
      { code: "540000", name: "西藏自治区", basis: "name", mention: "西藏", share: 0.5 },
      { code: "650000", name: "新疆维吾尔自治区", basis: "name", mention: "新疆", share: 0.5 },
    ]);
    expect(await regionsOfProject(db, "jia-projects-2025/p03")).toEqual([]);
  });
});

describe("byDepartment", () => {
  const entry = (more: Partial<ProjectEntry>): ProjectEntry => ({
    projectId: "a/p01",
    name: "项目",
    departmentId: null,
    department: null,
    disclosureId: "a",
    file: "a.txt",
    title: null,
    year: null,
    amount: null,
    amountPrinted: null,
    page: null,
    row: null,
    start: null,
    end: null,
    unit: null,
    regions: null,
    indicators: 0,
    errors: 0,
    warnings: 0,
    notes: 0,
    ...more,
  });

  it("keeps documents without a department apart", () => {
    const groups = byDepartment([entry({ disclosureId: "a" }), entry({ disclosureId: "b" })]);
    expect(groups.map(({ documents }) => documents.map((one) => one.disclosureId))).toEqual([
      ["a"],
      ["b"],
    ]);
  });

  it.each([
    ["states no amount where no project does", [null, null], null],
    ["adds up those that do", [1, null, 2], 3],
    ["knows an amount of 0 from none", [0, null], 0],
  ])("%s", (_, amounts, sum) => {
    const groups = byDepartment(amounts.map((amount) => entry({ amount })));
    expect(groups[0]?.documents[0]?.amount).toBe(sum);
  });
});
