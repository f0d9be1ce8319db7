import {
  FUNDS,
  type FundingReading,
  type IndicatorReading,
  type ProjectReading,
  type Reading,
  type TotalReading,
} from "../model/reading.ts";
import type { Row, Words } from "../model/table.ts";
import { LEVEL1_OF } from "../model/taxonomy.ts";
import { joinWords } from "../model/words.ts";
import { squash } from "../text.ts";
import { cellUnder, readHeader, type Header, type Span } from "./columns.ts";
import {
  departmentIn,
  filledCells,
  findDepartment,
  findTitle,
  findYear,
  isNumberRow,
} from "./heading.ts";
import { draftOf, headingOf, isNothing, toIndicator, type Draft } from "./indicator-grid.ts";
import type { Layout } from "./layout.ts";
import { classOf1, classOf2 } from "./levels.ts";
import { isAmount, isBlank, meaningOf, meaningsIn, moneyUnitIn, type Meaning } from "./lexicon.ts";

/** Columns of a project, beside those of its indicators. */
const PROJECT_COLUMNS = {
  name: ["projectName"],
  unit: ["unit", "department"],
  amount: ["amount", "budgetColumn", "fiscal", "totalAmount"],
  goal: ["annualGoal", "goal", "goalTarget"],
  periodGoal: ["periodGoal"],
  fiscal: ["fiscal"],
  special: ["special"],
  other: ["other"],
} as const satisfies Record<string, readonly Meaning[]>;
type ProjectColumn = keyof typeof PROJECT_COLUMNS;

const GRAND_TOTAL = /^(?:合计|总计|总合计)$/u;
const SUBTOTAL = /小计$/u;

/**
 * The long list (部门预算项目绩效目标表), one row an indicator:
 *
 * ```text
 * 单位名称       │ 项目名称 │ 预算数    │ 年度目标 │ 一级指标   │ 二级指标 │ 三级指标 │ 指标性质 │ 指标值 │ 度量单位
 * 820-某镇部门   │          │ 8,827.53 │                                                            ← a subtotal
 * 820001-某政府  │ 甲项目   │ 12.00    │ 完成…    │ 产出指标   │ 数量指标 │ 道路长度 │ ≥        │ 3      │ 公里
 *                │          │          │          │ 满意度指标 │ …
 * ```
 *
 * The cells of a project stand in its first row, or in every row. Classes come in any order, so
 * that none is inferred from its place.
 */
export const longList: Layout = {
  name: "long-list",

  startsAt(rows, index) {
    return listAt(rows, index) !== undefined;
  },

  matches(pages) {
    const rows = pages.flatMap((page) => page.rows);
    return rows.some((_, index) => listAt(rows, index) !== undefined);
  },

  read(pages) {
    const rows = pages.flatMap((page) => page.rows);
    const start = rows.findIndex((_, index) => listAt(rows, index) !== undefined);
    const heading = rows.slice(0, start);
    const title = findTitle(heading);
    const { drafts, totals, unread } = readRows(rows.slice(start), title);
    const labelled = findDepartment(heading) ?? (title && departmentIn(title));
    const amountUnit =
      heading.flatMap(filledCells).find((cell) => moneyUnitIn(cell.text)) ??
      rows
        .slice(start)
        .flatMap(filledCells)
        .find((cell) => moneyUnitIn(cell.text));
    return {
      layout: "long-list",
      title,
      department: labelled ?? departmentOf(drafts, totals),
      fiscalYear: findYear(heading, title),
      amountUnit,
      goal: undefined,
      totals,
      projects: drafts.map((draft) => toProject(draft, labelled)),
      indicators: [],
      tasks: [],
      budgets: [],
      unread,
    } satisfies Reading;
  },
};

interface List {
  readonly header: Header;
  readonly columns: ReadonlyMap<ProjectColumn, Span>;
  /** Cells up to the last column. */
  readonly width: number;
  readonly rows: number;
  /** It has no indicators at all. */
  readonly isPlain: boolean;
}

