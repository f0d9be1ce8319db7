/**
 * What each chart of the explorer shows, as statements over the relations of `itemsOf` and, of
 * slice.ts, `item` and `place`.
 */
import { NONE, type Slice } from "./slice-conditions.ts";
import { LEVEL1, LEVEL2, key, passes } from "./slice-items.ts";

/** How much, by whether it is shared with others: with regions, or with types. */
export interface Shares {
  /** From projects of this one alone. */
  readonly sole: number;
  /** From projects of several, by 1 ÷ how many they are. */
  readonly shared: number;
  /** From the same, whole. */
  readonly whole: number;
}

/** What a region has of the slice, without the condition on regions. */
export interface RegionShare extends Shares {
  /** `NONE` for what names no region. */
  readonly key: string;
  readonly name: string | null;
}

/** What the departments of one place pay for one region, without the conditions on either. */
export interface Flow extends Shares {
  /** Code of the paying government's place, `NONE` if not known. */
  readonly city: string;
  /** `NONE` for what names no region. */
  readonly region: string;
}

/** What one department has of one indicator type, without the conditions on either. */
export interface TypeOfDepartment extends Shares {
  readonly department: string;
  /** `level1-level2`. */
  readonly type: string;
}

/** Projects whose amount is within a step of the scale, without the condition on amounts. */
export interface AmountStep {
  /** Yuan, the least of the step: 0 is below one yuan, then 1, 2, 5, 10, 20, 50…; null is not stated. */
  readonly from: number | null;
  readonly projects: number;
  /** Yuan; null where none is stated. */
  readonly amount: number | null;
}

/** Indicators of a level-1 class by what kind of target they set, without the conditions on either. */
export interface TargetsOfType {
  readonly type: string;
  readonly kind: string;
  readonly indicators: number;
}

/** Indicators of a family that set the same target, without the condition on families. */
export interface FamilyTarget {
  readonly family: string;
  /** As published; null where the number stands alone. */
  readonly unit: string | null;
  readonly comparison: string | null;
  readonly value: number;
  readonly indicators: number;
  /** How many departments they are of. */
  readonly departments: number;
  /** One of them, with where it stands. */
  readonly indicatorId: string;
  /** Its project; null for an indicator of the department as a whole. */
  readonly projectId: string | null;
  readonly disclosureId: string;
  readonly page: number;
  readonly row: number;
  /** All numeric targets of the family in this unit. */
  readonly total: number;
}

const SHARES = `
  coalesce(sum(value) FILTER (places = 1), 0)::DOUBLE AS sole,
  coalesce(sum(value / places) FILTER (places > 1), 0)::DOUBLE AS shared,
  coalesce(sum(value) FILTER (places > 1), 0)::DOUBLE AS whole`;

/** What each region has, as it is named (not its province for it). */
export function regionsOf(): string {
  return `SELECT code AS key, name, ${SHARES}
    FROM item JOIN place USING (n)
    WHERE ${passes("fails", "region")}
    GROUP BY code, name`;
}

/** What goes from the place of each payer to each region. */
export function flowsOf(): string {
  return `SELECT ${key("city")} AS city, code AS region, ${SHARES}
    FROM item JOIN place USING (n) JOIN owner USING (n)
    WHERE ${passes("item.fails", "region", "city")}
    GROUP BY city, code`;
}

/** What each department has of each indicator type. */
export function typesOf({ measure }: Slice): string {
  if (measure === "indicators") {
    return `SELECT
        ${key("department_id")} AS department,
        ${LEVEL2} AS type,
        count(*)::DOUBLE AS sole,
        0::DOUBLE AS shared,
        0::DOUBLE AS whole
      FROM indicator JOIN owner USING (n)
      WHERE ${passes("indicator.fails", "department", "type")}
      GROUP BY department_id, level1, level2`;
  }
  return `SELECT ${key("department_id")} AS department, ${LEVEL2} AS type, ${SHARES}
    FROM (
      SELECT
        n,
        level1,
        level2,
        count(*) OVER (PARTITION BY n) AS places,
        bool_or(${passes("own_fails", "type")}) AS is_in
      FROM indicator
      GROUP BY n, level1, level2
    ) AS class
    JOIN owner USING (n)
    JOIN item USING (n)
    WHERE is_in AND ${passes("owner.fails", "department")}
    GROUP BY department_id, level1, level2`;
}

