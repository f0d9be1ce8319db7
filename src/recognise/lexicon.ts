import { remembering, squash, TRADITIONAL } from "../text.ts";
import { perRow } from "./per-row.ts";

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
  | "otherTasks"
  | "departmentAbove"
  | "totalAmount"
  | "goalTarget"
  | "goalActual"
  | "periodIndicators"
  | "nature"
  | "measure"
  | "remark"
  | "budgetColumn"
  | "moneyColumn"
  | "aside"
  | "end";

/** Labels by meaning, squashed, without year, unit of money, seal and colon. */
// prettier-ignore
const LABELS: Readonly<Record<Meaning, readonly string[]>> = {
  projectName: [
    "项目名称", "项目名称(资金使用单位)", "项目支出名称", "专项名称", "专项资金名称", "专项(项目)名称",
    "转移支付(项目)名称", "转移支付名称", "资金名称", "二级项目名称", "项目(政策)名称",
    "单位名称、项目名称", "单位名称/项目名称", "单位(项目)名称", "项目名称/单位名称",
    "项目(专项)名称",
  ],
  department: [
    "部门名称", "部门", "主管部门", "预算部门", "部门(单位)名称", "项目主管部门", "主管部门及代码",
    "主管部门及编码", "主管部门(单位)", "主管部门(单位)名称", "预算主管部门", "业务主管部门",
    "一级主管部门", "县级主管部门", "区级主管部门", "区县主管部门", "地方主管部门",
  ],
  unit: [
    "用款单位", "预算单位", "实施单位", "资金使用单位", "项目实施单位", "项目单位", "项目执行单位",
    "承担单位", "项目承担单位", "组织实施单位", "实施(单位)", "具体实施单位", "单位名称", "预算单位名称", "执行单位", "下达地方或单位",
  ],
  amount: [
    "总计", "预算金额", "年度资金总额", "年度预算金额", "预算数", "项目金额", "年度资金申请总额",
    "当年度金额", "年度本级预算金额", "项目当年预算", "预算申报数", "当年资金总额", "当年年度预算",
    "年度金额", "本年度申请市财政预算资金", "当年预算金额", "当年预算数", "本年预算", "本年预算数", "本年度预算", "本次下达中央预算内投资", "总额", "年度资金总额及构成",
    "年度预算总额", "年度预算", "年度预算资金", "本年度资金总额", "本年资金总额", "年度项目资金总额",
    "当年预算", "资金规模", "项目资金规模", "预算安排", "预算安排数", "年度预算安排", "预算资金", "项目预算",
  ],
  fiscal: [
    "财政拨款", "其中:财政拨款", "其中:本年财政拨款", "其中:当年财政拨款", "本年财政拨款",
    "当年财政拨款", "其中:财政资金", "财政资金", "财政性资金", "其中:财政性资金", "财政预算资金", "本级财政资金", "财政拨款收入", "其中:本级财政资金", "其中:本级财政拨款",
  ],
  special: ["财政专户拨款", "财政专户管理资金"],
  other: [
    "其他资金", "其他", "单位资金", "其中:其他资金", "其它资金", "其中:其它资金", "当年其他资金",
    "自有资金", "其中:自有资金", "自筹资金", "单位自有资金", "单位自筹", "单位自筹资金", "社会资金",
  ],
  goal: ["绩效目标", "总体绩效目标", "总体目标", "项目绩效目标", "绩效目标情况", "整体绩效目标", "部门整体绩效目标"],
  annualGoal: [
    "年度目标", "年度绩效目标", "年度总体目标", "当年度目标", "年度主要目标和成果", "项目年度目标",
    "本年度绩效目标", "本年度目标", "当年绩效目标", "当年目标", "本年绩效目标", "本年目标", "年度总目标", "年度总体绩效目标", "项目年度绩效目标", "年度绩效总目标", "本年度总体目标",
  ],
  periodGoal: [
    "实施周期总目标", "实施周期目标", "中期目标", "项目总体目标", "长期目标", "中期(滚动)目标",
    "中长期目标", "实施期绩效目标", "实施期目标", "项目期目标", "总目标", "项目总目标", "三年总体目标", "长期绩效目标", "中期绩效目标",
  ],
  indicators: ["绩效指标", "年度绩效指标", "长期绩效指标", "中期绩效指标", "绩效项目指标表", "绩效指标表"],
  level1: ["一级指标", "一级"],
  level2: ["二级指标", "二级", "指标类型", "指标类别"],
  level3: ["三级指标", "指标名称", "指标内容", "三级", "指标"],
  periodValue: [
    "实施周期指标值", "中期指标值", "指标值(长期)", "实施期指标值", "长期指标值", "总体指标值",
  ],
  annualValue: [
    "年度指标值", "当年度指标值", "指标值", "目标值", "年度(/项目)指标值", "年度(项目)指标值", "年度/项目指标值",
    "指标值及单位", "指标值(包含数字及文字描述)", "指标值(或计划水平)", "计划指标值(或计划水平)",
    "计划指标值", "年度数值", "年初目标值", "年初目标值(A)", "指标目标值", "当年预期实现值",
    "年度目标指标值", "绩效指标值", "绩效指标值*", "*指标值", "区域目标值", "年度目标值", "预期指标值",
    "年初指标值", "年初设定指标值", "年度指标值(A)", "预期值", "预期目标值", "年度绩效指标值",
    "指标值(年度)", "本年度指标值",
  ],
  actualValue: [
    "实际完成值", "完成值", "全年实际值", "全年完成值", "全年实际完成值", "实际完成值(B)",
    "全年实际完成值(B)", "年度完成值", "年度实际完成值", "全年实际完成情况值", "指标完成值", "实际值",
    "完成情况", "实际完成", "实际完成指标值", "实际指标值", "完成指标值", "实际完成数", "全年完成值(B)", "年度实际值",
  ],
  weight: [
    "权重", "分值", "指标分值", "分值权重", "分值(权重)", "权重(%)", "指标权重", "绩效权重", "标准分",
    "标准分值", "分值权重(90%)",
  ],
  score: ["得分", "自评得分", "评分", "指标得分", "自评分"],
  category: ["项目类型", "项目类别", "项目分类", "项目属性"],
  grade: ["项目等级", "项目级别"],
  period: [
    "实施周期", "项目期", "实施期限", "项目起止时间", "起止时间", "建设周期", "项目实施期",
    "项目支出实施期", "项目期限", "项目实施期限", "项目周期", "专项实施期", "实施期",
  ],
  startYear: [
    "起始年度", "开始年度", "起始年份", "计划开始日期", "开始日期", "起始日期", "开始时间",
    "项目开始时间",
  ],
  endYear: [
    "到期年度", "结束年度", "终止年度", "到期年份", "计划完成日期", "完成日期", "结束日期", "终止日期",
    "截止日期", "项目完成时间",
  ],
  moneyUnit: ["单位", "金额单位", "预算金额单位"],
  budget: ["预算整体情况", "部门预算整体情况", "预算情况"],
  tasks: ["年度重点工作任务", "年度主要任务", "年度重点任务"],
  taskContent: ["主要实施内容", "主要内容"],
  taskAmount: ["拟投入的资金", "拟投入资金"],
  taskGoal: ["期望达到的目标", "期望达到的目标(概述)"],
  otherTasks: ["其他需完成的任务", "其他需完成的任务(可选填)"],
  departmentAbove: ["中央主管部门", "省级主管部门", "自治区主管部门", "市级主管部门"],
  totalAmount: [
    "项目资金总额", "项目总预算", "中期市财政预算", "中期财政预算", "项目总投资", "总金额", "资金总额", "中期资金总额",
    "实施期金额", "项目总金额", "总投资", "实施期资金总额", "实施周期资金总额", "中期预算总额",
  ],
  goalTarget: [
    "预期目标", "年初设定目标", "年初目标", "年度预期目标", "年初预期目标", "年初绩效目标",
    "年初设定绩效目标", "年度目标(预期)",
  ],
  goalActual: [
    "实际完成情况", "完成情况综述", "年度总体目标完成情况综述", "年度总体目标完成情况",
    "全年实际完成情况", "目标实际完成情况", "年度目标完成情况", "年度目标实际完成情况", "总体完成情况",
    "目标完成情况", "全年完成情况", "完成情况概述", "实际完成目标", "全年完成情况综述", "全年实际完成情况综述",
    "年度目标完成情况综述", "目标完成情况综述", "绩效目标完成情况", "年度绩效目标完成情况", "年度完成情况",
    "年度总体完成情况", "年度完成情况综述", "实际完成情况综述", "全年目标完成情况", "总体目标完成情况",
  ],
  periodIndicators: ["长期绩效指标", "中期绩效指标", "实施期绩效指标", "总目标绩效指标", "总体绩效指标"],
  nature: [
    "指标性质", "绩效指标性质", "绩效指标性质*", "计算符号", "指标值类型", "指标符号", "运算符号",
  ],
  measure: ["度量单位", "绩效度量单位", "计量单位", "指标单位", "指标值单位"],
  remark: [
    "备注", "指标解释", "指标说明", "绩效标准", "得分计算方法", "评分标准", "评(扣)分标准",
    "指标方向性", "指标方向", "数据来源", "佐证资料", "佐证材料", "保障绩效目标实现措施", "未完成原因",
    "未完成原因分析", "未完成原因分析与改进措施", "未完成原因分析及改进措施", "未完成原因和改进措施",
    "未完成原因及改进措施", "未完成原因及拟采取的改进措施", "偏差原因", "偏差原因分析",
    "偏差原因分析及改进措施", "偏差原因分析与改进措施", "偏差原因及改进措施", "偏差分析及改进措施",
    "原因分析及改进措施", "改进措施", "实施进度", "指标说明及评分标准", "评价标准",
    "未完成原因和改进措施及相关说明",
  ],
  budgetColumn: [
    "年初预算数", "年初预算", "全年预算数", "全年预算数(A)", "预算数(A)", "调整后预算数", "调整预算数",
    "年度预算数",
  ],
  moneyColumn: [
    "全年执行数", "全年执行数(B)", "执行数", "执行数(B)", "预算执行数", "执行率", "执行率(B/A)",
    "预算执行率", "预算执行率(B/A)", "资金来源", "原因",
  ],
  aside: [
    "项目负责人", "项目负责人及电话", "项目负责人及联系电话", "负责人及电话", "联系人及电话", "联系人",
    "联系电话", "项目责任人", "项目实施责任人", "项目编码", "项目代码", "项目来源", "预算编码",
    "单位代码", "单位编码", "主管部门编码", "项目概况", "项目总体概况", "项目审批", "项目基本情况",
    "项目基本信息", "项目立项依据", "立项依据", "立项情况", "项目实施内容及过程概述", "项目资金",
    "资金情况", "项目资金情况", "项目资金申请", "项目资金及预算执行", "预算执行情况", "预算执行",
    "项目支出预算", "年度预算执行率", "财政资金预算分类", "财政资金科目代码", "功能科目编码",
    "功能科目名称", "支出功能分类", "经济分类", "上年结转", "上年结转资金", "结转资金",
    "其中:上年结转资金", "其中:中央补助", "中央补助", "中央财政资金", "其中:中央财政资金",
    "省级财政资金", "自治区财政资金", "市级财政资金", "盟市财政资金", "区级财政资金", "县级财政资金",
    "旗县财政资金", "地方资金", "地方财政资金", "上级资金", "一般公共预算", "政府性基金",
    "国有资本经营预算", "中央财政部门", "省级财政部门", "市级财政部门", "区级财政部门", "县级财政部门",
    "区县财政部门", "地方财政部门", "监督管理单位", "填报单位", "填报人", "填表人", "填报日期",
    "单位负责人", "编制单位", "实施进度计划", "项目实施进度计划", "项目实施计划", "项目级次",
    "资金性质", "资金用途", "实施地点", "是否新增", "一级项目名称", "项目任务清单", "资金管理情况",
    "存在问题和改进措施",
  ],
  end: [
    "总分", "合计", "合计得分", "总计得分", "自评总分", "评价结论", "自评结论", "存在问题",
    "其他说明的问题", "其他需要说明的问题", "其他需说明的问题", "需要说明的问题", "其他说明", "说明",
    "备注说明", "注", "填表说明", "填报说明", "财务负责人", "审核人", "审核意见", "主管部门审核意见",
    "财政部门审核意见", "财政部门支出股室初审意见", "财政部门绩效评价股审核意见", "评价等级",
    "绩效自评结论",
  ],
};

