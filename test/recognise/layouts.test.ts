import { describe, expect, it } from "vitest";
import { textToTables } from "../../src/extract/text.ts";
import type { Reading } from "../../src/model/reading.ts";
import { recognise } from "../../src/recognise/index.ts";
import { unwrap } from "../../src/text.ts";

const HEADER =
  "项目名称（资金使用单位）\t总计\t财政拨款\t财政专户拨款\t其他资金\t绩效目标\t绩效指标";
const TOP = `项目支出绩效目标表\n\n部门名称：某市某局\n\n单位：万元\n\n${HEADER}\n`;

function read(text: string): Reading {
  const reading = recognise(textToTables(text));
  if (!reading) throw new Error("no layout matches");
  return reading;
}

const projectsOf = (text: string) =>
  read(text).projects.map((project) => ({
    name: unwrap(project.name.text),
    unit: project.unit?.text,
    total: project.funding.total?.text,
    goal: project.goal && unwrap(project.goal.text),
    indicators: project.indicators.map(({ name, annualValue }) => [name.text, annualValue?.text]),
  }));

describe("the project table", () => {
  it("reads title, department, unit of money and rows", () => {
    const reading = read(
      `${TOP}合计\t5.00\t5.00\n某市某局\t5.00\t5.00\n工作经费\t5.00\t5.00\t\t\t目标。\t1、产出指标:次数,年度指标值:3次。\n`,
    );
    expect(reading).toMatchObject({
      layout: "project-table",
      title: { text: "项目支出绩效目标表" },
      department: { text: "某市某局" },
      amountUnit: { text: "单位：万元" },
    });
    expect(reading.totals.map(({ name, isUnit }) => [name.text, isUnit])).toEqual([
      ["合计", false],
      ["某市某局", true],
    ]);
    expect(reading.projects).toHaveLength(1);
  });

  it("joins a list cut by the page break between its number and its words", () => {
    const first = "甲\t5.00\t5.00\t\t\t目标\t1、产出指标:税收,年度指标值:≧6%。2";
    const rest = "\t\t\t\t\t、效益指标:次数,年度指标值:大于6次。";
    expect(projectsOf(`${TOP}${first}\n\n${rest}\n`)[0]!.indicators).toEqual([
      ["税收", "≧6%"],
      ["次数", "大于6次"],
    ]);
  });

  it("joins a goal and a list that are both cut", () => {
    const first = "甲\t5.00\t5.00\t\t\t推进\t1、产出指标:税收,年度指标值:提";
    const rest = "\t\t\t\t协作。\t升。";
    expect(projectsOf(`${TOP}${first}\n\n${rest}\n`)).toMatchObject([
      { goal: "推进协作。", indicators: [["税收", "提升"]] },
    ]);
  });

  it("reads rows of a later page whose blank columns are gone", () => {
    const page2 = "乙\t6.00\t6.00\t目标乙\t1、产出指标:次数,年度指标值:3次。";
    const page3 = "丙\t7.00\t\t\t1、产出指标:次数,年度指标值:3次。";
    expect(
      projectsOf(
        `${TOP}甲\t5.00\t5.00\t\t\t目标\t1、产出指标:次数,年度指标值:3次。\n\n${page2}\n\n${page3}\n`,
      ),
    ).toMatchObject([
      { name: "甲", total: "5.00", goal: "目标" },
      { name: "乙", total: "6.00", goal: "目标乙" },
      { name: "丙", total: "7.00", goal: undefined },
    ]);
  });

  it("puts projects under their spending unit", () => {
    const rows = [
      "某市某局\t1.00\t1.00",
      "甲\t1.00\t1.00\t\t\t目标\t",
      "某市某中心\t2.00\t2.00",
      "乙\t2.00\t2.00\t\t\t目标\t",
    ];
    expect(projectsOf(TOP + rows.join("\n")).map(({ name, unit }) => [name, unit])).toEqual([
      ["甲", "某市某局"],
      ["乙", "某市某中心"],
    ]);
  });
});

const FORM = `项目绩效目标表

项目名称\t\t培训费\t\t\t
主管部门\t\t某市某局\t\t\t
用款单位\t\t某市某中心\t\t\t
实施周期\t\t起始年度\t2022\t到期年度\t2024
2024年预算金额（元）\t\t720,000.00\t\t\t
总体绩效目标\t\t实施周期总目标\t\t\t
\t\t培养队伍。\t\t\t
\t\t2024年度目标\t\t\t
\t\t培训干部。\t\t\t
绩效指标\t一级指标\t二级指标\t三级指标\t实施周期指标值\t当年度指标值
\t产出指标\t数量指标\t培训人数\t200人\t100人
\t\t\t培训期数\t4期\t2期
\t\t质量指标\t\t\t
\t\t成本指标\t预算执行率\t≥80%\t≥80%
\t效益指标\t社会效益指标\t无\t无\t无
\t满意度指标\t服务对象满意度指标\t学员满意度\t≥90%\t≥90%
`;