/** How many projects there are of each step of a scale that rises by 1, 2, 5, 10. */
export function amountsOf(): string {
  return `SELECT step AS "from", count(*)::INTEGER AS projects, sum(amount_yuan)::DOUBLE AS amount
    FROM (
      SELECT
        amount_yuan,
        pow(10, length(floor(amount_yuan)::BIGINT::VARCHAR) - 1) AS power,
        CASE
          WHEN amount_yuan < 1 THEN 0
          WHEN amount_yuan >= 5 * power THEN 5 * power
          WHEN amount_yuan >= 2 * power THEN 2 * power
          WHEN amount_yuan IS NOT NULL THEN power
        END::DOUBLE AS step
      FROM project
      WHERE ${passes("fails", "amount")}
    )
    GROUP BY step`;
}

/** How many indicators of each level-1 class set a target of each kind; whatever the measure. */
export function targetsOf(): string {
  return `SELECT ${LEVEL1} AS type, target_kind::VARCHAR AS kind, count(*)::INTEGER AS indicators
    FROM indicator
    WHERE ${passes("fails", "type", "target")}
    GROUP BY level1, target_kind`;
}

/** Families and units with the most numbers, and of each the most frequent numbers. */
const MOST_FAMILIES = 12;
const MOST_TARGETS = 60;

/** The numbers that families set as targets, in the units that most of them use. */
export function familiesOf(): string {
  return `WITH target AS (
      SELECT
        item.family_id,
        nullif(item.unit::VARCHAR, '') AS unit,
        item.comparison,
        item.value,
        count(*) AS indicators,
        count(DISTINCT owner.department_id) AS departments,
        min(indicator_row) AS indicator_row
      FROM indicator
      JOIN owner USING (n)
      JOIN indicators AS item ON item.rowid = indicator_row
      WHERE item.family_id IS NOT NULL
        AND item.value IS NOT NULL
        AND item.target_kind = 'quantity'
        AND ${passes("indicator.fails", "family")}
      GROUP BY ALL
    ),
    ranked AS (
      SELECT
        target.*,
        sum(indicators) OVER own AS total,
        row_number() OVER (PARTITION BY family_id, unit ORDER BY indicators DESC, value, indicator_row) AS position
      FROM target
      WINDOW own AS (PARTITION BY family_id, unit)
    )
    SELECT
      target.family_id::VARCHAR AS family,
      target.unit,
      target.comparison::VARCHAR AS comparison,
      target.value::DOUBLE AS value,
      target.indicators::INTEGER AS indicators,
      target.departments::INTEGER AS departments,
      item.indicator_id AS "indicatorId",
      item.project_id AS "projectId",
      item.disclosure_id::VARCHAR AS "disclosureId",
      item.page::INTEGER AS page,
      item.row::INTEGER AS row,
      target.total::INTEGER AS total
    FROM ranked AS target
    JOIN indicators AS item ON item.rowid = target.indicator_row
    WHERE target.position <= ${MOST_TARGETS} AND target.total > 1
    QUALIFY dense_rank() OVER (
      ORDER BY target.total DESC, target.family_id::VARCHAR, target.unit
    ) <= ${MOST_FAMILIES}`;
}

/** The places that each owner names, with how many they are; `NONE` for one that names none. */
export const PLACES = `
  SELECT
    owner.n,
    coalesce(named.region_code::VARCHAR, '${NONE}') AS code,
    named.region_name::VARCHAR AS name,
    count(*) OVER (PARTITION BY owner.n) AS places
  FROM owner
  LEFT JOIN project_regions AS named ON named.project_id = owner.project_id`;
