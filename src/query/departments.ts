import type { Database } from "./database.ts";
import type { FindingEntry, TypeCount } from "./home.ts";
import type { Span } from "./indicators.ts";
import { FINDING_ENTRIES, LATEST_PROJECTS } from "./latest.ts";

/** A department in figures. */
export interface DepartmentSummary {
  readonly departmentId: string;
  readonly name: string;
  readonly regionCode: string | null;
  readonly regionName: string | null;
  readonly documents: number;
  /** Of all of its documents. */
  readonly indicators: number;
  readonly findings: number;
  /** Latest fiscal year for which there is a project table. */
  readonly year: number | null;
  /** Projects of that year, and their yuan. */
  readonly projects: number;
  readonly amount: number;
  /** Of `amount`, yuan of projects that name no region. */
  readonly unnamed: number;
}

/** All departments, the largest first. */
export function departmentSummaries(db: Database): Promise<DepartmentSummary[]> {
  return db.rows(
    `WITH ${LATEST_PROJECTS},
     money AS (
       SELECT
         department_id::VARCHAR AS department_id,
         max(fiscal_year) AS year,
         count(*) AS projects,
         sum(amount_yuan) AS amount,
         sum(amount_yuan) FILTER (
           WHERE project_id NOT IN (SELECT project_id FROM project_regions)
         ) AS unnamed
       FROM latest_projects
       GROUP BY ALL
     )
     SELECT
       department.department_id AS "departmentId",
       department.name::VARCHAR AS name,
       department.region_code::VARCHAR AS "regionCode",
       department.region_name::VARCHAR AS "regionName",
       (SELECT count(*) FROM disclosures AS disclosure
        WHERE disclosure.department_id::VARCHAR = department.department_id)::INTEGER AS documents,
       (SELECT count(*) FROM indicators AS indicator
        WHERE indicator.department_id::VARCHAR = department.department_id)::INTEGER AS indicators,
       (SELECT count(*) FROM findings AS finding
        JOIN disclosures AS disclosure
          ON disclosure.disclosure_id = finding.disclosure_id::VARCHAR
        WHERE disclosure.department_id::VARCHAR = department.department_id)::INTEGER AS findings,
       money.year::INTEGER AS year,
       coalesce(money.projects, 0)::INTEGER AS projects,
       coalesce(money.amount, 0)::DOUBLE AS amount,
       coalesce(money.unnamed, 0)::DOUBLE AS unnamed
     FROM departments AS department
     LEFT JOIN money ON money.department_id = department.department_id
     ORDER BY amount DESC, department.department_id`,
  );
}

/** A document of a department. */
export interface DepartmentDocument {
  readonly disclosureId: string;
  readonly file: string;
  readonly title: string | null;
  readonly year: number | null;
  readonly yearBasis: "printed" | "inferred" | "none";
  readonly status: "read" | "partly" | "unrecognised";
  /** General goal of the department, where the document is the department-level form. */
  readonly goal: string | null;
  /** Where the goal stands. */
  readonly goalPage: number | null;
  readonly goalRow: number | null;
  readonly goalStart: number | null;
  readonly goalEnd: number | null;
  readonly sourceUrl: string | null;
  readonly projects: number;
  readonly indicators: number;
}

/** The documents of a department, newest first. */
export function departmentDocuments(db: Database, id: string): Promise<DepartmentDocument[]> {
  return db.rows(
    `SELECT
       disclosure.disclosure_id AS "disclosureId",
       disclosure.file,
       disclosure.title,
       disclosure.fiscal_year::INTEGER AS year,
       disclosure.fiscal_year_basis::VARCHAR AS "yearBasis",
       disclosure.status::VARCHAR AS status,
       disclosure.goal,
       disclosure.goal_page::INTEGER AS "goalPage",
       disclosure.goal_row::INTEGER AS "goalRow",
       disclosure.goal_text_start::INTEGER AS "goalStart",
       disclosure.goal_text_end::INTEGER AS "goalEnd",
       disclosure.source_url AS "sourceUrl",
       (SELECT count(*) FROM projects AS project
        WHERE project.disclosure_id::VARCHAR = disclosure.disclosure_id)::INTEGER AS projects,
       (SELECT count(*) FROM indicators AS indicator
        WHERE indicator.disclosure_id::VARCHAR = disclosure.disclosure_id)::INTEGER AS indicators
     FROM disclosures AS disclosure
     WHERE disclosure.department_id::VARCHAR = $1
     ORDER BY disclosure.fiscal_year DESC NULLS LAST, disclosure.disclosure_id`,
    [id],
  );
}

