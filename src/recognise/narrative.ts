import type { IndicatorReading, ProjectReading, Reading } from "../model/reading.ts";
import type { Table, Words } from "../model/table.ts";
import { level1Of, level2Of, LEVEL1_OF } from "../model/taxonomy.ts";
import { joinWords, sliceWords, trimWords } from "../model/words.ts";
import { squash } from "../text.ts";
import { filledCells, findDepartment, findLabelled, findYear } from "./heading.ts";
import type { Layout } from "./layout.ts";
import { isBlank, moneyUnitIn } from "./lexicon.ts";
import { indicatorIn, sentencesOf } from "./sentence.ts";
import { fundingIn } from "./story-funding.ts";
import { isWholeValue } from "./stream-values.ts";
import {
  classesIn,
  hasGoal,
  issuerOf,
  isTitleLine,
  nameIn,
  signerIn,
  storiesOf,
  textOf,
  unitOf,
  type Story,
  type Topic,
} from "./story.ts";
import { indicatorReading } from "./indicator-reading.ts";

/**
 * A text about projects, without any table (项目情况说明, 资金下达通知, 绩效目标公示): passages behind
 * headings or labels, on lines of their own or in one paragraph; indicators in sentences or none:
 *
 * ```text
 * 一、项目名称：农村饮水安全巩固提升工程。实施单位：某县供水服务站。
 * 三、实施周期：2024年1月—12月
 * 四、年度预算安排：本年安排预算120万元，其中财政拨款100万元。
 * 五、绩效目标：解决3个村的饮水问题。
 * 数量指标：新建蓄水池≥3座；铺设管网12公里。          ← name, comparison, number, unit
 * ```
 *
 * Only a text that names its project, and tells its goal under a label of its own, is read;
 * sentences that are no indicator beyond doubt stay unread.
 */
export const narrative: Layout = {
  name: "narrative",

  matches(pages) {
    return storiesOf(pages).some(isProject);
  },

  read(pages) {
    const rows = pages.flatMap((page) => page.rows);
    const stories = storiesOf(pages).filter(isProject);
    const read = stories.map((story) => toProject(story, stories.length === 1));
    const first = rows.flatMap(filledCells)[0];
    const titles = [first, ...stories.map((story) => story.title)];
    const title = stories[0]?.title ?? (first && isTitleLine(first) ? first : undefined);
    return {
      layout: "narrative",
      title,
      department: departmentIn(pages, titles, stories),
      fiscalYear: findYear(rows, title),
      amountUnit:
        rows.flatMap(filledCells).find((cell) => cell.text.length < 40 && moneyUnitIn(cell.text)) ??
        read.map(({ project }) => project.funding.total).find(Boolean),
      goal: undefined,
      totals: [],
      projects: read.map(({ project }) => project),
      indicators: [],
      tasks: [],
      budgets: [],
      unread: read.flatMap(({ unread }) => unread),
    } satisfies Reading;
  },
};

/** The unit that carries a project out is the department only where nobody else is named. */
function departmentIn(
  pages: readonly Table[],
  titles: readonly (Words | undefined)[],
  stories: readonly Story[],
): Words | undefined {
  const rows = pages.flatMap((page) => page.rows);
  return (
    findLabelled(rows, "department") ??
    titles.map((title) => title && issuerOf(title)).find(Boolean) ??
    signerIn(rows.map((row) => joinWords(filledCells(row), " "))) ??
    findDepartment(rows) ??
    stories.map(unitOf).find(Boolean)
  );
}

/** “项目名称：填写项目的全称”: how to fill in a form. */
const INSTRUCTION = /^(?:填写|填列|填报|请填|应填|按照|反映|描述|是?指)/u;

/** Whether a story has a name, a goal, and what makes both those of a budget. */
function isProject(story: Story): boolean {
  const { title, passages } = story;
  const has = (topic: Topic) => passages.some((passage) => passage.topic === topic);
  const isNamed = has("name") || (title !== undefined && nameIn(title) !== undefined);
  const name = textOf(story, "name")?.text ?? "";
  if (!isNamed || INSTRUCTION.test(name) || !hasGoal(story)) return false;
  const hasMoney = has("amount") || has("wholeAmount");
  return hasMoney || has("period") || readGoal(story).indicators.length > 0;
}

