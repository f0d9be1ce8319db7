import { describe, expect, it } from "vitest";
import { formatNumber, formatPercent, formatsIn } from "../src/format.ts";

const { formatDate, formatQuantity, formatTabular, formatTenths, formatYuan, formatYuanBrief } =
  formatsIn("zh");
const english = formatsIn("en");

describe("formatYuan", () => {
  it.each([
    ["what the document does not say", null, "—"],
    ["what it says is nothing", 0, "0 元"],
    ["a price", 3600, "3,600 元"],
    ["fen", 3600.5, "3,600.5 元"],
    ["the usual project", 5_750_000, "575 万元"],
    ["thousands of 万元", 211_720_000, "2.12 亿元"],
    ["a department", 2_338_752_600, "23.39 亿元"],
    ["just below a unit, without “10,000 万元”", 99_999_999, "1 亿元"],
    ["just below the other unit, without “10,000 元”", 9_999.999, "1 万元"],
    ["a reduction", -5_750_000, "-575 万元"],
  ])("prints %s: %j", (_, yuan, text) => {
    expect(formatYuan(yuan)).toBe(text);
  });
});

describe("formatYuanBrief", () => {
  it.each([
    ["three figures", 70_573_333, "7,057 万元"],
    ["one decimal from ten on", 1_684_498_000, "16.8 亿元"],
    ["two below", 203_760_400, "2.04 亿元"],
    ["whole yuan", 3600, "3,600 元"],
  ])("prints %s", (_, yuan, text) => {
    expect(formatYuanBrief(yuan)).toBe(text);
  });
});

describe("formatTabular", () => {
  it.each([
    ["null", null, "—"],
    ["two decimals always, so that a column aligns", 2_200_000, "220.00"],
    ["thousands", 2_338_752_600, "233,875.26"],
  ])("prints %s", (_, yuan, text) => {
    expect(formatTabular(yuan)).toBe(text);
  });
});

describe("formatPercent", () => {
  it.each([
    ["whole percent", 0.706, 0, "71%"],
    ["decimals where asked", 0.7064, 1, "70.6%"],
    ["something as more than nothing", 0.0004, 0, "<1%"],
    ["nothing as nothing", 0, 0, "0%"],
    ["nearly all as less than all", 0.9996, 0, ">99%"],
    ["all as all", 1, 0, "100%"],
  ])("prints %s", (_, ratio, digits, text) => {
    expect(formatPercent(ratio, digits)).toBe(text);
  });
});

describe("formatTenths", () => {
  it.each([
    ["exactly", 0.7, "七成"],
    ["a tenth that floating point puts just below", 0.1 * 3, "三成"],
    ["a little more", 0.72, "七成多"],
    ["half way", 0.75, "七成半"],
    ["nearly the next", 0.78, "近八成"],
    ["two as one says it", 0.2, "两成"],
    ["too little for tenths", 0.03, "3%"],
    ["too much for tenths", 0.97, "97%"],
    ["all", 1, "全部"],
  ])("says %s", (_, ratio, text) => {
    expect(formatTenths(ratio)).toBe(text);
  });
});

it("groups thousands and rounds", () => {
  expect(formatNumber(233875.268, 1)).toBe("233,875.3");
});

it("prints days in Chinese and leaves other text alone", () => {
  expect([formatDate("2025-03-31"), formatDate("当年内")]).toEqual(["2025年3月31日", "当年内"]);
});

it.each([
  [9_999, "人", "9,999 人"],
  [14_000, "人", "1.4 万人"],
  [233_875.26, null, "23.387526 万"],
  [1.6e10, null, "160 亿"],
  [0.5, "%", "0.5%"],
])("says %d with the unit %j as %s", (value, unit, words) => {
  expect(formatQuantity(value, unit)).toBe(words);
});

describe("in English", () => {
  it.each([
    ["what the document does not say", english.formatYuan(null), "—"],
    ["what it says is nothing", english.formatYuan(0), "CNY 0"],
    ["a price", english.formatYuan(3600.5), "CNY 3,600.5"],
    ["the usual project", english.formatYuan(5_750_000), "CNY 5.75 million"],
    ["a department", english.formatYuan(2_338_752_600), "CNY 2.34 billion"],
    ["just below a unit", english.formatYuan(999_999_999), "CNY 1 billion"],
    ["a label of millions", english.formatYuanBrief(70_573_333), "CNY 70.6 m"],
    ["a label of billions", english.formatYuanBrief(1_684_498_000), "CNY 1.68 bn"],
    ["a label of thousands", english.formatYuanBrief(36_000), "CNY 36 k"],
    ["a column, exact to a hundred yuan", english.formatTabular(2_338_752_600), "2,338,752.6"],
    ["a column where nothing is said", english.formatTabular(null), "—"],
    ["a part", english.formatTenths(0.72), "72%"],
    ["the whole", english.formatTenths(1), "all"],
    ["a day", english.formatDate("2025-03-31"), "31 March 2025"],
    ["no day", english.formatDate("当年内"), "当年内"],
    ["a quantity without 万", english.formatQuantity(14_000, "人"), "14,000 人"],
  ])("%s", (_, text, expected) => {
    expect(text).toBe(expected);
  });
});
