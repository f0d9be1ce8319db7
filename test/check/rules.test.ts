import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readReference } from "../../scripts/reference.ts";
import { RULES } from "../../src/check/index.ts";
import { makePipeline } from "../../src/pipeline.ts";

const HEADER =
  "项目名称（资金使用单位）\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标";
const DISCLOSURES = join(import.meta.dirname, "../../data/disclosures");
const pipeline = makePipeline(readReference());

/** A project table of a department in Guangzhou with these rows. */
const table = (...rows: string[]) =>
  ["项目支出绩效目标表", "部门名称：广州市协作办公室", "单位：万元", HEADER, ...rows].join("\n");
const project = (
  name: string,
  amounts: string,
  goal = "目标",
  list = "1、产出指标:次数,年度指标值:3次。",
) => `${name}\t${amounts}\t${goal}\t${list}`;

async function ask(rule: string, text: string, duplicateOf: string | null = null) {
  const { asked } = await pipeline.read({
    disclosureId: "a",
    file: "a.txt",
    bytes: new TextEncoder().encode(text),
    source: undefined,
    problem: null,
    duplicateOf,
  });
  const findings = asked.findings.filter((finding) => finding.rule === rule);
  return { asked: asked.asked.get(rule), findings };
}

/** A list of indicators of the coded kind: class, name, value of the period, value of the year. */
const coded = (...items: [level: string, name: string, period: string, annual: string][]) =>
  items
    .map(([level, name, period, annual], i) => {
      const [code, level2] = level.split(" ");
      return `${i + 1}、${code!}；${level2!}；${name}；实施周期指标值：${period}；年度指标值：${annual}。`;
    })
    .join("");
const QUANTITY = "1-产出指标 11-数量指标";
const QUALITY = "1-产出指标 12-质量指标";
const COST = "1-产出指标 14-成本指标";
/** One project with these indicators. */
const listed = (...items: Parameters<typeof coded>) =>
  table(project("甲", "3.00\t3.00\t\t", "目标", coded(...items)));
/** One project whose indicators are of these level-1 classes. */
const classed = (...levels: string[]) =>
  table(
    project(
      "甲",
      "3.00\t3.00\t\t",
      "目标",
      levels.map((level, i) => `${i + 1}、${level}:次数,年度指标值:3次。`).join(""),
    ),
  );
const GOAL = "开展对口帮扶工作，推动当地经济社会发展。";
const FORM = (period: string, goal: string) =>
  [
    "项目绩效目标表",
    "项目名称\t甲",
    "主管部门\t广州市协作办公室",
    `实施周期\t起始年度\t2022\t到期年度\t${period}`,
    "年度目标",
    `\t${goal}`,
    "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值",
    "\t产出指标\t数量指标\t次数\t3次",
  ].join("\n");
/** A form with the targets of the period beside those of the year. */
const PERIODS = (end: string, ...items: [name: string, period: string, annual: string][]) =>
  [
    "项目绩效目标表",
    "项目名称\t甲",
    `实施周期\t起始年度\t2022\t到期年度\t${end}`,
    "绩效指标\t一级指标\t二级指标\t三级指标\t实施周期指标值\t年度指标值",
    ...items.map((item) => `\t产出指标\t数量指标\t${item.join("\t")}`),
  ].join("\n");
const OF_2024 = (text: string) => text.replace("项目支出绩效目标表", "2024年项目支出绩效目标表");
const department = (budget: string, task: string) =>
  [
    "部门整体预算绩效目标申报表",
    "部门名称 广州市协作办公室",
    "预算整体情况",
    budget,
    "年度重点工作任务",
    "名称 主要实施内容 拟投入的资金（万元） 期望达到的目标（概述）",
    "加强协作",
    "",
    "开展帮扶。",
    "",
    task,
    "",
    "推动发展。",
    "绩效指标",
    "一级指标 二级指标 三级指标 年度指标值",
    "产出指标 数量指标 次数 3次",
  ].join("\n");

