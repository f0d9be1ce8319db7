import { squash } from "../text.ts";

/** What a number can measure, told from words alone: kinds that no one confuses. */
export type Measure = "people" | "length" | "area" | "money" | "part" | "places" | "households";

/** By the end of a name, a remark in brackets aside. The first that fits counts. */
const BY_NAME: readonly (readonly [Measure, RegExp])[] = [
  ["part", /(?<![频倍功汇斜曲])率$|满意度$|(?:占比|比例|比重)$/u],
  [
    "places",
    /(?:镇|镇街|乡|村|县|街道?|社区|园区|企业|单位|机构|学校|医院|基地|站点|项目)(?:数量|个数|数)$/u,
  ],
  ["households", /户数$/u],
  ["people", /(?:人口|人数|人次|人次数|学员数|学生数|教师数|职工数)(?:数量|规模)?$/u],
  ["length", /(?:长度|里程|公里数)$/u],
  ["area", /面积$/u],
  ["money", /(?:成本|金额|收入|产值|销售额|投资额|经费|费用)$/u],
];

const BY_UNIT: readonly (readonly [Measure, RegExp])[] = [
  ["part", /^(?:[%‰]|个?百分点|百分比)/u],
  ["people", /^(?:万|千|百)?人(?:次|数)?$|^名$/u],
  ["households", /^(?:万)?户(?:次)?$/u],
  ["length", /^(?:公里|千米|米|km|m|延米|里)$/iu],
  ["area", /^(?:亩|公顷|平方米|平方公里|平米|m²|㎡|km²)$/iu],
  ["money", /^(?:元|千元|百元)(?:\/.+)?$/u],
];

/** What the name of an indicator says is measured; undefined for most names. */
export function measureNamed(name: string): Measure | undefined {
  const label = squash(name).replace(/\([^()]*\)$/u, "");
  return BY_NAME.find(([, pattern]) => pattern.test(label))?.[0];
}

/** What a unit measures; undefined for 个, 次 and others that count anything. */
export function measureOf(unit: string): Measure | undefined {
  return BY_UNIT.find(([, pattern]) => pattern.test(squash(unit)))?.[0];
}
