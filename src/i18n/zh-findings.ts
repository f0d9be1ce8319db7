import { formatNumber } from "../format.ts";

/** A whole cell may be long. */
function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}……` : text;
}

/** Strings about what the rules found, what was corrected, and what a reader reports. */
export const zhFindings = {
  findings: {
    tab: "数据提示",
    /** In front of its severity, beside what it is about. */
    badge: "提示：",
    description:
      "对收录文件的每一项检查：问了什么、为什么问、问了多少次、发现多少条，逐条列出依据与原文。",
    heading: (findings: number, rules: number) =>
      `${rules} 项检查，${formatNumber(findings)} 条数据提示`,
    lede: "提示说的是文件本身：合计对不上、文字中断、单位没有印、栏目错位。它提醒读者怎样读这些数据，不说明钱花得好不好，也不是对部门的评价。",
    rulesTitle: "检查了什么",
    rulesNote:
      "“检查”是规则适用的次数：没有提示，只有在问过之后才有意义。“不适用”是本可检查、而问题不适用的次数。",
    columns: {
      question: "问题",
      severity: "程度",
      asked: "检查",
      findings: "提示",
      notApplicable: "不适用",
      department: "部门",
      document: "文件",
      total: "提示",
    },
    severities: {
      error: "数字或文字与应有的不一致，或者缺失",
      warning: "含义可能与字面不同，使用前应看原文",
      note: "文件的特别之处",
    },
    severityCount: (findings: number) => `${formatNumber(findings)} 条`,
    departmentsTitle: (departments: number) => `按部门：${departments} 个部门有提示`,
    departmentsNote: "次序按部门编号，不是排名；提示多少与文件长短、表样有关。",
    documentsTitle: (documents: number) => `按文件：${documents} 份文件有提示`,
    compared: (expected: string, found: string) => `比照 ${expected}，原文作 ${found}`,
    rule: {
      tab: (question: string, page: number) =>
        page === 1 ? question : `${question}（第 ${page} 页）`,
      description: (question: string) =>
        `检查规则“${question}”：问的是什么、为什么问、问了多少次，逐条列出提示与原文。`,
      lede: (asked: number, findings: number) =>
        asked === 0
          ? "收录的文件中没有适用这项检查的地方。"
          : findings === 0
            ? `问了 ${formatNumber(asked)} 次，没有提示。`
            : `问了 ${formatNumber(asked)} 次，有 ${formatNumber(findings)} 条提示。`,
      label: "检查的次数",
      asked: "检查",
      findings: "其中有提示",
      silent: "其中没有提示",
      notApplicable: "不适用",
      aboutTitle: "这项检查",
      about: { severity: "程度", applies: "问什么", reason: "为什么问", id: "规则编号" },
      severity: (severity: string, meaning: string) => `${severity}：${meaning}`,
      listTitle: (findings: number) => `${formatNumber(findings)} 条提示`,
      note: "提示说的是文件的文字和数字，不说明钱花得好不好。",
      noDepartment: "部门未载明",
      group: (name: string, findings: number) => `${name}：${formatNumber(findings)} 条`,
      pages: "各页",
      page: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
    },
  },
  corrections: {
    title: (corrections: number) => `更正：${corrections} 处`,
    note: "扫描或转换损坏、规则又不能修复的文字，由人判断后更正：原文照录，数据采用更正后的文字。原文一旦改变，更正即告失效，须重新判断。",
    columns: { place: "原文位置", expected: "原文所印", replacement: "更正为", reason: "理由" },
    step: (expected: string) => `原文印作“${shortened(expected)}”，由人更正`,
    dataTitle: "更正",
    dataLead: (corrections: number) =>
      corrections === 0
        ? "目前没有任何一处文字经人更正：所有数值都由程序从原文读出。"
        : `${formatNumber(corrections)} 处文字经人判断后更正，逐处列出：`,
    document: "文件",
  },
  report: {
    link: "发现有误？",
    subject: (id: string) => `数据有误：${id}`,
    id: "编号",
    page: "网页",
    place: "位置",
    printed: "原文",
    read: "读作",
    ask: "应当是（请填写）",
    none: "（无）",
  },
};
