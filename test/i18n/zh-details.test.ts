import { describe, expect, it } from "vitest";
import { zhDetails as zh } from "../../src/i18n/zh-details.ts";

const money = { department: "甲市协作办", year: 2024, amount: 2e8 };
const named = { title: "绩效目标表", file: "a.txt", department: "甲局", year: 2024 };

describe("headings and sentences that hold for any data", () => {
  it.each([
    ["who pays, when and how much", zh.project.who(money), "甲市协作办 2024 年安排 2 亿元"],
    [
      "an amount that is not stated",
      zh.project.who({ ...money, year: null, amount: null }),
      "甲市协作办未载明金额",
    ],
    ["an amount of 0", zh.project.who({ ...money, amount: 0 }), "甲市协作办 2024 年安排 0 元"],
    [
      "a project without regions and indicators",
      zh.project.lede({ regions: [], indicators: 0, checkable: 0 }),
      "文件没有写明受益地区；没有列出绩效指标。",
    ],
    [
      "targets that can all be checked",
      zh.project.lede({ regions: ["梅州市"], indicators: 2, checkable: 2 }),
      "写明的受益地区：梅州市；承诺 2 项指标，都写明了数字或时限。",
    ],
    ["targets in words alone", zh.project.indicatorsTitle(3, 0), "3 项绩效指标，都没有写明数字"],
    ["a third of a project", zh.project.share(1 / 3), "1/3"],
    ["a document", zh.disclosure.heading(named), "甲局 2024 年《绩效目标表》"],
    [
      "a title that names its department",
      zh.disclosure.heading({ ...named, title: "甲局绩效目标表" }),
      "《甲局绩效目标表》",
    ],
    [
      "a document of which nothing is known",
      zh.disclosure.heading({ title: null, file: "a.txt", department: null, year: null }),
      "a.txt",
    ],
    [
      "a document that was not read",
      zh.disclosure.lede({ projects: 0, indicators: 0, amount: null, findings: 1 }),
      "没有从这份文件读出项目或指标。",
    ],
    ["a sum that leaves projects out", zh.projects.total(2, 1), "2 个项目合计（1 个未载明金额）"],
    ["findings of two kinds", zh.projects.findings(1, 0, 2), "差异 1 · 说明 2"],
    ["no findings", zh.projects.findings(0, 0, 0), ""],
    [
      "a range without spread",
      zh.indicatorClass.range(2, "90%", "90%"),
      "2 项目标的数值都是 90%。",
    ],
    ["a small file", zh.data.size(385), "0.4 KB"],
    ["a large file", zh.data.size(23_700_000), "23.7 MB"],
  ])("%s", (_, text, expected) => {
    expect(text).toBe(expected);
  });
});
