/** Units of targets: what kind of thing a printed unit counts or measures, and its class. */

/** Classes of the numbers of a family; numbers of two classes never stand on one axis. */
export const UNIT_CLASSES = [
  "ratio",
  "growth",
  "count",
  "money",
  "time",
  "area",
  "length",
  "none",
] as const;
export type UnitClass = (typeof UNIT_CLASSES)[number];

/**
 * Kinds of units, finer than classes: people trained and sessions held are both counts, and yet
 * nothing that can be compared.
 */
export type UnitKind =
  | "share"
  | "people"
  | "households"
  | "occasions"
  | "bodies"
  | "things"
  | "yuan"
  | "price"
  | "duration"
  | "floor"
  | "land"
  | "length"
  | "volume"
  | "weight"
  | "points";

/** The kinds that a class is made of. Growth is a share of the year before, without a ceiling. */
export const KINDS_OF: Readonly<Record<UnitClass, readonly UnitKind[]>> = {
  ratio: ["share"],
  growth: ["share"],
  count: ["people", "households", "occasions", "bodies", "things"],
  money: ["yuan", "price"],
  time: ["duration"],
  area: ["floor", "land"],
  length: ["length"],
  none: [],
};

/** Units by kind, brackets and “每” aside. The first that fits counts. */
const KIND_PATTERNS: readonly (readonly [UnitKind, RegExp])[] = [
  ["share", /^(?:%|‰|百分比|个?百分点)$/u],
  ["price", /^(?:美|港|欧)?元[/每]/u],
  ["yuan", /^(?:人民币|美|港|欧|日)?元$/u],
  ["duration", /^个?(?:工作日|自然日|日历天|天|日|小时|分钟|秒钟?|年|年度|月|周|季度|学期|学年)$/u],
  ["people", /^(?:人|名|人次|名次|人员|人数|位|学员|学生)$/u],
  ["households", /^(?:户|户次|家庭|户家庭)$/u],
  ["bodies", /^(?:家|家次|所|所次|家企业|家单位|个单位|个企业)$/u],
  ["land", /^(?:亩|亩次|公顷|平方公里|平方千米|km²)$/u],
  ["floor", /^(?:平方米|平方|平米|㎡|m²|m2|m\^2)$/u],
  ["length", /^(?:公里|千米|米|延米|km|m|里)$/u],
  ["volume", /^(?:立方米|立方|方|空方|m³|m3|升)$/u],
  ["weight", /^(?:吨|公斤|千克|斤|克|kg|t)$/u],
  ["points", /^分$/u],
  ["occasions", /^(?:.{0,2}次|个?团组|场|期|班|届|批|轮|回|趟|场活动|期班)$/u],
];

/** Measure words are without end (床, 盏, 具); prose is not one. */
const MEASURE_WORD = /^\p{Script=Han}{1,3}$/u;
/** “次/天” is how often, “人/年” how many over a time: neither is a number of them. */
const PER_TIME = /\/(?:年|月|季度|天|周|日)$/u;

/**
 * The kinds that a unit may be of, as it is printed with its alternatives: “次(篇)” is occasions or
 * things. Empty where there is no unit, or none that is known.
 *
 * @example
 * unitKinds("人次")    // people
 * unitKinds("次(篇)")  // occasions, things
 * unitKinds("元/亩")   // price
 */
export function unitKinds(unit: string): readonly UnitKind[] {
  const kinds = new Set<UnitKind>();
  for (const part of alternativesOf(unit)) {
    const kind = kindOf(part);
    if (kind) kinds.add(kind);
  }
  return [...kinds];
}

function alternativesOf(unit: string): string[] {
  const whole = unit.replaceAll("人·次", "人次");
  if (/^(?:美|港|欧)?元[/每]/u.test(whole)) return [whole];
  if (PER_TIME.test(whole)) return [];
  return whole
    .split(/[()（）/、或]/u)
    .map((part) => part.replace(/等$/u, ""))
    .filter(Boolean);
}

function kindOf(unit: string): UnitKind | undefined {
  const known = KIND_PATTERNS.find(([, pattern]) => pattern.test(unit));
  if (known) return known[0];
  return MEASURE_WORD.test(unit) ? "things" : undefined;
}

/** Units that are written in several ways, each under the one that is meant. */
const SAME_UNIT: Readonly<Record<string, string>> = {
  百分比: "%",
  百分点: "个百分点",
  平方: "平方米",
  平米: "平方米",
  "㎡": "平方米",
  "m²": "平方米",
  m2: "平方米",
  千米: "公里",
  km: "公里",
  工作日: "个工作日",
  月: "个月",
  名: "人",
  人·次: "人次",
};

/** SQL that writes a unit in one way, so that 平米, ㎡ and 平方米 can be compared. */
export function sqlOfUnit(column: string): string {
  const cases = Object.entries(SAME_UNIT).map(([from, to]) => `WHEN '${from}' THEN '${to}'`);
  return `CASE ${column}::VARCHAR ${cases.join(" ")} ELSE ${column}::VARCHAR END`;
}
