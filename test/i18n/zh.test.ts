import { describe, expect, it } from "vitest";
import { zh } from "../../src/i18n/zh.ts";

describe("the headings that say what the data says", () => {
  it.each([
    [
      "most of a city's money names no region",
      zh.home.flowsTitle({ city: "广州市", region: null, total: 2_338_752_600, share: 0.72 }),
      "广州市 23.39 亿元的项目预算里，七成多没有写明给哪个地区",
    ],
    [
      "all of it goes to one",
      zh.home.flowsTitle({ city: "甲市", region: "丙县", total: 5_000_000, share: 1 }),
      "甲市 500 万元的项目预算里，全部给了丙县",
    ],
    [
      "a region that shares nothing",
      zh.region.lede({ name: "疏附县", payers: 1, projects: 1, sole: 1e7, shared: 0 }),
      "1 个部门的 1 个项目写明惠及疏附县，预算合计 1,000 万元，全部只用于本地。",
    ],
    [
      "a region that only shares",
      zh.region.lede({ name: "韶关市", payers: 1, projects: 2, sole: 0, shared: 2e8 }),
      "1 个部门的 2 个项目写明惠及韶关市，预算合计 2 亿元，全部是多地区项目按地区数均分的份额。",
    ],
    [
      "a region for which no amount is stated",
      zh.region.lede({ name: "贵州省", payers: 1, projects: 1, sole: 0, shared: 0 }),
      "1 个部门的 1 个项目写明惠及贵州省，金额为 0 或未载明。",
    ],
    [
      "a department with a largest project",
      zh.department.lede({
        department: { year: 2024, projects: 9, amount: 3_100_200, unnamed: 3_100_200 },
        largest: { name: "政府综合工作业务经费", share: 0.25 },
      }),
      "2024 年安排 9 个项目，预算 310.02 万元，其中两成半是“政府综合工作业务经费”一项；全部没有写明受益地区。",
    ],
    [
      "a department without amounts or a year",
      zh.department.lede({
        department: { year: null, projects: 3, amount: 0, unnamed: 0 },
        largest: undefined,
      }),
      "安排 3 个项目，金额为 0 或未载明。",
    ],
    [
      "indicators of one class alone",
      zh.typesTitle({
        total: 4,
        largest: { level1: "产出指标", share: 1 },
        smallest: { level1: "产出指标", share: 1 },
      }),
      "4 项指标全部是产出指标",
    ],
    [
      "projects of one kind alone",
      [zh.region.projectsTitle(2, 0), zh.region.projectsTitle(0, 1)].join(" "),
      "2 个项目只服务本地 1 个项目同时服务其他地区",
    ],
    [
      "a total over one year, which is a year's total",
      zh.home.wholeNote(2024, 2024),
      "项目预算是各部门最近一个有项目表的年度（2024 年）的项目金额之和。部门整体预算表另列，不与它相加。",
    ],
  ])("hold for %s", (_, heading, expected) => {
    expect(heading).toBe(expected);
  });
});

describe("the short names of classes", () => {
  it("tell the two classes of cost apart", () => {
    expect([
      zh.classLabel("产出指标", "成本指标"),
      zh.classLabel("成本指标", null),
      zh.classLabel("成本指标", "经济成本指标"),
      zh.classLabel("满意度指标", "服务对象满意度指标"),
      zh.classLabel(null, null),
    ]).toEqual(["成本", "成本未细分", "经济成本", "满意度", "未分类"]);
  });
});
