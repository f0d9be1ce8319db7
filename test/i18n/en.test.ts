import { describe, expect, it } from "vitest";
import { en } from "../../src/i18n/en.ts";

const share = (level1: string, share: number) => ({ level1, share });

describe("English sentences that hold for any data", () => {
  it.each([
    [
      "most of a city's money names no region",
      en.home.flowsTitle({ city: "Guangzhou", region: null, total: 2_338_752_600, share: 0.72 }),
      "Guangzhou: of CNY 2.34 billion in project budgets, 72% names no beneficiary region",
    ],
    [
      "one project of one department",
      en.region.lede({ name: "Shufu County", payers: 1, projects: 1, sole: 1e7, shared: 0 }),
      "1 project of 1 department names Shufu County as a beneficiary, with budgets of CNY 10 million, all for this region alone.",
    ],
    [
      "several projects without an amount",
      en.region.lede({ name: "Guizhou", payers: 2, projects: 3, sole: 0, shared: 0 }),
      "3 projects of 2 departments name Guizhou as a beneficiary, with an amount of 0 or none stated.",
    ],
    [
      "projects of both kinds",
      en.region.projectsTitle(2, 1),
      "2 projects for this region alone and 1 project for other regions too",
    ],
    [
      "indicators of several classes",
      en.typesTitle({
        total: 346,
        largest: share("产出指标", 0.6),
        smallest: share("满意度指标", 0.07),
      }),
      "Of 346 indicators, 60% are output, 7% are satisfaction",
    ],
    ["three names", en.list(["a", "b", "c"]), "a, b and c"],
    ["one name", en.list(["a"]), "a"],
    [
      "a project that names no region",
      en.project.lede({ regions: [], indicators: 1, checkable: 1 }),
      "The document names no beneficiary region; 1 indicator promised, all with a number or a date.",
    ],
    ["findings of two kinds", en.projects.findings(1, 0, 2), "1 discrepancy · 2 notes"],
    ["a class of the forms", en.className("产出指标", "时效指标"), "Output · Timeliness"],
    ["a class that is not told", en.className("产出指标", null), "Output · not subdivided"],
    ["a large cell", en.explorer.brief(2_338_752_600), "2.3bn"],
  ])("%s", (_, text, expected) => {
    expect(text).toBe(expected);
  });
});
