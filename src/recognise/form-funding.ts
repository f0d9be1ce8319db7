import type { Fund, FundingReading } from "../model/reading.ts";
import { FUNDS } from "../model/reading.ts";
import type { Row, Words } from "../model/table.ts";
import { squash } from "../text.ts";
import { filledCells } from "./heading.ts";
import { inlineField } from "./form-fields.ts";
import { isBlank, meaningOf, moneyUnitIn, type Meaning } from "./lexicon.ts";

type Amount = "amount" | "totalAmount" | Fund;
const AMOUNTS: readonly Meaning[] = ["amount", "totalAmount", ...FUNDS];

/** A number in a cell: “10000万元”, “854万（其中…400万元）”, “1, 250.00”. */
const MONEY = /^[-－]?[\d０-９][\d０-９,，.．\s]*(?:万元|亿元|元|万)?(?:[（(].*)?$/su;

/** A unit in a cell of its own, behind its amount. */
const UNIT = /^万?元$/u;

/** Labels beside a block of amounts: “项目资金（万元）”. */
const SIDE = /^(?:项目)?资金(?:情况|申请)?(?:\(.*\))?:?$/u;

/** Rows that a block of amounts has at most. */
const LONGEST_BLOCK = 8;

/**
 * The amounts of a form: each label with the number behind or below it.
 *
 * ```text
 * 项目资金（万元） │               │ 年初预算数 │ 全年预算数 │ 全年执行数 │ 分值
 *                 │ 年度资金总额   │ 0         │ 0         │ 0         │ 10
 *                 │ 其中：财政拨款 │ 90        │ 89.97     │ 89.97     │ —
 * ```
 *
 * Of budget and execution the budget counts, the first that holds anything. Where the amount of
 * all years and that of the year stand side by side, the rows below both belong to the one that
 * they stand under.
 */
export function readFunding(rows: readonly Row[]): FundingReading {
  const found = new Map<Amount, Words>();
  let block: Block | undefined;
  let sides: readonly { amount: Amount; column: number }[] = [];
  let unit: Words | undefined;
  for (const [index, row] of rows.entries()) {
    const labels = labelsIn(row);
    const stated = filledCells(row).find(({ text }) => moneyUnitIn(text) ?? UNIT.test(text));
    if (stated && (unit === undefined || labels.length > 0)) unit = stated;
    block = blockOf(row, rows.slice(index + 1)) ?? block;
    if (labels.some(({ amount }) => amount === "amount") && labels.length > 1) {
      sides = labels.filter(({ amount }) => amount === "amount" || amount === "totalAmount");
    }
    for (const { amount, column, inline } of labels) {
      const side = sides.findLast((other) => other.column <= column);
      const isOfAllYears = side?.amount === "totalAmount" && amount !== "totalAmount";
      if (found.has(amount) || (isOfAllYears && sides.length > 1 && amount !== "amount")) continue;
      const value = inline ?? valueOf(row, column, block, rows[index + 1]);
      if (value) found.set(amount, value);
    }
  }
  return toFunding(found, unit);
}

interface AmountLabel {
  readonly amount: Amount;
  readonly column: number;
  /** The number behind a colon in the same cell. */
  readonly inline: Words | undefined;
}

function labelsIn(row: Row): AmountLabel[] {
  return row.cells.flatMap((cell, column): AmountLabel[] => {
    const before = row.cells.slice(0, column).findLast(({ text }) => text !== "");
    if (before?.text === cell.text) return [];
    const field = inlineField(cell);
    const inline = field && MONEY.test(field.value.text) ? field : undefined;
    const meaning = inline?.meaning ?? amountMeaning(cell.text, row.cells.slice(column + 1));
    if (!meaning || !AMOUNTS.includes(meaning)) return [];
    return [{ amount: meaning as Amount, column, inline: inline?.value }];
  });
}

/** What a label of money means; “项目资金” heads a block of rows, or has its amount beside it. */
function amountMeaning(text: string, behind: readonly Words[]): Meaning | undefined {
  const meaning = meaningOf(text);
  if (meaning !== "aside" || !SIDE.test(squash(text))) return meaning;
  const next = behind.find((cell) => cell.text !== "");
  return next && isMoney(next) ? "totalAmount" : meaning;
}

/** The columns of a block that has budgets and execution side by side. */
interface Block {
  /** The first column of amounts. */
  readonly first: number;
  /** The column of the budget. */
  readonly budget: number;
}

/** The block whose header a row is: the first of its budgets that holds anything counts. */
function blockOf(row: Row, below: readonly Row[]): Block | undefined {
  const meanings = row.cells.map((cell) => meaningOf(cell.text));
  if (!meanings.includes("moneyColumn") && !meanings.includes("budgetColumn")) return undefined;
  const budgets = meanings.flatMap((meaning, column) =>
    meaning === "budgetColumn" || (meaning === "amount" && column > 0) ? [column] : [],
  );
  const first = budgets[0];
  if (first === undefined) return undefined;
  const rows = below.slice(0, LONGEST_BLOCK).filter((next) => labelsIn(next).length > 0);
  const isFilled = (budget: number) =>
    rows.some((next) => {
      const cell = cellIn(next, { first, budget }, labelsIn(next)[0]!.column);
      return cell !== undefined && isMoney(cell) && /[1-9]/u.test(cell.text);
    });
  return { first, budget: budgets.find(isFilled) ?? first };
}

/** The budget in a row of a block: a row may have lost merged cells from its front. */
function cellIn(row: Row, { first, budget }: Block, label: number): Words | undefined {
  const next = row.cells.findIndex((cell, column) => column > label && cell.text !== "");
  const lost = next >= 0 ? Math.max(0, first - next) : 0;
  return row.cells[budget - lost];
}

/** The number of a label: under the column of budgets, in the next cell, or in the row below. */
function valueOf(
  row: Row,
  column: number,
  block: Block | undefined,
  below: Row | undefined,
): Words | undefined {
  if (block) {
    const cell = cellIn(row, block, column);
    return cell && isMoney(cell) ? cell : undefined;
  }
  const label = row.cells[column]!.text;
  const next = row.cells.slice(column + 1).find(({ text }) => text !== "" && text !== label);
  const isHead = !next || meaningOf(next.text) !== undefined;
  if (!isHead) return isMoney(next) ? next : undefined;
  const cell = below?.cells[column];
  const isAligned = below?.cells.length === row.cells.length;
  return cell && isAligned && isMoney(cell) ? cell : undefined;
}

function isMoney(cell: Words): boolean {
  return !isBlank(cell.text) && MONEY.test(cell.text.trim());
}

/** The amounts of a form by their labels, of which each says itself what it is. */
export function toFunding(
  found: ReadonlyMap<string, Words>,
  unit: Words | undefined,
): FundingReading {
  const columns = FUNDS.filter((fund) => found.has(fund));
  return {
    total: found.get("amount") ?? found.get("totalAmount"),
    parts: columns.map((fund, position) => ({ amount: found.get(fund)!, position })),
    // Forms say themselves which funds their amounts are, each in its own way.
    shape: `form:${columns.join("+")}`,
    positions: columns.length,
    columns,
    ...(unit && { unit }),
  };
}

/** The unit that most amounts of a document are in, in the words that state it. */
export function commonUnit(fundings: readonly FundingReading[]): Words | undefined {
  const units = fundings.flatMap(({ unit }) => (unit ? [unit] : []));
  const groups = [...Map.groupBy(units, (unit) => /万?元/u.exec(unit.text)?.[0])];
  return groups.sort(([, a], [, b]) => b.length - a.length)[0]?.[1][0];
}
