import type { Rule } from "../model/finding.ts";
import type { Indicator, Records } from "../model/records.ts";
import { bigrams, squash } from "../text.ts";
import { measureNamed, measureOf, type Measure } from "./measure.ts";
import { indicatorRule, indicatorsOf, projectRule } from "./asking.ts";

/** Asked of every indicator that is printed whole. */
export const missingTarget: Rule = indicatorRule({
  id: "target/missing",
  severity: "warning",
  question: "指标是否载明年度指标值？",
  questionEn: "Does the indicator state a target for the year?",
  applies: "文字完整的每项指标。",
  appliesEn: "Every indicator that is printed whole.",
  reason: "没有指标值就无从判断是否完成。",
  reasonEn: "Without a target there is nothing to tell whether it was reached.",
  ask({ truncated, target, name }) {
    if (truncated) return;
    if (target.kind !== "missing") return null;
    return {
      message: `指标“${name}”未说明年度指标值。`,
      messageEn: `“${name}” states no target for the year.`,
    };
  },
});

/** Asked of each project with at least one target. */
export const qualitativeOnly: Rule = projectRule({
  id: "target/qualitative-only",
  severity: "note",
  question: "项目是否至少有一个数字或期限可以核对？",
  questionEn: "Does the project have a number or a date to be held to?",
  applies: "至少有一个指标值的每个项目。",
  appliesEn: "Each project with at least one target.",
  reason: "全部目标都是文字描述时，是否完成取决于怎样理解这些文字。",
  reasonEn:
    "Where all targets are words, whether they were reached depends on how the words are taken.",
  ask(project, records) {
    const kinds = indicatorsOf(project, records).map((indicator) => indicator.target.kind);
    const stated = kinds.filter((kind) => kind !== "missing");
    if (stated.length === 0) return;
    if (stated.some((kind) => kind !== "qualitative")) return null;
    return {
      message: `“${project.name}”的 ${stated.length} 个指标值都是文字描述，没有数字或期限。`,
      messageEn: `All ${stated.length} targets of “${project.name}” are words, without a number or a date.`,
    };
  },
});

/** A value that is closer to the neighbour's name must share this much more with it. */
const CLEARLY = 0.3;

/** Asked of every indicator whose value holds words of its own, with one behind it that does too. */
export const exchangedValues: Rule = indicatorRule({
  id: "target/exchanged",
  severity: "warning",
  question: "相邻两项指标的指标值是否互换？",
  questionEn: "Do the values of two neighbouring indicators belong to each other's names?",
  applies: "与下一项的指标值都有文字，或名称与单位都说明所计何物的每项指标。",
  appliesEn:
    "Every indicator whose value has words of its own and is followed by one that has too.",
  reason: "两项的指标值印反，会使两项都读错。",
  reasonEn: "Values printed under each other's names make both indicators wrong.",
  ask(indicator, records) {
    const next = neighbour(indicator, records);
    if (!next || !indicator.annualValue || !next.annualValue) return;
    const hasWords = wordsIn(indicator.annualValue) >= 4 && wordsIn(next.annualValue) >= 4;
    const hasMeasures = measuresOf(indicator) !== undefined && measuresOf(next) !== undefined;
    if (!hasWords && !hasMeasures) return;
    const byWords = hasWords && areWordsExchanged(indicator, next);
    if (!byWords && !areMeasuresExchanged(indicator, next)) return null;
    return {
      message: `指标“${indicator.name}”与“${next.name}”的指标值可能互换：前者印作“${indicator.annualValue}”，后者印作“${next.annualValue}”。`,
      messageEn: `The values of “${indicator.name}” and “${next.name}” may be exchanged: “${indicator.annualValue}” and “${next.annualValue}”.`,
      found: indicator.annualValue,
    };
  },
});

/** Whether the words of each value are much more those of the other's name. */
function areWordsExchanged(a: Indicator, b: Indicator): boolean {
  const gain = (value: string | null, own: string, other: string) =>
    shared(value ?? "", other) - shared(value ?? "", own);
  return (
    gain(a.annualValue, a.name, b.name) >= CLEARLY && gain(b.annualValue, b.name, a.name) >= CLEARLY
  );
}

