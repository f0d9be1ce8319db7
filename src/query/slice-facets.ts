import type { Database } from "./database.ts";
import { NONE, type Facet, type Slice } from "./slice-conditions.ts";
import {
  COMPARISON,
  FUNDING_SOURCES,
  LEVEL1,
  LEVEL2,
  OWNERS,
  bitOf,
  key,
  passes,
} from "./slice-items.ts";

/** A value of a facet that the data has. */
export interface FacetValue {
  readonly facet: Facet;
  readonly key: string;
  /** Name as published; null where the site has a word of its own for it, as for `NONE`. */
  readonly name: string | null;
  /** The English name, where one is published. */
  readonly nameEn: string | null;
  /** Key of the value that contains it: the province of a prefecture, the level 1 of a level 2. */
  readonly parent: string | null;
}

/** How much of the slice a facet value has, under the conditions of the others. */
export interface FacetCount {
  readonly facet: Facet;
  readonly key: string;
  /** Indicators where the measure is indicators, otherwise projects; each once. */
  readonly count: number;
}

/** Every value of every facet in the data: regions that a project names, classes, and what contains them. */
export function facetValues(db: Database): Promise<FacetValue[]> {
  return db.rows(
    `WITH owner AS MATERIALIZED (
       SELECT owner.*, departments.name::VARCHAR AS department, departments.region_code AS city
       FROM ${OWNERS} AS owner
       LEFT JOIN departments ON departments.department_id = owner.department_id
     ),
     place(facet, code) AS (
       SELECT 'region', region_code::VARCHAR FROM project_regions
       UNION
       SELECT 'city', city::VARCHAR FROM owner WHERE city IS NOT NULL
     ),
     value(facet, key, name, name_en, parent) AS (
       SELECT place.facet, container.code, container.name, container.short_name_en,
         nullif(container.parent_code, '')
       FROM place
       JOIN regions AS region ON region.code = place.code
       JOIN regions AS container
         ON container.code IN (region.code, region.parent_code, region.province_code)
       UNION
       SELECT 'region', '${NONE}', NULL, NULL, NULL
       UNION
       SELECT 'city', '${NONE}', NULL, NULL, NULL FROM owner WHERE city IS NULL
       UNION
       SELECT 'type', ${LEVEL1}, level1::VARCHAR, NULL, NULL FROM indicators
       UNION
       SELECT 'type', ${LEVEL2}, level2::VARCHAR, NULL, ${LEVEL1} FROM indicators
       UNION
       SELECT 'department', ${key("department_id")}, department, NULL, NULL FROM owner
       UNION
       SELECT 'department', department_id, name::VARCHAR, NULL, NULL FROM departments
       UNION
       SELECT 'unit', ${key("unit")}, unit, NULL, NULL FROM owner
       UNION
       SELECT 'year', ${key("fiscal_year")}, fiscal_year::VARCHAR, NULL, NULL FROM owner
       UNION
       SELECT 'theme', ${key("theme")}, theme, NULL, NULL FROM owner
       ${Object.entries(FUNDING_SOURCES)
         .map(
           ([source, condition]) =>
             `UNION SELECT 'funding', '${source}', NULL, NULL, NULL FROM owner WHERE ${condition}`,
         )
         .join("\n")}
       UNION
       SELECT 'target', target_kind::VARCHAR, NULL, NULL, NULL FROM indicators
       UNION
       SELECT 'target', ${COMPARISON}, comparison::VARCHAR, NULL, target_kind::VARCHAR
       FROM indicators
       WHERE comparison IS NOT NULL
       UNION
       SELECT 'family', family_id, name, name_en, NULL
       FROM indicator_families
       WHERE family_id IN (SELECT family_id::VARCHAR FROM indicators)
       UNION
       SELECT 'family', '${NONE}', NULL, NULL, NULL FROM indicators WHERE family_id IS NULL
       UNION
       SELECT 'finding', severity::VARCHAR, NULL, NULL, NULL FROM findings WHERE project_id IS NOT NULL
       UNION
       SELECT 'finding', rules.rule, question, question_en, findings.severity::VARCHAR
       FROM findings
       JOIN rules ON rules.rule = findings.rule::VARCHAR
       WHERE project_id IS NOT NULL
     )
     SELECT facet, key, name, name_en AS "nameEn", parent
     FROM value
     ORDER BY facet, key`,
  );
}

