import {
  FUNDS,
  type Fund,
  type FundingReading,
  type ProjectReading,
  type Reading,
  type TotalReading,
} from "../model/reading.ts";
import type { Row, Words } from "../model/table.ts";
import { joinWords } from "../model/words.ts";
import { squash } from "../text.ts";
import { filledCells, findLabelled, findTitle, titleWithYear } from "./heading.ts";
import { isIndicatorList, readIndicatorList, textBeforeList } from "./indicator-list.ts";
import type { Layout } from "./layout.ts";
import { isAmount, meaningsIn, moneyUnitIn, type Meaning } from "./lexicon.ts";

const GRAND_TOTAL = /^(?:合计|总计|总合计)$/u;
const SUBTOTAL = /^小计$/u;
/** How names of organisations end. */
const ORGANISATION =
  /(?:办公室|办|局|厅|部|委员会|委|中心|院|所|站|队|校|学校|处|馆|会|政府|[大中小]学|幼儿园|公司|集团|署|社|园|场|库|室|台|宫|基地)$/u;

/**
 * The project table (项目支出绩效目标表), one row a project, its indicators listed in one cell:
 *
 * ```text
 * 项目名称（资金使用单位） │ 总计   │ 财政拨款 │ 财政专户拨款 │ 其他资金 │ 绩效目标 │ 绩效指标
 * 合计                    │ 310.02 │ 310.02  │             │         │         │
 * 某某办公室              │ 310.02 │ 310.02  │             │         │         │            ← unit
 * 工作经费                │ 60.00  │ 60.00   │             │         │ 通过…   │ 1、…。2、…。
 * ```
 *
 * A scan drops blank columns from later pages and prints the header on the first page only, so
 * cells are told by what they hold; amounts keep their position, and it is for `normalise` to say
 * which funds the positions mean. A row over a page break goes on in a row without name and amount.
 */
export const projectTable: Layout = {
  name: "project-table",

  startsAt(rows, index) {
    return headerOf(rows[index]!) !== undefined;
  },

  matches(pages) {
    return pages.some((page) => page.rows.some((row) => headerOf(row) !== undefined));
  },

  read(pages) {
    const rows = pages.flatMap(({ page, rows }) => rows.map((row) => ({ page, row })));
    const start = rows.findIndex(({ row }) => headerOf(row) !== undefined);
    const heading = rows.slice(0, start).map(({ row }) => row);
    const furniture = new Set(heading.map(textOfRow));
    const lines = toLines(rows.slice(start).filter(({ row }) => !isFurniture(row, furniture)));
    const title = findTitle(heading);
    const { projects, totals, unread } = readLines(lines, findLabelled(heading, "department"));
    const header = rows[start]!.row;
    return {
      layout: "project-table",
      title,
      department: findLabelled(heading, "department") ?? totals.find((total) => total.isUnit)?.name,
      fiscalYear: titleWithYear(title),
      amountUnit: [...heading, header].flatMap(filledCells).find((cell) => moneyUnitIn(cell.text)),
      goal: undefined,
      totals,
      projects,
      indicators: [],
      tasks: [],
      budgets: [],
      unread,
    };
  },
};

function textOfRow(row: Row): string {
  return squash(
    filledCells(row)
      .map((cell) => cell.text)
      .join(""),
  );
}

/** A line above the table that a later page prints again, or a note below it. */
function isFurniture(row: Row, heading: ReadonlySet<string>): boolean {
  const text = textOfRow(row);
  if (headerOf(row)) return false;
  return heading.has(text) || (filledCells(row).length === 1 && /^注[:：]/u.test(text));
}

/** Column of each meaning in a header row of this layout; undefined for any other row. */
function headerOf(row: Row): Map<Meaning, number> | undefined {
  const meanings = meaningsIn(row);
  const has = (meaning: Meaning) => meanings.includes(meaning);
  if (!has("projectName") || !has("indicators") || !(has("amount") || has("fiscal")))
    return undefined;
  const columns = new Map<Meaning, number>();
  for (const [index, meaning] of meanings.entries())
    if (meaning && !columns.has(meaning)) columns.set(meaning, index);
  return columns;
}

/** A row of the table with its cells told apart. */
interface Line {
  readonly name: Words | undefined;
  readonly funding: FundingReading;
  readonly goal: Words | undefined;
  readonly indicators: Words | undefined;
  /** First row of its page: it may go on with the last row of the page before. */
  readonly firstOfPage: boolean;
}

/** Where things stand on a page: cells by index. */
interface Grid {
  readonly total: number;
  /** The cells that hold parts of the amount, and the funds they are; unknown without a header. */
  readonly parts: readonly number[];
  readonly funds: readonly Fund[] | undefined;
  readonly goal: number | undefined;
  readonly list: number | undefined;
}

