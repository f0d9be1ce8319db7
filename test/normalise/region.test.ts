import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { RegionAlias, RegionAliasKind, RegionLevel } from "../../src/model/region.ts";
import { linkRegions, makeGazetteer } from "../../src/normalise/region.ts";

const rows = (file: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(`data/reference/${file}`, "utf8"), {
    header: true,
    skipEmptyLines: true,
  }).data;

const gazetteer = makeGazetteer(
  rows("regions.csv").map((row) => ({
    code: row["code"]!,
    name: row["name"]!,
    shortName: row["short_name"]!,
    nameEn: row["name_en"]!,
    shortNameEn: row["short_name_en"]!,
    level: row["level"] as RegionLevel,
    parentCode: row["parent_code"]!,
    provinceCode: row["province_code"]!,
  })),
  rows("regions-aliases.csv").map((row): RegionAlias => ({
    alias: row["alias"]!,
    codes: row["codes"] ? row["codes"].split(";") : [],
    kind: row["kind"] as RegionAliasKind,
  })),
);

/** Names of the places that a text names; “?” and the words where it is ambiguous. */
const named = (text: string, home?: string): string[] =>
  gazetteer
    .mentions(text, home === undefined ? undefined : gazetteer.home(home))
    .flatMap(({ words, regions }) =>
      regions.length > 0 ? regions.map(({ name }) => name) : [`?${words}`],
    );

const HONG_KONG = "香港特别行政区";
const MACAO = "澳门特别行政区";

describe("home", () => {
  it.each<[why: string, department: string, code: string | undefined]>([
    ["a prefecture", "广州市协作办公室", "440100"],
    ["a district", "广州市花都区人民政府办公室", "440114"],
    ["short names in a row", "广州南沙经济技术开发区港澳合作事务办公室", "440115"],
    ["a prefecture without counties", "东莞市人民政府经济协作办公室", "441900"],
    ["a town's government", "池州市贵池区棠溪镇人民政府", "341702"],
    ["a province", "贵州省民族宗教事务委员会", "520000"],
    ["a county alone", "井研县马踏镇人民政府", "511124"],
    ["a county that only one province has", "德化县教育局", "350526"],
    ["a number in brackets in front", "[103]六安市金安区残疾人联合会", "341502"],
    ["a number and a dash in front", "820001-井研县马踏镇人民政府", "511124"],
    ["a shared name after its city", "[015001]武汉市青山区教育局", "420107"],
    ["province, prefecture and county", "广东省梅州市蕉岭县财政局", "441427"],
    ["the party's committee", "中共铜仁市委办公室", "520600"],
    ["a county under its province", "济源市水利局", "419001"],
    ["a county of a municipality", "重庆市巫山县农业农村委员会", "500237"],
    ["the short form of an autonomous prefecture", "黔南州财政局", "522700"],
    ["a league", "兴安盟行政公署", "152200"],
    ["a region under two names", "吉林市场监督管理厅", "220000"],
    ["a name that has changed", "黔西县乡村振兴局", "520581"],
    ["a short name after a province, which is a word", "甘肃省合作交流办公室", "620000"],
    ["a central ministry", "水利部", undefined],
    ["a central office in a province", "国家税务总局广东省税务局", undefined],
    ["a university", "中山大学", undefined],
    ["a shared name alone", "朝阳区教育局", undefined],
    ["a town alone", "820-马踏镇部门", undefined],
    ["nothing", "", undefined],
  ])("finds %s: %s", (_, department, code) => {
    expect(gazetteer.home(department)?.code).toBe(code);
  });
});

