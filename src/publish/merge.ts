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
  yield { csv: {}, shared, texts: [] };
  for (const name of BASE_TABLES) {
    if (isShared(name)) continue;
    for await (const lines of linesBelowHeader(join(folder, `${name}.csv`)))
      yield { csv: { [name]: lines }, shared: {}, texts: [] };
  }
  for (const file of readdirSync(join(folder, "texts")).sort()) {
    const text = readFileSync(join(folder, "texts", file), "utf8");
    yield { csv: {}, shared: {}, texts: [[file.replace(/\.txt$/u, ""), text]] };
  }
}

/** The rows of a shared table, which hold text and counts alone. */
function sharedRows(folder: string, name: SharedTable): PublishedRow[] {
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
