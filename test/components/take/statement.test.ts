import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseSlice } from "../../../src/components/explorer/codec.ts";
import { commentOf, unindented, withLiterals } from "../../../src/components/take/statement.ts";
import type { OpenDatabase } from "../../../src/query/database.ts";
import { rowsStatement, sliceRows } from "../../../src/query/slice-rows.ts";
import { ENGINES, sampleAtlas, type SampleAtlas } from "../../query/engines.ts";

describe("withLiterals", () => {
  const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  it.each<[what: string, sql: string, params: (string | number)[], written: string]>([
    ["texts, with their quotation marks", "a = $1", ["x'y"], "a = 'x''y'"],
    ["numbers", "a > $1 AND b = $1", [1.5], "a > 1.5 AND b = 1.5"],
    ["more than nine", "$10, $1", TEN, "10, 1"],
    ["not inside of a text", "'$1', 'it''s $1', $1", [2], "'$1', 'it''s $1', 2"],
  ])("writes %s", (_, sql, params, written) => {
    expect(withLiterals(sql, params)).toBe(written);
  });

  it("throws for a parameter that has no value", () => {
    expect(() => withLiterals("a = $2", [1])).toThrow("$2");
  });
});

it("lets no comment run into the statement", () => {
  expect(commentOf(["one\nDROP TABLE two", "three"])).toBe("-- one\n-- DROP TABLE two\n-- three\n");
});

it("takes away the indentation that all lines but the first share", () => {
  expect(unindented("SELECT a\n     FROM b\n       WHERE c\n     ")).toBe(
    "SELECT a\nFROM b\n  WHERE c",
  );
});

let atlas: SampleAtlas;
beforeAll(async () => {
  atlas = await sampleAtlas();
});
afterAll(() => atlas.remove());

describe.each(ENGINES)("the statement of a view in %s", (_, open) => {
  let db: OpenDatabase;
  beforeAll(async () => {
    db = await open(atlas.file);
  });
  afterAll(() => db.close());

  it.each([
    "",
    "?type=产出指标&sort=-name",
    "?tab=indicators&amount=1-&theme=对口帮扶",
    "?region=none&tab=indicators&sort=target",
  ])("gives the very rows of %s as it stands", async (search) => {
    const slice = parseSlice(search);
    const { sql, params } = rowsStatement(slice);
    const rows = await db.rows(unindented(withLiterals(sql, params)));
    expect(rows).toEqual((await sliceRows(db, slice)).rows);
  });
});
