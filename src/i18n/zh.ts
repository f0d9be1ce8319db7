import { formatNumber, formatPercent, formatsIn } from "../format.ts";
import { zhFamilies } from "./zh-families.ts";
import { zhFindings } from "./zh-findings.ts";
import { zhConsole } from "./zh-console.ts";
import { zhDetails } from "./zh-details.ts";
import { zhExplorer } from "./zh-explorer.ts";
import { zhSearch } from "./zh-search.ts";
import { zhTable } from "./zh-table.ts";
import { zhTake } from "./zh-take.ts";

const { formatTenths, formatYuan } = formatsIn("zh");
const NO_AMOUNT = "金额为 0 或未载明";
const UNTOLD = "未细分";
const UNCLASSED = "未分类";

/** “2024 年”, “2023—2024 年”. */
function span(first: number | null, last: number | null): string {
  if (first === null || last === null) return "年度未载明";
  return first === last ? `${first} 年` : `${first}—${last} 年`;
}

/** Part of the indicators that belong to a level-1 class. */
interface Share {
  readonly level1: string;
  readonly share: number;
}

interface DepartmentLede {
  readonly department: {
    readonly year: number | null;
    readonly projects: number;
    readonly amount: number;
    readonly unnamed: number;
  };
  readonly largest: { readonly name: string; readonly share: number } | undefined;
}

/** The short name of a level: “数量”, “产出”, “满意度”. */
function levelLabel(level: string): string {
  return level.replace(/指标$/, "").replace("服务对象", "");
}

/** The short name of a class, which no other class has: “数量”, “产出未细分”. */
function classLabel(level1: string | null, level2: string | null): string {
  if (level1 === null) return UNCLASSED;
  return level2 === null ? `${levelLabel(level1)}${UNTOLD}` : levelLabel(level2);
}

/**
 * Every string the site prints, in Chinese. One section a page or component; a string with figures
 * in it is a function of them, so that it holds for any data.
 */
