import type { Row, Table, Words } from "../model/table.ts";
import { CLASS_WORDS, level1Of, level2Of } from "../model/taxonomy.ts";
import { joinWords, sliceWords, trimWords } from "../model/words.ts";
import { squash } from "../text.ts";
import { meaningOf, wrapped, type Meaning } from "./lexicon.ts";
import { NUMBER_MARK, NUMBERING, SIGN, withoutStop } from "./sentence.ts";

/** What a passage of the text is about; `whole…` is that of all years, beside that of one. */
export type Topic =
  | "name"
  | "department"
  | "unit"
  | "period"
  | "amount"
  | "wholeAmount"
  | "goal"
  | "wholeGoal"
  | "indicators"
  | "other";

/** A part of the text behind a heading or a label, cut into lines. */
export interface Passage {
  readonly topic: Topic;
  readonly lines: Words[];
  /** One of its lines names a class. */
  hasClasses?: boolean;
}

/** What a text tells of one project. */
export interface Story {
  readonly title: Words | undefined;
  readonly passages: Passage[];
}

/** Headings of such texts that label nothing in a form. */
const TOPICS: Readonly<Record<string, Topic>> = {
  实施主体: "unit",
  项目实施主体: "unit",
  建设单位: "unit",
  责任单位: "unit",
  建设期限: "period",
  建设工期: "period",
  建设时间: "period",
  实施时间: "period",
  实施年限: "period",
  年度预算安排: "amount",
  预算安排情况: "amount",
  资金安排: "amount",
  资金安排情况: "amount",
  项目资金: "amount",
  资金情况: "amount",
  下达资金: "amount",
  补助金额: "amount",
  投资规模: "wholeAmount",
  投资总额: "wholeAmount",
  项目概述: "other",
  立项依据: "other",
  实施方案: "other",
  建设内容: "other",
  建设规模: "other",
  建设内容及规模: "other",
  建设内容和规模: "other",
  建设地点: "other",
  实施内容: "other",
  主要内容: "other",
  补助标准: "other",
  资金来源: "other",
  受益对象: "other",
  负责人: "other",
  责任人: "other",
  保障措施: "other",
  带贫减贫机制: "other",
  联农带农机制: "other",
};
const TOPIC_OF: Partial<Record<Meaning, Topic>> = {
  projectName: "name",
  department: "department",
  unit: "unit",
  period: "period",
  amount: "amount",
  totalAmount: "wholeAmount",
  goal: "goal",
  annualGoal: "goal",
  goalTarget: "goal",
  periodGoal: "wholeGoal",
  indicators: "indicators",
  aside: "other",
  end: "other",
};
/** “监督电话：…”: what closes a notice. */
const CLOSING = /电话|邮箱|地址|^附件|^公示(?:期|时间)|联系/u;

const HEADING = new RegExp(`^\\s*(${NUMBERING})\\s*([^:：。；;]{2,20}?)\\s*(?:[:：]\\s*|$)`, "u");
/** A label at the beginning of a sentence or a clause: “实施单位：”, “总体绩效目标是”. */
const LABEL = new RegExp(
  `\\s*${NUMBERING}\\s*([^:：。；;，,\\s]{2,16}?)\\s*((?:为|是)?\\s*[:：]|为|是)\\s*(?!${SIGN})`,
  "uy",
);
/** “现将绩效目标设定如下：” */
const INTRODUCTION = /\s*[^。；;]{0,60}指?标[^。；;]{0,12}如下\s*(?:[:：。]|$)/uy;
/** A class within the text: “1.产出指标”, “数量指标：”, “服务对象满意度指标，”. */
const CLASS = new RegExp(
  `(?<=^|[。；;:：\\s])${NUMBERING}\\s*((?:${wrapped(CLASS_WORDS)})\\s*(?:指\\s*标|目\\s*标))\\s*(?:(?:为|包括)[:：]?|[:：，,]|$|(?=\\n))`,
  "gmu",
);
/** The same without 指标, where classes are what the text is about: “数量：”, but not “满意度：≥90%”. */
const CLASS_WITHIN = new RegExp(
  `(?<=^|[。；;:：\\s])${NUMBERING}\\s*((?:${wrapped(CLASS_WORDS)})\\s*(?:指\\s*标|目\\s*标)?)\\s*(?:(?<=标)(?:(?:为|包括)[:：]?|[:：])|(?:为|包括)?[:：](?!\\s*(?:${SIGN}|\\d))|(?<=标)[，,]|$|(?=\\n))`,
  "gmu",
);

