// Traces a published value back to its place: record, reading, cell, source text.

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import Papa from "papaparse";
import { cutText, type CutCell } from "../src/model/cut.ts";
import { SCHEMA, type TableName, type TableSchema } from "../src/model/schema.ts";
import { squash } from "../src/text.ts";
import { readArguments, refuse, ROOT } from "./command.ts";

const USAGE = `Usage: npm run trace -- ID [--data DIR]

Prints a published row, the row of the document that it was read from, cell by cell, and the very
text.

  ID          an id of any table, its key with slashes between:
                a project             guangzhou-cooperation-office-projects/p07
                an indicator          guangzhou-cooperation-office-projects/p07/i03
                a finding             guangzhou-cooperation-office-projects/text/same-goal/1
                a project's region    guangzhou-cooperation-office-projects/p17/441400
                a budget line         guangzhou-cooperation-office-department/项目支出
                a total, a task       totals:guangzhou-cooperation-office-projects/1, tasks:…/1
                a document            guangzhou-cooperation-office-department
              with the table in front where several tables have the same
  --data DIR  folder of published tables (default public/data)
  --help      this text`;

/** Characters of the source that are shown on either side. */
const CONTEXT = 30;
/** Columns that tell where a row stands; they are no part of the id that one types. */
const PLACE = ["page", "row", "text_start", "text_end"];

type CsvRow = Readonly<Record<string, string>>;

interface Found {
  readonly table: TableSchema;
  readonly row: CsvRow;
}

/** Where a row stands in the text of a document. */
interface Spot {
  readonly disclosureId: string;
  readonly page: number;
  readonly row: number;
  readonly start: number;
  readonly end: number;
}

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
printRecord(found);
const spot = spotOf(found);
if (spot) printSource(spot);
else console.log("\nit concerns the document as a whole and has no place in its text");

/** The row that an id names. Refuses an id of none, and one of several tables. */
function findRow(wanted: string): Found {
  const [, name, key] = /^(?:([a-z_]+):)?(.*)$/su.exec(wanted)!;
  const tables = (SCHEMA as readonly TableSchema[]).filter(
    (table) => (name ? table.name === name : true) && isTraceable(table),
  );
  const all = tables.flatMap((table) =>
    readTable(table.name as TableName)
      .filter((row) => keysOf(table, row).includes(key!))
      .map((row) => ({ table, row })),
  );
  const [first, ...others] = all;
  if (!first) refuse(`no row has the id ${wanted}; see the tables in ${values.data}`);
  if (others.length > 0)
    refuse(
      `${wanted} is several rows; say which: ${all.map(({ table, row }) => `${table.name}:${keysOf(table, row)[0]!}`).join(", ")}`,
    );
  return first;
}

/** Tables whose rows come from a place in a document, or from that of a project. */
function isTraceable({ name, columns }: TableSchema): boolean {
  const has = (column: string) => columns.some((each) => each.name === column);
  return has("text_start") || has("goal_text_start") || name === "project_regions";
}

/** The id of a row, whole and without its place. */
function keysOf({ primaryKey }: TableSchema, row: CsvRow): string[] {
  const join = (names: readonly string[]) => names.map((name) => row[name]).join("/");
  return [join(primaryKey), join(primaryKey.filter((name) => !PLACE.includes(name)))];
}

function readTable(table: TableName): CsvRow[] {
  const text = readFileSync(join(folder, `${table}.csv`), "utf8");
  return Papa.parse<CsvRow>(text, { header: true, skipEmptyLines: true }).data;
}

function printRecord({ table: { name, zh, columns }, row }: Found): void {
  console.log(`${zh} (${name})`);
  for (const { name: column, zh: title } of columns)
    if (row[column])
      console.log(`  ${column.padEnd(21)} ${row[column]}    ${title.split("：")[0]!}`);
}

function spotOf({ table, row }: Found): Spot | undefined {
  if (table.name === "project_regions") return mentionSpot(row);
  return placeIn(row, "") ?? placeIn(row, "goal_");
}

function placeIn(row: CsvRow, prefix: "" | "goal_"): Spot | undefined {
  const [page, number, start, end] = PLACE.map((name) => row[`${prefix}${name}`]);
  if (!start) return undefined;
  return {
    disclosureId: row["disclosure_id"]!,
    page: Number(page),
    row: Number(number),
    start: Number(start),
    end: Number(end),
  };
}

/** The first cell of the project that holds the words by which it names the region. */
function mentionSpot(link: CsvRow): Spot | undefined {
  const project = readTable("projects").find((row) => row["project_id"] === link["project_id"]);
  const span = project && placeIn(project, "");
  if (!span) return undefined;
  const mention = squash(link["mention"]!);
  for (const [index, rows] of pagesOf(span.disclosureId).entries()) {
    for (const { number, cells } of rows) {
      const cell = cells.find(
        ({ text, start }) =>
          start >= span.start && start < span.end && squash(text).includes(mention),
      );
      if (cell) {
        const { text, start } = cell;
        return { ...span, page: index + 1, row: number, start, end: start + [...text].length };
      }
    }
  }
  return span;
}

/** The cells of the row that the record begins in, then the text that it was read from. */
function printSource({ disclosureId, page, row, start, end }: Spot): void {
  const cells = pagesOf(disclosureId)[page - 1]?.find(({ number }) => number === row)?.cells ?? [];
  console.log(`\n原文第 ${page} 页第 ${row} 行 (texts/${disclosureId}.txt)`);
  for (const [index, cell] of cells.entries())
    if (cell.text) console.log(`  [${index + 1}] ${cell.text}`);
  const characters = [...textOf(disclosureId)];
  const part = (from: number, to: number) => characters.slice(Math.max(0, from), to).join("");
  console.log(`\n字符 ${start}–${end}`);
  console.log(
    `  …${part(start - CONTEXT, start)}【${part(start, end)}】${part(end, end + CONTEXT)}…`,
  );
}

/** The published text cut as it was read, cells counted in code points as the tables count. */
function pagesOf(disclosureId: string): { number: number; cells: CutCell[] }[][] {
  const text = textOf(disclosureId);
  const format = readTable("disclosures").find((row) => row["disclosure_id"] === disclosureId)?.[
    "format"
  ];
  const isAstral = /[\u{10000}-\u{10ffff}]/u.test(text);
  const pointAt = (unit: number) => (isAstral ? [...text.slice(0, unit)].length : unit);
  return cutText(text, format === "txt").map((rows) =>
    rows.map(({ number, cells }) => ({
      number,
      cells: cells.map((cell) => ({ ...cell, start: pointAt(cell.start) })),
    })),
  );
}

function textOf(disclosureId: string): string {
  return readFileSync(join(folder, "texts", `${disclosureId}.txt`), "utf8");
}
