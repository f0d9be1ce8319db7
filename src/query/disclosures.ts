import type { Severity } from "../model/finding.ts";
import type { Database } from "./database.ts";
import { kindsOf, type IndicatorDetail, type KindCounts, type Span } from "./indicators.ts";

/** A published document with what is known of it, and what was read from it. */
export interface DisclosureDetail {
  readonly disclosureId: string;
  readonly file: string;
  readonly format: string;
  readonly title: string | null;
  readonly layout: string | null;
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly year: number | null;
  readonly yearBasis: "printed" | "inferred" | "none";
  readonly amountUnit: string | null;
  readonly amountUnitBasis: "printed" | "inferred" | null;
  /** The department's goal, where the document is its form. */
  readonly goal: string | null;
  readonly sha256: string;
  readonly sourceUrl: string | null;
  /** ISO day. */
  readonly retrieved: string | null;
  readonly pages: number;
  readonly status: "read" | "partly" | "unrecognised";
  readonly note: string | null;
  readonly projects: number;
  /** Yuan of its projects; null where none states an amount. */
  readonly amount: number | null;
  readonly indicators: number;
  readonly findings: number;
}

/** All documents: those of one department together, the newest first. */
export function disclosureDetails(db: Database): Promise<DisclosureDetail[]> {
  return db.rows(
    `SELECT
       disclosure.disclosure_id AS "disclosureId",
       disclosure.file,
       disclosure.format::VARCHAR AS format,
       disclosure.title,
       disclosure.layout::VARCHAR AS layout,
       disclosure.department_id AS "departmentId",
       disclosure.department_name::VARCHAR AS department,
       disclosure.fiscal_year::INTEGER AS year,
       disclosure.fiscal_year_basis::VARCHAR AS "yearBasis",
       disclosure.amount_unit::VARCHAR AS "amountUnit",
       disclosure.amount_unit_basis::VARCHAR AS "amountUnitBasis",
       disclosure.goal,
       disclosure.sha256,
       disclosure.source_url AS "sourceUrl",
       disclosure.retrieved::VARCHAR AS retrieved,
       disclosure.pages::INTEGER AS pages,
       disclosure.status::VARCHAR AS status,
       disclosure.note,
       (SELECT count(*) FROM projects AS project
        WHERE project.disclosure_id::VARCHAR = disclosure.disclosure_id)::INTEGER AS projects,
       (SELECT sum(project.amount_yuan) FROM projects AS project
        WHERE project.disclosure_id::VARCHAR = disclosure.disclosure_id)::DOUBLE AS amount,
       (SELECT count(*) FROM indicators AS indicator
        WHERE indicator.disclosure_id::VARCHAR = disclosure.disclosure_id)::INTEGER AS indicators,
       (SELECT count(*) FROM findings AS finding
        WHERE finding.disclosure_id::VARCHAR = disclosure.disclosure_id)::INTEGER AS findings
     FROM disclosures AS disclosure
     ORDER BY
       disclosure.department_id IS NULL,
       min(disclosure.disclosure_id) OVER (PARTITION BY disclosure.department_id),
       year DESC NULLS LAST,
       disclosure.disclosure_id`,
  );
}

/** An aggregate row of a document: its total, or the subtotal of a spending unit. */
export interface PrintedTotal extends Span {
  readonly name: string;
  /** Yuan; null where the cell is blank. */
  readonly total: number | null;
  readonly fiscal: number | null;
  readonly specialAccount: number | null;
  readonly other: number | null;
}

/** The totals that a document prints, in its order. */
export function printedTotals(db: Database, id: string): Promise<PrintedTotal[]> {
  return db.rows(
    `SELECT
       total.name,
       total.total_yuan::DOUBLE AS total,
       total.fiscal_yuan::DOUBLE AS fiscal,
       total.special_account_yuan::DOUBLE AS "specialAccount",
       total.other_yuan::DOUBLE AS other,
       total.page::INTEGER AS page,
       total.row::INTEGER AS row,
       total.text_start::INTEGER AS start,
       total.text_end::INTEGER AS "end"
     FROM totals AS total
     WHERE total.disclosure_id::VARCHAR = $1
     ORDER BY total.seq`,
    [id],
  );
}

/** The kind of file that a document is: it says how its text is cut into pages and cells. */
export async function documentFormat(db: Database, id: string): Promise<string> {
  const [document] = await db.rows<{ format: string }>(
    `SELECT format::VARCHAR AS format FROM disclosures WHERE disclosure_id = $1`,
    [id],
  );
  if (!document) throw new Error(`no document has the id ${id}`);
  return document.format;
}

/** A rule that found something in a document. */
export interface DocumentRule {
  readonly rule: string;
  readonly severity: Severity;
  readonly question: string;
  readonly questionEn: string;
  /** Findings in this document. */
  readonly findings: number;
  /** What they are about: indicators, projects, or the document as a whole. */
  readonly subject: "indicator" | "project" | "document";
  /** Over all documents. */
  readonly allAsked: number;
  readonly allFindings: number;
}

/** The rules that found something in a document, the gravest first. */
export function rulesOfDisclosure(db: Database, id: string): Promise<DocumentRule[]> {
  return db.rows(
    `SELECT
       rule.rule,
       rule.severity::VARCHAR AS severity,
       rule.question,
       rule.question_en AS "questionEn",
       count(*)::INTEGER AS findings,
       CASE
         WHEN count(finding.indicator_id) > 0 THEN 'indicator'
         WHEN count(finding.project_id) > 0 THEN 'project'
         ELSE 'document'
       END AS subject,
       rule.asked::INTEGER AS "allAsked",
       rule.findings::INTEGER AS "allFindings"
     FROM findings AS finding
     JOIN rules AS rule ON rule.rule = finding.rule::VARCHAR
     WHERE finding.disclosure_id::VARCHAR = $1
     GROUP BY rule.rule, rule.severity, rule.question, rule.question_en, rule.asked, rule.findings
     ORDER BY
       list_position(['error', 'warning', 'note'], rule.severity::VARCHAR),
       findings DESC,
       rule.rule`,
    [id],
  );
}

/** How many targets of a document are of each kind, those of its projects among them. */
export async function kindsOfDisclosure(db: Database, id: string): Promise<KindCounts> {
  const targets = await db.rows<Pick<IndicatorDetail, "kind">>(
    `SELECT indicator.target_kind::VARCHAR AS kind
     FROM indicators AS indicator
     WHERE indicator.disclosure_id::VARCHAR = $1`,
    [id],
  );
  return kindsOf(targets);
}

/** Where the indicators of a document stand, those of its projects among them. */
export function targetSpans(db: Database, id: string): Promise<Span[]> {
  return db.rows(
    `SELECT
       indicator.page::INTEGER AS page,
       indicator.row::INTEGER AS row,
       indicator.text_start::INTEGER AS start,
       indicator.text_end::INTEGER AS "end"
     FROM indicators AS indicator
     WHERE indicator.disclosure_id::VARCHAR = $1
     ORDER BY start`,
    [id],
  );
}