/** Whether the unit of each value is that of the other's name: 长度 in 人, 人口 in 公里. */
function areMeasuresExchanged(a: Indicator, b: Indicator): boolean {
  const [one, two] = [measuresOf(a), measuresOf(b)];
  if (!one || !two || one.named === two.named) return false;
  return one.named === two.given && two.named === one.given;
}

function measuresOf({ name, target }: Indicator): { named: Measure; given: Measure } | undefined {
  const named = measureNamed(name);
  const given = measureOf(target.unit ?? "");
  return target.kind === "quantity" && named && given ? { named, given } : undefined;
}

function neighbour(indicator: Indicator, { indicators }: Records): Indicator | undefined {
  const next = indicators[indicators.indexOf(indicator) + 1];
  return next?.projectId === indicator.projectId ? next : undefined;
}

/** Which part of a value's words stands in a name, from 0 to 1. */
function shared(value: string, name: string): number {
  const own = bigrams(value);
  const other = bigrams(name);
  return own.size === 0 ? 0 : [...own].filter((part) => other.has(part)).length / own.size;
}

function wordsIn(value: string): number {
  return value.match(/\p{Script=Han}/gu)?.length ?? 0;
}

/** Asked of every indicator with a number and a unit whose name says what is counted. */
export const unitDiffers: Rule = indicatorRule({
  id: "target/unit-differs",
  severity: "warning",
  question: "指标名称与指标值的单位是否相符？",
  questionEn: "Does the unit of the target fit the name of the indicator?",
  applies: "指标值是数字、名称说明所计何物的每项指标。",
  appliesEn: "Every indicator with a number whose name says what is counted.",
  reason: "名称与单位说的不是一回事，就不知道这个数指什么，也不能与同名指标比较。",
  reasonEn:
    "Where name and unit speak of different things, it is unclear what the number means, and it cannot be compared with others of that name.",
  ask({ name, target, annualValue }) {
    const { kind, unit } = target;
    const named = measureNamed(name);
    if (kind !== "quantity" || !unit || !named || named === "money") return;
    const given = measureOf(unit);
    const isOther = given !== undefined && given !== named;
    // A rate is in no other unit, be it one that we know or not; households are counted by the head.
    const differs = named === "part" ? !/^(?:[%‰]|个?百分点|百分比|倍)/u.test(unit) : isOther;
    if (!differs || (named === "households" && given === "people")) return null;
    return {
      message: `指标“${name}”的指标值“${annualValue ?? ""}”以“${unit}”为单位，与名称不符。`,
      messageEn: `The target “${annualValue ?? ""}” of “${name}” is in ${unit}, which the name does not fit.`,
      found: unit,
    };
  },
});

/** Asked of every indicator with a number whose name is a rate or a satisfaction. */
export const rateWithoutPercent: Rule = indicatorRule({
  id: "target/rate-without-percent",
  severity: "note",
  question: "比率的指标值或名称是否带有百分号？",
  questionEn: "Does the target of a rate, or its name, have a percent sign?",
  applies: "名称是比率或满意度、指标值是数字的每项指标。",
  appliesEn: "Every indicator with a number whose name is a rate or a satisfaction.",
  reason: "“90”与“1”可能是百分数，也可能是比值，比较前须看原文。",
  reasonEn: "“90” or “1” may be a percentage or a ratio; look at the source before comparing.",
  ask({ name, target, annualValue }) {
    const label = squash(name);
    if (target.kind !== "quantity" || !/(?:率|满意度)(?:\([^()]*\))?$/u.test(label)) return;
    if (target.unit !== "" || /[%‰]/u.test(label)) return null;
    return {
      message: `指标“${name}”的指标值印作“${annualValue ?? ""}”，没有单位。`,
      messageEn: `The target of “${name}” is printed as “${annualValue ?? ""}”, without a unit.`,
      found: annualValue ?? "",
    };
  },
});

/** What needs no unit: marks, indices, ratios; nothing at all. */
const WITHOUT_UNIT =
  /分值?$|评分|得分|指数|系数|乘数|比值?$|倍数?$|等级|级别|排名|名次|版本|编号|[A-Za-z]{2,}值?$/u;

