import { DuckDBInstance } from "@duckdb/node-api";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { toParquet } from "../../../src/components/take/parquet.ts";
import { RECORDS } from "./records.ts";

const folder = mkdtempSync(join(tmpdir(), "atlas-parquet-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(bytes: Uint8Array, sql: string) {
  const path = join(folder, "rows.parquet");
  writeFileSync(path, bytes);
  const connection = await (await DuckDBInstance.create()).connect();
  const reader = await connection.runAndReadAll(sql.replace("ROWS", `read_parquet('${path}')`));
  return reader.getRowObjectsJson();
}

it("is read by DuckDB, row for row", async () => {
  expect(await read(toParquet(RECORDS), "SELECT * FROM ROWS")).toEqual([
    {
      project: "帮扶,“清远”\n项目",
      amount_yuan: "1500000.50",
      target_text: "=100%",
      deadline: "2025-12-31",
    },
    { project: "@SUM(1)", amount_yuan: null, target_text: null, deadline: null },
  ]);
});

it("has the types of the published tables, with rows and without", async () => {
  const types = [
    { column_name: "project", column_type: "VARCHAR" },
    { column_name: "amount_yuan", column_type: "DECIMAL(18,2)" },
    { column_name: "target_text", column_type: "VARCHAR" },
    { column_name: "deadline", column_type: "DATE" },
  ];
  const describe = "SELECT column_name, column_type FROM (DESCRIBE FROM ROWS)";
  expect(await read(toParquet(RECORDS), describe)).toEqual(types);
  expect(await read(toParquet({ ...RECORDS, data: [] }), describe)).toEqual(types);
});
