import type { DuckDBConnection } from "@duckdb/node-api";
import {
  SCHEMA,
  type Column,
  type ColumnType,
  type PublishedRow,
  type TableSchema,
  type Value,
} from "../model/schema.ts";

/** The largest money of DECIMAL(18, 2), in fen. */
const MOST_FEN = 10n ** 18n - 1n;
const INTEGERS = 2 ** 31;

const FITS: Record<ColumnType, (value: NonNullable<Value>) => boolean> = {
  text: isText,
  dimension: isText,
  integer: (value) => Number.isInteger(value) && Math.abs(Number(value)) < INTEGERS,
  number: (value) => Number.isFinite(value),
  money: (value) => typeof value === "bigint" && value <= MOST_FEN && -value <= MOST_FEN,
  boolean: (value) => typeof value === "boolean",
  date: (value) => typeof value === "string" && isDay(value),
};

/**
 * Throws at the first value that breaks the schema: a missing or unknown column, a value of another
 * type, an empty one that is required. Any of these is a fault of ours, never of a document.
 */
export function assertRows(table: TableSchema, rows: readonly PublishedRow[]): void {
  const names = new Set(table.columns.map(({ name }) => name));
  for (const row of rows) assertRow(table, names, row);
}

/**
 * Throws at the first primary key that occurs twice and the first foreign key that leads nowhere,
 * in the tables of a connection.
 */
export async function assertKeys(connection: DuckDBConnection): Promise<void> {
  for (const table of SCHEMA as readonly TableSchema[]) {
    await assertPrimaryKey(connection, table);
    for (const [column, [there, key]] of Object.entries(table.foreignKeys))
      await assertForeignKey(connection, table, column, there, key);
  }
}

function assertRow(table: TableSchema, names: ReadonlySet<string>, row: PublishedRow): void {
  for (const name of Object.keys(row))
    if (!names.has(name)) throw fault(table, row, name, "is not a column of the schema");
  for (const column of table.columns) assertValue(table, column, row);
}

function assertValue(table: TableSchema, column: Column, row: PublishedRow): void {
  const value = row[column.name];
  if (value === undefined) throw fault(table, row, column.name, "is missing");
  if (value === null || value === "") {
    if (column.required) throw fault(table, row, column.name, "is empty, but required");
  } else if (!FITS[column.type](value)) {
    throw fault(table, row, column.name, `is not ${column.type}: ${show(value)}`);
  }
}

async function assertPrimaryKey(connection: DuckDBConnection, table: TableSchema): Promise<void> {
  const { name, primaryKey } = table;
  const columns = primaryKey.map((column) => `"${column}"`).join(", ");
  const [twice] = await rowsOf(
    connection,
    `SELECT ${columns} FROM ${name} GROUP BY ALL HAVING count(*) > 1 ORDER BY ALL LIMIT 1`,
  );
  if (twice) throw fault(table, twice, primaryKey.join(", "), "occurs twice");
}

async function assertForeignKey(
  connection: DuckDBConnection,
  table: TableSchema,
  column: string,
  there: string,
  key: string,
): Promise<void> {
  // ENUMs of two columns are compared as text; nothing is not in an empty table either.
  const [lost] = await rowsOf(
    connection,
    `SELECT * FROM ${table.name} WHERE "${column}" IS NOT NULL AND "${column}"::VARCHAR NOT IN (SELECT "${key}"::VARCHAR FROM ${there})
     ORDER BY ALL LIMIT 1`,
  );
  if (!lost) return;
  throw fault(table, lost, column, `names no ${there}.${key}: ${show(lost[column]!)}`);
}

async function rowsOf(connection: DuckDBConnection, sql: string): Promise<PublishedRow[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJS() as PublishedRow[];
}

function keyOf(table: TableSchema, row: PublishedRow): string {
  return table.primaryKey.map((name) => String(row[name])).join(" · ");
}

function fault(table: TableSchema, row: PublishedRow, column: string, what: string): Error {
  return new Error(`${table.name}.${column} ${what} (row ${keyOf(table, row)}); mend the pipeline`);
}

function isText(value: Value): boolean {
  return typeof value === "string";
}

function isDay(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 10) === text;
}

function show(value: Value): string {
  return typeof value === "string" ? `“${value}”` : String(value);
}