describe("the one-project form", () => {
  it("reads its fields and both goals", () => {
    expect(read(FORM)).toMatchObject({
      layout: "project-form",
      department: { text: "某市某局" },
      fiscalYear: { text: "2024年预算金额（元）" },
      projects: [
        {
          name: { text: "培训费" },
          unit: { text: "某市某中心" },
          funding: { total: { text: "720,000.00" } },
          startYear: { text: "2022" },
          endYear: { text: "2024" },
          periodGoal: { text: "培养队伍。" },
          goal: { text: "培训干部。" },
        },
      ],
    });
  });

  it("carries classes down, keeps blank ones out", () => {
    expect(
      read(FORM).projects[0]!.indicators.map(
        ({ level1, level2, name, periodValue, annualValue }) => [
          level1?.text,
          level2?.text,
          name.text,
          periodValue?.text,
          annualValue?.text,
        ],
      ),
    ).toEqual([
      ["产出指标", "数量指标", "培训人数", "200人", "100人"],
      ["产出指标", "数量指标", "培训期数", "4期", "2期"],
      ["产出指标", "成本指标", "预算执行率", "≥80%", "≥80%"],
      ["满意度指标", "服务对象满意度指标", "学员满意度", "≥90%", "≥90%"],
    ]);
  });

  it("reads several forms of a file", () => {
    expect(read(`${FORM}\n${FORM}`).projects).toHaveLength(2);
  });
});

const DEPARTMENT = `部门整体预算绩效目标申报表

部门名称 某市某局

预算整体情况

部门预算支出 预算金额（万元） 收入来源 预算金额（万元）

基本支出 4,192.11 财政拨款 269,652.59

总体绩效目标

高质量推进
对口帮扶。

年度重点工作任务

名称 主要实施内容 拟投入的资金（万元） 期望达到的目标（概述）

加强协作

对口支援甲县，开
展民生支援。

1,400.00

推动甲县发展。

对口支援乙县。

20,352.20
促进乙县发展。

其他需完成的任务（可选
填）

绩效指标

一级指标 二级指标 三级指标 实施周期指标值 年度指标值

产出指标

数量指标

协助国内各地市来穗开展招商推介
和经贸考察交流活动次数

≥10次 ≥10次

质量指标 项目验收合格率（%） ≥95% ≥95%

成本指标
人才培训项目成本控制率 ≤0% ≤0%

生态效益指标

满意度指标 服务对象满意度指标 企业满意度 ≥90% ≥90%
`;

describe("the department form", () => {
  const reading = read(DEPARTMENT);

  it("reads its budget and its goal", () => {
    expect(reading.layout).toBe("department-form");
    expect(reading.budgets.map(({ item, amount }) => [item.text, amount.text])).toEqual([
      ["基本支出", "4,192.11"],
      ["财政拨款", "269,652.59"],
    ]);
    expect(reading.goal?.text).toBe("高质量推进对口帮扶。");
  });

  it("reads tasks by their amounts, a merged name carried down", () => {
    expect(
      reading.tasks.map(({ name, content, amount, goal }) =>
        [name, content, amount, goal].map((w) => w?.text),
      ),
    ).toEqual([
      ["加强协作", "对口支援甲县，开展民生支援。", "1,400.00", "推动甲县发展。"],
      ["加强协作", "对口支援乙县。", "20,352.20", "促进乙县发展。"],
    ]);
  });

  it("reads indicators whose names wrap, under the classes above them", () => {
    expect(
      reading.indicators.map(({ level1, level2, name, annualValue }) =>
        [level1, level2, name, annualValue].map((w) => w?.text),
      ),
    ).toEqual([
      ["产出指标", "数量指标", "协助国内各地市来穗开展招商推介和经贸考察交流活动次数", "≥10次"],
      ["产出指标", "质量指标", "项目验收合格率（%）", "≥95%"],
      ["产出指标", "成本指标", "人才培训项目成本控制率", "≤0%"],
      ["满意度指标", "服务对象满意度指标", "企业满意度", "≥90%"],
    ]);
  });
});

it("does not recognise a text that is no form", () => {
  expect(recognise(textToTables("关于开会的通知\n\n各单位：\n"))).toBeUndefined();
});