/** Each rule with a document that passes, one that does not, and one that it does not apply to. */
const CASES: Record<string, { pass: string; fail: string; na: string; found: RegExp }> = {
  "amount/projects-differ-from-total": {
    pass: table(
      "合计\t3.00\t3.00",
      project("甲", "1.00\t1.00\t\t"),
      project("乙", "2.00\t2.00\t\t"),
    ),
    fail: table(
      "合计\t4.00\t4.00",
      project("甲", "1.00\t1.00\t\t"),
      project("乙", "2.00\t2.00\t\t"),
    ),
    na: table(project("甲", "1.00\t1.00\t\t")),
    found: /印为 40,000\.00 元，其下 2 个项目之和为 30,000\.00 元，相差 −10,000\.00 元/,
  },
  "amount/parts-differ": {
    pass: table(project("甲", "3.00\t1.00\t\t2.00")),
    fail: table(project("甲", "3.00\t1.00\t\t1.00")),
    na: table(project("甲", "3.00\t\t\t")),
    found: /总计为 30,000\.00 元，各项资金来源之和为 20,000\.00 元/,
  },
  "amount/columns-shifted": {
    pass: table("合计\t1.00\t\t\t1.00", project("甲", "1.00\t\t\t1.00")),
    fail: table("合计\t1.00\t\t\t1.00", project("甲", "1.00\t1.00\t\t")),
    na: table(project("甲", "1.00\t1.00\t\t")),
    found: /“甲”的金额 1\.00 .+归入其他资金/,
  },
  "amount/unit-inferred": {
    pass: table(project("甲", "3.00\t3.00\t\t")),
    fail: table(project("甲", "3.00\t3.00\t\t")).replace("单位：万元\n", ""),
    na: "通知",
    found: /推断为“万元”/,
  },
  "text/truncated": {
    pass: table(project("甲", "3.00\t3.00\t\t")),
    fail: table(
      project(
        "甲",
        "3.00\t3.00\t\t",
        "目标",
        "1、产出指标:次数,年度指标值:3次。2、效益指标:满意度,年",
      ),
    ),
    na: table(project("甲", "3.00\t3.00\t\t", "目标", "")),
    found: /“满意度”的文字在原文中中断/,
  },
  "target/missing": {
    pass: table(project("甲", "3.00\t3.00\t\t")),
    fail: table(
      project(
        "甲",
        "3.00\t3.00\t\t",
        "目标",
        "1、产出指标:次数,年度指标值:。2、产出指标:人数,年度指标值:1人。",
      ),
    ),
    na: table(project("甲", "3.00\t3.00\t\t", "目标", "")),
    found: /“次数”未说明年度指标值/,
  },
  "text/unit-name-restored": {
    pass: table("广州市某中心\t3.00\t3.00", project("甲", "3.00\t3.00\t\t")),
    fail: table("<sup>-</sup> 州市某中心\t3.00\t3.00", project("甲", "3.00\t3.00\t\t")),
    na: table(project("甲", "3.00\t3.00\t\t")),
    found: /印作“-州市某中心”，.+读作“广州市某中心”/,
  },
  "amount/missing": {
    pass: table(project("甲", "3.00\t3.00\t\t")),
    fail: table(project("甲", "\t\t\t")),
    na: "通知",
    found: /“甲”未说明金额/,
  },
  "amount/income-differs": {
    pass: department("基本支出 1.00 财政拨款 2.00\n项目支出 2.00 其他资金 1.00", "1.00"),
    fail: department("基本支出 1.00 财政拨款 3.00\n项目支出 2.00 其他资金 1.00", "1.00"),
    na: table(project("甲", "3.00\t3.00\t\t")),
    found: /之和为 30,000\.00 元，财政拨款与其他资金之和为 40,000\.00 元，相差 10,000\.00 元/,
  },
  "amount/tasks-above-projects": {
    pass: department("基本支出 1.00 财政拨款 3.00\n项目支出 2.00 其他资金 0.00", "2.00"),
    fail: department("基本支出 1.00 财政拨款 3.00\n项目支出 2.00 其他资金 0.00", "5.00"),
    na: table(project("甲", "3.00\t3.00\t\t")),
    found: /资金之和为 50,000\.00 元，超过项目支出 20,000\.00 元/,
  },
  "text/stuttered": {
    pass: table(project("甲", "3.00\t3.00\t\t")),
    fail: table(
      project(
        "甲",
        "3.00\t3.00\t\t",
        "目标",
        "1、效益指标:影响力,年度指标值:影响力,年度指标值:影响力较好。",
      ),
    ),
    na: table(project("甲", "3.00\t3.00\t\t", "目标", "")),
    found: /“影响力”的指标值中又印有“指标值：”/,
  },
  "text/numbers-out-of-order": {
    pass: table(project("甲", "3.00\t3.00\t\t")),
    fail: table(
      project(
        "甲",
        "3.00\t3.00\t\t",
        "目标",
        "1、产出指标:次数,年度指标值:3次。1、产出指标:人数,年度指标值:3人。",
      ),
    ),
    na: FORM("2024", "目标"),
    found: /第 2 项指标的编号印作 1/,
  },
  "text/same-goal": {
    pass: table(
      project("甲", "3.00\t3.00\t\t", GOAL),
      project("乙", "3.00\t3.00\t\t", `进一步${GOAL}`),
    ),
    fail: table(project("甲", "3.00\t3.00\t\t", GOAL), project("乙", "3.00\t3.00\t\t", GOAL)),
    na: table(project("甲", "3.00\t3.00\t\t", GOAL)),
    found: /“乙”的绩效目标与“甲”完全相同/,
  },
  "text/same-indicators": {
    pass: table(
      project(
        "甲",
        "3.00\t3.00\t\t",
        "目标",
        coded([QUANTITY, "次数", "3次", "3次"], [QUANTITY, "人数", "3人", "3人"]),
      ),
      project(
        "乙",
        "3.00\t3.00\t\t",
        "目标",
        coded([QUANTITY, "次数", "4次", "4次"], [QUANTITY, "人数", "3人", "3人"]),
      ),
    ),
    fail: table(
      project(
        "甲",
        "3.00\t3.00\t\t",
        "目标",
        coded([QUANTITY, "次数", "3次", "3次"], [QUANTITY, "人数", "3人", "3人"]),
      ),
      project(
        "乙",
        "3.00\t3.00\t\t",
        "目标",
        coded([QUANTITY, "次数", "3次", "3次"], [QUANTITY, "人数", "3人", "3人"]),
      ),
    ),
    na: table(project("甲", "3.00\t3.00\t\t"), project("乙", "3.00\t3.00\t\t")),
    found: /“乙”的全部指标与“甲”完全相同/,
  },
  "text/year-outside-period": {
    pass: FORM("2025", "2022年至2025年，开展帮扶。贯彻《“健康中国2030年”规划》。"),
    fail: FORM("2024", "2022年至2025年，开展帮扶。"),
    na: FORM("2024", "开展帮扶。"),
    found: /目标写到 2025 年，所填的到期年度是 2024/,
  },
  "region/ambiguous": {
    pass: table(project("对口支援北京市朝阳区", "3.00\t3.00\t\t")),
    fail: table(project("对口支援朝阳区", "3.00\t3.00\t\t")),
    na: "通知",
    found: /“朝阳区”可能指 2 个地方/,
  },
  "level/misplaced": {
    pass: listed([QUANTITY, "次数", "3次", "3次"]),
    fail: listed(["24-可持续影响 24-可持续影响", "网络安全性", "100%", "100%"]),
    na: table(project("甲", "3.00\t3.00\t\t", "目标", "")),
    found: /印作“24-可持续影响”，按二级指标归入“效益指标”/,
  },
  "level/not-printed": {
    pass: listed([QUANTITY, "次数", "3次", "3次"]),
    fail: table(project("甲", "3.00\t3.00\t\t")),
    na: table(project("甲", "3.00\t3.00\t\t", "目标", "")),
    found: /1 项指标中有 1 项没有印二级指标/,
  },
  "level/fits-other-class": {
    pass: listed([QUANTITY, "培训次数", "3次", "3次"], [COST, "印刷成本", "≤3万元", "≤3万元"]),
    fail: listed([QUANTITY, "信息报送完成率", "100%", "100%"]),
    na: listed(["23-效益指标 23-生态效益", "信息报送完成率", "100%", "100%"]),
    found: /“数量指标”下的“信息报送完成率”是比率/,
  },
  "target/qualitative-only": {
    pass: table(project("甲", "3.00\t3.00\t\t")),
    fail: table(
      project(
        "甲",
        "3.00\t3.00\t\t",
        "目标",
        "1、效益指标:影响力,年度指标值:提升。2、效益指标:知名度,年度指标值:提高。",
      ),
    ),
    na: table(project("甲", "3.00\t3.00\t\t", "目标", "")),
    found: /“甲”的 2 个指标值都是文字描述/,
  },
  "target/exchanged": {
    pass: listed(
      [QUANTITY, "出访国家数量", "出访国家≥3个", "出访国家≥3个"],
      [QUANTITY, "公务团组批次", "公务团组≥5批次", "公务团组≥5批次"],
    ),
    fail: listed(
      [QUANTITY, "出访国家数量", "公务团组≥5批次", "公务团组≥5批次"],
      [QUANTITY, "公务团组批次", "出访国家≥3个", "出访国家≥3个"],
    ),
    na: listed([QUANTITY, "次数", "3次", "3次"]),
    found: /“出访国家数量”与“公务团组批次”的指标值可能互换/,
  },
  "target/unit-differs": {
    pass: listed(
      [QUALITY, "资金拨付及时率", "100%", "100%"],
      [QUANTITY, "帮扶镇数量", "78个", "78个"],
    ),
    fail: listed([QUANTITY, "检查指导镇数量", "50人次以上", "50人次以上"]),
    na: listed([QUANTITY, "次数", "3次", "3次"]),
    found: /“检查指导镇数量”的指标值“50人次以上”以“人次”为单位/,
  },
  "target/rate-without-percent": {
    pass: listed([QUALITY, "资金到位率", "100%", "100%"], [QUALITY, "成活率（%）", "90", "90"]),
    fail: listed([QUALITY, "群众满意度", "90", "90"]),
    na: listed([QUANTITY, "次数", "3次", "3次"]),
    found: /印作“90”，没有单位/,
  },
  "target/number-without-unit": {
    pass: listed(
      [QUANTITY, "次数", "3次", "3次"],
      [QUANTITY, "事故", "0", "0"],
      [QUANTITY, "人数（人）", "3", "3"],
    ),
    fail: listed([QUANTITY, "窗口人员数", "6", "6"]),
    na: listed([QUALITY, "合格率", "90", "90"]),
    found: /“窗口人员数”的指标值印作“6”，没有单位/,
  },
  "target/rate-above-100": {
    pass: listed([QUALITY, "产值增长率", "120%", "120%"], [QUALITY, "完成率", "100%", "100%"]),
    fail: listed([QUALITY, "群众满意度", "290%", "290%"]),
    na: listed([QUANTITY, "次数", "3次", "3次"]),
    found: /印作“290%”，超过 100%/,
  },
  "target/period-is-label": {
    pass: listed([QUANTITY, "活动次数", "6次", "3次"]),
    fail: listed(
      [QUALITY, "设备验收合格率", "设备验收合格率", "100%"],
      [QUALITY, "公共服务体系", "基本建成覆盖城乡、布局合理的公共服务体系", "逐步完善"],
    ),
    na: listed([QUALITY, "保障工作正常开展", "正常开展", "正常开展"]),
    found: /实施周期指标值印作“设备验收合格率”，是名称而不是数值/,
  },
  "target/cost-at-least": {
    pass: listed([COST, "印刷成本", "≤3万元", "≤3万元"]),
    fail: listed([COST, "印刷成本", "≥3万元", "≥3万元"]),
    na: listed([COST, "生均补助标准", "≥500元", "≥500元"]),
    found: /“印刷成本”的指标值印作“≥3万元”，设为下限/,
  },
  "target/annual-above-period": {
    pass: listed([QUANTITY, "活动次数", "6次", "3次"], [QUANTITY, "投诉件数", "≤9件", "≤3件"]),
    fail: listed(
      [QUANTITY, "惠及学生人数", "≥15万人", "≥15.2万人"],
      // Neither adds up over the years.
      [QUALITY, "办结时限", "≤20个工作日", "≤25个工作日"],
      [QUALITY, "合格率", "≥90%", "≥95%"],
    ),
    na: listed(
      [QUALITY, "合格率", "≥90%", "≥95%"],
      [QUANTITY, "镇数", "≥12个", "10个"],
      [QUANTITY, "户均增收", "≥3000元", "≥9000元"],
    ),
    found: /“惠及学生人数”的年度指标值“≥15\.2万人”超过实施周期指标值“≥15万人”/,
  },
  "target/annual-equals-period": {
    pass: PERIODS("2024", ["次数", "9次", "3次"], ["人数", "30人", "30人"]),
    fail: PERIODS("2024", ["次数", "9次", "9次"], ["人数", "30人", "30人"]),
    na: PERIODS("2022", ["次数", "9次", "9次"], ["人数", "30人", "30人"]),
    found: /实施周期为 2022—2024 年，2 项逐年累计的数量指标的年度值与周期值相同/,
  },
  "target/ceiling": {
    pass: listed([QUALITY, "群众满意度", "≥90%", "≥90%"]),
    fail: listed([QUALITY, "群众满意度", "100%", "100%"], [QUALITY, "合格率", "100%", "100%"]),
    na: listed([QUALITY, "合格率", "100%", "100%"], [QUALITY, "群众满意度", "满意", "满意"]),
    found: /“群众满意度”的指标值印作“100%”，已是上限/,
  },
  "target/deadline-outside-year": {
    pass: OF_2024(listed([QUALITY, "完成时间", "2024年底前", "2024年11月底前"])),
    fail: OF_2024(listed([QUALITY, "完成时间", "2024年底前", "2023年11月底前"])),
    na: listed([QUALITY, "完成时间", "2024年底前", "2023年11月底前"]),
    found: /“完成时间”的指标值写到“2023年11月底前”，早于预算年度 2024/,
  },
  "text/goal-of-other-year": {
    pass: OF_2024(
      table(project("甲", "3.00\t3.00\t\t", "按照2021年印发的方案，2024年完成改造12个村。")),
    ),
    fail: OF_2024(table(project("甲", "3.00\t3.00\t\t", "2022年完成改造12个村。"))),
    na: OF_2024(
      table(project("甲", "3.00\t3.00\t\t", "落实财预〔2021〕101号文，巩固2020年以来的成果。")),
    ),
    found: /“甲”的年度目标写的是 2022 年，预算年度是 2024/,
  },
  "region/unknown": {
    pass: table(
      project("对口支援波密县工作经费", "3.00\t3.00\t\t"),
      project("对口帮扶各县经费", "3.00\t3.00\t\t"),
    ),
    fail: table(project("对口支援青禾县工作经费", "3.00\t3.00\t\t")),
    na: "通知",
    found: /“青禾县”不在行政区划代码表内/,
  },
  "completeness/class-blank": {
    pass: `${FORM("2024", "目标")}\n\t\t质量指标\t不适用\t`,
    fail: `${FORM("2024", "目标")}\n\t\t质量指标\t\t`,
    na: table(project("甲", "3.00\t3.00\t\t")),
    found: /“甲”的表中印有质量指标，其下没有填写指标/,
  },
  "completeness/class-missing": {
    pass: classed("产出指标", "效益指标", "满意度指标"),
    fail: classed("产出指标", "产出指标"),
    na: table(project("甲", "3.00\t3.00\t\t", "目标", "")),
    found: /2 项指标中没有效益指标、满意度指标/,
  },
  "region/name-and-goal-differ": {
    pass: table(project("对口帮扶梅州指挥部经费", "3.00\t3.00\t\t", "对口帮扶梅州、清远。")),
    fail: table(project("对口帮扶梅州指挥部经费", "3.00\t3.00\t\t", "对口帮扶清远指挥部运行。")),
    na: table(project("会议费", "3.00\t3.00\t\t", "对口帮扶清远。")),
    found: /名称指向梅州市，绩效目标写的是清远市/,
  },
  "document/unrecognised": {
    pass: table(project("甲", "3.00\t3.00\t\t")),
    fail: "关于开会的通知",
    na: "",
    found: /“a\.txt”未读出任何表：没有认出/,
  },
  "document/partly-read": {
    pass: table(project("甲", "3.00\t3.00\t\t")),
    fail: table("\t\t\t\t\t无主的文字", project("甲", "3.00\t3.00\t\t")),
    na: "通知",
    found: /第一段是“无主的文字”/,
  },
  "document/duplicate-name": {
    pass: table(project("甲", "3.00\t3.00\t\t")),
    fail: table(project("甲", "3.00\t3.00\t\t")),
    na: "",
    found: /与“b\/a\.txt”同名/,
  },
};

