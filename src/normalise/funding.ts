import { FUNDS, type Fund, type FundingReading } from "../model/reading.ts";
import type { AmountUnit, Fen, Funding } from "../model/records.ts";
import { moneyUnitOf, parseAmount } from "./amount.ts";

/** A row of the table: the total, the subtotal of a unit, or a project. */
export interface FundingRow {
  readonly kind: "total" | "unit" | "project";
  readonly reading: FundingReading;
}

export interface ResolvedFunding {
  readonly funding: Funding;
  /** The funds are not those over which the amounts are printed, or are printed nowhere. */
  readonly shifted: boolean;
}

type Parts = Readonly<Record<Fund, Fen | null>>;

/** Which funds the positions of one shape of row mean. */
type Mapping = readonly Fund[];

const NO_PARTS: Parts = { fiscal: null, special: null, other: null };
/**
 * Says which funds the amounts of each row are, rows in document order.
 *
 * Where a scan drops blank columns, rows of one shape (page and number of cells) still share their
 * columns, so each shape gets the mapping of its positions to funds under which the rows add up:
 * units to the total, projects to their units. Where a unit's subtotal stands under one fund alone
 * and its projects add up to it, all their money is of that fund, also where a row prints its
 * amount once.
 */
export function resolveFunding(rows: readonly FundingRow[], unit: AmountUnit): ResolvedFunding[] {
  const amounts = rows.map(({ kind, reading }) => toAmounts(kind, reading, unit));
  const mappings = bestMappings(amounts);
  const mapped = amounts.map((row) => toParts(row, mappings.get(row.shape)!));
  return settleUnits(amounts, mapped);
}

interface Amounts {
  readonly kind: FundingRow["kind"];
  readonly total: Fen | null;
  readonly parts: readonly { readonly amount: Fen; readonly position: number }[];
  readonly shape: string;
  readonly positions: number;
  readonly columns: Mapping | undefined;
}

function toAmounts(
  kind: FundingRow["kind"],
  reading: FundingReading,
  documentUnit: AmountUnit,
): Amounts {
  const { total, parts, shape, positions, columns } = reading;
  const unit = moneyUnitOf(reading.unit) ?? documentUnit;
  return {
    kind,
    total: total ? parseAmount(total.text, unit) : null,
    parts: parts.flatMap(({ amount, position }) => {
      const fen = parseAmount(amount.text, unit);
      return fen === null ? [] : [{ amount: fen, position }];
    }),
    shape,
    positions,
    columns,
  };
}

function toParts({ parts }: Amounts, mapping: Mapping): Parts {
  const result: Record<Fund, Fen | null> = { ...NO_PARTS };
  for (const { amount, position } of parts) {
    const fund = mapping[position];
    if (fund) result[fund] = amount;
  }
  return result;
}

/**
 * For each shape the mapping under which most sums agree, found by changing one shape after the
 * other as long as that helps; the printed order wins a tie.
 */
function bestMappings(rows: readonly Amounts[]): Map<string, Mapping> {
  const groups = groupsOf(rows);
  const shapes = new Map(rows.map((row) => [row.shape, optionsOf(row)]));
  const filled = new Set(rows.filter((row) => row.parts.length > 0).map((row) => row.shape));
  const open = [...shapes].filter(([shape, { length }]) => length > 1 && filled.has(shape));
  const best = new Map([...shapes].map(([shape, options]) => [shape, options[0]!]));
  let least = open.length > 0 ? disagreements(rows, groups, best) : 0;
  for (let before = Infinity; least > 0 && least < before;) {
    before = least;
    for (const [shape, options] of open) {
      for (const option of options) {
        const kept = best.get(shape)!;
        const count = disagreements(rows, groups, best.set(shape, option));
        if (count < least) least = count;
        else best.set(shape, kept);
      }
    }
  }
  return best;
}

/** The funds that the positions may mean: as the header says, or any that keep its order. */
function optionsOf({ columns, positions }: Amounts): Mapping[] {
  if (columns) return [columns];
  if (positions === 0) return [[]];
  const options = (from: number, left: number): Mapping[] =>
    left === 0
      ? [[]]
      : FUNDS.slice(from, FUNDS.length - left + 1).flatMap((fund, index) =>
          options(from + index + 1, left - 1).map((rest) => [fund, ...rest]),
        );
  return options(0, Math.min(positions, FUNDS.length));
}

/** How many sums do not agree, fund by fund: units against the total, projects against units. */
function disagreements(
  rows: readonly Amounts[],
  groups: readonly Group[],
  mappings: ReadonlyMap<string, Mapping>,
): number {
  const parts = rows.map((row) => toParts(row, mappings.get(row.shape)!));
  let count = 0;
  for (const { head, members } of groups) {
    for (const fund of FUNDS) {
      const sum = members.reduce((all, index) => all + (parts[index]![fund] ?? 0n), 0n);
      if (sum !== (parts[head]![fund] ?? 0n)) count++;
    }
  }
  return count;
}

/** An aggregate row with the rows that it adds up, by index. */
interface Group {
  readonly head: number;
  readonly members: readonly number[];
}

function groupsOf(rows: readonly Amounts[]): Group[] {
  const at = (kind: Amounts["kind"]) =>
    rows.flatMap((row, index) => (row.kind === kind ? [index] : []));
  const [units, projects] = [at("unit"), at("project")];
  const groups = units.map((head, i) => {
    const end = units[i + 1] ?? rows.length;
    return { head, members: projects.filter((index) => index > head && index < end) };
  });
  const total = at("total")[0];
  const below = units.length > 0 ? units : projects;
  return total === undefined ? groups : [{ head: total, members: below }, ...groups];
}

function settleUnits(rows: readonly Amounts[], mapped: readonly Parts[]): ResolvedFunding[] {
  const settled = mapped.map((parts, index): ResolvedFunding => {
    const shifted = rows[index]!.columns === undefined && isMoved(rows[index]!, parts);
    return { funding: { total: rows[index]!.total, ...parts }, shifted };
  });
  for (const { head, members } of groupsOf(rows)) {
    const fund = onlyFund(mapped[head]!);
    const sum = members.reduce((all, index) => all + (rows[index]!.total ?? 0n), 0n);
    if (!fund || sum !== mapped[head]![fund]) continue;
    for (const index of members) {
      const total = rows[index]!.total;
      if (total === null || mapped[index]![fund] === total) continue;
      const funding = { total, ...NO_PARTS, [fund]: total };
      settled[index] = { funding, shifted: true };
    }
  }
  return settled;
}

/** Whether the parts of a row without a header over it are other funds than the first ones. */
function isMoved({ parts, positions }: Amounts, mapped: Parts): boolean {
  const printed = FUNDS.slice(0, positions);
  return parts.some(({ amount, position }) => mapped[printed[position]!] !== amount);
}

/** The fund under which all money of an aggregate row stands. */
function onlyFund(parts: Parts): Fund | undefined {
  const used = FUNDS.filter((fund) => (parts[fund] ?? 0n) !== 0n);
  return used.length === 1 ? used[0] : undefined;
}
