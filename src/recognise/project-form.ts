import type {
  FundingReading,
  IndicatorReading,
  ProjectReading,
  Reading,
} from "../model/reading.ts";
import type { Row, Words } from "../model/table.ts";
import { joinWords } from "../model/words.ts";
import { squash } from "../text.ts";
import { filledCells, findTitle, titleWithYear } from "./heading.ts";
import type { Layout } from "./layout.ts";
import { takeLevels, type Levels } from "./levels.ts";
import { isBlank, meaningOf, moneyUnitIn, type Meaning } from "./lexicon.ts";

/** Columns of the indicator part, in the order in which forms print them. */
const COLUMNS = [
  "level1",
  "level2",
  "level3",
  "periodValue",
  "annualValue",
  "actualValue",
  "weight",
  "score",
] as const satisfies readonly Meaning[];
type ColumnName = (typeof COLUMNS)[number];
type Columns = ReadonlyMap<ColumnName, number>;

/** Labels whose value is the next cell of the row. */
const FIELDS = [
  "projectName",
  "department",
  "unit",
  "amount",
  "fiscal",
  "special",
  "other",
  "category",
  "grade",
  "startYear",
  "endYear",
] as const satisfies readonly Meaning[];
type Field = (typeof FIELDS)[number];

/**
 * The one-project form (项目绩效目标表), several to a file:
 *
 * ```text
 * 项目名称   │          │ 对口帮扶工作宣传费
 * 主管部门   │          │ 某某办公室
 * 实施周期   │          │ 起始年度 │ 2022 │ 到期年度 │ 2024
 * 2024年预算金额（元） │ │ 450,000.00
 * 总体绩效目标 │        │ 实施周期总目标
 *            │          │ 通过…
 *            │          │ 2024年度目标
 *            │          │ 通过…
 * 绩效指标   │ 一级指标 │ 二级指标 │ 三级指标   │ 实施周期指标值 │ 当年度指标值   ← header
 *            │ 产出指标 │ 数量指标 │ 培训人数   │ 100人          │ 100人
 *            │ (merged) │ 质量指标 │ 出勤率     │ 80%以上        │ 80%以上
 * ```
 *
 * A class holds until the next one is printed. A row whose name and values are blank says that
 * the department set no indicator of that class.
 */
export const projectForm: Layout = {
  name: "project-form",

  matches(pages) {
    const rows = pages.flatMap((page) => page.rows);
    return rows.some(startsForm) && rows.some((row) => columnsOf(row) !== undefined);
  },

  read(pages) {
    const rows = pages.flatMap((page) => page.rows);
    const starts = rows.flatMap((row, index) => (startsForm(row) ? [index] : []));
    const all = starts.map((start, i) => readForm(rows.slice(start, starts[i + 1])));
    // A form without a name is a blank one; what may stand in it all the same is not lost.
    const [forms, blank] = [all.filter(isNamed), all.filter((form) => !isNamed(form))];
    const title = findTitle(rows);
    const labels = rows.flatMap(filledCells).filter((cell) => meaningOf(cell.text) === "amount");
    return {
      layout: "project-form",
      title,
      department: forms.map((form) => form.fields.get("department")).find(Boolean),
      fiscalYear:
        labels.find((cell) => /^20\d\d年/u.test(squash(cell.text))) ?? titleWithYear(title),
      amountUnit: rows.flatMap(filledCells).find((cell) => moneyUnitIn(cell.text)),
      goal: undefined,
      totals: [],
      projects: forms.map(toProject),
      indicators: [],
      tasks: [],
      budgets: [],
      unread: [
        ...forms.flatMap((form) => form.unread),
        ...blank.flatMap((form) => form.indicators.map((indicator) => indicator.words)),
      ],
    } satisfies Reading;
  },
};

interface Form {
  readonly fields: Map<Field, Words>;
  readonly goals: ReadonlyMap<Goal, Words>;
  readonly indicators: readonly IndicatorReading[];
  readonly unread: readonly Words[];
}

function startsForm(row: Row): boolean {
  const first = filledCells(row)[0];
  return first !== undefined && meaningOf(first.text) === "projectName" && row.cells.length > 1;
}

