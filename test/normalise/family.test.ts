import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { readReference } from "../../scripts/reference.ts";
import { tableSchema } from "../../src/model/schema.ts";
import { KINDS_OF, UNIT_CLASSES } from "../../src/model/units.ts";
import { coreOf, familyFinder, LOWEST_SCORE } from "../../src/normalise/family.ts";
import { parseTarget } from "../../src/normalise/target.ts";
import { completeTarget } from "../../src/normalise/template.ts";

const { families } = readReference();
const find = familyFinder(families);

/** The match of an indicator by its name and value. */
function match(name: string, value: string | null) {
  return find({
    name,
    annualValue: value,
    target: completeTarget(parseTarget(value), name, value),
  });
}

/** “name value；name value” as pairs. */
function examples(list: string): [name: string, value: string][] {
  return list.split("；").map((example) => {
    const at = example.lastIndexOf(" ");
    return [example.slice(0, at), example.slice(at + 1)];
  });
}

describe("indicator-families.csv", () => {
  it("has the published columns in their order, but what is counted", () => {
    const text = readFileSync("data/reference/indicator-families.csv", "utf8");
    const columns = tableSchema("indicator_families").columns.map(({ name }) => name);
    expect(text.split("\n", 1)[0]!.split(",")).toEqual(
      columns.filter((name) => name !== "indicators"),
    );
  });

  it("has each id once, and ids that can stand in an address", () => {
    const ids = families.map(({ familyId }) => familyId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  });

  it("knows the classes, kinds and directions that it names", () => {
    const odd = families.filter(
      ({ unitClass, units, direction }) =>
        !UNIT_CLASSES.includes(unitClass) ||
        !["higher", "lower", "none"].includes(direction) ||
        units.some((kind) => !KINDS_OF[unitClass].includes(kind)) ||
        (units.length === 0) !== (unitClass === "none"),
    );
    expect(odd.map(({ familyId }) => familyId)).toEqual([]);
  });

  it("says of every family what it is and what does not belong, in both languages", () => {
    const bare = families.filter(({ name, nameEn, definition, definitionEn, belongs, excludes }) =>
      [name, nameEn, definition, definitionEn, belongs, excludes].includes(""),
    );
    expect(bare.map(({ familyId }) => familyId)).toEqual([]);
    const chinese = /\p{Script=Han}/u;
    expect(
      families.filter(({ nameEn, definitionEn }) => chinese.test(nameEn + definitionEn)),
    ).toEqual([]);
  });

  it("names companions that exist, of families with a purpose only", () => {
    const ids = new Set(families.map(({ familyId }) => familyId));
    const odd = families.filter(
      ({ companions, purpose }) =>
        companions.some((id) => !ids.has(id)) || (companions.length > 0 && !purpose),
    );
    expect(odd).toEqual([]);
  });

  it.each(families.map((family) => [family.familyId, family] as const))(
    "holds %s to its examples",
    (id, { belongs, excludes }) => {
      const inside = examples(belongs).filter(
        ([name, value]) => match(name, value)?.familyId !== id,
      );
      const outside = examples(excludes).filter(
        ([name, value]) => match(name, value)?.familyId === id,
      );
      expect({ inside, outside }).toEqual({ inside: [], outside: [] });
    },
  );
});

interface Row {
  readonly name: string;
  readonly value: string;
  readonly family: string;
}

/** Indicators of all domains, each judged by hand; an empty family means that there is none. */
const JUDGED = Papa.parse<Row>(readFileSync("test/fixtures/families.csv", "utf8"), {
  header: true,
  skipEmptyLines: true,
}).data;

describe("familyFinder", () => {
  it("finds the family of every judged indicator, and none where there is none", () => {
    expect(JUDGED.length).toBeGreaterThan(250);
    const wrong = JUDGED.flatMap(({ name, value, family }) => {
      const found = match(name, value || null)?.familyId ?? "";
      return found === family ? [] : [{ name, value, family, found }];
    });
    expect(wrong).toEqual([]);
  });

  it.each<[why: string, name: string, value: string | null, found: object | null]>([
    [
      "the whole name and the unit",
      "培训人数",
      "≥400人",
      { familyId: "trainees", score: 1, words: "培训人数", source: "name", evidence: "unit" },
    ],
    [
      "the end of the name",
      "受益群众满意度",
      "≥90%",
      { score: 0.95, words: "满意度", evidence: "unit" },
    ],
    ["a number without unit", "资金到位率", "≥1", { score: 0.9, evidence: "unit-unstated" }],
    ["a unit in the name", "满意度（%）", "90", { score: 1, evidence: "unit" }],
    ["a date", "项目完工时间", "2024年11月底前", { evidence: "date" }],
    ["words where a number should be", "设备利用率", "较高", { evidence: "words-for-number" }],
    ["words where words belong", "村容村貌", "明显改善", { score: 1, evidence: "words" }],
    ["several conditions", "接待来宾人数", "≥60批次或200人次", { evidence: "several" }],
    ["no target", "服务对象满意度", null, { evidence: "missing" }],
    [
      "words in front of the number, where the name asks for words",
      "南沙在国际国内影响力",
      "咨委会活动媒体报道次数≥15次",
      { familyId: "media-reports", source: "value", score: 0.76, words: "报道次数" },
    ],
    ["a rate that is a duration", "资金拨付及时率", "≤30天", { familyId: "payment-time" }],
    ["people where sessions are meant", "举办培训班", "≥200人", { familyId: "trainees" }],
    ["sessions of the same name", "举办培训班", "≥4期", { familyId: "training-sessions" }],
    ["a unit of no member", "培训人数", "≥4期", null],
    ["a number where only words belong", "社会影响力", "≥90%", null],
    ["a price where a sum belongs", "设备维护成本", "平均每次设备维护成本≤1万", null],
    ["a date where only numbers belong", "资金到位率", "6月底前", null],
  ])("weighs %s: %s %j", (_, name, value, found) => {
    if (found === null) expect(match(name, value)).toBeNull();
    else expect(match(name, value)).toMatchObject(found);
  });

  it("gives no match below the lowest score", () => {
    const scores = JUDGED.map(({ name, value }) => match(name, value || null)?.score ?? 1);
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(LOWEST_SCORE);
  });
});

describe("coreOf", () => {
  it.each([
    ["marks in front and a unit behind", "★受益群众的满意度（%）", "受益群众满意度"],
    ["the number of an indicator", "指标2：派驻农技人员人数", "派驻农技人员人数"],
    ["what a form suggests", "受益农户数≥**户", "受益农户数"],
    ["an explanation", "制度执行的规范性:(计算方法:定性指标)合法合规", "制度执行规范性"],
    ["a part of a sum", "其中：新建消防水池", "新建消防水池"],
    ["brackets inside", "工程（含隐蔽工程）验收合格率", "工程验收合格率"],
    ["a bracket that is not closed", "满意度（%", "满意度"],
  ])("leaves aside %s", (_, name, core) => {
    expect(coreOf(name)).toBe(core);
  });
});
