import { formatNumber } from "../format.ts";
import type { Comparison } from "../model/taxonomy.ts";

/** How a comparison is called by itself. */
const COMPARISONS: Readonly<Record<Comparison, string>> = {
  "≥": "“至少”",
  ">": "“大于”",
  "=": "“等于”",
  "<": "“小于”",
  "≤": "“至多”",
  "≈": "“约”",
};

/** Targets of one comparison, with the lowest, the middle and the highest of them. */
interface SpreadWords {
  readonly comparison: Comparison | null;
  readonly targets: number;
  readonly lowest: string;
  readonly middle: string;
  readonly highest: string;
}

const compared = (comparison: Comparison | null) =>
  comparison === null ? "没有写明比较方式" : COMPARISONS[comparison];

/** Strings about indicators that ask the same thing. */
export const zhFamilies = {
  families: {
    tab: "同类指标",
    description: "不同部门问同一件事的指标：各地怎样为同一件事定目标，最低、居中、最高各是多少。",
    heading: (families: number, indicators: number) =>
      `${formatNumber(indicators)} 项指标，问的是 ${formatNumber(families)} 件事`,
    lede: "不同部门的指标，问同一件事的归为一类，目标并排对照。“至少”与“等于”是两种承诺，分开列出，从不平均；比率、数量、金额各有各的轴。",
    note: "小图中每个记号是一个目标：三角朝向达标的一侧，空心不含所写的数，圆点是恰好等于；越深，写同一目标的越多。只画最常见的一种单位。",
    classes: {
      ratio: "比率",
      growth: "增长率",
      count: "数量",
      money: "金额",
      time: "时间",
      area: "面积",
      length: "长度",
      none: "用文字写的",
    },
    classTitle: (name: string, families: number) => `${name}：${families} 类`,
    columns: { family: "问的是什么", targets: "目标" },
    inWords: "没有数字目标",
    singlesTitle: (families: number) => `只有一项指标的：${families} 类`,
    singlesNote: "在收录的文件里还没有可以对照的另一项。",
    more: "对照各部门的目标",
  },
  family: {
    description: (name: string) => `${name}：各地各部门的目标并排对照，附原文、解析与归类理由。`,
    heading: (name: string, spread: SpreadWords | undefined) => {
      if (!spread) return name;
      const those = `${name}：${compared(spread.comparison)}的 ${spread.targets} 项目标`;
      return spread.lowest === spread.highest
        ? `${those}都是 ${spread.lowest}`
        : `${those}从 ${spread.lowest}到 ${spread.highest}`;
    },
    lede: (indicators: number, departments: number) =>
      `${indicators} 项指标，来自 ${departments} 个部门。`,
    directions: {
      higher: "数值越高，要求越严。",
      lower: "数值越低，要求越严。",
      none: "数值高低不说明宽严。",
    },
    chartTitle: (unit: string | null) =>
      unit === null ? "没有写明单位的目标" : `以“${unit}”计的目标`,
    chartNote:
      "三角朝向达标的一侧：实心是至少或至多，空心是大于或小于；实心圆是等于，空心圆是约数。细线是达标的范围。次序不是排名。",
    chartListed: "没有数字的目标照录在各部门之下。",
    chartLog: "数值相差悬殊，用对数轴。",
    chartAmount: "圆的面积是项目金额，照文件所写；它是整个项目的钱，不是这一项指标的钱。",
    chartMost: (shown: number, all: number) =>
      `图中是前 ${shown} 个部门，共 ${formatNumber(all)} 个，按地区和部门编号排列。`,
    draw: "画法",
    draws: { target: "相同的目标合为一行", project: "逐个项目，附金额" },
    several: (indicators: number) => `${indicators} 项`,
    spreadTitle: "目标的分布",
    spreadNote: (fewest: number) =>
      `只比较单位和比较方式都相同的目标。少于 ${fewest} 项的只列出，不概括；“居中”是实际写过的一个目标。`,
    spreadColumns: {
      comparison: "比较方式",
      unit: "单位",
      targets: "目标数",
      departments: "部门数",
      lowest: "最低",
      middle: "居中",
      highest: "最高",
    },
    comparison: compared,
    noUnit: "未写单位",
    listed: (targets: readonly string[]) => targets.join("、"),
    spread: ({ comparison, targets, lowest, middle, highest }: SpreadWords) =>
      lowest === highest
        ? `${compared(comparison)}的 ${targets} 项都是 ${lowest}`
        : `${compared(comparison)}的 ${targets} 项：最低 ${lowest}，居中 ${middle}，最高 ${highest}`,
    counted: (target: string, targets: number) =>
      targets === 1 ? target : `${target} × ${targets}`,
    tableTitle: (indicators: number) => `全部 ${indicators} 项`,
    tableNote: "按地区和部门排列，部门之内依原文次序。目标照录原文，“读作”是本站的解析。",
    tableMost: (shown: number) => `下面列出前 ${formatNumber(shown)} 项；全部见`,
    columns: { reason: "为何归入" },
    reason: (reason: string, score: number) => `${reason}（${formatNumber(score)}）`,
    definitionTitle: "归在这里的是什么",
    belongs: "属于",
    excludes: "相近而不属于",
    definitionNote: "归类依据名称中的用语与目标的单位，不勉强；括号中的数是把握，最高为 1。",
    others: "其他同类指标",
  },
  measures: {
    title: "目标能不能核对",
    note: {
      project:
        "各项度量分开看，不相加，也没有总分。横线左端是 0%，右端是 100%；竖条是这个项目，圆点是其他项目，越深的越多。能不能核对，不说明目标定得高低，更不说明做得好坏。",
      department:
        "各项度量分开看，不相加，也没有总分。横线左端是 0%，右端是 100%；竖条是这个部门，圆点是其他部门，越深的越多。能不能核对，不说明目标定得高低，更不说明做得好坏。",
    },
    columns: {
      measure: "度量",
      own: { project: "本项目", department: "本部门" },
      formula: "怎样算",
      others: { project: "与其他项目对照", department: "与其他部门对照" },
    },
    formula: (numerator: number, denominator: number, definition: string, of: string) =>
      `${numerator} ÷ ${denominator}：${definition} ÷ ${of}`,
    noOthers: "没有可以对照的",
    others: {
      project: (count: number, least: string, most: string) =>
        least === most
          ? `其他 ${count} 个项目都是 ${least}`
          : `其他 ${count} 个项目从 ${least}到 ${most}`,
      department: (count: number, least: string, most: string) =>
        least === most
          ? `其他 ${count} 个部门都是 ${least}`
          : `其他 ${count} 个部门从 ${least}到 ${most}`,
    },
  },
  unitAmounts: {
    tab: "单位目标的金额",
    description: "用途单一、数量写明的项目，每单位目标多少钱；其余项目为什么不能这样比。",
    heading: "每单位目标，预算多少钱",
    lede: "只在一种情形下相除：项目名称写明单一的用途，文件又写明了这一用途的数量。其余的写明为什么不可比。",
    title: (family: string, unit: string, least: string, most: string) =>
      least === most
        ? `${family}：每${unit} ${least}`
        : `${family}：每${unit}从 ${least}到 ${most}`,
    note: "金额是整个项目的预算，各地的项目包含的内容可以不同，先看“金额包含什么”再比。次序不是排名。",
    noteAlone: "收录的文件里只有这一个，没有可以并排的。",
    columns: {
      quantity: "数量",
      perUnit: (unit: string) => `每${unit}（万元）`,
      basis: "数量出处",
      covers: "金额包含什么（绩效目标原文）",
    },
    basis: { project: "本项目的指标", department: "同部门同年度的指标" },
    othersTitle: (projects: number) => `不可比的：${formatNumber(projects)} 个项目`,
    othersNote: "勉强相除的数会误导，所以不给。",
    reason: (reason: string, projects: number) => `${reason}（${formatNumber(projects)} 个）`,
    moreProjects: (projects: number) => `另有 ${formatNumber(projects)} 个。`,
    link: "每单位目标多少钱",
  },
  compare: {
    tab: "对比",
    link: "与其他并排对比",
    description:
      "两到四个部门、政府或受益地区并排：预算、去向、指标构成、能不能核对，问到同一件事时各自的目标。",
    heading: "并排对比",
    noscript: "没有脚本时，只显示这两个部门的对比。各部门对同一件事的目标，见",
    choose: "选择要对比的",
    kind: "对比什么",
    kinds: { department: "部门", government: "政府", region: "受益地区" },
    kindNotes: {
      department: "各取最近一个有项目表的年度；年度可以不同。",
      government: "只含本级政府的部门，不含下级政府的；各部门取最近一个年度。",
      region:
        "含它下面的地区；多地区项目的金额按地区数均分，项目和指标整个计入每一个地区，不能相加。",
    },
    place: (position: number) => `第 ${position} 个`,
    add: "再加一个",
    remove: "去掉",
    removeAt: (position: number) => `去掉第 ${position} 个`,
    pending: "正在取数……",
    failed: "没有取到数据。",
    retry: "再试一次",
    money: (name: string, years: string, amount: string, projects: number) =>
      `${name} ${amount}（${years}，${projects} 个项目）`,
    moneyOf: (those: readonly string[]) => `项目预算：${those.join("，")}。`,
    common: (subjects: number, families: number, same: number) => {
      const who = subjects === 2 ? "两者" : "各方";
      if (families === 0) return `没有一件事是${who}都问到的。`;
      const equal = same === families ? "目标都相同" : `其中 ${same} 件目标完全相同`;
      return `${who}都问到的有 ${families} 件事，${same === 0 ? "没有一件目标完全相同" : equal}。`;
    },
    years: (first: number | null, last: number | null) =>
      first === null || last === null
        ? "年度未载明"
        : first === last
          ? `${first} 年`
          : `${first}—${last} 年`,
    figuresTitle: "预算与项目",
    figuresNote: "年度不同、职责不同的金额，放在一起只供了解大小。次序不是排名。",
    figures: { year: "年度", amount: "项目预算", projects: "项目数", indicators: "项目指标数" },
    themesTitle: "按协作类型",
    amountsNote: "百分比是占各自项目预算的份额。",
    noTheme: "未归类",
    partsTitle: {
      department: "给了哪些地区",
      government: "给了哪些地区",
      region: "由哪些部门出资",
    },
    partsMore: (shown: number, all: number) =>
      `列出金额最大的 ${shown} 个，共 ${all} 个。百分比是占各自项目预算的份额；没有写明地区的不在其中。`,
    classesTitle: "指标构成",
    measuresNote: "各项度量由项目指标相加而得，分开看，没有总分。怎样算，见各部门和项目的页面。",
    sharedTitle: (families: number) => `都问到的：${families} 件事`,
    sharedNote: "至少两方问到的，先列各方都问到的。乘号后是有几项指标写这个目标。",
    moreTargets: (targets: number) => `另 ${targets} 种`,
    ownTitle: "只有一方问到的",
    ownNone: "没有。",
  },
  changes: {
    title: (before: number, after: number) => `从 ${before} 年到 ${after} 年，目标的变化`,
    note: "先按项目名称、再按指标名称对应；加底线的是改动的文字。数值提高或降低，不说明要求变严或变松：那要看指标问的是什么。",
    change: "变化",
    kinds: {
      raised: "数值提高",
      lowered: "数值降低",
      changed: "目标改变",
      reworded: "文字改动",
      added: "新增",
      dropped: "不再列出",
      unchanged: "不变",
    },
    none: "没有",
  },
  alike: {
    tab: "相近的文字",
    description:
      "不同项目、不同年度、不同部门之间相同或相近的绩效目标与整组指标，逐对标出不同之处。",
    heading: (pairs: number) =>
      pairs === 0 ? "没有相近的目标或指标" : `${formatNumber(pairs)} 对目标或指标，文字相同或相近`,
    lede: "绩效目标，或一个项目的整组指标，与别处的相同或相近。加底线的是一方独有的文字。相近可以有各种原因：同一类工作、同一套模板、原文重复；本站只照录，不推断。",
    more: (shown: number) => `下面列出 ${formatNumber(shown)} 对；全部见`,
    kinds: { goal: "绩效目标", indicators: "整组指标" },
    across: {
      document: "同一份文件之内",
      year: "同一部门的不同文件之间",
      department: "不同部门之间",
    },
    title: (kind: string, across: string) => `${across}的${kind}`,
    same: "文字完全相同。",
    similar: (share: string) => `三字串有 ${share}相同。`,
    link: "相同或相近的目标与指标",
  },
};
