import type {
  Fund,
  FundingReading,
  IndicatorReading,
  ProjectReading,
  Reading,
} from "../model/reading.ts";
import type { Table, Words } from "../model/table.ts";
import { CLASS_WORDS, level1Of, level2Of, LEVEL1_OF } from "../model/taxonomy.ts";
import { joinWords, sliceWords, trimWords } from "../model/words.ts";
import { squash } from "../text.ts";
import { filledCells, findDepartment, findLabelled, findYear } from "./heading.ts";
import { indicatorIn, NUMBERING, sentencesOf, withoutStop } from "./sentence.ts";
import type { Layout } from "./layout.ts";
import { isBlank, meaningOf, moneyUnitIn, wrapped, type Meaning } from "./lexicon.ts";

/** What a passage of the text is about. */
type Topic = "name" | "unit" | "period" | "amount" | "goal" | "indicators" | "other";

/** Headings of such texts that label nothing in a form. */
const TOPICS: Readonly<Record<string, Topic>> = {
  实施主体: "unit",
  项目实施主体: "unit",
  年度预算安排: "amount",
  预算安排情况: "amount",
  资金安排: "amount",
  资金安排情况: "amount",
  项目资金安排: "amount",
  下达资金: "amount",
  项目概述: "other",
  立项依据: "other",
  实施方案: "other",
};
const TOPIC_OF: Partial<Record<Meaning, Topic>> = {
  projectName: "name",
  department: "unit",
  unit: "unit",
  period: "period",
  amount: "amount",
  goal: "goal",
  annualGoal: "goal",
  goalTarget: "goal",
  indicators: "indicators",
};

const HEADING = new RegExp(`^\\s*(${NUMBERING})\\s*([^:：。；;]{2,20}?)\\s*(?:[:：]\\s*|$)`, "u");
/** A class within the text: “1.产出指标”, “数量指标：”. */
const CLASS = new RegExp(
  `(?<=^|[。；;:：\\s])${NUMBERING}\\s*((?:${wrapped(CLASS_WORDS)})\\s*(?:指\\s*标|目\\s*标))\\s*(?:[:：]|$|(?=\\n))`,
  "gmu",
);

const MONEY = /\d[\d,，.]*\s*(?:万元|亿元|元)/u;
/** “其中：财政拨款400万元，其他资金80万元” */
const PART = String.raw`[^\d,，;；。]{0,6}(\d[\d,，.]*\s*(?:万元|亿元|元))`;
const PARTS: readonly (readonly [Fund, RegExp])[] = [
  ["fiscal", new RegExp(`财政(?:拨款|资金)${PART}`, "u")],
  ["special", new RegExp(`财政专户(?:管理资金|拨款)${PART}`, "u")],
  ["other", new RegExp(`(?:其他|其它|单位|自筹)资金${PART}`, "u")],
];
/** A sentence of its own about money: “2023年预算安排480万元”, “本年安排预算120万元”. */
const BUDGETED =
  /^\s*(?:20\d\d年度?|本年度?|当年|年度|本项目)*(?:预算安排|安排预算|预算资金|安排资金|预算金额|预算总额|资金预算|预算)(?:为|共|共计|资金)?\s*\d/u;
const KIND_OF_PROJECT = /项目|资金|经费|工程|补助/u;
/** What a title says of all projects: “2024年度财政项目支出”. */
const NO_NAME =
  /^(?:20\d\d年度?)?(?:部门|财政|市级|区级|县级|本级|预算|重点|一级|二级)*(?:项目|经费|资金)*(?:支出|预算)?$/u;
const NOTICE = /关于(?:提前)?(?:下达|拨付|预拨|安排)(.+?)(?:预算)?的通知$/u;
const EXPLANATION = /^(.+?)(?:经费|资金)?(?:情况说明|绩效目标).*$/u;
/** Who issues a notice: “某县财政局 某县农业农村局关于下达…”. */
const ISSUER =
  /^(\p{Script=Han}{2,20}?(?:局|厅|委|部|办公室|委员会|政府|中心))(?=\s|、|关于|20\d\d年)/u;
