import type { Severity } from "../model/finding.ts";
import type { Database } from "./database.ts";
import type { FindingEntry } from "./home.ts";
import type { Span } from "./indicators.ts";

/** A finding with what it compares and where it stands. */
export interface FindingDetail extends FindingEntry, Span {
  readonly rule: string;
  readonly file: string;
  readonly indicatorId: string | null;
  readonly indicator: string | null;
  readonly expected: string | null;
  readonly found: string | null;
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

/** All findings, by document and in its order. */
export function allFindings(db: Database): Promise<FindingDetail[]> {
  return db.rows(`${DETAILS} ORDER BY ${IN_DOCUMENT_ORDER}`);
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
  readonly asked: number;
  readonly findings: number;
}

/** The rules: those that found something first, among them the gravest first. */
export function ruleSummaries(db: Database): Promise<RuleSummary[]> {
  return db.rows(
    `SELECT
       rule.rule,
       rule.severity::VARCHAR AS severity,
       rule.question,
       rule.question_en AS "questionEn",
       rule.asked::INTEGER AS asked,
       rule.findings::INTEGER AS findings
     FROM rules AS rule
     ORDER BY
       rule.findings = 0,
       list_position(['error', 'warning', 'note'], rule.severity::VARCHAR),
       rule.rule`,
  );
}
