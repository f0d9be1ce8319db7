import type { Row, Words } from "../model/table.ts";
import { joinWords, sliceWords, trimWords } from "../model/words.ts";
import { squash } from "../text.ts";
import { filledCells } from "./heading.ts";
import { meaningOf, type Meaning } from "./lexicon.ts";

/** Labels whose value is the next cell of the row, or stands behind a colon in their own. */
const FIELDS = [
  "projectName",
  "department",
  "departmentAbove",
  "unit",
  "category",
  "grade",
  "period",
  "startYear",
  "endYear",
] as const satisfies readonly Meaning[];
export type Field = (typeof FIELDS)[number];

/** “项目名称：某项目”: a label and its value in one cell. */
const INLINE = /^((?:其中[:：])?[^:：]{2,20})[:：]\s*(?=\S)/u;

const LONGEST_INLINE = 24;

/** Filled cells, a merged one once where a converter writes its text into every column. */
export function distinctCells(row: Row): Words[] {
  const cells = filledCells(row);
  return cells.filter((cell, index) => cell.text !== cells[index - 1]?.text);
}

/** A label and its value that stand in one cell. */
export function inlineField(cell: Words): { meaning: Meaning; value: Words } | undefined {
  if (!/[:：]/u.test(cell.text.slice(0, LONGEST_INLINE))) return undefined;
  const cut = INLINE.exec(cell.text);
  const meaning = cut ? meaningOf(cut[1]!) : undefined;
  return cut && meaning
    ? { meaning, value: trimWords(sliceWords(cell, cut[0].length)) }
    : undefined;
}

/** “绩”, “体”, “目标”: a part of a label that a converter broke over the rows beside it. */
const FRAGMENT = /^[绩效指标年度总体目项资金]{1,2}$/u;

/** Whether a cell is a part of the broken label of a merged cell at the left edge. */
export function isFragment(cell: Words, index: number): boolean {
  return index === 0 && FRAGMENT.test(cell.text);
}

/** The fields of a form: each label with the cell behind it. The first of a kind counts. */
export function readFields(rows: readonly Row[]): Map<Field, Words> {
  const fields = new Map<Field, Words>();
  let last: Field | undefined;
  for (const row of rows) {
    const cells = distinctCells(row);
    const [first, ...others] = cells;
    if (first && others.length === 0 && last && !meaningOf(first.text) && !inlineField(first)) {
      // A value that wraps goes on in the row below.
      if (first.pieces[0]!.column > 1) fields.set(last, joinWords([fields.get(last)!, first]));
      else last = undefined;
      continue;
    }
    last = undefined;
    for (const [index, cell] of cells.entries()) {
      const [field, value] = fieldAt(cell, cells[index + 1]);
      // Of the departments above one another the last is the nearest.
      if (!field || !value || (fields.has(field) && field !== "departmentAbove")) continue;
      fields.set(field, value);
      last = field;
    }
  }
  return fields;
}

function fieldAt(cell: Words, next: Words | undefined): [Field | undefined, Words | undefined] {
  const inline = inlineField(cell);
  const meaning = inline?.meaning ?? meaningOf(cell.text);
  const field = FIELDS.find((name) => name === meaning);
  if (inline) return [field, inline.value];
  return [field, next && !meaningOf(next.text) && !inlineField(next) ? next : undefined];
}

/**
 * The first and the last year of a form: from their own fields, or from one that prints both
 * (“2023年1月—2025年12月”, “202301-202512”).
 */
export function readYears(fields: ReadonlyMap<Field, Words>): {
  startYear: Words | undefined;
  endYear: Words | undefined;
} {
  const period = fields.get("period");
  const years = period ? [...period.text.matchAll(/20\d\d/gu)] : [];
  const at = (match: RegExpExecArray | undefined) =>
    period && match && sliceWords(period, match.index, match.index + 4);
  return {
    startYear: fields.get("startYear") ?? at(years[0]),
    endYear: fields.get("endYear") ?? at(years.at(-1)),
  };
}

export type Goal = "goal" | "periodGoal";
/** What a label says of the text beside or below it; “none” is no goal but what came of it. */
type GoalLabel = "goal" | "annualGoal" | "periodGoal" | "none";

