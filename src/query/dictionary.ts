import { SCHEMA, type TableSchema } from "../model/schema.ts";
import type { Database } from "./database.ts";

/** What a page needs of `datapackage.json`. */
export interface DataPackage {
  /** Tells one state of the data from another. */
  readonly version: string;
  readonly resources: readonly PackagedFile[];
}

/** A file of the data package; its path is relative to the descriptor. */
export interface PackagedFile {
  readonly path: string;
  readonly bytes: number;
}

/** A published table: what its columns mean, how long it is, and its files. */
export interface TableEntry {
  readonly table: TableSchema;
  readonly rows: number;
  readonly csv: PackagedFile;
  readonly parquet: PackagedFile;
}

/** Every published table in the order of the schema. Throws where the package lacks one's files. */
export async function tableEntries(db: Database, descriptor: DataPackage): Promise<TableEntry[]> {
  const counts = await db.rows<{ name: string; rows: number }>(
    SCHEMA.map(
      ({ name }) => `SELECT '${name}' AS name, count(*)::INTEGER AS rows FROM ${name}`,
    ).join(" UNION ALL "),
  );
  const rows = new Map(counts.map((count) => [count.name, count.rows]));
  return SCHEMA.map((table) => ({
    table,
    rows: rows.get(table.name)!,
    csv: packagedFile(descriptor, `${table.name}.csv`),
    parquet: packagedFile(descriptor, `${table.name}.parquet`),
  }));
}

/** A file of the package by its path. */
export function packagedFile(descriptor: DataPackage, path: string): PackagedFile {
  const file = descriptor.resources.find((resource) => resource.path === path);
  if (!file) throw new Error(`datapackage.json does not name ${path}; run npm run data again`);
  return file;
}

/** The rows of all tables together. */
export function rowsOf(tables: readonly TableEntry[]): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}
