import type { Remark, Rule } from "../model/finding.ts";
import type { Project, Records } from "../model/records.ts";
import { squash } from "../text.ts";
import { indicatorsOf, projectRule } from "./asking.ts";

/** Shorter goals may well be alike. */
const LONG_ENOUGH = 12;

/** Asked of each project with a goal of more than a few words, in a document with others. */
export const sameGoal: Rule = repeatRule({
  id: "text/same-goal",
  question: "绩效目标是否与同一文件中的另一项目完全相同？",
  questionEn: "Is the goal the same, word for word, as that of another project of the document?",
  applies: "同一文件有两个以上项目时，目标超过几个字的每个项目。",
  appliesEn: "Each project with a goal of more than a few words, in a document with others.",
  reason: "不同项目的目标逐字相同，就不能说明各自的钱要做成什么。",
  reasonEn:
    "A goal that is shared word for word does not tell what the money of each project is for.",
  what: { zh: "绩效目标", en: "goal" },
  textOf({ goal }) {
    const text = squash(goal ?? "");
    return text.length < LONG_ENOUGH ? undefined : text;
  },
});

/** Asked of each project with two indicators or more, in a document with others. */
export const sameIndicators: Rule = repeatRule({
  id: "text/same-indicators",
  question: "全部指标是否与同一文件中的另一项目完全相同？",
  questionEn: "Are all indicators the same as those of another project of the document?",
  applies: "同一文件有两个以上项目时，有两项以上指标的每个项目。",
  appliesEn: "Each project with two indicators or more, in a document with others.",
  reason: "全部指标相同的项目无法分别核对，数指标时也会重复计算。",
  reasonEn:
    "Projects with the same indicators cannot be told apart by them, and counting indicators counts them twice.",
  what: { zh: "全部指标", en: "set of indicators" },
  textOf(project, records) {
    const own = indicatorsOf(project, records);
    if (own.length < 2) return undefined;
    return own.map(({ name, annualValue }) => squash(`${name}=${annualValue ?? ""}`)).join("|");
  },
});

/** A rule that tells which projects repeat a text of an earlier one; each repetition once. */
function repeatRule({
  what,
  textOf,
  ...rule
}: Omit<Rule, "severity" | "ask"> & {
  readonly what: { readonly zh: string; readonly en: string };
  textOf(project: Project, records: Records): string | undefined;
}): Rule {
  return {
    ...rule,
    severity: "note",
    *ask(records) {
      const first = new Map<string, Project>();
      for (const project of records.projects) {
        const { projectId, place } = project;
        const text = records.projects.length < 2 ? undefined : textOf(project, records);
        const earlier = text === undefined ? undefined : first.get(text);
        if (text !== undefined && !earlier) first.set(text, project);
        const remark = earlier ? repeated(project, earlier, what) : null;
        yield { projectId, place, remark: text === undefined ? undefined : remark };
      }
    },
  };
}

function repeated(project: Project, earlier: Project, what: { zh: string; en: string }): Remark {
  return {
    message: `“${project.name}”的${what.zh}与“${earlier.name}”完全相同。`,
    messageEn: `The ${what.en} of “${project.name}” is the same as that of “${earlier.name}”.`,
    found: earlier.name,
  };
}

/** Titles of plans name years that are no promise. */
const TITLES = /《[^》]*》|“[^”]*规划[^”]*”/gu;

/** Asked of each project with a stated period whose goals name a year. */
export const yearOutsidePeriod: Rule = projectRule({
  id: "text/year-outside-period",
  severity: "note",
  question: "目标中的年份是否超出所填的实施周期？",
  questionEn: "Does a goal name a year beyond the stated period?",
  applies: "填有到期年度、目标中写有年份的每个项目。",
  appliesEn: "Each project with a stated last year whose goals name a year.",
  reason: "目标的年份超出所填周期，可能沿用了别的年度的文字，也可能周期填错。",
  reasonEn:
    "A goal beyond the stated period may be carried over from another year, or the period may be misstated.",
  ask({ name, goal, periodGoal, endYear }) {
    if (endYear === null) return;
    const text = squash(`${periodGoal ?? ""}${goal ?? ""}`).replace(TITLES, "");
    const years = [...text.matchAll(/(20\d\d)(?=年|-20\d\d年)/gu)].map((match) => Number(match[1]));
    if (years.length === 0) return;
    const last = Math.max(...years);
    if (last <= endYear) return null;
    return {
      message: `“${name}”的目标写到 ${last} 年，所填的到期年度是 ${endYear}。`,
      messageEn: `The goals of “${name}” speak of ${last}; its period is stated to end in ${endYear}.`,
      expected: String(endYear),
      found: String(last),
    };
  },
});

/** Years that a goal names without promising anything in them: documents, plans, starting points. */
const BACKGROUND =
  /[〔[(【]20\d\d[〕\])】]|20\d\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:以来|之前|以前|起|至今|印发|出台|发布|成立|建成|签订|签署|启动|获)|(?:自|从|较|比|与|同|截至|截止|根据|按照?|依据|依照|据|以)20\d\d年?|20\d\d年?[-—–~至到]/gu;

/** Asked of each project with a goal of the year that names a year, where that of the budget is known. */
export const goalOfOtherYear: Rule = projectRule({
  id: "text/goal-of-other-year",
  severity: "note",
  question: "年度绩效目标写的年份是否都早于预算年度？",
  questionEn: "Are all years that the goal of the year names before that of the budget?",
  applies: "已知预算年度的文件中，年度绩效目标写有年份的每个项目；文号、规划名称和“某年以来”不算。",
  appliesEn:
    "Each project whose goal of the year names a year, where the fiscal year is known; numbers of documents, names of plans and “since …” do not count.",
  reason: "目标只提到以前的年份，可能沿用了往年的文字，也可能说的是结转的工作。",
  reasonEn:
    "A goal that speaks of earlier years alone may be carried over from one of them, or tell of work carried forward.",
  ask({ name, goal }, { disclosure }) {
    const { fiscalYear } = disclosure;
    const text = squash(goal ?? "")
      .replace(TITLES, "")
      .replace(BACKGROUND, "");
    const years = [...text.matchAll(/(?<!\d)(20\d\d)年/gu)].map((match) => Number(match[1]));
    if (fiscalYear === null || years.length === 0) return;
    const last = Math.max(...years);
    if (last >= fiscalYear) return null;
    return {
      message: `“${name}”的年度目标写的是 ${last} 年，预算年度是 ${fiscalYear}。`,
      messageEn: `The goal of the year of “${name}” speaks of ${last}; the fiscal year is ${fiscalYear}.`,
      expected: String(fiscalYear),
      found: String(last),
    };
  },
});
