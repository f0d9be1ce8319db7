import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWasm, sampleAtlas, type SampleAtlas, type WasmDatabase } from "./engines.ts";

let atlas: SampleAtlas;
let db: WasmDatabase;
beforeAll(async () => {
  atlas = await sampleAtlas();
  db = await openWasm(atlas.file);
});
afterAll(async () => {
  await db.close();
  atlas.remove();
});

describe("a script", () => {
  it.each([
    ["SELECT", "SELECT 1"],
    ["SELECT in small letters and parentheses", "((select 1))"],
    ["FROM first", "FROM projects SELECT name"],
    ["VALUES", "VALUES (1), (2)"],
    ["WITH", "WITH p AS (FROM projects) SELECT count(*) FROM p"],
    [
      "WITH of a list",
      "WITH RECURSIVE t(n) AS (SELECT 1 UNION SELECT n + 1 FROM t WHERE n < 3) FROM t",
    ],
    ["DESCRIBE", "DESCRIBE projects"],
    ["SHOW", "SHOW TABLES"],
    ["SUMMARIZE", "SUMMARIZE projects"],
    ["EXPLAIN", "EXPLAIN SELECT 1"],
    ["EXPLAIN with options", "EXPLAIN (FORMAT text) SELECT 1"],
    ["EXPLAIN ANALYZE", "EXPLAIN ANALYZE (SELECT 1)"],
    ["a semicolon and a comment behind", "SELECT 1; -- 一"],
    ["semicolons that end nothing", `SELECT ';' AS ";" /* ; */ -- ;`],
    ["a verb in a text", "SELECT 'DROP TABLE projects; DELETE FROM projects' AS words"],
    ["Chinese before the semicolon", "SELECT '绩效' AS 名称;"],
  ])("is run if it only reads: %s", async (_, script) => {
    expect((await db.console.ask(script, 10)).kind).toBe("answered");
  });

  it.each([
    ["COPY", "COPY projects TO 'projects.csv'"],
    ["ATTACH", "ATTACH 'other.duckdb'"],
    ["DETACH", "DETACH atlas"],
    ["INSTALL", "INSTALL json"],
    ["LOAD", "LOAD json"],
    ["SET", "SET lock_configuration = false"],
    ["RESET", "RESET enable_external_access"],
    ["USE", "USE memory"],
    ["PRAGMA", "PRAGMA database_list"],
    ["CALL", "CALL pragma_version()"],
    ["CREATE", "CREATE TABLE memory.main.t AS SELECT 1"],
    ["INSERT", "INSERT INTO projects (name) VALUES ('x')"],
    ["UPDATE", "UPDATE projects SET name = 'x'"],
    ["DELETE", "DELETE FROM projects"],
    ["DROP", "DROP TABLE projects"],
    ["EXPORT", "EXPORT DATABASE 'folder'"],
    ["IMPORT", "IMPORT DATABASE 'folder'"],
    ["CHECKPOINT", "CHECKPOINT"],
    ["PREPARE", "PREPARE p AS SELECT 1"],
    ["CREATE", "EXPLAIN ANALYZE CREATE TABLE memory.main.t AS SELECT 1"],
    ["COPY", "EXPLAIN (ANALYZE, FORMAT text) COPY projects TO 'projects.csv'"],
    ["INSERT", "WITH p AS (SELECT 1) INSERT INTO memory.main.t FROM p"],
    ["DELETE", "/* SELECT */ DELETE FROM projects"],
  ])("is refused if it does more: %s in %s", async (verb, script) => {
    expect(await db.console.ask(script, 10)).toEqual({ kind: "refused", verb });
  });

  it.each([
    ["several statements", "SELECT 1; SELECT 2", "several"],
    ["one that hides behind another", "SELECT 1; DROP TABLE projects", "several"],
    ["nothing", " ", "empty"],
    ["a comment alone", "-- 绩效\n", "empty"],
  ])("is refused if it is not one statement: %s", async (_, script, kind) => {
    expect(await db.console.ask(script, 10)).toEqual({ kind });
  });

  it.each([
    ["a file", "FROM 'projects.csv'"],
    ["a file by a function", "FROM read_csv('projects.csv')"],
    ["another host", "FROM read_csv('https://example.org/x.csv')"],
    ["a text file", "FROM read_text('/etc/passwd')"],
    ["the names of files", "FROM glob('*')"],
  ])("reaches nothing outside of the atlas: %s", async (_, script) => {
    const outcome = await db.console.ask(script, 10);
    expect(outcome.kind).toBe("failed");
  });
});
