import { describe, expect, it } from "vitest";
import { amountSteps, targetSteps } from "../../src/components/steps.ts";
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
