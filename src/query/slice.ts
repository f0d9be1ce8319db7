import type { Database } from "./database.ts";
import {
  COUNTED,
  FACETS,
  INDICATOR_ITEMS,
  LEVEL1,
  LEVEL2,
  NO_REGION,
  NONE,
  PROJECT_ITEMS,
  SORTS,
  conditionsOf,
  key,
  type Facet,
  type Slice,
  type Sort,
  type SortColumn,
  type Tab,
} from "./slice-conditions.ts";

/** The slice in figures; each project counts once. */
export interface Headline {
  readonly projects: number;
  /** Yuan; null where no project of the slice states an amount. */
  readonly amount: number | null;
  /** Projects whose amount is not stated. */
  readonly unstated: number;
  readonly indicators: number;
}

/** A value of a facet that the data has. */
export interface FacetValue {
  readonly facet: Facet;
  readonly key: string;
  /** Name; null for `NONE` and where a class has none. */
  readonly name: string | null;
  /** Key of the value that contains it: the province of a prefecture, the level 1 of a level 2. */
  readonly parent: string | null;
}

/** How much of the slice a facet value has, under the conditions of the other facets. */
export interface FacetCount {
  readonly facet: Facet;
  readonly key: string;
  /** Indicators where the measure is indicators, otherwise projects; each once. */
  readonly count: number;
  /** In the unit of the measure; null where no amount is stated. Not additive over regions and types. */
  readonly value: number | null;
}

/** What a region has of the slice, under the conditions of the other facets. */
export interface RegionShare {
  /** `NONE` for what names no region. */
  readonly key: string;
  readonly name: string | null;
  /** From projects of this region alone. */
  readonly sole: number;
  /** From projects of several: amounts by share (1 ÷ regions of the project), counts whole. */
  readonly shared: number;
}

/** What one department has of one indicator type, without the conditions of either. */
export interface TypeOfDepartment {
  readonly department: string;
  /** `level1-level2`. */
  readonly type: string;
  /** In the unit of the measure; a project counts whole in each of its types. */
  readonly value: number;
}

/** Indicators of a level-1 class by what kind of target they set, without the condition of type. */
export interface TargetsOfType {
  readonly type: string;
  readonly kind: string;
  readonly indicators: number;
}

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

/** Every answer that the explorer shows for one slice. */
export interface SliceView {
  readonly headline: Headline;
  readonly counts: readonly FacetCount[];
  readonly regions: readonly RegionShare[];
  readonly types: readonly TypeOfDepartment[];
  readonly targets: readonly TargetsOfType[];
  readonly table: SliceRows;
}

/** All answers for a slice, with at most `limit` rows of its table. */
export async function sliceView(db: Database, slice: Slice, limit: number): Promise<SliceView> {
  const [headline, counts, regions, types, targets, table] = await Promise.all([
    sliceHeadline(db, slice),
    facetCounts(db, slice),
    sharesByRegion(db, slice),
    typesByDepartment(db, slice),
    targetsByType(db, slice),
    sliceRows(db, slice, limit),
  ]);
  return { headline, counts, regions, types, targets, table };
}

/** How many there are and how much they cost. */
export async function sliceHeadline(db: Database, slice: Slice): Promise<Headline> {
  const { where, params } = conditionsOf(slice);
  const rows = await db.rows<Headline>(
    `SELECT projects, amount, unstated, indicators
     FROM (
       SELECT
         count(*)::INTEGER AS projects,
         sum(amount_yuan)::DOUBLE AS amount,
         (count(*) - count(amount_yuan))::INTEGER AS unstated
       FROM ${PROJECT_ITEMS}
       WHERE ${where("project")}
     ), (
       SELECT count(*)::INTEGER AS indicators
       FROM ${INDICATOR_ITEMS}
       WHERE ${where("indicator")}
     )`,
    params,
  );
  return rows[0]!;
}

