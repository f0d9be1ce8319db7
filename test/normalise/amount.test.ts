import { describe, expect, it } from "vitest";
import type { AmountUnit, Fen } from "../../src/model/records.ts";
import { inferAmountUnit, parseAmount } from "../../src/normalise/amount.ts";

describe("parseAmount", () => {
  it.each<[why: string, text: string, unit: AmountUnit, fen: Fen | null]>([
    ["万元", "220.00", "万元", 220_000_000n],
    ["元", "500,000.00", "元", 50_000_000n],
    ["digits that a scan spaced out", "233, 875. 26", "万元", 233_875_260_000n],
    ["full-width digits", "１，０００", "元", 100_000n],
    ["more decimals than fen", "0.000055", "万元", 55n],
    ["half a fen upwards", "0.005", "元", 1n],
    ["a unit in the cell over that of the form", "10000万元", "元", 10_000_000_000n],
    ["zero as zero", "0.00", "万元", 0n],
    ["a negative amount", "-5.5", "元", -550n],
    ["an amount beyond exact floating point", "99999999999999.99", "元", 9_999_999_999_999_999n],
    ["words as none", "见附件", "元", null],
    ["nothing as none", "", "元", null],
  ])("reads %s: %j %s", (_, text, unit, fen) => {
    expect(parseAmount(text, unit)).toBe(fen);
  });
});

describe("inferAmountUnit", () => {
  it.each<[why: string, amounts: string[], unit: AmountUnit]>([
    ["hundreds as 万元", ["220.00", "200. 00", "165, 200. 00"], "万元"],
    ["hundreds of thousands as 元", ["500,000.00", "720,000.00", "105,000.00"], "元"],
    ["no amounts as 万元, the usual unit", [], "万元"],
  ])("takes %s", (_, amounts, unit) => {
    expect(inferAmountUnit(amounts)).toBe(unit);
  });
});
