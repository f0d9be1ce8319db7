import { describe, expect, it } from "vitest";
import { classKey, classSlugs } from "../../src/components/class-slugs.ts";
import { LEVEL1_OF, LEVELS1, LEVELS2 } from "../../src/model/taxonomy.ts";

describe("classSlugs", () => {
  it("gives every class an address of its own", () => {
    const classes = [
      ...LEVELS2.map((level2) => [LEVEL1_OF[level2], level2] as const),
      ...LEVELS1.map((level1) => [level1, null] as const),
      [null, null] as const,
    ];
    const paths = classes.map(([level1, level2]) => {
      const slugs = classSlugs(level1, level2);
      return `${slugs.level1}/${slugs.level2}`;
    });
    expect(paths).toContain("output/quantity");
    expect(paths).toContain("output/cost");
    expect(paths).toContain("cost/economic");
    expect(new Set(paths).size).toBe(classes.length);
  });

  it.each([
    ["a level 2 that is not told", "产出指标", null, "output", "unspecified"],
    ["no class at all", null, null, "unclassified", "unspecified"],
  ])("has an address for %s", (_, level1, level2, slug1, slug2) => {
    expect(classSlugs(level1, level2)).toEqual({ level1: slug1, level2: slug2 });
  });
});

it("knows a class by the key of the explorer", () => {
  expect(classKey("产出指标", "成本指标")).toBe("产出指标-成本指标");
  expect(classKey("产出指标", null)).toBe("产出指标-none");
});