it.each([
  ["that a scan misread", "290%", true],
  ["with its sign", "≥120%", false],
  ["of another digit", "300%", false],
])("guesses at a misread sign in a rate above 100 %% %s: %s", async (_, value, isMisread) => {
  const { findings } = await ask("target/rate-above-100", listed([QUALITY, "合格率", "", value]));
  expect(findings).toHaveLength(1);
  expect(findings[0]!.message.includes("误读")).toBe(isMisread);
});

it.each([
  ["a date and the buttons of a page", "扫一扫在手机打开当前页[打印本页] [关闭窗口]", 0],
  ["a date", "二〇二二年二月十八日", 0],
  ["a sentence", "以上项目接受社会监督", 1],
])("finds text of no field, page furniture aside: %s", async (_, text, findings) => {
  const whole = table(`\t\t\t\t\t${text}`, project("甲", "3.00\t3.00\t\t"));
  expect((await ask("document/partly-read", whole)).findings).toHaveLength(findings);
});

describe("neighbouring values", () => {
  it.each([
    ["in each other's units", "长度", "≥2600人", "受益人口", "≥35公里", 1],
    ["in their own", "长度", "≥35公里", "受益人口", "≥2600人", 0],
    ["one of which alone is strange", "长度", "≥2600人", "受益人口", "≥35人", 0],
  ])("%s", async (_, a, valueOfA, b, valueOfB, findings) => {
    const text = listed([QUANTITY, a, "", valueOfA], [QUANTITY, b, "", valueOfB]);
    expect((await ask("target/exchanged", text)).findings).toHaveLength(findings);
  });
});

