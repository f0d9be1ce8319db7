import { expect, it } from "vitest";
import { parseYuan } from "../../../src/components/explorer/amount-input.ts";

it.each<[why: string, text: string, yuan: number | null | undefined]>([
  ["nothing", " ", null],
  ["yuan", "10000", 10_000],
  ["with separators", "1,234.56 元", 1234.56],
  ["ten thousands", "50万", 500_000],
  ["hundred millions, full width", "１．２亿元", 120_000_000],
  ["English", "1.2m", 1_200_000],
  ["English, large", "3 bn", 3_000_000_000],
  ["no fractions of a fen", "0.1234k", 123.4],
  ["words", "很多", undefined],
  ["a negative number", "-5", undefined],
])("reads %s: %j", (_, text, yuan) => {
  expect(parseYuan(text)).toBe(yuan);
});
