import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { byYears, changesOf, type TargetChange } from "../../src/query/changes.ts";
import type { OpenDatabase } from "../../src/query/database.ts";
import { ENGINES, sampleAtlas, type SampleAtlas } from "./engines.ts";
import { sampleTables } from "./sample.ts";

const { disclosures, indicators, projects } = sampleTables();
const find = <Row>(rows: readonly Row[], holds: (row: Row) => boolean) => rows.filter(holds);

/** 乙市援助局 a year before: the first project with one target lower, one reworded, one more. */
const YEAR_BEFORE = {
  disclosures: find(disclosures, (row) => row.disclosure_id === "yi-projects-2025").map((row) => ({
    ...row,
    disclosure_id: "yi-projects-2024",
    fiscal_year: 2024,
  })),
  projects: find(projects, (row) => row.project_id === "yi-projects-2025/p01").map((row) => ({
    ...row,
    project_id: "yi-projects-2024/p01",
    disclosure_id: "yi-projects-2024",
  })),
  indicators: find(indicators, (row) => row.project_id === "yi-projects-2025/p01").flatMap(
    (row, i) => {
      const own = {
        ...row,
        disclosure_id: "yi-projects-2024",
        project_id: "yi-projects-2024/p01",
        indicator_id: `yi-projects-2024/p01/i0${i + 1}`,
      };
      if (row.name !== "受援地满意度") return [own];
      const lower = { ...own, annual_value: "≥80%", value: 80 };
      return [lower, { ...own, indicator_id: `${own.indicator_id}x`, name: "道路里程", seq: 90 }];
    },
  ),
};

let atlas: SampleAtlas;

beforeAll(async () => {
  atlas = await sampleAtlas({
    disclosures: [...disclosures, ...YEAR_BEFORE.disclosures],
    projects: [...projects, ...YEAR_BEFORE.projects],
    indicators: [...indicators, ...YEAR_BEFORE.indicators],
  });
});

afterAll(() => atlas.remove());

describe.each(ENGINES)("in %s", (_, open) => {
  let db: OpenDatabase;

  beforeAll(async () => {
    db = await open(atlas.file);
  });

  afterAll(() => db.close());

  it("tells what changed from year to year, with both texts", async () => {
    const changes = await changesOf(db, "yi");
    expect(changes[0]).toMatchObject({
      yearBefore: 2024,
      yearAfter: 2025,
      change: "raised",
      before: { indicatorId: "yi-projects-2024/p01/i02", text: "受援地满意度：≥80%" },
      after: {
        indicatorId: "yi-projects-2025/p01/i02",
        project: "梅州、韶关对口帮扶资金",
        text: "受援地满意度：≥85%",
      },
    });
    expect(changes.map(({ change }) => change)).toEqual([
      "raised",
      "added",
      "added",
      "dropped",
      "unchanged",
    ]);
    expect(changes.find(({ change }) => change === "dropped")?.after).toBeNull();
    expect(changes.find(({ change }) => change === "added")?.before).toBeNull();
  });

  it("has none where a department published one year", async () => {
    expect(await changesOf(db, "jia")).toEqual([]);
  });
});

it("counts changes year by year, and leaves out what is the same", () => {
  const change = (yearAfter: number, kind: TargetChange["change"]): TargetChange => ({
    changeId: `${yearAfter}${kind}`,
    yearBefore: yearAfter - 1,
    yearAfter,
    change: kind,
    before: null,
    after: null,
  });
  const years = byYears([
    change(2025, "raised"),
    change(2025, "unchanged"),
    change(2025, "unchanged"),
    change(2024, "unchanged"),
  ]);
  expect(
    years.map(({ yearAfter, counts, changes }) => [yearAfter, counts, changes.length]),
  ).toEqual([
    [
      2025,
      [
        { change: "raised", targets: 1 },
        { change: "unchanged", targets: 2 },
      ],
      1,
    ],
    [2024, [{ change: "unchanged", targets: 1 }], 0],
  ]);
});
