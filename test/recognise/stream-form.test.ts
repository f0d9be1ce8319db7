import { describe, expect, it } from "vitest";
import { textToTables } from "../../src/extract/text.ts";
import type { ProjectReading } from "../../src/model/reading.ts";
import type { Words } from "../../src/model/table.ts";
import { streamForm } from "../../src/recognise/stream-form.ts";
import { unwrap } from "../../src/text.ts";

const say = (words: Words | undefined) => (words ? unwrap(words.text) : "");

function projectsOf(text: string): readonly ProjectReading[] {
  const pages = textToTables(text);
  expect(streamForm.matches(pages)).toBe(true);
  return streamForm.read(pages).projects;
}

const indicatorsOf = (text: string) =>
  projectsOf(text).flatMap(({ indicators }) =>
    indicators.map((indicator) =>
      [
        indicator.level1,
        indicator.level2,
        indicator.name,
        indicator.annualValue,
        indicator.actualValue,
        indicator.weight,
        indicator.score,
      ]
        .map(say)
        .join("|"),
    ),
  );

const HEAD = "项目名称\n道路养护\n一级指标\n二级指标\n三级指标\n";
const form = (columns: string, rows: string) =>
  `${HEAD}${columns.replaceAll(" ", "\n")}\n${rows.replaceAll(" ", "\n")}\n`;

describe("indicators, one cell a line", () => {
  // prettier-ignore
  it.each([
    ["a name and a value by turns", "指标值", "产出指标 数量指标 养护里程 ≥35公里 修补路面 200平方米",
      ["产出指标|数量指标|养护里程|≥35公里|||", "产出指标|数量指标|修补路面|200平方米|||"]],
    ["a class that is broken over two lines", "指标值", "效益指标 社会效益 指标 受益人数 ≥50人",
      ["效益指标|社会效益指标|受益人数|≥50人|||"]],
    ["a class whose end is a class as well", "指标值", "满意度 指标 服务对象 满意度指标 群众满意度 ≥90%",
      ["满意度指标|服务对象满意度指标|群众满意度|≥90%|||"]],
    ["a class above its own parts", "指标值", "产出指标 数量指标 里程 3公里 成本指标 经济成本指标 造价 ≤5万元",
      ["产出指标|数量指标|里程|3公里|||", "成本指标|经济成本指标|造价|≤5万元|||"]],
    ["cost below output, where none of its parts follows", "指标值", "产出指标 成本指标 造价 ≤5万元",
      ["产出指标|成本指标|造价|≤5万元|||"]],
    ["satisfaction as a part of the benefits", "指标值", "效益指标 社会公众或服务对象满意度指标 群众满意度 ≥90%",
      ["效益指标|社会公众或服务对象满意度指标|群众满意度|≥90%|||"]],
    ["points behind a class", "指标值 分值", "产出指标（50分） 数量指标 里程 3公里 50",
      ["产出指标|数量指标|里程|3公里||50|"]],
    ["a class without 指标 above another", "指标值", "项目完成 数量指标 里程 3公里",
      ["项目完成|数量指标|里程|3公里|||"]],
    ["the word of a class as a name", "指标值", "产出指标 成本指标 成本 10万元",
      ["产出指标|成本指标|成本|10万元|||"]],
    ["target, achievement, weight and score", "年度指标值 实际完成值 分值 得分 偏差原因分析", "产出指标 数量指标 里程 ≥3公里 3公里 20 20 数量 5座 4座 10 8 材料未到",
      ["产出指标|数量指标|里程|≥3公里|3公里|20|20", "产出指标|数量指标|数量|5座|4座|10|8"]],
    ["a weight in front of the target", "分值 年度指标值 实际完成值 得分", "产出指标 数量指标 里程 10 ≥3公里 3公里 10",
      ["产出指标|数量指标|里程|≥3公里|3公里|10|10"]],
    ["a full-width sign in a column of its own", "指标性质 指标值 度量单位", "产出指标 数量指标 里程 ＞ 3 公里",
      ["产出指标|数量指标|里程|＞3公里|||"]],
    ["a blank achievement: the number is the weight", "年度指标值 实际完成值 分值", "产出指标 数量指标 里程 ≥3公里 20",
      ["产出指标|数量指标|里程|≥3公里||20|"]],
    ["a target in three columns", "指标性质 指标值 度量单位", "产出指标 数量指标 里程 ≥ 3 公里 效果 定性 良好",
      ["产出指标|数量指标|里程|≥3公里|||", "产出指标|数量指标|效果|良好|||"]],
    ["classes with nothing in them", "指标值", "产出指标 数量指标 质量指标 …… 时效指标 无 无 成本指标 造价 ≤5万元",
      ["产出指标|成本指标|造价|≤5万元|||"]],
    ["a name that is broken where a bracket is open", "指标值", "产出指标 数量指标 养护里程(含 乡道) ≥3公里",
      ["产出指标|数量指标|养护里程(含乡道)|≥3公里|||"]],
    ["text below the table", "指标值", "产出指标 数量指标 里程 3公里 注:选填上述指标。",
      ["产出指标|数量指标|里程|3公里|||"]],
    ["classes of an investment plan", "指标值", "产出指标 里程 3公里 过程管理指标 计划管理指标 计划分解达标率 100%",
      ["产出指标||里程|3公里|||", "过程管理指标|计划管理指标|计划分解达标率|100%|||"]],
  ])("%s", (_, columns, rows, expected) => {
    expect(indicatorsOf(form(columns, rows))).toEqual(expected);
  });

  it("leaves out the columns of the whole period beside those of the year", () => {
    const columns =
      "二级指标(长期) 三级指标(长期) 指标值(长期) 二级指标(年度) 三级指标(年度) 指标值(年度)";
    const rows = "产出指标 数量指标 总里程 30公里 数量指标 里程 3公里";
    const text = `项目名称 道路养护 一级指标 ${columns} ${rows}`.replaceAll(" ", "\n");
    expect(indicatorsOf(text)).toEqual(["产出指标|数量指标|里程|3公里|||"]);
  });
});

