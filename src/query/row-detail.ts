import type { Severity } from "../model/finding.ts";
import type { Database } from "./database.ts";
import type { Span } from "./indicators.ts";
import type { Tab } from "./slice-conditions.ts";

/** A finding about a row of a table. */
export interface RowFinding {
  readonly findingId: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly messageEn: string;
}

/** Where a row was read, and what is to be known of it. */
export interface RowDetail extends Span {
  readonly disclosureId: string;
  /** Format of the document: how its text is cut depends on it. */
  readonly format: string;
  readonly title: string | null;
  /** The words that lead to a cell: the target, else the name. */
  readonly words: string;
  readonly goal: string | null;
  readonly findings: readonly RowFinding[];
}

/** What a row of a table unfolds into; null for an id that the data does not have. */
export async function rowDetail(db: Database, tab: Tab, id: string): Promise<RowDetail | null> {
  const [row] = await db.rows<Omit<RowDetail, "findings">>(STATEMENTS[tab], [id]);
  if (!row) return null;
  const column = tab === "projects" ? "project_id" : "indicator_id";
  const findings = await db.rows<RowFinding>(
    `SELECT
       finding_id AS "findingId",
       rule::VARCHAR AS rule,
       severity::VARCHAR AS severity,
       message,
       message_en AS "messageEn"
     FROM findings
     WHERE ${column} = $1
     ORDER BY text_start, finding_id`,
    [id],
  );
  return { ...row, findings };
}

const PLACE = `
  disclosures.disclosure_id AS "disclosureId",
  disclosures.format::VARCHAR AS format,
  disclosures.title,
  item.page,
  item."row",
  item.text_start AS "start",
  item.text_end AS "end"`;

const STATEMENTS: Readonly<Record<Tab, string>> = {
  projects: `SELECT ${PLACE}, item.name AS words, coalesce(item.goal, item.period_goal) AS goal
    FROM projects AS item
    JOIN disclosures ON disclosures.disclosure_id = item.disclosure_id::VARCHAR
    WHERE item.project_id = $1`,
  indicators: `SELECT
      ${PLACE},
      coalesce(item.annual_value, item.period_value, item.name) AS words,
      NULL::VARCHAR AS goal
    FROM indicators AS item
    JOIN disclosures ON disclosures.disclosure_id = item.disclosure_id::VARCHAR
    WHERE item.indicator_id = $1`,
};