describe("mentions", () => {
  it.each<[why: string, text: string, names: string[]]>([
    [
      "full names",
      "援助贵州安顺市、毕节市、黔南州",
      ["贵州省", "安顺市", "毕节市", "黔南布依族苗族自治州"],
    ],
    [
      "short names of prefectures",
      "做好安顺、毕节、黔南的工作",
      ["安顺市", "毕节市", "黔南布依族苗族自治州"],
    ],
    ["a county's short name after its province", "重庆巫山", ["重庆市", "巫山县"]],
    [
      "a county's short name beside its full name",
      "巫山县项目。支援巫山开展建设",
      ["巫山县", "巫山县"],
    ],
    [
      "a county's short name with its province elsewhere",
      "对口支援西藏，赴波密调研",
      ["西藏自治区", "波密县"],
    ],
    ["no county by its short name alone", "赴波密调研", []],
    ["no county in a chance pair of characters", "推进新疆民和谐发展", ["新疆维吾尔自治区"]],
    ["a county of an area", "三峡库区巫山县", ["巫山县"]],
    ["two places joined by a dash", "广州-齐齐哈尔航线", ["广州市", "齐齐哈尔市"]],
    ["a place through white space", "对口帮扶齐齐 哈尔市", ["齐齐哈尔市"]],
    ["aid to a province, joined", "援疆工作队", ["新疆维吾尔自治区"]],
    ["no 援青 in 支援青海", "对口支援青海", ["青海省"]],
    ["no 援青 in 援青年", "支援青年就业", []],
    ["no character alone", "粤财农〔2023〕192号：在粤企业、来粤务工、驻穗机构", []],
    ["joined forms", "莞韶、莞揭产业转移合作园区", ["东莞市", "韶关市", "东莞市", "揭阳市"]],
    ["Hong Kong and Macao", "面向港澳、面向国际", [HONG_KONG, MACAO]],
    [
      "vague areas",
      "西部地区、粤港澳大湾区、三峡库区、珠江-西江经济带、泛珠三角、珠三角、粤东西北",
      [],
    ],
    ["a demonstration zone", "推动粤港澳全面合作示范区建设", []],
    ["an economic belt of abbreviations", "粤桂黔滇川高铁经济带", []],
    ["an office for a place", "开发区港澳办打印设备", []],
    ["an office for places in full", "港澳合作事务办公室", []],
    ["an advisory committee", "粤港合作咨询委员会综合保障", []],
    ["a promotion centre", "由港澳合作促进中心提供", []],
    ["a promotion association", "南沙粤澳发展促进会平台", []],
    ["universities", "中山大学、北京大学、上海交通大学", []],
    ["an exchange", "上海证券交易所", []],
    ["a team in a place", "对口帮扶梅州指挥部", ["梅州市"]],
    ["a zone for services to businesses of places", "港澳商协会服务集聚区", [HONG_KONG, MACAO]],
    ["an office in a place", "南沙驻香港实体办事机构", [HONG_KONG]],
    ["a title of a plan", "落实《广州面向世界的总体方案》", []],
    ["a title that speaks of aid", "根据《对口支援波密县规划》", ["波密县"]],
    ["no 海东 in 上海东部", "上海东部", ["上海市"]],
    ["no 海东 in 沿海东部", "沿海东部地区", []],
    ["no 广安 in 推广安全", "推广安全生产", []],
    ["广安 itself", "帮扶广安发展", ["广安市"]],
    ["no 大理 in 加大理论", "加大理论宣传", []],
    ["no 重庆 in 隆重庆祝", "隆重庆祝", []],
    ["no 天津 in 每天津贴", "每天津贴", []],
    ["no 中山 in 其中山区", "其中山区学校10所", []],
    ["no 广东 in 推广东西部", "推广东西部协作经验", []],
    ["东莞, not 广东, in 推广东莞", "推广东莞经验", ["东莞市"]],
    ["梅州, not 广梅, in 推广梅州", "推广梅州经验", ["梅州市"]],
    ["安庆, not 广安, in 推广安庆", "推广安庆经验", ["安庆市"]],
    ["a highway", "京港澳高速沿线", []],
    [
      "a prefecture before the city of its name",
      "新疆喀什莎车、泽普",
      ["新疆维吾尔自治区", "喀什地区", "莎车县", "泽普县"],
    ],
    ["no 江西 in 珠江西岸", "珠江西岸先进装备制造", []],
    ["no 南通 in 西南通道", "西南通道建设", []],
    ["no 固原 in 巩固原有", "巩固原有成果", []],
    ["no 丽水 in 美丽水乡", "建设美丽水乡", []],
    ["no 和田 in 和田间", "土壤和田间管理", []],
    ["no 来宾 in guests", "接待来宾人数", []],
    ["来宾 in its province", "广西来宾", ["广西壮族自治区", "来宾市"]],
    ["来宾 with a word of aid", "对口帮扶来宾", ["来宾市"]],
    ["来宾 in a list", "帮扶百色、来宾", ["百色市", "来宾市"]],
    ["no 新乡 in new villages", "建设新乡村", []],
    ["no 合作 as a place", "深化与甘肃合作，加强合作", ["甘肃省"]],
    ["no 资源 as a place", "统筹广西资源", ["广西壮族自治区"]],
    ["no 范县 in 示范县", "创建示范县，经费县级承担", []],
    ["a county of one character", "对口支援忠县", ["忠县"]],
    ["a prefecture, not the province like it", "海南州与海南省", ["海南藏族自治州", "海南省"]],
    ["a province before its city", "吉林与吉林市", ["吉林省", "吉林市"]],
    ["a province, not its market", "开拓吉林市场", ["吉林省"]],
    ["neighbours in name", "河南、湖南", ["河南省", "湖南省"]],
    ["a shared name", "支持朝阳区", ["?朝阳区"]],
    ["a shared name after its city", "长春市朝阳区", ["长春市", "朝阳区"]],
    ["a shared name with its city elsewhere", "与长春合作，支持朝阳区", ["长春市", "朝阳区"]],
    ["a road", "位于北京路和上海大道", []],
    ["mountains", "武陵山区、吕梁山区、岭南山区", []],
    ["companies that bear a name", "阿里巴巴、阿里云、贵州茅台集团", []],
    ["rural revitalisation of a place", "帮扶韶关、揭阳乡村振兴工作", ["韶关市", "揭阳市"]],
    ["an opened season", "适宜春季播种", []],
    [
      "a prefecture with a former name",
      "喀什地区的疏附县、铜仁地区",
      ["喀什地区", "疏附县", "铜仁市"],
    ],
  ])("reads %s: %s", (_, text, names) => {
    expect(named(text)).toEqual(names);
  });

  it("tells where the words stand, white space and all", () => {
    const text = "支援齐齐 哈尔市等";
    const [mention] = gazetteer.mentions(text);
    expect(mention).toMatchObject({ words: "齐齐 哈尔市", start: 2, end: 8 });
    expect(text.slice(mention!.start, mention!.end)).toBe(mention!.words);
  });

  it.each<[why: string, text: string, home: string, names: string[]]>([
    ["a city's own joined forms", "广清经济特别合作区", "广州市协作办公室", ["广州市", "清远市"]],
    ["a headquarters", "广清挥部公用经费", "广州市协作办公室", ["广州市", "清远市"]],
    ["no 广清 in 推广清洁", "推广清洁合作", "广州市协作办公室", []],
    ["no 广清 for another city", "广清产业园", "东莞市财政局", []],
    ["provinces with provinces", "云浮粤滇协作", "广东省财政厅", ["云浮市", "广东省", "云南省"]],
  ])("reads %s: %s (%s)", (_, text, home, names) => {
    expect(named(text, home)).toEqual(names);
  });
});