/** A sentence of its own about money: “2023年预算安排480万元”, “本年安排预算120万元”. */
const BUDGETED =
  /\s*(?:20\d\d年度?|本年度?|当年|年度|本项目)*(?:预算安排|安排预算(?:资金)?|预算资金|安排资金|预算金额|预算总额|资金预算|预算)(?:为|共|共计|资金)?\s*(?=\d)/uy;
const KIND_OF_PROJECT = /项目|资金|经费|工程|补助/u;
/** What a title says of all projects: “2024年度财政项目支出”. */
const NO_NAME =
  /^(?:20\d\d年度?)?(?:部门|财政|市级|区级|县级|本级|上级|预算|重点|专项|补助|配套|自筹|其他|一级|二级|主要|具体)*(?:项目|经费|资金|补助|工程)*(?:支出|预算)?$/u;
/** What titles of rules and reports speak of. */
const NO_PROJECT = /绩效|自评|评价|决算|公开|管理|办法|采购|招标/u;
const NOTICE = /关于(?:提前|预先)?(?:下达|拨付|预拨|安排)(.+?)(?:预算(?:指标)?|指标)?的通知$/u;
const PUBLICITY =
  /关于(?:解决|实施|公开|公布|设定)?(.+?)(?:(?<=项目)资金)?绩效目标(?:设定|设置|申报|公开|情况)*的?(?:公示|公告|公开|说明|通知)$/u;
const EXPLANATION =
  /^(?!关于)(.+?)(?:经费|资金)?(?:情况说明|绩效目标)(?!.*(?:办法|规定|细则|指引|意见|条例|制度|要求|通知|报告)).*$/u;
/** Who issues a notice: “某县财政局 某县农业农村局关于下达…”. */
const ISSUER =
  /^(\p{Script=Han}{2,20}?(?:局|厅|委|部|办公室|委员会|政府|中心))(?=\s|、|关于|20\d\d年|部门|本级)/u;
const ORGANISATION = /^\p{Script=Han}{2,30}(?:局|厅|委|部|办公室|委员会|政府|中心|办事处|联合会)$/u;
/** “由某县林业技术推广站组织实施” */
const CARRIED_OUT =
  /由(\p{Script=Han}{3,30}?(?:局|厅|委|部|办公室|委员会|政府|中心|办事处|联合会|站|所|馆|院|学校|公司|场))(?:负责|具体|组织|牵头|承担)*实施/u;
const DATE_LINE = /^20\d\d年\d{1,2}月\d{1,2}日$/u;
/** “（二）某某项目：安排资金…”: a project as an item of the text. */
const ITEM =
  /^\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．])\s*([^，,。；;:：]{4,40}?(?:项目|资金|经费|工程|补助|补贴))\s*(?:$|[:：，,。])/u;
const LABEL_OF_GOAL = /(?:绩效|总体|年度)目标\s*(?:$|[:：]|为|是)/mu;

