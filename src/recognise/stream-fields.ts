import type { Words } from "../model/table.ts";
import { joinWords, sliceWords } from "../model/words.ts";
import { squash } from "../text.ts";
import { isAmount, isBlank, type Meaning } from "./lexicon.ts";
import { endOfAmount, type MoneyColumn } from "./stream-glue.ts";
import { isLabel, type Style, type Token } from "./stream-tokens.ts";

const TEXTS = [
  "projectName",
  "department",
  "departmentAbove",
  "unit",
  "category",
  "grade",
] as const;
const AMOUNTS = ["amount", "totalAmount", "fiscal", "special", "other"] as const;
const YEARS = ["period", "startYear", "endYear"] as const;
type Field = (typeof TEXTS)[number] | (typeof AMOUNTS)[number] | (typeof YEARS)[number];

/** The fields of a form by meaning, its goals, and what stands above the indicators besides. */
export interface Fields {
  readonly words: ReadonlyMap<Field, Words>;
  readonly goal: Words | undefined;
  readonly periodGoal: Words | undefined;
  readonly unread: readonly Words[];
}

/** Labels in a row with the tokens behind them, up to the next label. */
interface Group {
  readonly labels: readonly Token[];
  readonly values: readonly Token[];
}

/** Reads the labelled values that stand above the indicators. */
export function readFields(tokens: readonly Token[], style: Style): Fields {
  const groups = toGroups(tokens);
  const words = new Map<Field, Words>();
  const columns: MoneyColumn[] = [];
  for (const { labels, values } of groups) {
    columns.push(...labels.flatMap(moneyColumn));
    const heads = columns.length === 0 ? amountsBelow(labels, values) : [];
    for (const [head, value] of heads) {
      if (!words.has(head) || isOfYear(head, words)) words.set(head, value);
    }
    if (heads.length > 0) continue;
    const meaning = labels.at(-1)?.meaning;
    const field = meaning && [...TEXTS, ...AMOUNTS, ...YEARS].find((name) => name === meaning);
    const value = field && valueOf(field, values, { columns, known: words.get("amount"), style });
    if (!field) continue;
    const isAgain = words.has(field) && !isOfYear(field, words);
    // Of several departments above one another the last is the nearest to the project.
    if (!value || (isAgain && field !== "departmentAbove")) continue;
    if (field === "period") setYears(words, value);
    else words.set(field, value);
  }
  return { words, ...readGoals(groups, style) };
}

/** Beside the amounts of all years and of the year stand the parts of both, the year's behind. */
function isOfYear(field: Field, words: ReadonlyMap<Field, Words>): boolean {
  const isPart = field === "fiscal" || field === "special" || field === "other";
  return isPart && words.has("totalAmount") && words.has("amount");
}

function toGroups(tokens: readonly Token[]): Group[] {
  const groups: { labels: Token[]; values: Token[] }[] = [];
  for (const token of tokens) {
    const last = groups.at(-1);
    if (!isLabel(token)) last?.values.push(token);
    else if (last?.values.length === 0) last.labels.push(token);
    else groups.push({ labels: [token], values: [] });
  }
  return groups;
}

/**
 * The amounts below labels that stand side by side (“年度资金总额 财政拨款 其他资金” above
 * “420.00 400.00 20.00”): as many as there are labels. Where every cell is a line of its own, two
 * labels may as well be one without an amount above one with two.
 */
function amountsBelow(
  labels: readonly Token[],
  values: readonly Token[],
): [(typeof AMOUNTS)[number], Words][] {
  const isHead = ({ meaning }: Token) => AMOUNTS.some((name) => name === meaning);
  const heads = labels.slice(labels.findLastIndex((label) => !isHead(label)) + 1);
  const end = values.findIndex(({ words }) => !isAmount(words.text));
  const amounts = values.slice(0, end < 0 ? undefined : end);
  const isSideBySide = heads.slice(1).every(({ edge }) => edge !== "line");
  const isBelow = amounts[0]?.edge === "line" && (isSideBySide || heads.length > 2);
  if (heads.length < 2 || amounts.length !== heads.length || !isBelow) return [];
  return heads.map(({ meaning }, index) => [
    AMOUNTS.find((name) => name === meaning)!,
    amounts[index]!.words,
  ]);
}

interface Context {
  readonly columns: readonly MoneyColumn[];
  /** The amount of the form, where it is read. */
  readonly known: Words | undefined;
  readonly style: Style;
}

