import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Database, OpenDatabase, Parameter } from "./database.ts";
import { openDatabase } from "./node.ts";

const FILE = "public/data/atlas.duckdb";

let opened: Promise<OpenDatabase> | undefined;

/**
 * The published data, for pages rendered at build: `public/data/atlas.duckdb` of the current
 * folder, opened at the first query. Rejects with the remedy if it is not there.
 */
export const published: Database = {
  async rows<Row>(sql: string, params?: readonly Parameter[]) {
    opened ??= open();
    const database = await opened;
    return database.rows<Row>(sql, params);
  },
};

async function open(): Promise<OpenDatabase> {
  if (!existsSync(FILE)) throw new Error(`${resolve(FILE)} is not there: run npm run data`);
  return openDatabase(FILE);
}
