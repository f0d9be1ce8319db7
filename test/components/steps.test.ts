import { describe, expect, it } from "vitest";
import { amountSteps, correctionOf, targetSteps } from "../../src/components/steps.ts";
import { zh } from "../../src/i18n/zh.ts";

const target = {
  annualValue: null,
  periodValue: null,
  kind: "quantity",
  value: null,
  upper: null,
  deadline: null,
  year: 2024,
} as const;
const amount = {
  printed: "50.00",
  yuan: 500_000,
  amountUnit: "万元",
  amountUnitBasis: "printed",
  isShifted: false,
} as const;

describe("between a printed target and its reading", () => {
  it.each([
    ["nothing, where they say the same", { annualValue: "≥3次", value: 3 }, []],
    [
      "万 multiplied out",
      { annualValue: "5 万人次", value: 50_000 },
      ["万、亿换算：数据中作 50,000"],
    ],
    ["nothing of a 万 that is no number's", { annualValue: "12000人 万达", value: 12_000 }, []],
    [
      "the year of a date that has none",
      { annualValue: "3月底前", kind: "deadline" as const, deadline: "2024-03-31" },
      ["年份按预算年度 2024（推断）"],
    ],
    [
      "nothing of a date with its year",
      { annualValue: "2024年3月底前", kind: "deadline" as const, deadline: "2024-03-31" },
      [],
    ],
    ["the period's value", { periodValue: "1份", value: 1 }, ["取实施周期指标值"]],
  ])("%s", (_, more, expected) => {
    expect(targetSteps({ ...target, ...more }, "inferred", zh)).toEqual(expected);
  });
});

describe("between a printed amount and its yuan", () => {
  it.each([
    ["the unit", {}, ["万元换算成元"]],
    ["nothing, where it is printed in yuan", { amountUnit: "元" as const }, []],
    ["nothing of 0", { yuan: 0 }, []],
    ["spaces", { printed: "50. 00" }, ["去掉数字中的空格", "万元换算成元"]],
    [
      "a unit that is not printed",
      { amountUnitBasis: "inferred" as const },
      ["万元换算成元", "单位“万元”由金额大小推断"],
    ],
    ["the column", { isShifted: true }, ["万元换算成元", "按合计行归栏"]],
  ])("%s", (_, more, expected) => {
    expect(amountSteps({ ...amount, ...more }, zh)).toEqual(expected);
  });
});

describe("a correction", () => {
  const correction = {
    disclosureId: "a",
    title: null,
    file: "a.txt",
    cell: 2,
    expected: "≧9O%",
    replacement: "≧90%",
    reason: "扫描误识",
    page: 1,
    row: 1,
    start: 20,
    end: 24,
  };
  const span = { page: 1, row: 1, start: 10, end: 40 };

  it.each([
    ["of these very words", span, "≥90%", true],
    ["of words among others", span, "满意度≥90%", true],
    ["of other words of the record", span, "3次", false],
    ["somewhere else", { ...span, start: 30 }, "≥90%", false],
    [
      "of words that stand nowhere",
      { page: null, row: null, start: null, end: null },
      "≥90%",
      false,
    ],
    ["of nothing", span, null, false],
  ])("is found if it is one %s", (_, where, read, isFound) => {
    expect(correctionOf([correction], where, read)).toBe(isFound ? correction : undefined);
  });

  it("leaves alone what the cell prints as it is read", () => {
    const whole = { ...correction, expected: "3次;9O%", replacement: "3次;90%" };
    expect(correctionOf([whole], span, "3次")).toBeUndefined();
    expect(correctionOf([whole], span, "90%")).toBe(whole);
  });

  it("is the first step", () => {
    const step = "原文印作“≧9O%”，由人更正";
    const read = { ...target, annualValue: "≧90%", value: 90 };
    expect(targetSteps(read, "printed", zh, correction)).toEqual([step]);
    expect(amountSteps(amount, zh, correction)[0]).toBe(step);
  });
});
