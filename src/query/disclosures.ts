import type { Database } from "./database.ts";
import type { Span } from "./indicators.ts";

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
