import {
  FUNDS,
  type Fund,
  type FundingReading,
  type IndicatorReading,
  type ProjectReading,
  type Reading,
  type TotalReading,
} from "../model/reading.ts";
import type { Row, Words } from "../model/table.ts";
import { joinWords, sliceWords } from "../model/words.ts";
import { squash } from "../text.ts";
import {
  departmentIn,
  filledCells,
  findDepartment,
  findLabelled,
  findTitle,
  findYear,
  isNumberRow,
} from "./heading.ts";
import { headingOf } from "./indicator-grid.ts";
import type { Layout } from "./layout.ts";
import { classOf1, classOf2 } from "./levels.ts";
import { indicatorIn, sentencesOf } from "./sentence.ts";
import { isAmount, isBlank, meaningOf, meaningsIn, moneyUnitIn, type Meaning } from "./lexicon.ts";
import { perRow } from "./per-row.ts";
import { indicatorReading } from "./indicator-reading.ts";

/** Rows that a header has at most. */
const MOST_ROWS = 4;
const UNIT_LABEL = /单位|县|市|区|乡|镇|村|街道|地区|部门|学校/u;
const GRAND_TOTAL = /^(?:合计|总计)$/u;
const TOTAL = /^(?:合计|总计|小计|全市|全县|全区)$/u;
/** What titles put around the name of the money that they divide. */
const TITLE_ENDS = /^附件\s*\d*\s*[:：、]?\s*|(?:区域|项目)?(?:支出)?绩效目标\S*$/gu;

/**
 * The transposed table (绩效目标分解表): indicators head the columns, each row is a unit:
 *
 * ```text
 * 序号 │ 单位   │ 金额（万元） │ 绩效指标                                        ← may be missing
 *      │        │             │ 产出指标             │          │ 效益指标     ← level 1
 *      │        │             │ 数量指标 │ 时效指标  │          │ 社会效益指标 ← level 2, may be missing
 *      │        │             │ 种植面积 │ 完成时间  │ …        │ 带动农户     ← names
 * 1    │ 甲乡   │ 30          │ ≥200亩   │ 11月底前  │          │ ≥50户
 * 合计 │        │ 30
 * ```
 *
 * The labels of the other columns stand in any row of the header, beside the indicators on either
 * side; those of money may have parts below them (总额 │ 财政拨款 │ 其他资金). A row with an amount,
 * or a name, of its own is a project; else the rows are one project whose indicators have a value
 * in each unit.
 */
export const transposed: Layout = {
  name: "transposed",

  startsAt(rows, index) {
    // Where labels of merged cells are repeated, every row of the header looks like one.
    for (let from = index; from >= 0 && from > index - MOST_ROWS; from--)
      if ((headerAt(rows, from)?.rows ?? 0) > index - from) return true;
    return false;
  },

  matches(pages) {
    const rows = pages.flatMap((page) => page.rows);
    return rows.some((_, index) => headerAt(rows, index) !== undefined);
  },

  read(pages) {
    const rows = pages.flatMap((page) => page.rows);
    const start = rows.findIndex((_, index) => headerAt(rows, index) !== undefined);
    const header = headerAt(rows, start)!;
    const heading = rows.slice(0, start);
    const title = findTitle(heading);
    const below = tableBelow(rows.slice(start + header.rows));
    const body = bodyOf(below, header);
    const name = findLabelled(heading, "projectName") ?? (title && nameIn(title));
    const department = findDepartment(heading) ?? (title && departmentIn(title));
    const isOwn = header.name !== undefined || header.amount !== undefined;
    const amount = findLabelled(heading, "amount");
    const own = isOwn
      ? withUnits(body, header).map((row) => projectOf(row, header, name, department))
      : [];
    return {
      layout: "transposed",
      title,
      department: department ?? onlyUnit(own.flatMap(({ project }) => project ?? [])),
      fiscalYear: findYear(heading, title),
      amountUnit: rows
        .slice(0, start + header.rows)
        .flatMap(filledCells)
        .find((cell) => moneyUnitIn(cell.text)),
      goal: undefined,
      totals: below.flatMap((row) => totalOf(row, header) ?? []),
      projects: isOwn
        ? own.flatMap(({ project }) => project ?? [])
        : name
          ? [jointProject(body, header, name, department, amount)]
          : [],
      indicators: [],
      tasks: [],
      budgets: [],
      unread: own.flatMap(({ unread }) => unread),
    } satisfies Reading;
  },
};