function isNamed({ fields }: Form): boolean {
  return fields.has("projectName");
}

/** Columns of a header of indicators: at least the third level and one value. */
function columnsOf(row: Row): Columns | undefined {
  const columns = new Map<ColumnName, number>();
  for (const [index, cell] of row.cells.entries()) {
    const meaning = COLUMNS.find((name) => name === meaningOf(cell.text));
    if (meaning && !columns.has(meaning)) columns.set(meaning, index);
  }
  const hasValue = columns.has("annualValue") || columns.has("periodValue");
  return columns.has("level3") && hasValue ? columns : undefined;
}

function readForm(rows: readonly Row[]): Form {
  const header = rows.findIndex((row) => columnsOf(row) !== undefined);
  const above = header < 0 ? rows : rows.slice(0, header);
  const below = header < 0 ? [] : rows.slice(header);
  const fields = readFields(above);
  const goals = readGoals(above);
  const { indicators, unread } = readIndicators(below);
  return { fields, goals, indicators, unread };
}

function readFields(rows: readonly Row[]): Map<Field, Words> {
  const fields = new Map<Field, Words>();
  let last: Field | undefined;
  for (const row of rows) {
    const cells = distinctCells(row);
    const [first, ...others] = cells;
    if (first && others.length === 0 && last && !meaningOf(first.text)) {
      // A value that wraps goes on in the row below.
      fields.set(last, joinWords([fields.get(last)!, first]));
      continue;
    }
    last = undefined;
    for (const [index, cell] of cells.entries()) {
      const field = FIELDS.find((name) => name === meaningOf(cell.text));
      const value = cells[index + 1];
      if (!field || !value || meaningOf(value.text) || fields.has(field)) continue;
      fields.set(field, value);
      last = field;
    }
  }
  return fields;
}

type Goal = "goal" | "periodGoal";

/**
 * Each goal is the text behind or below its label, until the next label. Where both labels head
 * columns of one row, the text below each is its own.
 */
function readGoals(rows: readonly Row[]): Map<Goal, Words> {
  const parts: Record<Goal, Words[]> = { goal: [], periodGoal: [] };
  let current: Goal | undefined;
  let columns: { column: number; goal: Goal }[] = [];
  for (const row of rows) {
    const labels = goalColumns(row);
    if (labels.length > 1) columns = labels;
    for (const cell of distinctCells(row)) {
      const meaning = meaningOf(cell.text);
      const goal = goalOf(meaning);
      if (meaning) current = goal;
      if (meaning && !goal) columns = [];
      if (meaning || !current) continue;
      const column = cell.pieces[0]!.column;
      const above = columns.findLast((label) => label.column <= column);
      parts[above?.goal ?? current].push(cell);
    }
  }
  const goals = new Map<Goal, Words>();
  if (parts.goal.length > 0) goals.set("goal", joinWords(parts.goal));
  if (parts.periodGoal.length > 0) goals.set("periodGoal", joinWords(parts.periodGoal));
  return goals;
}

function goalOf(meaning: Meaning | undefined): Goal | undefined {
  if (meaning === "annualGoal" || meaning === "goal") return "goal";
  return meaning === "periodGoal" ? "periodGoal" : undefined;
}

/** The labels of both goals in one row, by column. */
function goalColumns(row: Row): { column: number; goal: Goal }[] {
  return distinctCells(row).flatMap((cell) => {
    const meaning = meaningOf(cell.text);
    const goal = meaning === "goal" ? undefined : goalOf(meaning);
    return goal ? [{ column: cell.pieces[0]!.column, goal }] : [];
  });
}

/** Filled cells, a merged one once where a converter writes its text into every column. */
function distinctCells(row: Row): Words[] {
  const cells = filledCells(row);
  return cells.filter((cell, index) => cell.text !== cells[index - 1]?.text);
}

type Draft = { -readonly [K in ColumnName]?: Words } & { all: Words[] };

