import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "../../src/query/database.ts";
import { ENGINES, openWasm, sampleAtlas, type SampleAtlas } from "./engines.ts";

let atlas: SampleAtlas;

beforeAll(async () => {
  atlas = await sampleAtlas();
});

afterAll(() => atlas.remove());

describe.each(ENGINES)("in %s", (_, open) => {
  let db: OpenDatabase;

  beforeAll(async () => {
    db = await open(atlas.file);
  });

  afterAll(() => db.close());

  it.each([
    ["text", "'梅州'", "梅州"],
    ["empty text, which is not null", "''", ""],
    ["an ENUM", "(SELECT max(theme) FROM projects)", "对口支援"],
    [
      "a list of ENUMs",
      "(SELECT list(DISTINCT basis ORDER BY basis) FROM project_regions)",
      ["goal", "name"],
    ],
    ["an integer", "42", 42],
    ["a BIGINT, which count() yields", "(SELECT count(*) FROM projects)", 5],
    ["a HUGEINT, which sum() yields", "(SELECT sum(seq) FROM projects)", 9],
    ["a double", "0.1::DOUBLE", 0.1],
    ["money", "1500000.50::DECIMAL(18, 2)", 1500000.5],
    ["negative money", "-0.05::DECIMAL(18, 2)", -0.05],
    ["a sum of money", "(SELECT sum(amount_yuan) FROM projects)", 6_700_000.5],
    ["money in a list", "[1.25, NULL]", [1.25, null]],
    ["true", "true", true],
    ["false, which is not null", "false", false],
    ["null", "NULL", null],
    ["a day", "DATE '2025-12-15'", "2025-12-15"],
    ["a day before 1970", "DATE '1949-10-01'", "1949-10-01"],
    ["a time", "TIMESTAMP '2025-12-15 08:30:00.25'", "2025-12-15T08:30:00.250Z"],
    ["a struct", "{'a': 1, 'd': DATE '2025-12-15'}", { a: 1, d: "2025-12-15" }],
    ["a list of structs", "[{'n': 2.50}]", [{ n: 2.5 }]],
  ])("hands over %s as plain JavaScript: %s", async (_, sql, value) => {
    expect(await db.rows(`SELECT ${sql} AS value`)).toEqual([{ value }]);
  });

  it.each([
    ["text, whatever signs it has", `梅州'"$1;`, "VARCHAR"],
    ["a whole number", 2025, "DOUBLE"],
    ["a fraction", 0.5, "DOUBLE"],
    ["a truth value", true, "BOOLEAN"],
  ])("takes %s as a parameter", async (_, value, type) => {
    expect(await db.rows("SELECT $1 AS value, typeof($1) AS type", [value])).toEqual([
      { value, type },
    ]);
  });

  it("takes null as a parameter", async () => {
    expect(await db.rows("SELECT $1::VARCHAR IS NULL AS absent", [null])).toEqual([
      { absent: true },
    ]);
  });

  it("compares parameters with columns of every type and limits by them", async () => {
    const sql = `SELECT name FROM projects
      JOIN project_regions USING (project_id)
      WHERE region_code = $1 AND seq = $2 AND amount_yuan > $3
      ORDER BY name
      LIMIT $4`;
    expect(await db.rows(sql, ["441400", 1, 1000, 1])).toEqual([
      { name: "梅州、韶关对口帮扶资金" },
    ]);
  });

  it("answers with no rows where there are none", async () => {
    expect(await db.rows("SELECT name FROM projects WHERE seq > $1", [100])).toEqual([]);
  });

  it("runs statements side by side", async () => {
    const answers = await Promise.all([1, 2, 3].map((n) => db.rows("SELECT $1 AS n", [n])));
    expect(answers).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }]]);
  });

  it.each([
    ["an unknown column", "SELECT nmae FROM projects", /nmae/],
    ["a function of an extension, which is never fetched", "SELECT st_area('')", /st_area/],
    ["a change", "DELETE FROM projects", /read-only/],
  ])("rejects %s with DuckDB's message", async (_, sql, message) => {
    await expect(db.rows(sql)).rejects.toThrow(message);
    expect(await db.rows("SELECT 1 AS still")).toEqual([{ still: 1 }]);
  });

  it("carries what the columns mean", async () => {
    const sql = "SELECT comment FROM duckdb_columns() WHERE column_name = $1";
    expect(await db.rows(sql, ["amount_yuan"])).toContainEqual({
      comment: "预算金额（元） (amount budgeted for the year, yuan)",
    });
  });
});

describe("the browser's engine", () => {
  let db: OpenDatabase;

  beforeAll(async () => {
    db = await openWasm(atlas.file);
  });

  afterAll(() => db.close());

  it.each([
    ["another host", "SELECT * FROM 'https://example.org/a.csv'"],
    ["another database", "ATTACH 'https://example.org/a.duckdb' AS a"],
    ["an extension", "LOAD parquet"],
    ["leave to do so", "SET enable_external_access = true"],
  ])("does not reach for %s", async (_, sql) => {
    await expect(db.rows(sql)).rejects.toThrow(/disabled|locked/);
  });
});
