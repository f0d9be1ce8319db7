/**
 * The published tables: the only list of their columns. CSV, Parquet, `atlas.duckdb`,
 * `datapackage.json` and the data dictionary page follow it.
 */

/**
 * How a column is stored: `money` is yuan in exact decimals (DECIMAL(18,2)), `dimension` is text of
 * few distinct values (an ENUM in Parquet and DuckDB), `date` is an ISO day.
 */
export type ColumnType = "text" | "dimension" | "integer" | "number" | "money" | "boolean" | "date";

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** What it is, in Chinese and in English, as the data dictionary prints it. */
  readonly zh: string;
  readonly en: string;
  /** Never empty. */
  readonly required?: true;
}

export interface TableSchema {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly primaryKey: readonly string[];
  /** Column here → table and column there. */
  readonly foreignKeys: Readonly<Record<string, readonly [table: string, column: string]>>;
  readonly columns: readonly Column[];
}

const column = (
  name: string,
  type: ColumnType,
  zh: string,
  en: string,
  required?: "required",
): Column => ({ name, type, zh, en, ...(required && { required: true as const }) });

const PLACE: readonly Column[] = [
  column("page", "integer", "所在页，从 1 起", "page, from 1"),
  column("row", "integer", "页内行号，从 1 起", "row within the page, from 1"),
  column(
    "text_start",
    "integer",
    "在抽取文本 texts/<disclosure_id>.txt 中的起始字符（含，从 0 起）",
    "first character in texts/<disclosure_id>.txt, from 0, inclusive",
  ),
  column("text_end", "integer", "在抽取文本中的结束字符（不含）", "last character, exclusive"),
];

