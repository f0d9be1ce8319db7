import type { Database } from "./database.ts";
import { SORTS, type Sort, type SortColumn, type Tab } from "./slice-conditions.ts";
import { itemsOf, passes, type Asked } from "./slice-items.ts";

export interface ProjectRow {
  readonly projectId: string;
  readonly name: string;
  readonly departmentId: string | null;
  readonly department: string | null;
  /** Spending unit under the department. */
  readonly unit: string | null;
  /** Place of the government that the department belongs to. */
  readonly city: string | null;
  /** Full names, joined by “、”; null where none is named. */
  readonly regions: string | null;
  readonly year: number | null;
  readonly theme: string | null;
  readonly amount: number | null;
  /** Yuan, of the amount, by source. */
  readonly fiscal: number | null;
  readonly special: number | null;
  readonly other: number | null;
  readonly goal: string | null;
  /** All of its indicators, whatever the slice. */
  readonly indicators: number;
  readonly findings: number;
}

export interface IndicatorRow {
  readonly indicatorId: string;
  readonly name: string;
  readonly level1: string | null;
  readonly level2: string | null;
  /** The target of the year as printed, or else that of the period. */
  readonly text: string | null;
  readonly kind: string;
  readonly comparison: string | null;
  readonly value: number | null;
  readonly upper: number | null;
  readonly unit: string | null;
  readonly deadline: string | null;
  /** What was achieved, as printed. */
  readonly actual: string | null;
  readonly weight: number | null;
  readonly score: number | null;
  readonly family: string | null;
  readonly familyEn: string | null;
  /** Null for an indicator of the department as a whole. */
  readonly projectId: string | null;
  readonly project: string | null;
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly year: number | null;
  /** Those of its project. */
  readonly regions: string | null;
  readonly findings: number;
}

/** The rows that a table of the slice shows, of which there may be more. */
export type SliceRows =
  | { readonly tab: "projects"; readonly rows: readonly ProjectRow[] }
  | { readonly tab: "indicators"; readonly rows: readonly IndicatorRow[] };

/** Which rows of a table: at most `limit` from the one at `offset`, from 0. */
export interface Part {
  readonly limit: number;
  readonly offset?: number;
}

/** The rows of the slice's table in its order: a part of them, or all. */
export async function sliceRows(db: Database, slice: Asked, part?: Part): Promise<SliceRows> {
  const { sql, params } = rowsStatement(slice, part);
  return { tab: slice.tab, rows: await db.rows(sql, params) } as SliceRows;
}

/** The statement for these rows. */
export function rowsStatement(slice: Asked, part?: Part): Statement {
  return slice.tab === "projects" ? projectRows(slice, part) : indicatorRows(slice, part);
}