/** Topics whose passage ends with its clause: a name, a unit or a period is no prose. */
const ONE_CLAUSE: ReadonlySet<Topic> = new Set(["name", "department", "unit", "period"]);
const MONEY_OR_TIME: ReadonlySet<Topic> = new Set(["amount", "wholeAmount", "period"]);
const IN_CLAUSES: ReadonlySet<Topic> = new Set(["department", "unit", "period", "amount"]);
/** A line that begins with a number of its own, not with “12.5公里”. */
const NUMBERED = new RegExp(`^\\s*(?!\\d+\\.\\d)${NUMBER_MARK}`, "u");
/** The last lines but those of a paragraph reach so much of the width. */
const FULL_LINE = 0.8;
/** Narrower lines are not wrapped. */
const NARROWEST_PAGE = 24;
/** A title may be wrapped over so many lines. */
const TITLE_LINES = 3;

/** The text cut at its headings and labels, and at each name of a project. */
export function storiesOf(pages: readonly Table[]): Story[] {
  const stories: Story[] = [];
  const lines = rejoined(pages.flatMap((page) => page.rows));
  let title: Words | undefined;
  let wrappedTo = 0;
  for (const [index, line] of lines.entries()) {
    if (index < wrappedTo) continue;
    const named = titleAt(lines, index);
    const item = itemIn(lines, index, stories.at(-1));
    if (item) {
      stories.push({ title, passages: [{ topic: "name", lines: [item.name] }] });
      addLine(stories, title, item.rest);
    } else if (isTitleLine(line) && isBareName(line, lines[index + 1])) {
      stories.push({ title, passages: [{ topic: "name", lines: [line] }] });
    } else if (isClosing(lines, index)) {
      stories.at(-1)?.passages.push({ topic: "other", lines: [line] });
    } else if (named) {
      title = named.title;
      wrappedTo = named.to;
      stories.push({ title, passages: [{ topic: "other", lines: [] }] });
    } else {
      addLine(stories, title, line);
    }
  }
  return stories;
}

/** The lines of a text, those of a paragraph that was wrapped at the width of the page as one. */
function rejoined(rows: readonly Row[]): Words[] {
  const lines = rows
    .map(({ cells, afterGap }) => ({ words: joinWords(cells, " "), afterGap }))
    .filter(({ words }) => words.text.trim() !== "");
  const width = Math.max(0, ...lines.map(({ words }) => widthOf(words.text)));
  const paragraphs: Words[][] = [];
  for (const [index, { words, afterGap }] of lines.entries()) {
    const above = lines[index - 1]?.words.text ?? "";
    const isFull = widthOf(above) >= width * FULL_LINE && width >= NARROWEST_PAGE;
    const isProse = /[，。；：:]/u.test(above) && !/[。；;：:]\s*$/u.test(above);
    if (isFull && isProse && !afterGap && !isBeginning(words.text)) paragraphs.at(-1)!.push(words);
    else paragraphs.push([words]);
  }
  return paragraphs.map((parts) => joinWords(parts));
}

/** Width in characters of full width. */
function widthOf(text: string): number {
  return text.length - text.replaceAll(/[^\u0021-\u007e]/gu, "").length / 2;
}

/** Whether a line begins with a number, a label or a class. */
function isBeginning(text: string): boolean {
  return NUMBERED.test(text) || labelAt(text, 0, false) !== undefined || firstClass(text) === 0;
}

/** A line behind the text: who signs it and when, or a word to the reader. */
function isClosing(lines: readonly Words[], index: number): boolean {
  const { text } = lines[index]!;
  const below = squash(lines[index + 1]?.text ?? "");
  const isSigned = ORGANISATION.test(squash(text)) && DATE_LINE.test(below);
  return isSigned || DATE_LINE.test(squash(text)) || /^\s*(?:特此|请)/u.test(text);
}

