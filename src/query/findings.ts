import type { Severity } from "../model/finding.ts";
import type { Database } from "./database.ts";
import type { FindingEntry } from "./home.ts";

/** A finding with what it compares and where it stands. */
export interface FindingDetail extends FindingEntry {
  readonly file: string;
  readonly indicatorId: string | null;
  readonly indicator: string | null;
  readonly expected: string | null;
}

const DETAILS = `SELECT
  finding.finding_id AS "findingId",
  finding.rule::VARCHAR AS rule,
  finding.severity::VARCHAR AS severity,
  finding.message,
  finding.message_en AS "messageEn",
  finding.expected,
  finding.found,
  finding.disclosure_id::VARCHAR AS "disclosureId",
  disclosure.file,
  disclosure.title,
  disclosure.department_id::VARCHAR AS "departmentId",
  disclosure.department_name::VARCHAR AS department,
  finding.project_id AS "projectId",
  project.name AS project,
  finding.indicator_id AS "indicatorId",
  indicator.name AS indicator,
  finding.page::INTEGER AS page,
  finding.row::INTEGER AS row,
  finding.text_start::INTEGER AS start,
  finding.text_end::INTEGER AS "end"
FROM findings AS finding
JOIN disclosures AS disclosure ON disclosure.disclosure_id = finding.disclosure_id::VARCHAR
LEFT JOIN projects AS project ON project.project_id = finding.project_id
LEFT JOIN indicators AS indicator ON indicator.indicator_id = finding.indicator_id`;

const IN_DOCUMENT_ORDER = `finding.disclosure_id::VARCHAR,
  finding.text_start NULLS FIRST,
  finding.finding_id`;

const GRAVEST_FIRST = "list_position(['error', 'warning', 'note'], finding.severity::VARCHAR)";

/** Findings of one rule on a page of their list. */
export const PAGE_FINDINGS = 200;

/**
 * The findings of a rule on a page of their list, from 1: those of one department together, within
 * it by document and in its order.
 */
export function findingsOfRule(db: Database, rule: string, page = 1): Promise<FindingDetail[]> {
  return db.rows(
    `${DETAILS}
     WHERE finding.rule::VARCHAR = $1
     ORDER BY disclosure.department_id::VARCHAR NULLS LAST, ${IN_DOCUMENT_ORDER}
     LIMIT $2 OFFSET $3`,
    [rule, PAGE_FINDINGS, (page - 1) * PAGE_FINDINGS],
  );
}

/** The findings of a document, the gravest first, then in its order. */
export function findingsOfDisclosure(db: Database, id: string): Promise<FindingDetail[]> {
  return db.rows(
    `${DETAILS}
     WHERE finding.disclosure_id::VARCHAR = $1
     ORDER BY ${GRAVEST_FIRST}, ${IN_DOCUMENT_ORDER}`,
    [id],
  );
}

/** The findings of a project and of its indicators, the gravest first, then in document order. */
export function findingsOfProject(db: Database, id: string): Promise<FindingDetail[]> {
  return db.rows(
    `${DETAILS}
     WHERE finding.project_id = $1
     ORDER BY ${GRAVEST_FIRST}, ${IN_DOCUMENT_ORDER}`,
    [id],
  );
}

/** A rule, how often it applied and how often it found something. */
export interface RuleSummary {
  readonly rule: string;
  readonly severity: Severity;
  readonly question: string;
  readonly questionEn: string;
  /** What it is asked of. */
  readonly applies: string;
  readonly appliesEn: string;
  /** Why it is asked. */
  readonly reason: string;
  readonly reasonEn: string;
  readonly asked: number;
  readonly findings: number;
  /** How often it could have been asked but did not apply. */
  readonly notApplicable: number;
}

/** The rules: those that found something first, among them the gravest first. */
export function ruleSummaries(db: Database): Promise<RuleSummary[]> {
  return db.rows(
    `SELECT
       rule.rule,
       rule.severity::VARCHAR AS severity,
       rule.question,
       rule.question_en AS "questionEn",
       rule.applies,
       rule.applies_en AS "appliesEn",
       rule.reason,
       rule.reason_en AS "reasonEn",
       rule.asked::INTEGER AS asked,
       rule.findings::INTEGER AS findings,
       rule.not_applicable::INTEGER AS "notApplicable"
     FROM rules AS rule
     ORDER BY
       rule.findings = 0,
       list_position(['error', 'warning', 'note'], rule.severity::VARCHAR),
       rule.rule`,
  );
}

/** How many findings of each severity something has. */
interface SeverityCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

const COUNTS = `(count(*) FILTER (finding.severity::VARCHAR = 'error'))::INTEGER AS errors,
  (count(*) FILTER (finding.severity::VARCHAR = 'warning'))::INTEGER AS warnings,
  (count(*) FILTER (finding.severity::VARCHAR = 'note'))::INTEGER AS notes`;

/** A department with findings. */
export interface DepartmentFindings extends SeverityCounts {
  readonly departmentId: string;
  readonly department: string;
}

/** The departments with findings, by id. */
export function findingsByDepartment(db: Database): Promise<DepartmentFindings[]> {
  return db.rows(
    `SELECT
       disclosure.department_id AS "departmentId",
       disclosure.department_name::VARCHAR AS department,
       ${COUNTS}
     FROM findings AS finding
     JOIN disclosures AS disclosure ON disclosure.disclosure_id = finding.disclosure_id::VARCHAR
     WHERE disclosure.department_id IS NOT NULL
     GROUP BY disclosure.department_id, disclosure.department_name
     ORDER BY disclosure.department_id`,
  );
}

/** A document with findings. */
export interface DocumentFindings extends SeverityCounts {
  readonly disclosureId: string;
  readonly title: string | null;
  readonly file: string;
  readonly department: string | null;
  readonly year: number | null;
}

/** The documents with findings, by id. */
export function findingsByDocument(db: Database): Promise<DocumentFindings[]> {
  return db.rows(
    `SELECT
       disclosure.disclosure_id AS "disclosureId",
       disclosure.title,
       disclosure.file,
       disclosure.department_name::VARCHAR AS department,
       disclosure.fiscal_year::INTEGER AS year,
       ${COUNTS}
     FROM findings AS finding
     JOIN disclosures AS disclosure ON disclosure.disclosure_id = finding.disclosure_id::VARCHAR
     GROUP BY
       disclosure.disclosure_id,
       disclosure.title,
       disclosure.file,
       disclosure.department_name,
       disclosure.fiscal_year
     ORDER BY disclosure.disclosure_id`,
  );
}
