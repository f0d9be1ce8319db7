import { describe, expect, it } from "vitest";
import { gridOf, headsOf, recordsOf, targetOf } from "../../../src/components/explorer/columns.ts";
import { languageOf } from "../../../src/components/language.ts";
import { SORTS, TABS } from "../../../src/query/slice-conditions.ts";
import type { IndicatorRow, ProjectRow, SliceRows } from "../../../src/query/slice-rows.ts";

const chinese = languageOf("zh");

const PROJECT: ProjectRow = {
  projectId: "jia/p01",
  name: "帮扶,“清远”\n项目",
  departmentId: "jia",
  department: "甲局",
  unit: "甲局本级",
  city: "广州市",
  fiscal: 1_500_000.5,
  special: null,
  other: null,
  goal: "帮扶两地。",
  regions: "梅州市、清远市",
  year: 2024,
  theme: null,
  amount: 1_500_000.5,
  indicators: 3,
  findings: 0,
};
const INDICATOR: IndicatorRow = {
  indicatorId: "jia/p01/i01",
  name: "完成率",
  level1: "产出指标",
  level2: null,
  text: "=100%",
  kind: "quantity",
  comparison: "=",
  value: 100,
  upper: null,
  unit: "%",
  deadline: null,
  actual: "100%",
  weight: 10,
  score: null,
  family: null,
  familyEn: null,
  year: 2024,
  regions: null,
  findings: 0,
  projectId: null,
  project: null,
  departmentId: "jia",
  department: "甲局",
};
const PROJECTS: SliceRows = { tab: "projects", rows: [PROJECT] };
const INDICATORS: SliceRows = { tab: "indicators", rows: [INDICATOR] };

describe("recordsOf", () => {
  it("holds the columns shown, amounts in yuan, and the ids of what is linked", () => {
    const { fields, data } = recordsOf(PROJECTS, chinese);
    expect(Object.fromEntries(fields.map(({ name }, i) => [name, data[0]![i]]))).toEqual({
      project: "帮扶,“清远”\n项目",
      project_id: "jia/p01",
      department: "甲局",
      department_id: "jia",
      fiscal_year: 2024,
      regions: "梅州市、清远市",
      theme: null,
      amount_yuan: 1500000.5,
      indicators: 3,
      findings: 0,
    });
  });

  it("holds the columns that are chosen, in the order of the table", () => {
    const chosen = { projects: ["goal", "fiscal", "unit"], indicators: [] } as const;
    const { fields, data } = recordsOf(PROJECTS, chinese, chosen);
    expect(Object.fromEntries(fields.map(({ name }, i) => [name, data[0]![i]]))).toEqual({
      project: "帮扶,“清远”\n项目",
      project_id: "jia/p01",
      spending_unit: "甲局本级",
      fiscal_yuan: 1500000.5,
      goal: "帮扶两地。",
    });
    expect(gridOf(INDICATORS, chinese, chosen).heads.map(({ title }) => title)).toEqual(["指标"]);
  });

  it("can show every column that the table can be sorted by, in this order", () => {
    for (const tab of TABS) {
      expect(headsOf(tab, chinese).map(({ sort }) => sort)).toEqual(SORTS[tab]);
    }
  });

  it("says of each column what it holds, and its heads where there are no rows", () => {
    const { fields, data } = recordsOf({ tab: "indicators", rows: [] }, chinese);
    expect(data).toEqual([]);
    expect(fields.find(({ name }) => name === "value")).toEqual({
      name: "value",
      title: "数值",
      description: "数值，万、亿已乘开",
      type: "number",
    });
  });
});

describe("gridOf", () => {
  it("shows amounts in 万元, links, and a dash where nothing is said", () => {
    const { heads, rows } = gridOf(PROJECTS, chinese);
    expect(heads.map(({ title }) => title)).toContain("金额（万元）");
    expect(rows[0]!.cells.map(({ text }) => text)).toEqual([
      "帮扶,“清远”\n项目",
      "甲局",
      "2024",
      "梅州市、清远市",
      "—",
      "150.00",
      "3",
      "0",
    ]);
    expect(rows[0]!.cells[0]!.href).toBe("/projects/jia/p01/");
  });

  it("says of a department's own indicator that it has no project", () => {
    const cells = gridOf(INDICATORS, chinese).rows[0]!.cells;
    expect(cells.map(({ text }) => text)).toEqual([
      "完成率",
      "产出指标 › 未分类",
      "=100%",
      "= 100 %",
      "（部门整体）",
      "甲局",
    ]);
    expect(cells[4]!.href).toBeNull();
  });
});

describe("targetOf", () => {
  it.each<[why: string, some: Partial<IndicatorRow>, text: string]>([
    ["a quantity", { comparison: "≥", value: 90, unit: "%" }, "≥ 90 %"],
    ["a small number is not rounded away", { value: 0.0005, comparison: "<" }, "< 0.0005 %"],
    ["a range", { kind: "range", comparison: null, value: 3, upper: 5, unit: "台" }, "3–5 台"],
    ["a day", { kind: "deadline", value: null, deadline: "2025-12-15" }, "2025年12月15日前"],
    ["a time that fixes no day", { kind: "deadline", value: null }, "时限"],
    ["several conditions", { kind: "multiple", value: null }, "多重条件"],
    ["words", { kind: "qualitative", value: null }, "定性"],
    ["nothing", { kind: "missing", value: null }, "未载明"],
  ])("says %s", (_, some, text) => {
    expect(targetOf({ ...INDICATOR, ...some }, chinese)).toBe(text);
  });
});
