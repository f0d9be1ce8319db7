import { read, utils } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { toWorkbook } from "../../../src/components/take/workbook.ts";
import { RECORDS } from "./records.ts";

describe("toWorkbook", () => {
  const book = read(toWorkbook("项目", RECORDS, [{ title: "说明", rows: [["选择", "全部"]] }]));

  it("has the rows, numbers as numbers and texts never as formulas", () => {
    const sheet = book.Sheets["项目"]!;
    expect(sheet["A1"]).toMatchObject({ t: "s", v: "项目" });
    expect(sheet["B2"]).toMatchObject({ t: "n", v: 1_500_000.5 });
    expect(sheet["C2"]).toMatchObject({ t: "s", v: "=100%" });
    expect(sheet["C2"]).not.toHaveProperty("f");
    expect(sheet["A3"]).toMatchObject({ t: "s", v: "@SUM(1)" });
    expect(sheet["B3"]).toBeUndefined();
  });

  it("has the further sheets", () => {
    expect(book.SheetNames).toEqual(["项目", "说明"]);
    expect(utils.sheet_to_json(book.Sheets["说明"]!, { header: 1 })).toEqual([["选择", "全部"]]);
  });

  it("cuts nothing off: what Excel cannot hold is refused", () => {
    const long = { ...RECORDS, data: [["长".repeat(32_768), null, null, null]] };
    expect(() => toWorkbook("项目", long, [])).toThrow(RangeError);
    const many = { ...RECORDS, data: Array.from({ length: 1_048_576 }, () => []) };
    expect(() => toWorkbook("项目", many, [])).toThrow(/1048576 rows/);
  });
});
