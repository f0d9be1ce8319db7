import { describe, expect, it } from "vitest";
import { scriptOf, searchOf } from "../../../src/components/console/address.ts";
import { chartChoice, chartKind } from "../../../src/components/console/chart-choice.ts";
import { completionsOf } from "../../../src/components/console/completions.ts";
import { csvHead, csvRows } from "../../../src/components/console/csv.ts";
import {
  readHistory,
  remembered,
  writeHistory,
  type Shelf,
} from "../../../src/components/console/history.ts";
import { SCHEMA } from "../../../src/model/schema.ts";
import type { Answer, AnswerKind } from "../../../src/query/answer.ts";
import { openWasm, sampleAtlas } from "../../query/engines.ts";

describe("the address", () => {
  it.each(["SELECT 1", "SELECT '≥90%' AS \"a & b\"\n-- ? # +", "", "/* 绩效 */"])(
    "holds the script: %s",
    (script) => expect(scriptOf(searchOf(script))).toBe(script),
  );

  it("keeps what others put there", () => {
    expect(searchOf("SELECT 1", "?from=test&sql=SELECT+2&b=%26")).toBe(
      "?sql=SELECT+1&from=test&b=%26",
    );
  });
});

describe("the history", () => {
  it.each<[why: string, history: string[], script: string, expected: string[]]>([
    ["the newest first", ["a"], "b", ["b", "a"]],
    ["each but once", ["a", "b"], " b\n", ["b", "a"]],
    ["nothing empty", ["a"], "  ", ["a"]],
  ])("has %s", (_, history, script, expected) => {
    expect(remembered(history, script)).toEqual(expected);
  });

  it("lets the oldest go", () => {
    const history = Array.from({ length: 60 }, (_, i) => `SELECT ${i}`).reduce<string[]>(
      remembered,
      [],
    );
    expect([history.length, history[0], history.at(-1)]).toEqual([50, "SELECT 59", "SELECT 10"]);
  });

  it("is kept, and cleared without a trace", () => {
    const kept = new Map<string, string>();
    const shelf: Shelf = {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    };
    writeHistory(shelf, ["SELECT 1"]);
    expect(readHistory(shelf)).toEqual(["SELECT 1"]);
    writeHistory(shelf, []);
    expect(kept.size).toBe(0);
    shelf.setItem("atlas.console.history", "{broken");
    expect(readHistory(shelf)).toEqual([]);
  });

  it("is none where the browser forbids it", () => {
    const refuse = () => {
      throw new Error("denied");
    };
    const shelf: Shelf = { getItem: refuse, setItem: refuse, removeItem: refuse };
    writeHistory(shelf, ["SELECT 1"]);
    expect(readHistory(shelf)).toEqual([]);
    expect(readHistory(null)).toEqual([]);
  });
});

const columnsOf = (...kinds: AnswerKind[]) => kinds.map((kind, i) => ({ name: `c${i}`, kind }));

describe("the chart", () => {
  it.each<[why: string, kinds: AnswerKind[], expected: [x: number, y: number] | null]>([
    ["words by the first numbers", ["text", "number", "number"], [0, 1]],
    ["words behind numbers", ["number", "text"], [1, 0]],
    ["numbers by numbers, words behind", ["number", "number", "text"], [0, 1]],
    ["days", ["text", "date", "number"], [0, 2]],
    ["no words", ["number"], null],
    ["no numbers", ["text", "date"], null],
    ["nothing", [], null],
  ])("takes %s", (_, kinds, expected) => {
    const choice = chartChoice(columnsOf(...kinds));
    expect(choice && [choice.x, choice.y]).toEqual(expected);
  });

  it.each([
    ["text", "name", "bars"],
    ["boolean", "truncated", "bars"],
    ["date", "deadline", "line"],
    ["number", "fiscal_year", "line"],
    ["number", "amount_yuan", "dots"],
  ] as const)("of %s (%s) is drawn as %s", (kind, name, expected) => {
    expect(chartKind({ kind, name })).toBe(expected);
  });
});

describe("the CSV", () => {
  const answer: Answer = {
    columns: [
      { name: "name", kind: "text" },
      { name: 'a "b", c', kind: "number" },
    ],
    rows: 3,
    isCut: false,
    text: (row, column) =>
      [
        ["=1+1", "-1.50"],
        ["一\n二", null],
        ["@x", "2.00"],
      ][row]![column]!,
    number: (row, column) => (column === 0 ? null : [-1.5, null, 2][row]!),
  };

  it("has the values as they are, for programs", () => {
    expect(csvHead(answer.columns, "exact") + csvRows(answer, "exact")).toBe(
      'name,"a ""b"", c"\r\n=1+1,-1.50\r\n"一\n二",\r\n@x,2.00\r\n',
    );
  });

  it("has no formulas, for spreadsheets, and numbers that are numbers", () => {
    expect(csvHead(answer.columns, "spreadsheet") + csvRows(answer, "spreadsheet")).toBe(
      '\ufeffname,"a ""b"", c"\r\n"\'=1+1",-1.5\r\n"一\n二",\r\n"\'@x",2\r\n',
    );
  });
});

it("completes every table and column with a name that DuckDB takes", async () => {
  const atlas = await sampleAtlas();
  const db = await openWasm(atlas.file);
  for (const [table, { self, children }] of Object.entries(completionsOf(SCHEMA, "en"))) {
    const names = children.map(({ label }) => label);
    const outcome = await db.console.ask(`SELECT ${names.join(", ")} FROM ${self.label}`, 1);
    expect(outcome.kind, table).toBe("answered");
  }
  await db.close();
  atlas.remove();
});
