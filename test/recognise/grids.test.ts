import { describe, expect, it } from "vitest";
import { textToTables } from "../../src/extract/text.ts";
import type { Reading } from "../../src/model/reading.ts";
import { recognise } from "../../src/recognise/index.ts";
import { unwrap } from "../../src/text.ts";

function read(text: string): Reading {
  const reading = recognise(textToTables(text));
  if (!reading) throw new Error("no layout matches");
  return reading;
}

const indicatorsOf = (text: string) =>
  read(text).projects.flatMap(({ indicators }) =>
    indicators.map(({ level1, level2, name, annualValue }) =>
      [level1, level2, name, annualValue].map((words) => words && unwrap(words.text)),
    ),
  );

const TOP = "项目名称\t甲项目\n主管部门\t某市某局\n年度目标\t完成。\n";
const HEADER = "一级指标\t二级指标\t三级指标\t指标值\t备注\n";

describe("a form whose rows lost cells", () => {
  it.each<[why: string, rows: string, expected: (string | undefined)[][]]>([
    [
      "the class labels merged away",
      "产出指标\t数量指标\t道路\t3公里\t\n桥梁\t2座\t\n",
      [
        ["产出指标", "数量指标", "道路", "3公里"],
        ["产出指标", "数量指标", "桥梁", "2座"],
      ],
    ],
    [
      "one cell for both levels",
      "满意度指标\t群众满意度\t≥90%\t\n",
      [["满意度指标", undefined, "群众满意度", "≥90%"]],
    ],
    [
      "a class of level 1 that is printed nowhere",
      "产出指标\t数量指标\t道路\t3公里\t\n\t社会效益指标\t受益人口\t500人\t\n",
      [
        ["产出指标", "数量指标", "道路", "3公里"],
        [undefined, "社会效益指标", "受益人口", "500人"],
      ],
    ],
    [
      "a row that the department put under another class",
      "产出指标\t经济效益指标\t兑付率\t100%\t\n效益指标\t社会效益指标\t受益人口\t500人\t\n",
      [
        ["产出指标", "经济效益指标", "兑付率", "100%"],
        ["效益指标", "社会效益指标", "受益人口", "500人"],
      ],
    ],
    [
      "classes with points, in the newer order",
      "成本指标(0-20)分\t经济成本指标\t单价\t≤5元\t\n产出指标（40分）\t数量指标\t道路\t3公里\t\n",
      [
        ["成本指标(0-20)分", "经济成本指标", "单价", "≤5元"],
        ["产出指标（40分）", "数量指标", "道路", "3公里"],
      ],
    ],
    [
      "what a blank form leaves behind",
      "产出指标\t数量指标\t指标1：\t\t\n\t\t……\t\t\n\t质量指标\t合格率\t100%\t\n",
      [["产出指标", "质量指标", "合格率", "100%"]],
    ],
    [
      "notes below it",
      "产出指标\t数量指标\t道路\t3公里\t\n总分\t\t\t100\n备注：一、说明。\n二、定性指标分三档。\n",
      [["产出指标", "数量指标", "道路", "3公里"]],
    ],
  ])("reads %s", (_, rows, expected) => {
    expect(indicatorsOf(TOP + HEADER + rows)).toEqual(expected);
  });

  it("leaves a label broken over the rows beside it out of the goal", () => {
    const top = "项目名称\t甲项目\n总\t年度目标\n体\t做好矫正。\n目\n标\n";
    const form = `${top}绩\t${HEADER}效\t产出指标\t数量指标\t道路\t3公里\n指\t\t质量指标\t合格率\t100%\n`;
    expect(read(form).projects[0]!.goal?.text).toBe("做好矫正。");
    expect(indicatorsOf(form)).toEqual([
      ["产出指标", "数量指标", "道路", "3公里"],
      ["产出指标", "质量指标", "合格率", "100%"],
    ]);
  });

  it("goes on over a page that repeats title and header", () => {
    const first = `某表绩效目标表\n${TOP}${HEADER}产出指标\t数量指标\t监测点位，含城乡及重点场\t≥100个\t反映\n`;
    const second = `某表绩效目标表\n${HEADER}\t\t所\t\t覆盖\n\t质量指标\t及时率\t95%\t\n`;
    expect(indicatorsOf(`${first}\n${second}`)).toEqual([
      ["产出指标", "数量指标", "监测点位，含城乡及重点场所", "≥100个"],
      ["产出指标", "质量指标", "及时率", "95%"],
    ]);
  });
});

describe("a form in a book", () => {
  const row = "产出指标\t数量指标\t道路\t3公里\t\n";

  it.each([
    ["a heading with the number of a table", "表四\n"],
    ["a heading of a part", "第四部分  名词解释\n"],
    ["an item of the text below", "二、其他事项说明\n"],
    ["a sentence", "本部门共有2个项目。\n"],
  ])("ends before %s", (_, below) => {
    const names = indicatorsOf(`${TOP}${HEADER}${row}\n${below}`).map(([, , name]) => name);
    expect(names).toEqual(["道路"]);
  });

  it.each([
    ["below it", "\t\t农村公路\t3公里\t\n\f\t\t养护里程\t\t\n"],
    ["beside its rest", "\t\t农村公路\t\t\n\f\t\t养护里程\t3公里\t\n"],
  ])("joins a name cut by a page, its value %s", (_, rows) => {
    const last = indicatorsOf(`${TOP}${HEADER}${row}${rows}`).at(-1);
    expect(last).toEqual(["产出指标", "数量指标", "农村公路养护里程", "3公里"]);
  });

  it.each([
    ["a short name without a value is whole", "\t\t桥梁\t\t\n\f\t\t涵洞\t2座\t\n", "涵洞"],
    [
      "a name that ends as names do is whole",
      "\t\t道路里程\t\t\n\f\t\t桥梁座数\t2座\t\n",
      "桥梁座数",
    ],
    ["a running head", "\f某县2025年部门预算\n\t\t涵洞\t2座\t\n", "涵洞"],
  ])("does not join two rows over a page: %s", (_, rows, name) => {
    const last = indicatorsOf(`${TOP}${HEADER}${row}${rows}`).at(-1);
    expect(last).toEqual(["产出指标", "数量指标", name, "2座"]);
  });

  it("has its title from the table, not from the contents or the part", () => {
    const front = "第三部分  绩效目标表………5\n第三部分  绩效目标表\n项目绩效目标表\n";
    expect(read(`${front}${TOP}${HEADER}${row}`).title?.text).toBe("项目绩效目标表");
  });
});

