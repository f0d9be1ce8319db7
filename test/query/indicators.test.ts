import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TARGET_KINDS } from "../../src/model/taxonomy.ts";
import type { OpenDatabase } from "../../src/query/database.ts";
import {
  addKinds,
  byClassOf,
  byFamily,
  checkable,
  classSummaries,
  extremes,
  indicatorsOfClass,
  indicatorsOfDisclosure,
  indicatorsOfProject,
  kindsByDepartment,
  kindsOf,
  numberShare,
  printedClass,
  rangeOf,
  totalOf,
  withNumber,
  type IndicatorDetail,
  type KindCounts,
} from "../../src/query/indicators.ts";
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

  it("lists the indicators of a project with their parsed targets", async () => {
    const indicators = await indicatorsOfProject(db, "jia-projects-2025/p02");
    expect(
      indicators.map(({ indicatorId, kind, comparison, value, unit, deadline }) => [
        indicatorId,
        kind,
        [comparison, value, unit, deadline],
      ]),
    ).toEqual([
      ["jia-projects-2025/p02/i01", "deadline", [null, null, null, "2025-12-15"]],
      ["jia-projects-2025/p02/i02", "quantity", ["≤", 1_500_000.5, "元", null]],
      ["jia-projects-2025/p02/i03", "qualitative", [null, null, null, null]],
    ]);
    expect(indicators[0]).toMatchObject({
      project: "对口支援西藏、新疆项目",
      department: "甲市协作办公室",
      year: 2025,
      truncated: false,
      page: 1,
      start: 1100,
      end: 1180,
    });
  });

  it("keeps the indicators of the department as a whole apart", async () => {
    const indicators = await indicatorsOfDisclosure(db, "jia-department-2024");
    expect(indicators.map(({ name, projectId, weight, score }) => [name, projectId, weight, score]))
      // The form of the self-evaluation has both.
      .toEqual([["预算控制率", null, 10, 9.5]]);
    expect(await indicatorsOfDisclosure(db, "jia-projects-2025")).toEqual([]);
  });

  it("lists a class across departments, each family together", async () => {
    const indicators = await indicatorsOfClass(db, "满意度指标", "服务对象满意度指标");
    expect(indicators.map(({ name, department, family }) => [name, department, family])).toEqual([
      ["群众满意度", "甲市协作办公室", "满意度"],
      ["受援地满意度", "乙市援助局", "满意度"],
    ]);
  });

  it("puts what has no family last", async () => {
    const indicators = await indicatorsOfClass(db, "产出指标", "质量指标");
    expect(indicators.map(({ familyId }) => familyId)).toEqual(["acceptance-rate"]);
    const counts = await indicatorsOfClass(db, "产出指标", "数量指标");
    expect(byFamily(counts).map(({ familyId }) => familyId)).toEqual([null]);
  });

  it("finds what has no class by null", async () => {
    const indicators = await indicatorsOfClass(db, null, null);
    expect(indicators.map(({ name, kind }) => [name, kind])).toEqual([["工作完成情况", "missing"]]);
  });

  it("counts the classes in the order of the forms", async () => {
    const classes = await classSummaries(db);
    expect(
      classes.map((one) => [
        one.level1,
        one.level2,
        one.indicators,
        one.departments,
        withNumber(one),
      ]),
    ).toEqual([
      ["产出指标", "数量指标", 3, 2, 3],
      ["产出指标", "质量指标", 1, 1, 1],
      ["产出指标", "时效指标", 1, 1, 0],
      ["产出指标", "成本指标", 1, 1, 1],
      ["效益指标", "经济效益指标", 1, 1, 1],
      ["效益指标", "社会效益指标", 1, 1, 0],
      ["满意度指标", "服务对象满意度指标", 2, 2, 2],
      ["成本指标", "经济成本指标", 1, 1, 1],
      [null, null, 1, 1, 0],
    ]);
    expect(classes.map(({ unprinted }) => unprinted)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(totalOf(addKinds(classes))).toBe(12);
  });

  it("counts the kinds of target of each department in a class", async () => {
    expect(await kindsByDepartment(db, "产出指标", "数量指标")).toEqual([
      { departmentId: "jia", department: "甲市协作办公室", indicators: 2, ...kinds(1, 1) },
      { departmentId: "yi", department: "乙市援助局", indicators: 1, ...kinds(0, 0, 1) },
    ]);
  });
});