/** Governments of other levels that a label with 市 is printed for as well: “中期区财政预算”. */
const LEVELS = ["区", "县", "旗", "州", "省", "自治区", "本级", "镇", "乡"];
const OF_CITY = /市(?=级|财政|本级)/u;

const MEANING = new Map(
  Object.entries(LABELS).flatMap(([meaning, labels]) =>
    labels
      .flatMap((label) => [
        label,
        ...(OF_CITY.test(label) ? LEVELS.map((level) => label.replace(OF_CITY, level)) : []),
      ])
      .map((label) => [label, meaning as Meaning] as const),
  ),
);

/** Every label of a form, the longest first, for recognisers that look for them in running text. */
export const LABEL_WORDS: readonly string[] = [...MEANING.keys()].sort(
  (a, b) => b.length - a.length,
);

/** The year in front of a label: “2024年预算金额”, “2024年度目标” (which is 年度目标). */
const YEAR = /^20\d\d(?:年(?!度)|(?=年度))/u;
const MONEY = /\((?:单位:)?(?:人民币)?(?:万元|元)\)|\((?:签章|盖章|公章)\)/gu;
/** What forms put in front of a label: “其中:”, “1.”, “（一）”, “*”. */
const LEADING = /^(?:[*★#]|其中:?|\d{1,2}[.、]|\(?[一二三四五六七八九十\d]{1,3}[)、])+/u;
/** What they put behind it: “(A)”, “(10分)”, “(必填)”, “*”. */
const TRAILING = /(?:\([^()]*\)|[*★:])+$/u;
const LONGEST_LABEL = 40;

/** What a cell means as a label; undefined for a cell that is a value. */
export function meaningOf(text: string): Meaning | undefined {
  return text.length > LONGEST_LABEL || !mayBeLabel(text) ? undefined : readMeaning(text);
}

/** What each cell of a row means as a label. */
export const meaningsIn = perRow(({ cells }): readonly (Meaning | undefined)[] =>
  cells.map(({ text }) => meaningOf(text)),
);

/** The characters that a label begins and ends with, marks in front of it and behind it included. */
const FIRST = new Set([
  ...LABEL_WORDS.map((word) => word[0]!),
  ..."其(*#0123456789一二三四五六七八九十",
  ...TRADITIONAL,
]);
const LAST = new Set([...LABEL_WORDS.map((word) => word.at(-1)!), ..."*):"]);
/** Folding may make another character of all but these. */
const IS_FOLDED = /^[!-~≥≤\u4e00-\u9fff]$/u;

/** Whether a text may be a label by its first and last characters, which tell most values. */
function mayBeLabel(text: string): boolean {
  const [first, last] = [text.charAt(0), text.charAt(text.length - 1)];
  return (
    first !== "" &&
    (FIRST.has(first) || !IS_FOLDED.test(first)) &&
    (LAST.has(last) || !IS_FOLDED.test(last))
  );
}

const readMeaning = remembering((text): Meaning | undefined => {
  const label = squash(text).replace(/:$/u, "").replace(MONEY, "");
  const dated = label.replace(YEAR, "");
  const bare = dated.replace(LEADING, "");
  return (
    MEANING.get(label) ??
    MEANING.get(dated) ??
    MEANING.get(bare) ??
    MEANING.get(bare.replace(TRAILING, ""))
  );
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