/** “现下达你县资金120万元”. */
const GRANTED = /(?:下达|安排|拨付|预拨)[^。；;\n]{0,50}?(\d[\d,，.]*\s*(?:万元|亿元|元))/u;

/**
 * A text about projects, without any table (项目情况说明, 资金下达通知): passages behind headings,
 * indicators in sentences or none at all:
 *
 * ```text
 * 项目名称：农村饮水安全巩固提升工程
 * 三、实施周期：2024年1月—12月
 * 四、年度预算安排：本年安排预算120万元，其中财政拨款100万元。
 * 五、绩效目标：解决3个村的饮水问题。
 * 数量指标：新建蓄水池≥3座；铺设管网12公里。          ← name, comparison, number, unit
 * ```
 *
 * Only a text that names its project and its goal under headings of their own is read; sentences
 * that are no indicator beyond doubt stay unread.
 */
export const narrative: Layout = {
  name: "narrative",

  matches(pages) {
    return storiesOf(pages).some(isProject);
  },

  read(pages) {
    const rows = pages.flatMap((page) => page.rows);
    const stories = storiesOf(pages).filter(isProject);
    const read = stories.map(toProject);
    const first = rows.flatMap(filledCells)[0];
    const titles = [first, ...stories.map((story) => story.title)];
    const title = stories[0]?.title ?? (first && isTitleLine(first) ? first : undefined);
    return {
      layout: "narrative",
      title,
      // The unit that carries a project out is the department only where nobody else is named.
      department:
        findLabelled(rows, "department") ??
        titles.map((of) => of && issuerOf(of)).find(Boolean) ??
        findDepartment(rows) ??
        stories.map(({ passages }) => textOf(passages, "unit")).find(Boolean),
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

interface Passage {
  readonly topic: Topic;
  readonly lines: Words[];
}

/** What a text tells of one project. */
interface Story {
  readonly title: Words | undefined;
  readonly passages: readonly Passage[];
}

function isProject({ title, passages }: Story): boolean {
  const has = (topic: Topic) => passages.some((passage) => passage.topic === topic);
  const isNamed = has("name") || (title !== undefined && nameIn(title) !== undefined);
  const goals = passages.filter(({ topic }) => topic === "goal").flatMap(({ lines }) => lines);
  const hasClasses = goals.flatMap(({ text }) => [...text.matchAll(CLASS)]).length > 1;
  const isFull = has("amount") || has("indicators") || has("period") || hasClasses;
  return isNamed && has("goal") && isFull;
}

/** Topics whose passage ends with its line: a name or a unit is no prose. */
const ONE_LINE: ReadonlySet<Topic> = new Set(["name", "unit"]);

/** The text cut at its headings, and at each name of a project. */
function storiesOf(pages: readonly Table[]): Story[] {
  const stories: { title: Words | undefined; passages: Passage[] }[] = [];
  let title: Words | undefined;
  const lines = pages
    .flatMap((page) => page.rows)
    .map((row) => joinWords(filledCells(row), " "))
    .filter((line) => line.text.trim() !== "");
  for (const [index, line] of lines.entries()) {
    const found = topicAt(line);
    const story = stories.at(-1);
    const isTitle = !found && isTitleLine(line);
    if (isTitle && isBareName(line, lines[index + 1])) {
      stories.push({ title, passages: [{ topic: "name", lines: [line] }] });
    } else if (isTitle && nameIn(line)) {
      title = line;
      stories.push({ title, passages: [{ topic: "other", lines: [] }] });
    } else if (found?.topic === "name" && story?.passages.some(({ topic }) => topic === "name")) {
      stories.push({ title: undefined, passages: [{ topic: "name", lines: found.rest }] });
    } else if (found) {
      if (!story) stories.push({ title, passages: [] });
      stories.at(-1)!.passages.push({ topic: found.topic, lines: found.rest });
    } else {
      const passage = story?.passages.at(-1);
      const isOver = passage && ONE_LINE.has(passage.topic) && passage.lines.length > 0;
      if (isOver) story!.passages.push({ topic: "other", lines: [line] });
      else passage?.lines.push(line);
    }
  }
  return stories;
}

/** A project's name as a heading of its own, right above the first numbered passage about it. */
function isBareName(line: Words, next: Words | undefined): boolean {
  const name = squash(line.text);
  const isName = /(?:项目|资金|经费|工程|补助|补贴)$/u.test(name) && !NO_NAME.test(name);
  return isName && next !== undefined && /^\s*[(（]?一[)）]?\s*[、.．]/u.test(next.text);
}

function topicAt(line: Words): { topic: Topic; rest: Words[] } | undefined {
  if (BUDGETED.test(line.text)) return { topic: "amount", rest: [line] };
  const [all, number, label] = HEADING.exec(line.text) ?? [];
  if (all === undefined || label === undefined) return undefined;
  const isAlone = all.trim().length === line.text.trim().length;
  if (isAlone && !/[:：]\s*$/u.test(all) && !number) {
    return undefined;
  }
  const key = squash(label);
  const meaning = meaningOf(label);
  const known = TOPICS[key] ?? (meaning && TOPIC_OF[meaning]);
  // A numbered line of its own is a heading, whatever it is about, unless it names a class.
  const isClass = level1Of(key) !== undefined || level2Of(key) !== undefined;
  const isHeading = isAlone && /^[一二三四五六七八九十]/u.test(number ?? "") && !isClass;
  const topic = known ?? (isHeading ? "other" : undefined);
  if (!topic) return undefined;
  const rest = trimWords(sliceWords(line, all.length));
  return { topic, rest: rest.text === "" ? [] : [rest] };
}

function isTitleLine({ text }: Words): boolean {
  return text.length <= 60 && !/[。；;：:]/u.test(text);
}

/** The project that a title names: “关于下达2024年某资金的通知”, “某项目情况说明”. */
function nameIn(title: Words): Words | undefined {
  const found = NOTICE.exec(title.text.trim()) ?? EXPLANATION.exec(title.text.trim());
  const name = found?.[1];
  if (!name || !KIND_OF_PROJECT.test(name)) return undefined;
  const issuer = issuerOf(title)?.text ?? "";
  if (NO_NAME.test(squash(name.startsWith(issuer) ? name.slice(issuer.length) : name)))
    return undefined;
  const from = title.text.indexOf(name);
  return sliceWords(title, from, from + name.length);
}

function issuerOf(title: Words): Words | undefined {
  const name = ISSUER.exec(title.text)?.[1];
  return name === undefined ? undefined : sliceWords(title, 0, name.length);
}

function textOf(passages: readonly Passage[], topic: Topic): Words | undefined {
  const lines = passages.find((passage) => passage.topic === topic)?.lines ?? [];
  return lines.length > 0 ? withoutStop(joinWords(lines)) : undefined;
}

function toProject({ title, passages }: Story): { project: ProjectReading; unread: Words[] } {
  const told = passages
    .filter(({ topic }) => topic === "goal" || topic === "indicators")
    .flatMap(({ topic, lines }) => lines.map((words) => ({ topic, words })));
  const { goal, indicators, unread } = readGoal(told);
  const period = textOf(passages, "period");
  const years = period ? [...period.text.matchAll(/20\d\d/gu)] : [];
  const year = (match: RegExpExecArray | undefined) =>
    match && sliceWords(period!, match.index, match.index + 4);
  return {
    project: {
      name: textOf(passages, "name") ?? nameIn(title!)!,
      unit: textOf(passages, "unit"),
      funding: fundingIn(passages),
      category: undefined,
      grade: undefined,
      startYear: year(years[0]),
      endYear: year(years.at(-1)),
      goal,
      periodGoal: undefined,
      indicators,
    },
    unread,
  };
}

/** The first amount of the passage about money; one beside the name of a fund is that fund's. */
function fundingIn(passages: readonly Passage[]): FundingReading {
  const lines = passages
    .filter(({ topic }) => topic === "amount")
    .flatMap((passage) => passage.lines);
  if (lines.length === 0) return grantedIn(passages);
  const text = joinWords(lines);
  const found = MONEY.exec(text.text) ?? /^\s*\d[\d,.]*/u.exec(text.text);
  const total = found ? sliceWords(text, found.index, found.index + found[0].length) : undefined;
  const parts = PARTS.flatMap(([fund, pattern]) => {
    const part = pattern.exec(text.text);
    if (!part) return [];
    const end = part.index + part[0].length;
    return [{ fund, amount: sliceWords(text, end - part[1]!.length, end) }];
  });
  const columns = parts.map(({ fund }) => fund);
  return {
    total,
    parts: parts.map(({ amount }, position) => ({ amount, position })),
    shape: `narrative:${columns.join()}`,
    positions: parts.length,
    columns,
  };
}

/** The amount that a notice grants in its opening sentences. */
function grantedIn(passages: readonly Passage[]): FundingReading {
  const lines = passages.filter(({ topic }) => topic === "other").flatMap((other) => other.lines);
  const [total] = lines.flatMap((line) => {
    const found = GRANTED.exec(line.text);
    if (!found) return [];
    const end = found.index + found[0].length;
    return [sliceWords(line, end - found[1]!.length, end)];
  });
  return { total, parts: [], shape: "narrative:0", positions: 0, columns: [] };
}

/** The goal in front of the first class, and the indicators behind the classes. */
function readGoal(told: readonly { topic: Topic; words: Words }[]): {
  goal: Words | undefined;
  indicators: IndicatorReading[];
  unread: Words[];
} {
  const goal: Words[] = [];
  const indicators: IndicatorReading[] = [];
  const unread: Words[] = [];
  let level1: Words | undefined;
  let level2: Words | undefined;
  for (const { topic, words } of told) {
    for (const { label, text } of cutAtClasses(words)) {
      if (label) [level1, level2] = classAfter(label, level1);
      const isGoal = !level1 && !level2 && topic === "goal";
      if (isGoal) {
        if (text.text !== "") goal.push(text);
        continue;
      }
      for (const sentence of sentencesOf(text)) {
        const indicator = indicatorIn(sentence, level1, level2);
        if (indicator) indicators.push(indicator);
        else if (!isBlank(sentence.text)) unread.push(sentence);
      }
    }
  }
  return { goal: goal.length > 0 ? joinWords(goal) : undefined, indicators, unread };
}

/** A text cut at the classes in it: each with what follows it. */
function cutAtClasses(words: Words): { label: Words | undefined; text: Words }[] {
  const found = [...words.text.matchAll(CLASS)];
  const first = found[0]?.index ?? words.text.length;
  const parts = found.map((match, i) => {
    const at = match.index + match[0].indexOf(match[1]!);
    const from = match.index + match[0].length;
    return {
      label: sliceWords(words, at, at + match[1]!.length),
      text: trimWords(sliceWords(words, from, found[i + 1]?.index)),
    };
  });
  return [{ label: undefined, text: trimWords(sliceWords(words, 0, first)) }, ...parts];
}

/** The classes that hold behind a label: one of level 2 keeps the level 1 that it belongs to. */
function classAfter(
  label: Words,
  level1: Words | undefined,
): [Words | undefined, Words | undefined] {
  const text = squash(label.text).replace(/目标$/u, "指标");
  const class2 = level2Of(text);
  const open = level1 && level1Of(squash(level1.text));
  if (class2 && open === LEVEL1_OF[class2]) return [level1, label];
  if (level1Of(text)) return [label, undefined];
  return [undefined, label];
}
