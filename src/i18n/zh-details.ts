import { formatNumber, formatPercent, formatsIn } from "../format.ts";
import type { Comparison } from "../model/taxonomy.ts";

const { formatYuan } = formatsIn("zh");

const year = (value: number | null) => (value === null ? "年度未载明" : `${value} 年`);

/** The classes with the greatest and with the least part of targets that have a number. */
interface NumberExtremes {
  readonly most: { readonly name: string; readonly share: number };
  readonly least: { readonly name: string; readonly share: number };
}

/** Who pays how much for a project, and when. */
interface ProjectMoney {
  readonly department: string | null;
  readonly year: number | null;
  readonly amount: number | null;
}

/** What a document is called by. */
interface NamedDocument {
  readonly title: string | null;
  readonly file: string;
  readonly department: string | null;
  readonly year: number | null;
}

/** Part of some indicators whose targets have a number. */
function numbersOf(indicators: number, numbers: number): string {
  if (numbers === indicators) return "都写明了数字";
  if (numbers === 0) return "都没有写明数字";
  return `${formatPercent(numbers / indicators)}写明了数字`;
}

const COMPARED: Readonly<Record<Comparison, string>> = {
  "≥": "至少",
  ">": "大于",
  "=": "等于",
  "<": "小于",
  "≤": "至多",
  "≈": "约",
};

