import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Database, OpenDatabase, Parameter } from "./database.ts";
import type { DataPackage } from "./dictionary.ts";
import { openDatabase } from "./node.ts";

const FOLDER = "public/data";
const FILE = join(FOLDER, "atlas.duckdb");

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

/** The text that was extracted from a document: what the places of its rows count in. */
export function publishedText(disclosureId: string): string {
  return readFileSync(join(FOLDER, "texts", `${disclosureId}.txt`), "utf8");
}

/** The descriptor of the data package, with the size of each file, also of one that it leaves open. */
export function publishedPackage(): DataPackage {
  const text = readFileSync(join(FOLDER, "datapackage.json"), "utf8");
  const { version, resources } = JSON.parse(text) as {
    version: string;
    resources: readonly { path: string; bytes?: number }[];
  };
  return {
    version,
    resources: resources.map(({ path, bytes }) => {
      return { path, bytes: bytes ?? statSync(join(FOLDER, path)).size };
    }),
  };
}

async function open(): Promise<OpenDatabase> {
  if (!existsSync(FILE)) throw new Error(`${resolve(FILE)} is not there: run npm run data`);
  return openDatabase(FILE);
}
