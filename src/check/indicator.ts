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

/** Asked of every indicator with a target. */
export const stutteredValue: Rule = indicatorRule({
  id: "text/stuttered",
  severity: "warning",
  question: "指标值中是否重复印有栏目名称？",
  questionEn: "Does the value repeat the label of its column?",
  applies: "每项有指标值的指标。",
  appliesEn: "Every indicator with a target.",
  reason: "扫描或转换会把一格的文字印两遍，读数可能取自重复的部分。",
  reasonEn:
    "A scan or conversion prints the words of a cell twice, so that the value may be read from the repetition.",
  ask({ annualValue, name }) {
    if (!annualValue) return;
    if (!LABEL_INSIDE.test(squash(annualValue))) return null;
    return {
      message: `指标“${name}”的指标值中又印有“指标值：”，文字可能重复。`,
      messageEn: `The value of “${name}” holds the label of its column again; its words may be repeated.`,
      found: annualValue,
    };
  },
});

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
    if (!level1Printed) return;
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

/** Asked of each project with indicators: what the form asks of every project. */
export const missingClass: Rule = projectRule({
  id: "completeness/class-missing",
  severity: "note",
  question: "产出、效益、满意度三类指标是否齐全？",
  questionEn: "Does the project have output, outcome and satisfaction indicators?",
  applies: "有指标且各项都有一级分类的项目。",
  appliesEn: "Each project with indicators that all have a level-1 class.",
  reason: "绩效目标表要求产出、效益、满意度三类；缺少的一类，这份文件没有作出承诺。",
  reasonEn:
    "The form asks for output, outcome and satisfaction; of a class that is missing, the document promises nothing.",
  ask(project, records) {
    const own = indicatorsOf(project, records);
    if (own.length === 0 || own.some((indicator) => indicator.level1 === null)) return;
    const wanted = ["产出指标", "效益指标", "满意度指标"] as const;
    const missing = wanted.filter((level1) => !own.some((each) => each.level1 === level1));
    if (missing.length === 0) return null;
    return {
      message: `“${project.name}”的 ${own.length} 项指标中没有${missing.join("、")}。`,
      messageEn: `None of the ${own.length} indicators of “${project.name}” is of the class ${missing.join(", ")}.`,
      found: missing.join("、"),
    };
  },
});
