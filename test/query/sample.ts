import {
  BASE_TABLES,
  tableSchema,
  type BaseTable,
  type PublishedRow,
  type PublishedTables,
  type Value,
} from "../../src/model/schema.ts";

/** Rows of which only the columns that matter are named; the others are null. */
export type SampleRows = Partial<Record<BaseTable, readonly Readonly<Record<string, Value>>[]>>;

/**
 * A small, whole, made-up data set: 甲市协作办 (two documents of different years, one of them the
 * department's form) and 乙市援助局, five projects, one without a region, two with several.
 */
const SAMPLE: Required<SampleRows> = {
  disclosures: [
    disclosure("jia-projects-2025", "甲市协作办公室", "jia", 2025, { title: "项目绩效目标表" }),
    disclosure("jia-department-2024", "甲市协作办公室", "jia", 2024, {
      layout: "department-form",
      goal: "统筹做好东西部协作和对口支援工作。",
    }),
    disclosure("yi-projects-2025", "乙市援助局", "yi", 2025, {
      amount_unit: "元",
      amount_unit_basis: "inferred",
      note: "未载明金额单位，按元计",
    }),
    {
      disclosure_id: "unknown",
      file: "unknown.txt",
      format: "txt",
      fiscal_year_basis: "none",
      sha256: "0".repeat(64),
      pages: 1,
      status: "unrecognised",
      note: "没有认出表样",
    },
  ],
  departments: [
    department("jia", "甲市协作办公室", "440100", "广州市"),
    department("yi", "乙市援助局", "441900", "东莞市"),
  ],
  projects: [
    project("jia-projects-2025", 1, "jia", "驻梅州市帮扶工作经费", 220_000_000n, {
      unit: "甲市协作办公室本级",
      theme: "对口帮扶",
      goal: "支持梅州市12个镇的乡村振兴。",
    }),
    project("jia-projects-2025", 2, "jia", "对口支援西藏、新疆项目", 150_000_050n, {
      unit: "甲市对口支援中心",
      theme: "对口支援",
      other_yuan: 50n,
      fiscal_yuan: 150_000_000n,
    }),
    project("jia-projects-2025", 3, "jia", "办公设备购置", 0n, { unit: "甲市协作办公室本级" }),
    project("yi-projects-2025", 1, "yi", "梅州、韶关对口帮扶资金", 300_000_000n, {
      theme: "对口帮扶",
    }),
    project("yi-projects-2025", 2, "yi", "东西部协作资金", null, {
      theme: "东西部协作",
      fiscal_yuan: null,
    }),
  ],
  project_regions: [
    region("jia-projects-2025/p01", "441400", "梅州市", "name", 1),
    region("jia-projects-2025/p02", "540000", "西藏自治区", "name", 0.5),
    region("jia-projects-2025/p02", "650000", "新疆维吾尔自治区", "name", 0.5),
    region("yi-projects-2025/p01", "440200", "韶关市", "name", 0.5),
    region("yi-projects-2025/p01", "441400", "梅州市", "name", 0.5),
    region("yi-projects-2025/p02", "522300", "黔西南布依族苗族自治州", "goal", 1),
  ],
  indicators: [
    indicator("jia-projects-2025/p01", 1, "jia", "产出指标", "数量指标", "帮扶镇数量", {
      ...quantity("≥12个", "≥", 12, "个"),
    }),
    indicator("jia-projects-2025/p01", 2, "jia", "产出指标", "质量指标", "项目验收合格率", {
      ...quantity("100%", "=", 100, "%"),
      family_id: "acceptance-rate",
    }),
    indicator("jia-projects-2025/p01", 3, "jia", "满意度指标", "服务对象满意度指标", "群众满意度", {
      ...quantity("≥90%", "≥", 90, "%"),
      family_id: "satisfaction",
    }),
    indicator("jia-projects-2025/p02", 1, "jia", "产出指标", "时效指标", "资金拨付时间", {
      annual_value: "2025年12月15日前",
      target_kind: "deadline",
      deadline: "2025-12-15",
    }),
    indicator("jia-projects-2025/p02", 2, "jia", "产出指标", "成本指标", "成本控制", {
      ...quantity("≤1500000.5元", "≤", 1_500_000.5, "元"),
    }),
    indicator("jia-projects-2025/p02", 3, "jia", "效益指标", "社会效益指标", "民族团结", {
      annual_value: "显著提升",
      target_kind: "qualitative",
    }),
    indicator("jia-projects-2025/p03", 1, "jia", "产出指标", "数量指标", "购置数量", {
      annual_value: "3-5台",
      target_kind: "range",
      value: 3,
      upper: 5,
      unit: "台",
    }),
    indicator("yi-projects-2025/p01", 1, "yi", "产出指标", "数量指标", "培训批次", {
      annual_value: "≥180批次或600人次",
      target_kind: "multiple",
    }),
    indicator("yi-projects-2025/p01", 2, "yi", "满意度指标", "服务对象满意度指标", "受援地满意度", {
      ...quantity("≥85%", "≥", 85, "%"),
      family_id: "satisfaction",
    }),
    indicator("yi-projects-2025/p02", 1, "yi", "效益指标", "经济效益指标", "带动就业", {
      ...quantity("≥2万人", "≥", 20_000, "人"),
      truncated: true,
    }),
    indicator("yi-projects-2025/p02", 2, "yi", null, null, "工作完成情况", {
      target_kind: "missing",
      level2_basis: "none",
    }),
    indicator("jia-department-2024", 1, "jia", "成本指标", "经济成本指标", "预算控制率", {
      ...quantity("≤100%", "≤", 100, "%"),
      project_id: null,
      weight: 10,
      score: 9.5,
    }),
  ],
  totals: [
    total("jia-projects-2025", 1, "合计", 370_000_050n),
    total("jia-projects-2025", 2, "甲市协作办公室本级", 220_000_000n),
    total("jia-projects-2025", 3, "甲市对口支援中心", 150_000_050n),
    total("yi-projects-2025", 1, "合计", 300_000_000n),
  ],
  department_budgets: [
    {
      disclosure_id: "jia-department-2024",
      item: "基本支出",
      amount_yuan: 90_000_000n,
      ...place(1),
    },
    {
      disclosure_id: "jia-department-2024",
      item: "项目支出",
      amount_yuan: 360_000_000n,
      ...place(2),
    },
  ],
  tasks: [
    {
      disclosure_id: "jia-department-2024",
      seq: 1,
      name: "东西部协作",
      content: "落实东西部协作协议。",
      amount_yuan: 120_000_000n,
      goal: "完成协议指标。",
      ...place(3),
    },
    { disclosure_id: "jia-department-2024", seq: 2, name: "机关运转", ...place(4) },
  ],
  findings: [
    finding("yi-projects-2025", "target/missing", 1, "warning", {
      project_id: "yi-projects-2025/p02",
      indicator_id: "yi-projects-2025/p02/i02",
    }),
    finding("yi-projects-2025", "amount/unit-inferred", 1, "note", {}),
    finding("yi-projects-2025", "amount/parts-differ", 1, "error", {
      project_id: "yi-projects-2025/p01",
      expected: "300万元",
      found: "299万元",
    }),
  ],
  rules: [
    rule("target/missing", "warning", 12, 1),
    rule("amount/unit-inferred", "note", 3, 1),
    rule("amount/parts-differ", "error", 4, 1),
    rule("region/name-and-goal-differ", "note", 4, 0),
  ],
  disclosure_rules: [
    asked("yi-projects-2025", "target/missing", 4, 1),
    asked("yi-projects-2025", "amount/parts-differ", 2, 1),
    asked("yi-projects-2025", "amount/unit-inferred", 1, 1),
    asked("yi-projects-2025", "region/name-and-goal-differ", 0, 0, 2),
    asked("jia-projects-2025", "target/missing", 7, 0),
    asked("jia-projects-2025", "amount/parts-differ", 2, 0, 1),
  ],
  corrections: [
    {
      disclosure_id: "yi-projects-2025",
      cell: 2,
      expected: "东西剖协作资金",
      replacement: "东西部协作资金",
      reason: "扫描误识",
      applied: 1,
      ...place(2),
    },
  ],
  regions: [
    place2260("440000", "广东省", "广东", "province", null),
    place2260("440100", "广州市", "广州", "prefecture", "440000"),
    place2260("440200", "韶关市", "韶关", "prefecture", "440000"),
    place2260("441400", "梅州市", "梅州", "prefecture", "440000"),
    place2260("441900", "东莞市", "东莞", "prefecture", "440000"),
    place2260("520000", "贵州省", "贵州", "province", null),
    place2260("522300", "黔西南布依族苗族自治州", "黔西南", "prefecture", "520000"),
    place2260("540000", "西藏自治区", "西藏", "province", null),
    place2260("650000", "新疆维吾尔自治区", "新疆", "province", null),
  ],
  indicator_families: [
    family("acceptance-rate", "验收合格率", "acceptance rate", 1),
    family("satisfaction", "满意度", "satisfaction", 2),
  ],
  family_matches: [],
};

