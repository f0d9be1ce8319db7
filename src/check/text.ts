import type { Remark, Rule } from "../model/finding.ts";
import type { Project, Records } from "../model/records.ts";
import { squash } from "../text.ts";
import { indicatorsOf, projectRule } from "./asking.ts";

/** Shorter goals may well be alike. */
const LONG_ENOUGH = 12;

/** Asked of each project with a goal of more than a few words, in a document with others. */
export const sameGoal: Rule = projectRule({
  id: "text/same-goal",
  severity: "note",
  question: "绩效目标是否与同一文件中的另一项目完全相同？",
  questionEn: "Is the goal the same, word for word, as that of another project of the document?",
  ask(project, records) {
    const goal = squash(project.goal ?? "");
    if (goal.length < LONG_ENOUGH || records.projects.length < 2) return;
    return sameAs(project, records, (other) => squash(other.goal ?? "") === goal, {
      zh: "绩效目标",
      en: "goal",
    });
  },
});

/** Asked of each project with two indicators or more, in a document with others. */
export const sameIndicators: Rule = projectRule({
  id: "text/same-indicators",
  severity: "note",
  question: "全部指标是否与同一文件中的另一项目完全相同？",
  questionEn: "Are all indicators the same as those of another project of the document?",
  ask(project, records) {
    const setOf = (each: Project) =>
      indicatorsOf(each, records)
        .map(({ name, annualValue }) => squash(`${name}=${annualValue ?? ""}`))
        .join("|");
    if (indicatorsOf(project, records).length < 2 || records.projects.length < 2) return;
    const own = setOf(project);
    return sameAs(project, records, (other) => setOf(other) === own, {
      zh: "全部指标",
      en: "set of indicators",
    });
  },
});

/** The remark of a project that repeats an earlier one; each pair is told of once. */
function sameAs(
  project: Project,
  { projects }: Records,
  isSame: (other: Project) => boolean,
  what: { zh: string; en: string },
): Remark | null {
  const earlier = projects.find((other) => other.seq < project.seq && isSame(other));
  if (!earlier) return null;
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