function valueOf(field: Field, values: readonly Token[], context: Context): Words | undefined {
  const { style } = context;
  if (AMOUNTS.some((name) => name === field)) return amountIn(values, context);
  const first = values.find(({ words }) => words.text !== "");
  if (!first || isBlank(first.words.text)) return undefined;
  return style.exact ? first.words : joinWords(wholeValue(values), wrapsAtSpace(values));
}

function moneyColumn({ words, meaning }: Token): MoneyColumn[] {
  if (meaning === "budgetColumn") return ["budget"];
  if (meaning === "weight" || meaning === "score") return [meaning];
  if (meaning !== "moneyColumn") return [];
  const text = squash(words.text);
  return text.includes("率") ? ["rate"] : text.includes("数") ? ["spent"] : [];
}

/**
 * The budget among the amounts of a row. Where the budget at the start of the year and the one
 * after changes stand side by side, the first that is not 0.
 */
function amountIn(values: readonly Token[], { columns, known }: Context): Words | undefined {
  const budgets = columns.filter((column) => column === "budget").length;
  const amounts = values.slice(0, Math.max(budgets, 1)).flatMap(({ words, edge }) => {
    const glued = edge === "glue" ? endOfAmount(words.text, columns, known?.text) : undefined;
    return (glued ? sliceWords(words, 0, glued) : firstAmount(words)) ?? [];
  });
  return amounts.find((words) => /[1-9]/u.test(words.text)) ?? amounts[0];
}

