import { describe, expect, it } from "vitest";
import { textToTables } from "../../src/extract/text.ts";
import { recognise } from "../../src/recognise/index.ts";

const projectsOf = (text: string) =>
  (recognise(textToTables(text))?.projects ?? []).map((project) => ({
    name: project.name.text,
    unit: project.unit?.text,
    total: project.funding.total?.text,
    goal: project.goal?.text,
    periodGoal: project.periodGoal?.text,
    indicators: project.indicators.map(({ name, annualValue }) => [name.text, annualValue?.text]),
  }));

describe("a text that is no project's", () => {
  const ORDINARY: readonly (readonly [why: string, text: string])[] = [
    [
      "a notice about a meeting",
      `某县财政局关于召开2024年项目资金工作会议的通知
各乡镇人民政府：
经研究，定于2024年3月12日召开会议，现将有关事项通知如下：
一、会议时间
2024年3月12日上午9:00，会期1天。
二、会议内容
1.通报2023年项目资金支出进度，传达绩效目标管理要求；
2.安排2024年衔接资金3200万元。
三、参会人员
各乡镇1人，联系电话：0953-8012345。`,
    ],
    [
      "news with numbers",
      `某县高标准农田建设项目顺利完工
本报讯 近日，总投资1860万元的某县高标准农田建设项目通过验收。项目建设单位：某县农业农村局。
该项目新建泵站3座、铺设管道26公里，受益群众2150人，群众满意度达到98%。
项目负责人表示，目标是让灌溉水利用系数提高到0.65以上，亩均增产80公斤。`,
    ],
    [
      "a law",
      `某省财政资金条例
第一条 为了规范财政资金管理，提高资金使用效益，制定本条例。
第二条 项目单位应当设定绩效目标。绩效目标包括产出指标、效益指标和满意度指标。
第三条 违反本条例规定的，处5万元以上20万元以下罚款；情节严重的，处50万元罚款。
第四条 本条例自2021年1月1日起施行。`,
    ],
    [
      "rules that explain the classes of indicators",
      `某省省级专项资金绩效目标管理暂行办法
第五条 绩效目标：是指专项资金在一定期限内预期达到的产出和效果。
绩效指标：
产出指标：反映预期提供的公共产品和服务，
数量指标：反映预期提供的公共产品数量，如培训500人次；
质量指标：反映公共产品达到的标准，如合格率100%。
满意度指标：反映服务对象的认可程度，如满意度≥90%。`,
    ],
    [
      "a call for tenders",
      `某中学塑胶跑道改造项目采购公告
一、项目名称：某中学塑胶跑道改造项目
二、预算金额：186万元，最高限价180万元。
三、工期：60日历天，质量目标：合格。
四、开标时间：2024年5月20日9时30分。
联系电话：0953-8012345。`,
    ],
    [
      "a report about a year's performance",
      `某局2023年部门项目支出绩效自评情况说明
一、项目概况
2023年安排项目支出预算820万元，执行率96.5%。
二、绩效目标
保障机关运转，推进重点工作。
三、完成情况
举办培训12期，培训860人次，满意度95%。`,
    ],
    [
      "the explanation of a budget",
      `某县水务局2024年部门预算公开说明
一、预算收支情况
2024年预算安排3580万元，其中财政拨款3500万元。
二、预算绩效情况说明
本部门重点项目12个，涉及资金2100万元，均设置了绩效目标。
三、名词解释
绩效目标：指预算资金计划达到的产出和效果。`,
    ],
    [
      "a plan of work with goals",
      `某街道2024年工作要点
一、总体目标
改造老旧小区6个，新增停车位300个。
二、重点任务
1.推进道路维修工程，12月底前完成；
2.安排资金120万元，用于社区服务。`,
    ],
  ];

  it.each(ORDINARY)("%s", (_, text) => {
    expect(projectsOf(text)).toEqual([]);
  });
});

