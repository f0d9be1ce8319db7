import type { BudgetReading, IndicatorReading, Reading, TaskReading } from "../model/reading.ts";
import type { Row, Words } from "../model/table.ts";
import { joinWords, sliceWords } from "../model/words.ts";
import { squash } from "../text.ts";
import { isDepartmentGrid, readDepartmentGrid } from "./department-grid.ts";
import { filledCells, findLabelled, findTitle, titleWithYear } from "./heading.ts";
import type { Layout } from "./layout.ts";
import { takeLevels, type Levels } from "./levels.ts";
import { isAmount, isBlank, meaningOf, moneyUnitIn, type Meaning } from "./lexicon.ts";
import { indicatorReading } from "./indicator-reading.ts";

/** The sections of the form, in its order. */
const SECTIONS = ["budget", "goal", "tasks", "indicators"] as const satisfies readonly Meaning[];
type Section = (typeof SECTIONS)[number];

const LONGEST_TITLE = 60;
/** “2025年部门整体支出绩效目标表” */
const TITLE =
  /^[#\d\p{Script=Han}]{0,24}(?:部门|单位)(?:\(单位\))?整体(?:支出|预算)?绩效(?:目标|自评)[申报表]{0,3}$/u;

/**
 * The department form (部门整体预算绩效目标申报表), often flattened to lines by the way from PDF to
 * text: cells are separated by spaces, a cell that wraps stands on lines of its own, with a blank
 * line before and after it:
 *
 * ```text
 * 基本支出 4,192.11 财政拨款 269,652.59          ← label and amount, twice
 * 年度重点工作任务
 * 名称 主要实施内容 拟投入的资金（万元） 期望达到的目标（概述）
 * 推动国内区域合作
 *
 * 协调落实广州市与国内各省、市政
 * 府间的全方位交流合作…
 *
 * 10,610.00
 *
 * 推动泛珠三角区域…
 * 绩效指标
 * 一级指标 二级指标 三级指标 实施周期指标值 年度指标值
 * 产出指标
 * 数量指标
 * 帮扶镇数量 78个 78个
 * ```
 */
export const departmentForm: Layout = {
  name: "department-form",

  startsAt(rows, index) {
    const cells = filledCells(rows[index]!);
    const [first] = cells;
    if (!first) return false;
    const isShort = cells.length === 1 && first.text.length <= LONGEST_TITLE;
    const isTitle = isShort && TITLE.test(squash(first.text));
    return isTitle || sectionsIn(cells) === "tasks";
  },

  matches(pages) {
    if (isDepartmentGrid(pages)) return true;
    const lines = toLines(pages.flatMap((page) => page.rows));
    const found = new Set(lines.map(sectionOf));
    return found.has("tasks") && found.has("indicators");
  },

  read(pages) {
    if (isDepartmentGrid(pages)) return readDepartmentGrid(pages);
    const rows = pages.flatMap((page) => page.rows);
    const sections = cut(toLines(rows));
    const title = findTitle(rows);
    const { indicators, unread } = readIndicators(sections.indicators);
    return {
      layout: "department-form",
      title,
      department: findLabelled(rows, "department"),
      fiscalYear: titleWithYear(title),
      amountUnit: sections.all.flatMap((line) => line.tokens).find(statesUnit),
      goal: textOf(sections.goal),
      totals: [],
      projects: [],
      indicators,
      tasks: readTasks(sections.tasks),
      budgets: readBudgets(sections.budget),
      unread,
    } satisfies Reading;
  },
};

/** What the first cell of a row, or the row as a whole, heads: “年度主要任务 │ 任务名称 │ 主要内容”. */
function sectionsIn(cells: readonly Words[]): Meaning | undefined {
  const label = cells.map(({ text }) => text).join(" ");
  return meaningOf(cells.length > 1 ? cells[0]!.text : "") ?? meaningOf(label);
}

/** A row cut at its white space. */
interface Line {
  readonly words: Words;
  readonly tokens: readonly Words[];
  readonly afterGap: boolean;
}

function toLines(rows: readonly Row[]): Line[] {
  return rows.flatMap((row) => {
    const cells = filledCells(row);
    if (cells.length === 0) return [];
    const { afterGap } = row;
    return [{ words: joinWords(cells, " "), tokens: cells.flatMap(tokensOf), afterGap }];
  });
}

function tokensOf(cell: Words): Words[] {
  return [...cell.text.matchAll(/\S+/gu)].map((match) =>
    sliceWords(cell, match.index, match.index + match[0].length),
  );
}

function statesUnit(token: Words): boolean {
  return moneyUnitIn(token.text) !== undefined;
}

function sectionOf(line: Line): Section | undefined {
  const meaning = meaningOf(line.words.text);
  // Some forms print the budget right below their title.
  if (isTitle(line)) return "budget";
  if (meaning === "annualGoal") return "goal";
  return SECTIONS.find((section) => section === meaning);
}

function isTitle({ words }: Line): boolean {
  return words.text.length <= LONGEST_TITLE && TITLE.test(squash(words.text));
}

function cut(lines: readonly Line[]): Record<Section | "all", Line[]> {
  const sections: Record<Section | "all", Line[]> = {
    all: [...lines],
    budget: [],
    goal: [],
    tasks: [],
    indicators: [],
  };
  let current: Section | undefined;
  for (const line of lines) {
    const next = sectionOf(line);
    if (next) current = next;
    else if (current) sections[current].push(line);
  }
  return sections;
}

function textOf(lines: readonly Line[]): Words | undefined {
  return lines.length > 0 ? joinWords(lines.map((line) => line.words)) : undefined;
}

function readBudgets(lines: readonly Line[]): BudgetReading[] {
  const budgets: BudgetReading[] = [];
  for (const { tokens } of lines) {
    let label: Words[] = [];
    for (const token of tokens) {
      if (isAmount(token.text) && label.length > 0) {
        budgets.push({ item: itemOf(joinWords(label)), amount: token });
        label = [];
      } else {
        label.push(token);
      }
    }
  }
  return budgets;
}

/** “其中：基本支出（万元）”: the item itself. */
function itemOf(words: Words): Words {
  const from = /^其中\s*[:：]?\s*/u.exec(words.text)?.[0].length ?? 0;
  return sliceWords(words, from, words.text.search(/\s*[（(](?:单位[:：])?万?元[)）]$|$/u));
}

/** A cell of the flattened table of tasks: lines of text without a blank line between them. */
type Block = { readonly kind: "text" | "amount"; readonly words: Words };

function readTasks(lines: readonly Line[]): TaskReading[] {
  const isHeader = (line: Line) =>
    line.tokens.some((token) =>
      ["taskContent", "taskAmount"].includes(meaningOf(token.text) ?? ""),
    );
  const end = lines.findIndex((line) => meaningOf(firstWords(line)) === "otherTasks");
  const body = lines.slice(0, end < 0 ? undefined : end).filter((line) => !isHeader(line));
  const hasGoals = lines.some(({ tokens }) =>
    tokens.some((token) => meaningOf(token.text) === "taskGoal"),
  );
  return hasGoals || !lines.some(isHeader) ? toTasks(toBlocks(body)) : plainTasks(toBlocks(body));
}

/** Tasks without goals: name and content in front of each amount. */
function plainTasks(blocks: readonly Block[]): TaskReading[] {
  const tasks: TaskReading[] = [];
  let texts: Words[] = [];
  for (const { kind, words } of blocks) {
    if (kind === "text") {
      texts.push(words);
      continue;
    }
    const [name, ...content] = texts;
    const own = content.length > 0 ? joinWords(content) : undefined;
    tasks.push({ name, content: own, amount: words, goal: undefined });
    texts = [];
  }
  return tasks;
}

/** “其他需完成的任务（可选” may wrap: a label is told by its first words as well. */
function firstWords(line: Line): string {
  return squash(line.words.text).replace(/\(.*$/u, "");
}

function toBlocks(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  let text: Words[] = [];
  const close = () => {
    if (text.length > 0) blocks.push({ kind: "text", words: joinWords(text) });
    text = [];
  };
  for (const line of lines) {
    if (line.afterGap) close();
    const at = line.tokens.findIndex((token) => isMoney(token.text));
    if (at < 0) {
      text.push(line.words);
      continue;
    }
    for (const token of line.tokens.slice(0, at)) {
      close();
      text.push(token);
    }
    close();
    blocks.push({ kind: "amount", words: line.tokens[at]! });
    text.push(...line.tokens.slice(at + 1));
  }
  close();
  return blocks;
}

/** An amount as tables print it, with decimals, so that a number in the prose is none. */
function isMoney(text: string): boolean {
  return isAmount(text) && /\.\d{2,}$/u.test(squash(text));
}

/**
 * Tasks are told by their amounts: in front of an amount stand name and content, behind it the
 * goal. A name that is missing is that of the row above (a merged cell).
 */
function toTasks(blocks: readonly Block[]): TaskReading[] {
  const at = blocks.flatMap((block, index) => (block.kind === "amount" ? [index] : []));
  let name: Words | undefined;
  let from = 0;
  return at.map((amountAt, i) => {
    const before = blocks.slice(from, amountAt).map((block) => block.words);
    const until = at[i + 1] ?? blocks.length;
    const after = blocks.slice(amountAt + 1, until).map((block) => block.words);
    const goals = after.length - textsBefore(after, at[i + 1] !== undefined);
    if (before.length > 1) name = before[0];
    const content = before.length > 1 ? before.slice(1) : before;
    from = amountAt + 1 + goals;
    return {
      name,
      content: content.length > 0 ? joinWords(content) : undefined,
      amount: blocks[amountAt]!.words,
      goal: goals > 0 ? joinWords(after.slice(0, goals)) : undefined,
    };
  });
}

/** How many of the texts between two amounts belong to the second: its content, and its name. */
function textsBefore(texts: readonly Words[], hasNext: boolean): number {
  if (!hasNext) return 0;
  const name = texts.at(-2);
  return texts.length > 2 && name && isHeading(name.text) ? 2 : Math.min(1, texts.length - 1);
}

/** A name rather than a sentence. */
function isHeading(text: string): boolean {
  return text.length <= 40 && !/[。；;]/u.test(text);
}

function readIndicators(lines: readonly Line[]): {
  indicators: IndicatorReading[];
  unread: Words[];
} {
  const columns = lines.map(columnsIn).find((names) => names.length > 0) ?? [];
  const drafts: { levels: Levels; name: Words[]; values: Words[] }[] = [];
  const levels: Levels = {};
  let name: Words[] = [];
  let wrapped = false;
  for (const line of lines) {
    if (columnsIn(line).length > 0) continue;
    const rest = takeLevels(line.tokens, levels);
    const isLabelled = rest.length < line.tokens.length;
    if (isLabelled) name = [];
    if (rest.length === 0) continue;
    const previous = drafts.at(-1);
    if (wrapped && previous && rest.length === 1 && !line.afterGap && !isLabelled) {
      previous.values = [joinWords([...previous.values, ...rest])];
      continue;
    }
    const values = valuesIn(rest, name.length > 0, line.afterGap, columns.length);
    name.push(...rest.slice(0, rest.length - values.length));
    // One value that stands alone in its lines may go on in the next.
    wrapped = values.length === 1 && rest.length === 1;
    if (values.length === 0) continue;
    drafts.push({ levels: { ...levels }, name, values: [...values] });
    name = [];
  }
  const indicators = drafts.map((draft) =>
    toIndicator(draft.levels, draft.name, columns, draft.values),
  );
  return { indicators, unread: name };
}

/** The value columns that a header line names, in order. */
function columnsIn(line: Line): ("periodValue" | "annualValue")[] {
  const meanings = line.tokens.map((token) => meaningOf(token.text));
  if (!meanings.includes("level3")) return [];
  return (["periodValue", "annualValue"] as const).filter((name) => meanings.includes(name));
}

/**
 * The values at the end of a line: as many as the form has columns, if the line has that many
 * tokens behind a name; none if the line is a part of a wrapped name. Behind a wrapped name the
 * values stand on a line of their own, below a gap.
 */
function valuesIn(
  tokens: readonly Words[],
  hasName: boolean,
  afterGap: boolean,
  columns: number,
): readonly Words[] {
  const room = tokens.length - (hasName ? 0 : 1);
  if (room < columns || columns === 0) return [];
  const values = tokens.slice(-columns);
  if (hasName && afterGap && tokens.length === columns) return values;
  if (!hasName && tokens.length === columns + 1) return values;
  const [first, ...others] = values.map((value) => squash(value.text));
  const same = others.length > 0 && others.every((value) => value === first);
  return same || values.every((value) => looksLikeValue(value.text, hasName)) ? values : [];
}

/**
 * A number, a comparison, a date, or a word or two of judgement; the latter only where it cannot
 * be the rest of a wrapped name.
 */
function looksLikeValue(text: string, mayBeName: boolean): boolean {
  const t = squash(text);
  return /^[≥≤<>=±约不]|\d/u.test(t) || (!mayBeName && t.length <= 6) || isBlank(t);
}

function toIndicator(
  { level1, level2 }: Levels,
  name: readonly Words[],
  columns: readonly ("periodValue" | "annualValue")[],
  values: readonly Words[],
): IndicatorReading {
  const value = (column: "periodValue" | "annualValue") => values[columns.indexOf(column)];
  return indicatorReading({
    level1,
    level2,
    name: joinWords(name),
    periodValue: value("periodValue"),
    annualValue: value("annualValue"),
    words: joinWords([...name, ...values]),
  });
}