/** The header of a list that begins in a row: projects and indicators side by side. */
function listAt(rows: readonly Row[], index: number): List | undefined {
  const first = rows[index]!;
  if (!meaningsIn(first).includes("projectName")) return undefined;
  const own = readHeader(rows, index);
  if (own) return listOf(own, first, own.rows);
  // The levels may stand in a second row, below “绩效指标”.
  const below = rows[index + 1] && readHeader(rows, index + 1);
  if (!below && isPlainList(first)) return plainList(first);
  const isSplit = below && first.cells.some(({ text }) => meaningOf(text) === "indicators");
  return isSplit ? listOf(below, first, below.rows + 1) : undefined;
}

/** Projects with amount and goal, but no indicators. */
function isPlainList({ cells }: Row): boolean {
  const meanings = cells.filter(({ text }) => text !== "").map(({ text }) => meaningOf(text));
  const has = (...any: readonly Meaning[]) => meanings.some((m) => m && any.includes(m));
  const isAllLabels = meanings.filter((meaning) => meaning === undefined).length <= 1;
  return (
    isAllLabels && !has("indicators") && has("goal", "annualGoal") && has("amount", "totalAmount")
  );
}

function plainList(first: Row): List {
  const group = { kind: "annual" as const, columns: new Map() };
  const width = first.cells.length;
  const header = { groups: [group], places: [], width, cells: width, rows: 1 };
  return { header, columns: projectColumns(first), width, rows: 1, isPlain: true };
}

function listOf(header: Header, first: Row, rows: number): List | undefined {
  const columns = projectColumns(first);
  const name = columns.get("name");
  const level3 = header.groups[0]!.columns.get("level3")!;
  if (!name || name.from >= level3.from) return undefined;
  return { header, columns, width: header.width, rows, isPlain: false };
}

function projectColumns(first: Row): Map<ProjectColumn, Span> {
  const columns = new Map<ProjectColumn, Span>();
  for (const name of Object.keys(PROJECT_COLUMNS) as ProjectColumn[]) {
    const at = first.cells.findIndex(({ text }) => {
      const meaning = meaningOf(text);
      return (
        meaning !== undefined && (PROJECT_COLUMNS[name] as readonly Meaning[]).includes(meaning)
      );
    });
    if (at >= 0) columns.set(name, { from: at, to: at + 1 });
  }
  return columns;
}

/** A project as it is read: the words of its cells, its indicators. */
interface ProjectDraft {
  readonly name: Words[];
  readonly unit: Words | undefined;
  readonly funding: FundingReading;
  readonly goal: Words[];
  readonly periodGoal: Words | undefined;
  readonly indicators: Draft[];
  /** The classes of the last row, which hold until others are printed. */
  open: Pick<Draft, "level1" | "level2">;
}

function readRows(
  rows: readonly Row[],
  title: Words | undefined,
): { drafts: ProjectDraft[]; totals: TotalReading[]; unread: Words[] } {
  const drafts: ProjectDraft[] = [];
  const totals: TotalReading[] = [];
  const unread: Words[] = [];
  const titleText = title && squash(title.text).replace(/^#+/u, "");
  let list: List | undefined;
  let unit: Words | undefined;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const found = listAt(rows, index);
    if (found) {
      list = found;
      index += found.rows - 1;
      continue;
    }
    const heading = headingOf(row);
    if (heading !== undefined && heading !== titleText && !isTotalName(heading)) list = undefined;
    if (!list || heading !== undefined || isNumberRow(row)) continue;
    const cells = align(row, list);
    const indicator = indicatorOf(cells, row, list);
    const cell = (name: ProjectColumn) => filled(cells, list!.columns.get(name));
    // 小计 adds up what stands in the list itself.
    if (!indicator && filledCells(row).some(({ text }) => SUBTOTAL.test(squash(text)))) continue;
    const total = totalOf(row, cells, list, indicator);
    if (total) {
      totals.push(total);
      if (total.isUnit) unit = total.name;
      continue;
    }
    const ownUnit = unitIn(row, cells, list, rows[index + 1]);
    if (ownUnit) {
      unit = ownUnit;
      continue;
    }
    const isTop = index > 0 && isTopOfPage(row, rows[index - 1]!);
    const draft = drafts.at(-1);
    const start = startOf(cell, draft, unit, isTop);
    if (start === "new") {
      unit = cell("unit") ?? unit;
      drafts.push({
        name: [cell("name")!],
        unit,
        funding: fundingOf(cell("amount"), cell),
        goal: cell("goal") ? [cell("goal")!] : [],
        periodGoal: cell("periodGoal"),
        indicators: [],
        open: {},
      });
    } else if (start === "rest") {
      if (cell("name")) draft!.name.push(cell("name")!);
      if (cell("goal")) draft!.goal.push(cell("goal")!);
    }
    const current = drafts.at(-1);
    if (indicator && current) addIndicator(current, indicator, isTop);
    else if (indicator) unread.push(joinWords(indicator.all, " "));
  }
  return { drafts, totals, unread };
}

