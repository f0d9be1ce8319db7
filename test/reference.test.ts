import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";

const text = (file: string) => readFileSync(`data/reference/${file}`, "utf8");
const rows = (file: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(text(file), { header: true, skipEmptyLines: true }).data;

const regions = rows("regions.csv");
const aliases = rows("regions-aliases.csv");
const byCode = new Map(regions.map((region) => [region["code"]!, region]));

describe("regions.csv", () => {
  it("has all provinces and about as many prefectures and counties as the country", () => {
    const count = (level: string) => regions.filter((region) => region["level"] === level).length;
    expect(count("province")).toBe(34);
    expect(count("prefecture")).toBe(333);
    expect(count("county")).toBeGreaterThan(2800);
    expect(count("county")).toBeLessThan(2900);
  });

  it("is sorted by code, each code once", () => {
    const codes = regions.map((region) => region["code"]!);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  it("has codes of six digits that agree with level and province", () => {
    const odd = regions.filter(({ code = "", level, province_code }) => {
      const zeros = level === "province" ? "0000" : level === "prefecture" ? "00" : "";
      return (
        !/^\d{6}$/.test(code) ||
        !code.endsWith(zeros) ||
        province_code !== `${code.slice(0, 2)}0000`
      );
    });
    expect(odd).toEqual([]);
  });

  it("names a parent that exists for all but provinces", () => {
    const odd = regions.filter(({ level, parent_code = "" }) =>
      level === "province" ? parent_code !== "" : !byCode.has(parent_code),
    );
    expect(odd).toEqual([]);
  });

  it("has no administrative shells, and their counties under real places", () => {
    expect(regions.filter(({ name = "" }) => /^(?:市辖区|县)$|直辖/.test(name))).toEqual([]);
    expect(byCode.get("500237")).toMatchObject({ name: "巫山县", parent_code: "500000" });
    expect(byCode.get("419001")).toMatchObject({ name: "济源市", parent_code: "410000" });
  });

  it.each([
    ["441400", "梅州市", "梅州"],
    ["522700", "黔南布依族苗族自治州", "黔南"],
    ["650000", "新疆维吾尔自治区", "新疆"],
    ["230200", "齐齐哈尔市", "齐齐哈尔"],
    ["653100", "喀什地区", "喀什"],
    ["653121", "疏附县", "疏附"],
    ["440115", "南沙区", "南沙"],
    ["310115", "浦东新区", "浦东"],
    ["150703", "扎赉诺尔区", "扎赉诺尔"],
    ["150722", "莫力达瓦达斡尔族自治旗", "莫力达瓦"],
    ["620922", "瓜州县", "瓜州"],
    ["140502", "城区", "城区"],
    ["421321", "随县", "随县"],
    ["810000", "香港特别行政区", "香港"],
    ["820000", "澳门特别行政区", "澳门"],
    ["710000", "台湾省", "台湾"],
  ])("knows %s as %s, %s for short", (code, name, short_name) => {
    expect(byCode.get(code)).toMatchObject({ name, short_name });
  });

  it.each([
    ["a city", "441400", "Meizhou", "Meizhou"],
    ["a syllable that begins with a vowel", "610100", "Xi'an", "Xi'an"],
    ["a character that places read otherwise", "341500", "Lu'an", "Lu'an"],
    ["a county of one character", "130133", "Zhao County", "Zhao"],
    ["a name that is not Chinese", "653100", "Kashgar Prefecture", "Kashgar"],
    [
      "an autonomous prefecture",
      "522700",
      "Qiannan Buyei and Miao Autonomous Prefecture",
      "Qiannan",
    ],
    ["provinces that sound alike", "610000", "Shaanxi", "Shaanxi"],
  ])("names in English %s", (_, code, name_en, short_name_en) => {
    expect(byCode.get(code)).toMatchObject({ name_en, short_name_en });
  });

  it("has an English name in Latin letters for every place", () => {
    const odd = regions.filter(
      ({ name_en = "", short_name_en = "" }) =>
        !/^[A-Z][a-zü]+(?:[ '’-][A-Za-zü']+|, [A-Z][a-z']+)*$/.test(name_en) ||
        !name_en.startsWith(short_name_en),
    );
    expect(odd).toEqual([]);
  });

  it("ends lines with LF only and stands without a mark in front", () => {
    expect(text("regions.csv")).toMatch(
      /^code,name,short_name,level,parent_code,province_code,name_en,short_name_en\n1/,
    );
    expect(text("regions.csv")).not.toContain("\r");
  });
});

describe("regions-aliases.csv", () => {
  it("names only codes that exist", () => {
    const codes = aliases.flatMap(({ codes = "" }) => codes.split(";").filter(Boolean));
    expect(codes.filter((code) => !byCode.has(code))).toEqual([]);
  });

  it("gives codes to the kinds that stand for places and to no other", () => {
    const places = ["short", "former", "abbreviation", "joined"];
    const others = ["ordinary-word", "vague", "thing", "word"];
    expect([...new Set(aliases.map(({ kind }) => kind))]).toEqual([...places, ...others]);
    const odd = aliases.filter(({ kind = "", codes }) => places.includes(kind) !== Boolean(codes));
    expect(odd).toEqual([]);
  });

  it("has each alias of a kind once", () => {
    const keys = aliases.map(({ alias, kind }) => `${kind} ${alias}`);
    expect(keys.length).toBe(new Set(keys).size);
  });

  it("calls only names of places ordinary words", () => {
    const names = new Set(regions.flatMap(({ name, short_name }) => [name, short_name]));
    for (const { alias, kind } of aliases) if (kind !== "ordinary-word") names.add(alias);
    const strays = aliases.filter(
      ({ alias, kind }) => kind === "ordinary-word" && !names.has(alias),
    );
    expect(strays).toEqual([]);
  });

  it("abbreviates with one character", () => {
    const odd = aliases.filter(
      ({ alias = "", kind }) => kind === "abbreviation" && [...alias].length !== 1,
    );
    expect(odd).toEqual([]);
  });
});
