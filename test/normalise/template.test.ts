import { describe, expect, it } from "vitest";
import { parseTarget } from "../../src/normalise/target.ts";
import { completeTarget } from "../../src/normalise/template.ts";

describe("completeTarget", () => {
  it.each<[why: string, name: string, value: string, expected: readonly unknown[]]>([
    ["sign and unit from the name", "公猪舍(≥**平方米)", "22.8", ["≥", 22.8, "平方米"]],
    ["a template without brackets", "受益人数≥**人", "29", ["≥", 29, "人"]],
    ["万 of the template, multiplied out", "种植面积（≥XX万亩）", "1.2", ["≥", 12000, "亩"]],
    ["what the value states itself", "成本(≤**万元)", "≥5元", ["≥", 5, "元"]],
    ["a name without template as it is", "数量（个）", "5", ["=", 5, ""]],
  ])("takes %s", (_, name, value, expected) => {
    const { comparison, value: number, unit } = completeTarget(parseTarget(value), name, value);
    expect([comparison, number, unit]).toEqual(expected);
  });
});