describe("the department", () => {
  it.each([
    ["某县民政局2025年补助资金绩效目标表", "某县民政局"],
    ["某县民政局补助资金绩效目标表", undefined],
    ["2025年某县民政局补助资金绩效目标表", undefined],
  ])("of %s: %s", (title, department) => {
    const table = "项目名称\t数量指标\t质量指标\t时效指标\n\t甲\t乙\t丙\n子项目\t3个\t优\t5月\n";
    expect(read(`${title}\n${table}`).department?.text).toBe(department);
  });
});

describe("the amounts of a form", () => {
  const fundingOf = (rows: string) => {
    const { funding } = read(`${TOP}${rows}${HEADER}产出指标\t数量指标\t道路\t3公里\t\n`)
      .projects[0]!;
    return [
      funding.total?.text,
      funding.parts.map(({ amount }) => amount.text),
      funding.unit?.text,
    ];
  };

  it.each<[why: string, rows: string, expected: unknown[]]>([
    [
      "the budget, not the execution",
      "项目资金（万元）\t\t全年预算数\t全年执行数\n\t年度资金总额\t120\t118\n\t其中：财政拨款\t100\t98\n",
      ["120", ["100"], "项目资金（万元）"],
    ],
    [
      "the second budget where the first is blank",
      "项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\n\t年度资金总额\t\t120\t118\n",
      ["120", [], "项目资金（万元）"],
    ],
    [
      "rows of a block without the merged cell in front",
      "项目资金（元）\t\t年初预算数\t全年预算数\t全年执行数\n年度资金总额\t110\t120\t118\n",
      ["110", [], "项目资金（元）"],
    ],
    [
      "the year's beside those of all years",
      "项目资金（万元）\t项目资金总额\t900\t年度资金总额\t300\n\t其中：财政拨款\t800\t其中：财政拨款\t250\n",
      ["300", ["250"], "项目资金（万元）"],
    ],
    [
      "numbers below their labels",
      "项目资金（万元）\t年度资金总额\t财政拨款\n\t50\t40\n",
      ["50", ["40"], "项目资金（万元）"],
    ],
    [
      "numbers behind a colon",
      "年度资金总额：500万元\t其中：财政拨款：400万元\n",
      ["500万元", ["400万元"], undefined],
    ],
  ])("are %s", (_, rows, expected) => {
    expect(fundingOf(rows)).toEqual(expected);
  });
});

describe("lists", () => {
  it("does not take an allocation list for projects", () => {
    const list = "分配表\n序号\t单位\t项目名称\t金额\n1\t甲镇\t甲路\t10\n2\t乙镇\t乙路\t20\n";
    expect(recognise(textToTables(list))).toBeUndefined();
    const form = `附件2\n${TOP}${HEADER}产出指标\t数量指标\t道路\t3公里\t\n`;
    expect(read(`${list}\n${form}`).projects.map(({ name }) => name.text)).toEqual(["甲项目"]);
  });

  it("reads projects of a list that has goals but no indicators", () => {
    const list = "单位名称\t项目名称\t预算金额\t绩效目标\n某局\t甲\t10.00\t完成甲。\n";
    expect(read(`项目支出绩效目标表\n单位：万元\n${list}`).projects).toMatchObject([
      { name: { text: "甲" }, goal: { text: "完成甲。" }, indicators: [] },
    ]);
  });

  it("tells two projects of one name by their amounts", () => {
    const head = "项目名称\t预算数\t一级指标\t二级指标\t三级指标\t指标值\n";
    const rows =
      "防控\t10\t产出指标\t数量指标\t a\t1个\n防控\t10\t产出指标\t质量指标\tb\t1%\n防控\t20\t产出指标\t数量指标\tc\t2个\n";
    expect(read(head + rows).projects.map(({ indicators }) => indicators.length)).toEqual([2, 1]);
  });
});

describe("texts without a table", () => {
  it("leaves a report that only speaks of goals alone", () => {
    const report =
      "关于2024年预算执行情况的报告\n二、绩效目标：各部门要加强管理。\n三、资金安排：下达资金5000万元。\n";
    expect(recognise(textToTables(report))).toBeUndefined();
  });

  it("keeps a sentence unread that may be no indicator", () => {
    const text =
      "项目名称：甲项目\n预算金额：10万元\n绩效目标：完成。\n数量指标：修路3公里；按标准做好各项工作。\n";
    const { projects, unread } = read(text);
    expect(
      projects[0]!.indicators.map(({ name, annualValue }) => [name.text, annualValue?.text]),
    ).toEqual([["修路", "3公里"]]);
    expect(unread.map((words) => words.text)).toEqual(["按标准做好各项工作"]);
  });
});