/** Puts a line under the topics that it names, else under that of the line above. */
function addLine(stories: Story[], title: Words | undefined, line: Words): void {
  const heading = headingIn(line);
  const segments = heading
    ? [heading]
    : segmentsOf(line, stories.at(-1)?.passages.at(-1)?.hasClasses ?? false);
  for (const { topic, rest } of segments.flatMap(clauseFirst)) {
    const story = stories.at(-1);
    if (!topic) {
      const passage = story?.passages.at(-1);
      const isOver = passage && ONE_CLAUSE.has(passage.topic) && passage.lines.length > 0;
      if (isOver) story!.passages.push({ topic: "other", lines: [rest] });
      else if (passage) append(passage, rest);
      continue;
    }
    const hasName = story?.passages.some((passage) => passage.topic === "name") ?? true;
    if (topic === "name" && hasName) {
      stories.push({ title: story ? undefined : title, passages: [] });
    } else if (!story) {
      stories.push({ title, passages: [] });
    }
    const passage: Passage = { topic, lines: [] };
    append(passage, rest);
    stories.at(-1)!.passages.push(passage);
  }
}

function append(passage: Passage, line: Words): void {
  if (line.text === "") return;
  passage.lines.push(line);
  passage.hasClasses ||= firstClass(line.text) < Infinity;
}

/** Where a text names its first class. */
function firstClass(text: string): number {
  const at = text.search(CLASS);
  return at < 0 ? Infinity : at;
}

interface Segment {
  readonly topic: Topic | undefined;
  readonly rest: Words;
}

/** What follows the first clause of a name, a unit or a period is other prose. */
function clauseFirst(segment: Segment): Segment[] {
  if (!segment.topic || !ONE_CLAUSE.has(segment.topic)) return [segment];
  const end = /[。；;，,]/u.exec(segment.rest.text)?.index;
  if (end === undefined) return [segment];
  const rest = trimWords(sliceWords(segment.rest, end + 1));
  const first = { ...segment, rest: sliceWords(segment.rest, 0, end) };
  return rest.text === "" ? [first] : [first, { topic: "other", rest }];
}

/** A heading that fills its line. */
function headingIn(line: Words): Segment | undefined {
  const [all, number, label] = HEADING.exec(line.text) ?? [];
  if (all === undefined || label === undefined) return undefined;
  const isAlone = all.trim().length === line.text.trim().length;
  const isHeading = /[:：]\s*$/u.test(all) || number;
  if (!isAlone || !isHeading) return undefined;
  const key = squash(label);
  // A numbered line of its own is a heading, whatever it is about, unless it names a class.
  const isClass = level1Of(key) !== undefined || level2Of(key) !== undefined;
  const isNumbered = /^[一二三四五六七八九十]/u.test(number ?? "") && !isClass;
  const topic = topicOf(label) ?? (isNumbered ? "other" : undefined);
  return topic && { topic, rest: sliceWords(line, all.length) };
}

/** A line cut at the labels in it: “实施单位：某中心。年度资金总额：358万元。绩效目标：…”. */
function segmentsOf(line: Words, inClasses: boolean): Segment[] {
  const first = firstClass(line.text);
  const cuts: { at: number; from: number; topic: Topic | undefined }[] = [];
  for (const at of [0, ...[...line.text.matchAll(/[。；;，,]/gu)].map(({ index }) => index + 1)]) {
    const found = labelAt(line.text, at, inClasses || first < at);
    if (found) cuts.push({ at, ...found });
  }
  if (cuts[0]?.at !== 0) cuts.unshift({ at: 0, from: 0, topic: undefined });
  return cuts
    .map(({ topic, from }, i) => ({
      topic,
      rest: trimWords(sliceWords(line, from, cuts[i + 1]?.at)),
    }))
    .filter(({ topic, rest }) => topic !== undefined || rest.text !== "");
}

function labelAt(
  text: string,
  at: number,
  inClasses: boolean,
): { topic: Topic; from: number } | undefined {
  const isClause = /[，,]/u.test(text[at - 1] ?? "");
  INTRODUCTION.lastIndex = at;
  if (!isClause && INTRODUCTION.test(text)) return { topic: "goal", from: INTRODUCTION.lastIndex };
  BUDGETED.lastIndex = at;
  if (!inClasses && BUDGETED.test(text)) return { topic: "amount", from: at };
  LABEL.lastIndex = at;
  const [, label, sign] = LABEL.exec(text) ?? [];
  const topic = label === undefined ? undefined : topicOf(label);
  if (!topic) return undefined;
  // “项目完成时间：…”, “预算金额：…” among the indicators are indicators.
  if (inClasses && MONEY_OR_TIME.has(topic)) return undefined;
  if (isClause && (inClasses || !IN_CLAUSES.has(topic))) return undefined;
  if (!/[:：]/u.test(sign!) && (topic === "name" || topic === "other")) return undefined;
  return { topic, from: LABEL.lastIndex };
}

