import type { Database } from "./database.ts";
import type { Span } from "./indicators.ts";
import { FINDING_ENTRIES, LATEST_PROJECTS, WITHIN } from "./latest.ts";

/** What the site holds, in figures. */
export interface Whole {
  readonly documents: number;
  readonly departments: number;
  readonly projects: number;
  readonly indicators: number;
  readonly regions: number;
  readonly findings: number;
  /** Yuan: the projects of each department in its latest fiscal year. */
  readonly amount: number;
  /** Of `amount`, yuan of projects that name no region. */
  readonly unnamed: number;
  /** Fiscal years that `amount` spans; null where no document states or implies one. */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** Counts over all documents, amounts over each department's latest year. */
export async function whole(db: Database): Promise<Whole> {
  const rows = await db.rows<Whole>(
    `WITH ${LATEST_PROJECTS},
     money AS (
       SELECT
         coalesce(sum(amount_yuan), 0)::DOUBLE AS amount,
         coalesce(sum(amount_yuan) FILTER (
           WHERE project_id NOT IN (SELECT project_id FROM project_regions)
         ), 0)::DOUBLE AS unnamed,
         min(fiscal_year)::INTEGER AS "firstYear",
         max(fiscal_year)::INTEGER AS "lastYear"
       FROM latest_projects
     )
     SELECT
       (SELECT count(*) FROM disclosures)::INTEGER AS documents,
       (SELECT count(*) FROM departments)::INTEGER AS departments,
       (SELECT count(*) FROM projects)::INTEGER AS projects,
       (SELECT count(*) FROM indicators)::INTEGER AS indicators,
       (SELECT count(DISTINCT region_code) FROM project_regions)::INTEGER AS regions,
       (SELECT count(*) FROM findings)::INTEGER AS findings,
       money.*
     FROM money`,
  );
  return rows[0]!;
}

/** What one department pays to one region. */
export interface Flow {
  /** The paying city: the prefecture, or the province-level region, that the department sits in. */
  readonly cityCode: string | null;
  readonly city: string | null;
  readonly departmentId: string | null;
  readonly department: string | null;
  /** Null for projects that name no region. */
  readonly regionCode: string | null;
  readonly region: string | null;
  readonly regionShort: string | null;
  /** Yuan; a project of n regions gives 1/n to each. */
  readonly amount: number;
  readonly projects: number;
}

/** Money from paying cities to regions, each department in its latest year, largest first. */
export function flows(db: Database): Promise<Flow[]> {
  return db.rows(
    `WITH ${LATEST_PROJECTS}
     SELECT
       city.code AS "cityCode",
       city.name AS city,
       department.department_id AS "departmentId",
       department.name::VARCHAR AS department,
       link.region_code::VARCHAR AS "regionCode",
       link.region_name::VARCHAR AS region,
       region.short_name AS "regionShort",
       coalesce(sum(project.amount_yuan * coalesce(link.share, 1)), 0)::DOUBLE AS amount,
       count(*)::INTEGER AS projects
     FROM latest_projects AS project
     LEFT JOIN departments AS department
       ON department.department_id = project.department_id::VARCHAR
     LEFT JOIN regions AS seat ON seat.code = department.region_code::VARCHAR
     LEFT JOIN regions AS city
       ON city.code = CASE seat.level::VARCHAR
         WHEN 'county' THEN seat.parent_code::VARCHAR
         ELSE seat.code
       END
     LEFT JOIN project_regions AS link ON link.project_id = project.project_id
     LEFT JOIN regions AS region ON region.code = link.region_code::VARCHAR
     GROUP BY ALL
     ORDER BY amount DESC, "departmentId", "regionCode"`,
  );
}

/** What a region that the documents name receives. */
export interface RegionAmount {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly province: string;
  /** Yuan of projects that serve this region alone. */
  readonly sole: number;
  /** Yuan of projects that serve several: 1/n of each. */
  readonly shared: number;
  readonly projects: number;
}

/** Whose money: that of one department, or of the departments that sit in a region. */
export interface Payer {
  readonly departmentId?: string;
  /** Code of the region that they, or places inside it that they, belong to. */
  readonly seat?: string;
}

/** Amounts of the regions that are named, each department in its latest year, largest first. */
export function regionAmounts(db: Database, payer: Payer = {}): Promise<RegionAmount[]> {
  return db.rows(
    `WITH ${LATEST_PROJECTS},
     ${WITHIN}
     SELECT
       region.code,
       region.name,
       region.short_name AS "shortName",
       province.name AS province,
       coalesce(sum(project.amount_yuan) FILTER (WHERE link.share = 1), 0)::DOUBLE AS sole,
       coalesce(sum(project.amount_yuan * link.share) FILTER (WHERE link.share < 1), 0)::DOUBLE
         AS shared,
       count(*)::INTEGER AS projects
     FROM latest_projects AS project
     JOIN project_regions AS link ON link.project_id = project.project_id
     JOIN regions AS region ON region.code = link.region_code::VARCHAR
     JOIN regions AS province ON province.code = region.province_code::VARCHAR
     WHERE
       ($1 IS NULL OR project.department_id::VARCHAR = $1)
       AND ($2 IS NULL OR project.department_id::VARCHAR IN (
         SELECT department.department_id
         FROM departments AS department
         JOIN within ON within.code = department.region_code::VARCHAR
         WHERE within.container = $2
       ))
     GROUP BY ALL
     ORDER BY sole + shared DESC, region.code`,
    [payer.departmentId ?? null, payer.seat ?? null],
  );
}

/** How many indicators of one class one department has. */
export interface TypeCount {
  readonly departmentId: string;
  readonly department: string;
  readonly level1: string | null;
  readonly level2: string | null;
  readonly indicators: number;
  /** Part of the department's indicators. */
  readonly share: number;
}

/** Indicators by class and department, over all documents, departments with most first. */
export function typesByDepartment(db: Database): Promise<TypeCount[]> {
  return db.rows(
    `SELECT
       department.department_id AS "departmentId",
       department.name::VARCHAR AS department,
       indicator.level1::VARCHAR AS level1,
       indicator.level2::VARCHAR AS level2,
       count(*)::INTEGER AS indicators,
       (count(*) / sum(count(*)) OVER (PARTITION BY department.department_id))::DOUBLE AS share
     FROM indicators AS indicator
     JOIN departments AS department
       ON department.department_id = indicator.department_id::VARCHAR
     GROUP BY
       department.department_id,
       department.name,
       indicator.level1,
       indicator.level2
     ORDER BY
       sum(count(*)) OVER (PARTITION BY department.department_id) DESC,
       department.department_id,
       indicators DESC,
       indicator.level1::VARCHAR,
       indicator.level2::VARCHAR`,
  );
}

/** A finding as a list shows it. */
export interface FindingEntry extends Span {
  readonly findingId: string;
  readonly rule: string;
  readonly severity: "error" | "warning" | "note";
  readonly message: string;
  readonly messageEn: string;
  readonly disclosureId: string;
  readonly title: string | null;
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly projectId: string | null;
  readonly project: string | null;
  /** The words of the document that it is about, where there are some. */
  readonly found: string | null;
}

/**
 * The findings of the documents that were fetched last; one of each rule before the second of any,
 * so that a short list shows what kinds there are.
 */
export function newestFindings(db: Database, limit: number): Promise<FindingEntry[]> {
  return db.rows(
    `${FINDING_ENTRIES}
     ORDER BY
       disclosure.retrieved DESC NULLS LAST,
       row_number() OVER (
         PARTITION BY disclosure.retrieved, finding.rule::VARCHAR
         ORDER BY finding.finding_id
       ),
       list_position(['error', 'warning', 'note'], finding.severity::VARCHAR),
       finding.finding_id
     LIMIT $1`,
    [limit],
  );
}

/** The largest flow between one city and one region. */
export interface LargestFlow {
  readonly city: string;
  /** Null for projects that name no region. */
  readonly region: string | null;
  /** Yuan that the city pays to all regions, and the part of it in this flow. */
  readonly total: number;
  readonly share: number;
}

/** Undefined where no city pays anything. */
export function largestFlow(rows: readonly Flow[]): LargestFlow | undefined {
  const pairs = new Map<string, { city: string; region: string | null; amount: number }>();
  const totals = new Map<string, number>();
  for (const { city, region, amount } of rows) {
    if (city === null) continue;
    const key = `${city}\n${region ?? ""}`;
    pairs.set(key, { city, region, amount: (pairs.get(key)?.amount ?? 0) + amount });
    totals.set(city, (totals.get(city) ?? 0) + amount);
  }
  const largest = [...pairs.values()].sort((a, b) => b.amount - a.amount)[0];
  if (!largest || largest.amount === 0) return undefined;
  const { city, region, amount } = largest;
  const total = totals.get(city)!;
  return { city, region, total, share: amount / total };
}

/** The region that receives most, with its part of what all of them receive. */
export interface LargestRegion {
  readonly name: string;
  readonly share: number;
  /** Yuan. */
  readonly total: number;
}

/** Undefined where no region receives anything; regions must not contain one another. */
export function largestRegion(
  rows: readonly Pick<RegionAmount, "name" | "sole" | "shared">[],
): LargestRegion | undefined {
  const amounts = rows.map(({ name, sole, shared }) => ({ name, amount: sole + shared }));
  const total = amounts.reduce((sum, { amount }) => sum + amount, 0);
  const largest = amounts.sort((a, b) => b.amount - a.amount)[0];
  if (!largest || total === 0) return undefined;
  return { name: largest.name, share: largest.amount / total, total };
}

/** The level-1 classes with most and with fewest indicators, as parts of all that have a class. */
export interface ClassShares {
  readonly total: number;
  readonly largest: { readonly level1: string; readonly share: number };
  readonly smallest: { readonly level1: string; readonly share: number };
}

/** Undefined where no indicator has a class. */
export function classShares(rows: readonly TypeCount[]): ClassShares | undefined {
  const counts = new Map<string, number>();
  for (const { level1, indicators } of rows) {
    if (level1 !== null) counts.set(level1, (counts.get(level1) ?? 0) + indicators);
  }
  const total = [...counts.values()].reduce((a, b) => a + b, 0);
  const shares = [...counts]
    .map(([level1, count]) => ({ level1, share: count / total }))
    .sort((a, b) => b.share - a.share);
  if (shares.length === 0) return undefined;
  return { total, largest: shares[0]!, smallest: shares.at(-1)! };
}