/** Asked of every indicator with a number that is no rate. */
export const numberWithoutUnit: Rule = indicatorRule({
  id: "target/number-without-unit",
  severity: "note",
  question: "数量的指标值或名称是否带有单位？",
  questionEn: "Does a number have a unit, in the target or in the name?",
  applies: "指标值是数字、不是比率的每项指标。",
  appliesEn: "Every indicator with a number that is no rate.",
  reason: "没有单位的数字不知道以什么计，也不能与其他文件比较。",
  reasonEn: "A number without a unit does not tell what is counted, and cannot be compared.",
  ask({ name, target, annualValue }) {
    const label = squash(name);
    if (target.kind !== "quantity" || measureNamed(label) === "part") return;
    const isStated = target.unit !== "" || target.value === 0 || /\([^()]+\)$/u.test(label);
    if (isStated || WITHOUT_UNIT.test(label)) return null;
    return {
      message: `指标“${name}”的指标值印作“${annualValue ?? ""}”，没有单位。`,
      messageEn: `The target of “${name}” is printed as “${annualValue ?? ""}”, without a unit.`,
      found: annualValue ?? "",
    };
  },
});

/** Asked of every target in per cent that is no growth. */
export const rateAboveHundred: Rule = indicatorRule({
  id: "target/rate-above-100",
  severity: "warning",
  question: "百分比的指标值是否超过 100%？",
  questionEn: "Is a target in per cent above 100 %?",
  applies: "以百分比表示、不是增长率的每项指标值。",
  appliesEn: "Every target in per cent that is no growth.",
  reason: "比率超过 100% 往往是把“≥”误读为数字，也可能确有其事，须看原文。",
  reasonEn:
    "A rate above 100 % is often a ≥ misread as a digit, though it may be meant; look at the source.",
  ask({ name, target, annualValue }) {
    const text = squash(name + (annualValue ?? ""));
    if (target.kind !== "quantity" || target.unit !== "%" || target.value === null) return;
    if (/增|提高|提升|超额|同比|倍|成本|下降/u.test(text)) return;
    if (target.value <= 100) return null;
    // “290%” is how scans print ≥90%.
    const isMisread = /^2(?:\d\d(?:\.\d+)?)%/u.test(squash(annualValue ?? ""));
    return {
      message: `指标“${name}”的指标值印作“${annualValue ?? ""}”，超过 100%${isMisread ? "；首位数字可能是“≥”的误读" : ""}。`,
      messageEn: `The target of “${name}” is printed as “${annualValue ?? ""}”, above 100 %${isMisread ? "; its first digit may be a misread ≥" : ""}.`,
      found: annualValue ?? "",
    };
  },
});

/** A description that takes up the name (“基本建成…公共服务体系”) has more words of its own. */
const MOSTLY = 0.35;

/** Asked of every indicator with a value of the period and a number for the year. */
export const periodIsLabel: Rule = indicatorRule({
  id: "target/period-is-label",
  severity: "warning",
  question: "实施周期指标值是数值还是名称？",
  questionEn: "Is the value of the period a value, or a name?",
  applies: "既有实施周期指标值、又有年度数值的每项指标。",
  appliesEn: "Every indicator with a value of the period beside one of the year.",
  reason: "实施周期栏内重印了指标名称，这一栏没有可用的目标。",
  reasonEn: "Where the name stands in the column of the period, that column holds no target.",
  ask({ name, periodValue, annualValue, target }) {
    if (!periodValue || !annualValue || periodValue === annualValue) return;
    if (target.kind === "missing") return;
    const isName =
      !/\d/u.test(periodValue) &&
      shared(name, periodValue) >= 0.5 &&
      shared(periodValue, name) >= MOSTLY;
    if (!isName) return null;
    return {
      message: `指标“${name}”的实施周期指标值印作“${periodValue}”，是名称而不是数值。`,
      messageEn: `The value of the period of “${name}” is printed as “${periodValue}”: a name, not a value.`,
      found: periodValue,
    };
  },
});

/** What one pays for a thing; a 补助标准 or 供养标准 is what someone is to get. */
const COST = /成本|费用|单价|造价|(?:[经会训餐宿]费|费用|采购|建设)标准$/u;

