import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "../../src/query/database.ts";
import { incomparable, unitAmounts } from "../../src/query/unit-amounts.ts";
import { ENGINES, sampleAtlas, type SampleAtlas } from "./engines.ts";
import { sampleTables } from "./sample.ts";

const { indicators, indicator_families } = sampleTables();

let atlas: SampleAtlas;

beforeAll(async () => {
  atlas = await sampleAtlas({
    indicator_families: [
      ...indicator_families,
      {
        ...indicator_families[0],
        family_id: "assisted-towns",
        name: "帮扶镇数",
        name_en: "towns assisted",
        unit_class: "count",
        purpose: "驻梅州市帮扶",
      },
    ],
    indicators: indicators.map((row) =>
      row.indicator_id === "jia-projects-2025/p01/i01"
        ? { ...row, family_id: "assisted-towns" }
        : row,
    ),
  });
});

afterAll(() => atlas.remove());

describe.each(ENGINES)("in %s", (_, open) => {
  let db: OpenDatabase;

  beforeAll(async () => {
    db = await open(atlas.file);
  });

  afterAll(() => db.close());

  it("divides the amount of a project with one purpose by its quantity", async () => {
    const rows = await unitAmounts(db);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      familyId: "assisted-towns",
      project: "驻梅州市帮扶工作经费",
      goal: "支持梅州市12个镇的乡村振兴。",
      region: "广州市",
      amount: 2_200_000,
      comparison: "≥",
      quantity: 12,
      unit: "个",
      basis: "project",
      indicatorId: "jia-projects-2025/p01/i01",
    });
    expect(rows[0]?.yuanPerUnit).toBeCloseTo(2_200_000 / 12, 1);
  });

  it("tells of every other project why it cannot be compared", async () => {
    const reasons = await incomparable(db);
    expect(reasons.reduce((sum, { projects }) => sum + projects, 0)).toBe(4);
    expect(reasons.every(({ examples, projects }) => examples.length === projects)).toBe(true);
    expect(reasons.map(({ reasonEn }) => reasonEn)).toContain(
      "the name of the project tells no single purpose that can be counted",
    );
  });
});