/** “854万(建设400万元,示范295万元)”: the amount in front of its parts. */
function firstAmount(words: Words): Words | undefined {
  if (isAmount(words.text)) return words;
  const found =
    /^[\d,.，\s]*\d\s*(?:万元|万|元)(?=$|\s*[(（:：;；])|^[\d,.]+(?=\p{Script=Han}{2})/u.exec(
      words.text,
    );
  return found ? sliceWords(words, 0, found[0].length) : undefined;
}

/**
 * The tokens of a value that may be broken over lines: it goes on while a line is long enough to
 * be broken and what follows is no field of its own.
 */
function wholeValue(values: readonly Token[]): Words[] {
  const parts: Words[] = [];
  for (const { words, edge, afterGap } of values) {
    const last = parts.at(-1);
    const isCut =
      last && ORGANISATION.test(last.text + words.text) && !ORGANISATION.test(last.text);
    const ends = last && edge === "line" && (afterGap || (last.text.length < 6 && !isCut));
    if (ends || (last && /[:：]$/u.test(words.text))) break;
    if (edge === "cell" && last) break;
    if (words.text !== "") parts.push(words);
  }
  return parts;
}

/** How names of organisations end. */
const ORGANISATION =
  /^\p{Script=Han}{4,30}(?:局|厅|委|委员会|办公室|政府|中心|办事处|联合会|医院|学校|大学|学院|中学|小学|幼儿园|法院|检察院|支队|大队|管理站|服务站|管理所|研究所|公司)$/u;

function wrapsAtSpace(values: readonly Token[]): string {
  return values.slice(1).some(({ edge }) => edge === "space") ? " " : "";
}

/** “202001-202012”, “2023.07-2024.01”: the first and the last year of a period. */
function setYears(words: Map<Field, Words>, period: Words): void {
  const years = [...period.text.matchAll(/20\d\d(?!\d{5})/gu)].map(({ index }) =>
    sliceWords(period, index, index + 4),
  );
  const [first, last] = [years[0], years.at(-1)];
  if (first && !words.has("startYear")) words.set("startYear", first);
  if (last && !words.has("endYear")) words.set("endYear", last);
}

type Goal = "goal" | "annualGoal" | "periodGoal" | "goalTarget" | "goalActual";
const GOALS: readonly Meaning[] = [
  "goal",
  "annualGoal",
  "periodGoal",
  "goalTarget",
  "goalActual",
] satisfies Goal[];

/**
 * The goals: the text behind a label; where several labels head columns, one text each. What was
 * achieved is no goal.
 */
function readGoals(
  groups: readonly Group[],
  style: Style,
): Pick<Fields, "goal" | "periodGoal" | "unread"> {
  const found = new Map<Goal, Words>();
  const unread: Words[] = [];
  for (const { labels, values } of groups) {
    const last = labels.findLastIndex(({ meaning }) => !meaning || !GOALS.includes(meaning));
    // A heading above the labels may say the same as one of them: the last counts.
    const names = labels
      .slice(last + 1)
      .map(({ meaning }) => meaning as Goal)
      .filter((name, index, all) => all.lastIndexOf(name) === index);
    // A single character is what is left of a label that stands upright beside the table.
    const texts = values
      .map(({ words }) => words)
      .filter(({ text }) => !/^\p{Script=Han}?$/u.test(text));
    if (names.length === 0 || texts.length === 0) continue;
    const columns = columnsOf(names);
    const isGlued = values[0]?.edge === "glue";
    const parts =
      columns.length > 1
        ? shareOut(columns, isGlued ? halvesOf(texts) : texts, style)
        : [joinWords(texts)];
    if (!parts) unread.push(...texts);
    for (const [index, part] of (parts ?? []).entries()) {
      const name = columns[index];
      if (name && !found.has(name) && !isBlank(part.text)) found.set(name, part);
    }
  }
  const annual = found.get("goalTarget") ?? found.get("annualGoal");
  const whole = found.get("periodGoal") ?? (annual && found.get("goal"));
  return { goal: annual ?? found.get("goal"), periodGoal: whole, unread };
}

/** Labels of columns: without those that head a group of them (总体目标 above 年度目标). */
function columnsOf(names: readonly Goal[]): Goal[] {
  const inner = names.some((name) => name === "goalTarget" || name === "goalActual")
    ? names.filter((name) => name === "goalTarget" || name === "goalActual")
    : names;
  const own = inner.length === 1 && inner[0] === "goalActual" ? names : inner;
  return own.length > 1 ? own.filter((name) => name !== "goal") : [...own];
}

/**
 * Two texts that touch: the second repeats the first, or begins as it does behind a full stop, or
 * there are two sentences. Otherwise nobody can tell where it begins.
 */
function halvesOf(texts: readonly Words[]): readonly Words[] {
  const whole = joinWords(texts);
  const start = squash(whole.text).slice(0, 4);
  const at = [...whole.text.matchAll(/[。；;!！，,]\s*/gu)]
    .map((match) => match.index + match[0].length)
    .filter((index) => squash(whole.text.slice(index)).startsWith(start));
  const half = whole.text.length / 2;
  const isTwice = whole.text.slice(0, half) === whole.text.slice(half);
  const stops = [...whole.text.matchAll(/[。！!](?=.)/gu)].map(({ index }) => index + 1);
  const sentences = stops.length === 1 && /[。！!]\s*$/u.test(whole.text) ? stops : [];
  const cut = isTwice ? half : at.length === 1 ? at[0] : sentences[0];
  return cut === undefined ? [] : [sliceWords(whole, 0, cut), sliceWords(whole, cut)];
}

/**
 * One text for each column: as many cells as columns; a single one is that of the year or of the
 * target. Lines of several cells are told apart only where a sentence ends between them once.
 */
function shareOut(
  columns: readonly Goal[],
  texts: readonly Words[],
  style: Style,
): Words[] | undefined {
  const wanted = columns.findIndex((name) => name === "goalTarget" || name === "annualGoal");
  const only = (text: Words) =>
    columns.map((_, index) => (index === wanted ? text : { text: "", pieces: [] }));
  if (texts.length === 0) return undefined;
  if (texts.length === 1) return only(texts[0]!);
  if (texts.length === columns.length) return [...texts];
  if (style.exact || columns.length !== 2) return undefined;
  const cut = secondStart(texts);
  return cut === undefined
    ? undefined
    : [joinWords(texts.slice(0, cut)), joinWords(texts.slice(cut))];
}

/**
 * The line with which the second of two texts begins: it begins as the first does (“1.”, the same
 * words), or the only full stop stands above it.
 */
function secondStart(texts: readonly Words[]): number | undefined {
  const start = squash(texts[0]!.text).slice(0, 3);
  const alike = linesWhere(texts, (text) => squash(text).startsWith(start));
  if (alike.length === 1) return alike[0];
  const ends = linesWhere(texts, (_, before) => /[。；;!！]\s*$/u.test(before));
  return ends.length === 1 ? ends[0] : undefined;
}

function linesWhere(
  texts: readonly Words[],
  test: (text: string, before: string) => boolean,
): number[] {
  return texts.flatMap(({ text }, index) =>
    index > 0 && test(text, texts[index - 1]!.text) ? [index] : [],
  );
}