export const zh = {
  site: {
    name: "预算绩效图谱",
    skip: "跳到正文",
    nav: "主导航",
    crumbs: "所在位置",
    /** What the other language is called in its own words. */
    other: "English",
    foot: "数据取自各部门随预算公开的绩效目标表，由程序读取，数字均可回到原文核对。提示说的是文件中读者需要留意之处，不说明钱花得好不好，也不是评价；排序不是排名。",
  },
  nav: [
    { path: "/", text: "首页" },
    { path: "/regions/", text: "地区" },
    { path: "/departments/", text: "部门" },
    { path: "/indicators/", text: "指标" },
    { path: "/families/", text: "同类指标" },
    { path: "/compare/", text: "对比" },
    { path: "/projects/", text: "项目" },
    { path: "/disclosures/", text: "文件" },
    { path: "/findings/", text: "数据提示" },
    { path: "/explore/", text: "探索" },
    { path: "/console/", text: "SQL" },
    { path: "/data/", text: "数据" },
    { path: "/about/", text: "关于" },
  ],
  figure: {
    unit: (unit: string) => `单位：${unit}`,
    source: "来源：",
    published: "各部门公开的绩效目标表，本站整理",
    explore: "在探索页中打开这组数据",
    numbers: "图中数字",
  },
  /** Several things, one behind the other. */
  list: (items: readonly string[]) => items.join("、"),
  /** What is said of something in passing. */
  aside: (text: string) => `（${text}）`,
  colon: "：",
  /** Whole sentences, one behind the other. */
  sentences: (those: readonly string[]) => those.join(""),
  /** The name of a level of indicators in full: “数量指标”. */
  level: (level: string) => level,
  /** Whichever of two texts of the data is in this language. */
  either: (chinese: string, _english: string) => chinese,
  quote: (title: string) => `《${title}》`,
  quotes: (titles: readonly string[]) => titles.map((title) => `《${title}》`).join(""),
  year: (year: number | null) => (year === null ? "未载明" : `${year}`),
  yearOf: (year: number | null) => span(year, year),
  columns: {
    department: "部门",
    region: "地区",
    regions: "受益地区",
    year: "年度",
    project: "项目",
    projects: "项目数",
    indicators: "指标数",
    findings: "提示",
    amount: "金额（万元）",
    sole: "只服务本地（万元）",
    shared: "多地区份额（万元）",
    total: "合计（万元）",
    budget: "项目预算（万元）",
    theme: "协作类型",
    unit: "用款单位",
    type: "指标类型",
    level1: "一级指标",
    level2: "二级指标",
    indicator: "指标",
    target: "目标（原文）",
    share: "占部门指标",
    seat: "所在地",
    name: "名称",
    content: "主要实施内容",
    goal: "期望达到的目标",
    item: "预算口径",
    annual: "年度指标值（原文）",
    period: "实施周期指标值（原文）",
    city: "出资城市",
  },
  total: "合计",
  largestRows: (rows: number, all: number) => `列出金额最大的 ${rows} 行，共 ${all} 行`,
  unit: { table: "万元", chart: "图中标注，表中为万元", indicators: "条指标" },
  home: {
    tab: "钱给了谁，承诺做到什么",
    description:
      "地方政府部门随预算公开的绩效目标表，读成可以按地区、部门、指标查阅比较的开放数据，每个数字都能回到原文。",
    heading: "钱给了谁，承诺做到什么",
    lede: "地方政府部门随预算公开绩效目标表，写明每个项目花多少钱、为谁花、要做到什么程度。预算绩效图谱把这些表逐格读成数据：可以按地区、部门和指标查阅、比较、下载，每个数字都能回到原文。",
    wholeLabel: "收录范围",
    whole: {
      documents: "公开文件",
      departments: "部门",
      projects: "项目",
      indicators: "绩效指标",
      regions: "点名的受益地区",
      amount: "项目预算",
    },
    counters: {
      documents: "份",
      departments: "个",
      projects: "个",
      indicators: "项",
      regions: "个",
    },
    wholeNote: (first: number | null, last: number | null) =>
      `项目预算是各部门最近一个有项目表的年度（${span(first, last)}）的项目金额之和。${
        first === last ? "" : "各部门年度不同，它不是任何一年的总额；"
      }部门整体预算表另列，不与它相加。`,
    flowsTitle: (flow: { city: string; region: string | null; share: number; total: number }) =>
      flow.region === null
        ? `${flow.city} ${formatYuan(flow.total)}的项目预算里，${formatTenths(flow.share)}没有写明给哪个地区`
        : `${flow.city} ${formatYuan(flow.total)}的项目预算里，${formatTenths(flow.share)}给了${flow.region}`,
    flowsNone: "还没有可以画出的资金流向",
    flowsNote:
      "左边是出资部门所在的城市，右边是项目写明的受益地区，带宽即金额。一个项目惠及多个地区时，金额按地区数均分；没有写明地区的列为“未点名地区”。各部门取最近一个年度。",
    unnamed: "未点名地区",
    otherCities: (cities: number) => `其余 ${cities} 个城市`,
    otherRegions: (regions: number) => `其余 ${regions} 个地区`,
    unknownCity: "城市未载明",
    regionsNote:
      "实色：只服务该地区的项目；淡色：服务多个地区的项目，按地区数均分的份额。各部门取最近一个年度。排序不是排名。",
    regionsMore: (regions: number) => `查看全部 ${regions} 个地区`,
    typesNote:
      "格中是指标条数，颜色越浓，占该部门指标的份额越大。“未细分”的文件只印一级指标。含部门整体指标。",
    findingsTitle: (findings: number) => `读数据之前：${formatNumber(findings)} 条数据提示`,
    findingsLead:
      "提示指出文件里读者需要留意的地方：合计对不上、文字中断、目标未载明。它说的是文件，不说明钱花得好不好，也不是评价。",
    findingsMore: "全部提示与检查规则",
    waysTitle: "从哪里读起",
    ways: [
      { path: "/regions/", text: "地区", what: "一个地方得到什么：谁出钱，哪些项目，承诺了什么" },
      { path: "/departments/", text: "部门", what: "一个部门的预算、项目、重点任务和整体指标" },
      { path: "/projects/", text: "项目", what: "每个项目的金额、目标、指标和那一行原文" },
      {
        path: "/indicators/",
        text: "指标",
        what: "同类指标跨部门对照：数量、质量、时效、满意度……",
      },
      {
        path: "/families/",
        text: "同类指标",
        what: "不同部门为同一件事定的目标：至少、等于、至多，从最低到最高",
      },
      { path: "/compare/", text: "对比", what: "两到四个部门、政府或受益地区并排" },
      {
        path: "/explore/",
        text: "探索",
        what: "自己切片：地区、指标类型、部门、年度，图表联动，下载所见",
      },
      { path: "/data/", text: "数据", what: "全部数据表与字段说明，CSV、Parquet、DuckDB" },
    ],
  },
  typesTitle: (types: { total: number; largest: Share; smallest: Share }) =>
    types.largest.level1 === types.smallest.level1
      ? `${formatNumber(types.total)} 项指标全部是${types.largest.level1}`
      : `${formatNumber(types.total)} 项指标里，${formatTenths(types.largest.share)}是${types.largest.level1}，${types.smallest.level1}占 ${formatPercent(types.smallest.share)}`,
  untold: UNTOLD,
  unclassed: UNCLASSED,
  levelLabel,
  classLabel,
  className: (level1: string | null, level2: string | null) => {
    if (level1 === null) return UNCLASSED;
    return level2 === null ? `${level1}（${UNTOLD}）` : `${level1} · ${level2}`;
  },
  regions: {
    tab: "地区",
    description: "项目中写明的受益地区：各地得到多少、由谁出资、承诺了什么。",
    heading: "项目预算写明给了哪些地方",
    lede: (whole: { regions: number; provinces: number; amount: number; unnamed: number }) =>
      `${whole.regions} 个地区在项目中被点名，分属 ${whole.provinces} 个省级行政区，涉及项目预算 ${formatYuan(whole.amount - whole.unnamed)}。${
        whole.unnamed > 0
          ? `另有 ${formatYuan(whole.unnamed)}的项目没有写明受益地区，不在下表中。`
          : ""
      }`,
    treeNote:
      "上级地区的金额包含它下面的地区，两者不能相加。“只服务本地”的项目，其受益地区都在本地之内；服务多个地区的项目按地区数均分，本地一份计入“多地区份额”。各部门取最近一个年度，按行政区划代码排列。",
    title: (region: { name: string; share: number; total: number }) =>
      region.share === 1
        ? `写明受益地区的 ${formatYuan(region.total)}都给了${region.name}`
        : `写明受益地区的 ${formatYuan(region.total)}里，${region.name}占${formatTenths(region.share)}`,
    note: (unnamed: number) =>
      `实色：只服务该地区的项目；淡色：服务多个地区的项目，按地区数均分的份额。${
        unnamed > 0 ? `另有 ${formatYuan(unnamed)}没有写明受益地区，不在图中。` : ""
      }`,
    seatsTitle: "出资部门所在的地区",
    seatsNote: "上级地区的部门数包含下级。",
    seats: "部门数",
  },
  region: {
    description: (name: string) => `${name}在公开的绩效目标表中：项目预算、出资部门、项目与承诺。`,
    code: (code: string) => `行政区划代码 ${code}`,
    lede: (region: {
      name: string;
      payers: number;
      projects: number;
      sole: number;
      shared: number;
    }) => {
      const projects = `${region.payers} 个部门的 ${region.projects} 个项目写明惠及${region.name}`;
      if (region.sole + region.shared === 0) return `${projects}，${NO_AMOUNT}。`;
      const total = `${projects}，预算合计 ${formatYuan(region.sole + region.shared)}`;
      if (region.shared === 0) return `${total}，全部只用于本地。`;
      const shared = `多地区项目按地区数均分的份额`;
      if (region.sole === 0) return `${total}，全部是${shared}。`;
      return `${total}：${formatYuan(region.sole)}只用于本地，${formatYuan(region.shared)}是${shared}。`;
    },
    receivesNothing: (name: string) => `收录的文件里，没有项目写明惠及${name}。`,
    seats: (seat: { departments: number; projects: number; amount: number }) =>
      seat.departments === 0
        ? ""
        : `${seat.departments} 个本地部门公开了 ${seat.projects} 个项目，预算合计 ${formatYuan(seat.amount)}。`,
    payersTitle: (payer: { department: string; share: number }, payers: number) =>
      payers === 1
        ? `出资的是${payer.department}`
        : `出资最多的是${payer.department}，占${formatTenths(payer.share)}`,
    payersNote: "每行是一个部门一个年度的安排，不同年度不能相加；占比按各部门最近一个年度计算。",
    projectsTitle: (sole: number, shared: number) =>
      shared === 0
        ? `${sole} 个项目只服务本地`
        : sole === 0
          ? `${shared} 个项目同时服务其他地区`
          : `${sole} 个项目只服务本地，${shared} 个同时服务其他地区`,
    soleTitle: "只服务本地的项目",
    sharedTitle: "同时服务其他地区的项目",
    sharedNote: "金额是整个项目的预算；文件没有写明各地分多少，“本地份额”按地区数均分，只供参考。",
    share: "本地份额（万元）",
    allRegions: "全部受益地区",
    promisesTitle: (promises: number, measurable: number) =>
      measurable === promises
        ? `承诺了 ${promises} 项指标，都写明了数字或期限`
        : `承诺了 ${promises} 项指标，${measurable} 项写明了数字或期限`,
    promisesNote: "指标属于整个项目；同时服务多个地区的项目，指标未必都落在本地。目标照录原文。",
    childrenTitle: (name: string, largest: { name: string; share: number } | undefined) =>
      largest === undefined || largest.share === 1
        ? `${name}之内`
        : `${name}之内写明的地方，${largest.name}占${formatTenths(largest.share)}`,
    childrenNote: (name: string) =>
      `只写明“${name}”、没有写明其中哪个地方的项目，不在下面。实色：只服务该地；淡色：多地区项目按地区数均分的份额。`,
    departmentsTitle: (departments: number) => `${departments} 个部门在这里出资`,
    departmentsNote:
      "这些部门属于本地政府，它们的项目惠及的可以是别处。各部门取最近一个年度，年度不同时合计不是一年的总额。",
    paidTitle: (paid: { name: string; share: number; total: number }) =>
      `本地部门写明给了哪里：${formatYuan(paid.total)}里，${paid.name}占${formatTenths(paid.share)}`,
    explore: "在探索页中查看这个地区",
  },
  departments: {
    tab: "部门",
    description: "公开了绩效目标表的部门：预算、项目、指标类型与数据提示。",
    heading: "哪些部门公开了绩效目标",
    lede: (range: { departments: number; least: number; most: number }) =>
      range.departments === 1
        ? `收录 1 个部门，项目预算 ${formatYuan(range.most)}。`
        : `收录 ${range.departments} 个部门，项目预算从 ${formatYuan(range.least)}到 ${formatYuan(range.most)}不等。`,
    note: "项目预算是该部门最近一个有项目表的年度各项目金额之和；各部门年度可以不同。排序不是排名。",
  },
  department: {
    description: (name: string) => `${name}的部门预算、项目、绩效指标、重点任务与数据提示。`,
    seat: (region: string) => `${region}的部门`,
    lede: ({ department, largest }: DepartmentLede) => {
      const year = department.year === null ? "" : `${department.year} 年`;
      const projects = `${year}安排 ${department.projects} 个项目`;
      if (department.amount === 0) return `${projects}，${NO_AMOUNT}。`;
      const unnamed = department.unnamed / department.amount;
      return `${projects}，预算 ${formatYuan(department.amount)}${
        largest ? `，其中${formatTenths(largest.share)}是“${largest.name}”一项` : ""
      }${unnamed > 0 ? `；${formatTenths(unnamed)}没有写明受益地区` : ""}。`;
    },
    noProjects: "收录的文件里没有这个部门的项目表。",
    ledgerLabel: "收录范围",
    projectsTitle: (projects: number, largest: { name: string; share: number } | undefined) =>
      largest
        ? `${projects} 个项目里，“${largest.name}”一项占${formatTenths(largest.share)}`
        : `${projects} 个项目`,
    projectsNote: "金额是项目当年预算；一个项目可以惠及多个地区，按地区相加会重复。",
    typesNote: "全部文件的指标，含部门整体指标；“未细分”指文件只印一级指标。",
    budgetTitle: "部门整体预算",
    budgetNote:
      "部门整体预算绩效目标申报表所列。各行是同一笔预算的不同口径（支出、收入来源、预算级次），不能相加，也不与项目表相加。",
    tasksTitle: (tasks: number) => `年度重点工作任务：${tasks} 项`,
    tasksNote: "拟投入的资金与项目表口径不同，不与项目金额相加。文字照录原文。",
    indicatorsTitle: (indicators: number) => `部门整体绩效指标：${indicators} 项`,
    goalTitle: "总体绩效目标",
    findingsTitle: (findings: number) => `数据提示：${findings} 条`,
    noFindings: "这个部门的文件没有数据提示。",
    documentsTitle: (documents: number) => `公开文件：${documents} 份`,
    yearBasis: { printed: "年度见于原文", inferred: "年度由内容推断" },
    documentText: "抽取的文字",
    documentSource: "来源网页",
    counts: (projects: number, indicators: number) => `${projects} 个项目，${indicators} 项指标`,
    explore: "在探索页中查看这个部门",
  },
  ...zhConsole,
  ...zhDetails,
  ...zhFindings,
  ...zhFamilies,
  severity: { error: "差异", warning: "留意", note: "说明" },
  explorer: zhExplorer,
  search: zhSearch,
  table: zhTable,
  take: zhTake,
} as const;