/** The unit of all projects, where they have one in common. */
function onlyUnit(projects: readonly ProjectReading[]): Words | undefined {
  const units = projects.map(({ unit }) => unit);
  const [first] = units;
  return first && units.every((unit) => unit?.text === first.text) ? first : undefined;
}

/** A column of values: the indicator that heads it. */
interface IndicatorColumn {
  readonly level1: Words | undefined;
  readonly level2: Words | undefined;
  /** Undefined where the cells below hold both names and values. */
  readonly name: Words | undefined;
  readonly column: number;
}

/** The other columns: the unit, the name of the project, the amount and its parts. */
interface Front {
  readonly unit: number | undefined;
  readonly name: number | undefined;
  readonly amount: number | undefined;
  readonly funds: readonly { readonly fund: Fund; readonly column: number }[];
  readonly goal: number | undefined;
}

interface TransposedHeader extends Front {
  readonly indicators: readonly IndicatorColumn[];
  readonly rows: number;
}

/** The header that begins in a row: with its classes, or with a label above them (“绩效指标”). */
function headerAt(rows: readonly Row[], index: number): TransposedHeader | undefined {
  const next = rows[index + 1];
  if (classesIn(rows[index]!).from < 0 && !(next && classesIn(next).from > 0)) return undefined;
  const own = classesAt(rows, index);
  if (own || !isAboveClasses(rows, index)) return own;
  return classesAt(rows, index + 1, rows[index]);
}

/** Labels of the front, and over the classes of the next row nothing but what they are together. */
function isAboveClasses(rows: readonly Row[], index: number): boolean {
  const [row, next] = [rows[index]!, rows[index + 1]];
  if (!next) return false;
  const { from, to } = classesIn(next);
  if (from <= 0) return false;
  const over = row.cells.slice(from, to + 1).filter(({ text }) => text !== "");
  const isOver = ({ text }: Words) =>
    ["indicators", "goal", "annualGoal"].includes(meaningOf(text) ?? "");
  const front = row.cells.slice(0, from);
  const isFront = front.some(({ text }) => text !== "" && !isValue(text));
  return isFront && over.length > 0 && over.every(isOver);
}

/**
 * The header whose level-1 classes, or those of level 2, stand side by side in a row.
 *
 * @param above the row of the header above it
 */
function classesAt(rows: readonly Row[], index: number, above?: Row): TransposedHeader | undefined {
  const classes = classRows(rows, index);
  if (!classes) return undefined;
  const next = rows[index + classes.rows.length];
  const labels = [...(above ? [above] : []), ...classes.rows];
  // Without names of their own the columns are the classes, whose cells hold names and values.
  const isBody = next !== undefined && beginsBody(next, labels, classes.from);
  const names = isBody ? classes.rows.at(-1)! : next;
  if (!names || names.cells.slice(classes.from).some(({ text }) => isValue(text))) return undefined;
  const indicators = indicatorColumns(names, classes, isBody);
  if (indicators.length < 2) return undefined;
  const top = isBody ? labels : [...labels, names];
  return { indicators, ...frontOf(top, indicators), rows: top.length };
}

/** The rows of the classes, and the column in which they begin. */
interface Classes {
  readonly level1: Row | undefined;
  readonly level2: Row | undefined;
  readonly rows: readonly Row[];
  readonly from: number;
}

function classRows(rows: readonly Row[], index: number): Classes | undefined {
  const [first, second] = [rows[index]!, rows[index + 1]];
  const { level1, level2, from } = classesIn(first);
  if (from < 0 || meaningsIn(first).includes("level3")) return undefined;
  if (level1.has("产出指标") && (level1.has("效益指标") || level1.has("满意度指标"))) {
    const below = second && classesIn(second).level2.size >= 2 ? second : undefined;
    return { level1: first, level2: below, rows: below ? [first, below] : [first], from };
  }
  return level2.size >= 3 ? { level1: undefined, level2: first, rows: [first], from } : undefined;
}

/** The classes that the cells of a row name, and the first and the last of those cells. */
const classesIn = perRow(({ cells }) => {
  const level1 = new Set(cells.map(({ text }) => classOf1(text)));
  const level2 = new Set(cells.map(({ text }) => classOf2(text)));
  level1.delete(undefined);
  level2.delete(undefined);
  if (level1.size + level2.size === 0) return { level1, level2, from: -1, to: -1 };
  const from = cells.findIndex(({ text }) => isClass(text));
  return { level1, level2, from, to: cells.findLastIndex(({ text }) => isClass(text)) };
});