function isTotalName(text: string): boolean {
  return GRAND_TOTAL.test(text) || SUBTOTAL.test(text);
}

function isTopOfPage(row: Row, above: Row): boolean {
  const pageOf = ({ cells }: Row) => cells.flatMap((cell) => cell.pieces)[0]?.page;
  return pageOf(row) !== pageOf(above);
}

function filled(cells: readonly Words[], span: Span | undefined): Words | undefined {
  const cell = span && cellUnder(cells, span);
  return cell && !isBlank(cell.text) ? cell : undefined;
}

/** Cells under the list's columns: a row that lost cells from its front is known by its classes. */
function align({ cells }: Row, { header, width }: List): readonly Words[] {
  if (cells.length >= width || cells[0]?.text === "") return cells;
  const { columns } = header.groups[0]!;
  const at = cells.findIndex(({ text }) => {
    return classOf1(text) !== undefined || classOf2(text) !== undefined;
  });
  if (at < 0) return cells;
  const level = classOf1(cells[at]!.text)
    ? (columns.get("level1") ?? columns.get("level2"))
    : columns.get("level2");
  const lost = level ? level.from - at : 0;
  if (lost <= 0) return cells;
  return [...Array.from({ length: lost }, () => ({ text: "", pieces: [] })), ...cells];
}

function indicatorOf(cells: readonly Words[], row: Row, { header }: List): Draft | undefined {
  const group = header.groups.find(({ kind }) => kind === "annual") ?? header.groups[0]!;
  const { columns, kind } = group;
  const draft = draftOf(cells, columns, header, kind, ownCells(row, cells, columns.get("level1")));
  const isEmpty = !draft.level1 && !draft.level2 && !draft.level3 && !draft.annualValue;
  return isEmpty ? undefined : draft;
}

/** The cells of the indicator alone, from its first level on. */
function ownCells(row: Row, cells: readonly Words[], level1: Span | undefined): readonly Words[] {
  const own = cells.slice(level1?.from ?? 0).filter((cell) => cell.text !== "");
  return own.length > 0 ? own : filledCells(row);
}

/** An aggregate row: an amount without indicator, under a total's name or that of a unit alone. */
function totalOf(
  row: Row,
  cells: readonly Words[],
  { columns, isPlain }: List,
  indicator: Draft | undefined,
): TotalReading | undefined {
  const [first, ...others] = filledCells(row);
  if (indicator || !first || others.some((cell) => !isAmount(cell.text))) return undefined;
  const isNamed = filled(cells, columns.get("name")) === first && columns.has("unit");
  const text = squash(first.text);
  if (isPlain && !isTotalName(text)) return undefined;
  if (isAmount(first.text) || (isNamed && !isTotalName(text))) return undefined;
  const amount = filled(cells, columns.get("amount")) ?? others[0];
  if (!amount && !isTotalName(text)) return undefined;
  const funding = fundingOf(amount, (name) => filled(cells, columns.get(name)));
  return { name: first, isUnit: !isTotalName(text), funding };
}