export const SCHEMA = [
  {
    name: "disclosures",
    zh: "公开文件",
    en: "Published documents, one row a file",
    primaryKey: ["disclosure_id"],
    foreignKeys: { department_id: ["departments", "department_id"] },
    columns: [
      column(
        "disclosure_id",
        "text",
        "公开文件编号（文件名去掉扩展名）",
        "id: the file's name without its ending",
        "required",
      ),
      column("file", "text", "文件名", "base name of the file", "required"),
      column("format", "dimension", "文件格式", "txt, pdf, xlsx, docx, html or csv", "required"),
      column("title", "text", "标题（原文）", "title as printed"),
      column("layout", "dimension", "表样", "layout that was recognised"),
      column("department_id", "text", "部门编号", "department id"),
      column("department_name", "dimension", "部门名称", "department that holds the budget"),
      column("fiscal_year", "integer", "预算年度", "fiscal year of the budget"),
      column(
        "fiscal_year_basis",
        "dimension",
        "预算年度依据：printed 原文载明，inferred 推断，none 无",
        "printed, inferred or none",
        "required",
      ),
      column(
        "amount_unit",
        "dimension",
        "原文金额单位：元 或 万元",
        "unit of money in the document: 元 or 万元",
      ),
      column(
        "amount_unit_basis",
        "dimension",
        "金额单位依据：printed 原文载明，inferred 推断",
        "printed or inferred",
      ),
      column("goal", "text", "部门总体绩效目标", "department-level goal (总体绩效目标)"),
      column("sha256", "text", "文件的 SHA-256", "SHA-256 of the file", "required"),
      column("source_url", "text", "来源网址", "where it was published"),
      column("retrieved", "date", "获取日期", "day it was fetched"),
      column("pages", "integer", "页数", "pages", "required"),
      column(
        "status",
        "dimension",
        "读取状态：read 已读，partly 部分，unrecognised 未识别",
        "read, partly or unrecognised",
        "required",
      ),
      column("note", "text", "说明", "why it was not read, or what was inferred"),
      column("goal_page", "integer", "总体绩效目标所在页", "page on which the goal begins"),
      column("goal_row", "integer", "总体绩效目标所在行", "row in which the goal begins"),
      column(
        "goal_text_start",
        "integer",
        "总体绩效目标在抽取文本中的起始字符（含）",
        "first character of the goal in texts/<disclosure_id>.txt, inclusive",
      ),
      column(
        "goal_text_end",
        "integer",
        "总体绩效目标在抽取文本中的结束字符（不含）",
        "last character of the goal, exclusive",
      ),
    ],
  },
  {
    name: "departments",
    zh: "部门",
    en: "Departments that hold a budget",
    primaryKey: ["department_id"],
    foreignKeys: { region_code: ["regions", "code"] },
    columns: [
      column("department_id", "text", "部门编号", "department id", "required"),
      column("name", "dimension", "部门名称", "name", "required"),
      column(
        "region_code",
        "dimension",
        "所属政府的行政区划代码（GB/T 2260）",
        "GB/T 2260 code of the government it belongs to",
      ),
      column("region_name", "dimension", "所属政府的行政区划名称", "name of that region"),
      column(
        "region_level",
        "dimension",
        "所属政府级别：province、prefecture、county",
        "province, prefecture or county",
      ),
    ],
  },
  {
    name: "projects",
    zh: "项目",
    en: "Budget projects",
    primaryKey: ["project_id"],
    foreignKeys: {
      disclosure_id: ["disclosures", "disclosure_id"],
      department_id: ["departments", "department_id"],
    },
    columns: [
      column("project_id", "text", "项目编号", "project id", "required"),
      column("disclosure_id", "dimension", "公开文件编号", "document", "required"),
      column("department_id", "dimension", "部门编号", "department"),
      column(
        "seq",
        "integer",
        "在文件中的顺序，从 1 起",
        "order in the document, from 1",
        "required",
      ),
      column("unit", "dimension", "资金使用单位", "spending unit under the department"),
      column("name", "text", "项目名称", "name", "required"),
      column("amount_yuan", "money", "预算金额（元）", "amount budgeted for the year, yuan"),
      column("fiscal_yuan", "money", "其中：财政拨款（元）", "of it fiscal appropriation, yuan"),
      column(
        "special_account_yuan",
        "money",
        "其中：财政专户拨款（元）",
        "of it special fiscal account, yuan",
      ),
      column("other_yuan", "money", "其中：其他资金（元）", "of it other funds, yuan"),
      column("amount_printed", "text", "金额的原文", "the amount as printed"),
      column("category", "dimension", "项目类型", "kind of project as printed"),
      column("grade", "dimension", "项目等级", "grade of project as printed"),
      column("start_year", "integer", "起始年度", "first year of the implementation period"),
      column("end_year", "integer", "到期年度", "last year of the implementation period"),
      column("goal", "text", "年度绩效目标", "performance goal of the year"),
      column(
        "period_goal",
        "text",
        "实施周期总目标",
        "performance goal of the implementation period",
      ),
      column("theme", "dimension", "协作类型", "kind of cooperation"),
      ...PLACE,
    ],
  },
  {
    name: "indicators",
    zh: "绩效指标",
    en: "Performance indicators with their targets",
    primaryKey: ["indicator_id"],
    foreignKeys: {
      disclosure_id: ["disclosures", "disclosure_id"],
      project_id: ["projects", "project_id"],
      department_id: ["departments", "department_id"],
      family_id: ["indicator_families", "family_id"],
    },
    columns: [
      column("indicator_id", "text", "指标编号", "indicator id", "required"),
      column("disclosure_id", "dimension", "公开文件编号", "document", "required"),
      column(
        "project_id",
        "text",
        "项目编号（部门整体指标为空）",
        "project; empty for department-level indicators",
      ),
      column("department_id", "dimension", "部门编号", "department"),
      column(
        "seq",
        "integer",
        "在项目中的顺序，从 1 起",
        "order within its project, from 1",
        "required",
      ),
      column("level1", "dimension", "一级指标（归一）", "level-1 class"),
      column("level2", "dimension", "二级指标（归一）", "level-2 class"),
      column("level1_printed", "dimension", "一级指标（原文）", "level-1 class as printed"),
      column("level2_printed", "dimension", "二级指标（原文）", "level-2 class as printed"),
      column(
        "level2_basis",
        "dimension",
        "二级指标依据：printed、inferred、none",
        "printed, inferred or none",
        "required",
      ),
      column("name", "text", "指标名称（三级指标）", "name (level 3)", "required"),
      column("family_id", "dimension", "指标族编号", "family of comparable indicators"),
      column(
        "period_value",
        "text",
        "实施周期指标值（原文）",
        "target of the implementation period, as printed",
      ),
      column("annual_value", "text", "年度指标值（原文）", "target of the year, as printed"),
      column("actual_value", "text", "实际完成值（原文）", "what was achieved, as printed"),
      column("weight", "number", "权重（分值）", "weight"),
      column("score", "number", "得分", "score"),
      column(
        "target_kind",
        "dimension",
        "目标类型：quantity 数量，range 区间，multiple 多重，deadline 时限，qualitative 定性，missing 未载明",
        "quantity, range, multiple, deadline, qualitative or missing",
        "required",
      ),
      column("comparison", "dimension", "比较方式：≥ > = < ≤ ≈", "comparison"),
      column(
        "value",
        "number",
        "目标数值（万、亿已换算）",
        "number in base units, 万 and 亿 multiplied out",
      ),
      column("upper", "number", "区间上限", "upper end of a range"),
      column("unit", "dimension", "目标单位", "text after the number"),
      column("deadline", "date", "截止日期", "day by which, where the text fixes one"),
      column(
        "truncated",
        "boolean",
        "原文在此处中断",
        "the source breaks off inside it",
        "required",
      ),
      ...PLACE,
    ],
  },
  {
    name: "project_regions",
    zh: "项目与受益地区",
    en: "Regions that a project benefits",
    primaryKey: ["project_id", "region_code"],
    foreignKeys: { project_id: ["projects", "project_id"], region_code: ["regions", "code"] },
    columns: [
      column("project_id", "text", "项目编号", "project", "required"),
      column("region_code", "dimension", "行政区划代码（GB/T 2260）", "GB/T 2260 code", "required"),
      column("region_name", "dimension", "行政区划全称", "full official name", "required"),
      column(
        "basis",
        "dimension",
        "依据：name 项目名称，goal 绩效目标，indicator 绩效指标",
        "where it is named first: name, goal or indicator",
        "required",
      ),
      column("mention", "text", "原文用语", "the words", "required"),
      column(
        "share",
        "number",
        "份额：1 ÷ 该项目的地区数",
        "1 / number of regions of the project",
        "required",
      ),
    ],
  },
  {
    name: "totals",
    zh: "合计行",
    en: "Aggregate rows: the document's total and the subtotals of units",
    primaryKey: ["disclosure_id", "seq"],
    foreignKeys: { disclosure_id: ["disclosures", "disclosure_id"] },
    columns: [
      column("disclosure_id", "dimension", "公开文件编号", "document", "required"),
      column(
        "seq",
        "integer",
        "在文件中的顺序，从 1 起",
        "order in the document, from 1",
        "required",
      ),
      column("name", "text", "名称（合计或资金使用单位）", "合计 or a spending unit", "required"),
      column("total_yuan", "money", "总计（元）", "total, yuan"),
      column("fiscal_yuan", "money", "财政拨款（元）", "fiscal appropriation, yuan"),
      column("special_account_yuan", "money", "财政专户拨款（元）", "special fiscal account, yuan"),
      column("other_yuan", "money", "其他资金（元）", "other funds, yuan"),
      ...PLACE,
    ],
  },
  {
    name: "department_budgets",
    zh: "部门预算",
    en: "Budget lines of the department-level form",
    primaryKey: ["disclosure_id", "item", "text_start"],
    foreignKeys: { disclosure_id: ["disclosures", "disclosure_id"] },
    columns: [
      column("disclosure_id", "dimension", "公开文件编号", "document", "required"),
      column(
        "item",
        "text",
        "项目（基本支出、项目支出、财政拨款……）",
        "budget line as printed",
        "required",
      ),
      column("amount_yuan", "money", "金额（元）", "amount, yuan"),
      ...PLACE,
    ],
  },
  {
    name: "tasks",
    zh: "年度重点工作任务",
    en: "Main tasks of the year in the department-level form",
    primaryKey: ["disclosure_id", "seq"],
    foreignKeys: { disclosure_id: ["disclosures", "disclosure_id"] },
    columns: [
      column("disclosure_id", "dimension", "公开文件编号", "document", "required"),
      column("seq", "integer", "顺序，从 1 起", "order, from 1", "required"),
      column("name", "text", "名称", "name"),
      column("content", "text", "主要实施内容", "what is to be done"),
      column("amount_yuan", "money", "拟投入的资金（元）", "money planned, yuan"),
      column("goal", "text", "期望达到的目标", "what is to be reached"),
      ...PLACE,
    ],
  },
  {
    name: "findings",
    zh: "数据提示",
    en: "What a reader should know about the documents",
    primaryKey: ["finding_id"],
    foreignKeys: {
      rule: ["rules", "rule"],
      disclosure_id: ["disclosures", "disclosure_id"],
      project_id: ["projects", "project_id"],
      indicator_id: ["indicators", "indicator_id"],
    },
    columns: [
      column("finding_id", "text", "提示编号", "finding id", "required"),
      column("rule", "dimension", "规则", "rule that found it", "required"),
      column(
        "severity",
        "dimension",
        "程度：error、warning、note",
        "error, warning or note",
        "required",
      ),
      column("disclosure_id", "dimension", "公开文件编号", "document", "required"),
      column("project_id", "text", "项目编号", "project"),
      column("indicator_id", "text", "指标编号", "indicator"),
      column("message", "text", "说明（中文）", "message in Chinese", "required"),
      column("message_en", "text", "说明（英文）", "message in English", "required"),
      column("expected", "text", "比照", "what was expected"),
      column("found", "text", "原文作", "what was found"),
      ...PLACE,
    ],
  },
  {
    name: "rules",
    zh: "检查规则",
    en: "The rules with their denominators",
    primaryKey: ["rule"],
    foreignKeys: {},
    columns: [
      column("rule", "text", "规则", "rule", "required"),
      column("severity", "dimension", "程度", "severity of its findings", "required"),
      column("question", "text", "问题（中文）", "question in Chinese", "required"),
      column("question_en", "text", "问题（英文）", "question in English", "required"),
      column("asked", "integer", "检查次数", "how often it applied", "required"),
      column("findings", "integer", "提示数", "how often it found something", "required"),
      column(
        "not_applicable",
        "integer",
        "不适用次数：本可检查而问题不适用",
        "how often it could have been asked but did not apply",
        "required",
      ),
      column("applies", "text", "检查对象（中文）", "what it is asked of, in Chinese", "required"),
      column("applies_en", "text", "检查对象（英文）", "what it is asked of", "required"),
      column("reason", "text", "理由（中文）", "why it is asked, in Chinese", "required"),
      column("reason_en", "text", "理由（英文）", "why it is asked", "required"),
      column(
        "scope",
        "dimension",
        "范围：disclosure 逐份文件，department 同一部门同一年度的各份文件",
        "disclosure: asked of each document; department: of all of a department and year",
        "required",
      ),
    ],
  },
  {
    name: "disclosure_rules",
    zh: "各文件的检查结果",
    en: "How each rule fared in each document: the denominators of its findings",
    primaryKey: ["disclosure_id", "rule"],
    foreignKeys: { disclosure_id: ["disclosures", "disclosure_id"], rule: ["rules", "rule"] },
    columns: [
      column("disclosure_id", "dimension", "公开文件编号", "document", "required"),
      column("rule", "dimension", "规则", "rule", "required"),
      column("asked", "integer", "检查次数", "how often it applied", "required"),
      column("findings", "integer", "提示数", "how often it found something", "required"),
      column(
        "not_applicable",
        "integer",
        "不适用次数：本可检查而问题不适用",
        "how often it could have been asked but did not apply",
        "required",
      ),
    ],
  },
  {
    name: "corrections",
    zh: "更正",
    en: "Judgements about words that a scan damaged: what stands in a cell and what is read instead",
    primaryKey: ["disclosure_id", "page", "row", "cell"],
    foreignKeys: { disclosure_id: ["disclosures", "disclosure_id"] },
    columns: [
      column("disclosure_id", "dimension", "公开文件编号", "document", "required"),
      column("cell", "integer", "行内单元格，从 1 起", "cell within the row, from 1", "required"),
      column("expected", "text", "原文所印", "what is printed there", "required"),
      column("replacement", "text", "更正为", "what is read instead", "required"),
      column("reason", "text", "理由", "why", "required"),
      column(
        "applied",
        "integer",
        "更正的值的个数",
        "how many values that are read from the cell it changed",
        "required",
      ),
      ...PLACE,
    ],
  },
  {
    name: "regions",
    zh: "行政区划",
    en: "Regions that the data mentions, with their ancestors (GB/T 2260)",
    primaryKey: ["code"],
    foreignKeys: {},
    columns: [
      column("code", "text", "行政区划代码（GB/T 2260）", "GB/T 2260 code, six digits", "required"),
      column("name", "text", "全称", "full official name", "required"),
      column("short_name", "text", "简称", "short name", "required"),
      column(
        "level",
        "dimension",
        "级别：province、prefecture、county",
        "province, prefecture or county",
        "required",
      ),
      column("parent_code", "text", "上级区划代码", "code of the region that contains it"),
      column("province_code", "text", "所在省级区划代码", "code of its province", "required"),
      column("name_en", "text", "英文名称", "name in English", "required"),
      column("short_name_en", "text", "英文简称", "short name in English", "required"),
    ],
  },
  {
    name: "indicator_families",
    zh: "指标族",
    en: "Indicators of different departments that ask the same thing",
    primaryKey: ["family_id"],
    foreignKeys: {},
    columns: [
      column("family_id", "text", "指标族编号", "family id", "required"),
      column("name", "text", "名称", "name in Chinese", "required"),
      column("name_en", "text", "英文名称", "name in English", "required"),
      column(
        "unit_class",
        "dimension",
        "单位类别：ratio 比率，growth 增长率，count 计数，money 金额，time 时间，area 面积，length 长度，none 定性",
        "ratio, growth, count, money, time, area, length or none (words)",
        "required",
      ),
      column(
        "direction",
        "dimension",
        "从严方向：higher 越高越严，lower 越低越严，none 无",
        "which way is stricter: higher, lower or none",
        "required",
      ),
      column("indicators", "integer", "指标数", "indicators in it", "required"),
      column(
        "units",
        "text",
        "成员可用的单位种类（分号分隔）：share、people、households、occasions、bodies、things、yuan、price、duration、floor、land、length",
        "kinds of unit that its numbers may have, joined by semicolons",
      ),
      column("definition", "text", "定义（中文）", "definition in Chinese", "required"),
      column("definition_en", "text", "定义（英文）", "definition in English", "required"),
      column(
        "belongs",
        "text",
        "属于本族的例子：指标名称 指标值",
        "examples that belong: name and value",
        "required",
      ),
      column(
        "excludes",
        "text",
        "相近而不属于本族的例子",
        "examples that look alike and do not belong",
        "required",
      ),
      column(
        "words",
        "text",
        "识别用语（正则表达式，比对去掉括号、“的”等之后的名称）",
        "words that tell it: a regular expression over the folded name",
        "required",
      ),
      column(
        "unit_words",
        "text",
        "须与单位（或时限）同时相符的识别用语（正则表达式）",
        "words that tell it together with a unit of its kinds, or a date, only",
      ),
      column(
        "counter_words",
        "text",
        "排除用语（正则表达式）",
        "words of a name that belongs elsewhere",
      ),
      column(
        "purpose",
        "text",
        "以本族数量为单一用途的项目名称（正则表达式），用于单位目标金额",
        "names of projects whose one purpose is what it counts, for amounts per unit",
      ),
      column(
        "companions",
        "text",
        "同一用途的其他计数方式（指标族编号，分号分隔），不妨碍单位目标金额",
        "families that count the same purpose in another way, joined by semicolons",
      ),
    ],
  },
  {
    name: "family_matches",
    zh: "指标族归属及理由",
    en: "Which family an indicator was put into, and why",
    primaryKey: ["indicator_id"],
    foreignKeys: {
      indicator_id: ["indicators", "indicator_id"],
      family_id: ["indicator_families", "family_id"],
    },
    columns: [
      column("indicator_id", "text", "指标编号", "indicator", "required"),
      column("family_id", "dimension", "指标族编号", "family", "required"),
      column(
        "score",
        "number",
        "把握，0.6 至 1：识别用语占名称的位置 × 指标值相符的程度",
        "from 0.6 to 1: where the words stand in the name, times how well the target fits",
        "required",
      ),
      column(
        "words",
        "text",
        "据以归属的用语（折叠后）",
        "words it was told by, folded",
        "required",
      ),
      column(
        "source",
        "dimension",
        "用语所在：name 指标名称，value 指标值",
        "where they stand: name or value",
        "required",
      ),
      column(
        "evidence",
        "dimension",
        "指标值如何相符：unit 单位相符，unit-unstated 未载明单位，date 时限，words 定性，words-for-number 应为数而为文字，several 多项条件，missing 未载明",
        "how the target fits: unit, unit-unstated, date, words, words-for-number, several or missing",
        "required",
      ),
      column("reason", "dimension", "理由（中文）", "reason in Chinese", "required"),
      column("reason_en", "dimension", "理由（英文）", "reason in English", "required"),
    ],
  },
  {
    name: "measures",
    zh: "可衡量程度的各项度量",
    en: "Measures of how far targets can be checked; each stands alone, there is no total",
    primaryKey: ["measure"],
    foreignKeys: {},
    columns: [
      column("measure", "text", "度量", "measure", "required"),
      column("name", "text", "名称（中文）", "name in Chinese", "required"),
      column("name_en", "text", "名称（英文）", "name in English", "required"),
      column("definition", "text", "分子（中文）", "what is counted, in Chinese", "required"),
      column("definition_en", "text", "分子（英文）", "what is counted, in English", "required"),
      column("denominator", "text", "分母（中文）", "out of what, in Chinese", "required"),
      column("denominator_en", "text", "分母（英文）", "out of what, in English", "required"),
    ],
  },
  {
    name: "measure_values",
    zh: "各项目、文件、部门的度量值",
    en: "The measures of each project, document and department",
    primaryKey: ["scope", "id", "measure"],
    foreignKeys: { measure: ["measures", "measure"] },
    columns: [
      column(
        "scope",
        "dimension",
        "范围：project 项目，disclosure 文件，department 部门",
        "project, disclosure or department",
        "required",
      ),
      column("id", "text", "项目、文件或部门编号", "its id", "required"),
      column("measure", "dimension", "度量", "measure", "required"),
      column("numerator", "integer", "分子", "how many it holds for", "required"),
      column("denominator", "integer", "分母，不为 0", "out of how many, never 0", "required"),
    ],
  },
  {
    name: "unit_amounts",
    zh: "单位目标金额",
    en: "Amount of a project per unit of its target, or why there is none",
    primaryKey: ["project_id"],
    foreignKeys: {
      project_id: ["projects", "project_id"],
      family_id: ["indicator_families", "family_id"],
      indicator_id: ["indicators", "indicator_id"],
    },
    columns: [
      column("project_id", "text", "项目编号", "project", "required"),
      column(
        "comparable",
        "boolean",
        "是否可比",
        "whether there is an amount per unit",
        "required",
      ),
      column("family_id", "dimension", "用途对应的指标族", "family that counts its purpose"),
      column("indicator_id", "text", "数量所在的指标", "indicator that states the quantity"),
      column(
        "basis",
        "dimension",
        "数量出处：project 本项目指标，department 同部门同年度的指标",
        "whose indicator it is: project or department",
      ),
      column("comparison", "dimension", "比较方式", "comparison of the target"),
      column("quantity", "number", "数量", "quantity"),
      column("unit", "dimension", "单位", "unit"),
      column("amount_yuan", "money", "项目金额（元）", "amount of the project, yuan"),
      column("yuan_per_unit", "number", "每单位金额（元）", "yuan per unit"),
      column("reason", "dimension", "不可比的原因（中文）", "why not, in Chinese"),
      column("reason_en", "dimension", "不可比的原因（英文）", "why not, in English"),
    ],
  },
  {
    name: "target_changes",
    zh: "目标的年度变化",
    en: "What a department changed between two years that it published",
    primaryKey: ["change_id"],
    foreignKeys: {
      department_id: ["departments", "department_id"],
      indicator_before: ["indicators", "indicator_id"],
      indicator_after: ["indicators", "indicator_id"],
      project_before: ["projects", "project_id"],
      project_after: ["projects", "project_id"],
    },
    columns: [
      column(
        "change_id",
        "text",
        "变化编号：后一年度（取消的为前一年度）指标编号/前后年度",
        "id: indicator of the year after (of the year before where dropped) / both years",
        "required",
      ),
      column("department_id", "dimension", "部门编号", "department", "required"),
      column("year_before", "integer", "前一年度", "year before", "required"),
      column("year_after", "integer", "后一年度", "year after", "required"),
      column(
        "change",
        "dimension",
        "变化：added 新增，dropped 取消，raised 数值提高，lowered 数值降低，changed 目标改变（种类、单位或比较方式不同），reworded 文字改动，unchanged 不变",
        "added, dropped, raised, lowered, changed (another kind, unit or comparison), reworded or unchanged",
        "required",
      ),
      column("project_before", "text", "前一年度项目编号", "project of the year before"),
      column("project_after", "text", "后一年度项目编号", "project of the year after"),
      column("indicator_before", "text", "前一年度指标编号", "indicator of the year before"),
      column("indicator_after", "text", "后一年度指标编号", "indicator of the year after"),
      column("text_before", "text", "前一年度原文（名称：指标值）", "its words, name and value"),
      column("text_after", "text", "后一年度原文（名称：指标值）", "its words, name and value"),
      column(
        "similarity",
        "number",
        "两名称的相似度，0 至 1",
        "how alike the two names are, 0 to 1",
      ),
    ],
  },
  {
    name: "similar_texts",
    zh: "相似的目标与指标组",
    en: "Goals and sets of indicators that repeat, as pairs",
    primaryKey: ["kind", "first_id", "second_id"],
    foreignKeys: {},
    columns: [
      column(
        "kind",
        "dimension",
        "文字：goal 绩效目标，indicators 整组指标",
        "what is alike: goal or indicators",
        "required",
      ),
      column(
        "first_id",
        "text",
        "在前的项目（或文件）编号",
        "project (or document) that comes first",
        "required",
      ),
      column(
        "second_id",
        "text",
        "在后的项目（或文件）编号",
        "project (or document) that repeats it",
        "required",
      ),
      column(
        "similarity",
        "number",
        "相似度，0.7 至 1（三字串的 Jaccard 系数）",
        "from 0.7 to 1: Jaccard of the runs of three characters",
        "required",
      ),
      column(
        "group_id",
        "text",
        "相似组：组内最先的编号",
        "group: the id that comes first in it",
        "required",
      ),
      column(
        "across",
        "dimension",
        "跨越：document 同一文件内，year 同部门不同文件，department 不同部门",
        "document (within one), year (documents of one department) or department",
        "required",
      ),
    ],
  },
] as const satisfies readonly TableSchema[];

