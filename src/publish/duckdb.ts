import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { SCHEMA, tableSchema, type TableName, type TableSchema } from "../model/schema.ts";
import { assertKeys } from "./integrity.ts";
import { inScratch, readCsv, SQL_TYPE } from "./scratch.ts";
import { quote } from "./sql.ts";

/**
 * The first region of each project, to sort by. A join: a subquery for each row would hold all rows
 * in memory at once.
 */
const FIRST_REGIONS = `(
  SELECT project_id, min(region_code)::VARCHAR AS code FROM project_regions GROUP BY project_id
) AS first_region USING (project_id)`;

/**
 * Order of the rows where it is not that of the primary key: by region first, so that a slice by
 * region reads few blocks, then as in the document. `p07` comes before `p100`, hence the length.
 */
const ORDER: Partial<Record<TableName, string>> = {
  projects: "first_region.code NULLS LAST, disclosure_id, seq",
  indicators: "first_region.code NULLS LAST, disclosure_id, length(project_id), project_id, seq",
  project_regions: "region_code, project_id",
};

/**
 * Writes `atlas.duckdb` from the CSV files of the same folder, so that both hold the same values.
 *
 * In the storage version and block size of design.md section 4, which DuckDB-Wasm reads over HTTP.
 * Throws, as `assertKeys` does, at rows that do not fit together.
 * Dimensions are ENUMs, one type a column (`projects_theme`), its values in the order of their text.
 */
export async function writeDuckdb(folder: string): Promise<void> {
  await inScratch(folder, async (connection) => {
    const file = quote(join(folder, "atlas.duckdb"));
    await connection.run(`ATTACH ${file} AS atlas (STORAGE_VERSION 'v1.0.0', BLOCK_SIZE 16384)`);
    await connection.run("USE atlas");
    for (const table of loadingOrder()) {
      await load(connection, table, folder);
      // Until then the rows of a table stay in memory.
      await connection.run("CHECKPOINT atlas");
    }
    await assertKeys(connection);
    await connection.run("USE memory; DETACH atlas");
  });
}

/** The order of other tables needs the regions of projects. */
function loadingOrder(): TableSchema[] {
  const regions = tableSchema("project_regions");
  return [regions, ...SCHEMA.filter((table) => table.name !== regions.name)];
}

async function load(connection: DuckDBConnection, table: TableSchema, folder: string) {
  const csv = readCsv(table, folder);
  const types = await createTypes(connection, table, csv);
  const definitions = table.columns.map(({ name, type, required }) => {
    const sqlType = type === "dimension" ? (types.get(name) ?? "VARCHAR") : SQL_TYPE[type];
    return `"${name}" ${sqlType}${required ? " NOT NULL" : ""}`;
  });
  await connection.run(`CREATE TABLE ${table.name} (${definitions.join(", ")})`);
  const order = ORDER[table.name as TableName] ?? table.primaryKey.join(", ");
  const regions = order.startsWith("first_region") ? `LEFT JOIN ${FIRST_REGIONS}` : "";
  const columns = table.columns.map(({ name }) => `t."${name}"`).join(", ");
  await connection.run(
    `INSERT INTO ${table.name} SELECT ${columns} FROM ${csv} AS t ${regions} ORDER BY ${order}`,
  );
  await comment(connection, table);
}

/**
 * Creates the ENUM of every dimension that has a value: column → type. One pass over the file.
 *
 * Where all rows are empty the column stays VARCHAR, since `min()` and others reject an ENUM of
 * nothing.
 */
async function createTypes(
  connection: DuckDBConnection,
  table: TableSchema,
  csv: string,
): Promise<Map<string, string>> {
  const types = new Map<string, string>();
  const names = table.columns.filter(({ type }) => type === "dimension").map(({ name }) => name);
  if (names.length === 0) return types;
  const lists = names.map(
    (name) => `list_sort(list(DISTINCT "${name}") FILTER ("${name}" IS NOT NULL)) AS "${name}"`,
  );
  await connection.run(`CREATE TEMP TABLE dimensions AS SELECT ${lists.join(", ")} FROM ${csv}`);
  const result = await connection.runAndReadAll("FROM dimensions");
  for (const [i, name] of names.entries()) {
    if (result.value(i, 0) === null) continue;
    const type = `${table.name}_${name}`;
    await connection.run(`CREATE TYPE ${type} AS ENUM (SELECT unnest("${name}") FROM dimensions)`);
    types.set(name, type);
  }
  await connection.run("DROP TABLE temp.dimensions");
  return types;
}

async function comment(connection: DuckDBConnection, table: TableSchema) {
  await connection.run(`COMMENT ON TABLE ${table.name} IS ${quote(described(table))}`);
  for (const column of table.columns) {
    const name = `${table.name}."${column.name}"`;
    await connection.run(`COMMENT ON COLUMN ${name} IS ${quote(described(column))}`);
  }
}

function described({ zh, en }: { readonly zh: string; readonly en: string }): string {
  return `${zh} (${en})`;
}
