import { join } from "node:path";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import type { ColumnType, PublishedRow, TableSchema } from "../model/schema.ts";
import { quote } from "./sql.ts";

/** The type in DuckDB of a column that is no dimension. */
export const SQL_TYPE: Readonly<Record<Exclude<ColumnType, "dimension">, string>> = {
  text: "VARCHAR",
  integer: "INTEGER",
  number: "DOUBLE",
  money: "DECIMAL(18, 2)",
  boolean: "BOOLEAN",
  date: "DATE",
};

/** Does work in a DuckDB in memory, which spills into the folder what exceeds half a gigabyte. */
export async function inScratch<Answer>(
  folder: string,
  work: (connection: DuckDBConnection) => Promise<Answer>,
): Promise<Answer> {
  const instance = await DuckDBInstance.create(":memory:", {
    // The bytes must not depend on how many cores there are.
    threads: "1",
    // Sorting spills to disk beyond it: two million indicators would take 2.4 GB.
    memory_limit: "512MB",
    temp_directory: join(folder, ".duckdb-tmp"),
  });
  const connection = await instance.connect();
  try {
    // It cannot know how long a CSV file is, and would hash the long side of a join in memory.
    await connection.run("SET disabled_optimizers = 'join_order,build_side_probe_side'");
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A table function that reads one of our CSV files, nothing left to be sniffed. */
export function readCsv(table: TableSchema, folder: string): string {
  const columns = table.columns.map(
    ({ name, type }) => `'${name}': '${type === "dimension" ? "VARCHAR" : SQL_TYPE[type]}'`,
  );
  return `read_csv(${quote(join(folder, `${table.name}.csv`))}, auto_detect = false, header = true,
    delim = ',', quote = '"', escape = '"', new_line = '\\n', nullstr = '',
    allow_quoted_nulls = false, columns = {${columns.join(", ")}})`;
}

/** Rows in batches, so that a corpus is never in memory at once. */
export type Batches<Row = PublishedRow> = AsyncIterable<readonly Row[]>;

/** The rows of a query as they come. */
export async function* rowsOf<Row = PublishedRow>(
  connection: DuckDBConnection,
  sql: string,
): AsyncGenerator<Row[]> {
  const result = await connection.stream(sql);
  for await (const rows of result.yieldRowObjectJs()) yield rows as Row[];
}

/** The rows of a query that belong together, which must come one after the other. */
export async function* groupsOf<Row>(
  connection: DuckDBConnection,
  sql: string,
  keyOf: (row: Row) => string,
): AsyncGenerator<Row[]> {
  let group: Row[] = [];
  for await (const rows of rowsOf<Row>(connection, sql)) {
    for (const row of rows) {
      if (group[0] && keyOf(group[0]) !== keyOf(row)) {
        yield group;
        group = [];
      }
      group.push(row);
    }
  }
  if (group.length > 0) yield group;
}