export type TableName = (typeof SCHEMA)[number]["name"];

/** A value of a published row; money is fen as bigint, dates are ISO text. */
export type Value = string | number | bigint | boolean | null;

/** A row of a published table, keyed by column name. */
export type PublishedRow = Readonly<Record<string, Value>>;

/** Tables that follow from the others; made where all documents come together. */
export const DERIVED_TABLES = [
  "measures",
  "measure_values",
  "unit_amounts",
  "target_changes",
  "similar_texts",
] as const satisfies readonly TableName[];
export type DerivedTable = (typeof DERIVED_TABLES)[number];
export type BaseTable = Exclude<TableName, DerivedTable>;

/** Whether a table follows from the others. */
export function isDerived(name: TableName): name is DerivedTable {
  return (DERIVED_TABLES as readonly string[]).includes(name);
}

/** The tables that are read from documents, in the order of the schema. */
export const BASE_TABLES = SCHEMA.map(({ name }) => name).filter(
  (name): name is BaseTable => !isDerived(name),
);

/** The rows that are read from documents, complete: what `publish` is given. */
export type PublishedTables = Readonly<Record<BaseTable, readonly PublishedRow[]>>;

/** The schema of one table. */
export function tableSchema(name: TableName): TableSchema {
  return SCHEMA.find((table) => table.name === name)!;
}
