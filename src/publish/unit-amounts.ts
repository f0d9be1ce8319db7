import type { DuckDBConnection } from "@duckdb/node-api";
import type { PublishedRow } from "../model/schema.ts";
import { squash } from "../text.ts";
import { groupsOf, rowsOf, type Batches } from "./scratch.ts";

/** A family whose unit can be what a project buys. */
export interface Purpose {
  readonly familyId: string;
  /** Names of projects that have this one purpose. */
  readonly pattern: RegExp;
  /** Families that count the same purpose in another way: sessions beside trainees. */
  readonly companions: readonly string[];
}

/** A project, or a department as a whole where `projectId` is null, with a quantity if it has one. */
export interface QuantityRow {
  readonly group: string;
  readonly projectId: string | null;
  readonly name: string | null;
  /** Fen. */
  readonly amount: bigint | null;
  readonly indicatorId: string | null;
  readonly familyId: string | null;
  readonly comparison: string | null;
  readonly value: number | null;
  readonly unit: string | null;
}

type Quantity = QuantityRow & { readonly indicatorId: string; readonly value: number };

/** Why a project has no amount per unit that could be compared. */
const REASONS = {
  "no-amount": ["项目没有载明金额，或金额为 0", "the project states no amount, or 0"],
  "no-purpose": [
    "项目名称没有写明单一的、可以计数的用途",
    "the name of the project tells no single purpose that can be counted",
  ],
  "several-purposes": ["项目名称有多项用途", "the name of the project tells several purposes"],
  "no-quantity": ["没有载明该用途的数量", "no quantity is stated for the purpose of the project"],
  "several-quantities": [
    "该用途载明了多个数量",
    "several quantities are stated for the purpose of the project",
  ],
  "other-outputs": [
    "项目还载明了其他产出的数量",
    "the project also states the quantity of another output",
  ],
  "no-unit": ["数量没有载明单位", "the quantity has no unit"],
  "upper-limit": ["数量是上限，不是应达到的数", "the quantity is a limit, not one to reach"],
} as const;
type Reason = keyof typeof REASONS;

/** What the quantities of a department and year are read from: projects, and the department itself. */
const QUANTITIES = `
  WITH countable AS (SELECT family_id FROM indicator_families WHERE purpose IS NOT NULL),
  quantities AS (
    SELECT * FROM indicators
    WHERE target_kind = 'quantity'
      AND (family_id IN (SELECT family_id FROM countable)
        OR (level2 = '数量指标' OR level2 IS NULL AND family_id IS NULL)
          AND unit NOT IN ('%', '百分比'))
  ),
  rows AS (
    SELECT p.department_id, p.disclosure_id, p.project_id, p.seq, p.name,
      (p.amount_yuan::DECIMAL(20, 2) * 100)::BIGINT AS amount,
      q.indicator_id, q.family_id, q.comparison, q.value, q.unit
    FROM projects AS p LEFT JOIN quantities AS q USING (project_id)
    UNION ALL
    SELECT q.department_id, q.disclosure_id, NULL, 0, NULL, NULL,
      q.indicator_id, q.family_id, q.comparison, q.value, q.unit
    FROM quantities AS q WHERE q.project_id IS NULL
  )
  SELECT
    coalesce(r.department_id || ' ' || d.fiscal_year, r.disclosure_id) AS "group",
    r.project_id AS "projectId", r.name, r.amount,
    r.indicator_id AS "indicatorId", r.family_id AS "familyId", r.comparison, r.value, r.unit
  FROM rows AS r JOIN disclosures AS d USING (disclosure_id)
  ORDER BY "group", r.disclosure_id, r.seq, r.indicator_id`;

/**
 * Rows of the table `unit_amounts`: of each project the amount for a unit of its target, or why
 * there is none that could be compared.
 */
export async function* unitAmounts(connection: DuckDBConnection): Batches {
  const purposes = await purposesOf(connection);
  const groups = groupsOf<QuantityRow>(connection, QUANTITIES, ({ group }) => group);
  for await (const group of groups) yield amountsOf(group, purposes);
}

interface PurposeRow {
  readonly id: string;
  readonly purpose: string;
  readonly companions: string | null;
}

