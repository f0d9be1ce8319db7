import fc from "fast-check";
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readReference } from "../scripts/reference.ts";
import { DEPARTMENT_RULES, RULES } from "../src/check/index.ts";
import { makePipeline } from "../src/pipeline.ts";
import { partOf } from "../src/publish/index.ts";
import { toTables } from "../src/publish/rows.ts";

const reference = readReference();
const pipeline = makePipeline(reference);
const documents = ["../data/disclosures/*.txt", "fixtures/{made,country}/*.txt"].flatMap(
  (pattern) =>
    globSync(join(import.meta.dirname, pattern)).map((path) => readFileSync(path, "utf8")),
);

async function read(text: string, corrections: typeof reference.corrections = []) {
  const own = corrections.length > 0 ? makePipeline({ ...reference, corrections }) : pipeline;
  const input = { disclosureId: "d", file: "d.txt", problem: null, source: undefined };
  const bytes = new TextEncoder().encode(text);
  const output = await own.read({ ...input, bytes, duplicateOf: null });
  const tables = toTables([{ records: output.records, ...output.asked }], {
    rules: RULES,
    departmentRules: DEPARTMENT_RULES,
    families: reference.families,
    region: (code) => pipeline.gazetteer.region(code),
  });
  return { ...output, tables };
}

/** A document with a piece taken out, a piece doubled, or its end cut off. */
const damaged = fc
  .record({
    document: fc.nat(documents.length - 1),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(400),
    how: fc.constantFrom("cut", "drop", "double", "blank lines", "tabs to spaces"),
  })
  .map(({ document, from, length, how }) => {
    const text = documents[document]!;
    const start = Math.floor(from * text.length);
    const [before, piece, after] = [0, start, start + length].map((at, i, all) =>
      text.slice(at, all[i + 1]),
    ) as [string, string, string];
    if (how === "cut") return before;
    if (how === "drop") return before + after;
    if (how === "double") return before + piece + piece + after;
    if (how === "blank lines") return before + piece.replaceAll("\n", "\n\n") + after;
    return before + piece.replaceAll("\t", " ") + after;
  });

describe("whatever is damaged in a document", () => {
  it("is read without an error into rows that fit the schema, with places in the text", async () => {
    await fc.assert(
      fc.asyncProperty(damaged, async (text) => {
        const { tables, records } = await read(text);
        expect(() => partOf(tables, [])).not.toThrow();
        for (const { place } of [...records.projects, ...records.indicators, ...records.tasks]) {
          expect(place.start).toBeLessThan(place.end);
          expect(place.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 150, seed: 20240101 },
    );
  });
});

it("counts places in code points, as other languages do", async () => {
  const head = "𠮷𠮷项目支出绩效目标表\n部门名称：某市某局\n";
  const table =
    "项目名称\t总计\t财政拨款\t绩效目标\t绩效指标\n甲\t1.00\t1.00\t目标\t1、产出指标:次数,年度指标值:3次。\n";
  const { records } = await read(head + table);
  const { start, end } = records.indicators[0]!.place;
  expect([...(head + table)].slice(start, end).join("")).toBe("1、产出指标:次数,年度指标值:3次。");
});

describe("a correction of a cell", () => {
  const text =
    "项目支出绩效目标表\n单位：万元\n项目名称\t总计\t绩效目标\t绩效指标\n对口帮扶梅洲市资金\t10.00\t目标\t1、产出指标:次数,年度指标值:3次。\n";
  const correction = {
    disclosureId: "d",
    sha256: createHash("sha256").update(text).digest("hex"),
    page: 1,
    row: 4,
    column: 1,
    expected: "对口帮扶梅洲市资金",
    replacement: "对口帮扶梅州市资金",
    reason: "扫描误识",
  };

  it("is read instead of what is printed, and published with its place", async () => {
    const { tables } = await read(text, [correction]);
    expect(tables.projects[0]!["name"]).toBe("对口帮扶梅州市资金");
    expect(tables.project_regions.map((row) => row["region_code"])).toEqual(["441400"]);
    const [row, ...more] = tables.corrections;
    expect(row).toMatchObject({
      disclosure_id: "d",
      page: 1,
      row: 4,
      cell: 1,
      expected: "对口帮扶梅洲市资金",
      replacement: "对口帮扶梅州市资金",
      reason: "扫描误识",
    });
    expect(row!["applied"]).toBeGreaterThan(0);
    const [start, end] = [row!["text_start"], row!["text_end"]] as [number, number];
    expect(text.slice(start, end)).toBe("对口帮扶梅洲市资金");
    expect(more).toEqual([]);
  });

  it("stops the run where the document prints something else by now", async () => {
    const stale = { ...correction, expected: "对口帮扶梅川市资金" };
    await expect(read(text, [stale])).rejects.toThrow(
      /expects “对口帮扶梅川市资金” at d p\.1 r\.4 c\.1/,
    );
  });

  it("is none of another file's", async () => {
    const { tables } = await read(text, [{ ...correction, sha256: "0".repeat(64) }]);
    expect(tables.corrections).toEqual([]);
    expect(tables.project_regions).toEqual([]);
  });
});
