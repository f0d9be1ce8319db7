import { describe, expect, it } from "vitest";
import { spreadWords } from "../../src/components/family-figure.ts";
import { languageOf } from "../../src/components/language.ts";
import { targetSaid } from "../../src/components/target-words.ts";
import type { FamilyMember, FamilyTarget, Spread } from "../../src/query/families.ts";

const chinese = languageOf("zh");
const english = languageOf("en");

const spread = (targets: number, lowest: number | null, highest: number | null): Spread => ({
  familyId: "satisfaction",
  comparison: "≥",
  unit: "%",
  targets,
  departments: 2,
  lowest,
  middle: lowest,
  highest,
});
const count = (value: number, targets: number): FamilyTarget => {
  return { familyId: "satisfaction", comparison: "≥", value, unit: "%", targets };
};

describe("what the targets of a family are, in words", () => {
  it.each([
    ["four or more", [spread(4, 80, 90)], "“至少”的 4 项：最低 80%，居中 80%，最高 90%"],
    ["all the same", [spread(4, 90, 90)], "“至少”的 4 项都是 90%"],
    ["too few to be summarised", [spread(3, null, null)], "至少 80%、至少 90% × 2"],
  ])("%s", (_, spreads, expected) => {
    expect(spreadWords(spreads, [count(80, 1), count(90, 2)], chinese)).toBe(expected);
  });

  it("none with a number", () => {
    expect(spreadWords([], [], english)).toBe("no target with a number");
  });
});

const member = (more: Partial<FamilyMember>) =>
  ({ comparison: null, value: null, upper: null, unit: "%", ...more }) as FamilyMember;

describe("a target in few words", () => {
  it.each([
    ["a quantity", member({ kind: "quantity", comparison: "≤", value: 5 }), "at most 5%"],
    ["a range", member({ kind: "range", value: 3, upper: 5 }), "3% to 5%"],
    ["words", member({ kind: "qualitative", annualValue: "良好" }), "In words: 良好"],
    ["nothing", member({ kind: "missing", annualValue: null }), "Not stated"],
  ])("%s", (_, target, expected) => {
    expect(targetSaid(target, english)).toBe(expected);
  });
});
