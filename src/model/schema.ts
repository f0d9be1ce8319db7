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
        "单位类别：ratio、count、money、time、area、none",
        "ratio, count, money, time, area or none",
        "required",
      ),
      column(
        "direction",
        "dimension",
        "方向：higher 越高越好，lower 越低越好，none 无",
        "higher, lower or none",
        "required",
      ),
      column("indicators", "integer", "指标数", "indicators in it", "required"),
    ],
  },
] as const satisfies readonly TableSchema[];

export type TableName = (typeof SCHEMA)[number]["name"];

/** A value of a published row; money is fen as bigint, dates are ISO text. */
export type Value = string | number | bigint | boolean | null;

/** A row of a published table, keyed by column name. */
export type PublishedRow = Readonly<Record<string, Value>>;

/** The published tables, complete: what `publish` writes. */
export type PublishedTables = Readonly<Record<TableName, readonly PublishedRow[]>>;

/** The schema of one table. */
export function tableSchema(name: TableName): TableSchema {
  return SCHEMA.find((table) => table.name === name)!;
}
