import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/query/answer.ts";
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

async function answerTo(script: string, limit = 10): Promise<Answer> {
  const outcome = await db.console.ask(script, limit);
  if (outcome.kind !== "answered") throw new Error(JSON.stringify(outcome));
  return outcome.answer;
}

const textsOf = ({ rows, columns, text }: Answer) =>
  Array.from({ length: rows }, (_, row) => columns.map((_, column) => text(row, column)));

describe("an answer", () => {
  it.each<[why: string, expression: string, kind: string, text: string | null]>([
    ["a text", "'绩效'", "text", "绩效"],
    ["a dimension", "(FROM projects SELECT max(theme))", "text", "对口支援"],
    ["an integer", "42", "number", "42"],
    ["more than a double holds", "9007199254740993", "number", "9007199254740993"],
    ["a huge integer, which sums yield", "sum(9007199254740993)", "number", "9007199254740993"],
    ["money", "12345678901234.50::DECIMAL(18, 2)", "number", "12345678901234.50"],
    ["less than one", "0.05::DECIMAL(18, 2)", "number", "0.05"],
    ["less than nothing", "-0.05::DECIMAL(18, 2)", "number", "-0.05"],
    ["a sum of money below nothing", "sum(-1.25::DECIMAL(18, 2))", "number", "-1.25"],
    ["a double", "0.5::DOUBLE", "number", "0.5"],
    ["a day", "DATE '2025-03-31'", "date", "2025-03-31"],
    ["a truth", "1 < 2", "boolean", "true"],
    ["nothing", "NULL", "number", null],
    ["a moment", "TIMESTAMP '2025-03-31 08:00:00.123456'", "text", "2025-03-31 08:00:00.123456"],
    ["a span", "INTERVAL 3 DAY", "text", "3 days"],
    ["a list", "['甲', '乙']", "text", "[甲, 乙]"],
    ["a structure", "{'a': 1.5}", "text", "{'a': 1.5}"],
    ["a map", "MAP {'a': 1}", "text", "{a=1}"],
    ["bytes", "'ab'::BLOB", "text", "ab"],
  ])("tells %s as DuckDB does: %s", async (_, expression, kind, text) => {
    const answer = await answerTo(`SELECT ${expression} AS "a ""b"""`);
    expect(answer.columns).toEqual([{ name: 'a "b"', kind }]);
    expect(textsOf(answer)).toEqual([[text]]);
    expect(answer.number(0, 0)).toBe(kind === "number" && text !== null ? Number(text) : null);
  });

  it("keeps the order where values are cast", async () => {
    const answer = await answerTo("SELECT x, [x] AS list FROM range(4) t(x) ORDER BY x DESC -- !");
    expect(textsOf(answer).map(([x]) => x)).toEqual(["3", "2", "1", "0"]);
  });

  it("keeps columns of the same name apart", async () => {
    expect(textsOf(await answerTo("SELECT 1 AS a, 2 AS a"))).toEqual([["1", "2"]]);
  });

  it("has columns even without rows", async () => {
    const answer = await answerTo("SELECT name, amount_yuan FROM projects WHERE false");
    expect(answer.columns.map(({ kind }) => kind)).toEqual(["text", "number"]);
    expect(answer.rows).toBe(0);
  });

  it.each([
    [9_999, 9_999, false],
    [10_000, 10_000, false],
    [10_001, 10_000, true],
    [30_000_000, 10_000, true],
  ])("of %d rows keeps %d, and says whether there are more", async (all, rows, isCut) => {
    const answer = await answerTo(`SELECT range AS n FROM range(${all})`, 10_000);
    expect({ rows: answer.rows, isCut: answer.isCut }).toEqual({ rows, isCut });
    expect(answer.text(rows - 1, 0)).toBe(String(rows - 1));
  });

  it("gives all rows, piece by piece, to who wants them", async () => {
    const numbers: (string | null)[] = [];
    const outcome = await db.console.askForAll("SELECT range AS n FROM range(30001)", (piece) => {
      for (let row = 0; row < piece.rows; row++) numbers.push(piece.text(row, 0));
    });
    expect(outcome.kind).toBe("answered");
    expect(numbers).toEqual(Array.from({ length: 30_001 }, (_, n) => String(n)));
  });
});

describe("a statement", () => {
  it.each([
    ["misspelt", "SELEC 1", /^Parser Error: /],
    ["of a table that is not there", "FROM project", /^Catalog Error: .*Did you mean "projects"/s],
    ["that fails on the way", "SELECT name::INTEGER FROM projects", /^Conversion Error: /],
    ["that fails late", "SELECT (100000 - x)::UTINYINT FROM range(100000) t(x)", /^Conversion Err/],
  ])("%s fails with DuckDB's message", async (_, script, message) => {
    const outcome = await db.console.ask(script, 10);
    expect(outcome).toEqual({ kind: "failed", message: expect.stringMatching(message) as string });
  });

  // A statement without rows so far is stopped in test/e2e: in Node, no timer runs meanwhile.
  it("can be stopped while its rows are fetched", async () => {
    const outcome = await db.console.askForAll("FROM range(100000000000)", () => {
      void db.console.stop();
    });
    expect(outcome).toEqual({ kind: "stopped" });
    expect(textsOf(await answerTo("SELECT 1"))).toEqual([["1"]]);
  });
});
