import {
  SCHEMA,
  type Column,
  type ColumnType,
  type PublishedRow,
  type PublishedTables,
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
 * type, an empty one that is required, a primary key that occurs twice, a foreign key that leads
 * nowhere. Any of these is a fault of ours, never of a document.
 */
export function assertSound(tables: PublishedTables): void {
  for (const table of SCHEMA) {
    for (const row of tables[table.name]) assertRow(table, row);
  }
  const keys = keysOf(tables);
  for (const table of SCHEMA) assertForeignKeys(table, tables[table.name], keys);
}

function assertRow(table: TableSchema, row: PublishedRow): void {
  for (const name of Object.keys(row)) {
    if (!table.columns.some((column) => column.name === name)) {
      throw fault(table, row, name, "is not a column of the schema");
    }
  }
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

/** The primary keys of every table. A key of several columns is joined: no foreign key has one. */
function keysOf(tables: PublishedTables): Map<string, Set<string>> {
  return new Map(SCHEMA.map((table) => [table.name, keysOfTable(table, tables[table.name])]));
}

function keysOfTable(table: TableSchema, rows: readonly PublishedRow[]): Set<string> {
  const keys = new Set<string>();
  for (const row of rows) {
    const key = keyOf(table, row);
    if (keys.has(key)) throw fault(table, row, table.primaryKey.join(", "), "occurs twice");
    keys.add(key);
  }
  return keys;
}

function assertForeignKeys(
  table: TableSchema,
  rows: readonly PublishedRow[],
  keys: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  for (const [name, [there, column]] of Object.entries(table.foreignKeys)) {
    const known = keys.get(there)!;
    for (const row of rows) {
      const value = row[name] ?? null;
      if (value === null || known.has(String(value))) continue;
      throw fault(table, row, name, `names no ${there}.${column}: ${show(value)}`);
    }
  }
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
