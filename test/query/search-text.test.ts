import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simplifiedCharacters, soundOf } from "../../src/query/search-source.ts";
import { makeFolding, stretchesOf, termsOf } from "../../src/query/search-text.ts";
import { soundsLike, soundsWithin } from "../../src/query/sounds.ts";

const folding = makeFolding(simplifiedCharacters());

describe("folding", () => {
  it.each<[why: string, text: string, folded: string]>([
    ["simplified stays", "东西部协作", "东西部协作"],
    ["traditional as simplified", "東西部協作資金", "东西部协作资金"],
    ["the forms of Hong Kong and Taiwan", "廣州市幫扶羣眾", "广州市帮扶群众"],
    ["full width as half width", "ＡＢ１２％", "ab12%"],
    ["letters small", "GDP", "gdp"],
    ["signs that look alike", "≧90% ≦5", "≥90%≤5"],
    ["signs that are typed", ">=90%，＜＝5", "≥90%,≤5"],
    ["no spaces", "Word  一 二\n三", "word一二三"],
    ["no quotation marks", "“三农”扶持「专项」", "三农扶持专项"],
    ["numbers without commas", "1,500,000元 12,34", "1500000元12,34"],
    ["one sign that is several", "㎡和①", "m2和1"],
    ["radicals of a text layer", "⼾⼝", "户口"],
  ])("%s", (_, text, folded) => {
    expect(folding.fold(text)).toBe(folded);
    expect(folding.place(text).text).toBe(folded);
  });

  it("of folded text changes nothing", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."廣州項目＞＝>=1,0５％ “”ABa后後里裡①㎡") }),
        (text) => {
          const once = folding.fold(text);
          expect(folding.place(text).text).toBe(once);
          expect(folding.fold(once)).toBe(once);
        },
      ),
    );
  });
});

describe("the terms of what is typed", () => {
  it.each<[why: string, typed: string, terms: string[]]>([
    ["nothing", "  ", []],
    ["only what is not searched", "“ ”", []],
    ["one", "滿意度", ["满意度"]],
    ["several, by any space", " 梅州　满意度\t90% ", ["梅州", "满意度", "90%"]],
    ["each once", "梅州 梅州", ["梅州"]],
    ["a sign with its number", ">= 90％", ["≥90%"]],
    ["a name with its value", "满意度>=90％", ["满意度", "≥90%"]],
  ])("%s", (_, typed, terms) => {
    expect(termsOf(typed, folding)).toEqual(terms);
  });
});

describe("what is found, on the original", () => {
  it.each<[why: string, text: string, typed: string, shown: string]>([
    ["where nothing is found", "群众满意度", "合格", "群众满意度"],
    ["in the middle", "群众满意度指标", "满意度", "群众[满意度]指标"],
    ["twice", "满意率和满意度", "满意", "[满意]率和[满意]度"],
    ["of two terms that overlap", "群众满意度", "众满 满意", "群[众满意]度"],
    ["written otherwise", "滿意度 ＞＝ ９０％。", "满意度≥90%", "[滿意度] [＞＝ ９０％]。"],
    ["beside quotation marks", "加强“三农”扶持", "三农", "加强“[三农]”扶持"],
    ["over quotation marks", "加强“三农”扶持", "三农扶持", "加强“[三农”扶持]"],
    ["in a number with commas", "共1,500,000元", "1500000", "共[1,500,000]元"],
    ["half of one sign", "约100㎡", "100m", "约[100㎡]"],
    ["beyond the plane", "𠮷野满意度", "满意度", "𠮷野[满意度]"],
  ])("%s", (_, text, typed, shown) => {
    const stretches = stretchesOf(text, termsOf(typed, folding), folding);
    expect(stretches.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join("")).toBe(
      shown,
    );
  });
});

describe("the sound of a name", () => {
  it.each([
    ["梅州市", "mei zhou shi"],
    ["广州市协作办公室", "guang zhou shi xie zuo ban gong shi"],
    ["重庆市", "chong qing shi"],
    ["六安市", "lu an shi"],
    ["喀什地区", "ka shi di qu"],
    ["西藏自治区", "xi zang zi zhi qu"],
    ["成都市", "cheng du shi"],
    ["大埔县", "da bu xian"],
    ["单县", "shan xian"],
    ["乐清市", "yue qing shi"],
    ["绿春县", "lv chun xian"],
  ])("%s is %s", (name, sound) => {
    expect(soundOf(name)).toBe(sound);
  });

  it.each([
    ["mz", true],
    ["mzs", true],
    ["meizhou", true],
    ["meiz", true],
    ["mzhou", true],
    ["m", true],
    ["zs", false],
    ["mzx", false],
    ["meizhoushix", false],
  ])("梅州市 begins with %s: %s", (letters, is) => {
    expect(soundsLike("mei zhou shi", letters)).toBe(is);
  });

  it("is not cut where a syllable might end", () => {
    expect(soundsLike("xi an shi", "xians")).toBe(true);
    expect(soundsLike("xian ning shi", "xianning")).toBe(true);
  });

  it("may begin within the name", () => {
    const sound = soundOf("广州市协作办公室");
    expect(soundsWithin(sound, "xzb")).toBe(true);
    expect(soundsLike(sound, "xzb")).toBe(false);
    expect(soundsLike(sound, "gzsxzb")).toBe(true);
  });
});