describe("indicators in narrow cells", () => {
  const NARROW = "产出指标 数量指标 保洁公厕 座数 ≥86座 配备人员 数量 ≥9人 养护道路 里程 ≥3公里";

  // prettier-ignore
  it.each([
    ["a unit below its number", "质量指标 达标率 ≥98.5 %", "质量指标|达标率|≥98.5%"],
    ["a number that is broken", "质量指标 达标率 ≥98.0 0(%)", "质量指标|达标率|≥98.00(%)"],
    ["a unit that is broken", "成本指标 单座费用 ≤3.6万元/ 座", "成本指标|单座费用|≤3.6万元/座"],
    ["a date in three lines", "时效指标 完成时间 2025年 11月底 前", "时效指标|完成时间|2025年11月底前"],
    ["a month without its end", "时效指标 任务完成 时间 2025年11 月底前", "时效指标|任务完成时间|2025年11月底前"],
    ["a bound below its unit", "时效指标 办结时限 24小时以 内", "时效指标|办结时限|24小时以内"],
    ["a judgement that is broken", "质量指标 公厕管理 制度 基本健 全", "质量指标|公厕管理制度|基本健全"],
    ["an adverb below a name", "质量指标 便利程度 进一步 提升", "质量指标|便利程度|进一步提升"],
  ])("%s", (_, rows, expected) => {
    expect(indicatorsOf(form("指标值", `${NARROW} ${rows}`)).at(-1)).toBe(`产出指标|${expected}|||`);
  });

  it("takes every class for one of level 2 where the header has no other", () => {
    const rows = "数量指标 里程 3公里 成本指标 造价 ≤5万元 社会效益指标 受益人数 ≥50人";
    const text = `项目名称 道路养护 二级指标 三级指标 指标值 ${rows}`.replaceAll(" ", "\n");
    expect(indicatorsOf(text)).toEqual([
      "|数量指标|里程|3公里|||",
      "|成本指标|造价|≤5万元|||",
      "|社会效益指标|受益人数|≥50人|||",
    ]);
  });
});

describe("indicators whose cells touch", () => {
  const glued = (columns: string, row: string) =>
    `项目名称道路养护绩效指标一级指标二级指标三级指标${columns}产出指标数量指标${row}`;

  // prettier-ignore
  it.each([
    ["units end a value", "指标值", "养护里程≥35公里修补路面面积200平方米", ["养护里程|≥35公里|||", "修补路面面积|200平方米|||"]],
    ["equal targets and achievements, equal weights and scores", "分值年度指标值全年实际值得分", "安装水标尺10≥266米≥266米10水标尺宽度10≥50厘米≥50厘米10",
      ["安装水标尺|≥266米|≥266米|10|10", "水标尺宽度|≥50厘米|≥50厘米|10|10"]],
    ["a word that stands twice", "分值年度指标值全年实际值得分", "群众生产条件10显著提升显著提升10", ["群众生产条件|显著提升|显著提升|10|10"]],
    ["digits that touch", "指标值分值", "资助人数达到预计值210010", ["资助人数达到预计值|2100||10|"]],
    ["a unit that is known by standing twice", "年度指标值实际完成值", "采购炊具≥1800眼灶1850眼灶", ["采购炊具|≥1800眼灶|1850眼灶||"]],
    ["a unit that is known by ending the text", "指标值", "巡检次数≥12次巡检里程≥60站次", ["巡检次数|≥12次|||", "巡检里程|≥60站次|||"]],
    ["a price", "指标值", "单点位维护费≤2100元/个", ["单点位维护费|≤2100元/个|||"]],
    ["digits that nobody can cut: the name alone", "年度指标值实际完成值分值得分", "涉及县2312222", ["涉及县||||"]],
  ])("%s", (_, columns, row, expected) => {
    expect(indicatorsOf(glued(columns, row))).toEqual(
      expected.map((words) => `产出指标|数量指标|${words}`),
    );
  });
});

