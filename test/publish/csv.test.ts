import { describe, expect, it } from "vitest";
import { tableSchema, type TableSchema, type Value } from "../../src/model/schema.ts";
import { csvHeader, csvLines, toCsv } from "../../src/publish/csv.ts";

const TABLE: TableSchema = {
  name: "things",
  zh: "物",
  en: "things",
  primaryKey: ["id"],
  foreignKeys: {},
  columns: [
    { name: "id", type: "text", zh: "", en: "" },
    { name: "amount", type: "money", zh: "", en: "" },
    { name: "value", type: "number", zh: "", en: "" },
    { name: "cut", type: "boolean", zh: "", en: "" },
  ],
};

const line = (id: Value, amount: Value, value: Value = null, cut: Value = null) =>
  toCsv(TABLE, [{ cut, value, amount, id }]).slice("id,amount,value,cut\n".length);

it("writes the header of a table without rows, in the order of the schema", () => {
  expect(toCsv(tableSchema("departments"), [])).toBe(
    "department_id,name,region_code,region_name,region_level\n",
  );
});

describe("money", () => {
  it.each([
    ["万元 as plain yuan", 220_000_000n, "2200000.00"],
    ["zero, which is not empty", 0n, "0.00"],
    ["what the document does not say", null, ""],
    ["a few fen", 5n, "0.05"],
    ["less than nothing", -5n, "-0.05"],
    ["18 digits, more than a double holds", 999_999_999_999_999_999n, "9999999999999999.99"],
  ])("writes %s", (_, fen, text) => {
    expect(line("a", fen)).toBe(`a,${text},,\n`);
  });
});

it.each([
  ["a comma", "a,b", '"a,b"'],
  ["a full-width comma, which needs no quotes", "甲，乙", "甲，乙"],
  ["quotes", 'a"b', '"a""b"'],
  ["curly quotes", "“甲”", "“甲”"],
  ["a line break", "a\nb", '"a\nb"'],
  ["a carriage return", "a\rb", '"a\rb"'],
  ["spaces around it", " a ", '" a "'],
  ["an empty text, which is not null", "", '""'],
  ["null", null, ""],
  ["what a spreadsheet would take for a formula", "=1+1", "=1+1"],
  ["a character beyond the basic plane", "𠮷", "𠮷"],
])("writes a text with %s", (_, text, cell) => {
  expect(line(text, null)).toBe(`${cell},,,\n`);
});

it("writes numbers and truth values as JavaScript prints them", () => {
  expect(line("a", null, 1 / 3, false)).toBe("a,,0.3333333333333333,false\n");
  expect(line("a", null, 0, true)).toBe("a,,0,true\n");
});

it("makes lines that join to the same text, whatever the pieces", () => {
  const rows = Array.from({ length: 100 }, (_, n) => {
    return { id: `甲\n${n}`, amount: BigInt(n), value: n, cut: false };
  });
  const pieces = [rows.slice(0, 1), [], rows.slice(1)].map((piece) => csvLines(TABLE, piece));
  expect(csvHeader(TABLE) + pieces.join("")).toBe(toCsv(TABLE, rows));
});