/** Every value of every facet in the data: regions that a project names, classes, and what contains them. */
export function facetValues(db: Database): Promise<FacetValue[]> {
  return db.rows(
    `WITH value(facet, key, name, parent) AS (
       SELECT 'region', container.code, container.name, nullif(container.parent_code, '')
       FROM project_regions AS named
       JOIN regions AS region ON region.code = named.region_code::VARCHAR
       JOIN regions AS container
         ON container.code IN (region.code, region.parent_code::VARCHAR, region.province_code::VARCHAR)
       UNION
       SELECT 'region', '${NONE}', NULL, NULL
       UNION
       SELECT 'type', ${LEVEL1}, level1::VARCHAR, NULL FROM ${INDICATOR_ITEMS}
       UNION
       SELECT 'type', ${LEVEL2}, level2::VARCHAR, ${LEVEL1} FROM ${INDICATOR_ITEMS}
       UNION
       SELECT 'department', department_id, name::VARCHAR, NULL FROM departments
       UNION
       SELECT 'department', '${NONE}', NULL, NULL FROM projects WHERE department_id IS NULL
       UNION
       SELECT 'year', ${key("fiscal_year")}, fiscal_year::VARCHAR, NULL FROM ${PROJECT_ITEMS}
       UNION
       SELECT 'year', ${key("fiscal_year")}, fiscal_year::VARCHAR, NULL FROM ${INDICATOR_ITEMS}
       UNION
       SELECT 'theme', ${key("theme")}, theme::VARCHAR, NULL FROM ${PROJECT_ITEMS}
       UNION
       SELECT 'theme', ${key("theme")}, theme::VARCHAR, NULL FROM ${INDICATOR_ITEMS}
     )
     SELECT facet, key, name, parent
     FROM value
     ORDER BY facet, key`,
  );
}

/**
 * Counts beside every facet value that the slice has, each facet under the conditions of the others.
 *
 * Each condition is put to each item once, before the facets are counted: planning the same
 * subqueries for every facet took most of the time.
 */
export function facetCounts(db: Database, slice: Slice): Promise<FacetCount[]> {
  const { item, items, classesOf, value } = COUNTED[slice.measure];
  const { of, params } = conditionsOf(slice);
  const but = (own: Facet) =>
    FACETS.filter((facet) => facet !== own)
      .map((facet) => `item.in_${facet}`)
      .join(" AND ");
  return db.rows(
    `WITH item AS MATERIALIZED (
       SELECT item.*, ${FACETS.map((facet) => `(${of(facet, item)}) AS in_${facet}`).join(", ")}
       FROM ${items}
     ),
     value(facet, key, id, value) AS (
       SELECT 'region', unnest([code, parent_code::VARCHAR, province_code::VARCHAR]), item.id, ${value}
       FROM item
       JOIN project_regions AS named ON named.project_id = item.project_id
       JOIN regions AS region ON region.code = named.region_code::VARCHAR
       WHERE ${but("region")}
       UNION ALL
       SELECT 'region', '${NONE}', item.id, ${value}
       FROM item
       WHERE ${NO_REGION} AND ${but("region")}
       UNION ALL
       SELECT 'type', unnest([${LEVEL1}, ${LEVEL2}]), item.id, ${value}
       FROM ${classesOf("item")}
       WHERE ${but("type")}
       UNION ALL
       SELECT 'department', ${key("item.department_id")}, item.id, ${value}
       FROM item
       WHERE ${but("department")}
       UNION ALL
       SELECT 'year', ${key("item.fiscal_year")}, item.id, ${value}
       FROM item
       WHERE ${but("year")}
       UNION ALL
       SELECT 'theme', ${key("item.theme")}, item.id, ${value}
       FROM item
       WHERE ${but("theme")}
     )
     SELECT facet, key, count(*)::INTEGER AS count, sum(value)::DOUBLE AS value
     FROM (SELECT DISTINCT facet, key, id, value FROM value WHERE key <> '')
     GROUP BY facet, key
     ORDER BY facet, key`,
    params,
  );
}

/** What each region has, as it is named (not its province for it), the most first. */
export function sharesByRegion(db: Database, slice: Slice): Promise<RegionShare[]> {
  const { item, items, value } = COUNTED[slice.measure];
  const { where, params } = conditionsOf(slice);
  const share = slice.measure === "amount" ? "named.share" : "1";
  return db.rows(
    `WITH part(key, name, sole, shared) AS (
       SELECT
         named.region_code::VARCHAR,
         named.region_name::VARCHAR,
         CASE WHEN named.share = 1 THEN ${value} END,
         CASE WHEN named.share < 1 THEN ${value} * ${share} END
       FROM ${items}
       JOIN project_regions AS named ON named.project_id = item.project_id
       WHERE ${where(item, "region")}
       UNION ALL
       SELECT '${NONE}', NULL, ${value}, NULL
       FROM ${items}
       WHERE ${NO_REGION} AND ${where(item, "region")}
     )
     SELECT
       key,
       name,
       coalesce(sum(sole), 0)::DOUBLE AS sole,
       coalesce(sum(shared), 0)::DOUBLE AS shared
     FROM part
     GROUP BY key, name
     ORDER BY coalesce(sum(sole), 0) + coalesce(sum(shared), 0) DESC, key`,
    params,
  );
}