interface Case {
  home?: string;
  name: string;
  goal?: string;
  indicators?: string[];
}

const link = ({ home = "广州市协作办公室", name, goal = "", indicators = [] }: Case) =>
  linkRegions(gazetteer, { name, goal, periodGoal: null, indicators }, gazetteer.home(home));

const NANSHA = "广州南沙经济技术开发区港澳合作事务办公室";

describe("linkRegions", () => {
  it.each<[why: string, project: Case, regions: string[]]>([
    ["a place in the name", { name: "对口帮扶清远资金" }, ["清远市 name"]],
    [
      "a name and a goal that differ",
      {
        name: "广州市对口帮扶梅州指挥部工作经费",
        goal: "安排广州市对口帮扶清远指挥部工作经费，包含广清挥部公用经费",
        indicators: ["广梅产业共建园的园区知名度"],
      },
      ["梅州市 name", "清远市 goal"],
    ],
    [
      "the county rather than its province",
      { name: "广州市援藏工作组工作经费", goal: "完成对口支援西藏波密县工作任务" },
      ["波密县 goal"],
    ],
    [
      "prefectures rather than their province",
      {
        name: "对口帮扶贵州省东西部协作资金",
        goal: "开展援助贵州安顺市、毕节市、黔南州帮扶项目建设",
      },
      ["安顺市 goal", "毕节市 goal", "黔南布依族苗族自治州 goal"],
    ],
    ["a province in a joined form", { name: "广东粤黔工作队广州工作组工作经费" }, ["贵州省 name"]],
    ["a region after 援", { name: "广州市援疆工作队工作经费" }, ["新疆维吾尔自治区 name"]],
    [
      "a county deep inside",
      { name: "加强疏附县“三农”扶持", goal: "对口支援新疆喀什地区的疏附县" },
      ["疏附县 name"],
    ],
    ["a county of an area", { name: "对口支援三峡库区巫山县社会公益项目资金" }, ["巫山县 name"]],
    ["the other end of a route", { name: "广州-齐齐哈尔航线补助经费" }, ["齐齐哈尔市 name"]],
    [
      "nothing for the whole province",
      { name: "广州市驻镇帮镇扶村资金", goal: "助力全省脱贫攻坚成果进一步巩固" },
      [],
    ],
    [
      "nothing for the own fair",
      { name: "会展业务费", goal: "通过举办广州博览会，宣传推介广州城市形象" },
      [],
    ],
    [
      "nothing for a chamber of commerce",
      { name: "区域合作", goal: "指导异地广州商会健康发展" },
      [],
    ],
    ["nothing for an own district", { name: "广州市花都区项目", goal: "在南沙区举办" }, []],
    [
      "own counties that are aided, in a list",
      { home: "杭州市财政局", name: "山海协作", goal: "帮扶淳安县、桐庐县" },
      ["淳安县 goal", "桐庐县 goal"],
    ],
    [
      "an own district that is aided",
      { name: "转移支付", goal: "支持增城区发展" },
      ["增城区 goal"],
    ],
    [
      "an office's printers",
      { home: NANSHA, name: "办公设备购置经费", goal: "按规定完成开发区港澳办打印设备的报废更新" },
      [],
    ],
    [
      "work for Hong Kong and Macao",
      { home: NANSHA, name: "工作经费", goal: "推动南沙面向港澳、面向国际发展取得新成绩" },
      [`${HONG_KONG} goal`, `${MACAO} goal`],
    ],
    [
      "exchange with Hong Kong and Macao",
      { home: NANSHA, name: "港澳与外事工作经费", goal: "提高我区与港澳及国际的交流合作水平" },
      [`${HONG_KONG} name`, `${MACAO} name`],
    ],
    [
      "an office in Hong Kong",
      {
        home: NANSHA,
        name: "南沙驻香港实体办事机构专项经费",
        goal: "推动南沙粤港澳全面合作示范区建设开创新局面",
      },
      [`${HONG_KONG} name`],
    ],
    [
      "an association, by its goal",
      {
        home: NANSHA,
        name: "广州南沙粤澳发展促进会综合保障经费",
        goal: "贯彻落实《广州南沙深化面向世界的粤港澳全面合作总体方案》，推动南沙与澳门共建交流交往新机制，打造广州南沙粤澳发展促进会平台",
      },
      [`${MACAO} goal`],
    ],
    [
      "nothing for a committee's name",
      {
        home: NANSHA,
        name: "广州南沙粤港合作咨询委员会综合保障经费",
        goal: "为咨委会提供综合保障",
      },
      [],
    ],
    [
      "a zone for businesses of Hong Kong and Macao",
      {
        home: NANSHA,
        name: "广州南沙港澳商协会服务集聚区综合保障经费",
        goal: "港澳合作促进中心为港澳商协会服务集聚区入驻机构提供综合保障",
      },
      [`${HONG_KONG} name`, `${MACAO} name`],
    ],
    [
      "only indicators",
      { home: "东莞市人民政府经济协作办公室", name: "业务费", indicators: ["市领导到铜仁次数"] },
      ["铜仁市 indicator"],
    ],
    [
      "a prefecture of the department's province",
      { home: "广东省财政厅", name: "梅州市专项资金" },
      ["梅州市 name"],
    ],
    [
      "nothing for a neighbouring district",
      { home: "广州市花都区人民政府办公室", name: "赴南沙区考察" },
      [],
    ],
  ])("links %s", (_, project, regions) => {
    expect(link(project).links.map(({ name, basis }) => `${name} ${basis}`)).toEqual(regions);
  });

  it("shares a project evenly and keeps the words", () => {
    const { links } = link({ name: "援助黔南州、毕节" });
    expect(links).toEqual([
      {
        code: "522700",
        name: "黔南布依族苗族自治州",
        basis: "name",
        mention: "黔南州",
        share: 0.5,
      },
      { code: "520500", name: "毕节市", basis: "name", mention: "毕节", share: 0.5 },
    ]);
  });

  it("reports a name that several places share, and links none", () => {
    const { links, ambiguous } = link({ name: "帮扶朝阳区" });
    expect(links).toEqual([]);
    expect(ambiguous).toMatchObject([{ words: "朝阳区" }]);
    expect(ambiguous[0]!.candidates.map(({ code }) => code)).toEqual(["110105", "220104"]);
  });
});
