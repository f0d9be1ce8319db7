import { describe, expect, it } from "vitest";
import { LEVEL1_OF, LEVELS1, LEVELS2, level1Of, level2Of } from "../../src/model/taxonomy.ts";
import { wordsAt } from "../../src/model/words.ts";
import { classOf } from "../../src/normalise/indicator.ts";

const words = (text: string) =>
  text ? wordsAt(text, 0, { page: 1, row: 1, column: 1 }) : undefined;

describe("classOf", () => {
  it.each<[why: string, printed: [string, string], found: (string | null)[]]>([
    ["both classes as printed", ["产出指标", "数量指标"], ["产出指标", "数量指标", "printed"]],
    ["codes in front", ["1-产出指标", "22-社会效益"], ["产出指标", "社会效益指标", "printed"]],
    [
      "labels broken over lines",
      ["产 出指标", "可持续\n影响指标"],
      ["产出指标", "可持续影响指标", "printed"],
    ],
    [
      "level 2 in the place of level 1",
      ["24-可持续影响", "24-可持续影响"],
      ["效益指标", "可持续影响指标", "printed"],
    ],
    [
      "a wrong but possible level 1 as printed",
      ["产出指标", "经济效益指标"],
      ["产出指标", "经济效益指标", "printed"],
    ],
    ["level 2 alone", ["", "质量指标"], ["产出指标", "质量指标", "printed"]],
    ["level 1 alone", ["效益指标", ""], ["效益指标", null, "none"]],
    [
      "level 1 with a single class below it",
      ["满意度指标", ""],
      ["满意度指标", "服务对象满意度指标", "inferred"],
    ],
    [
      "cost as a class of its own",
      ["成本指标", "经济成本指标"],
      ["成本指标", "经济成本指标", "printed"],
    ],
    ["cost under output", ["产出指标", "成本指标"], ["产出指标", "成本指标", "printed"]],
    ["no class at all", ["", ""], [null, null, "none"]],
  ])("reads %s: %j", (_, [level1, level2], found) => {
    const result = classOf(words(level1), words(level2));
    expect([result.level1, result.level2, result.level2Basis]).toEqual(found);
  });

  it("keeps the words as printed", () => {
    expect(classOf(words("24-可持续影响"), words("24-可持续影响")).level1Printed).toBe(
      "24-可持续影响",
    );
  });
});

describe("the taxonomy", () => {
  it("knows every class by its own name", () => {
    expect(LEVELS1.map(level1Of)).toEqual([...LEVELS1]);
    expect(LEVELS2.map(level2Of)).toEqual([...LEVELS2]);
    expect(Object.keys(LEVEL1_OF)).toEqual([...LEVELS2]);
  });
});