/** What each department has of each indicator type. */
export function typesByDepartment(db: Database, slice: Slice): Promise<TypeOfDepartment[]> {
  const { item, items, classesOf, value } = COUNTED[slice.measure];
  const { where, params } = conditionsOf(slice);
  return db.rows(
    `WITH once(department, type, id, value) AS (
       SELECT DISTINCT ${key("item.department_id")}, ${LEVEL2}, item.id, ${value}
       FROM ${classesOf(items)}
       WHERE ${where(item, "department", "type")}
     )
     SELECT
       department,
       type,
       coalesce(sum(value), 0)::DOUBLE AS value
     FROM once
     GROUP BY department, type
     ORDER BY department, type`,
    params,
  );
}

/** How many indicators of each level-1 class set a target of each kind; whatever the measure. */
export function targetsByType(db: Database, slice: Slice): Promise<TargetsOfType[]> {
  const { where, params } = conditionsOf(slice);
  return db.rows(
    `SELECT ${LEVEL1} AS type, target_kind::VARCHAR AS kind, count(*)::INTEGER AS indicators
     FROM ${INDICATOR_ITEMS}
     WHERE ${where("indicator", "type")}
     GROUP BY ALL
     ORDER BY type, kind`,
    params,
  );
}

/** The rows of the slice's table in its order: at most `limit`, or all. */
export async function sliceRows(db: Database, slice: Slice, limit?: number): Promise<SliceRows> {
  return slice.tab === "projects"
    ? { tab: "projects", rows: await projectRows(db, slice, limit) }
    : { tab: "indicators", rows: await indicatorRows(db, slice, limit) };
}

function projectRows(db: Database, slice: Slice, limit?: number): Promise<ProjectRow[]> {
  const { where, params } = conditionsOf(slice);
  return db.rows(
    `WITH row AS (
       SELECT
         item.id AS "projectId",
         project.name,
         item.department_id::VARCHAR AS "departmentId",
         departments.name::VARCHAR AS department,
         named.regions,
         item.fiscal_year::INTEGER AS year,
         item.theme::VARCHAR AS theme,
         item.amount_yuan::DOUBLE AS amount,
         coalesce(promise.count, 0)::INTEGER AS indicators,
         coalesce(finding.count, 0)::INTEGER AS findings
       FROM ${PROJECT_ITEMS}
       JOIN projects AS project ON project.project_id = item.id
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
       LEFT JOIN departments ON departments.department_id = item.department_id::VARCHAR
       WHERE ${where("project")}
     )
     SELECT *
     FROM row
     ORDER BY ${orderOf(slice.sort ?? LARGEST_FIRST, "projects")}"projectId"
     ${limitTo(limit)}`,
    params,
  );
}

function indicatorRows(db: Database, slice: Slice, limit?: number): Promise<IndicatorRow[]> {
  const { where, params } = conditionsOf(slice);
  return db.rows(
    `WITH row AS (
       SELECT
         item.id AS "indicatorId",
         indicator.name,
         indicator.level1::VARCHAR AS level1,
         indicator.level2::VARCHAR AS level2,
         coalesce(indicator.annual_value, indicator.period_value) AS text,
         indicator.target_kind::VARCHAR AS kind,
         indicator.comparison::VARCHAR AS comparison,
         indicator.value::DOUBLE AS value,
         indicator.upper::DOUBLE AS upper,
         indicator.unit::VARCHAR AS unit,
         indicator.deadline::VARCHAR AS deadline,
         item.project_id AS "projectId",
         project.name AS project,
         item.department_id::VARCHAR AS "departmentId",
         departments.name::VARCHAR AS department
       FROM ${INDICATOR_ITEMS}
       JOIN indicators AS indicator ON indicator.indicator_id = item.id
       LEFT JOIN projects AS project ON project.project_id = item.project_id
       LEFT JOIN departments ON departments.department_id = item.department_id::VARCHAR
       WHERE ${where("indicator")}
     )
     SELECT *
     FROM row
     ORDER BY ${orderOf(slice.sort, "indicators")}"indicatorId"
     ${limitTo(limit)}`,
    params,
  );
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