it("holds a cumulative target against the year alone", async () => {
  const text = PERIODS("2024", ["三年累计项目数", "12个", "12个"], ["人数", "30人", "10人"]);
  const { findings } = await ask("target/annual-equals-period", text);
  expect(findings[0]!.message).toMatch(/累计指标“三年累计项目数”的年度值与周期值相同/);
});

it("holds each goal against the name of its project", async () => {
  const goals = "2022年至2024年对口支援疏附县。\n\t年度目标\n\t支援波密县。";
  const text = FORM("2024", goals).replace("项目名称\t甲", "项目名称\t对口支援疏附县资金");
  const { findings } = await ask(
    "region/name-and-goal-differ",
    text.replace("年度目标", "实施周期总目标"),
  );
  expect(findings[0]?.found).toBe("波密县");
});

describe("a phrase inside a value", () => {
  it.each([
    ["twice in a row", "逐步提高逐步提高", 1],
    ["twice, and nothing else", "及时及时", 1],
    ["twice, as a number", "100%100%", 1],
    ["of a doubled character", "科科学学", 0],
    ["as zeros", "1000000000元", 0],
    ["twice, with other words between", "提高质量，提高效率", 0],
  ])("that stands %s: %s", async (_, value, findings) => {
    const { findings: found } = await ask("text/stuttered", listed([QUALITY, "成效", "", value]));
    expect(found).toHaveLength(findings);
  });
});

