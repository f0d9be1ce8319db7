import type { Database } from "./database.ts";
import type { Span } from "./indicators.ts";
import { IS_SOLE, LATEST_PROJECTS, REACH } from "./latest.ts";

/** A region with what it and the places inside it receive. */
export interface RegionSummary {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: "province" | "prefecture" | "county";
  readonly parentCode: string | null;
  readonly provinceCode: string;
  /** Yuan of projects all of whose regions lie here, each department in its latest year. */
  readonly sole: number;
  /** Yuan of the other projects: the part of their regions that lies here. */
  readonly shared: number;
  readonly projects: number;
  /** Departments that pay for those projects. */
  readonly payers: number;
  /** Departments that sit here or in a place inside it. */
  readonly seats: number;
}

/** Every region of the data, by code: a province stands before the places inside it. */
export function regionSummaries(db: Database): Promise<RegionSummary[]> {
  return db.rows(
    `WITH ${LATEST_PROJECTS},
     ${REACH},
     received AS (
       SELECT
         reach.code,
         sum(project.amount_yuan) FILTER (WHERE ${IS_SOLE}) AS sole,
         sum(project.amount_yuan * reach.share) FILTER (WHERE NOT ${IS_SOLE}) AS shared,
         count(*) AS projects,
         count(DISTINCT project.department_id) AS payers
       FROM reach
       JOIN latest_projects AS project ON project.project_id = reach.project_id
       GROUP BY reach.code
     ),
     seat AS (
       SELECT within.container AS code, count(*) AS seats
       FROM departments AS department
       JOIN within ON within.code = department.region_code::VARCHAR
       GROUP BY ALL
     )
     SELECT
       region.code,
       region.name,
       region.short_name AS "shortName",
       region.level::VARCHAR AS level,
       region.parent_code::VARCHAR AS "parentCode",
       region.province_code::VARCHAR AS "provinceCode",
       coalesce(received.sole, 0)::DOUBLE AS sole,
       coalesce(received.shared, 0)::DOUBLE AS shared,
       coalesce(received.projects, 0)::INTEGER AS projects,
       coalesce(received.payers, 0)::INTEGER AS payers,
       coalesce(seat.seats, 0)::INTEGER AS seats
     FROM regions AS region
     LEFT JOIN received ON received.code = region.code
     LEFT JOIN seat ON seat.code = region.code
     ORDER BY region.code`,
  );
}

/** A project as the page of a region lists it. */
export interface RegionProject extends Span {
  readonly projectId: string;
  readonly disclosureId: string;
  readonly name: string;
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly year: number | null;
  readonly theme: string | null;
  readonly goal: string | null;
  /** Yuan of the whole project. */
  readonly amount: number | null;
  readonly amountPrinted: string | null;
  /** The words that name this region, or the first of the places inside it. */
  readonly mention: string;
  readonly basis: "name" | "goal" | "indicator";
  /** Part of its regions that lies here: 1 if the project serves this region alone. */
  readonly share: number;
  /** Full names of all of its regions, joined by “、”. */
  readonly regions: string;
}