/** A line of the department-level budget. */
export interface BudgetLine extends Span {
  readonly disclosureId: string;
  readonly amountUnit: string | null;
  readonly item: string;
  readonly year: number | null;
  readonly amount: number | null;
}

/** The lines of the department-level budgets, newest year first, in the order of the form. */
export function departmentBudget(db: Database, id: string): Promise<BudgetLine[]> {
  return db.rows(
    `SELECT
       disclosure.disclosure_id AS "disclosureId",
       disclosure.amount_unit::VARCHAR AS "amountUnit",
       line.item,
       disclosure.fiscal_year::INTEGER AS year,
       line.amount_yuan::DOUBLE AS amount,
       line.page::INTEGER AS page,
       line.row::INTEGER AS row,
       line.text_start::INTEGER AS start,
       line.text_end::INTEGER AS "end"
     FROM department_budgets AS line
     JOIN disclosures AS disclosure ON disclosure.disclosure_id = line.disclosure_id::VARCHAR
     WHERE disclosure.department_id::VARCHAR = $1
     ORDER BY year DESC NULLS LAST, disclosure.disclosure_id, line.text_start, line.item`,
    [id],
  );
}

/** A project as the page of a department lists it. */
export interface DepartmentProject extends Span {
  readonly projectId: string;
  readonly disclosureId: string;
  readonly name: string;
  readonly unit: string | null;
  readonly year: number | null;
  readonly theme: string | null;
  /** Yuan. */
  readonly amount: number | null;
  readonly amountPrinted: string | null;
  readonly indicators: number;
  /** Full names joined by “、”; null where none is named. */
  readonly regions: string | null;
}

/** The projects of a department, newest year first, then largest first. */
export function departmentProjects(db: Database, id: string): Promise<DepartmentProject[]> {
  return db.rows(
    `SELECT
       project.project_id AS "projectId",
       disclosure.disclosure_id AS "disclosureId",
       project.name,
       project.unit::VARCHAR AS unit,
       disclosure.fiscal_year::INTEGER AS year,
       project.theme::VARCHAR AS theme,
       project.amount_yuan::DOUBLE AS amount,
       project.amount_printed AS "amountPrinted",
       project.page::INTEGER AS page,
       project.row::INTEGER AS row,
       project.text_start::INTEGER AS start,
       project.text_end::INTEGER AS "end",
       (SELECT count(*) FROM indicators AS indicator
        WHERE indicator.project_id = project.project_id)::INTEGER AS indicators,
       (SELECT string_agg(link.region_name::VARCHAR, '、' ORDER BY link.region_code::VARCHAR)
        FROM project_regions AS link
        WHERE link.project_id = project.project_id) AS regions
     FROM projects AS project
     JOIN disclosures AS disclosure
       ON disclosure.disclosure_id = project.disclosure_id::VARCHAR
     WHERE project.department_id::VARCHAR = $1
     ORDER BY year DESC NULLS LAST, amount DESC NULLS LAST, project.disclosure_id, project.seq`,
    [id],
  );
}

/** A main task of the year. */
export interface DepartmentTask extends Span {
  readonly disclosureId: string;
  readonly amountUnit: string | null;
  readonly name: string | null;
  readonly content: string | null;
  readonly amount: number | null;
  readonly goal: string | null;
  readonly year: number | null;
}

/** The main tasks in a department's forms, newest year first, in the order of the form. */
export function departmentTasks(db: Database, id: string): Promise<DepartmentTask[]> {
  return db.rows(
    `SELECT
       disclosure.disclosure_id AS "disclosureId",
       disclosure.amount_unit::VARCHAR AS "amountUnit",
       task.name,
       task.content,
       task.amount_yuan::DOUBLE AS amount,
       task.goal,
       disclosure.fiscal_year::INTEGER AS year,
       task.page::INTEGER AS page,
       task.row::INTEGER AS row,
       task.text_start::INTEGER AS start,
       task.text_end::INTEGER AS "end"
     FROM tasks AS task
     JOIN disclosures AS disclosure ON disclosure.disclosure_id = task.disclosure_id::VARCHAR
     WHERE disclosure.department_id::VARCHAR = $1
     ORDER BY year DESC NULLS LAST, disclosure.disclosure_id, task.seq`,
    [id],
  );
}

