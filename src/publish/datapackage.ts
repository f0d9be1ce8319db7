import { createHash } from "node:crypto";
import { SCHEMA, type Column, type ColumnType, type TableSchema } from "../model/schema.ts";

/** A published file, its path relative to the descriptor. */
export interface PublishedFile {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly sha256: string;
}

const FIELD_TYPE: Record<ColumnType, string> = {
  text: "string",
  dimension: "string",
  integer: "integer",
  number: "number",
  money: "number",
  boolean: "boolean",
  date: "date",
};

/**
 * The descriptor of the folder: a Frictionless Data Package (https://datapackage.org, version 2),
 * each table as CSV with its schema, then the same tables as Parquet and as one DuckDB file.
 *
 * Nothing in it depends on when or where it was written.
 */
export function datapackage(files: readonly PublishedFile[]): object {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "budget-performance-atlas",
    version: versionOf(files),
    title: "预算绩效图谱 (Budget Performance Atlas)",
    description:
      "地方政府随预算公开的绩效目标表，逐项整理为数据表；每个值都注明出处，抽取的原文在 texts/ 中。" +
      "空值表示文件未载明，0 表示文件载明为 0；金额单位为元。 " +
      "The performance targets that Chinese local governments publish with their budgets, as tables; " +
      "every value names its place in the extracted text under texts/. " +
      "Empty means that the document does not say, 0 that it says 0; money is in yuan.",
    resources: [
      ...SCHEMA.map((table) => csvResource(table, find(files, `${table.name}.csv`))),
      ...SCHEMA.map((table) => parquetResource(table, find(files, `${table.name}.parquet`))),
      duckdbResource(find(files, "atlas.duckdb")),
    ],
  };
}

/** The first digits of a hash over all tables: it changes when a value does, and only then. */
function versionOf(files: readonly PublishedFile[]): string {
  const hash = createHash("sha256");
  for (const { name } of SCHEMA) hash.update(find(files, `${name}.csv`).sha256);
  return hash.digest("hex").slice(0, 8);
}

function csvResource(table: TableSchema, file: PublishedFile): object {
  return {
    name: table.name,
    type: "table",
    title: table.zh,
    description: table.en,
    ...describe(file),
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    dialect: { delimiter: ",", lineTerminator: "\n", quoteChar: '"', doubleQuote: true },
    schema: {
      fields: table.columns.map(field),
      missingValues: [""],
      primaryKey: table.primaryKey,
      foreignKeys: Object.entries(table.foreignKeys).map(([name, [resource, column]]) => ({
        fields: [name],
        reference: { resource, fields: [column] },
      })),
    },
  };
}

function field({ name, type, zh, en, required }: Column): object {
  return {
    name,
    type: FIELD_TYPE[type],
    title: zh,
    description: en,
    ...(required && { constraints: { required: true } }),
  };
}

function parquetResource(table: TableSchema, file: PublishedFile): object {
  return {
    name: `${table.name}-parquet`,
    title: table.zh,
    description: table.en,
    ...describe(file),
    format: "parquet",
    mediatype: "application/vnd.apache.parquet",
  };
}

/**
 * Without its hash and size: DuckDB leaves some hundred bytes of its blocks as memory had them, and
 * now and then a block free, so that two files of the same rows differ, and the descriptor must not.
 */
function duckdbResource({ path }: PublishedFile): object {
  return {
    name: "atlas-duckdb",
    title: "全部数据表（DuckDB）",
    description: "all tables in one DuckDB file",
    path,
    format: "duckdb",
    mediatype: "application/vnd.duckdb",
  };
}

function describe({ path, bytes, sha256 }: PublishedFile): object {
  return { path, bytes, hash: `sha256:${sha256}` };
}

function find(files: readonly PublishedFile[], path: string): PublishedFile {
  const file = files.find((candidate) => candidate.path === path);
  if (!file) throw new Error(`${path} was not written, but the data package names it`);
  return file;
}
