import type { Rule } from "../model/finding.ts";
import { level1Of } from "../model/taxonomy.ts";
import { squash } from "../text.ts";
import { disclosureRule, indicatorRule, indicatorsOf, projectRule } from "./asking.ts";

/** Asked of every indicator. */
export const truncatedText: Rule = indicatorRule({
  id: "text/truncated",
  severity: "error",
  question: "指标文字是否完整？",
  questionEn: "Is the text of the indicator complete?",
  applies: "每项指标。",
  appliesEn: "Every indicator.",
  reason: "文字在页末或扫描边缘中断，指标值可能不完整，不能当作全部承诺引用。",
  reasonEn:
    "Text that breaks off at the end of a page or scan may lack the rest of its target, and should not be cited as the whole promise.",
  ask: ({ truncated, name }) =>
    truncated
      ? {
          message: `指标“${name}”的文字在原文中中断，后面可能还有内容。`,
          messageEn: `The text of “${name}” breaks off in the source; more may have followed.`,
        }
      : null,
});

/** A value label that stands inside a value: the scan printed the cell's words again. */
const LABEL_INSIDE = /(?:年度|实施周期)?指标值[:：]/u;
/** A phrase that stands twice in a row: “逐步提高逐步提高”; four characters, or all there is. */
const PHRASE_TWICE = /(.{4,})\1|^(.+)\2$/u;

/** Asked of every indicator with a target. */
export const stutteredValue: Rule = indicatorRule({
  id: "text/stuttered",
  severity: "warning",
  question: "指标值中是否重复印有栏目名称或词句？",
  questionEn: "Does the value hold the label of its column, or a phrase, twice?",
  applies: "每项有指标值的指标。",
  appliesEn: "Every indicator with a target.",
  reason: "扫描或转换会把一格的文字印两遍，读数可能取自重复的部分。",
  reasonEn:
    "A scan or conversion prints the words of a cell twice, so that the value may be read from the repetition.",
  ask({ annualValue, periodValue, name }) {
    const values = [annualValue, periodValue].filter((value) => value !== null);
    if (values.length === 0) return;
    const found = values.find((value) => repeatedIn(value) !== undefined);
    if (found === undefined) return null;
    const repeated = repeatedIn(found)!;
    return {
      message: `指标“${name}”的指标值中又印有“${repeated}”，文字可能重复。`,
      messageEn: `The value of “${name}” holds “${repeated}” again; its words may be repeated.`,
      found,
    };
  },
});

/** What a value holds that is no part of it, or twice. */
function repeatedIn(value: string): string | undefined {
  const text = squash(value);
  return LABEL_INSIDE.test(text) ? "指标值：" : phraseTwice(text);
}

/** A phrase that a text holds twice in a row; digits alone repeat in any number. */
function phraseTwice(text: string): string | undefined {
  const [, part, whole] = PHRASE_TWICE.exec(text) ?? [];
  const phrase = part ?? whole;
  return phrase !== undefined && /[\p{Script=Han}%]/u.test(phrase) ? phrase : undefined;
}

/** Asked of each project whose indicators are numbered. */
export const numbersOutOfOrder: Rule = projectRule({
  id: "text/numbers-out-of-order",
  severity: "note",
  question: "指标的编号是否连续？",
  questionEn: "Are the printed numbers of the indicators consecutive?",
  applies: "各项指标都有编号的项目。",
  appliesEn: "Each project whose indicators are all numbered.",
  reason: "编号重复或跳号，可能有指标漏印，也可能两项并作一项。",
  reasonEn:
    "A number that is repeated or skipped may mean that an indicator is missing, or that two were joined.",
  ask(project, records) {
    const numbers = indicatorsOf(project, records).map((indicator) => indicator.number);
    if (numbers.length === 0 || numbers.some((number) => number === null)) return;
    const at = numbers.findIndex((number, index) => number !== index + 1);
    if (at < 0) return null;
    return {
      message: `“${project.name}”第 ${at + 1} 项指标的编号印作 ${numbers[at]!}，编号有重复或遗漏。`,
      messageEn: `Indicator ${at + 1} of “${project.name}” is numbered ${numbers[at]!}: a number is repeated or skipped.`,
      expected: String(at + 1),
      found: String(numbers[at]!),
    };
  },
});