function readIndicators(rows: readonly Row[]): {
  indicators: IndicatorReading[];
  unread: Words[];
} {
  const drafts: Draft[] = [];
  const unread: Words[] = [];
  let columns: Columns | undefined;
  let level1: Words | undefined;
  let level2: Words | undefined;
  for (const row of rows) {
    const header = columnsOf(row);
    if (header) columns = header;
    if (header || !columns) continue;
    if (isTitle(row)) break;
    const cells = cellsByColumn(row, columns, level1);
    if (cells.level1) [level1, level2] = [cells.level1, undefined];
    if (cells.level2) level2 = cells.level2;
    const previous = drafts.at(-1);
    const isNew = cells.level3 && !isBlank(cells.level3.text);
    if (isNew) {
      drafts.push({ ...cells, ...(level1 && { level1 }), ...(level2 && { level2 }) });
    } else if (previous && !cells.level1 && !cells.level2) {
      extend(previous, cells);
    } else {
      unread.push(...valuesOf(cells).filter((cell) => !isBlank(cell.text)));
    }
  }
  return { indicators: drafts.map(toIndicator), unread };
}

/** A line of one cell that names a form: the title of the next one. */
function isTitle(row: Row): boolean {
  return filledCells(row).length === 1 && findTitle([row]) !== undefined;
}

/**
 * The cells of a row by meaning: by position where the row is as wide as the header says, by what
 * the class labels say and then from the left where merged cells are missing from its front.
 */
function cellsByColumn(row: Row, columns: Columns, open: Words | undefined): Draft {
  const width = Math.max(...columns.values()) + 1;
  const draft: Draft = { all: filledCells(row) };
  if (row.cells.length >= width) {
    for (const [name, index] of columns) {
      const cell = row.cells[index];
      if (cell && cell.text !== "") draft[name] = cell;
    }
    return draft;
  }
  const filled = row.cells.findIndex((cell) => cell.text !== "");
  const levels: Levels = open ? { level1: open } : {};
  const rest = takeLevels(row.cells.slice(filled), levels);
  if (levels.level1 && levels.level1 !== open) draft.level1 = levels.level1;
  if (levels.level2) draft.level2 = levels.level2;
  const names = [...columns.keys()].filter((name) => name !== "level1" && name !== "level2");
  for (const [index, cell] of rest.entries()) {
    const name = names[index];
    if (name && cell.text !== "") draft[name] = cell;
  }
  return draft;
}

function valuesOf(draft: Draft): Words[] {
  return [draft.periodValue, draft.annualValue].filter((cell) => cell !== undefined);
}

/** A row without class and name goes on with the row above: cells cut by a page break. */
function extend(draft: Draft, rest: Draft): void {
  for (const name of COLUMNS) {
    const more = rest[name];
    if (!more || isBlank(more.text)) continue;
    const before = draft[name];
    draft[name] = before ? joinWords([before, more]) : more;
    draft.all.push(more);
  }
}

function toIndicator(draft: Draft): IndicatorReading {
  return {
    level1: draft.level1,
    level2: draft.level2,
    name: draft.level3!,
    periodValue: draft.periodValue,
    annualValue: draft.annualValue,
    actualValue: draft.actualValue,
    weight: draft.weight,
    score: draft.score,
    number: undefined,
    truncated: false,
    words: joinWords(draft.all),
  };
}

function toProject({ fields, goals, indicators }: Form): ProjectReading {
  return {
    name: fields.get("projectName")!,
    unit: fields.get("unit") ?? fields.get("department"),
    funding: toFunding(fields),
    category: fields.get("category"),
    grade: fields.get("grade"),
    startYear: fields.get("startYear"),
    endYear: fields.get("endYear"),
    goal: goals.get("goal"),
    periodGoal: goals.get("periodGoal"),
    indicators,
  };
}

function toFunding(fields: ReadonlyMap<Field, Words>): FundingReading {
  const columns = (["fiscal", "special", "other"] as const).filter((fund) => fields.has(fund));
  return {
    total: fields.get("amount"),
    parts: columns.map((fund, position) => ({ amount: fields.get(fund)!, position })),
    shape: "form",
    positions: columns.length,
    columns,
  };
}
