import { createReadStream, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { BASE_TABLES, tableSchema, type PublishedRow, type TableName } from "../model/schema.ts";
import { isShared, SHARED_TABLES, type Part, type SharedTable } from "./part.ts";

/**
 * Reads published folders back as parts, so that what several runs published can be published as
 * one. The folders must hold the shards of one corpus; they are taken in the order of their first
 * disclosure, which is the order of one run over all.
 */
export async function* partsOfFolders(folders: readonly string[]): AsyncGenerator<Part> {
  const sorted = folders
    .map((folder) => ({ folder, first: firstDisclosure(folder) }))
    .filter(({ first }) => first !== undefined)
    .sort((a, b) => (a.first! < b.first! ? -1 : 1));
  for (const { folder } of sorted) yield* partsOfFolder(folder);
}

/** The id of the first disclosure of a published folder; undefined for an empty shard. */
function firstDisclosure(folder: string): string | undefined {
  return rowsOf(folder, "disclosures")[0]?.["disclosure_id"] as string | undefined;
}

async function* partsOfFolder(folder: string): AsyncGenerator<Part> {
  const shared = Object.fromEntries(SHARED_TABLES.map((name) => [name, sharedRows(folder, name)]));
  const across = shared["rules"]!.filter(({ scope }) => scope === "department");
  const rules = shared["rules"]!.map((row) => (across.includes(row) ? { ...row, ...NEVER } : row));
  yield { csv: {}, shared: { ...shared, rules }, texts: [] };
  const isAcross = wordIn(across.map(({ rule }) => rule as string));
  for (const name of BASE_TABLES) {
    if (isShared(name)) continue;
    const lines = linesBelowHeader(join(folder, `${name}.csv`));
    const own = OF_RULES.includes(name) ? rowsWithout(lines, name, isAcross) : lines;
    for await (const csv of own) yield { csv: { [name]: csv }, shared: {}, texts: [] };
  }
  for (const file of readdirSync(join(folder, "texts")).sort()) {
    const text = readFileSync(join(folder, "texts", file), "utf8");
    yield { csv: {}, shared: {}, texts: [[file.replace(/\.txt$/u, ""), text]] };
  }
}

/** Tables with rows of rules, those about all documents of a department among them. */
const OF_RULES: readonly TableName[] = ["findings", "disclosure_rules"];
/** What such a rule found in one shard: it is asked anew when all documents are there. */
const NEVER = { asked: 0, findings: 0, not_applicable: 0 };

/** Whether a text is one of some, told quickly of a line that holds none. */
function wordIn(words: readonly string[]): (line: string) => boolean {
  return (line) => words.some((word) => line.includes(word));
}

/** The rows of a table of rules, without those of some rules. */
async function* rowsWithout(
  pieces: AsyncIterable<string>,
  name: TableName,
  isOfThem: (line: string) => boolean,
): AsyncGenerator<string> {
  const at = tableSchema(name).columns.findIndex((column) => column.name === "rule");
  for await (const rows of wholeRows(pieces)) {
    const kept = rows.filter((row) => {
      if (!isOfThem(row)) return true;
      const [cells] = Papa.parse<string[]>(row).data;
      return !isOfThem(cells?.[at] ?? "");
    });
    yield kept.join("");
  }
}

/** The whole rows of CSV that comes in pieces: a line end between quotes ends no row. */
async function* wholeRows(pieces: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest = "";
  for await (const piece of pieces) {
    const text = rest + piece;
    const rows: string[] = [];
    let start = 0;
    let isQuoted = false;
    for (const { 0: sign, index } of text.matchAll(/["\n]/gu)) {
      if (sign === '"') isQuoted = !isQuoted;
      if (sign === '"' || isQuoted) continue;
      rows.push(text.slice(start, index + 1));
      start = index + 1;
    }
    rest = text.slice(start);
    yield rows;
  }
  if (rest !== "") yield [rest];
}

/** The rows of a shared table of a published folder, which hold text and counts alone. */
export function sharedRows(folder: string, name: SharedTable): PublishedRow[] {
  const counts = tableSchema(name).columns.filter((column) => column.type === "integer");
  return rowsOf(folder, name).map((row) => ({
    ...row,
    ...Object.fromEntries(counts.map((column) => [column.name, Number(row[column.name])])),
  }));
}

function rowsOf(folder: string, name: TableName): PublishedRow[] {
  const text = readFileSync(join(folder, `${name}.csv`), "utf8");
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return data.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, value === "" ? null : value]),
    ),
  );
}

/** A file in pieces, without its first line: no header of ours holds a line break. */
async function* linesBelowHeader(path: string): AsyncGenerator<string> {
  let inHeader = true;
  for await (const piece of createReadStream(path, "utf8") as AsyncIterable<string>) {
    const end = inHeader ? piece.indexOf("\n") + 1 : 0;
    if (inHeader && end === 0) continue;
    inHeader = false;
    yield piece.slice(end);
  }
}