/**
 * Counts beside every facet value that the slice has, each facet under the conditions of the others.
 *
 * Needs `item` and `place` of slice.ts beside the relations of `itemsOf`. Few branches, since planning
 * one costs more than running it over some hundred thousand rows.
 */
export function countsOf({ measure }: Slice): string {
  const fails = measure === "indicators" ? "fails" : "project_fails";
  const count = measure === "indicators" ? "count(*)" : "count(DISTINCT n)";
  const ofIndicators = (facet: Facet, value: string, columns: string) =>
    `SELECT '${facet}', ${value}, ${count}
     FROM indicator
     WHERE ${passes(fails, facet)}
     GROUP BY ${columns}`;
  const parts = [
    ofOwners(),
    ofIndicators("type", nested("level2", LEVEL1, LEVEL2), sets("level1", "level2")),
    ofIndicators(
      "target",
      nested("comparison", "target_kind::VARCHAR", COMPARISON),
      sets("target_kind", "comparison"),
    ),
    ofIndicators("family", key("family_id"), "family_id"),
    measure === "indicators" ? findingsOfIndicators() : findingsOfProjects(),
  ];
  return `SELECT facet, key, count::INTEGER AS count
    FROM (${parts.join(" UNION ALL ")}) AS part(facet, key, count)
    WHERE key IS NOT NULL AND count > 0`;
}

/** What owners have: one value of most facets, of regions all that they name and what contains them. */
function ofOwners(): string {
  const values: readonly (readonly [facet: Facet, key: string])[] = [
    ["department", key("department_id")],
    ["unit", key("unit")],
    ["year", key("fiscal_year")],
    ["theme", key("theme")],
    ["city", key("city")],
    ["city", "nullif(parent_code, province_code)"],
    ["city", "nullif(province_code, city)"],
    ...Object.entries(FUNDING_SOURCES).map(
      ([source, condition]) => ["funding", `CASE WHEN ${condition} THEN '${source}' END`] as const,
    ),
  ];
  return `SELECT facet, key, sum(item.count)
    FROM (
      SELECT
        n,
        unnest([${values.map(([facet]) => `'${facet}'`).join(", ")}]) AS facet,
        unnest([${values.map(([, value]) => value).join(", ")}]) AS key,
        unnest([${values.map(([facet]) => bitOf(facet)).join(", ")}]) AS bit
      FROM owner
      LEFT JOIN regions ON regions.code = owner.city
      UNION ALL
      SELECT DISTINCT n, 'region', unnest([place.code, parent_code, province_code]), ${bitOf("region")}
      FROM place
      LEFT JOIN regions ON regions.code = place.code
    )
    JOIN item USING (n)
    WHERE item.fails & ~bit = 0 AND key <> ''
    GROUP BY facet, key`;
}

/** Findings about projects and about their indicators. */
function findingsOfProjects(): string {
  return `SELECT 'finding', ${nested("rule", "severity::VARCHAR", "rule::VARCHAR")}, count(DISTINCT n)
    FROM findings
    JOIN owner ON owner.id = findings.project_id
    JOIN project USING (n)
    WHERE ${passes("project.fails", "finding")}
    GROUP BY ${sets("severity", "rule")}`;
}

/** Findings about indicators, and those about their project as a whole. */
function findingsOfIndicators(): string {
  return `SELECT 'finding', ${nested("rule", "severity::VARCHAR", "rule::VARCHAR")}, count(DISTINCT indicator_row)
    FROM (
      SELECT severity, rule, indicator_row, fails
      FROM findings
      JOIN indicators AS item ON item.indicator_id = findings.indicator_id
      JOIN indicator ON indicator.indicator_row = item.rowid
      UNION ALL
      SELECT severity, rule, indicator_row, indicator.fails
      FROM findings
      JOIN owner ON owner.id = findings.project_id
      JOIN indicator USING (n)
      WHERE findings.indicator_id IS NULL
    )
    WHERE ${passes("fails", "finding")}
    GROUP BY ${sets("severity", "rule")}`;
}

/** Groups by the outer column, and by both. */
function sets(outer: string, inner: string): string {
  return `GROUPING SETS ((${outer}), (${outer}, ${inner}))`;
}

/** The value of a row of such groups. */
function nested(inner: string, outerKey: string, innerKey: string): string {
  return `CASE WHEN grouping(${inner}) = 1 THEN ${outerKey} ELSE ${innerKey} END`;
}