/** An indicator of a department as a whole. */
export interface DepartmentIndicator extends Span {
  readonly indicatorId: string;
  readonly disclosureId: string;
  readonly year: number | null;
  readonly level1: string | null;
  readonly level2: string | null;
  readonly name: string;
  readonly annualValue: string | null;
  readonly periodValue: string | null;
}

/** The indicators of a department as a whole, newest year first, in the order of the form. */
export function departmentIndicators(db: Database, id: string): Promise<DepartmentIndicator[]> {
  return db.rows(
    `SELECT
       indicator.indicator_id AS "indicatorId",
       disclosure.disclosure_id AS "disclosureId",
       disclosure.fiscal_year::INTEGER AS year,
       indicator.level1::VARCHAR AS level1,
       indicator.level2::VARCHAR AS level2,
       indicator.name,
       indicator.annual_value AS "annualValue",
       indicator.period_value AS "periodValue",
       indicator.page::INTEGER AS page,
       indicator.row::INTEGER AS row,
       indicator.text_start::INTEGER AS start,
       indicator.text_end::INTEGER AS "end"
     FROM indicators AS indicator
     JOIN disclosures AS disclosure
       ON disclosure.disclosure_id = indicator.disclosure_id::VARCHAR
     WHERE indicator.department_id::VARCHAR = $1 AND indicator.project_id IS NULL
     ORDER BY year DESC NULLS LAST, disclosure.disclosure_id, indicator.seq`,
    [id],
  );
}

/** The findings of a department's documents, in document order. */
export function departmentFindings(db: Database, id: string): Promise<FindingEntry[]> {
  return db.rows(
    `${FINDING_ENTRIES}
     WHERE disclosure.department_id::VARCHAR = $1
     ORDER BY
       list_position(['error', 'warning', 'note'], finding.severity::VARCHAR),
       disclosure.fiscal_year DESC NULLS LAST,
       finding.disclosure_id::VARCHAR,
       finding.text_start,
       finding.finding_id`,
    [id],
  );
}

/** Indicators of a department by class, over all of its documents. */
export function departmentTypes(db: Database, id: string): Promise<TypeCount[]> {
  return db.rows(
    `SELECT
       department.department_id AS "departmentId",
       department.name::VARCHAR AS department,
       indicator.level1::VARCHAR AS level1,
       indicator.level2::VARCHAR AS level2,
       count(*)::INTEGER AS indicators,
       (count(*) / sum(count(*)) OVER ())::DOUBLE AS share
     FROM indicators AS indicator
     JOIN departments AS department
       ON department.department_id = indicator.department_id::VARCHAR
     WHERE department.department_id = $1
     GROUP BY
       department.department_id,
       department.name,
       indicator.level1,
       indicator.level2
     ORDER BY indicators DESC, indicator.level1::VARCHAR, indicator.level2::VARCHAR`,
    [id],
  );
}

/** The project with the largest part of a department's amount in its latest year. */
export function largestProject(
  projects: readonly DepartmentProject[],
): { name: string; share: number } | undefined {
  const latest = projects.filter((project) => project.year === projects[0]?.year);
  const total = latest.reduce((sum, project) => sum + (project.amount ?? 0), 0);
  const largest = latest[0];
  if (!largest?.amount || latest.length === 1) return undefined;
  return { name: largest.name, share: largest.amount / total };
}

/** The projects of one fiscal year. */
export interface YearOfProjects {
  readonly year: number | null;
  readonly projects: readonly DepartmentProject[];
  /** Yuan of the projects that state an amount; null where none does. */
  readonly amount: number | null;
}

/** The projects of a department by fiscal year, in the order given. */
export function byYear(projects: readonly DepartmentProject[]): YearOfProjects[] {
  const years = new Map<number | null, DepartmentProject[]>();
  for (const project of projects) {
    years.set(project.year, [...(years.get(project.year) ?? []), project]);
  }
  return [...years].map(([year, group]) => {
    const amounts = group.map(({ amount }) => amount).filter((amount) => amount !== null);
    const amount = amounts.length > 0 ? amounts.reduce((a, b) => a + b, 0) : null;
    return { year, projects: group, amount };
  });
}