/** Whether a row has words of its own in front; a converter may repeat the labels of merged cells. */
function beginsBody({ cells }: Row, labels: readonly Row[], from: number): boolean {
  const isLabel = ({ text }: Words, column: number) =>
    meaningOf(text) !== undefined || labels.some((row) => row.cells[column]?.text === text);
  return cells.slice(0, from).some((cell, column) => cell.text !== "" && !isLabel(cell, column));
}

/** The columns of a row that stand under a class. */
function indicatorColumns(
  { cells }: Row,
  { level1, level2, from }: Classes,
  isBody: boolean,
): IndicatorColumn[] {
  return cells.flatMap((name, column): IndicatorColumn[] => {
    if (column < from || isBlank(name.text) || isOther(name.text)) return [];
    const isName = !isBody && meaningOf(name.text) === undefined;
    const head = over(level1, column);
    const own = over(level2, column, head?.pieces[0]?.column);
    if (!head && !own) return [];
    return [{ level1: head, level2: own, name: isName ? name : undefined, column }];
  });
}

/** Labels of columns that are no indicators, also where they stand behind those. */
function isOther(text: string): boolean {
  const meaning = meaningOf(text);
  return meaning !== undefined && !isClass(text) && meaning !== "indicators";
}

function isClass(text: string): boolean {
  return classOf1(text) !== undefined || classOf2(text) !== undefined;
}

function isValue(text: string): boolean {
  return /^[≥≤><=\d]/u.test(squash(text));
}

/** The label that stands over a column: in it, or in the nearest one to the left. */
function over(row: Row | undefined, column: number, from = 1): Words | undefined {
  const label = row?.cells.findLast(({ text }, i) => i >= from - 1 && i <= column && text !== "");
  return label && isClass(label.text) ? label : undefined;
}

/** The columns of the labels that stand over no indicator. */
function frontOf(rows: readonly Row[], indicators: readonly IndicatorColumn[]): Front {
  const [first, last] = [indicators[0]!.column, indicators.at(-1)!.column];
  const labels = rows.flatMap(({ cells }) =>
    cells.flatMap(({ text }, column) => {
      const isOver = column >= first && column <= last;
      return text === "" || isOver || isClass(text) ? [] : [{ text, column }];
    }),
  );
  const at = (...meanings: Meaning[]) =>
    labels.find(({ text }) => meanings.some((meaning) => meaningOf(text) === meaning))?.column;
  const name = at("projectName");
  const amount =
    at("amount", "totalAmount") ??
    at("fiscal") ??
    labels.find(({ text }) => /金额|资金/u.test(text))?.column;
  const unit =
    at("unit", "department") ??
    labels.find(({ text, column }) => column !== name && column !== amount && UNIT_LABEL.test(text))
      ?.column;
  const funds = FUNDS.flatMap((fund) => {
    const column = at(fund);
    return column === undefined || column === amount ? [] : [{ fund, column }];
  });
  return { unit, name, amount, funds, goal: at("goal", "annualGoal") };
}

/** The rows of the table up to the heading of the next one. */
function tableBelow(rows: readonly Row[]): readonly Row[] {
  const end = rows.findIndex((row) => headingOf(row) !== undefined);
  return rows.slice(0, end < 0 ? undefined : end);
}

/** The row that adds up the whole table, with its amount. */
function totalOf(row: Row, header: TransposedHeader): TotalReading | undefined {
  const first = filledCells(row)[0];
  if (!first || !GRAND_TOTAL.test(squash(first.text))) return undefined;
  const funding = fundingOf(row, header);
  return funding.total && { name: first, isUnit: false, funding };
}

/** A unit merged over its projects stands in the first of their rows. */
function withUnits(rows: readonly Row[], { unit, name }: TransposedHeader): Row[] {
  if (unit === undefined || name === undefined) return [...rows];
  let open: Words | undefined;
  return rows.map((row) => {
    const own = row.cells[unit];
    if (!own || own.text !== "" || !open) {
      open = own;
      return row;
    }
    return { ...row, cells: row.cells.with(unit, open) };
  });
}

