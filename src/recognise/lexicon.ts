import { remembering, squash } from "../text.ts";

/** What a label means, whatever words a form uses for it. */
export type Meaning =
  | "projectName"
  | "department"
  | "unit"
  | "amount"
  | "fiscal"
  | "special"
  | "other"
  | "goal"
  | "annualGoal"
  | "periodGoal"
  | "indicators"
  | "level1"
  | "level2"
  | "level3"
  | "periodValue"
  | "annualValue"
  | "actualValue"
  | "weight"
  | "score"
  | "category"
  | "grade"
  | "period"
  | "startYear"
  | "endYear"
  | "moneyUnit"
  | "budget"
  | "tasks"
  | "taskContent"
  | "taskAmount"
  | "taskGoal"
  | "otherTasks";

/** Labels by meaning, squashed, without year, unit of money and colon. */
const LABELS: Readonly<Record<Meaning, readonly string[]>> = {
  projectName: [
    "项目名称",
    "项目名称(资金使用单位)",
    "项目支出名称",
    "专项名称",
    "专项资金名称",
    "专项(项目)名称",
  ],
  department: ["部门名称", "主管部门", "预算部门", "部门(单位)名称", "项目主管部门"],
  unit: ["用款单位", "预算单位", "实施单位", "资金使用单位", "项目实施单位"],
  amount: ["总计", "预算金额", "年度资金总额", "年度预算金额", "预算数", "项目金额"],
  fiscal: ["财政拨款", "其中:财政拨款"],
  special: ["财政专户拨款", "财政专户管理资金"],
  other: ["其他资金", "其他", "单位资金"],
  goal: ["绩效目标", "总体绩效目标", "总体目标"],
  annualGoal: ["年度目标", "年度绩效目标", "年度总体目标", "当年度目标"],
  periodGoal: ["实施周期总目标", "实施周期目标", "中期目标", "项目总体目标"],
  indicators: ["绩效指标"],
  level1: ["一级指标"],
  level2: ["二级指标"],
  level3: ["三级指标", "指标名称", "指标内容"],
  periodValue: ["实施周期指标值", "中期指标值"],
  annualValue: ["年度指标值", "当年度指标值", "指标值", "目标值"],
  actualValue: ["实际完成值", "完成值", "全年实际值", "全年完成值", "全年实际完成值"],
  weight: ["权重", "分值"],
  score: ["得分"],
  category: ["项目类型", "项目类别"],
  grade: ["项目等级", "项目级别"],
  period: ["实施周期", "项目期", "实施期限"],
  startYear: ["起始年度", "开始年度", "起始年份"],
  endYear: ["到期年度", "结束年度", "终止年度", "到期年份"],
  moneyUnit: ["单位", "金额单位"],
  budget: ["预算整体情况", "部门预算整体情况", "预算情况"],
  tasks: ["年度重点工作任务", "年度主要任务", "年度重点任务"],
  taskContent: ["主要实施内容", "主要内容"],
  taskAmount: ["拟投入的资金", "拟投入资金"],
  taskGoal: ["期望达到的目标", "期望达到的目标(概述)"],
  otherTasks: ["其他需完成的任务", "其他需完成的任务(可选填)"],
};

const MEANING = new Map(
  Object.entries(LABELS).flatMap(([meaning, labels]) =>
    labels.map((label) => [label, meaning as Meaning] as const),
  ),
);

/** The year in front of a label: “2024年预算金额”, “2024年度目标” (which is 年度目标). */
const YEAR = /^20\d\d(?:年(?!度)|(?=年度))/u;
const MONEY = /\((?:单位:)?(?:人民币)?(?:万元|元)\)/u;

const LONGEST_LABEL = 40;

/** What a cell means as a label; undefined for a cell that is a value. */
export function meaningOf(text: string): Meaning | undefined {
  return text.length > LONGEST_LABEL || text === "" ? undefined : readMeaning(text);
}

const readMeaning = remembering((text): Meaning | undefined => {
  const label = squash(text).replace(/:$/u, "").replace(MONEY, "");
  return MEANING.get(label) ?? MEANING.get(label.replace(YEAR, ""));
});

/** The unit of money that a label or a line states: “单位：万元”, “2024年预算金额（元）”. */
export function moneyUnitIn(text: string): "元" | "万元" | undefined {
  const found = /(?:单位:(?:人民币)?|\((?:单位:)?(?:人民币)?)(万元|元)/u.exec(squash(text));
  return found?.[1] as "元" | "万元" | undefined;
}

/** The number of yuan or 万元 as printed, spaces between its digits included. */
const AMOUNT = /^[-－]?[\d０-９][\d０-９,，.．\s]*(?:万元|元)?$/u;

/** Whether a cell holds nothing but an amount. */
export function isAmount(text: string): boolean {
  return AMOUNT.test(text.trim());
}

/** Words that fill a cell whose question does not apply. */
const BLANKS = new Set([
  "",
  "无",
  "/",
  "／",
  "-",
  "—",
  "——",
  "…",
  "……",
  "不适用",
  "本项目不适用此指标",
]);

/** Whether a cell says that there is nothing to say. */
export function isBlank(text: string): boolean {
  return BLANKS.has(squash(text)) || BLANKS.has(text.trim());
}

/**
 * A pattern that finds words in text whose lines were wrapped: white space may stand between any
 * two characters.
 */
export function wrapped(words: readonly string[]): string {
  return words.map((word) => [...word].map(escape).join(String.raw`\s*`)).join("|");
}

function escape(character: string): string {
  return character.replace(/[()[\]{}.*+?^$|\\]/u, String.raw`\$&`);
}
