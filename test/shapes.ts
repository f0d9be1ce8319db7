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

/** Rows of cells; a cell that is merged with the one above is null, one that is blank is "". */
type Grid = readonly (readonly (string | null)[])[];

/** The columns of a form: the labels behind the third level, and the cells that an indicator has there. */
interface Columns {
  readonly heads: readonly string[];
  cells(value: string): readonly string[];
  /** The value as it must be read; as it was where the form changes nothing. */
  expected?(value: string): string;
}

const COLUMNS: Readonly<Record<string, Columns>> = {
  targets: { heads: ["指标值"], cells: (value) => [value] },
  "self-evaluation": {
    heads: ["年度指标值", "实际完成值", "分值", "得分"],
    cells: (value) => [value, value, "10", "10"],
  },
  "weights in front": { heads: ["分值", "指标值"], cells: (value) => ["10", value] },
  "values in three columns": {
    heads: ["指标性质", "指标值", "度量单位"],
    cells: (value) => partsOf(value),
    expected: (value) => {
      const [sign, ...rest] = partsOf(value);
      return (sign === "定性" ? "" : sign) + rest.join("");
    },
  },
  "remarks behind": { heads: ["年度指标值", "备注"], cells: (value) => [value, ""] },
};

/** A value as forms print it that have a column for its comparison and one for its unit. */
function partsOf(value: string): [string, string, string] {
  const found = /^([≥≤><=])?\s*(\d[\d.,]*)([^\d≥≤><=~～,，;；、年月]{0,8})$/u.exec(
    value.replaceAll(/\s/gu, ""),
  );
  return found ? [found[1] ?? "=", found[2]!, found[3]!] : ["定性", value, ""];
}

/** The ways in which the cells of a form come to us, each as the content of a file. */
const WRITERS: Readonly<Record<string, (grid: Grid) => string>> = {
  tabs: (grid) => lines(grid, "\t"),
  "tabs, levels repeated": (grid) => lines(repeated(grid), "\t"),
  pipes: (grid) => grid.map((row) => `| ${row.map((cell) => cell ?? "").join(" | ")} |`).join("\n"),
  "comma-separated": (grid) => Papa.unparse(grid.map((row) => row.map((cell) => cell ?? ""))),
  "web page": page,
  "one cell a line": (grid) => cells(grid).join("\n"),
  "blank lines between cells": (grid) => cells(grid).join("\n\n"),
  "cells closed by pipes": (grid) =>
    cells(grid)
      .map((cell) => `${cell} |`)
      .join("\n"),
  "lines broken at 12": (grid) =>
    cells(grid)
      .flatMap((cell) => broken(cell, 12))
      .join("\n"),
  "labels broken at 4": (grid) =>
    cells(grid)
      .flatMap((cell) => (/^.{1,6}指标$/u.test(cell) ? broken(cell, 4) : [cell]))
      .join("\n"),
  "spaces between cells": (grid) => spaced(grid, " "),
  "wide spaces between cells": (grid) => spaced(grid, "    "),
  "pages with a header each": (grid) => lines(paged(grid), "\t"),
  "nothing between the cells": (grid) =>
    cells(grid)
      .map((cell) => cell.replaceAll(/\s/gu, ""))
      .join(""),
};

/** One way to print a form. */
export interface Shape {
  write(sample: Sample): string;
  /** The value of an indicator as it must be read. */
  expected(value: string): string;
}

/** A form of every kind of columns in every way of writing, and two that are no forms. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  ...Object.fromEntries(
    Object.entries(WRITERS).flatMap(([writer, write]) =>
      Object.entries(COLUMNS).map(([name, columns]): [string, Shape] => [
        `${writer}: ${name}`,
        {
          write: (sample) => write(gridOf(sample, columns)),
          expected: columns.expected ?? ((value) => value),
        },
      ]),
    ),
  ),
  "tabs, no header": {
    write: (sample) => lines(headless(gridOf(sample, COLUMNS.targets!)), "\t"),
    expected: (value) => value,
  },
  "one cell a line, no header": {
    write: (sample) => cells(headless(gridOf(sample, COLUMNS.targets!))).join("\n"),
    expected: (value) => value,
  },
  "long list": { write: longList, expected: (value) => value },
  narrative: { write: narrative, expected: (value) => value },
};

function gridOf(
  { project, department, unit, amount, goal, indicators }: Sample,
  columns: Columns,
): Grid {
  const rows = [
    [columns.heads.includes("实际完成值") ? "项目支出绩效自评表" : "项目支出绩效目标表"],
    ["（2024年度）"],
    ["项目名称", project],
    ["主管部门", department, "实施单位", unit],
    ["资金情况（万元）", "年度资金总额：", amount],
    [null, "其中：财政拨款", amount],
    [null, "其他资金", "0"],
    ["年度总体目标", goal],
    ["绩效指标", "一级指标", "二级指标", "三级指标", ...columns.heads],
  ];
  let [level1, level2] = ["", ""];
  for (const indicator of indicators) {
    const isNew1 = indicator.level1 !== level1;
    const isNew2 = isNew1 || indicator.level2 !== level2;
    ({ level1, level2 } = indicator);
    rows.push([
      null,
      isNew1 ? level1 : null,
      isNew2 ? level2 : null,
      indicator.name,
      ...columns.cells(indicator.value),
    ]);
  }
  return rows;
}

function headless(grid: Grid): Grid {
  return grid.filter((row) => !row.includes("三级指标"));
}

/** Rows of a page of print; each page begins with title and header again. */
const PAGE = 5;

function paged(grid: Grid): Grid {
  const header = grid.findIndex((row) => row.includes("三级指标"));
  return grid.flatMap((row, index) => {
    const isTop = index > header + 1 && (index - header - 1) % PAGE === 0;
    return isTop ? [[`— ${Math.ceil((index - header) / PAGE)} —`], grid[header]!, row] : [row];
  });
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
