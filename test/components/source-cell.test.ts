import { describe, expect, it } from "vitest";
import {
  amountCells,
  cellsIn,
  cellWith,
  filledCells,
  marksIn,
  mentionCell,
  segmentsOf,
} from "../../src/components/source-cell.ts";
import { cutSource } from "../../src/components/source-text.ts";

const cellsOf = (text: string) => filledCells(cutSource(text, "txt"));
const span = (start: number | null, end: number | null) => ({ page: 1, row: 1, start, end });

describe("the cells of a span", () => {
  const cells = cellsOf("甲乙\t丙丁\n戊己\n");

  it.each([
    ["one that it lies in", 1, 2, ["甲乙"]],
    ["all that it touches", 1, 7, ["甲乙", "丙丁", "戊己"]],
    ["none between two", 2, 3, []],
    ["none of what has no place", null, null, []],
    ["up to the last", 0, 99, ["甲乙", "丙丁", "戊己"]],
  ])("are %s", (_, start, end, expected) => {
    expect(cellsIn(cells, span(start, end)).map(({ text }) => text)).toEqual(expected);
  });
});

describe("the cell of a value", () => {
  it.each([
    ["that holds nothing else, though another contains it", "≥3期以上\t≥3期", "≥3期", 2],
    ["that contains it", "名称\t1、展览面积,年度指标 值:5万平方", "5万平方", 2],
    ["whatever the spaces and the width", "名称\t5 0， 000", "50,000", 2],
    ["with raised figures", "名称\t约1600m <sup>2</sup>", "约1600m²", 2],
    ["where it begins, over several lines", "名称\n推动乡村\n振兴", "推动乡村振兴", 2],
    ["that is the only one", "名称和值", "别的", 1],
    ["with its number, in a form with a column for sign and unit", "≥\t100\t人\t100", "≥100人", 2],
    ["that begins it, where the unit stands nowhere", "≥\t100\t10", "≥100人", 1],
  ])("is the one %s", (_, text, value, position) => {
    const cells = cellsOf(text);
    expect(cellWith(cells, value)).toBe(cells[position - 1]);
  });

  it("is the last of the same, where asked", () => {
    const cells = cellsOf("次数\t2\t2");
    expect(cellWith(cells, "2", "last")).toBe(cells[2]);
  });

  it("is none, where none prints it", () => {
    expect(cellWith(cellsOf("甲\t乙"), "丙")).toBeUndefined();
  });
});

describe("the cells of amounts", () => {
  it.each([
    ["one after the other", "费\t220.00\t220. 00", [2_200_000, 2_200_000], "万元", [2, 3]],
    ["the same, where it is printed once", "费\t50.00", [500_000, 500_000], "万元", [2, 2]],
    ["with thousands marked", "费\t500,000.00", [500_000], "元", [2]],
    ["alone rather than in a sentence", "共50万\t50", [500_000], "万元", [2]],
    [
      "in a line with others",
      "项目支出 265,460.48 其他资金 1,715.52\n其他",
      [17_155_200],
      "万元",
      [1],
    ],
    ["0 as it is printed", "费\t0.00", [0], "万元", [2]],
    ["none of what is blank", "费\t1.00", [null], "万元", [undefined]],
    ["none where none prints it", "费\t1.00", [3], "元", [undefined]],
  ])("are found %s", (_, text, amounts, unit, positions) => {
    const cells = cellsOf(text);
    const found = amountCells(cells, amounts, unit);
    expect(found).toEqual(positions.map((n) => (n === undefined ? undefined : cells[n - 1])));
  });
});

describe("the cell that names a place", () => {
  const cells = cellsOf("对口帮扶梅州资金\t帮扶清远、梅州\t到梅州\n");

  it.each([
    ["the one of the words that it was read from", "帮扶清远、梅州", 2],
    ["the first, where those stand in no cell", "别处", 1],
    ["the first, where it was read from anywhere", null, 1],
  ])("is %s", (_, context, position) => {
    expect(mentionCell(cells, "梅州", context)).toBe(cells[position - 1]);
  });
});

describe("records that share a cell", () => {
  const cells = cellsOf("名称\t1、甲。2、𠮷。\n");

  it.each([
    [
      "are marked",
      [
        [3, 7],
        [7, 11],
      ],
      ["*1、甲。", "*2、𠮷。"],
    ],
    [
      "leave what is between them",
      [
        [5, 6],
        [9, 10],
      ],
      ["1、", "*甲", "。2、", "*𠮷", "。"],
    ],
    [
      "are left out where they overlap",
      [
        [3, 7],
        [5, 9],
      ],
      ["*1、甲。", "2、𠮷。"],
    ],
    ["are none where one is the whole cell", [[3, 11]], ["1、甲。2、𠮷。"]],
    ["are none where one spans several cells", [[0, 7]], ["1、甲。2、𠮷。"]],
  ])("%s", (_, spans, expected) => {
    const marks = marksIn(
      cells,
      spans.map(([start, end]) => span(start!, end!)),
    );
    const segments = segmentsOf(cells[1]!, [...marks.values()]);
    expect(segments.map(({ text, mark }) => (mark ? "*" : "") + text)).toEqual(expected);
  });
});