interface PageRow {
  readonly page: number;
  readonly cells: readonly Words[];
}

function toLines(rows: readonly { page: number; row: Row }[]): Line[] {
  const header = headerOf(rows[0]!.row)!;
  const headerGrid = gridOf(header);
  const width = Math.max(...header.values()) + 1;
  const withHeader = new Set(rows.filter(({ row }) => headerOf(row)).map(({ page }) => page));
  const body = rows
    .filter(({ row }) => !headerOf(row) && filledCells(row).length > 0)
    .map(({ page, row }): PageRow => ({ page, cells: trimEmpty(row.cells, width) }));
  const grids = new Map<PageRow, Grid>();
  for (const [page, pageRows] of Map.groupBy(body, (row) => row.page)) {
    const isWhole = withHeader.has(page) || fits(pageRows, headerGrid, width);
    const lost = isWhole ? pageRows.filter((row) => hasLostBlanks(row, headerGrid)) : pageRows;
    const inferred = lost.length > 0 ? inferGrid(lost) : headerGrid;
    for (const row of pageRows) grids.set(row, lost.includes(row) ? inferred : headerGrid);
  }
  return body.map((row, index) =>
    toLine(row.cells, row.page, row.page !== body[index - 1]?.page, grids.get(row)!),
  );
}

function gridOf(header: ReadonlyMap<Meaning, number>): Grid {
  const funds = FUNDS.filter((fund) => header.has(fund));
  return {
    total: header.get("amount") ?? 1,
    parts: funds.map((fund) => header.get(fund)!),
    funds,
    goal: header.get("goal"),
    list: header.get("indicators"),
  };
}

/** Cells without the empty ones that a converter adds behind the last column. */
function trimEmpty(cells: readonly Words[], width: number): readonly Words[] {
  let end = cells.length;
  while (end > width && cells[end - 1]!.text === "") end--;
  return cells.slice(0, end);
}

/** Whether text stands where the header above puts amounts: the row lost its blank cells. */
function hasLostBlanks({ cells }: PageRow, { total, parts }: Grid): boolean {
  return textsIn(cells).some(({ index }) => index === total || parts.includes(index));
}

/** Whether rows without a header have the header's columns: as wide, text where it puts text. */
function fits(rows: readonly PageRow[], { goal, list }: Grid, width: number): boolean {
  return (
    rows.some(({ cells }) => cells.length === width) &&
    rows.every(({ cells }) => textsIn(cells).every(({ index }) => index === goal || index === list))
  );
}

/** Columns of a page that lost its header and its blank columns, by what its cells hold. */
function inferGrid(rows: readonly PageRow[]): Grid {
  const texts = rows.flatMap(({ cells }) => textsIn(cells));
  const list = mostCommon(texts.filter(({ cell }) => isIndicatorList(cell.text)));
  const goal = mostCommon(texts.filter(({ index }) => index !== list));
  const end = Math.min(goal ?? Infinity, list ?? Infinity, ...rows.map((row) => row.cells.length));
  const parts = [2, 3, 4].filter((index) => index < end);
  return { total: 1, parts, funds: undefined, goal, list };
}

