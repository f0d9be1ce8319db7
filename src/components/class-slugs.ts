import type { Level1, Level2 } from "../model/taxonomy.ts";

const LEVEL1_SLUGS: Readonly<Record<Level1, string>> = {
  产出指标: "output",
  效益指标: "outcome",
  满意度指标: "satisfaction",
  成本指标: "cost",
};

const LEVEL2_SLUGS: Readonly<Record<Level2, string>> = {
  数量指标: "quantity",
  质量指标: "quality",
  时效指标: "timeliness",
  成本指标: "cost",
  经济效益指标: "economic",
  社会效益指标: "social",
  生态效益指标: "ecological",
  可持续影响指标: "sustained",
  服务对象满意度指标: "served",
  经济成本指标: "economic",
  社会成本指标: "social",
  生态环境成本指标: "environmental",
};

/** A class of indicators as its address names it. */
export interface ClassSlugs {
  readonly level1: string;
  readonly level2: string;
}

/**
 * The slugs of a class as published: `output/quantity`; `output/unspecified` where no level 2 is
 * told, `unclassified/unspecified` where no class is.
 */
export function classSlugs(level1: string | null, level2: string | null): ClassSlugs {
  return {
    level1: (LEVEL1_SLUGS as Record<string, string>)[level1 ?? ""] ?? "unclassified",
    level2: (LEVEL2_SLUGS as Record<string, string>)[level2 ?? ""] ?? "unspecified",
  };
}

/** The value that the explorer knows a class by. */
export function classKey(level1: string | null, level2: string | null): string {
  return `${level1 ?? "none"}-${level2 ?? "none"}`;
}
