import type { Database } from "./database.ts";
import { SORTS, type Sort, type SortColumn, type Tab } from "./slice-conditions.ts";
import { itemsOf, passes, type Asked } from "./slice-items.ts";

export interface ProjectRow {
  readonly projectId: string;
  readonly name: string;
  readonly departmentId: string | null;
  readonly department: string | null;
  /** Full names, joined by “、”; null where none is named. */
  readonly regions: string | null;
  readonly year: number | null;
  readonly theme: string | null;
  readonly amount: number | null;
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
  /** Null for an indicator of the department as a whole. */
  readonly projectId: string | null;
  readonly project: string | null;
  readonly departmentId: string | null;
  readonly department: string | null;
}

/** The rows that a table of the slice shows, of which there may be more. */
export type SliceRows =
  | { readonly tab: "projects"; readonly rows: readonly ProjectRow[] }
  | { readonly tab: "indicators"; readonly rows: readonly IndicatorRow[] };

/** The rows of the slice's table in its order: at most `limit`, or all. */
export async function sliceRows(db: Database, slice: Asked, limit?: number): Promise<SliceRows> {
  const { sql, params } = rowsStatement(slice, limit);
  return { tab: slice.tab, rows: await db.rows(sql, params) } as SliceRows;
}

/** The statement for these rows. */
export function rowsStatement(slice: Asked, limit?: number): Statement {
  return slice.tab === "projects" ? projectRows(slice, limit) : indicatorRows(slice, limit);
}

/** SQL with the values of `$1`, `$2`…. */
export interface Statement {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

function projectRows(slice: Asked, limit: number | undefined): Statement {
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
         named.regions,
         item.fiscal_year::INTEGER AS year,
         item.theme,
         item.amount_yuan::DOUBLE AS amount,
         coalesce(promise.count, 0)::INTEGER AS indicators,
         coalesce(finding.count, 0)::INTEGER AS findings
       FROM project
       JOIN owner AS item USING (n)
       JOIN projects ON projects.project_id = item.id
       LEFT JOIN (
         SELECT
           project_id,
           string_agg(region_name::VARCHAR, '、' ORDER BY region_code::VARCHAR) AS regions
         FROM project_regions
         GROUP BY project_id
       ) AS named ON named.project_id = item.id
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
     ${limitTo(limit)}`,
  };
}

function indicatorRows(slice: Asked, limit: number | undefined): Statement {
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
         departments.name::VARCHAR AS department
       FROM indicator
       JOIN owner USING (n)
       JOIN indicators AS item ON item.rowid = indicator.indicator_row
       LEFT JOIN projects ON projects.project_id = item.project_id
       LEFT JOIN departments ON departments.department_id = owner.department_id
       WHERE ${passes("indicator.fails")}
     )
     SELECT *
     FROM row
     ORDER BY ${orderOf(slice.sort, "indicators")}"indicatorId"
     ${limitTo(limit)}`,
  };
}

/** Columns of the statements above, by the name of each sort. */
const ORDERS: Readonly<Record<SortColumn, readonly string[]>> = {
  name: ["name"],
  department: ["department"],
  regions: ["regions"],
  year: ["year"],
  theme: ["theme"],
  amount: ["amount"],
  indicators: ["indicators"],
  findings: ["findings"],
  type: ["level1", "level2"],
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

function limitTo(limit: number | undefined): string {
  return limit === undefined ? "" : `LIMIT ${Math.trunc(limit)}`;
}