/** Asked of every indicator with a printed level-1 class. */
export const misplacedClass: Rule = indicatorRule({
  id: "level/misplaced",
  severity: "warning",
  question: "一级指标栏印的是否为一级指标？",
  questionEn: "Is what stands in the place of the level-1 class one?",
  applies: "印有一级指标的每项指标。",
  appliesEn: "Every indicator with a printed level-1 class.",
  reason: "一级栏内印的是二级指标时，分类按二级推定，与原文所印不同。",
  reasonEn:
    "Where a level-2 class stands in the place of level 1, the class shown is inferred and not the printed one.",
  ask({ level1Printed, level1, name }) {
    // “绩效指标” is the head of the whole table, whose cell runs down beside it.
    if (!level1Printed || squash(level1Printed) === "绩效指标") return;
    if (level1Of(squash(level1Printed))) return null;
    return {
      message: `指标“${name}”的一级指标印作“${level1Printed}”，${level1 ? `按二级指标归入“${level1}”` : "不是已知的一级指标"}。`,
      messageEn: `“${level1Printed}” stands in the place of the level-1 class of “${name}”; ${level1 ? `by its level-2 class it belongs to ${level1}` : "it is no known class"}.`,
      ...(level1 && { expected: level1 }),
      found: level1Printed,
    };
  },
});

/** Asked of each disclosure with indicators. */
export const missingLevel2: Rule = disclosureRule({
  id: "level/not-printed",
  severity: "note",
  question: "是否印有二级指标？",
  questionEn: "Are level-2 classes printed?",
  applies: "每份有指标的文件。",
  appliesEn: "Each document with indicators.",
  reason: "没有印二级指标的文件，不能与其他文件按二级指标比较。",
  reasonEn: "Documents without level-2 classes cannot be compared with others by them.",
  ask({ indicators }) {
    if (indicators.length === 0) return;
    const without = indicators.filter(({ level2Basis }) => level2Basis !== "printed").length;
    if (without === 0) return null;
    return {
      message: `${indicators.length} 项指标中有 ${without} 项没有印二级指标。`,
      messageEn: `${without} of ${indicators.length} indicators have no printed level-2 class.`,
      found: String(without),
    };
  },
});

/** Words of an indicator that belong to a class other than the printed one. */
const OTHER_CLASS: readonly {
  readonly level2: string;
  readonly fits: (name: string, unit: string | null, kind: string) => boolean;
  readonly what: string;
  readonly whatEn: string;
}[] = [
  {
    level2: "数量指标",
    fits: (name, unit) => /率(?:\(%\))?$/u.test(name) && (unit === "%" || unit === ""),
    what: "是比率，通常列为质量或时效指标",
    whatEn: "is a rate, usually a quality or timeliness indicator",
  },
  {
    level2: "数量指标",
    fits: (_, __, kind) => kind === "deadline",
    what: "的指标值是时间，通常列为时效指标",
    whatEn: "has a date as its target, usually a timeliness indicator",
  },
  ...["数量指标", "质量指标", "时效指标", "社会效益指标", "可持续影响指标"].map((level2) => ({
    level2,
    fits: (name: string) => /满意(?:度|率)(?:\([^()]*\))?$/u.test(name),
    what: "说的是满意度，通常列为满意度指标",
    whatEn: "is a satisfaction, usually a class of its own",
  })),
  {
    level2: "成本指标",
    fits: (_, __, kind) => kind === "deadline",
    what: "的指标值是时间，通常列为时效指标",
    whatEn: "has a date as its target, usually a timeliness indicator",
  },
  {
    level2: "成本指标",
    fits: (name) => /预算执行率|资金(?:支付|支出|使用)率/u.test(name),
    what: "说的是执行进度，不是成本",
    whatEn: "tells of progress in spending, not of cost",
  },
];

/** Asked of every indicator with a printed level-2 class of which we know such words. */
export const otherClass: Rule = indicatorRule({
  id: "level/fits-other-class",
  severity: "note",
  question: "指标的内容与所列的二级指标是否相符？",
  questionEn: "Do the words of the indicator fit its printed class?",
  applies: "印有二级指标、且该类有已知反例的每项指标。",
  appliesEn: "Every indicator with a printed level-2 class of which such words are known.",
  reason: "按类别比较时，列在别类之下的指标会落在意料之外的地方；这里沿用原文的分类，只作提示。",
  reasonEn:
    "In a comparison by class such an indicator stands where it is not looked for; the printed class is kept, this only points it out.",
  ask({ level2, level2Basis, name, target }) {
    const known = OTHER_CLASS.filter((each) => each.level2 === level2);
    if (level2Basis !== "printed" || known.length === 0) return;
    const found = known.find(({ fits }) => fits(squash(name), target.unit, target.kind));
    if (!found) return null;
    return {
      message: `“${level2!}”下的“${name}”${found.what}。`,
      messageEn: `“${name}” under ${level2!} ${found.whatEn}.`,
    };
  },
});