function mostCommon(cells: readonly { index: number }[]): number | undefined {
  const counts = [...Map.groupBy(cells, ({ index }) => index)];
  return counts.sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

/** The cells of a row that are neither its name nor amounts. */
function textsIn(cells: readonly Words[]): { cell: Words; index: number }[] {
  return cells
    .map((cell, index) => ({ cell, index }))
    .filter(({ cell, index }) => index > 0 && cell.text !== "" && !isAmount(cell.text));
}

function toLine(cells: readonly Words[], page: number, firstOfPage: boolean, grid: Grid): Line {
  const texts = textsIn(cells);
  const list =
    texts.findLast(({ cell }) => isIndicatorList(cell.text)) ??
    // Text in the list's column that is no list is the rest of one cut by the page break.
    texts.find(({ index }) => index === grid.list) ??
    texts.find(({ index }) => index === cells.length - 1 && index !== grid.goal);
  const first = cells[0];
  return {
    name: first && first.text !== "" && !isAmount(first.text) ? first : undefined,
    funding: toFunding(cells, page, grid),
    goal: texts.find(({ index }) => index !== list?.index)?.cell,
    indicators: list?.cell,
    firstOfPage,
  };
}

/** The amounts of a row by position: the first is the total, those behind it are its parts. */
function toFunding(cells: readonly Words[], page: number, grid: Grid): FundingReading {
  const amountAt = (index: number) => {
    const cell = cells[index];
    return cell && isAmount(cell.text) ? cell : undefined;
  };
  return {
    total: amountAt(grid.total),
    parts: grid.parts.flatMap((index, position) => {
      const amount = amountAt(index);
      return amount ? [{ amount, position }] : [];
    }),
    shape: `${page}:${grid.funds ? "header" : "lost"}`,
    positions: grid.parts.length,
    columns: grid.funds,
  };
}

function readLines(
  lines: readonly Line[],
  department: Words | undefined,
): Pick<Reading, "projects" | "totals" | "unread"> {
  const totals: TotalReading[] = [];
  const unread: Words[] = [];
  const drafts: { unit: Words | undefined; lines: Line[] }[] = [];
  let unit: Words | undefined;
  for (const [index, line] of lines.entries()) {
    const draft = drafts.at(-1);
    if (goesOn(line) && draft) {
      draft.lines.push(line);
    } else if (!line.name || isNameAlone(line)) {
      unread.push(
        ...[line.name, line.goal, line.indicators].filter((words) => words !== undefined),
      );
    } else if (GRAND_TOTAL.test(squash(line.name.text))) {
      totals.push({ name: line.name, isUnit: false, funding: line.funding });
    } else if (SUBTOTAL.test(squash(line.name.text))) {
      continue;
    } else if (isUnit(line, lines.slice(index + 1), department)) {
      unit = line.name;
      totals.push({ name: line.name, isUnit: true, funding: line.funding });
    } else {
      drafts.push({ unit, lines: [line] });
    }
  }
  const read = drafts.map(({ unit, lines }) => toProject(unit ?? department, lines));
  return {
    projects: read.map(({ project }) => project),
    totals,
    unread: [...unread, ...read.flatMap(({ cutHead }) => cutHead ?? [])],
  };
}

/** Whether a row is the rest of the one before it: no amount, and no name or the top of a page. */
function goesOn(line: Line): boolean {
  if (line.funding.total || line.funding.parts.length > 0) return false;
  if (!line.name) return true;
  const startsAnew = line.indicators !== undefined && /^\s*1\s*[、.．]/u.test(line.indicators.text);
  return line.firstOfPage && !startsAnew && !GRAND_TOTAL.test(squash(line.name.text));
}

function isNameAlone({ funding, goal, indicators }: Line): boolean {
  return !funding.total && funding.parts.length === 0 && !goal && !indicators;
}

/**
 * Whether a row is the subtotal of a spending unit: an amount without goal and indicators, under
 * the name of an organisation or equal to the sum of the rows below it.
 */
function isUnit(line: Line, below: readonly Line[], department: Words | undefined): boolean {
  if (line.goal || line.indicators || below.length === 0) return false;
  const name = squash(line.name?.text ?? "");
  return name === squash(department?.text ?? "") || ORGANISATION.test(name) || addsUp(line, below);
}

/** Whether the rows up to the next one without goal and indicators add up to the amount. */
function addsUp(line: Line, below: readonly Line[]): boolean {
  const end = below.findIndex(({ goal, indicators }) => !goal && !indicators);
  const members = below.slice(0, end < 0 ? undefined : end);
  const sum = members.reduce((all, member) => all + numberOf(member.funding.total), 0);
  return members.length > 1 && Math.abs(sum - numberOf(line.funding.total)) < 0.005;
}

function numberOf(amount: Words | undefined): number {
  return Number(squash(amount?.text ?? "0").replaceAll(",", ""));
}

/** A project, and the head of an indicator that its cell breaks off in. */
function toProject(
  unit: Words | undefined,
  lines: readonly Line[],
): { project: ProjectReading; cutHead: Words | undefined } {
  const list = joinOf(lines, "indicators");
  const { indicators, cutHead } = list
    ? readIndicatorList(list)
    : { indicators: [], cutHead: undefined };
  const project: ProjectReading = {
    name: joinOf(lines, "name")!,
    unit,
    funding: lines[0]!.funding,
    category: undefined,
    grade: undefined,
    startYear: undefined,
    endYear: undefined,
    // A scan that loses the line between two cells prints the goal in front of the list.
    goal: joinOf(lines, "goal") ?? (list && textBeforeList(list)),
    periodGoal: undefined,
    indicators,
  };
  return { project, cutHead };
}

/** One cell of a row, over the lines that the row was cut into. */
function joinOf(lines: readonly Line[], cell: "name" | "goal" | "indicators"): Words | undefined {
  const parts = lines.map((line) => line[cell]).filter((words) => words !== undefined);
  return parts.length > 0 ? joinWords(parts) : undefined;
}
