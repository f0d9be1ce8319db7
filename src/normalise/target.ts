import type { Target } from "../model/records.ts";
import type { Comparison } from "../model/taxonomy.ts";
import { remembering, squash, unwrap } from "../text.ts";
import { readDeadline } from "./deadline.ts";

/** How the forms write a comparison in front of a number. */
// prettier-ignore
const SIGNS: Readonly<Record<string, Comparison>> = {
  "=": "=", 等于: "=", 达到: "=", 达: "=", 为: "=",
  "≥": "≥", ">=": "≥", "=>": "≥", 大于等于: "≥", 大于或等于: "≥", 不少于: "≥", 不低于: "≥", 不小于: "≥", 至少: "≥", 不得少于: "≥", 不得低于: "≥",
  ">": ">", 大于: ">", 高于: ">", 多于: ">", 超过: ">",
  "≤": "≤", "<=": "≤", "=<": "≤", 小于等于: "≤", 小于或等于: "≤", 不超过: "≤", 不高于: "≤", 不大于: "≤", 不多于: "≤", 不得超过: "≤", 控制在: "≤",
  "<": "<", 小于: "<", 少于: "<", 低于: "<",
  约: "≈", 大约: "≈",
};

/** How they write it behind the unit. 内 bounds a duration only: “30天内”, but not “市内”. */
// prettier-ignore
const BOUNDS: Readonly<Record<string, Comparison>> = {
  或以上: "≥", 及以上: "≥", 以上: "≥",
  或以下: "≤", 及以下: "≤", 以下: "≤", 以内: "≤", 之内: "≤", 内: "≤",
  左右: "≈", 上下: "≈",
};

const longestFirst = (words: Iterable<string>) =>
  [...words].sort((a, b) => b.length - a.length).join("|");
// Longest first, so that “不超过” is not read as “超过”.
const SIGN = longestFirst(Object.keys(SIGNS));
const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const CHINESE_NUMBER = "[一二两三四五六七八九十百千]+";

/** A number with its comparison; what follows is its unit. */
const CONDITION = new RegExp(`(${SIGN})?[±]?(${NUMBER})(万亿|亿|万)?`, "gu");
const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 万亿: 1e12 };

/** Numbers that count nothing: years and dates, document numbers, ordinals, grades. */
const NOT_COUNTED =
  /《[^》]*》|[A-Z]{2,}(?:\/[A-Z])?\d+(?:\.\d+)?(?:-\d{4})?|20\d\d\s*年?\s*[-~至—]\s*20\d\d\s*年(?:度)?|20\d\d年度?|[〔[(]20\d\d[〕\])]\d*号?|第\d+[一-龥]?|\d+号文?|\d{1,2}月(?:\d{1,2}[日号])?(?:底|末|份)?|[1-5]A级?|[A-Za-z]\d+|\d+[×xX*]\d+/gu;

const BOUND = new RegExp(`^(.*?)(${longestFirst(Object.keys(BOUNDS))})$`, "u");
const DURATION = /^(?:个?工作日|天|日|小时|个?月|年|分钟|周|个?自然日)$/u;

const BY_PLACE = /^\p{Script=Han}{2,15}:[^:;]+(?:;\p{Script=Han}{2,15}:[^:;]+)+$/u;

/** A standard that is followed, or a hope beside the target: neither is a number to reach. */
const NO_TARGET = /(?:按照?|依据|根据|参照|标准为?|力争|争取)$/u;

/** Text behind a unit that says when the target counts as met. */
const VERDICT = /(?:即|为|视为|得|算|则)(?:达标|完成|合格|满分|得满分).*$/u;
/** A unit is at most this many characters long; more is prose. */
const LONGEST_UNIT = 8;

const NOTHING: Target = {
  kind: "missing",
  comparison: null,
  value: null,
  upper: null,
  unit: null,
  deadline: null,
};

/** One numeric condition in a text. */
interface Condition {
  readonly comparison: Comparison | undefined;
  readonly value: number;
  readonly unit: string;
  /** Text in front of the number, back to the condition before it. */
  readonly before: string;
  /** Whether prose goes on behind the unit. */
  readonly open: boolean;
}

