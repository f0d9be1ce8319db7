/** The classes of performance indicators (财预〔2021〕101号 and the older forms). */

export const LEVELS1 = ["产出指标", "效益指标", "满意度指标", "成本指标"] as const;
export type Level1 = (typeof LEVELS1)[number];

export const LEVELS2 = [
  "数量指标",
  "质量指标",
  "时效指标",
  "成本指标",
  "经济效益指标",
  "社会效益指标",
  "生态效益指标",
  "可持续影响指标",
  "服务对象满意度指标",
  "经济成本指标",
  "社会成本指标",
  "生态环境成本指标",
] as const;
export type Level2 = (typeof LEVELS2)[number];

/**
 * The level-1 class that each level-2 class belongs to. Older forms put 成本指标 under 产出指标, newer
 * ones make cost a class of its own with three parts.
 */
export const LEVEL1_OF: Readonly<Record<Level2, Level1>> = {
  数量指标: "产出指标",
  质量指标: "产出指标",
  时效指标: "产出指标",
  成本指标: "产出指标",
  经济效益指标: "效益指标",
  社会效益指标: "效益指标",
  生态效益指标: "效益指标",
  可持续影响指标: "效益指标",
  服务对象满意度指标: "满意度指标",
  经济成本指标: "成本指标",
  社会成本指标: "成本指标",
  生态环境成本指标: "成本指标",
};

export const LEVEL_BASES = ["printed", "inferred", "none"] as const;
export type LevelBasis = (typeof LEVEL_BASES)[number];

export const TARGET_KINDS = [
  "quantity",
  "range",
  "multiple",
  "deadline",
  "qualitative",
  "missing",
] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

export const COMPARISONS = ["≥", ">", "=", "<", "≤", "≈"] as const;
export type Comparison = (typeof COMPARISONS)[number];