/** Asked of every cost with a number to be compared. */
export const costAtLeast: Rule = indicatorRule({
  id: "target/cost-at-least",
  severity: "note",
  question: "成本类指标是否设为“不少于”？",
  questionEn: "Is a cost set as a least amount?",
  applies: "以金额表示、可比较大小的成本类指标。",
  appliesEn: "Every cost with an amount of money to be compared.",
  reason: "成本通常设上限；设为下限时，可能印错了符号，也可能本意是投入规模。",
  reasonEn:
    "A cost usually has an upper limit; a lower one may be a misprinted sign, or mean the size of an investment.",
  ask({ name, target, annualValue }) {
    const isCost = COST.test(squash(name)) && /元/u.test(target.unit ?? "");
    if (!isCost || target.kind !== "quantity") return;
    if (/补助|补贴|奖|收入|节约/u.test(name)) return;
    if (target.comparison !== "≥" && target.comparison !== ">") return null;
    return {
      message: `成本类指标“${name}”的指标值印作“${annualValue ?? ""}”，设为下限。`,
      messageEn: `The cost “${name}” has a least amount as its target: “${annualValue ?? ""}”.`,
      found: annualValue ?? "",
    };
  },
});

const SATISFACTION = /满意(?:度|率)|好评率/u;

/** Asked of every satisfaction with a number in per cent. */
export const ceiling: Rule = indicatorRule({
  id: "target/ceiling",
  severity: "note",
  question: "满意度的指标值是否已是 100%？",
  questionEn: "Is the target of a satisfaction 100 %?",
  applies: "以百分比表示的每项满意度指标。",
  appliesEn: "Every satisfaction with a target in per cent.",
  reason:
    "满意度定为 100%，要求调查对象无一不满意，没有余地；与定为 85%、90% 的同类指标比较时应当留意。验收合格率等照例为 100% 的，不在此列。",
  reasonEn:
    "A satisfaction of 100 % asks that nobody at all be dissatisfied; keep it in mind beside targets of 85 or 90 %. Rates that are 100 % as a rule, as that of acceptance, are not meant.",
  ask({ name, target, annualValue }) {
    const isPercentage = target.kind === "quantity" && target.unit === "%";
    if (!isPercentage || target.value === null || !SATISFACTION.test(name)) return;
    const isUpper = target.comparison === "≤" || target.comparison === "<";
    if (isUpper || /不满意/u.test(name)) return;
    if (target.value !== 100) return null;
    return {
      message: `满意度指标“${name}”的指标值印作“${annualValue ?? ""}”，已是上限。`,
      messageEn: `The satisfaction “${name}” has “${annualValue ?? ""}” as its target: it cannot be higher.`,
      found: annualValue ?? "",
    };
  },
});

/** Asked of every target of the year that is a date with its year, where the year of the budget is known. */
export const deadlineOutsideYear: Rule = indicatorRule({
  id: "target/deadline-outside-year",
  severity: "warning",
  question: "年度指标值中的期限是否早于预算年度？",
  questionEn: "Is the date of a target before the year of the budget?",
  applies: "已知预算年度的文件中，年度指标值写明年份的每项期限。",
  appliesEn:
    "Every target of the year that is a date with its year, where the fiscal year is known.",
  reason: "期限早于预算年度，往往沿用了上一年度的文字；按期完成与否无从判断。",
  reasonEn:
    "A date before the year of the budget is often carried over from the year before; whether it was kept cannot be told.",
  ask({ name, target, annualValue }, { disclosure }) {
    const { fiscalYear } = disclosure;
    if (fiscalYear === null || target.kind !== "deadline" || !target.deadline) return;
    if (!/20\d\d/u.test(annualValue ?? "")) return;
    if (Number(target.deadline.slice(0, 4)) >= fiscalYear) return null;
    return {
      message: `指标“${name}”的指标值写到“${annualValue!}”，早于预算年度 ${fiscalYear}。`,
      messageEn: `The target of “${name}” is “${annualValue!}”, before the fiscal year ${fiscalYear}.`,
      expected: String(fiscalYear),
      found: annualValue!,
    };
  },
});