/** The unit that stands alone in the column of names, above the projects that are its own. */
function unitIn(
  row: Row,
  cells: readonly Words[],
  list: List,
  below: Row | undefined,
): Words | undefined {
  const name = filled(cells, list.columns.get("name"));
  if (!name || list.columns.has("unit") || filledCells(row).length > 1 || !below) return undefined;
  return filled(align(below, list), list.columns.get("name")) && name;
}

/** Whether a row begins a project, goes on with the cells of the one above, or has none of its own. */
function startOf(
  cell: (name: ProjectColumn) => Words | undefined,
  draft: ProjectDraft | undefined,
  unit: Words | undefined,
  isTop: boolean,
): "new" | "rest" | undefined {
  const name = cell("name");
  if (!name) return isTop && draft && cell("goal") ? "rest" : undefined;
  if (!draft) return "new";
  const [text, open] = [squash(name.text), squash(joinWords(draft.name).text)];
  const own = cell("unit");
  const isOtherUnit =
    own !== undefined && unit !== undefined && squash(own.text) !== squash(unit.text);
  const [amount, before] = [cell("amount"), draft.funding.total];
  const isOtherAmount = amount && before && squash(amount.text) !== squash(before.text);
  if (text === open && !isOtherUnit && !isOtherAmount) return undefined;
  // A cell cut by a page break goes on without amount and unit of its own.
  const isRest = isTop && !amount && !own && before !== undefined && text !== open;
  return isRest ? "rest" : "new";
}

/** Adds an indicator, a class that its row leaves blank being that of the rows above. */
function addIndicator(project: ProjectDraft, draft: Draft, isTop: boolean): void {
  const { indicators, open } = project;
  const level2 = draft.level2 ?? (draft.level1 ? undefined : open.level2);
  const own = level2 && classOf2(level2.text);
  const above = open.level1 && classOf1(open.level1.text);
  const isAbove = !own || !above || LEVEL1_OF[own] === above;
  const level1 = draft.level1 ?? (isAbove ? open.level1 : undefined);
  const levels = { ...(level1 && { level1 }), ...(level2 && { level2 }) };
  project.open = levels;
  if (draft.level3 && !isNothing(draft.level3.text)) {
    indicators.push({ ...draft, ...levels });
    return;
  }
  const last = indicators.at(-1);
  const isRest = isTop && last && !draft.level1 && !draft.level2 && draft.annualValue;
  if (!isRest) return;
  const parts = [last.annualValue, draft.annualValue].filter((words) => words !== undefined);
  last.annualValue = joinWords(parts);
}

/** The only unit of the list; of several the department is the first that has a subtotal. */
function departmentOf(
  drafts: readonly ProjectDraft[],
  totals: readonly TotalReading[],
): Words | undefined {
  const units = drafts.map(({ unit }) => unit).filter((unit) => unit !== undefined);
  const isSingle = new Set(units.map(({ text }) => squash(text))).size === 1;
  return isSingle ? units[0] : (totals.find(({ isUnit }) => isUnit)?.name ?? units[0]);
}

function toProject(draft: ProjectDraft, department: Words | undefined): ProjectReading {
  return {
    name: joinWords(draft.name),
    unit: draft.unit ?? department,
    funding: draft.funding,
    category: undefined,
    grade: undefined,
    startYear: undefined,
    endYear: undefined,
    goal: draft.goal.length > 0 ? joinWords(draft.goal) : undefined,
    periodGoal: draft.periodGoal,
    indicators: draft.indicators.map((indicator): IndicatorReading => toIndicator(indicator)),
  };
}

/** The amount of a row, and those under the columns of funds beside it. */
function fundingOf(
  total: Words | undefined,
  cell: (name: ProjectColumn) => Words | undefined,
): FundingReading {
  const found = FUNDS.flatMap((fund) => {
    const amount = cell(fund);
    return amount && isAmount(amount.text) ? [{ fund, amount }] : [];
  });
  return {
    total,
    parts: found.map(({ amount }, position) => ({ amount, position })),
    shape: `list:${found.map(({ fund }) => fund).join()}`,
    positions: found.length,
    columns: found.map(({ fund }) => fund),
  };
}