/** The sample as published tables, whole tables of it replaced by those given. */
export function sampleTables(overrides: SampleRows = {}): PublishedTables {
  const rows = { ...SAMPLE, ...overrides };
  return Object.fromEntries(
    BASE_TABLES.map((name) => [
      name,
      rows[name].map((row): PublishedRow => ({
        ...Object.fromEntries(tableSchema(name).columns.map((column) => [column.name, null])),
        ...row,
      })),
    ]),
  ) as unknown as PublishedTables;
}

type Row = Readonly<Record<string, Value>>;

function place(row: number): Row {
  return { page: 1, row, text_start: row * 100, text_end: row * 100 + 80 };
}

function disclosure(id: string, name: string, departmentId: string, year: number, more: Row): Row {
  return {
    disclosure_id: id,
    file: `${id}.txt`,
    format: "txt",
    layout: "project-table",
    department_id: departmentId,
    department_name: name,
    fiscal_year: year,
    fiscal_year_basis: "printed",
    amount_unit: "万元",
    amount_unit_basis: "printed",
    sha256: "0".repeat(64),
    source_url: `https://example.org/${id}`,
    retrieved: "2026-01-31",
    pages: 2,
    status: "read",
    ...more,
  };
}

function department(id: string, name: string, code: string, regionName: string): Row {
  return {
    department_id: id,
    name,
    region_code: code,
    region_name: regionName,
    region_level: "prefecture",
  };
}