function toProject(story: Story, isOnly: boolean): { project: ProjectReading; unread: Words[] } {
  const { goal, wholeGoal, indicators, unread } = readGoal(story);
  const period = textOf(story, "period");
  const years = period ? [...period.text.matchAll(/20\d\d/gu)] : [];
  const year = (match: RegExpExecArray | undefined) =>
    match && sliceWords(period!, match.index, match.index + 4);
  return {
    project: {
      name: textOf(story, "name") ?? nameIn(story.title!)!,
      unit: unitOf(story),
      funding: fundingIn(story, isOnly),
      category: undefined,
      grade: undefined,
      startYear: year(years[0]),
      endYear: year(years.at(-1)),
      goal: goal ?? wholeGoal,
      periodGoal: goal && wholeGoal,
      indicators,
    },
    unread,
  };
}

interface Told {
  readonly goal: Words | undefined;
  readonly wholeGoal: Words | undefined;
  readonly indicators: readonly IndicatorReading[];
  readonly unread: Words[];
}

/** The goals in front of the first class, and the indicators behind the classes. */
function readGoal({ passages }: Story): Told {
  const goals: Record<"goal" | "wholeGoal", Words[]> = { goal: [], wholeGoal: [] };
  const indicators: IndicatorReading[] = [];
  const unread: Words[] = [];
  for (const { topic, lines } of passages) {
    if (topic !== "goal" && topic !== "wholeGoal" && topic !== "indicators") continue;
    let level1: Words | undefined;
    let level2: Words | undefined;
    for (const line of lines) {
      const isWithin = topic === "indicators" || level1 !== undefined || level2 !== undefined;
      for (const { label, text } of cutAtClasses(line, isWithin)) {
        if (label) [level1, level2] = classAfter(label, level1, level2);
        if (topic !== "indicators" && !level1 && !level2) {
          if (text.text !== "") goals[topic].push(text);
          continue;
        }
        for (const sentence of sentencesOf(text)) {
          const indicator =
            indicatorIn(sentence, level1, level2) ?? indicatorOfClass(sentence, level1, level2);
          if (indicator) indicators.push(indicator);
          else if (!isBlank(sentence.text)) unread.push(sentence);
        }
      }
    }
  }
  const joined = (lines: readonly Words[]) => (lines.length > 0 ? joinWords(lines) : undefined);
  return { goal: joined(goals.goal), wholeGoal: joined(goals.wholeGoal), indicators, unread };
}

/** “满意度指标：≥90%”: a class that is its own indicator. */
function indicatorOfClass(
  value: Words,
  level1: Words | undefined,
  level2: Words | undefined,
): IndicatorReading | undefined {
  const name = level2 ?? level1;
  if (!name || !isWholeValue(squash(value.text)) || !/^[≥≤><=]/u.test(squash(value.text)))
    return undefined;
  const words = joinWords([name, value]);
  return indicatorReading({ level1, level2, name, annualValue: value, words });
}

/** A text cut at the classes in it: each with what follows it. */
function cutAtClasses(
  words: Words,
  isWithin: boolean,
): { label: Words | undefined; text: Words }[] {
  const [opening] = classesIn(words.text, isWithin);
  const from = opening?.index ?? words.text.length;
  // Behind the first class, the others may be named in short.
  const found = classesIn(words.text, true).filter(({ index }) => index >= from);
  const parts = found.map((match, i) => {
    const at = match.index + match[0].indexOf(match[1]!);
    const end = match.index + match[0].length;
    return {
      label: sliceWords(words, at, at + match[1]!.length),
      text: trimWords(sliceWords(words, end, found[i + 1]?.index)),
    };
  });
  return [{ label: undefined, text: trimWords(sliceWords(words, 0, from)) }, ...parts];
}

/**
 * The classes that hold behind a label: one of level 2 keeps the level 1 that it belongs to, be it
 * named above or only known by the class of level 2 before it.
 */
function classAfter(
  label: Words,
  level1: Words | undefined,
  level2: Words | undefined,
): [Words | undefined, Words | undefined] {
  const text = wordOf(label);
  const class2 = level2Of(text);
  const sibling = level2 && level2Of(wordOf(level2));
  const open = level1 ? level1Of(wordOf(level1)) : sibling && LEVEL1_OF[sibling];
  if (class2 && open === LEVEL1_OF[class2]) return [level1, label];
  // “服务对象满意度指标” is the name of the class below 满意度指标, which prose leaves out.
  if (class2 && OF_SOMEBODY.test(text)) return [undefined, label];
  if (level1Of(text)) return [label, undefined];
  return [undefined, label];
}

const OF_SOMEBODY = /^服务对象满意度/u;

function wordOf(label: Words): string {
  return squash(label.text).replace(/目标$/u, "指标");
}