/** The projects that serve a region or a place inside it, of all years, newest and largest first. */
export function regionProjects(db: Database, code: string): Promise<RegionProject[]> {
  return db.rows(
    `WITH ${REACH},
     named AS (
       SELECT
         link.project_id,
         arg_min(link.mention::VARCHAR, link.region_code::VARCHAR) AS mention,
         arg_min(link.basis::VARCHAR, link.region_code::VARCHAR) AS basis
       FROM project_regions AS link
       JOIN within ON within.code = link.region_code::VARCHAR
       WHERE within.container = $1
       GROUP BY link.project_id
     )
     SELECT
       project.project_id AS "projectId",
       disclosure.disclosure_id AS "disclosureId",
       project.name,
       project.department_id::VARCHAR AS "departmentId",
       disclosure.department_name::VARCHAR AS department,
       disclosure.fiscal_year::INTEGER AS year,
       project.theme::VARCHAR AS theme,
       project.goal,
       project.amount_yuan::DOUBLE AS amount,
       project.amount_printed AS "amountPrinted",
       named.mention,
       named.basis,
       project.page::INTEGER AS page,
       project.row::INTEGER AS row,
       project.text_start::INTEGER AS start,
       project.text_end::INTEGER AS "end",
       CASE WHEN ${IS_SOLE} THEN 1 ELSE reach.share END::DOUBLE AS share,
       (SELECT string_agg(link.region_name::VARCHAR, '、' ORDER BY link.region_code::VARCHAR)
        FROM project_regions AS link
        WHERE link.project_id = project.project_id) AS regions
     FROM reach
     JOIN projects AS project ON project.project_id = reach.project_id
     JOIN named ON named.project_id = reach.project_id
     JOIN disclosures AS disclosure
       ON disclosure.disclosure_id = project.disclosure_id::VARCHAR
     WHERE reach.code = $1
     ORDER BY year DESC NULLS LAST, amount DESC NULLS LAST, "projectId"`,
    [code],
  );
}

/** What one department pays to a region in one fiscal year. */
export interface RegionPayer {
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly year: number | null;
  /** Yuan, as in `RegionSummary`. */
  readonly sole: number;
  readonly shared: number;
  readonly projects: number;
}

/** Who pays to a region and the places inside it: a row for each department and year. */
export function regionPayers(db: Database, code: string): Promise<RegionPayer[]> {
  return db.rows(
    `WITH ${REACH}
     SELECT
       project.department_id::VARCHAR AS "departmentId",
       disclosure.department_name::VARCHAR AS department,
       disclosure.fiscal_year::INTEGER AS year,
       coalesce(sum(project.amount_yuan) FILTER (WHERE ${IS_SOLE}), 0)::DOUBLE AS sole,
       coalesce(sum(project.amount_yuan * reach.share) FILTER (WHERE NOT ${IS_SOLE}), 0)::DOUBLE
         AS shared,
       count(*)::INTEGER AS projects
     FROM reach
     JOIN projects AS project ON project.project_id = reach.project_id
     JOIN disclosures AS disclosure
       ON disclosure.disclosure_id = project.disclosure_id::VARCHAR
     WHERE reach.code = $1
     GROUP BY ALL
     ORDER BY year DESC NULLS LAST, sole + shared DESC, "departmentId"`,
    [code],
  );
}

/** A promise: an indicator of a project that serves a region. */
export interface RegionPromise extends Span {
  readonly indicatorId: string;
  readonly disclosureId: string;
  readonly projectId: string;
  readonly level1: string | null;
  readonly level2: string | null;
  readonly name: string;
  /** The target as printed: of the year, else of the implementation period. */
  readonly target: string | null;
  /** Whether the target is a number, a range or a date, which can be checked. */
  readonly measurable: boolean;
}

/** The indicators of the projects that serve a region, in the order of the documents. */
export function regionPromises(db: Database, code: string): Promise<RegionPromise[]> {
  return db.rows(
    `WITH ${REACH}
     SELECT
       indicator.indicator_id AS "indicatorId",
       indicator.disclosure_id::VARCHAR AS "disclosureId",
       indicator.project_id AS "projectId",
       indicator.level1::VARCHAR AS level1,
       indicator.level2::VARCHAR AS level2,
       indicator.name,
       coalesce(indicator.annual_value, indicator.period_value) AS target,
       indicator.target_kind::VARCHAR NOT IN ('qualitative', 'missing') AS measurable,
       indicator.page::INTEGER AS page,
       indicator.row::INTEGER AS row,
       indicator.text_start::INTEGER AS start,
       indicator.text_end::INTEGER AS "end"
     FROM reach
     JOIN indicators AS indicator ON indicator.project_id = reach.project_id
     WHERE reach.code = $1
     ORDER BY indicator.project_id, indicator.seq`,
    [code],
  );
}

