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
  /** Where it stands. */
  readonly goalPage: number | null;
  readonly goalRow: number | null;
  readonly goalStart: number | null;
  readonly goalEnd: number | null;
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
       disclosure.goal_page::INTEGER AS "goalPage",
       disclosure.goal_row::INTEGER AS "goalRow",
       disclosure.goal_text_start::INTEGER AS "goalStart",
       disclosure.goal_text_end::INTEGER AS "goalEnd",
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

/** A rule that could have been asked of something in a document, and how it fared there. */
export interface DocumentRule {
  readonly rule: string;
  readonly severity: Severity;
  readonly question: string;
  readonly questionEn: string;
  readonly asked: number;
  readonly findings: number;
  readonly notApplicable: number;
}

/** The rules of a document: those that found something first, among them the gravest first. */
export function rulesOfDisclosure(db: Database, id: string): Promise<DocumentRule[]> {
  return db.rows(
    `SELECT
       rule.rule,
       rule.severity::VARCHAR AS severity,
       rule.question,
       rule.question_en AS "questionEn",
       own.asked::INTEGER AS asked,
       own.findings::INTEGER AS findings,
       own.not_applicable::INTEGER AS "notApplicable"
     FROM disclosure_rules AS own
     JOIN rules AS rule ON rule.rule = own.rule::VARCHAR
     WHERE own.disclosure_id::VARCHAR = $1
     ORDER BY
       own.findings = 0,
       list_position(['error', 'warning', 'note'], rule.severity::VARCHAR),
       own.findings DESC,
       rule.rule`,
    [id],
  );
}

/** Words that were corrected by hand, with where they stand. */
export interface CorrectionEntry extends Span {
  readonly disclosureId: string;
  readonly title: string | null;
  readonly file: string;
  readonly cell: number;
  readonly expected: string;
  readonly replacement: string;
  readonly reason: string;
}

const CORRECTIONS = `SELECT
  correction.disclosure_id::VARCHAR AS "disclosureId",
  disclosure.title,
  disclosure.file,
  correction.cell::INTEGER AS cell,
  correction.expected,
  correction.replacement,
  correction.reason,
  correction.page::INTEGER AS page,
  correction.row::INTEGER AS row,
  correction.text_start::INTEGER AS start,
  correction.text_end::INTEGER AS "end"
FROM corrections AS correction
JOIN disclosures AS disclosure ON disclosure.disclosure_id = correction.disclosure_id::VARCHAR`;

/** All corrections, by document and in its order. */
export function allCorrections(db: Database): Promise<CorrectionEntry[]> {
  return db.rows(`${CORRECTIONS} ORDER BY "disclosureId", start`);
}

/** The corrections of a document, in its order. */
export function correctionsOf(db: Database, id: string): Promise<CorrectionEntry[]> {
  return db.rows(`${CORRECTIONS} WHERE correction.disclosure_id::VARCHAR = $1 ORDER BY start`, [
    id,
  ]);
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
