import Papa from "papaparse";

/** What a form says of one project, in whatever shape it is printed. */
export interface Sample {
  readonly project: string;
  readonly department: string;
  readonly unit: string;
  /** In 万元. */
  readonly amount: string;
  readonly goal: string;
  readonly indicators: readonly SampleIndicator[];
}

export interface SampleIndicator {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly value: string;
}

/** Columns behind the value: none, or what was achieved with its points. */
type Columns = "targets" | "self-evaluation";

/** Rows of cells; a cell that is merged with the one above is null, one that is blank is "". */
type Grid = readonly (readonly (string | null)[])[];

/** The ways in which one form comes to us, each as the content of a file. */
export const SHAPES: Readonly<Record<string, (sample: Sample) => string>> = {
  tabs: (sample) => lines(gridOf(sample), "\t"),
  "tabs, self-evaluation": (sample) => lines(gridOf(sample, "self-evaluation"), "\t"),
  "tabs, levels repeated": (sample) => lines(repeated(gridOf(sample)), "\t"),
  pipes: (sample) =>
    gridOf(sample)
      .map((row) => `| ${row.map((cell) => cell ?? "").join(" | ")} |`)
      .join("\n"),
  "comma-separated": (sample) =>
    Papa.unparse(gridOf(sample).map((row) => row.map((cell) => cell ?? ""))),
  "web page": (sample) => page(gridOf(sample)),
  "web page, self-evaluation": (sample) => page(gridOf(sample, "self-evaluation")),
  "one cell a line": (sample) => cells(gridOf(sample)).join("\n"),
  "one cell a line, self-evaluation": (sample) =>
    cells(gridOf(sample, "self-evaluation")).join("\n"),
  "one cell a line, blank lines between": (sample) => cells(gridOf(sample)).join("\n\n"),
  "one cell a line, closed by pipes": (sample) =>
    cells(gridOf(sample))
      .map((cell) => `${cell} |`)
      .join("\n"),
  "one cell a line, broken at 12": (sample) =>
    cells(gridOf(sample))
      .flatMap((cell) => broken(cell, 12))
      .join("\n"),
  "rows parted by a space": (sample) => spaced(gridOf(sample), " "),
  "rows parted by a space, self-evaluation": (sample) =>
    spaced(gridOf(sample, "self-evaluation"), " "),
  "rows parted by wide spaces": (sample) => spaced(gridOf(sample), "    "),
  "nothing between the cells": (sample) =>
    cells(gridOf(sample))
      .map((cell) => cell.replaceAll(/\s/gu, ""))
      .join(""),
  "nothing between the cells, self-evaluation": (sample) =>
    cells(gridOf(sample, "self-evaluation"))
      .map((cell) => cell.replaceAll(/\s/gu, ""))
      .join(""),
  "long list": longList,
  narrative: narrative,
};

function gridOf(
  { project, department, unit, amount, goal, indicators }: Sample,
  columns: Columns = "targets",
): Grid {
  const isEvaluation = columns === "self-evaluation";
  const heads = isEvaluation ? ["年度指标值", "实际完成值", "分值", "得分"] : ["指标值"];
  const rows = [
    [isEvaluation ? "项目支出绩效自评表" : "项目支出绩效目标表"],
    ["（2024年度）"],
    ["项目名称", project],
    ["主管部门", department, "实施单位", unit],
    ["资金情况（万元）", "年度资金总额：", amount],
    [null, "其中：财政拨款", amount],
    [null, "其他资金", "0"],
    ["年度总体目标", goal],
    ["绩效指标", "一级指标", "二级指标", "三级指标", ...heads],
  ];
  let [level1, level2] = ["", ""];
  for (const indicator of indicators) {
    const isNew1 = indicator.level1 !== level1;
    const isNew2 = isNew1 || indicator.level2 !== level2;
    ({ level1, level2 } = indicator);
    const behind = isEvaluation ? [indicator.value, "10", "10"] : [];
    rows.push([
      null,
      isNew1 ? level1 : null,
      isNew2 ? level2 : null,
      indicator.name,
      indicator.value,
      ...behind,
    ]);
  }
  return rows;
}

function cells(grid: Grid): string[] {
  return grid.flat().filter((cell) => cell !== null && cell !== "") as string[];
}

function lines(grid: Grid, separator: string): string {
  return grid.map((row) => row.map((cell) => cell ?? "").join(separator)).join("\n");
}

function spaced(grid: Grid, space: string): string {
  return grid
    .map((row) =>
      row
        .filter((cell) => cell !== null && cell !== "")
        .map((cell) => cell!.replaceAll(/\s/gu, ""))
        .join(space),
    )
    .join("\n");
}

function repeated(grid: Grid): Grid {
  const above: string[] = [];
  return grid.map((row) =>
    row.map((cell, column) => (above[column] = cell ?? above[column] ?? "")),
  );
}

function broken(text: string, width: number): string[] {
  return text.match(new RegExp(`[^]{1,${width}}`, "gu")) ?? [];
}

/** A table whose merged cells span their rows. */
function page(grid: Grid): string {
  const width = Math.max(...grid.map((row) => row.length));
  const rows = grid.map((row, index) =>
    row.map((cell, column) => {
      if (cell === null) return "";
      const below = grid
        .slice(index + 1)
        .findIndex((next) => next[column] !== null || next.length <= column);
      const span = below < 0 ? grid.length - index : below + 1;
      const across = column === row.length - 1 ? width - column : 1;
      return `<td rowspan="${span}" colspan="${across}">${cell}</td>`;
    }),
  );
  return `<html><meta charset="utf-8"><body><table>${rows.map((row) => `<tr>${row.join("")}</tr>`).join("\n")}</table></body></html>`;
}

function longList({ project, department, unit, amount, goal, indicators }: Sample): string {
  const rows = indicators.map(({ level1, level2, name, value }, index) => [
    ...(index === 0 ? [project, unit, amount, goal] : ["", "", "", ""]),
    level1,
    level2,
    name,
    value,
  ]);
  const head = [
    "项目名称",
    "实施单位",
    "预算数",
    "绩效目标",
    "一级指标",
    "二级指标",
    "三级指标",
    "指标值",
  ];
  return [
    ["部门预算项目绩效目标表"],
    [`部门：${department}`, "", "", "", "", "", "金额单位：万元"],
    head,
    ...rows,
  ]
    .map((row) => row.join("\t"))
    .join("\n");
}

function narrative({ project, department, unit, amount, goal, indicators }: Sample): string {
  const parts = [
    `${project}绩效目标情况说明`,
    "（2024年度）",
    `一、项目名称：${project}`,
    `二、主管部门：${department}`,
    `实施单位：${unit}`,
    `三、年度预算安排：本年安排预算${amount}万元。`,
    `四、年度绩效目标：${goal}`,
    "五、绩效指标",
  ];
  const byClass = Map.groupBy(indicators, ({ level1 }) => level1);
  for (const [level1, all] of byClass) {
    parts.push(`${level1}：`);
    for (const [level2, own] of Map.groupBy(all, (each) => each.level2)) {
      parts.push(`${level2}：${own.map(({ name, value }) => `${name}${value}`).join("；")}。`);
    }
  }
  return parts.join("\n");
}
