import {
  CONDITIONS,
  NONE,
  isNarrowedBy,
  type AmountRange,
  type Condition,
  type Slice,
} from "./slice-conditions.ts";
import type { Hits } from "./search.ts";

/** What tells that an item fails a condition: one bit for each, and one for a project without a fitting indicator. */
export function bitOf(...conditions: readonly (Condition | "indicators")[]): number {
  const all: readonly string[] = [...CONDITIONS, "indicators"];
  return conditions.reduce((bits, condition) => bits | (1 << all.indexOf(condition)), 0);
}

/** The SQL condition that an item fails no condition but, perhaps, those given. */
export function passes(fails: string, ...except: readonly Condition[]): string {
  return except.length === 0 ? `${fails} = 0` : `${fails} & ${~bitOf(...except)} = 0`;
}

/** A column as a value of a facet. */
export function key(column: string): string {
  return `coalesce(${column}::VARCHAR, '${NONE}')`;
}

/** The item's level-1 class as a value of the facet. */
export const LEVEL1 = key("level1");

/** The item's level-1 and level-2 class as a value of the facet. */
export const LEVEL2 = `${LEVEL1} || '-' || ${key("level2")}`;

/** The item's kind of target with its comparison as a value of the facet. */
export const COMPARISON = "target_kind::VARCHAR || '-' || comparison::VARCHAR";

/**
 * What a budget puts forward: projects, and for the indicators of a department as a whole the document
 * that has them, which has no project and so no unit, theme, amount or region.
 */
export const OWNERS = `(
  SELECT
    project_id AS id,
    project_id,
    projects.rowid AS project_row,
    projects.department_id::VARCHAR AS department_id,
    fiscal_year,
    unit::VARCHAR AS unit,
    theme::VARCHAR AS theme,
    amount_yuan,
    coalesce(fiscal_yuan > 0, FALSE) AS is_fiscal,
    coalesce(special_account_yuan > 0, FALSE) AS is_special,
    coalesce(other_yuan > 0, FALSE) AS is_other
  FROM projects
  JOIN disclosures USING (disclosure_id)
  UNION ALL
  SELECT disclosure_id, NULL, NULL, department_id::VARCHAR, fiscal_year, NULL, NULL, NULL, FALSE, FALSE, FALSE
  FROM disclosures
  WHERE disclosure_id IN (
    SELECT indicators.disclosure_id::VARCHAR FROM indicators WHERE project_id IS NULL
  )
)`;

/** A slice with the rows in which its words were found: without them none with words can be asked for. */
export type Asked = Slice & { readonly hits?: Hits | undefined };

const OF_INDICATORS = ["q", "type", "target", "family"] as const;
const OF_OWNERS = CONDITIONS.filter(
  (condition) => !OF_INDICATORS.some((other) => other === condition),
);

/** The items of a slice, for one statement. */
export interface Items {
  /**
   * What stands behind WITH:
   *
   * - `owner`: all of `OWNERS` with `n` (a number), `city` and `fails`, the bits of the conditions that
   *   it fails itself;
   * - `indicator`: all indicators, `indicator_row` being their rowid, `n` that of the owner; `fails` as an indicator,
   *   `project_fails` as what a project has; `own_fails` of the conditions on indicators alone;
   * - `project`: the owners that are projects, `n`, `amount_yuan` and `fails`, with the bit “indicators”
   *   where no indicator of theirs meets all conditions on indicators.
   */
  readonly ctes: string;
  /** Values of `$1`, `$2`…. */
  readonly params: readonly (string | number)[];
}

/**
 * Puts the conditions of a slice to every item, once for all that is counted.
 *
 * Values travel as parameters, the same value as the same one however often it is asked for. They are
 * cast to text, so that a value that the data does not have is an empty answer and not an error of
 * conversion to an ENUM. Throws if words are to be found and nobody has looked for them.
 */