/**
 * Reads a target value (指标值).
 *
 * Never throws: text with no number or date to hold a department to is a qualitative target, and
 * it is for the checks to say whether that is acceptable. 万 and 亿 are multiplied out; other
 * scales stay in the unit.
 *
 * @example
 * parseTarget("≥10万人")                       // quantity, ≥ 100000 人
 * parseTarget("采购率大于80%即达标")             // quantity, > 80 %
 * parseTarget("≥180批次或600人次")              // multiple
 * parseTarget("2024年10月底前")                 // deadline, 2024-10-31
 * parseTarget("显著提升")                       // qualitative
 */
export function parseTarget(text: string | null): Target {
  return text === null ? NOTHING : readTarget(text);
}

const readTarget = remembering((text): Target => {
  const t = squash(raised(unwrap(text))).replace(/[。.;,]+$/u, "");
  if (t === "") return NOTHING;
  return (
    readByPlace(t) ??
    readDeadlineTarget(t) ??
    readScoringRule(t) ??
    readRange(t) ??
    readConditions(t) ??
    readChineseNumber(t) ?? { ...NOTHING, kind: "qualitative" }
  );
});

/** NFKC would turn ² into 2, and “1600m²” into 1600 of a unit m2: the sign is kept apart. */
function raised(text: string): string {
  return text.replaceAll("²", "平方记号");
}

function lowered(unit: string): string {
  return unit.replaceAll("平方记号", "²");
}

/** “漳平市:7个;上杭县:3个”: one value a place, each a target of its own. */
function readByPlace(t: string): Target | undefined {
  return BY_PLACE.test(t) ? { ...NOTHING, kind: "multiple" } : undefined;
}

function readDeadlineTarget(t: string): Target | undefined {
  const deadline = readDeadline(t);
  return deadline && { ...NOTHING, kind: "deadline", deadline: deadline.date };
}

/** “低于90%不得分,大于等于90%得满分”: the condition for full marks is the target. */
function readScoringRule(t: string): Target | undefined {
  if (!/不得分|得满分/u.test(t)) return undefined;
  const clauses = t.split(/[,，;；。]/u);
  const full =
    clauses.find((clause) => clause.includes("满分")) ?? clauses.find((c) => !c.includes("不得分"));
  const [condition, ...others] = full ? conditionsIn(full) : [];
  return condition && others.length === 0 ? quantity(condition) : undefined;
}

const RANGE = new RegExp(
  `^(?:${SIGN})?(${NUMBER})(万亿|亿|万)?([^\\d,;]{0,${LONGEST_UNIT}}?)(?:[-~—–]+|至|到)(${NUMBER})(万亿|亿|万)?([^\\d,;。]{0,${LONGEST_UNIT}})$`,
  "u",
);

function readRange(t: string): Target | undefined {
  const [, low, lowScale, lowUnit, high, highScale, highUnit] = RANGE.exec(t) ?? [];
  if (!low || !high) return undefined;
  return {
    ...NOTHING,
    kind: "range",
    value: scaled(low, lowScale ?? highScale),
    upper: scaled(high, highScale),
    unit: lowered(highUnit || lowUnit || ""),
  };
}

function readConditions(t: string): Target | undefined {
  const all = conditionsIn(withoutBreakdown(t));
  const firm = all.filter(isFirm);
  const distinct = new Set(firm.map(({ value, unit }) => `${value} ${unit}`)).size;
  if (distinct === 1) return quantity(firm[0]!);
  return distinct > 1 ? { ...NOTHING, kind: "multiple" } : undefined;
}

/** “854万(建设400万元,示范295万元)”: the parts in brackets make up the number in front of them. */
function withoutBreakdown(t: string): string {
  return t.replace(/(?<=\d[^()]{0,4})\([^()]*\d[^()]*\)/gu, "");
}

/**
 * Whether a number is one to hold a department to: compared with something, a percentage, or
 * standing at an end of the text. A number within prose (“按照1000元/人的标准执行”) is not.
 */
function isFirm({ comparison, unit, before, open }: Condition): boolean {
  if (NO_TARGET.test(before)) return false;
  if (comparison || unit.startsWith("%")) return true;
  return !open && (before === "" || unit.length <= LONGEST_UNIT - 2);
}

