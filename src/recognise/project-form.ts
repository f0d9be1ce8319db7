import type { IndicatorReading, ProjectReading, Reading } from "../model/reading.ts";
import type { Row, Words } from "../model/table.ts";
import { joinWords } from "../model/words.ts";
import { squash } from "../text.ts";
import { readHeader } from "./columns.ts";
import { distinctCells, inlineField, readFields, readGoals, readYears } from "./form-fields.ts";
import { commonUnit, readFunding } from "./form-funding.ts";
import { departmentIn, filledCells, findTitle, findYear } from "./heading.ts";
import { impliedHeader, readIndicatorGrid } from "./indicator-grid.ts";
import type { Layout } from "./layout.ts";
import { meaningOf, moneyUnitIn, type Meaning } from "./lexicon.ts";

/** Labels that a form may print above the name of its project. */
const ABOVE_NAME: readonly Meaning[] = [
  "department",
  "departmentAbove",
  "unit",
  "period",
  "category",
];

/** A class label of a row of indicators: “数量指标”. */
const CLASS =
  /^(?:数量|质量|时效|成本|(?:经济|社会|生态)效益|可持续影响|服务对象满意度|满意度)指标$/u;

/**
 * The one-project form (项目绩效目标表, 项目支出绩效自评表), several to a file:
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
 * A row whose name and values are blank says that the department set no indicator of that class.
 */
export const projectForm: Layout = {
  name: "project-form",

  startsAt(rows, index) {
    return startsForm(rows[index]!);
  },

  matches(pages) {
    const rows = pages.flatMap((page) => page.rows);
    if (!rows.some(startsForm)) return false;
    const hasHeader = rows.some((_, index) => readHeader(rows, index) !== undefined);
    return hasHeader || toForms(rows).some(isForm);
  },

  read(pages) {
    const rows = pages.flatMap((page) => page.rows);
    const all = toForms(rows);
    // A form without a name is a blank one; what may stand in it all the same is not lost.
    const [forms, blank] = [all.filter(isForm), all.filter((form) => !isForm(form))];
    const title = findTitle(rows);
    const labels = rows.flatMap(filledCells).filter((cell) => meaningOf(cell.text) === "amount");
    return {
      layout: "project-form",
      title,
      department:
        forms.map((form) => form.department).find(Boolean) ?? (title && departmentIn(title)),
      fiscalYear:
        labels.find((cell) => /^20\d\d年/u.test(squash(cell.text))) ?? findYear(rows, title),
      amountUnit:
        commonUnit(forms.map(({ project }) => project!.funding)) ??
        rows.flatMap(filledCells).find((cell) => moneyUnitIn(cell.text)),
      goal: undefined,
      totals: [],
      projects: forms.map(({ project }) => project!),
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
  /** Undefined where the form names none. */
  readonly project: ProjectReading | undefined;
  readonly department: Words | undefined;
  readonly indicators: readonly IndicatorReading[];
  readonly unread: readonly Words[];
  /** Something besides the name says that this is a form, not a list of projects. */
  readonly hasContent: boolean;
}

function isForm({ project, hasContent }: Form): boolean {
  return project !== undefined && hasContent;
}

/** A row with the label of the project's name, and its name rather than another label behind it. */
function startsForm(row: Row): boolean {
  if (!row.cells.some(({ text }) => text.includes("名") && text.length > 3)) return false;
  const cells = distinctCells(row);
  const at = cells.findIndex((cell) => {
    return (inlineField(cell)?.meaning ?? meaningOf(cell.text)) === "projectName";
  });
  if (at < 0 || row.cells.length < 2) return false;
  if (isListHeader(cells)) return false;
  const isList = cells.length > 2 && cells.every((cell) => meaningOf(cell.text) !== undefined);
  return !isList && (at === 0 || cells.length <= 8);
}

/** A list of projects, not a form: money or goals have labels, but nothing behind them. */
function isListHeader(cells: readonly Words[]): boolean {
  return cells.some((cell, index) => {
    const meaning = meaningOf(cell.text);
    const next = cells[index + 1];
    if (meaning !== "amount" && meaning !== "goal") return false;
    return (
      !next ||
      (meaning === "amount" && !/\d/u.test(next.text)) ||
      meaningOf(next.text) !== undefined
    );
  });
}

/** The rows of each form, from its title or the first field above the name of its project. */
function toForms(rows: readonly Row[]): Form[] {
  const starts = rows.flatMap((row, index) => (startsForm(row) ? [frontOf(rows, index)] : []));
  return starts.map((start, i) => readForm(rows.slice(start, starts[i + 1])));
}

function frontOf(rows: readonly Row[], index: number): number {
  let front = index;
  while (front > 0 && standsAboveName(rows[front - 1]!)) front--;
  return front;
}

function standsAboveName(row: Row): boolean {
  const [first, ...others] = filledCells(row);
  if (!first) return true;
  const meaning = inlineField(first)?.meaning ?? meaningOf(first.text);
  if (meaning && ABOVE_NAME.includes(meaning)) return true;
  return others.length === 0 && (findTitle([row]) !== undefined || !!moneyUnitIn(first.text));
}

/** Rows of indicators that no header explains: they are kept, not guessed at. */
function withoutHeader(rows: readonly Row[]): Words[] {
  const isIndicator = ({ text }: Words) => CLASS.test(squash(text));
  return rows
    .map(filledCells)
    .filter((cells) => cells.length > 2 && cells.slice(0, 2).some(isIndicator))
    .map((cells) => joinWords(cells, " "));
}

function readForm(rows: readonly Row[]): Form {
  const printed = rows.findIndex((_, index) => readHeader(rows, index) !== undefined);
  const implied = printed < 0 ? impliedHeader(rows) : undefined;
  const header = implied?.from ?? printed;
  const above = header < 0 ? rows : rows.slice(0, header);
  const title = findTitle(above);
  const own = title && squash(title.text).replace(/^#+/u, "");
  const { indicators, blankClasses, unread } =
    header < 0
      ? { indicators: [], blankClasses: [], unread: withoutHeader(rows) }
      : readIndicatorGrid(rows.slice(header), own, implied?.header);
  const fields = readFields(above);
  const goals = readGoals(above);
  const funding = readFunding(above);
  const department = fields.get("department") ?? fields.get("departmentAbove");
  const name = fields.get("projectName");
  const project = name && {
    name,
    unit: fields.get("unit") ?? department,
    funding,
    category: fields.get("category"),
    grade: fields.get("grade"),
    ...readYears(fields),
    goal: goals.get("goal"),
    periodGoal: goals.get("periodGoal"),
    indicators,
    blankClasses,
  };
  const hasContent = header >= 0 || (goals.size > 0 && funding.total !== undefined);
  return { project, department: department ?? fields.get("unit"), indicators, unread, hasContent };
}
