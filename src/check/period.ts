import type { Remark, Rule } from "../model/finding.ts";
import type { Indicator, Project } from "../model/records.ts";
import type { Comparison } from "../model/taxonomy.ts";
import { squash } from "../text.ts";
import { indicatorRule, indicatorsOf, projectRule } from "./asking.ts";

/** Asked of every indicator with a number for the year and one for the period that accumulate. */
export const annualAbovePeriod: Rule = indicatorRule({
  id: "target/annual-above-period",
  severity: "warning",
  question: "年度指标值是否超过整个实施周期的指标值？",
  questionEn: "Is the target of the year above that of the whole period?",
  applies: "年度与实施周期都有同单位、同方向数值，且逐年累计（次数、人数、金额等）的每项指标。",
  appliesEn:
    "Every indicator whose year and period have numbers of one unit and direction that add up over the years (times, people, money…).",
  reason:
    "逐年累计的数量，一年的不会多于整个周期的；超过时两个数中有一个可能印错，或两栏互换。比率、期限等不随时间累计，不作此比较。",
  reasonEn:
    "What adds up over the years cannot be more in one of them than in all: one of the numbers may be misprinted, or the columns exchanged. Rates and durations do not add up and are not compared.",
  ask(indicator) {
    const numbers = accumulating(indicator);
    if (!numbers) return;
    if (numbers.annual <= numbers.period) return null;
    const { name, annualValue, periodValue } = indicator;
    return {
      message: `指标“${name}”的年度指标值“${annualValue!}”超过实施周期指标值“${periodValue!}”。`,
      messageEn: `The target of the year of “${name}”, “${annualValue!}”, is above that of the whole period, “${periodValue!}”.`,
      expected: periodValue!,
      found: annualValue!,
    };
  },
});

/** Fewer may be alike by chance. */
const FEWEST_ALIKE = 2;

/** Asked of each project of several years with two such indicators or more. */
export const annualEqualsPeriod: Rule = projectRule({
  id: "target/annual-equals-period",
  severity: "note",
  question: "跨年度项目的年度指标值是否与实施周期指标值全部相同？",
  questionEn: "Are the targets of the year the same as those of all years together?",
  applies: "实施周期超过一年、至少有两项逐年累计的数量指标的每个项目。",
  appliesEn:
    "Each project of more than one year with at least two indicators that add up over the years.",
  reason:
    "年度目标若与整个周期的相同，就看不出各年各要完成多少；也可能两栏填的都是年度值，不宜当作周期目标引用。",
  reasonEn:
    "Where both are the same, nothing tells what each year is to bring; both columns may hold the year's, which should then not be cited as the period's.",
  ask(project, records) {
    const { startYear, endYear } = project;
    if (startYear === null || endYear === null || endYear <= startYear) return;
    const numbers = indicatorsOf(project, records).flatMap((indicator) => {
      const both = accumulating(indicator);
      return both ? [{ ...both, name: indicator.name, isEqual: both.annual === both.period }] : [];
    });
    const cumulative = numbers.find((each) => each.isEqual && CUMULATIVE.test(each.name));
    if (cumulative) return equalRemark(project, `累计指标“${cumulative.name}”`, cumulative.name);
    if (numbers.length < FEWEST_ALIKE) return;
    if (numbers.some(({ isEqual }) => !isEqual)) return null;
    return equalRemark(project, `${numbers.length} 项逐年累计的数量指标`, `all ${numbers.length}`);
  },
});

/** A name that says that its number is that of several years. */
const CUMULATIVE = /累计|[两二三四五]年(?!级)/u;

function equalRemark(project: Project, what: string, whatEn: string): Remark {
  const { name, startYear, endYear } = project;
  return {
    message: `“${name}”的实施周期为 ${startYear}—${endYear} 年，${what}的年度值与周期值相同。`,
    messageEn: `“${name}” runs from ${startYear} to ${endYear}; targets that add up over the years (${whatEn}) are the same for the year as for the period.`,
  };
}

/** What does not grow with the years: parts, durations, prices, averages. */
const UNIT_OF_STATE =
  /^(?:[%‰]|个?百分点|个?工作日|个?自然日|天|日|小时|个?月|年|分钟|分|倍|级|度)|\//u;
const NAME_OF_STATE =
  /率|满意度|比例|比重|占比|平均|人均|户均|每|单价|成本价|标准|时间|时限|时长|期限|周期|在编|在岗|现有/u;
const DIRECTION: Readonly<Record<Comparison, string>> = {
  "≥": "least",
  ">": "least",
  "≤": "most",
  "<": "most",
  "=": "exactly",
  "≈": "exactly",
};

/** The numbers of a year and of the period, where they can be compared and add up over the years. */
function accumulating({
  name,
  target,
  periodTarget,
}: Indicator): { annual: number; period: number } | undefined {
  const [annual, period] = [target, periodTarget];
  if (annual.kind !== "quantity" || period.kind !== "quantity") return undefined;
  if (annual.value === null || period.value === null) return undefined;
  if (!annual.unit || squash(annual.unit) !== squash(period.unit ?? "")) return undefined;
  if (DIRECTION[annual.comparison ?? "="] !== DIRECTION[period.comparison ?? "="]) return undefined;
  if (UNIT_OF_STATE.test(annual.unit) || NAME_OF_STATE.test(name)) return undefined;
  return { annual: annual.value, period: period.value };
}