it("finds the columns of glued text behind the prose of a goal", () => {
  const text =
    "绩效目标表（2021年度）单位：万元项目名称改厕总体目标完成年度改厕任务。二级指标三级指标指标值数量指标改厕数量≥3600户";
  const [project] = projectsOf(text);
  expect([say(project!.name), say(project!.goal)]).toEqual(["改厕", "完成年度改厕任务。"]);
  expect(indicatorsOf(text)).toEqual(["|数量指标|改厕数量|≥3600户|||"]);
});

it("joins a title that begins on the line above", () => {
  const text =
    "某区2022年区级项目支出\n绩效目标表\n项目名称\n养护\n一级指标\n二级指标\n三级指标\n指标值\n产出指标\n数量指标\n里程\n3公里\n";
  const { title, fiscalYear } = streamForm.read(textToTables(text));
  expect([say(title), say(fiscalYear)]).toEqual(Array(2).fill("某区2022年区级项目支出绩效目标表"));
});

describe("fields", () => {
  const above = (text: string) =>
    projectsOf(
      `${text}\n一级指标\n二级指标\n三级指标\n指标值\n产出指标\n数量指标\n里程\n3公里\n`,
    )[0]!;

  // prettier-ignore
  it.each([
    ["the amount of the year beside that of all years", "项目名称\n养护\n资金总额\n300\n当年资金总额:\n100", "100"],
    ["the amount of all years where there is no other", "项目名称\n养护\n项目总投资\n300", "300"],
    ["the first budget that is not 0", "项目名称\n养护\n年初预算\n调整后预算数\n预算执行数\n总额\n0.00\n96.8\n90.4", "96.8"],
    ["an amount in front of its parts", "项目名称\n养护\n年度资金总额:\n854万(建设400万元,示范454万元)", "854万"],
    ["labels side by side above their amounts", "项目名称\n养护\n年度资金总额\n财政拨款\n其他资金\n420.00\n400.00\n20.00", "420.00"],
    ["a label and its amount in one cell", "项目名称\n养护\n年度资金总额：865.5", "865.5"],
  ])("%s", (_, text, amount) => {
    expect(say(above(text).funding.total)).toBe(amount);
  });

  // prettier-ignore
  it.each([
    ["a target and what came of it", "年度总体目标\n预期目标\n实际完成情况\n养护道路。\n已养护道路。", "养护道路。", ""],
    ["a goal of the period and one of the year", "中期目标\n年度目标\n养护全部道路。\n养护一半道路。", "养护一半道路。", "养护全部道路。"],
    ["one text below two labels", "年度目标\n年度总体目标完成情况\n养护道路。", "养护道路。", ""],
    ["numbers that begin again", "预期目标\n实际完成情况\n目标1：养护。\n目标2：巡查。\n目标1：已养护。\n目标2：已巡查。", "目标1：养护。目标2：巡查。", ""],
    ["labels in the cells", "预期目标：\n养护道路。\n完成情况综述：\n已养护道路。", "养护道路。", ""],
    ["lines that nobody can share out", "预期目标\n实际完成情况\n养护\n巡查\n检测", "", ""],
  ])("%s", (_, text, goal, periodGoal) => {
    const project = above(`项目名称\n养护\n${text}`);
    expect([say(project.goal), say(project.periodGoal)]).toEqual([goal, periodGoal]);
  });

  it("reads the years of a period", () => {
    const project = above("项目名称\n养护\n项目起止时间\n2023.07-2024.01");
    expect([say(project.startYear), say(project.endYear)]).toEqual(["2023", "2024"]);
  });

  it("begins a form at each name of a project", () => {
    const one =
      "项目名称\n养护\n一级指标\n二级指标\n三级指标\n指标值\n产出指标\n数量指标\n里程\n3公里\n";
    const two = `${one}项目支出绩效目标表\n（2024年度）\n${one.replace("养护", "检测")}`;
    const found = projectsOf(two).map(({ name, indicators }) => [say(name), indicators.length]);
    expect(found).toEqual([
      ["养护", 1],
      ["检测", 1],
    ]);
  });
});