/** SQL with the values of `$1`, `$2`…. */
export interface Statement {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

function projectRows(slice: Asked, part: Part | undefined): Statement {
  const { ctes, params } = itemsOf(slice);
  return {
    params,
    sql: `WITH ${ctes},
     row AS (
       SELECT
         item.id AS "projectId",
         projects.name,
         item.department_id AS "departmentId",
         departments.name::VARCHAR AS department,
         item.unit,
         departments.region_name::VARCHAR AS city,
         named.regions,
         item.fiscal_year::INTEGER AS year,
         item.theme,
         item.amount_yuan::DOUBLE AS amount,
         projects.fiscal_yuan::DOUBLE AS fiscal,
         projects.special_account_yuan::DOUBLE AS special,
         projects.other_yuan::DOUBLE AS other,
         projects.goal,
         coalesce(promise.count, 0)::INTEGER AS indicators,
         coalesce(finding.count, 0)::INTEGER AS findings
       FROM project
       JOIN owner AS item USING (n)
       JOIN projects ON projects.project_id = item.id
       LEFT JOIN ${NAMED} AS named ON named.project_id = item.id
       LEFT JOIN (
         SELECT project_id, count(*) AS count FROM indicators GROUP BY project_id
       ) AS promise ON promise.project_id = item.id
       LEFT JOIN (
         SELECT project_id, count(*) AS count FROM findings GROUP BY project_id
       ) AS finding ON finding.project_id = item.id
       LEFT JOIN departments ON departments.department_id = item.department_id
       WHERE ${passes("project.fails")}
     )
     SELECT *
     FROM row
     ORDER BY ${orderOf(slice.sort ?? LARGEST_FIRST, "projects")}"projectId"
     ${limitTo(part)}`,
  };
}

function indicatorRows(slice: Asked, part: Part | undefined): Statement {
  const { ctes, params } = itemsOf(slice);
  return {
    params,
    sql: `WITH ${ctes},
     row AS (
       SELECT
         item.indicator_id AS "indicatorId",
         item.name,
         item.level1::VARCHAR AS level1,
         item.level2::VARCHAR AS level2,
         coalesce(item.annual_value, item.period_value) AS text,
         item.target_kind::VARCHAR AS kind,
         item.comparison::VARCHAR AS comparison,
         item.value::DOUBLE AS value,
         item.upper::DOUBLE AS upper,
         item.unit::VARCHAR AS unit,
         item.deadline::VARCHAR AS deadline,
         item.project_id AS "projectId",
         projects.name AS project,
         owner.department_id AS "departmentId",
         departments.name::VARCHAR AS department,
         item.actual_value AS actual,
         item.weight::DOUBLE AS weight,
         item.score::DOUBLE AS score,
         families.name AS family,
         families.name_en AS "familyEn",
         owner.fiscal_year::INTEGER AS year,
         named.regions,
         coalesce(finding.count, 0)::INTEGER AS findings
       FROM indicator
       JOIN owner USING (n)
       JOIN indicators AS item ON item.rowid = indicator.indicator_row
       LEFT JOIN projects ON projects.project_id = item.project_id
       LEFT JOIN departments ON departments.department_id = owner.department_id
       LEFT JOIN indicator_families AS families ON families.family_id = item.family_id::VARCHAR
       LEFT JOIN ${NAMED} AS named ON named.project_id = item.project_id
       LEFT JOIN (
         SELECT indicator_id, count(*) AS count FROM findings GROUP BY indicator_id
       ) AS finding ON finding.indicator_id = item.indicator_id
       WHERE ${passes("indicator.fails")}
     )
     SELECT *
     FROM row
     ORDER BY ${orderOf(slice.sort, "indicators")}"indicatorId"
     ${limitTo(part)}`,
  };
}

/** The regions of each project, by code. */
const NAMED = `(
  SELECT
    project_id,
    string_agg(region_name::VARCHAR, '、' ORDER BY region_code::VARCHAR) AS regions
  FROM project_regions
  GROUP BY project_id
)`;

/** Columns of the statements above, by the name of each sort. */
const ORDERS: Readonly<Record<SortColumn, readonly string[]>> = {
  name: ["name"],
  unit: ["unit"],
  department: ["department"],
  city: ["city"],
  regions: ["regions"],
  year: ["year"],
  theme: ["theme"],
  amount: ["amount"],
  fiscal: ["fiscal"],
  special: ["special"],
  other: ["other"],
  goal: ["goal"],
  indicators: ["indicators"],
  findings: ["findings"],
  type: ["level1", "level2"],
  text: ["text"],
  actual: ["actual"],
  weight: ["weight"],
  score: ["score"],
  family: ["family"],
  target: ["value", "deadline", "text"],
  project: ["project"],
};

const LARGEST_FIRST: Sort = { column: "amount", descending: true };

/**
 * The terms of an ORDER BY in front of the id, each with its comma. Text is ordered by code point,
 * in both engines; what is not stated comes last.
 */
function orderOf(sort: Sort | null, tab: Tab): string {
  const isOwn = sort !== null && (SORTS[tab] as readonly string[]).includes(sort.column);
  const direction = sort?.descending ? "DESC" : "ASC";
  return isOwn
    ? ORDERS[sort.column].map((name) => `${name} ${direction} NULLS LAST, `).join("")
    : "";
}

function limitTo(part: Part | undefined): string {
  if (part === undefined) return "";
  return `LIMIT ${Math.trunc(part.limit)} OFFSET ${Math.trunc(part.offset ?? 0)}`;
}
