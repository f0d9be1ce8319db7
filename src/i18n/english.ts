import { formatNumber } from "../format.ts";

/** Names of the classes of indicators, as the two levels of the forms are called in English. */
const LEVELS: Readonly<Record<string, string>> = {
  产出指标: "Output",
  效益指标: "Outcome",
  满意度指标: "Satisfaction",
  成本指标: "Cost",
  数量指标: "Quantity",
  质量指标: "Quality",
  时效指标: "Timeliness",
  经济效益指标: "Economic",
  社会效益指标: "Social",
  生态效益指标: "Ecological",
  可持续影响指标: "Sustained effect",
  服务对象满意度指标: "Those served",
  经济成本指标: "Economic cost",
  社会成本指标: "Social cost",
  生态环境成本指标: "Environmental cost",
};

/** The English name of a level; one that is not known as it is printed. */
export function levelName(level: string): string {
  return LEVELS[level] ?? level;
}

/**
 * A number with what it counts.
 *
 * @example
 * counted(1, "project") // "1 project"
 * counted(2, "city", "cities") // "2 cities"
 */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** Names in a row: “a”, “a and b”, “a, b and c”. */
export function listed(items: readonly string[], last = "and"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
}