function project(
  disclosureId: string,
  seq: number,
  departmentId: string,
  name: string,
  fen: bigint | null,
  more: Row,
): Row {
  return {
    project_id: `${disclosureId}/p0${seq}`,
    disclosure_id: disclosureId,
    department_id: departmentId,
    seq,
    name,
    amount_yuan: fen,
    fiscal_yuan: fen,
    ...place(seq),
    ...more,
  };
}

function region(id: string, code: string, name: string, basis: string, share: number): Row {
  return {
    project_id: id,
    region_code: code,
    region_name: name,
    basis,
    mention: name.slice(0, 2),
    share,
  };
}

function indicator(
  owner: string,
  seq: number,
  departmentId: string,
  level1: string | null,
  level2: string | null,
  name: string,
  more: Row,
): Row {
  return {
    indicator_id: `${owner}/i0${seq}`,
    disclosure_id: owner.split("/")[0]!,
    project_id: owner,
    department_id: departmentId,
    seq,
    level1,
    level2,
    level1_printed: level1,
    level2_printed: level2,
    level2_basis: "printed",
    name,
    truncated: false,
    ...place(10 + seq),
    ...more,
  };
}

function quantity(printed: string, comparison: string, value: number, unit: string): Row {
  return { annual_value: printed, target_kind: "quantity", comparison, value, unit };
}

function total(disclosureId: string, seq: number, name: string, fen: bigint): Row {
  return {
    disclosure_id: disclosureId,
    seq,
    name,
    total_yuan: fen,
    fiscal_yuan: fen,
    ...place(20 + seq),
  };
}

function finding(disclosureId: string, id: string, n: number, severity: string, more: Row): Row {
  return {
    finding_id: `${disclosureId}/${id}/${n}`,
    rule: id,
    severity,
    disclosure_id: disclosureId,
    message: "说明",
    message_en: "message",
    ...place(1),
    ...more,
  };
}

function rule(id: string, severity: string, asked: number, findings: number): Row {
  return {
    rule: id,
    severity,
    question: `${id}？`,
    question_en: `${id}?`,
    asked,
    findings,
    not_applicable: 2,
    applies: "每个项目。",
    applies_en: "Every project.",
    reason: "应当知道。",
    reason_en: "One should know.",
    scope: "disclosure",
  };
}

function asked(id: string, rule: string, times: number, findings: number, passedOver = 0): Row {
  return { disclosure_id: id, rule, asked: times, findings, not_applicable: passedOver };
}

function place2260(
  code: string,
  name: string,
  shortName: string,
  level: string,
  parent: string | null,
): Row {
  const province = `${code.slice(0, 2)}0000`;
  const names = { name, short_name: shortName, name_en: `${code} in full`, short_name_en: code };
  return { code, ...names, level, parent_code: parent, province_code: province };
}

function family(id: string, name: string, nameEn: string, indicators: number): Row {
  return {
    family_id: id,
    name,
    name_en: nameEn,
    unit_class: "ratio",
    direction: "higher",
    indicators,
    units: "share",
    definition: name,
    definition_en: nameEn,
    belongs: `${name} ≥90%`,
    excludes: "满意户数 ≥300户",
    words: name,
  };
}
