import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { SCHEMA, type PublishedTables } from "../model/schema.ts";
import { csvPieces } from "./csv.ts";
import { writeDuckdb } from "./duckdb.ts";

/** Writes the tables into a folder that is there. */
export async function writeTables(tables: PublishedTables, folder: string): Promise<void> {
  for (const table of SCHEMA) {
    const pieces = csvPieces(table, tables[table.name]);
    await pipeline(Readable.from(pieces), createWriteStream(join(folder, `${table.name}.csv`)));
  }
  await writeDuckdb(folder);
}
