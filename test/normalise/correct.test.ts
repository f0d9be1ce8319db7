import { describe, expect, it } from "vitest";
import { textToTables } from "../../src/extract/text.ts";
import type { Correction } from "../../src/model/reference.ts";
import { correctReading } from "../../src/normalise/correct.ts";
import { recognise } from "../../src/recognise/index.ts";

const reading = recognise(
  textToTables(
    "项目名称\t总计\t财政拨款\t绩效目标\t绩效指标\n<sup>-</sup> 州市某中心\t1.00\t1.00\n甲\t1.00\t1.00\t目标\t\n",
  ),
)!;
const correction: Correction = {
  disclosureId: "a",
  sha256: "",
  page: 1,
  row: 2,
  column: 1,
  expected: "-州市某中心",
  replacement: "广州市某中心",
  reason: "test",
};

describe("correctReading", () => {
  it("replaces the cell wherever it is used and keeps its place", () => {
    const { reading: corrected } = correctReading(reading, [correction]);
    expect(corrected.totals[0]!.name.text).toBe("广州市某中心");
    expect(corrected.projects[0]!.unit!.text).toBe("广州市某中心");
    expect(corrected.projects[0]!.unit!.pieces).toEqual(reading.projects[0]!.unit!.pieces);
  });

  it("leaves the rest as it is", () => {
    expect(correctReading(reading, [correction]).reading.projects[0]!.name).toEqual(
      reading.projects[0]!.name,
    );
  });

  it("tells how many values it changed and where they stand", () => {
    const { applied } = correctReading(reading, [correction]);
    // The department, the subtotal of the unit, and the unit of its project.
    expect(applied).toEqual([
      {
        expected: "-州市某中心",
        replacement: "广州市某中心",
        reason: "test",
        applied: 3,
        place: { page: 1, row: 2, column: 1, start: 23, end: 41 },
      },
    ]);
  });

  it.each([
    ["reads otherwise", { expected: "广州市某中心" }],
    ["is somewhere else", { row: 3 }],
  ])("throws where the cell %s", (_, change) => {
    expect(() => correctReading(reading, [{ ...correction, ...change }])).toThrow(
      /expects “.+” at a p\.1 r\.\d c\.1.+review data\/corrections\.csv/,
    );
  });
});
