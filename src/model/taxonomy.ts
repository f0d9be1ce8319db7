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

/**
 * How forms name the classes, without “指标” (or 目标, 值), codes and points: “11-数量指标” and
 * “数量指标(10分)” are 数量.
 */
const LEVEL1_WORDS: Readonly<Record<string, Level1>> = {
  产出: "产出指标",
  预期产出: "产出指标",
  项目完成: "产出指标",
  效益: "效益指标",
  效果: "效益指标",
  项目效益: "效益指标",
  满意度: "满意度指标",
  服务对象满意度: "满意度指标",
  社会公众或服务对象满意度: "满意度指标",
  社会公众满意度: "满意度指标",
  受益对象满意度: "满意度指标",
  成本: "成本指标",
};

const LEVEL2_WORDS: Readonly<Record<string, Level2>> = {
  数量: "数量指标",
  产出数量: "数量指标",
  质量: "质量指标",
  产出质量: "质量指标",
  时效: "时效指标",
  产出时效: "时效指标",
  进度: "时效指标",
  成本: "成本指标",
  产出成本: "成本指标",
  经济效益: "经济效益指标",
  社会效益: "社会效益指标",
  生态效益: "生态效益指标",
  环境效益: "生态效益指标",
  可持续影响: "可持续影响指标",
  可持续发展影响: "可持续影响指标",
  满意度: "服务对象满意度指标",
  服务对象满意度: "服务对象满意度指标",
  社会公众或服务对象满意度: "服务对象满意度指标",
  社会公众满意度: "服务对象满意度指标",
  受益对象满意度: "服务对象满意度指标",
  经济成本: "经济成本指标",
  社会成本: "社会成本指标",
  生态环境成本: "生态环境成本指标",
  生态成本: "生态环境成本指标",
  环境成本: "生态环境成本指标",
};

/** Every word that names a class, for recognisers that look for them in running text. */
export const CLASS_WORDS: readonly string[] = [
  ...new Set([...Object.keys(LEVEL1_WORDS), ...Object.keys(LEVEL2_WORDS)]),
].sort((a, b) => b.length - a.length);

/** The level-1 class that a squashed label names: “1-产出指标”, “产出”. */
export function level1Of(label: string): Level1 | undefined {
  return LEVEL1_WORDS[classWord(label)];
}

/** The level-2 class that a squashed label names: “11-数量指标”, “22-社会效益”. */
export function level2Of(label: string): Level2 | undefined {
  return LEVEL2_WORDS[classWord(label)];
}

function classWord(label: string): string {
  return label.replace(/^\d{1,2}[-.、]?/u, "").replace(/(?:指标|目标|值)(?:\([^)]*\)?)?分?$/u, "");
}