const BLANK: IndicatorDetail = {
  indicatorId: "a/p01/i01",
  disclosureId: "a",
  projectId: "a/p01",
  project: "项目",
  departmentId: null,
  department: null,
  year: null,
  level1: "产出指标",
  level2: "数量指标",
  level1Printed: "产出指标",
  level2Printed: "数量指标",
  level2Basis: "printed",
  name: "指标",
  familyId: null,
  family: null,
  familyEn: null,
  annualValue: null,
  periodValue: null,
  actualValue: null,
  weight: null,
  score: null,
  kind: "quantity",
  comparison: null,
  value: null,
  upper: null,
  unit: null,
  deadline: null,
  truncated: false,
  page: null,
  row: null,
  start: null,
  end: null,
};
const indicator = (more: Partial<IndicatorDetail>): IndicatorDetail => ({ ...BLANK, ...more });

/** Counts in the order of the kinds; the rest are 0. */
function kinds(...counts: number[]): KindCounts {
  return Object.fromEntries(TARGET_KINDS.map((kind, i) => [kind, counts[i] ?? 0])) as KindCounts;
}

describe("counts of kinds", () => {
  it("know a number from a date and both from words", () => {
    const counts = kindsOf([
      indicator({ kind: "quantity" }),
      indicator({ kind: "range" }),
      indicator({ kind: "multiple" }),
      indicator({ kind: "deadline" }),
      indicator({ kind: "qualitative" }),
      indicator({ kind: "missing" }),
    ]);
    expect(counts).toEqual(kinds(1, 1, 1, 1, 1, 1));
    expect([withNumber(counts), checkable(counts), totalOf(counts), numberShare(counts)]).toEqual([
      3, 4, 6, 0.5,
    ]);
  });

  it("share nothing of nothing", () => {
    expect(numberShare(kinds())).toBe(0);
  });

  it("compare large groups only", () => {
    const group = (name: string, counts: KindCounts) => ({
      name,
      share: numberShare(counts),
      ...counts,
    });
    const groups = [
      group("多", kinds(9, 0, 0, 0, 1)),
      group("少", kinds(2, 0, 0, 0, 8)),
      group("独", kinds(0, 0, 0, 0, 1)),
    ];
    const found = extremes(groups, 5);
    expect([found?.most.name, found?.least.name]).toEqual(["多", "少"]);
    expect(extremes(groups.slice(0, 1), 5)).toBeUndefined();
  });
});

describe("printedClass", () => {
  it.each<[why: string, more: Partial<IndicatorDetail>, label: string | null]>([
    ["says nothing where the document says the same", {}, null],
    [
      "keeps codes",
      { level1Printed: "1-产出指标", level2Printed: "11-数量指标" },
      "1-产出指标 / 11-数量指标",
    ],
    [
      "says nothing of a level 2 that is not printed",
      { level2: null, level2Printed: null, level2Basis: "none" },
      null,
    ],
    [
      "keeps a class printed in the wrong column",
      { level1Printed: "24-可持续影响", level2Printed: "24-可持续影响" },
      "24-可持续影响 / 24-可持续影响",
    ],
    ["says nothing where nothing is printed", { level1Printed: null, level2Printed: null }, null],
  ])("%s", (_, more, label) => {
    expect(printedClass(indicator(more))).toBe(label);
  });
});

describe("byClassOf", () => {
  it("puts classes in the order of the forms and keeps the order within", () => {
    const groups = byClassOf([
      indicator({ name: "甲", level1: "效益指标", level2: null, level2Basis: "none" }),
      indicator({ name: "乙" }),
      indicator({ name: "丙", level1: null, level2: null, level2Basis: "none" }),
      indicator({ name: "丁" }),
    ]);
    expect(groups.map((group) => group.indicators.map(({ name }) => name))).toEqual([
      ["乙", "丁"],
      ["甲"],
      ["丙"],
    ]);
  });

  it("says how a class is printed only if all of it is printed alike", () => {
    const coded = indicator({ level1Printed: "1-产出指标", level2Printed: "11-数量指标" });
    expect(byClassOf([coded, coded])[0]?.printed).toBe("1-产出指标 / 11-数量指标");
    expect(byClassOf([coded, indicator({})])[0]?.printed).toBeNull();
  });
});

describe("rangeOf", () => {
  const amount = (value: number, unit: string | null) => indicator({ value, unit });

  it.each([
    [
      "of amounts in one unit",
      [amount(90, "%"), amount(85, "%"), amount(100, "%")],
      { least: 85, greatest: 100, unit: "%", targets: 3 },
    ],
    ["of amounts in several units there is none", [amount(90, "%"), amount(90, null)], undefined],
    ["of one amount there is none", [amount(90, "%")], undefined],
    [
      "leaves out what is no amount",
      [amount(1, "次"), amount(2, "次"), indicator({ kind: "qualitative" })],
      { least: 1, greatest: 2, unit: "次", targets: 2 },
    ],
  ])("%s", (_, indicators, range) => {
    expect(rangeOf(indicators)).toEqual(range);
  });
});