/** A department that sits in a region, and what its projects cost. */
export interface SeatedDepartment {
  readonly departmentId: string;
  readonly department: string;
  readonly regionName: string;
  readonly year: number | null;
  /** Yuan of its projects in its latest year, and of those of them that name no region. */
  readonly amount: number;
  readonly unnamed: number;
  readonly projects: number;
}

/** The departments that sit in a region or a place inside it, largest first. */
export function regionDepartments(db: Database, code: string): Promise<SeatedDepartment[]> {
  return db.rows(
    `WITH ${LATEST_PROJECTS},
     ${REACH}
     SELECT
       department.department_id AS "departmentId",
       department.name::VARCHAR AS department,
       department.region_name::VARCHAR AS "regionName",
       max(project.fiscal_year)::INTEGER AS year,
       coalesce(sum(project.amount_yuan), 0)::DOUBLE AS amount,
       coalesce(sum(project.amount_yuan) FILTER (
         WHERE project.project_id NOT IN (SELECT project_id FROM project_regions)
       ), 0)::DOUBLE AS unnamed,
       count(project.project_id)::INTEGER AS projects
     FROM departments AS department
     JOIN within ON within.code = department.region_code::VARCHAR
     LEFT JOIN latest_projects AS project
       ON project.department_id::VARCHAR = department.department_id
     WHERE within.container = $1
     GROUP BY department.department_id, department.name, department.region_name
     ORDER BY amount DESC, "departmentId"`,
    [code],
  );
}

/** The regions that contain a region, from the province down; without the region itself. */
export function containersOf(
  code: string,
  regions: readonly RegionSummary[],
): readonly RegionSummary[] {
  const parentCode = regions.find((region) => region.code === code)?.parentCode;
  const parent = regions.find((region) => region.code === parentCode);
  return parent ? [...containersOf(parent.code, regions), parent] : [];
}

/** The department that pays most of what a region receives in its latest year, and its part. */
export function largestPayer(
  payers: readonly RegionPayer[],
): { department: string; share: number } | undefined {
  const amounts = new Map<string, number>();
  for (const { department, sole, shared } of payers) {
    // Rows come newest first; an older year of the same department does not add up with it.
    if (department === null || amounts.has(department)) continue;
    amounts.set(department, sole + shared);
  }
  const total = [...amounts.values()].reduce((a, b) => a + b, 0);
  const largest = [...amounts].sort(([, a], [, b]) => b - a)[0];
  if (!largest || total === 0) return undefined;
  return { department: largest[0], share: largest[1] / total };
}

/** Yuan of a project that fall to the region by its share; null where no amount is stated. */
export function shareOf({ amount, share }: RegionProject): number | null {
  return amount === null ? null : amount * share;
}

/** The departments of a region together. */
export interface SeatedSum {
  readonly departments: number;
  readonly projects: number;
  /** Yuan, as in `SeatedDepartment`. */
  readonly amount: number;
  readonly unnamed: number;
}

/** Adds up the departments of a region. */
export function sumOf(departments: readonly SeatedDepartment[]): SeatedSum {
  const sum = { departments: departments.length, projects: 0, amount: 0, unnamed: 0 };
  for (const { projects, amount, unnamed } of departments) {
    sum.projects += projects;
    sum.amount += amount;
    sum.unnamed += unnamed;
  }
  return sum;
}

/** Regions by what they receive. */
export function largestFirst(regions: readonly RegionSummary[]): RegionSummary[] {
  return [...regions].sort((a, b) => b.sole + b.shared - (a.sole + a.shared));
}

/** What a region is called in each language, in full and for short. */
export interface RegionNames {
  readonly name: string;
  readonly shortName: string;
  readonly nameEn: string;
  readonly shortNameEn: string;
}

/** The names of all regions that the data mentions, by code. */
export function regionNames(db: Database): Promise<RegionNames[]> {
  return db.rows(
    `SELECT
       region.name,
       region.short_name AS "shortName",
       region.name_en AS "nameEn",
       region.short_name_en AS "shortNameEn"
     FROM regions AS region
     ORDER BY region.code`,
  );
}