export function itemsOf(slice: Asked): Items {
  const params: (string | number)[] = [];
  const narrowed = <C extends Condition>(conditions: readonly C[]) =>
    conditions.filter((condition) => isNarrowedBy(slice, condition));
  const ofIndicators = narrowed(OF_INDICATORS);
  const own = failsOf(ofIndicators, indicatorCondition);
  const finding = failsOf(narrowed(["finding"]), indicatorCondition);

  const ctes = `owner AS MATERIALIZED (
    SELECT owner.*, ${failsOf(narrowed(OF_OWNERS), ownerCondition)} AS fails
    FROM (
      SELECT
        (row_number() OVER ())::INTEGER AS n,
        owner.*,
        departments.region_code::VARCHAR AS city,
        ${isHit("projects", "project_row")} AS is_hit
      FROM ${OWNERS} AS owner
      LEFT JOIN departments ON departments.department_id = owner.department_id
    ) AS owner
  ),
  indicator AS MATERIALIZED (
    SELECT
      item.*,
      own_fails | hit_fails | finding_fails | (owner_fails & ${~bitOf("finding")}) AS fails,
      own_fails | owner_fails | no_project AS project_fails
    FROM (
      SELECT
        item.rowid AS indicator_row,
        owner.n,
        item.level1,
        item.level2,
        item.target_kind,
        item.comparison,
        item.family_id,
        ${own} AS own_fails,
        CASE WHEN ${isHit("indicators", "item.rowid")} THEN 0 ELSE ${bitOf("q")} END AS hit_fails,
        ${finding} AS finding_fails,
        owner.fails AS owner_fails,
        CASE WHEN owner.project_id IS NULL THEN ${bitOf("indicators")} ELSE 0 END AS no_project
      FROM indicators AS item
      JOIN owner ON owner.id = coalesce(item.project_id, item.disclosure_id::VARCHAR)
    ) AS item
  ),
  project AS MATERIALIZED (
    SELECT n, amount_yuan, fails | ${missing()} AS fails
    FROM owner
    WHERE project_id IS NOT NULL
  )`;
  return { ctes, params };

  /** The bits of what an item fails. */
  function failsOf<C extends Condition>(
    conditions: readonly C[],
    conditionOf: (condition: C) => string,
  ): string {
    const bits = conditions.map(
      (condition) => `CASE WHEN ${conditionOf(condition)} THEN 0 ELSE ${bitOf(condition)} END`,
    );
    return bits.length > 0 ? `(${bits.join(" | ")})` : "0";
  }

  function missing(): string {
    if (ofIndicators.length === 0) return "0";
    // A project with the words needs no indicator, unless of one more is asked than words.
    const itself = ofIndicators.every((condition) => condition === "q") ? "is_hit OR" : "";
    return `CASE
      WHEN ${itself} n IN (SELECT n FROM indicator WHERE own_fails = 0)
      THEN 0 ELSE ${bitOf("indicators")}
    END`;
  }

  function ownerCondition(condition: Condition): string {
    switch (condition) {
      case "region":
        return regionCondition(slice.region);
      case "city":
        return `${key("owner.city")} IN (${list(slice.city)})
          OR owner.city IN (SELECT code FROM regions WHERE ${within(slice.city)})`;
      case "year":
        return `${key("owner.fiscal_year")} IN (${list(slice.year)})`;
      case "funding":
        return fundingCondition(slice.funding);
      case "finding":
        return `owner.project_id IN (SELECT project_id FROM findings WHERE ${ruleIn(slice.finding)})`;
      case "amount":
        return amountCondition(slice.amount);
      case "department":
        return `${key("owner.department_id")} IN (${list(slice.department)})`;
      case "unit":
      case "theme":
        return `${key(`owner.${condition}`)} IN (${list(slice[condition])})`;
      default:
        return "TRUE";
    }
  }

  /**
   * An indicator has the findings about it and those about its project as a whole. What a project has
   * the words in, it has them in with each of its indicators.
   */
  function indicatorCondition(condition: (typeof OF_INDICATORS)[number] | "finding"): string {
    switch (condition) {
      case "q":
        return `${isHit("indicators", "item.rowid")} OR owner.is_hit`;
      case "type":
        return `${LEVEL1} IN (${list(slice.type)}) OR ${LEVEL2} IN (${list(slice.type)})`;
      case "target":
        return `target_kind::VARCHAR IN (${list(slice.target)})
          OR ${COMPARISON} IN (${list(slice.target)})`;
      case "family":
        return `${key("item.family_id")} IN (${list(slice.family)})`;
      case "finding":
        return `item.indicator_id IN (
            SELECT indicator_id FROM findings WHERE ${ruleIn(slice.finding)}
          ) OR item.project_id IN (
            SELECT project_id FROM findings WHERE indicator_id IS NULL AND (${ruleIn(slice.finding)})
          )`;
    }
  }

  /** Whether the words were found in a row; null for no row. */
  function isHit(table: keyof Hits, row: string): string {
    if (!isNarrowedBy(slice, "q")) return "TRUE";
    if (!slice.hits) throw new Error(`nobody has looked for “${slice.q}”; pass its hits`);
    return `get_bit(${bind(slice.hits[table])}::BIT, ${row}::INTEGER) = 1`;
  }

  /** A region stands for every place inside it. */
  function regionCondition(values: readonly string[]): string {
    const codes = values.filter((value) => value !== NONE);
    const named = `owner.project_id IN (
      SELECT named.project_id
      FROM project_regions AS named
      JOIN regions ON regions.code = named.region_code::VARCHAR
      WHERE ${within(codes)}
    )`;
    const none = `NOT EXISTS (
      SELECT 1 FROM project_regions AS named WHERE named.project_id = owner.project_id
    )`;
    if (codes.length === 0) return none;
    return values.includes(NONE) ? `${named} OR ${none}` : named;
  }

  function within(codes: readonly string[]): string {
    const values = list(codes);
    return `code IN (${values}) OR parent_code IN (${values}) OR province_code IN (${values})`;
  }

  function fundingCondition(values: readonly string[]): string {
    const sources = Object.entries(FUNDING_SOURCES).filter(([source]) => values.includes(source));
    return sources.map(([, condition]) => `(${condition})`).join(" OR ") || "FALSE";
  }

  function amountCondition(range: AmountRange | null): string {
    if (range === NONE) return "owner.amount_yuan IS NULL";
    const { from = null, below = null } = range ?? {};
    const limits = [
      from !== null && `owner.amount_yuan >= ${bind(from)}::DOUBLE`,
      below !== null && `owner.amount_yuan < ${bind(below)}::DOUBLE`,
    ];
    return limits.filter(Boolean).join(" AND ") || "owner.amount_yuan IS NOT NULL";
  }

  function ruleIn(values: readonly string[]): string {
    return `rule::VARCHAR IN (${list(values)}) OR severity::VARCHAR IN (${list(values)})`;
  }

  function list(values: readonly string[]): string {
    return values.map((value) => `${bind(value)}::VARCHAR`).join(", ");
  }

  function bind(value: string | number): string {
    if (!params.includes(value)) params.push(value);
    return `$${params.indexOf(value) + 1}`;
  }
}

/** Where the money of an owner comes from, each with its condition. */
export const FUNDING_SOURCES = {
  fiscal: "owner.is_fiscal",
  special: "owner.is_special",
  other: "owner.is_other",
  [NONE]: "NOT (owner.is_fiscal OR owner.is_special OR owner.is_other)",
} as const;
