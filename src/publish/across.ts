import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { DepartmentRule, DisclosureFacts, Finding } from "../model/finding.ts";
import { tableSchema, type PublishedRow, type TableName } from "../model/schema.ts";
import { csvLines, toCsv } from "./csv.ts";
import { assertRows } from "./integrity.ts";
import { sharedRows } from "./merge.ts";
import { findingRow } from "./rows.ts";
import { inScratch, readCsv, rowsOf } from "./scratch.ts";

/** How a rule fared in one document. */
interface Counts {
  asked: number;
  findings: number;
  not_applicable: number;
}

/**
 * Asks the rules that look at all documents of a department, and adds what they find to the CSV
 * files of a folder: findings and disclosure_rules at their end, the counts to rules. The files
 * must not hold any of it yet.
 */
export async function askAcross(
  folder: string,
  rules: readonly DepartmentRule[],
): Promise<readonly Finding[]> {
  if (rules.length === 0) return [];
  const documents = await inScratch(folder, (connection) => factsIn(connection, folder));
  const groups = [
    ...Map.groupBy(documents, ({ departmentId, fiscalYear }) => `${departmentId} ${fiscalYear}`),
  ].map(([, group]) => group);
  const findings: Finding[] = [];
  const own: PublishedRow[] = [];
  const totals = new Map<string, Counts>();
  for (const rule of rules) {
    const counts = new Map<string, Counts>();
    for (const group of groups) findings.push(...askGroup(rule, group, counts));
    for (const [id, each] of counts) own.push({ disclosure_id: id, rule: rule.id, ...each });
    totals.set(rule.id, sumOf([...counts.values()]));
  }
  append(folder, "findings", findings.map(findingRow));
  append(folder, "disclosure_rules", own);
  const schema = tableSchema("rules");
  const rows = sharedRows(folder, "rules").map((row) => ({
    ...row,
    ...totals.get(row["rule"] as string),
  }));
  writeFileSync(join(folder, "rules.csv"), toCsv(schema, rows));
  return findings;
}

function askGroup(
  rule: DepartmentRule,
  group: readonly DisclosureFacts[],
  counts: Map<string, Counts>,
): Finding[] {
  const found: Finding[] = [];
  for (const { disclosureId, place, remark } of rule.ask(group)) {
    const known = counts.get(disclosureId) ?? sumOf([]);
    counts.set(disclosureId, {
      asked: known.asked + (remark === undefined ? 0 : 1),
      findings: known.findings + (remark ? 1 : 0),
      not_applicable: known.not_applicable + (remark === undefined ? 1 : 0),
    });
    if (!remark) continue;
    found.push({
      findingId: `${disclosureId}/${rule.id}/${known.findings + 1}`,
      rule: rule.id,
      severity: rule.severity,
      disclosureId,
      projectId: null,
      indicatorId: null,
      message: remark.message,
      messageEn: remark.messageEn,
      expected: remark.expected ?? null,
      found: remark.found ?? null,
      place,
    });
  }
  return found;
}

function sumOf(counts: readonly Counts[]): Counts {
  const sum = (name: keyof Counts) => counts.reduce((total, each) => total + each[name], 0);
  return { asked: sum("asked"), findings: sum("findings"), not_applicable: sum("not_applicable") };
}

function append(folder: string, name: TableName, rows: readonly PublishedRow[]): void {
  const schema = tableSchema(name);
  assertRows(schema, rows);
  appendFileSync(join(folder, `${name}.csv`), csvLines(schema, rows));
}

/** Money as text: its digits are exact. */
interface FactsRow {
  readonly disclosureId: string;
  readonly departmentId: string;
  readonly fiscalYear: number | null;
  readonly projects: number;
  readonly amount: string | null;
  readonly projectSpending: string | null;
  readonly page: number | null;
  readonly row: number | null;
  readonly start: number | null;
  readonly end: number | null;
}

/** The facts of every document of a known department, by id. */
async function factsIn(connection: DuckDBConnection, folder: string): Promise<DisclosureFacts[]> {
  const from = (name: TableName) => readCsv(tableSchema(name), folder);
  const sql = `WITH
    own AS (
      SELECT disclosure_id, count(*) AS projects, sum(amount_yuan) AS amount
      FROM ${from("projects")} GROUP BY disclosure_id
    ),
    spending AS (
      SELECT disclosure_id, max(amount_yuan) AS amount
      FROM ${from("department_budgets")} WHERE item = '项目支出' GROUP BY disclosure_id
    ),
    total AS (
      SELECT disclosure_id, page, "row", text_start, text_end FROM ${from("totals")} WHERE seq = 1
    )
    SELECT
      disclosure.disclosure_id AS "disclosureId",
      disclosure.department_id AS "departmentId",
      disclosure.fiscal_year AS "fiscalYear",
      coalesce(own.projects, 0)::INTEGER AS projects,
      own.amount::VARCHAR AS amount,
      spending.amount::VARCHAR AS "projectSpending",
      total.page,
      total."row",
      total.text_start AS start,
      total.text_end AS "end"
    FROM ${from("disclosures")} AS disclosure
    LEFT JOIN own USING (disclosure_id)
    LEFT JOIN spending USING (disclosure_id)
    LEFT JOIN total USING (disclosure_id)
    WHERE disclosure.department_id IS NOT NULL
    ORDER BY disclosure.disclosure_id`;
  const facts: DisclosureFacts[] = [];
  for await (const rows of rowsOf<FactsRow>(connection, sql)) facts.push(...rows.map(toFacts));
  return facts;
}

function toFacts({ amount, projectSpending, page, row, start, end, ...facts }: FactsRow) {
  const isPlaced = page !== null && row !== null && start !== null && end !== null;
  return {
    ...facts,
    amount: fenOf(amount),
    projectSpending: fenOf(projectSpending),
    totalPlace: isPlaced ? { page, row, start, end } : null,
  };
}

function fenOf(yuan: string | null): bigint | null {
  return yuan === null ? null : BigInt(yuan.replace(".", ""));
}