const PURPOSES = `SELECT family_id AS id, purpose, companions FROM indicator_families
  WHERE purpose IS NOT NULL ORDER BY id`;

async function purposesOf(connection: DuckDBConnection): Promise<Purpose[]> {
  const purposes: Purpose[] = [];
  for await (const rows of rowsOf<PurposeRow>(connection, PURPOSES)) {
    for (const { id, purpose, companions } of rows) {
      const pattern = new RegExp(purpose, "u");
      purposes.push({ familyId: id, pattern, companions: (companions ?? "").split(";") });
    }
  }
  return purposes;
}

/**
 * The rows of the projects of one department and year.
 *
 * Strict, since a quotient looks like a price: the name of the project must tell one purpose, one
 * quantity of it be stated with its unit, and no other output beside it. Where the project states none, that of the department
 * (its other indicators of the year) counts if they all agree and it is the only such project.
 */
export function amountsOf(
  rows: readonly QuantityRow[],
  purposes: readonly Purpose[],
): PublishedRow[] {
  const projects = [...Map.groupBy(rows, ({ projectId }) => projectId)];
  const named = projects.flatMap(([projectId, own]) =>
    projectId === null ? [] : [{ projectId, own, families: purposesIn(own[0]!.name, purposes) }],
  );
  return named.map(({ projectId, own, families }) => {
    const { amount } = own[0]!;
    const [purpose, ...more] = families;
    if (!purpose) return without(projectId, amount, "no-purpose");
    if (more.length > 0) return without(projectId, amount, "several-purposes");
    const { familyId } = purpose;
    const isOnly = named.filter((other) => other.families.includes(purpose)).length === 1;
    const found = quantityOf(purpose, own, isOnly ? rows : []);
    if (typeof found === "string") return without(projectId, amount, found, familyId);
    if (!amount) return without(projectId, amount, "no-amount", familyId);
    return {
      ...without(projectId, amount, undefined, familyId),
      comparable: true,
      indicator_id: found.indicatorId,
      basis: found.projectId === projectId ? "project" : "department",
      comparison: found.comparison,
      quantity: found.value,
      unit: found.unit,
      yuan_per_unit: Math.round(Number(amount) / found.value) / 100,
    };
  });
}

function purposesIn(name: string | null, purposes: readonly Purpose[]): Purpose[] {
  const bare = squash(name ?? "").replace(/\([^()]*\)/gu, "");
  return purposes.filter(({ pattern }) => pattern.test(bare));
}

/** The one quantity of a family that a project states, else that all its department's rows state. */
function quantityOf(
  { familyId, companions }: Purpose,
  own: readonly QuantityRow[],
  all: readonly QuantityRow[],
): Quantity | Reason {
  const isOther = ({ familyId: other }: QuantityRow) =>
    other !== familyId && !companions.includes(other ?? "none");
  if (own.filter(isQuantity).some(isOther)) return "other-outputs";
  const quantities = own.filter(isOf(familyId));
  const known = quantities.length > 0 ? quantities : all.filter(isOf(familyId));
  const [quantity] = known;
  if (!quantity) return "no-quantity";
  if (new Set(known.map(({ value, unit }) => `${value} ${unit}`)).size > 1)
    return "several-quantities";
  if (!quantity.unit) return "no-unit";
  return quantity.comparison === "≤" || quantity.comparison === "<" ? "upper-limit" : quantity;
}

function isQuantity(row: QuantityRow): row is Quantity {
  return row.indicatorId !== null && row.value !== null && row.value > 0;
}

function isOf(familyId: string) {
  return (row: QuantityRow): row is Quantity => isQuantity(row) && row.familyId === familyId;
}

function without(
  projectId: string,
  amount: bigint | null,
  reason: Reason | undefined,
  familyId: string | null = null,
): PublishedRow {
  const [zh, en] = reason ? REASONS[reason] : [null, null];
  return {
    project_id: projectId,
    comparable: false,
    family_id: familyId,
    indicator_id: null,
    basis: null,
    comparison: null,
    quantity: null,
    unit: null,
    amount_yuan: amount,
    yuan_per_unit: null,
    reason: zh,
    reason_en: en,
  };
}
