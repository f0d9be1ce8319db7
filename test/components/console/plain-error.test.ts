import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  plainError,
  tidied,
  type PlainError,
} from "../../../src/components/console/plain-error.ts";
import { openWasm, sampleAtlas, type SampleAtlas, type WasmDatabase } from "../../query/engines.ts";

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

async function messageOf(script: string): Promise<string> {
  const outcome = await db.console.ask(script, 10);
  return outcome.kind === "failed" ? outcome.message : outcome.kind;
}

describe("the engine's message is put plainly", () => {
  it.each<[why: string, script: string, error: PlainError]>([
    ["a misspelt word", "SELEC 1", { kind: "syntax", near: "SELEC" }],
    ["a comma too many", "SELECT name, FROM projects WHERE", { kind: "syntax", near: null }],
    ["a parenthesis too few", "SELECT (1", { kind: "syntax", near: null }],
    ["a quote", "SELECT 'x", { kind: "unclosed" }],
    ["a double quote", 'SELECT "x', { kind: "unclosed" }],
    ["a table", "FROM project", { kind: "table", name: "project", like: "projects" }],
    ["a table unlike any", "FROM zzzzzzzz", { kind: "table", name: "zzzzzzzz", like: null }],
    ["an alias", "SELECT p.name FROM projects q", { kind: "table", name: "p", like: "q" }],
    [
      "a column",
      "SELECT nme FROM projects",
      { kind: "column", name: "nme", like: expect.arrayContaining(["name"]) as string[] },
    ],
    [
      "a column of a table",
      "SELECT p.nme FROM projects p",
      { kind: "column", name: "p.nme", like: expect.arrayContaining(["name"]) as string[] },
    ],
    [
      "a text in double quotes",
      'SELECT name FROM projects WHERE name = "梅州"',
      { kind: "column", name: "梅州", like: expect.anything() as string[] },
    ],
    [
      "a function",
      "SELECT foo(1)",
      { kind: "function", name: "foo", like: expect.anything() as string },
    ],
    [
      "a name of two tables",
      "SELECT name FROM projects, departments",
      { kind: "ambiguous", name: "name", choices: ["projects.name", "departments.name"] },
    ],
    ["no group", "SELECT theme, count(*) FROM projects", { kind: "ungrouped", name: "theme" }],
    ["a sum of words", "SELECT sum(name) FROM projects", { kind: "types", call: "sum(VARCHAR)" }],
    ["a number of words", "SELECT 'x'::INTEGER", { kind: "conversion", value: "x", type: "INT32" }],
    [
      "money of words",
      "FROM projects WHERE amount_yuan > 'x'",
      { kind: "conversion", value: "x", type: "DECIMAL(18,2)" },
    ],
    ["rows for a value", "SELECT (SELECT name FROM projects)", { kind: "rows" }],
    [
      "an extension",
      "SELECT json_extract('{}', '$.a')",
      { kind: "extension", name: "json_extract" },
    ],
    ["a file", "FROM read_csv('x.csv')", { kind: "outside" }],
    ["what nobody foresaw", "SELECT sqrt(-1)", { kind: "other" }],
  ])("%s: %s", async (_, script, error) => {
    expect(plainError(await messageOf(script))).toEqual(error);
  });

  it("and beside it each line but once", async () => {
    expect(tidied(await messageOf("SELEC 1")).match(/LINE 1/gu)).toHaveLength(1);
    expect(tidied("Out of Memory Error: x\n")).toBe("Out of Memory Error: x");
  });
});
