import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { SCHEMA } from "../model/schema.ts";
import { quote } from "./sql.ts";

/**
 * Writes every table of the folder's `atlas.duckdb` as `<table>.parquet`: the same rows in the same
 * order, dimensions as dictionaries, compressed with Zstandard.
 */
export async function writeParquet(folder: string): Promise<void> {
  const instance = await DuckDBInstance.create(join(folder, "atlas.duckdb"), {
    access_mode: "READ_ONLY",
    // The bytes must not depend on how many cores there are.
    threads: "1",
  });
  const connection = await instance.connect();
  try {
    for (const { name } of SCHEMA) {
      const file = quote(join(folder, `${name}.parquet`));
      await connection.run(`COPY ${name} TO ${file} (FORMAT parquet, COMPRESSION zstd)`);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