describe("a project in one paragraph", () => {
  const TITLE = "某县水务局2023年项目绩效目标\n";
  const NAMED = `${TITLE}一、项目名称：管网改造工程。`;

  it.each([
    [
      "labels stand behind full stops",
      "实施单位：某县供水站。年度资金总额：216.50万元。绩效目标：保障饮水安全。",
      { unit: "某县供水站", total: "216.50万元", goal: "保障饮水安全。" },
    ],
    [
      "labels stand behind commas, without colons",
      "实施单位为某县供水站，年度资金总额为30万元。绩效目标是保障饮水安全。",
      { unit: "某县供水站", total: "30万元", goal: "保障饮水安全。" },
    ],
    [
      "the goal of all years stands beside that of one",
      "总投资900万元，年度资金总额300万元。总体目标：三年建成。年度目标：完成主体。年度预算：300万元。",
      { goal: "完成主体。", periodGoal: "三年建成。", total: "300万元" },
    ],
    [
      "the money of other years stands in front",
      "预算资金：总投资900万元，上年结转20万元，本年安排280万元。绩效目标：保障饮水安全。",
      { total: "280万元" },
    ],
    [
      "what the project is about ends the goal",
      "绩效目标：保障饮水安全。建设内容：新建水池3座。年度预算：300万元。",
      { goal: "保障饮水安全。", total: "300万元", indicators: [] },
    ],
  ])("%s", (_, told, expected) => {
    expect(projectsOf(NAMED + told)).toMatchObject([{ name: "管网改造工程", ...expected }]);
  });

  it.each([
    [
      "a label of money among the indicators is one",
      "成本指标：预算金额：≤50万元。",
      [["预算金额", "≤50万元"]],
    ],
    ["an amount in brackets is a value", "数量指标：新建水池（4座）。", [["新建水池", "4座"]]],
    [
      "items of a list",
      "产出指标：一是新建水池4座，二是铺管12公里。",
      [
        ["新建水池", "4座"],
        ["铺管", "12公里"],
      ],
    ],
    [
      "classes in short",
      "绩效指标：数量：新建水池4座；满意度：用水户满意度≥90%。",
      [
        ["新建水池", "4座"],
        ["用水户满意度", "≥90%"],
      ],
    ],
    ["a change of state", "社会效益指标：供水保障能力提升。", [["供水保障能力", "提升"]]],
    ["prose with a number is none", "社会效益指标：解决3个村的饮水问题。", []],
    [
      "what is said to the reader is none",
      "数量指标：新建水池4座。请于2023年12月底前完成。",
      [["新建水池", "4座"]],
    ],
    [
      "a telephone is none",
      "数量指标：新建水池4座。联系电话：09538012345。",
      [["新建水池", "4座"]],
    ],
  ])("%s", (_, told, expected) => {
    const goal = "年度资金总额：50万元。绩效目标：保障饮水安全。";
    expect(projectsOf(NAMED + goal + told)[0]?.indicators).toEqual(expected);
  });

  it("rejoins a paragraph that was wrapped at the width of the page", () => {
    const text = `${TITLE}一、项目名称：管网改造工程。年度资金总额：216.50万元。绩效目标：保
障饮水安全。绩效指标：数量指标：改造管网≥41公里；更换水表32
00块；质量指标：水质检测达标率不低于95%。`;
    expect(projectsOf(text)).toMatchObject([
      {
        goal: "保障饮水安全。",
        indicators: [
          ["改造管网", "≥41公里"],
          ["更换水表", "3200块"],
          ["水质检测达标率", "不低于95%"],
        ],
      },
    ]);
  });

  it("leaves the signature below the last goal alone", () => {
    const told = "年度资金总额：50万元。绩效目标：保障饮水安全。\n某县水务局\n2023年3月27日";
    expect(projectsOf(NAMED + told)).toMatchObject([{ goal: "保障饮水安全。" }]);
  });

  it("takes the amount that a notice grants, not that of a document it cites", () => {
    const text = `关于下达2024年水利补助资金的通知
根据《关于下达2024年中央水利资金900万元的通知》，现下达你局资金120万元。
绩效目标：保障饮水安全。
数量指标：新建水池4座。`;
    expect(projectsOf(text)).toMatchObject([{ name: "2024年水利补助资金", total: "120万元" }]);
  });
});
