import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { profileOf, subjects } from "../../src/query/compare.ts";
import type { OpenDatabase } from "../../src/query/database.ts";
import type { Profile, SubjectKind } from "../../src/query/profile.ts";
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

  async function profile(kind: SubjectKind, id: string): Promise<Profile | undefined> {
    const subject = (await subjects(db)).find((one) => one.kind === kind && one.id === id);
    return subject && profileOf(db, subject);
  }

  it("lists what has projects, the largest of each kind first", async () => {
    const rows = await subjects(db);
    expect(rows.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      "department jia",
      "department yi",
      "government 440100",
      "government 441900",
      "region 440000",
      "region 441400",
      "region 440200",
      "region 540000",
      "region 650000",
      "region 520000",
      "region 522300",
    ]);
  });

  it("tells all of a department", async () => {
    const jia = await profile("department", "jia");
    expect(jia).toMatchObject({
      name: "甲市协作办公室",
      projects: 3,
      amount: 3_700_000.5,
      firstYear: 2025,
      lastYear: 2025,
      themes: [
        { theme: "对口帮扶", amount: 2_200_000 },
        { theme: "对口支援", amount: 1_500_000.5 },
        { theme: null, amount: 0 },
      ],
    });
    expect(jia?.parts.map(({ key, amount }) => [key, amount])).toEqual([
      ["441400", 2_200_000],
      ["540000", 750_000.25],
      ["650000", 750_000.25],
    ]);
    expect(jia?.families.map(({ familyId, targets }) => [familyId, targets])).toEqual([
      ["acceptance-rate", [target("=", 100)]],
      ["satisfaction", [target("≥", 90)]],
    ]);
  });

  it("is the same for a government with one department", async () => {
    const department = await profile("department", "jia");
    const government = await profile("government", "440100");
    expect(government).toEqual({
      ...department,
      kind: "government",
      id: "440100",
      name: "广州市",
      nameEn: government?.nameEn,
    });
  });

  it("counts of projects for several regions the share of one", async () => {
    expect(await profile("region", "441400")).toMatchObject({
      projects: 2,
      amount: 2_200_000 + 1_500_000,
      parts: [
        { key: "jia", amount: 2_200_000 },
        { key: "yi", amount: 1_500_000 },
      ],
    });
  });

  it("sums the measures of its projects", async () => {
    const measures = (await profile("department", "yi"))?.measures ?? [];
    expect(measures.slice(0, 4)).toMatchObject([
      { measure: "number", numerator: 3, denominator: 4 },
      { measure: "date", numerator: 0, denominator: 4 },
      { measure: "words", numerator: 0, denominator: 4 },
      { measure: "no-target", numerator: 1, denominator: 4 },
    ]);
  });

  it("has nothing of what has no project", async () => {
    const nobody = { kind: "department", id: "nobody", name: "", nameEn: "" } as const;
    expect(await profileOf(db, nobody)).toBeUndefined();
  });
});

function target(comparison: string, value: number) {
  return {
    kind: "quantity",
    comparison,
    value,
    upper: null,
    unit: "%",
    annualValue: null,
    indicators: 1,
  };
}
