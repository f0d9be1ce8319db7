import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { BaseTable, PublishedTables, Value } from "../../src/model/schema.ts";
import { partOf, publish } from "../../src/publish/index.ts";
import { sampleTables } from "../query/sample.ts";

const folder = mkdtempSync(join(tmpdir(), "integrity-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The sample with one value of a row replaced. */
function tampered(table: BaseTable, row: number, change: Readonly<Record<string, Value>>) {
  const tables = sampleTables();
  const rows = tables[table].map((old, i) => (i === row ? { ...old, ...change } : old));
  return { ...tables, [table]: rows };
}

const published = async (tables: PublishedTables) =>
  publish([partOf(tables, [])], join(folder, "data"));

it("lets the sample pass", async () => {
  await expect(published(sampleTables())).resolves.toEqual([]);
});

it.each<[string, BaseTable, Readonly<Record<string, Value>>, RegExp]>([
  [
    "a primary key that occurs twice",
    "projects",
    { project_id: "jia-projects-2025/p01" },
    /projects.project_id occurs twice .*jia-projects-2025.p01/,
  ],
  [
    "a key of two columns that occurs twice",
    "totals",
    { seq: 1 },
    /totals.disclosure_id, seq occurs/,
  ],
  [
    "a foreign key that leads nowhere",
    "projects",
    { department_id: "bing" },
    /projects.department_id names no departments.department_id: “bing” \(row jia-projects-2025\/p02\)/,
  ],
  [
    "null where a value is required",
    "projects",
    { name: null },
    /projects.name is empty, but required/,
  ],
  ["an empty text where one is required", "projects", { name: "" }, /projects.name is empty/],
  ["money as a number", "projects", { amount_yuan: 100 }, /projects.amount_yuan is not money: 100/],
  ["money of 19 digits", "projects", { amount_yuan: 10n ** 18n }, /is not money/],
  ["a fraction among integers", "projects", { seq: 1.5 }, /projects.seq is not integer: 1.5/],
  ["an integer of more than 32 bits", "projects", { row: 2 ** 31 }, /projects.row is not integer/],
  ["not a number", "indicators", { value: NaN }, /indicators.value is not number: NaN/],
  ["a number as text", "indicators", { name: 12 }, /indicators.name is not text: 12/],
  [
    "a day that no calendar has",
    "indicators",
    { deadline: "2025-02-30" },
    /deadline is not date: “2025-02-30”/,
  ],
  ["a day in words", "indicators", { deadline: "2025年" }, /indicators.deadline is not date/],
  ["a truth value as text", "indicators", { truncated: "false" }, /truncated is not boolean/],
  [
    "a column that the schema does not have",
    "tasks",
    { amount: 1n },
    /tasks.amount is not a column/,
  ],
])("throws at %s", async (_, table, change, message) => {
  await expect(published(tampered(table, 1, change))).rejects.toThrow(message);
});

it("throws at a column that is missing", async () => {
  const tables = sampleTables();
  const [{ unit: _, ...row }] = tables.projects as [Record<string, Value>];
  await expect(published({ ...tables, projects: [row] })).rejects.toThrow(
    /projects.unit is missing/,
  );
});
