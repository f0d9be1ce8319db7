import type { Database } from "./database.ts";
import type { Span } from "./indicators.ts";

/** A project as the list of all projects shows it. */
export interface ProjectEntry extends Span {
  readonly projectId: string;
  readonly name: string;
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly disclosureId: string;
  readonly file: string;
  readonly title: string | null;
  readonly year: number | null;
  /** Yuan. */
  readonly amount: number | null;
  readonly amountPrinted: string | null;
  readonly unit: string | null;
  /** Full names joined by “、”; null where none is named. */
  readonly regions: string | null;
  readonly indicators: number;
  /** Findings of each severity, those of its indicators among them. */
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/**
 * All projects in the order of the documents: those of one department together, its newest
 * document first, within a document as printed.
 */
export function projectEntries(db: Database): Promise<ProjectEntry[]> {
  return db.rows(
    `SELECT
       project.project_id AS "projectId",
       project.name,
       project.department_id::VARCHAR AS "departmentId",
       disclosure.department_name::VARCHAR AS department,
       disclosure.disclosure_id AS "disclosureId",
       disclosure.file,
       disclosure.title,
       disclosure.fiscal_year::INTEGER AS year,
       project.amount_yuan::DOUBLE AS amount,
       project.amount_printed AS "amountPrinted",
       project.unit::VARCHAR AS unit,
       project.page::INTEGER AS page,
       project.row::INTEGER AS row,
       project.text_start::INTEGER AS start,
       project.text_end::INTEGER AS "end",
       (SELECT string_agg(link.region_name::VARCHAR, '、' ORDER BY link.region_code::VARCHAR)
        FROM project_regions AS link
        WHERE link.project_id = project.project_id) AS regions,
       (SELECT count(*) FROM indicators AS indicator
        WHERE indicator.project_id = project.project_id)::INTEGER AS indicators,
       ${["error", "warning", "note"].map(findingsOf).join(",\n       ")}
     FROM projects AS project
     JOIN disclosures AS disclosure
       ON disclosure.disclosure_id = project.disclosure_id::VARCHAR
     ORDER BY
       min(disclosure.disclosure_id) OVER (
         PARTITION BY coalesce(project.department_id::VARCHAR, disclosure.disclosure_id)
       ),
       year DESC NULLS LAST,
       disclosure.disclosure_id,
       project.seq`,
  );
}

function findingsOf(severity: string): string {
  return `(SELECT count(*) FROM findings AS finding
        WHERE finding.project_id = project.project_id
          AND finding.severity::VARCHAR = '${severity}')::INTEGER AS ${severity}s`;
}

/** The projects of one document. */
export interface DocumentGroup {
  readonly disclosureId: string;
  readonly file: string;
  readonly title: string | null;
  readonly year: number | null;
  readonly projects: readonly ProjectEntry[];
  /** Yuan of the projects that state an amount; null where none does. */
  readonly amount: number | null;
}

/** The documents of one department with their projects. */
export interface DepartmentGroup {
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly documents: readonly DocumentGroup[];
}

/** Projects by department and document, in the order given. */
export function byDepartment(entries: readonly ProjectEntry[]): DepartmentGroup[] {
  const departments = Map.groupBy(entries, (entry) => entry.departmentId ?? entry.disclosureId);
  return [...departments.values()].map((group) => ({
    departmentId: group[0]!.departmentId,
    department: group[0]!.department,
    documents: byDocument(group),
  }));
}

function byDocument(entries: readonly ProjectEntry[]): DocumentGroup[] {
  const documents = Map.groupBy(entries, (entry) => entry.disclosureId);
  return [...documents.values()].map((projects) => {
    const { disclosureId, file, title, year } = projects[0]!;
    const amounts = projects.map(({ amount }) => amount).filter((amount) => amount !== null);
    const amount = amounts.length > 0 ? amounts.reduce((a, b) => a + b, 0) : null;
    return { disclosureId, file, title, year, projects, amount };
  });
}

/** A project with everything that is published of it, and its neighbours in the document. */
export interface ProjectDetail extends Span {
  readonly projectId: string;
  readonly disclosureId: string;
  readonly file: string;
  readonly title: string | null;
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly year: number | null;
  readonly yearBasis: "printed" | "inferred" | "none";
  readonly name: string;
  readonly unit: string | null;
  /** Yuan, as are the funds below. */
  readonly amount: number | null;
  readonly fiscal: number | null;
  readonly specialAccount: number | null;
  readonly other: number | null;
  readonly amountPrinted: string | null;
  readonly amountUnit: string | null;
  readonly amountUnitBasis: "printed" | "inferred" | null;
  readonly category: string | null;
  readonly grade: string | null;
  readonly startYear: number | null;
  readonly endYear: number | null;
  readonly goal: string | null;
  readonly periodGoal: string | null;
  readonly theme: string | null;
  readonly previousId: string | null;
  readonly previous: string | null;
  readonly nextId: string | null;
  readonly next: string | null;
}

/** The funds of a project, in the order of the forms. */
export const FUNDS = ["fiscal", "specialAccount", "other"] as const;

/** Every project, by document and as printed there. */
export function projectDetails(db: Database): Promise<ProjectDetail[]> {
  return db.rows(
    `SELECT
       project.project_id AS "projectId",
       disclosure.disclosure_id AS "disclosureId",
       disclosure.file,
       disclosure.title,
       project.department_id::VARCHAR AS "departmentId",
       disclosure.department_name::VARCHAR AS department,
       disclosure.fiscal_year::INTEGER AS year,
       disclosure.fiscal_year_basis::VARCHAR AS "yearBasis",
       project.name,
       project.unit::VARCHAR AS unit,
       project.amount_yuan::DOUBLE AS amount,
       project.fiscal_yuan::DOUBLE AS fiscal,
       project.special_account_yuan::DOUBLE AS "specialAccount",
       project.other_yuan::DOUBLE AS other,
       project.amount_printed AS "amountPrinted",
       disclosure.amount_unit::VARCHAR AS "amountUnit",
       disclosure.amount_unit_basis::VARCHAR AS "amountUnitBasis",
       project.category::VARCHAR AS category,
       project.grade::VARCHAR AS grade,
       project.start_year::INTEGER AS "startYear",
       project.end_year::INTEGER AS "endYear",
       project.goal,
       project.period_goal AS "periodGoal",
       project.theme::VARCHAR AS theme,
       project.page::INTEGER AS page,
       project.row::INTEGER AS row,
       project.text_start::INTEGER AS start,
       project.text_end::INTEGER AS "end",
       lag(project.project_id) OVER neighbours AS "previousId",
       lag(project.name) OVER neighbours AS previous,
       lead(project.project_id) OVER neighbours AS "nextId",
       lead(project.name) OVER neighbours AS next
     FROM projects AS project
     JOIN disclosures AS disclosure
       ON disclosure.disclosure_id = project.disclosure_id::VARCHAR
     WINDOW neighbours AS (PARTITION BY disclosure.disclosure_id ORDER BY project.seq)
     ORDER BY disclosure.disclosure_id, project.seq`,
  );
}

/** A place that a project serves, and the words that say so. */
export interface ProjectRegion {
  readonly code: string;
  readonly name: string;
  readonly basis: "name" | "goal" | "indicator";
  readonly mention: string;
  /** 1 ÷ the number of regions of the project. */
  readonly share: number;
}

/** The places that a project serves, by code. */
export function regionsOfProject(db: Database, id: string): Promise<ProjectRegion[]> {
  return db.rows(
    `SELECT
       link.region_code::VARCHAR AS code,
       link.region_name::VARCHAR AS name,
       link.basis::VARCHAR AS basis,
       link.mention::VARCHAR AS mention,
       link.share::DOUBLE AS share
     FROM project_regions AS link
     WHERE link.project_id = $1
     ORDER BY code`,
    [id],
  );
}
