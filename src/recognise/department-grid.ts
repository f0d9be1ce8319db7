import type { BudgetReading, Reading, TaskReading } from "../model/reading.ts";
import type { Row, Table, Words } from "../model/table.ts";
import { squash } from "../text.ts";
import { readHeader } from "./columns.ts";
import { readFields, readGoals } from "./form-fields.ts";
import { filledCells, findDepartment, findTitle, findYear } from "./heading.ts";
import { readIndicatorGrid } from "./indicator-grid.ts";
import { isAmount, isBlank, meaningOf, moneyUnitIn, type Meaning } from "./lexicon.ts";

const TASK_NAME = /^(?:任务|工作)?名称$/u;
const SUM = /^(?:金额)?(?:合计|小计|总计)$/u;

/** Whether the pages hold a table of indicators whose cells came through. */
export function isDepartmentGrid(pages: readonly Table[]): boolean {
  const rows = pages.flatMap((page) => page.rows);
  return rows.some((_, index) => readHeader(rows, index) !== undefined);
}

/**
 * Reads a department form (部门整体支出绩效目标表) whose cells came through:
 *
 * ```text
 * 部门名称     │ 某局
 * 年度主要任务 │ 任务名称 │ 主要内容 │ 预算金额（万元） │          │
 *             │          │         │ 总额            │ 财政拨款 │ 其他资金
 *             │ 任务1    │ …       │ 120.00          │ 120.00   │
 * 年度总体目标 │ …
 * 年度绩效指标 │ 一级指标 │ 二级指标 │ 三级指标 │ 指标值
 * ```
 */
export function readDepartmentGrid(pages: readonly Table[]): Reading {
  const rows = pages.flatMap((page) => page.rows);
  const start = rows.findIndex((_, index) => readHeader(rows, index) !== undefined);
  const above = rows.slice(0, start);
  const title = findTitle(above);
  const goals = readGoals(above);
  const { indicators, unread } = readIndicatorGrid(
    rows.slice(start),
    title && squash(title.text).replace(/^#+/u, ""),
  );
  return {
    layout: "department-form",
    title,
    department: readFields(above).get("department") ?? findDepartment(above),
    fiscalYear: findYear(above, title),
    amountUnit: above.flatMap(filledCells).find((cell) => moneyUnitIn(cell.text)),
    goal: goals.get("goal") ?? goals.get("periodGoal"),
    totals: [],
    projects: [],
    indicators,
    tasks: readTasks(above),
    budgets: readBudgets(above),
    unread,
  };
}

/** What ends the part about the budget. */
const BEHIND_BUDGET: readonly (Meaning | undefined)[] = [
  "goal",
  "annualGoal",
  "periodGoal",
  "tasks",
  "taskContent",
];

/** Each item of the budget with the amount in the next cell, up to the goals and the tasks. */
function readBudgets(rows: readonly Row[]): BudgetReading[] {
  const end = rows.findIndex(({ cells }) =>
    cells.some(({ text }) => BEHIND_BUDGET.includes(meaningOf(text))),
  );
  const own = rows.slice(0, end < 0 ? undefined : end).map(filledCells);
  return own.flatMap((cells) =>
    cells.flatMap((amount, index) => {
      const item = cells[index - 1];
      const isPair = item && isAmount(amount.text) && !isAmount(item.text);
      return isPair ? [{ item, amount }] : [];
    }),
  );
}

/** The tasks below the header that names them, up to the next label. */
function readTasks(rows: readonly Row[]): TaskReading[] {
  const start = rows.findIndex(({ cells }) =>
    cells.some(({ text }) => meaningOf(text) === "taskContent"),
  );
  const header = rows[start];
  if (!header) return [];
  const at = (isColumn: (text: string) => boolean) =>
    header.cells.findIndex(({ text }) => isColumn(text));
  const columns = {
    name: at((text) => TASK_NAME.test(squash(text))),
    content: at((text) => meaningOf(text) === "taskContent"),
    amount: at((text) => ["taskAmount", "amount"].includes(meaningOf(text) ?? "")),
    goal: at((text) => meaningOf(text) === "taskGoal"),
  };
  const tasks: TaskReading[] = [];
  for (const { cells } of rows.slice(start + 1)) {
    const first = cells.find(({ text }) => text !== "");
    const isNext = first && cells[0] === first && meaningOf(first.text) !== undefined;
    if (isNext) break;
    const cell = (name: keyof typeof columns) => filled(cells[columns[name]]);
    const isSum = cells.some(({ text }) => SUM.test(squash(text)));
    const amount = cell("amount");
    if (isSum || (amount && !isAmount(amount.text))) continue;
    const [name, content, goal] = [cell("name"), cell("content"), cell("goal")];
    if (!content && !amount) continue;
    tasks.push({ name: name ?? tasks.at(-1)?.name, content, amount, goal });
  }
  return tasks;
}

function filled(cell: Words | undefined): Words | undefined {
  return cell && !isBlank(cell.text) ? cell : undefined;
}