describe("every rule", () => {
  it("says in both languages what it is asked of and why", () => {
    for (const { id, ...rule } of RULES) {
      const { question, applies, reason, questionEn, appliesEn, reasonEn } = rule;
      expect([id, question]).toEqual([id, expect.stringMatching(/\p{Script=Han}.*？$/u)]);
      for (const text of [applies, reason]) expect(text).toMatch(/\p{Script=Han}.*。$/u);
      for (const text of [questionEn, appliesEn, reasonEn])
        expect(text).toMatch(/^[A-Z“][^\n]*[.?]$/);
    }
  });

  it("has its cases", () => {
    expect(Object.keys(CASES).sort()).toEqual(RULES.map((rule) => rule.id).sort());
  });

  it.each(Object.entries(CASES))("%s says nothing where all is well", async (rule, { pass }) => {
    const { asked, findings } = await ask(rule, pass);
    expect(findings).toEqual([]);
    expect(asked).toBeGreaterThan(0);
  });

  it.each(Object.entries(CASES))("%s says what is the matter", async (rule, { fail, found }) => {
    const duplicate = rule === "document/duplicate-name" ? "b/a.txt" : null;
    const { findings } = await ask(rule, fail, duplicate);
    expect(findings).toHaveLength(1);
    expect(findings[0]!.message).toMatch(found);
    expect(findings[0]!.messageEn).toMatch(/^[^\n]+\.$/);
  });

  const optional = Object.entries(CASES).filter(([, { na }]) => na !== "");
  it.each(optional)("%s is not asked where it does not apply", async (rule, { na }) => {
    expect(await ask(rule, na)).toEqual({ asked: 0, findings: [] });
  });
});