/** Strings of the pages about single things: projects, indicators, documents, findings, the data. */
export const zhDetails = {
  target: {
    kinds: {
      quantity: "数量",
      range: "区间",
      multiple: "多重",
      deadline: "时限",
      qualitative: "定性",
      missing: "未载明",
    },
    /** What is said of a kind that has no value to say. */
    unread: {
      quantity: "数值见原文",
      range: "两端见原文",
      multiple: "含几个条件，见原文",
      deadline: "没有写到日，见原文",
      qualitative: "用文字描述，没有数字",
      missing: "没有填写目标",
    },
    said: (kind: string, meaning: string) => `${kind}：${meaning}`,
    compared: (comparison: Comparison | null, quantity: string) =>
      comparison === null ? quantity : `${COMPARED[comparison]} ${quantity}`,
    between: (least: string, greatest: string) => `${least}至 ${greatest}`,
    by: (date: string) => `${date}前`,
    legend: ["有数字", "时限", "定性", "未载明"],
    total: (targets: number, numbers: number) => {
      const some = numbers === 0 ? "都没有数字" : `${numbers} 项有数字`;
      return `${targets} 项，${numbers === targets ? "都有数字" : some}`;
    },
    chartUnit: "项指标",
  },
  excerpt: {
    label: "原文",
    where: (page: number | null, row: number | null) =>
      page === null ? "" : row === null ? `第 ${page} 页` : `第 ${page} 页第 ${row} 行`,
    characters: (start: number, end: number) =>
      `抽取文字的第 ${formatNumber(start + 1)}—${formatNumber(end)} 字`,
    at: (where: string) => `原文 ${where}`,
    fold: "摘录",
    legend: "加底色的是这一条的文字，前后各带几十字；空格、换行和错字都照原样。",
  },
  steps: {
    joined: (steps: readonly string[]) => steps.join("；"),
    period: "取实施周期指标值",
    tenThousands: (value: number) => `万、亿换算：数据中作 ${formatNumber(value)}`,
    year: (when: number, basis: "printed" | "inferred" | "none") =>
      `年份按预算年度 ${when}${basis === "inferred" ? "（推断）" : ""}`,
    spaces: "去掉数字中的空格",
    unit: "万元换算成元",
    unitInferred: (unit: string) => `单位“${unit}”由金额大小推断`,
    shifted: "按合计行归栏",
  },
  source: {
    tab: (heading: string) => `原文：${heading}`,
    description: (heading: string) =>
      `${heading}抽取出的全部文字，逐页逐行逐格照录，每一格都有网址。`,
    heading: "原文逐格照录",
    lede: (pages: number, rows: number, cells: number) =>
      `${formatNumber(pages)} 页，${formatNumber(rows)} 行，${formatNumber(cells)} 格有文字。`,
    note: "从文件抽取出的文字，一字不改；页、行的编号与数据中的 page、row 一致。从别处点“原文”来到这里，所指的一格加框，所在的行加底色；一格里有几项指标的，所指的那一项加底色。点行号得到这一行的网址。",
    noteFlattened: "文件里没有分页符的，按空行推断分页，页码可能与印出的不同。",
    empty: "没有从这份文件抽取出文字。",
    page: (page: number) => `第 ${page} 页`,
    emptyPage: "这一页没有文字。",
    pages: "各页",
    about: "关于这份文件",
    plain: "纯文本",
  },
  projects: {
    tab: "项目",
    description: "收录的全部预算项目，按部门和公开文件排列：金额、受益地区、绩效指标与数据提示。",
    heading: (projects: number, documents: number) =>
      `${formatNumber(projects)} 个项目，来自 ${formatNumber(documents)} 份公开文件`,
    lede: "按部门和文件排列，文件之内依原文次序；次序不是排名。点项目名称，看它的目标和指标；点金额，看原文印着它的那一格。",
    note: "金额是项目当年预算。同一份文件之内可以相加；不同年度、不同部门的文件不能相加成某一年的总额。一个项目可以惠及多个地区，按地区相加会重复。",
    noDepartment: "部门未载明",
    document: (title: string, when: number | null) => `${title}，${year(when)}`,
    findings: (errors: number, warnings: number, notes: number) =>
      [
        errors > 0 && `差异 ${errors}`,
        warnings > 0 && `留意 ${warnings}`,
        notes > 0 && `说明 ${notes}`,
      ]
        .filter(Boolean)
        .join(" · "),
    total: (projects: number, unstated: number) =>
      `${projects} 个项目合计${unstated > 0 ? `（${unstated} 个未载明金额）` : ""}`,
  },
  project: {
    who: ({ department, year, amount }: ProjectMoney) => {
      const who = `${department ?? "部门未载明"}${year === null ? "" : ` ${year} 年`}`;
      return amount === null ? `${who}未载明金额` : `${who}安排 ${formatYuan(amount)}`;
    },
    tab: (name: string, department: string | null) =>
      department === null ? name : `${name} · ${department}`,
    description: (name: string) =>
      `“${name}”的预算金额、资金来源、绩效目标、逐项指标、受益地区、数据提示和原文。`,
    lede: (project: { regions: readonly string[]; indicators: number; checkable: number }) => {
      const where =
        project.regions.length === 0
          ? "文件没有写明受益地区"
          : `写明的受益地区：${project.regions.join("、")}`;
      if (project.indicators === 0) return `${where}；没有列出绩效指标。`;
      const checkable =
        project.checkable === project.indicators
          ? "都写明了数字或时限"
          : `${project.checkable} 项写明了数字或时限`;
      return `${where}；承诺 ${project.indicators} 项指标，${checkable}。`;
    },
    yearInferred: (when: number) => `预算年度 ${when} 原文没有印，由内容推断。`,
    moneyLabel: "金额与资金来源",
    money: {
      amount: "预算金额",
      fiscal: "财政拨款",
      specialAccount: "财政专户拨款",
      other: "其他资金",
    },
    fundsKnown: "资金来源之和即预算金额，不要与它再相加。",
    fundsUnknown: "原文没有分列资金来源。",
    factsTitle: "基本情况",
    facts: {
      department: "部门",
      unit: "用款单位",
      document: "公开文件",
      year: "预算年度",
      theme: "协作类型",
      category: "项目类型",
      grade: "项目等级",
      period: "实施周期",
    },
    factsAbsent: (facts: readonly string[]) => `原文没有载明：${facts.join("、")}。`,
    yearBasis: { printed: "原文载明", inferred: "原文未印，由内容推断", none: "原文未载明" },
    theme: "由项目名称和目标中的用语归类",
    period: (start: number | null, end: number | null) =>
      start === end ? `${start ?? "—"}` : `${start ?? "—"}—${end ?? "—"}`,
    goalTitle: "绩效目标",
    annualGoal: "年度目标",
    periodGoal: "实施周期总目标",
    noGoal: "原文没有写绩效目标。",
    indicatorsTitle: (indicators: number, numbers: number) =>
      indicators === 0
        ? "没有列出绩效指标"
        : `${indicators} 项绩效指标，${numbersOf(indicators, numbers)}`,
    indicatorsNote:
      "按指标类型归并，类内依原文次序。“目标”照录原文，“读作”是本站对它的解析；点序号得到这一项的网址。",
    regionsTitle: (regions: number) =>
      regions === 0 ? "没有写明受益地区" : `写明的受益地区：${regions} 个`,
    regionsNone: "项目的名称、目标和指标都没有点名部门所在地以外的地方。",
    regionsShared: "原文没有写明各地分多少；本站在按地区汇总时平均分摊，只供参考。",
    regionBasis: { name: "项目名称", goal: "绩效目标", indicator: "绩效指标" },
    regionColumns: { region: "地区", basis: "依据", mention: "原文用词", share: "汇总时的份额" },
    share: (share: number) => (share === 1 ? "全部" : `1/${Math.round(1 / share)}`),
    findingsTitle: (findings: number) =>
      findings === 0 ? "没有数据提示" : `数据提示：${findings} 条`,
    findingsNote: "提示说的是文件的文字和数字，不说明钱花得好不好，也不是评价。",
    findingsElsewhere: "关于整份文件的提示，见",
    readingsLabel: "金额的原文",
    printedAs: (term: string, printed: string) => `${term}印作“${printed}”`,
    sourceTitle: "原文",
    sourceNote:
      "项目在公开文件抽取文字中的那一段，一字不改。表格的单元格以空白隔开，指标文字也在其中。",
    explore: "在探索页中查看同部门、同年度、同地区的项目",
    neighbours: "同一份文件中的项目",
    previous: "上一个",
    next: "下一个",
  },
  indicatorTable: {
    name: "指标",
    target: "目标（原文）",
    meaning: "读作",
    period: "实施周期目标（原文）",
    /** As they lead the cells on a phone. */
    short: { target: "目标", meaning: "读作", period: "周期目标" },
    samePeriod: "同年度",
    link: (position: number) => `第 ${position} 项的网址`,
    printed: (label: string) => `原文印作“${label}”`,
    inferred: "二级指标原文没有印，由一级指标推断",
    none: "原文只印一级指标",
    unclassed: "原文没有印指标类型",
    actual: (value: string) => `完成值：${value}`,
    weight: (weight: number) => `权重 ${formatNumber(weight)}`,
    score: (score: number) => `得分 ${formatNumber(score)}`,
    family: (family: string) => `同类指标：${family}`,
    truncated: "原文在此中断",
  },
  indicators: {
    tab: "指标",
    description: "绩效指标按一级、二级分类：各类有多少项，多少写明了数字，逐类跨部门对照。",
    heading: (indicators: number, numbers: number) =>
      `${formatNumber(indicators)} 项指标，${numbersOf(indicators, numbers)}`,
    lede: "绩效指标分产出、效益、满意度等几类。写明数字或时限的目标可以核对；只用文字描述的，难以核对。点一个类型，看各部门怎样为同一件事定目标。",
    note: "一项指标只归一类，各行可以相加。含部门整体绩效指标。“未细分”的指标，原文只印一级指标。",
    columns: {
      type: "指标类型",
      indicators: "指标数",
      share: "有数字",
      number: "有数字（项）",
      deadline: "时限",
      qualitative: "定性",
      missing: "未载明",
      departments: "部门数",
    },
    chartTitle: (extremes: NumberExtremes | undefined) =>
      extremes
        ? `有数字的目标，从${extremes.most.name}的 ${formatPercent(extremes.most.share)}到${extremes.least.name}的 ${formatPercent(extremes.least.share)}`
        : "各类指标的目标怎样写",
    chartNote: (least: number) =>
      `条长是指标数。有数字：数量、区间或几个条件；时限：只说何时之前；定性：只有文字。标题只比较不少于 ${least} 项的类型。`,
    explore: "在探索页中按指标类型查看",
  },
  indicatorClass: {
    heading: (name: string, indicators: number, numbers: number) =>
      `${name}：${indicators} 项，${numbersOf(indicators, numbers)}`,
    description: (name: string) => `${name}：各部门的指标与目标对照，原文与解析并列。`,
    lede: (departments: number, families: number) =>
      `来自 ${departments} 个部门${
        families > 0 ? `；其中问同一件事的归为 ${families} 组，目标并排对照` : ""
      }。`,
    untold: "这些指标，原文只印了一级指标，没有印属于哪一个二级指标；本站不猜，单列在这里。",
    unclassed: "这些指标，原文没有印类型；本站不猜，单列在这里。",
    unprinted: (indicators: number) =>
      `其中 ${indicators} 项的二级指标原文没有印，由一级指标推断。`,
    chartTitle: (name: string) => `各部门的${name}怎样写目标`,
    chartNote: "有数字：数量、区间或几个条件；时限：只说何时之前；定性：只有文字。",
    family: (family: string, indicators: number) => `${family}（${indicators} 项）`,
    noFamily: (indicators: number) => `其余（${indicators} 项）`,
    noFamilyNote: "没有归入同类的指标，按部门和原文次序排列。",
    range: (targets: number, least: string, greatest: string) =>
      least === greatest
        ? `${targets} 项目标的数值都是 ${least}。`
        : `${targets} 项目标的数值从 ${least}到 ${greatest}。`,
    rangeNote: "方向（不少于、不超过）各有不同，见各行。",
    note: "按部门排列，部门之内依原文次序；次序不是排名。",
    ofDepartment: "部门整体",
    departmentAndYear: "部门与年度",
    inYear: (department: string | null, when: number) => `${department ?? "部门未载明"}（${when}）`,
    others: "其他指标类型",
  },
  disclosures: {
    tab: "公开文件",
    description: "收录的公开文件：部门、年度、读出的项目与指标、读取状态和原文文字。",
    heading: (documents: number) => `收录的 ${documents} 份公开文件`,
    lede: "本站的每一个数字都出自这些文件。文件照公开时的样子保存，抽取出的文字全文公布，数据逐格注明出处。",
    columns: {
      document: "文件",
      department: "部门",
      year: "年度",
      projects: "项目",
      indicators: "指标",
      findings: "提示",
      status: "读取",
    },
    note: "同一部门的文件排在一起，新的在前。带 * 的年度原文没有印，由内容推断。",
    inferredYear: (when: number) => `${when} *`,
  },
  disclosure: {
    description: (title: string) =>
      `${title}：文件的来历、年度与单位的依据、合计行、项目、数据提示和抽取的文字。`,
    heading: ({ title, file, department, year }: NamedDocument) => {
      const name = title === null ? file : `《${title}》`;
      if (department === null || name.includes(department)) return name;
      return `${department}${year === null ? "" : ` ${year} 年`}${name}`;
    },
    lede: (document: {
      projects: number;
      indicators: number;
      amount: number | null;
      findings: number;
    }) => {
      if (document.projects + document.indicators === 0) return "没有从这份文件读出项目或指标。";
      const money = document.amount === null ? "" : `，项目金额合计 ${formatYuan(document.amount)}`;
      const read =
        document.projects === 0
          ? `读出 ${document.indicators} 项部门整体指标`
          : `读出 ${document.projects} 个项目、${document.indicators} 项指标${money}`;
      return `${read}；${document.findings === 0 ? "没有数据提示" : `${document.findings} 条数据提示`}。`;
    },
    factsTitle: "文件的来历",
    unsaid: (facts: readonly string[]) => `没有记录：${facts.join("、")}。`,
    facts: {
      department: "部门",
      year: "预算年度",
      unit: "金额单位",
      layout: "表样",
      file: "文件名",
      pages: "页数",
      status: "读取状态",
      cells: "原文",
      text: "抽取的文字",
      source: "来源网页",
      retrieved: "获取日期",
      sha256: "SHA-256",
      note: "说明",
    },
    file: (file: string, format: string) => `${file}（${format}）`,
    cells: "全部文字，逐页逐行逐格",
    text: (id: string) => `${id}.txt`,
    unitBasis: { printed: "原文载明或由原文可知", inferred: "原文未印，由金额大小推断" },
    layouts: {
      "project-table": "项目支出绩效目标表：一张表列多个项目",
      "project-form": "项目绩效目标表：一个项目一张表",
      "department-form": "部门整体预算绩效目标申报表",
      "stream-form": "项目绩效目标表：转换时失去了表格线",
      "long-list": "指标清单：一行一项指标",
      transposed: "横排表：指标作为表头",
      narrative: "文字说明：没有表格",
    },
    statuses: {
      read: "已读出",
      partly: "部分读出：有的文字中断，或没有归入任何一栏",
      unrecognised: "没有认出表样",
    },
    statusShort: { read: "已读出", partly: "部分", unrecognised: "未识别" },
    totalsTitle: "原文印出的合计",
    totalsNote:
      "照录文件中的合计行和用款单位小计行。合计已包含各小计，两者不能相加；项目之和与合计是否一致，见数据提示。",
    totalsColumns: {
      name: "名称",
      total: "总计（万元）",
      fiscal: "财政拨款（万元）",
      specialAccount: "财政专户（万元）",
      other: "其他资金（万元）",
    },
    projectsTitle: (projects: number) => `${projects} 个项目`,
    indicatorsTitle: (indicators: number) => `部门整体绩效指标：${indicators} 项`,
    findingsTitle: (findings: number) =>
      findings === 0 ? "没有数据提示" : `数据提示：${findings} 条`,
    departmentForm: "部门整体预算和重点任务，见部门页。",
    goalTitle: "部门总体绩效目标",
    qualityTitle: (targets: number, share: number) =>
      targets === 0 ? "没有读出指标" : `${formatPercent(share)}的指标写明了数字或时限`,
    qualityNote:
      "有数字：数量、区间或多重条件；时限：写明期限。写没写数字只说明能不能核对，不说明目标定得高低，更不说明做得好坏。",
    qualityColumns: { kind: "目标类型", targets: "指标数", share: "份额" },
    rulesNote: (silent: number, notApplicable: number) =>
      `另有 ${silent} 项检查问过而没有提示，${notApplicable} 项不适用于这份文件。“不适用”是本可检查、而问题不适用的次数。`,
    rulesColumns: {
      question: "问题",
      severity: "程度",
      findings: "提示",
      asked: "检查",
      notApplicable: "不适用",
    },
    bySeverity: (errors: number, warnings: number, notes: number) =>
      [
        errors > 0 && `差异 ${errors} 条`,
        warnings > 0 && `留意 ${warnings} 条`,
        notes > 0 && `说明 ${notes} 条`,
      ]
        .filter(Boolean)
        .join("，"),
  },
  data: {
    tab: "数据",
    description: "下载全部数据：CSV、Parquet、DuckDB 与抽取的原文；附数据字典和使用方法。",
    heading: "下载全部数据",
    lede: (tables: number, rows: number) =>
      `${tables} 张数据表，共 ${formatNumber(rows)} 行，网站上的每个数字都由它们算出。空值表示文件没有说，0 表示文件写的就是 0；金额一律以元计。`,
    tablesTitle: "数据表",
    tablesNote: "CSV 是 UTF-8 编码的纯文本，哪里都能打开；Parquet 保留字段类型，适合程序读取。",
    columns: { table: "数据表", rows: "行数", csv: "CSV", parquet: "Parquet" },
    size: (bytes: number) =>
      bytes >= 1e6 ? `${formatNumber(bytes / 1e6, 1)} MB` : `${formatNumber(bytes / 1e3, 1)} KB`,
    wholeTitle: "打包下载与说明",
    whole: {
      duckdb: "atlas.duckdb",
      duckdbWhat: "全部数据表合成的一个 DuckDB 数据库，字段说明写在库内",
      descriptor: "datapackage.json",
      descriptorWhat: "Frictionless 数据包说明：每个文件的字段、类型、主键、外键、大小与 SHA-256",
    },
    textsTitle: "抽取的文字",
    textsNote:
      "每份文件一个，数据中的 text_start 与 text_end 就是它的字符位置（从 0 起，含头不含尾，按 Unicode 码点计）。",
    useTitle: "怎样使用",
    useRemote: "下面的网址可以直接读取，不必先下载。",
    useLocal: "先把文件下载到名为 data 的文件夹，再运行下面的代码。",
    uses: {
      duckdb: "DuckDB：各受益地区的金额",
      python: "Python：满意度目标，按部门对照",
      r: "R：各类指标中有数字的份额",
      spreadsheet: "电子表格",
    },
    spreadsheet:
      "打开 Excel 或 WPS 表格，用“数据 → 从文本/CSV”导入，编码选 UTF-8（65001），编号和区划代码各列选“文本”。直接双击打开，中文可能显示为乱码。",
    cautionTitle: "相加之前",
    cautions: [
      "一个项目惠及多个地区时，project_regions 有多行：按地区汇总要先乘以 share，否则会重复。",
      "一个项目有多项指标：把项目与指标连接之后，金额会重复，不能再相加。",
      "不同年度的文件不能相加成一年的总额；部门整体预算（department_budgets）各行是同一笔预算的不同口径，也不能相加。",
      "totals 的“合计”已包含各用款单位的小计。",
    ],
    dictionaryTitle: "数据字典",
    dictionaryColumns: {
      name: "字段",
      type: "类型",
      meaning: "含义",
      other: "English",
    },
    table: (zh: string, name: string) => `${zh} ${name}`,
    type: (type: string, required: boolean) => (required ? `${type}，必有` : type),
    types: {
      text: "文本",
      dimension: "文本（取值有限）",
      integer: "整数",
      number: "数",
      money: "金额（元，两位小数）",
      boolean: "是否",
      date: "日期",
    },
    primaryKey: (columns: string) => `主键：${columns}`,
    foreignKey: (columns: string, target: string) => `${columns} → ${target}`,
    originTitle: "文件的来源",
    origin: "原文件由各政府部门随预算公开。引用时请同时注明公开的部门与文件名称。",
  },
  about: {
    tab: "关于",
    description: "预算绩效图谱的做法、用词和局限：文件怎样变成数据，哪些是推断，怎样更正。",
    heading: "文件怎样变成数据",
    lede: (documents: number) =>
      `收录的是地方政府部门随预算公开的绩效目标表，现有 ${documents} 份。程序把表格逐格读成数据，每个数字都记着它在原文的位置；读不准的地方，宁可写明，也不猜。`,
    stepsTitle: "五步",
    steps: [
      [
        "抽取",
        "从公开的文件里取出文字和表格，记下每一格在第几页、第几行、第几个字。文件本身不改。",
      ],
      [
        "识别",
        "按表头和栏目认出是哪一种表样，把项目名称、金额、目标、指标各归其位。认不出的文件也列出来，写明没有认出。",
      ],
      [
        "理解",
        "金额换算成元，指标值读成比较、数值、单位或期限，指标归入一级、二级类型，项目写明的地方对应到行政区划。原文照录在旁。",
      ],
      [
        "检查",
        "逐条核对：各项之和与合计、资金来源与总额、文字是否中断、目标是否载明。发现的写成数据提示，问了多少次也一并公布。",
      ],
      ["公布", "数据表、抽取的文字和这个网站一起生成；同样的文件，每次得到同样的数据。"],
    ],
    readingTitle: "怎样读这些数字",
    reading: [
      [
        "金额",
        "是文件中项目当年的预算，不是决算，也不是实际支出。原文以万元或元计，本站换算成元，按大小显示为元、万元或亿元。",
      ],
      [
        "受益地区",
        "是项目的名称、目标或指标点名的地方，不含部门自己所在的市或区。一个项目惠及多个地区时，原文一般不写各地分多少；按地区汇总时平均分摊，单独标出。",
      ],
      [
        "目标",
        "取年度指标值。“不少于 10 个”读作至少 10 个；“低于 10%”读作小于 10%；“当年内”是时限；“显著提升”是定性。有几个条件的，只标明是多重，不拆开。",
      ],
      [
        "同类指标",
        "不同部门问同一件事的指标归为一组（例如服务对象满意度），依据是指标名称中的用语。归组为了对照，不是说它们完全可比。",
      ],
      ["次序", "列表按金额、名称或原文次序排列，都不是排名。"],
    ],
    wordsTitle: "用词",
    wordsColumns: { word: "本站用词", inDocuments: "文件中的叫法", code: "数据中的名称" },
    words: [
      ["公开文件", "各部门公布的表格", "disclosure"],
      ["部门", "部门、主管部门、部门名称：掌握预算、出资的一方", "department"],
      ["用款单位", "资金使用单位、用款单位", "unit"],
      ["项目", "项目、项目支出", "project"],
      ["绩效目标", "绩效目标、年度目标；实施周期总目标", "goal, period_goal"],
      ["指标", "绩效指标；一级、二级、三级指标", "indicator; level1, level2, name"],
      [
        "目标（指标值）",
        "年度指标值；实施周期指标值；完成值",
        "annual_value, period_value, actual_value",
      ],
      ["产出指标", "数量、质量、时效、成本", "output"],
      ["成本指标", "经济成本、社会成本、生态环境成本：2021 年以后的表中自成一类", "cost"],
      ["效益指标", "经济效益、社会效益、生态效益、可持续影响", "outcome"],
      ["满意度指标", "服务对象满意度", "satisfaction"],
      ["同类指标", "不同部门问同一件事的指标", "family"],
      [
        "资金来源",
        "财政拨款、财政专户拨款、其他资金",
        "fiscal_yuan, special_account_yuan, other_yuan",
      ],
      ["受益地区", "受援地、结对地区；不是部门所在地", "region"],
      ["协作类型", "对口帮扶、对口支援、东西部协作、对口合作、驻镇帮镇扶村等", "theme"],
      ["数据提示", "读者应当知道的、关于文件的事", "finding"],
      ["出处", "页、行与字符位置", "page, row, text_start, text_end"],
    ],
    limitsTitle: "局限",
    limits: (documents: number, inferredYears: number, unprintedLevels: number) => [
      `只收录了 ${documents} 份文件，来自少数几个部门，不能代表一个城市，更不能代表全国。`,
      `有的文件来自扫描件的文字识别，数字里夹着空格，栏目会错位，个别字会认错。明显的错字逐条更正并写明理由，其余照录。`,
      `${inferredYears} 份文件没有印预算年度，由内容推断；金额单位没有印的，由金额大小推断。推断之处都有标注。`,
      `${formatNumber(unprintedLevels)} 项指标没有印二级指标，只在一级指标之内单列，或由一级指标推断。`,
      "金额按地区、按指标类型都不能简单相加：一个项目可以惠及几个地区，也有几类指标。",
      "目标能不能核对，只看它写没写数字或时限，不说明目标定得高低，更不说明做得好坏。",
    ],
    correctionsTitle: "更正",
    corrections:
      "对所有文件都成立的处理写在程序里（例如数字中的空格、全角符号）。只关于某一份文件的判断写成一条更正：在哪一页哪一行、原来是什么、改成什么、为什么。原文若有变动，这条更正会立即失效并要求重新判断，不会悄悄用在别处。",
    openTitle: "公开",
    open: "网站不使用跟踪，不向别处发出请求；除探索页外，所有页面没有脚本也能读。",
    links: [
      { path: "/findings/", text: "全部数据提示" },
      { path: "/disclosures/", text: "全部公开文件" },
      { path: "/data/", text: "下载数据与数据字典" },
    ],
  },
  notFound: {
    tab: "没有这一页",
    description: "这个网址没有内容。",
    heading: "没有这一页",
    lede: "网址可能写错了，或者这份文件、这个项目还没有收录。可以从这里找：",
  },
} as const;
