// Traces a published value back to its place: record, reading, cell, source text.

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import Papa from "papaparse";
import { laidOutToTables, textToTables } from "../src/extract/text.ts";
import { SCHEMA } from "../src/model/schema.ts";
import type { Table } from "../src/model/table.ts";
import { readArguments, refuse, ROOT } from "./command.ts";

const USAGE = `Usage: npm run trace -- ID [--data DIR]

Prints the record of a project, an indicator or a finding, the row of the document that it was
read from, cell by cell, and the very text.

  ID          an id: guangzhou-cooperation-office-projects/p07, …/p07/i03, …/amount/parts-differ/1
  --data DIR  folder of published tables (default public/data)
  --help      this text`;

/** Tables whose rows have an id and a place, with the column of the id. */
const TRACEABLE = [
  ["projects", "project_id"],
  ["indicators", "indicator_id"],
  ["findings", "finding_id"],
] as const;
/** Characters of the source that are shown on either side. */
const CONTEXT = 30;

type CsvRow = Readonly<Record<string, string>>;

const { values, positionals } = readArguments(
  USAGE,
  { data: { type: "string", default: join(ROOT, "public/data") } },
  { allowPositionals: true },
);
const [id, ...more] = positionals;
if (!id || more.length > 0) refuse("give one ID; Usage: npm run trace -- ID [--data DIR]");
const folder = resolve(values.data);
if (!existsSync(join(folder, "datapackage.json")))
  refuse(`--data ${values.data} holds no published data; run npm run data first`);

const found = findRow(id);
if (!found)
  refuse(`no project, indicator or finding has the id ${id}; see the tables in ${values.data}`);
printRecord(found.table, found.row);
printSource(found.row);

function findRow(wanted: string): { table: string; row: CsvRow } | undefined {
  for (const [table, key] of TRACEABLE) {
    const text = readFileSync(join(folder, `${table}.csv`), "utf8");
    const row = Papa.parse<CsvRow>(text, { header: true }).data.find(
      (each) => each[key] === wanted,
    );
    if (row) return { table, row };
  }
  return undefined;
}

function readTable(table: string): CsvRow[] {
  const text = readFileSync(join(folder, `${table}.csv`), "utf8");
  return Papa.parse<CsvRow>(text, { header: true }).data;
}

function printRecord(table: string, row: CsvRow): void {
  const { columns, zh } = SCHEMA.find((schema) => schema.name === table)!;
  console.log(`${zh} (${table})`);
  for (const { name, zh: title } of columns)
    if (row[name]) console.log(`  ${name.padEnd(21)} ${row[name]}    ${title.split("：")[0]!}`);
}

/** The cells of the row that the record begins in, then the text that it was read from. */
function printSource(row: CsvRow): void {
  if (!row["text_start"]) {
    console.log("\nit concerns the document as a whole and has no place in its text");
    return;
  }
  const path = join(folder, "texts", `${row["disclosure_id"]}.txt`);
  const text = readFileSync(path, "utf8");
  const cells = tablesOf(row["disclosure_id"]!, text)
    .find((page) => page.page === Number(row["page"]))
    ?.rows.find((each) => each.number === Number(row["row"]))?.cells;
  console.log(`\n原文第 ${row["page"]} 页第 ${row["row"]} 行 (texts/${row["disclosure_id"]}.txt)`);
  for (const [index, cell] of (cells ?? []).entries())
    if (cell.text) console.log(`  [${index + 1}] ${cell.text}`);
  const characters = [...text];
  const [start, end] = [Number(row["text_start"]), Number(row["text_end"])];
  const part = (from: number, to: number) => characters.slice(Math.max(0, from), to).join("");
  console.log(`\n字符 ${start}–${end}`);
  console.log(
    `  …${part(start - CONTEXT, start)}【${part(start, end)}】${part(end, end + CONTEXT)}…`,
  );
}

/** The published text cut as it was read: plain text by its own signs, the rest by ours. */
function tablesOf(disclosureId: string, text: string): Table[] {
  const disclosures = readTable("disclosures");
  const format = disclosures.find((each) => each["disclosure_id"] === disclosureId)?.["format"];
  return format === "txt" ? textToTables(text) : laidOutToTables(text);
}