function quantity({ comparison, value, unit }: Condition): Target {
  return {
    ...NOTHING,
    kind: "quantity",
    comparison: comparison ?? "=",
    value,
    unit: lowered(unit),
  };
}

/** Every number of a text with what stands before and behind it. */
function conditionsIn(t: string): Condition[] {
  const counted = t.replace(NOT_COUNTED, (skipped) => "□".repeat(skipped.length));
  const found = [...counted.matchAll(CONDITION)];
  return found.map((match, index) => {
    const [all, sign, digits, scale] = match;
    const from = match.index + all.length;
    const behind = t.slice(from, found[index + 1]?.index ?? t.length);
    const before = t.slice(index > 0 ? found[index - 1]!.index : 0, match.index);
    const { unit, bound, open } = readUnit(behind);
    // A sign in front wins over a bound behind: “≥95%以上” is ≥. Words like 为 decide nothing.
    const strong = sign && SIGNS[sign] !== "=" ? SIGNS[sign] : undefined;
    const comparison = strong ?? bound ?? (sign === "=" ? "=" : undefined);
    return { comparison, value: scaled(digits!, scale), unit, before, open };
  });
}

/** The unit at the front of what follows a number, and a bound behind it (“5次(篇)以上”). */
function readUnit(behind: string): { unit: string; bound: Comparison | undefined; open: boolean } {
  const percent = /^(?:\(%\)|%|‰|个百分点)/u.exec(behind)?.[0];
  const clause = /^(?:\([^()]*\)|[^,;。、或且()])*/u.exec(behind)![0];
  const bounded = BOUND.exec(/^(?:\([^()]*\)|[^,;。、()])*/u.exec(behind)![0].replace(VERDICT, ""));
  if (percent) {
    const after = bounded?.[1] ?? clause.slice(percent.length);
    const bound = bounded && bounded[1] === percent ? BOUNDS[bounded[2]!] : undefined;
    return { unit: percent === "(%)" ? "%" : percent, bound, open: after.length > percent.length };
  }
  if (bounded && (bounded[2] !== "内" || DURATION.test(bounded[1]!))) {
    return { unit: bounded[1]!, bound: BOUNDS[bounded[2]!], open: false };
  }
  // “=3000.00(吨)”: some systems print every unit in brackets.
  const unit = clause.replace(VERDICT, "").replace(/^\(([^()]+)\)$/u, "$1");
  return { unit, bound: undefined, open: unit.length > LONGEST_UNIT };
}

const CHINESE = new RegExp(
  `^(${SIGN})?(${CHINESE_NUMBER})(次|个|场|份|项|期|篇|家|人|批|台|套|件|处|所|名|户|条|年|天|%)(${longestFirst(Object.keys(BOUNDS))})?$`,
  "u",
);
const CHINESE_DIGITS = "零一二三四五六七八九";

/** “不少于三次”, “两个”: a number below a hundred in characters, the whole text long. */
function readChineseNumber(t: string): Target | undefined {
  const [, sign, digits, unit = "", bound] = CHINESE.exec(t) ?? [];
  const value = digits && chineseValue(digits);
  if (!value) return undefined;
  const comparison = sign ? SIGNS[sign] : bound ? BOUNDS[bound] : undefined;
  return { ...NOTHING, kind: "quantity", comparison: comparison ?? "=", value, unit };
}

function chineseValue(text: string): number | undefined {
  const digit = (character: string) => (character === "两" ? 2 : CHINESE_DIGITS.indexOf(character));
  if (text.length === 1 && text !== "十") return digit(text) > 0 ? digit(text) : undefined;
  const found = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/u.exec(text);
  if (!found) return undefined;
  return (found[1] ? digit(found[1]) : 1) * 10 + (found[2] ? digit(found[2]) : 0);
}

/** Multiplied out exactly: 4.2 亿 is 420000000, not 420000000.00000006. */
function scaled(digits: string, scale: string | undefined): number {
  const value = Number(digits.replaceAll(",", ""));
  return Number((value * (scale ? SCALES[scale]! : 1)).toPrecision(15));
}