/**
 * The goals of a form. Each is the text behind or below its label, until the next label; where
 * labels head columns of one row, the text below each is its own:
 *
 * ```text
 * 年度总体目标 │ 预期目标       │ 实际完成情况
 *             │ 培训干部100人。 │ 全部完成。       ← not a goal
 * ```
 */
export function readGoals(rows: readonly Row[]): Map<Goal, Words> {
  const parts: Record<GoalLabel, Words[]> = { goal: [], annualGoal: [], periodGoal: [], none: [] };
  let current: { label: GoalLabel; column: number; isBeside: boolean } | undefined;
  let heads: { column: number; label: GoalLabel }[] = [];
  for (const row of rows) {
    const cells = distinctCells(row).filter((cell) => !isFragment(cell, columnOf(cell) - 1));
    const labels = cells.flatMap((cell) => {
      const label = goalLabelOf(meaningOf(cell.text));
      return label ? [{ column: columnOf(cell), label }] : [];
    });
    const isHead = labels.length > 1 && labels.length === cells.length;
    if (isHead) heads = labels.length > 2 || isSide(labels[0]!) ? labels.slice(1) : labels;
    else if (labels.length > 0) heads = [];
    const first = cells[0];
    const isStray = first && current && isOtherLabel(first, current, heads.length > 0);
    if (isStray) [current, heads] = [undefined, []];
    for (const [index, cell] of cells.entries()) {
      const inline = inlineField(cell);
      const meaning = inline?.meaning ?? meaningOf(cell.text);
      const label = goalLabelOf(meaning);
      if (meaning) current = label && { label, column: columnOf(cell), isBeside: false };
      if (meaning && !label) heads = [];
      if (inline && label) parts[label].push(inline.value);
      if (meaning || !current) continue;
      const above = heads.length === cells.length ? heads[index] : headAbove(heads, cell);
      parts[above?.label ?? current.label].push(cell);
      if (columnOf(cell) > current.column && heads.length === 0) current.isBeside = true;
    }
  }
  return chooseGoals(parts);
}

function columnOf(cell: Words): number {
  return cell.pieces[0]!.column;
}

/** A label in front of two others is that of their rows: “年度总体目标 │ 预期目标 │ 实际完成情况”. */
function isSide({ label, column }: { label: GoalLabel; column: number }): boolean {
  return label === "goal" && column === 1;
}

function headAbove(
  heads: readonly { column: number; label: GoalLabel }[],
  cell: Words,
): { label: GoalLabel } | undefined {
  return heads.findLast(({ column }) => column <= columnOf(cell));
}

function goalLabelOf(meaning: Meaning | undefined): GoalLabel | undefined {
  if (meaning === "goal" || meaning === "annualGoal" || meaning === "periodGoal") return meaning;
  if (meaning === "goalTarget") return "annualGoal";
  return meaning === "goalActual" ? "none" : undefined;
}

/** Whether a cell under the label of a goal, whose text stands beside it, begins another row. */
function isOtherLabel(
  cell: Words,
  current: { column: number; isBeside: boolean },
  hasHeads: boolean,
): boolean {
  return !hasHeads && current.isBeside && columnOf(cell) <= current.column && !isNumbered(cell);
}

/** “目标2：…” goes on with the goal. */
function isNumbered(cell: Words): boolean {
  return /^目标\d/u.test(squash(cell.text));
}

/** The goal of the year; one that names no time is that of the period where there is one of a year. */
function chooseGoals(parts: Readonly<Record<GoalLabel, readonly Words[]>>): Map<Goal, Words> {
  const { goal, annualGoal, periodGoal } = parts;
  const hasBoth = annualGoal.length > 0 && goal.length > 0 && periodGoal.length === 0;
  const year = annualGoal.length > 0 ? annualGoal : goal;
  const period = hasBoth ? goal : periodGoal;
  const goals = new Map<Goal, Words>();
  if (year.length > 0) goals.set("goal", joinWords(year));
  if (period.length > 0) goals.set("periodGoal", joinWords(period));
  return goals;
}