it("finds in the real documents what a reader finds", async () => {
  const found: Record<string, number> = {};
  for (const file of readdirSync(DISCLOSURES).filter((name) => name.endsWith(".txt"))) {
    const bytes = readFileSync(join(DISCLOSURES, file));
    const source = undefined;
    const input = { disclosureId: file[0]!, file, bytes, source, problem: null, duplicateOf: null };
    for (const { rule } of (await pipeline.read(input)).asked.findings)
      found[rule] = (found[rule] ?? 0) + 1;
  }
  // Each was looked up in its document.
  expect(found).toEqual({
    "amount/columns-shifted": 6,
    "amount/income-differs": 1,
    "amount/unit-inferred": 1,
    "completeness/class-blank": 8,
    "completeness/class-missing": 40,
    "level/fits-other-class": 11,
    "level/misplaced": 1,
    "level/not-printed": 1,
    "region/name-and-goal-differ": 1,
    "target/annual-equals-period": 2,
    "target/ceiling": 1,
    "target/exchanged": 1,
    "target/number-without-unit": 10,
    "target/period-is-label": 7,
    "target/qualitative-only": 1,
    "target/rate-without-percent": 1,
    "target/unit-differs": 2,
    "text/numbers-out-of-order": 2,
    "text/same-goal": 1,
    "text/stuttered": 3,
    "text/truncated": 2,
    "text/unit-name-restored": 1,
    "text/year-outside-period": 3,
  });
});
