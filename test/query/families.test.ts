import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "../../src/query/database.ts";
import { families, family, familyMembers, spreads } from "../../src/query/families.ts";
import { ENGINES, sampleAtlas, type SampleAtlas } from "./engines.ts";
import { sampleTables } from "./sample.ts";

const SAMPLE_INDICATORS = sampleTables().indicators;

/** An indicator of a family in the sample's first project. */
function target(seq: number, familyId: string, comparison: string, value: number, unit: string) {
  return {
    ...SAMPLE_INDICATORS[0],
    indicator_id: `yi-projects-2025/p01/i${50 + seq}`,
    disclosure_id: "yi-projects-2025",
    project_id: "yi-projects-2025/p01",
    department_id: "yi",
    seq: 50 + seq,
    family_id: familyId,
    comparison,
    value,
    unit,
  };
}

const SPREAD = [
  target(1, "acceptance-rate", "≥", 80, "%"),
  target(2, "acceptance-rate", "≥", 90, "百分比"),
  target(3, "acceptance-rate", "≥", 95, "%"),
  target(4, "acceptance-rate", "≥", 98, "%"),
  target(5, "acceptance-rate", "<", 99, "%"),
  target(6, "acceptance-rate", "≥", 1, ""),
];

let atlas: SampleAtlas;

beforeAll(async () => {
  atlas = await sampleAtlas({
    indicators: [...SAMPLE_INDICATORS, ...SPREAD],
    findings: [],
    family_matches: [
      {
        indicator_id: "jia-projects-2025/p01/i02",
        family_id: "acceptance-rate",
        score: 0.95,
        words: "验收合格率",
        source: "name",
        evidence: "unit",
        reason: "名称相符，单位属于该族",
        reason_en: "the name fits, its unit is one of the family's",
      },
    ],
  });
});

afterAll(() => atlas.remove());

describe.each(ENGINES)("in %s", (_, open) => {
  let db: OpenDatabase;

  beforeAll(async () => {
    db = await open(atlas.file);
  });

  afterAll(() => db.close());

  it("lists families with members, the largest first", async () => {
    const rows = await families(db);
    expect(rows.map(({ familyId, indicators }) => [familyId, indicators])).toEqual([
      ["acceptance-rate", 7],
      ["satisfaction", 2],
    ]);
    expect(rows[0]).toMatchObject({ departments: 2, governments: 2, unitClass: "ratio" });
  });

  it("finds one family, or none", async () => {
    expect(await family(db, "satisfaction")).toMatchObject({ nameEn: "satisfaction" });
    expect(await family(db, "nothing")).toBeUndefined();
  });

  it("gives members with what they belong to and why", async () => {
    expect(await familyMembers(db, "acceptance-rate")).toMatchObject([
      {
        indicatorId: "jia-projects-2025/p01/i02",
        project: "驻梅州市帮扶工作经费",
        amount: 2_200_000,
        department: "甲市协作办公室",
        region: "广州市",
        year: 2025,
        kind: "quantity",
        value: 100,
        unit: "%",
        score: 0.95,
        words: "验收合格率",
        reason: "名称相符，单位属于该族",
      },
    ]);
  });

  it("summarises four targets of one comparison and unit, and no fewer", async () => {
    expect(await spreads(db, "acceptance-rate")).toEqual([
      spread("≥", "%", 4, 80, 90, 98),
      spread("<", "%", 1, null, null, null),
      spread("=", "%", 1, null, null, null),
      spread("≥", null, 1, null, null, null),
    ]);
  });

  it("gives the spreads of all families", async () => {
    const rows = await spreads(db);
    expect(new Set(rows.map(({ familyId }) => familyId))).toEqual(
      new Set(["acceptance-rate", "satisfaction"]),
    );
  });
});

function spread(
  comparison: string,
  unit: string | null,
  targets: number,
  lowest: number | null,
  middle: number | null,
  highest: number | null,
) {
  const departments = 1;
  return {
    familyId: "acceptance-rate",
    comparison,
    unit,
    targets,
    departments,
    lowest,
    middle,
    highest,
  };
}
