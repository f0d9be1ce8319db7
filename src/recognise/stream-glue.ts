import type { Words } from "../model/table.ts";
import { CLASS_WORDS } from "../model/taxonomy.ts";
import { joinWords, sliceWords, trimWords } from "../model/words.ts";
import { squash } from "../text.ts";
import { LABEL_WORDS, meaningOf, wrapped, type Meaning } from "./lexicon.ts";

/** Whether a line holds a header of indicators without anything between its cells. */
export function isGlued(text: string): boolean {
  return /二\s*级\s*指\s*标[^\s\d]{0,6}三\s*级\s*指\s*标|级\s*指\s*标指\s*标\s*内\s*容/u.test(text);
}

const BEHIND = String.raw`(?:\s*[(（](?:单位[:：])?(?:万元|元|盖章)[)）])?(?:\s*[:：])?`;
const AMONG = String.raw`(?:其\s*中\s*[:：]\s*)?`;
const label = (words: readonly string[]) => `${AMONG}(?:${wrapped(words)})${BEHIND}`;
/** Shorter labels are words of any text; they count where they stand beside another label. */
const ALONE = 4;
const FIELD = new RegExp(label(LABEL_WORDS.filter((word) => word.length >= ALONE)), "gu");
const ANY = new RegExp(label(LABEL_WORDS), "yu");
/** The first of the columns, the label that stands beside them in front; some print no level 1. */
const HEADER = new RegExp(
  `(?:${wrapped(["年度绩效指标", "长期绩效指标", "绩效指标"])})\\s*(?=${wrapped(["一级指标", "二级指标"])})|` +
    `${wrapped(["一级指标"])}|${wrapped(["二级指标"])}(?=\\s*${wrapped(["三级指标"])})`,
  "gu",
);
const CLASS = new RegExp(
  String.raw`(?:(?:${wrapped(CLASS_WORDS)})\s*指\s*标(?:\s*[(（][^()（）]{1,12}[)）]\s*分?)?)`,
  "gu",
);
const END =
  /(?:总\s*分|合\s*计)\s*(?=\d)|注[:：]|说明[:：]|填报人|评价结论|存在问题|其他说明的问题|项目负责人[:：]|…{1,2}(?=总)|附\s*件\s*\d?\s*[:：]|扫一扫|[[【](?:下载|打印|关闭)|责任编辑|上一[篇条]|分享到|打印本页|版权所有/gu;
const NAMES = LABEL_WORDS.filter((word) => meaningOf(word) === "projectName");
const START = new RegExp(label(NAMES), "gu");
/** The label that stands beside all rows of the indicator part, in front of a class. */
const BESIDE = new RegExp(String.raw`绩\s*效\s*指\s*标(?=\s*(?:${CLASS.source}))`, "gu");

/** What stands between the title and the first field: who files the form, the unit of amounts. */
const ABOVE =
  /(?:金\s*额\s*)?单\s*位\s*[:：]\s*(?:人民币)?\s*(?:万\s*)?元|(?:填\s*报|申\s*报|编\s*制)\s*单\s*位(?:名\s*称)?\s*(?:[(（]盖章[)）])?\s*[:：]/gu;

type Part = "before" | "fields" | "goal" | "header" | "indicators";

/**
 * Cuts text that has nothing between its cells at its labels:
 * “项目名称水标尺安装主管部门某县水利局” are two labels and two values.
 *
 * What may be a label depends on the part of the form: prose of a goal may name any field, and
 * below the header only classes and what closes the table count.
 */
export function unglue(lines: readonly Words[]): Words[] {
  const text = joinWords(withoutChunkNumbers(lines));
  const cells: Words[] = [];
  let part: Part = "before";
  let from = 0;
  const next = labelFinder(text.text);
  const push = (to: number) => {
    const words = trimWords(sliceWords(text, from, to));
    if (words.text !== "") cells.push(words);
    from = to;
  };
  while (from < text.text.length) {
    const label = next(from, part);
    if (!label) break;
    const isName = meaningOf(cells.at(-1)?.text ?? "") === "projectName";
    const found = isName ? behindName(text.text, from, label) : label;
    push(found.index);
    push(found.index + found.length);
    part = partBehind(part, cells.at(-1)!.text);
  }
  push(text.text.length);
  return cells;
}

interface Found {
  readonly index: number;
  readonly length: number;
}

/** Labels of owners that some forms print with 项目 in front: “项目主管部门”, “项目实施单位”. */
const OWNERS = LABEL_WORDS.filter((word) => {
  const meaning = word.startsWith("项目") ? meaningOf(word.slice(2)) : undefined;
  return meaning === "department" || meaning === "unit";
});
const OWNER = new RegExp(wrapped(OWNERS), "gu");

/**
 * A label behind a project's name. “古民居修缮项目主管部门某局” is 项目 of the name and 主管部门, unless the
 * name has its own 项目 in front, or the form names other owners in this way.
 */
function behindName(text: string, from: number, label: Found): Found {
  const name = text.slice(from, label.index);
  const owners = text.match(OWNER) ?? [];
  const words = text.slice(label.index, label.index + label.length);
  const isOwner = OWNERS.includes(squash(words).replace(/:$/u, ""));
  if (!isOwner || owners.length > 1 || /项\s*目\s*$/u.test(name)) return label;
  const prefix = /^项\s*目\s*/u.exec(words)![0].length;
  return { index: label.index + prefix, length: label.length - prefix };
}

/** What counts as a label in each part of the form. */
const patternsOf = (part: Part): readonly RegExp[] =>
  ({
    before: [START, ABOVE],
    fields: [FIELD],
    goal: [HEADER, GOAL, GOAL_LABEL],
    header: [CLASS, START],
    indicators: [CLASS, BESIDE, END, HEADER, START],
  })[part];

/**
 * A function that finds the next label behind a place. Places must not go back: what a pattern has
 * found ahead is kept until it is passed, so that text without a label is searched once.
 */
function labelFinder(text: string): (from: number, part: Part) => Found | undefined {
  const ahead = new Map<RegExp, Found | undefined>();
  const find = (pattern: RegExp, from: number) => {
    const known = ahead.get(pattern);
    if (ahead.has(pattern) && (!known || known.index >= from)) return known;
    const found = at(pattern, text, from);
    ahead.set(pattern, found);
    return found;
  };
  return (from, part) => {
    const isAmong = part !== "indicators" && part !== "before";
    const beside = isAmong ? at(ANY, text, skipSpace(text, from)) : undefined;
    if (beside) return beside;
    const all = patternsOf(part).map((pattern) => find(pattern, from));
    return all.reduce((best, found) =>
      found && !(best && best.index <= found.index) ? found : best,
    );
  };
}

const GOAL =
  /(?<![完成实现达的按照])(?:年\s*度\s*(?:总\s*体\s*|绩\s*效\s*)?目\s*标|年\s*度\s*总\s*体\s*目\s*标\s*完\s*成\s*情\s*况(?:\s*综\s*述)?|全\s*年\s*实\s*际\s*完\s*成\s*情\s*况)[:：]?/gu;

const GOALS: readonly (Meaning | undefined)[] = [
  "goal",
  "annualGoal",
  "periodGoal",
  "goalTarget",
  "goalActual",
];

function isGoal(label: string): boolean {
  return GOALS.includes(meaningOf(label));
}

/** In the prose of a goal the name of another one counts where a colon stands behind it. */
const GOAL_LABEL = new RegExp(
  String.raw`(?:${wrapped(LABEL_WORDS.filter((word) => word.length >= ALONE && isGoal(word)))})\s*[:：]`,
  "gu",
);

function at(pattern: RegExp, text: string, from: number): Found | undefined {
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  if (!found || found[0] === "") return undefined;
  return { index: found.index, length: found[0].length };
}

function skipSpace(text: string, from: number): number {
  return from + /^\s*/u.exec(text.slice(from, from + 8))![0].length;
}

const HEADS: readonly (Meaning | undefined)[] = [
  "indicators",
  "periodIndicators",
  "level1",
  "level2",
  "level3",
];

/** The part of the form behind a label. */
function partBehind(part: Part, label: string): Part {
  const meaning = meaningOf(label);
  if (meaning === "projectName") return "fields";
  if (HEADS.includes(meaning)) return "header";
  if (part === "header") return meaning ? "header" : "indicators";
  if (part === "indicators") return meaning === "end" ? "before" : "indicators";
  return isGoal(label) ? "goal" : part;
}

/** What stands in a column of the part about money. */
export type MoneyColumn = "budget" | "spent" | "rate" | "weight" | "score";

const DECIMAL = String.raw`(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d{1,6})?`;

/**
 * Where the first of several amounts ends that touch each other. What they are tells the one way
 * to cut them: two that are equal, or a rate that is the second divided by the first.
 *
 * @param known the amount of the row above, which a row of parts often repeats
 * @returns undefined where there is no way, or more than one
 * @example
 * endOfAmount("310.2154.741050%5", ["budget", "spent", "weight", "rate", "score"]) // 5
 */
export function endOfAmount(
  text: string,
  columns: readonly MoneyColumn[],
  known?: string,
): number | undefined {
  const [digits = ""] = /^[\d.,%]+(?:万元|元)?/u.exec(text) ?? [];
  const ends = new Set(waysToCut(digits, columns));
  if (ends.size === 1) return [...ends][0];
  if (known && digits.startsWith(known) && isDecimal(digits.slice(known.length)))
    return known.length;
  const whole = new RegExp(`^${DECIMAL}(?:万元|元)?$`, "u");
  return ends.size === 0 && columns.length < 2 && whole.test(digits) ? digits.length : undefined;
}

/** Ends of the first amount under every way to cut the digits that adds up. */
function waysToCut(digits: string, columns: readonly MoneyColumn[]): number[] {
  const amounts = columns.filter((column) => column === "budget" || column === "spent").length;
  if (amounts < 2) return [];
  const [budgets] = /^([\d.,]+?)\1/u.exec(digits) ?? [];
  const half = budgets && budgets.length / 2;
  if (!digits.includes("%"))
    return half && (amounts > 2 || 2 * half === digits.length) ? [half] : [];
  const weight = columns.includes("weight") ? String.raw`(?:10|[1-9]\d?)?` : "";
  const tail = new RegExp(
    String.raw`^${weight}((?:0|[1-9]\d{0,2})(?:\.\d{1,2})?)%\d{0,2}(?:\.\d{1,2})?$`,
    "u",
  );
  // The budget at the start of the year and after changes are the same, or the way stays open.
  const starts = amounts > 2 ? repeated(digits) : [0];
  return starts.flatMap((start) =>
    cutsWithRate(digits.slice(start), tail).map((end) => start || end),
  );
}

/** Where a first amount ends that stands twice. */
function repeated(digits: string): number[] {
  const ends: number[] = [];
  for (let size = 1; 2 * size <= digits.length; size++) {
    if (digits.startsWith(digits.slice(0, size), size)) ends.push(size);
  }
  return ends;
}

/** Where the first of two amounts ends whose rate stands behind them. */
function cutsWithRate(digits: string, tail: RegExp): number[] {
  const found: { first: number; isSpent: boolean }[] = [];
  const end = digits.indexOf("%");
  for (let first = 1; first < end; first++) {
    for (let second = first + 1; second < end; second++) {
      const rate = tail.exec(digits.slice(second))?.[1];
      const [budget, spent] = [digits.slice(0, first), digits.slice(first, second)];
      if (!rate || !isRate(budget, spent, rate)) continue;
      found.push({ first, isSpent: Number(rate) > 0 });
    }
  }
  // Any digits are a budget of which nothing is spent.
  const spent = found.filter(({ isSpent }) => isSpent);
  return (spent.length > 0 ? spent : found).map(({ first }) => first);
}

function isDecimal(text: string): boolean {
  return new RegExp(`^${DECIMAL}$`, "u").test(text);
}

/** Whether a rate in percent, as precise as it is printed, is that of two amounts. */
function isRate(whole: string, part: string, rate: string): boolean {
  if (!isDecimal(whole) || !isDecimal(part)) return false;
  const [a, b] = [whole, part].map((text) => Number(text.replaceAll(",", "")));
  if ((Number(rate) === 0) !== (b === 0)) return false;
  const decimals = rate.split(".")[1]?.length ?? 0;
  return Math.abs((b! / a!) * 100 - Number(rate)) <= 0.5001 * 10 ** -decimals;
}

/** “1、…” “2、…” in front of every line are numbers of the page's chunks. */
function withoutChunkNumbers(lines: readonly Words[]): Words[] {
  const numbers = lines.map(({ text }) => /^(\d{1,3})、/u.exec(text));
  const first = numbers.findIndex((number) => number?.[1] === "1");
  const isChunked =
    first >= 0 &&
    lines.length - first > 1 &&
    numbers.slice(first).every((number, index) => Number(number?.[1]) === index + 1);
  return lines.map((words, index) =>
    isChunked && index >= first ? sliceWords(words, numbers[index]![0].length) : words,
  );
}
