import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "../../src/query/database.ts";
import {
  byDepartment,
  bySameTarget,
  byUnit,
  families,
  family,
  familyMembers,
  familyTargetCounts,
  spreads,
  type FamilyMember,
} from "../../src/query/families.ts";
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

  it("counts equal targets, those of the most frequent unit first", async () => {
    const rows = await familyTargetCounts(db);
    expect(
      rows
        .filter(({ familyId }) => familyId === "acceptance-rate")
        .map(({ comparison, value, unit, targets }) => [comparison, value, unit, targets]),
    ).toEqual([
      ["≥", 80, "%", 1],
      ["≥", 90, "%", 1],
      ["≥", 95, "%", 1],
      ["≥", 98, "%", 1],
      ["<", 99, "%", 1],
      ["=", 100, "%", 1],
      ["≥", 1, null, 1],
    ]);
  });
});

/** A member of which only what matters is named. */
const member = (indicatorId: string, more: Partial<FamilyMember>) =>
  ({
    indicatorId,
    departmentId: "jia",
    department: "甲局",
    region: "甲市",
    kind: "quantity",
    comparison: "≥",
    value: 90,
    upper: null,
    unit: "%",
    annualValue: "≥90%",
    ...more,
  }) as FamilyMember;

const inWords = { kind: "qualitative", comparison: null, value: null, unit: null } as const;
const MEMBERS = [
  member("a", {}),
  member("b", { annualValue: "不低于90%" }),
  member("c", { comparison: "=" }),
  member("d", { ...inWords, annualValue: "良好" }),
  member("e", { ...inWords, annualValue: "优秀" }),
  member("f", { departmentId: "yi", department: "乙局", unit: null, value: 80 }),
];
const idsOf = (members: readonly FamilyMember[]) => members.map(({ indicatorId }) => indicatorId);

it("puts the members of a department together", () => {
  expect(
    byDepartment(MEMBERS).map(({ department, members }) => [department, members.length]),
  ).toEqual([
    ["甲局", 5],
    ["乙局", 1],
  ]);
});

it("takes targets for the same only where comparison, value and unit are, or the words", () => {
  expect(bySameTarget(MEMBERS).map(idsOf)).toEqual([["f"], ["a", "b"], ["c"], ["d"], ["e"]]);
});

it("gives each unit its own axis, and what has no number none", () => {
  expect(byUnit(MEMBERS).map(({ unit, members }) => [unit, idsOf(members)])).toEqual([
    ["%", ["a", "b", "c"]],
    [null, ["f"]],
  ]);
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
