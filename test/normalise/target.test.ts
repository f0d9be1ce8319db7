import { describe, expect, it } from "vitest";
import type { Target } from "../../src/model/records.ts";
import type { Comparison } from "../../src/model/taxonomy.ts";
import { parseTarget } from "../../src/normalise/target.ts";

const NOTHING = { comparison: null, value: null, upper: null, unit: null, deadline: null };
const quantity = (comparison: Comparison, value: number, unit: string): Target => {
  return { ...NOTHING, kind: "quantity", comparison, value, unit };
};
const range = (value: number, upper: number, unit: string): Target => {
  return { ...NOTHING, kind: "range", value, upper, unit };
};
const deadline = (date: string | null): Target => {
  return { ...NOTHING, kind: "deadline", deadline: date };
};
const multiple: Target = { ...NOTHING, kind: "multiple" };
const qualitative: Target = { ...NOTHING, kind: "qualitative" };
const missing: Target = { ...NOTHING, kind: "missing" };

describe("parseTarget", () => {
  it.each<[why: string, text: string | null, target: Target]>([
    ["a sign and a percentage", "≥95%", quantity("≥", 95, "%")],
    ["a look-alike sign", "≧6%", quantity("≥", 6, "%")],
    ["full-width characters", "＞＝９５％", quantity("≥", 95, "%")],
    ["no sign, so exactly", "10家", quantity("=", 10, "家")],
    ["a number alone", "4072", quantity("=", 4072, "")],
    ["zero, which is a target", "0起", quantity("=", 0, "起")],
    ["a ceiling of zero", "≤0%", quantity("≤", 0, "%")],
    ["“不超过”, which contains “超过”", "不超过3.5万元/人", quantity("≤", 35_000, "元/人")],
    ["“低于”", "低于10%", quantity("<", 10, "%")],
    ["“高于”", "高于95%", quantity(">", 95, "%")],
    ["万 multiplied out", "5万平方", quantity("=", 50_000, "平方")],
    ["万 in front of a longer unit", "≥1.4万人", quantity("≥", 14_000, "人")],
    ["亿 without a unit", "≥160亿", quantity("≥", 16_000_000_000, "")],
    ["亿 with decimals, exactly", "4.2亿元", quantity("=", 420_000_000, "元")],
    ["a bound behind the unit", "50人次以上", quantity("≥", 50, "人次")],
    ["a bound joined by 或", "100人或以上", quantity("≥", 100, "人")],
    ["a second unit in brackets", "5次(篇)以上", quantity("≥", 5, "次(篇)")],
    [
      "a list of units in brackets",
      "≥3期（篇、条、专辑等）",
      quantity("≥", 3, "期(篇、条、专辑等)"),
    ],
    ["a sign and a bound that agree", "≥95%以上", quantity("≥", 95, "%")],
    ["a limit around the number", "控制在50万元以内", quantity("≤", 500_000, "元")],
    ["a duration as a quantity", "≤30天", quantity("≤", 30, "天")],
    ["a duration with “内”", "24小时内", quantity("≤", 24, "小时")],
    ["a raised two", "约1600m <sup>2</sup> ", quantity("≈", 1600, "m²")],
    ["a sentence with one comparison", "采购率大于80%即达标", quantity(">", 80, "%")],
    ["a sentence with a sign", "咨委会活动媒体报道次数≥15次", quantity("≥", 15, "次")],
    [
      "a sentence that ends in a number",
      "本年累计组团参加博览会展览面积300平方米",
      quantity("=", 300, "平方米"),
    ],
    ["a sentence that ends in a percentage", "运行辅助工作满意程度90%", quantity("=", 90, "%")],
    [
      "a scoring rule: what full marks take",
      "满意度指标低于90%不得分,大于等于90%得满分",
      quantity("≥", 90, "%"),
    ],
    [
      "a sum with its parts in brackets",
      "854万(建设400万元,示范454万元)",
      quantity("=", 8_540_000, ""),
    ],
    ["a hope beside the target", "≥98%，力争100%", quantity("≥", 98, "%")],
    ["a number in characters", "不少于三次", quantity("≥", 3, "次")],
    ["a full stop at the end", "不低于85个。", quantity("≥", 85, "个")],
    ["line breaks inside the cell", "≥ 95\n%", quantity("≥", 95, "%")],
    ["a range", "80-100公里", range(80, 100, "公里")],
    ["a range with the unit twice", "80%～100%", range(80, 100, "%")],
    ["two conditions", "≥180批次或600人次", multiple],
    ["a baseline with growth", "2023年4亿元,每年增加5%", multiple],
    ["a month's end", "2024年10月底前", deadline("2024-10-31")],
    ["the end of a February", "2024年2月底前", deadline("2024-02-29")],
    ["a month that may or may not count", "2024年10月前", deadline(null)],
    ["a day", "2024年12月31日前", deadline("2024-12-31")],
    ["a date in figures", "2026/1/1", deadline("2026-01-01")],
    ["a bare year", "2025年", deadline("2025-12-31")],
    ["every year's month", "每年3月底前", deadline(null)],
    ["a quarter", "第二季度前", deadline(null)],
    ["within the year", "当年内", deadline(null)],
    ["a day of the next month", "次月10日前", deadline(null)],
    ["a span of months", "2023.07-2024.01", deadline(null)],
    ["a date with a share, which is the target", "12月底前100%到位", quantity("=", 100, "%")],
    ["words", "显著提升", qualitative],
    ["words that look like a time", "年度在岗", qualitative],
    ["a number within prose", "严格按照预算标准1000元/人执行", qualitative],
    ["the number of a standard", "符合GB5749-2022标准", qualitative],
    ["a year in the title of a plan", "贯彻落实《“健康中国2030”规划纲要》", qualitative],
    ["an ordinal", "第一批", qualitative],
    ["a grade", "达到国家5A级标准", qualitative],
    ["hours of service, which count nothing", "7×24小时", qualitative],
    ["nothing at all", "", missing],
    ["no cell", null, missing],
  ])("reads %s: %j", (_, text, target) => {
    expect(parseTarget(text)).toEqual(target);
  });
});