function topicOf(label: string): Topic | undefined {
  const key = squash(label).replace(/^(?:本|该)/u, "");
  for (const words of [key, key.replace(/^项目/u, "")]) {
    const meaning = meaningOf(words);
    const topic = TOPICS[words] ?? (meaning && TOPIC_OF[meaning]);
    if (topic === "goal" && words.startsWith("总体")) return "wholeGoal";
    if (topic) return topic;
  }
  return CLOSING.test(key) ? "other" : undefined;
}

/** The classes that a text names, with the labels alone as group 1. */
export function classesIn(text: string, isWithin: boolean): RegExpExecArray[] {
  return [...text.matchAll(isWithin ? CLASS_WITHIN : CLASS)];
}

/** A project's name as a heading of its own, right above the first numbered passage about it. */
function isBareName(line: Words, next: Words | undefined): boolean {
  const name = squash(line.text);
  const isName = /(?:项目|资金|经费|工程|补助|补贴)$/u.test(name) && !NO_NAME.test(name);
  return isName && next !== undefined && /^\s*[(（]?一[)）]?\s*[、.．]/u.test(next.text);
}

/** A project that the text numbers, if the one before it has its goal and this one gets its own. */
function itemIn(
  lines: readonly Words[],
  index: number,
  story: Story | undefined,
): { name: Words; rest: Words } | undefined {
  const line = lines[index]!;
  const name = itemName(line.text) ?? nameAbove(line.text, lines[index + 1]?.text);
  if (!name) return undefined;
  const isOpen = story?.passages.some(({ topic }) => topic === "name") && !hasGoal(story);
  if (isOpen || !isGoalAhead(lines, index)) return undefined;
  const at = line.text.indexOf(name);
  const rest = sliceWords(line, at + name.length);
  return {
    name: sliceWords(line, at, at + name.length),
    rest: trimWords(
      sliceWords(rest, /^(?:[”"](?:项目)?)?\s*[:：，,。]?/u.exec(rest.text)![0].length),
    ),
  };
}

/** Whether a goal is labelled between an item and the next one. */
function isGoalAhead(lines: readonly Words[], index: number): boolean {
  for (let i = index; i < lines.length; i++) {
    const { text } = lines[i]!;
    if (i > index && (itemName(text) ?? nameAbove(text, lines[i + 1]?.text))) return false;
    if (LABEL_OF_GOAL.test(text)) return true;
  }
  return false;
}

/** “残疾儿童康复救助”项目: the name is what stands between the quotes. */
const QUOTED = /^[“"]([^“”"]+)[”"](?:项目)?$/u;

function itemName(text: string): string | undefined {
  const item = ITEM.exec(text)?.[1];
  const name = (item && QUOTED.exec(item)?.[1]) ?? item;
  const isName = name && !NO_NAME.test(squash(name)) && !topicOf(name) && !NO_PROJECT.test(name);
  return isName ? name : undefined;
}

/** “一、中小学生心理健康服务”, “2.“残疾儿童康复救助”项目”: an item whose parts are told below it. */
const HEADED = new RegExp(
  `^\\s*${NUMBER_MARK}\\s*[“"]?([^，,。；;:：“”"]{4,40})(?:[”"](?:项目)?)?\\s*$`,
  "u",
);
/** What such parts are about, the first of them. */
const FIRST_PART =
  /^(?:项目)?(?:概述|概况|简介|基本情况|内容|立项依据|实施主体|实施单位|实施内容)$/u;
const NO_HEADED = /情况|说明|概况|概述|依据|目标|安排|名词解释/u;

/** A numbered line above the first of the parts that tell of a project. */
function nameAbove(text: string, below: string | undefined): string | undefined {
  const name = HEADED.exec(text)?.[1]?.trim();
  const part = below === undefined ? undefined : HEADING.exec(below)?.[2];
  const isName = name && !NO_HEADED.test(name) && !topicOf(name) && !NO_NAME.test(squash(name));
  return isName && part && FIRST_PART.test(squash(part)) ? name : undefined;
}

/** Whether a story tells a goal, or indicators in its place. */
export function hasGoal({ passages }: Story): boolean {
  return passages.some(
    ({ topic, lines }) => (topic === "goal" || topic === "wholeGoal") && lines.length > 0,
  );
}

/** Whether a line may be a title: short, without any sentence. */
export function isTitleLine({ text }: Words): boolean {
  return text.length <= 60 && !/[。；;：:]/u.test(text);
}

/** The title that begins in a line and names a project, and the line behind it. */
function titleAt(lines: readonly Words[], index: number): { title: Words; to: number } | undefined {
  const line = lines[index]!;
  const label = /^标\s*题\s*[:：]\s*/u.exec(line.text)?.[0] ?? "";
  const first = sliceWords(line, label.length);
  // Only a title that says what it is about has its other lines sought.
  const most = first.text.includes("关于") ? TITLE_LINES : 1;
  for (let count = 1; count <= most; count++) {
    const parts = [first, ...lines.slice(index + 1, index + count)];
    const title = joinWords(parts);
    if (!parts.every(isTitleLine)) return undefined;
    if (nameIn(title)) return { title, to: index + count };
  }
  return undefined;
}

/** The project that a title names: “关于下达2024年某资金的通知”, “某项目情况说明”. */
export function nameIn(title: Words): Words | undefined {
  const text = title.text.trim();
  const found = NOTICE.exec(text) ?? PUBLICITY.exec(text) ?? EXPLANATION.exec(text);
  const name = found?.[1];
  if (!name || !KIND_OF_PROJECT.test(name) || NO_PROJECT.test(name)) return undefined;
  const issuer = issuerOf(title)?.text ?? "";
  if (NO_NAME.test(squash(name.startsWith(issuer) ? name.slice(issuer.length) : name)))
    return undefined;
  const from = title.text.indexOf(name);
  return sliceWords(title, from, from + name.length);
}

/** Who issues what a title names. */
export function issuerOf(title: Words): Words | undefined {
  const name = ISSUER.exec(title.text)?.[1];
  return name === undefined ? undefined : sliceWords(title, 0, name.length);
}

/** Who signs a text: an organisation on a line of its own, its date below. */
export function signerIn(lines: readonly Words[]): Words | undefined {
  return lines.find((line, index) => {
    const below = lines[index + 1];
    const isDated = below !== undefined && DATE_LINE.test(squash(below.text));
    return isDated && ORGANISATION.test(squash(line.text));
  });
}

/** Who carries a project out, under a label or in a sentence. */
export function unitOf(story: Story): Words | undefined {
  const prose = story.passages.filter(({ topic }) => topic === "other" || topic === "amount");
  const [told] = prose
    .flatMap(({ lines }) => lines)
    .flatMap((line) => {
      const name = CARRIED_OUT.exec(line.text);
      return name ? [sliceWords(line, name.index + 1, name.index + 1 + name[1]!.length)] : [];
    });
  return textOf(story, "unit") ?? textOf(story, "department") ?? told;
}

/** What a story tells under a topic, in one. */
export function textOf({ passages }: Story, topic: Topic): Words | undefined {
  const lines = passages.filter((passage) => passage.topic === topic).flatMap(({ lines }) => lines);
  const told = topic === "period" ? lines : lines.slice(0, 1);
  return told.length > 0 ? withoutStop(joinWords(told)) : undefined;
}