/** The rows of units: not those of totals, nor the header printed again. */
function bodyOf(rows: readonly Row[], { indicators, unit, name }: TransposedHeader): Row[] {
  return rows.filter((row) => {
    const { cells } = row;
    if (isNumberRow(row)) return false;
    const front = cells.slice(0, indicators[0]!.column).filter(({ text }) => text !== "");
    const label = cells[name ?? unit ?? 0]?.text ?? "";
    const isHeader = cells.some(({ text }) => isClass(text)) || label === "" || meaningOf(label);
    const isTotal = front.some(({ text }) => TOTAL.test(squash(text)));
    return !isHeader && !isTotal && cells.some((cell, column) => column > 0 && cell.text !== label);
  });
}

function projectOf(
  row: Row,
  header: TransposedHeader,
  common: Words | undefined,
  department: Words | undefined,
): { project: ProjectReading | undefined; unread: readonly Words[] } {
  const at = (column: number | undefined) => {
    const cell = column === undefined ? undefined : row.cells[column];
    return cell && !isBlank(cell.text) ? cell : undefined;
  };
  const name = at(header.name) ?? common ?? at(header.unit);
  if (!name) return { project: undefined, unread: filledCells(row) };
  const indicators = header.indicators.flatMap((indicator) => {
    const value = at(indicator.column);
    return value ? indicatorsIn(indicator, value) : [];
  });
  const unread = header.indicators
    .filter((indicator) => indicator.name === undefined)
    .flatMap(({ column }) => sentencesOf(at(column) ?? { text: "", pieces: [] }))
    .filter((sentence) => !indicators.some(({ words }) => words.text === sentence.text));
  const funding = fundingOf(row, header);
  const unit = header.unit === undefined ? department : at(header.unit);
  return { project: project(name, unit, funding, indicators, at(header.goal)), unread };
}

function fundingOf({ cells }: Row, { amount, funds }: Front): FundingReading {
  const moneyAt = (column: number | undefined) => {
    const cell = column === undefined ? undefined : cells[column];
    return cell && isAmount(cell.text) ? cell : undefined;
  };
  return {
    total: moneyAt(amount),
    parts: funds.flatMap(({ column }, position) => {
      const part = moneyAt(column);
      return part ? [{ amount: part, position }] : [];
    }),
    shape: ["list", ...funds.map(({ fund }) => fund)].join("+"),
    positions: funds.length,
    columns: funds.map(({ fund }) => fund),
  };
}

function jointProject(
  rows: readonly Row[],
  { indicators, unit = 0 }: TransposedHeader,
  name: Words,
  department: Words | undefined,
  amount: Words | undefined,
): ProjectReading {
  const joined = indicators.flatMap((indicator) => {
    const values = rows.flatMap(({ cells }) => {
      const [place, value] = [cells[unit], cells[indicator.column]];
      if (!place || !value || isBlank(value.text)) return [];
      return [rows.length > 1 ? joinWords([place, value], "：") : value];
    });
    return values.length > 0 ? indicatorsIn(indicator, joinWords(values, "；")) : [];
  });
  const funding = { total: amount, parts: [], shape: "list", positions: 0, columns: [] };
  return project(name, department, funding, joined);
}

/** The value below a name, or the indicators that a cell without one tells of. */
function indicatorsIn({ level1, level2, name }: IndicatorColumn, value: Words): IndicatorReading[] {
  if (!name) return sentencesOf(value).flatMap((part) => indicatorIn(part, level1, level2) ?? []);
  const words = joinWords([name, value], " ");
  return [indicatorReading({ level1, level2, name, annualValue: value, words })];
}

function project(
  name: Words,
  unit: Words | undefined,
  funding: FundingReading,
  indicators: readonly IndicatorReading[],
  goal?: Words,
): ProjectReading {
  return {
    name,
    unit,
    funding,
    category: undefined,
    grade: undefined,
    startYear: undefined,
    endYear: undefined,
    goal,
    periodGoal: undefined,
    indicators,
  };
}

/** What a title says that the table divides: “附件2 2024年某补助资金绩效目标分解表”. */
function nameIn(title: Words): Words | undefined {
  let [from, to] = [0, title.text.length];
  for (const { index, 0: end } of title.text.matchAll(TITLE_ENDS)) {
    if (index === 0) from = end.length;
    else to = index;
  }
  return to > from ? sliceWords(title, from, to) : undefined;
}
