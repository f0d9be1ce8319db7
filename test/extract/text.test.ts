import { describe, expect, it } from "vitest";
import { textToTables } from "../../src/extract/text.ts";

const cellsOf = (text: string) =>
  textToTables(text).map((page) => page.rows.map((row) => row.cells.map((cell) => cell.text)));

describe("textToTables", () => {
  it.each<[why: string, text: string, pages: string[][][]]>([
    ["cells between tabs, empty ones kept", "a\t\tb\n", [[["a", "", "b"]]]],
    ["a line without tabs as one cell", "标题\n", [[["标题"]]]],
    ["spaces around a cell's words as none of theirs", " a \t b ", [[["a", "b"]]]],
    [
      "Windows line ends",
      "a\tb\r\nc\td\r\n",
      [
        [
          ["a", "b"],
          ["c", "d"],
        ],
      ],
    ],
    [
      "Markdown's pipes, without its rule",
      "| a | b |\n|---|---|\n| c |  |",
      [
        [
          ["a", "b"],
          ["c", ""],
        ],
      ],
    ],
    ["a form feed as a page break", "a\n\fb", [[["a"]], [["b"]]]],
    ["a blank line behind a table as a page break", "a\tb\n\nc\td", [[["a", "b"]], [["c", "d"]]]],
    ["page numbers as no rows", "a\tb\n— 1 —\nc\td\n第2页，共2页", [[["a", "b"]], [["c", "d"]]]],
    ["a blank line in running text as none", "a\n\nb", [[["a"], ["b"]]]],
  ])("reads %s: %j", (_, text, pages) => {
    expect(cellsOf(text)).toEqual(pages);
  });

  it("knows where each cell stands", () => {
    const text = "标题\n\n名称\t 金额 \n";
    const [page] = textToTables(text);
    const { pieces } = page!.rows[1]!.cells[1]!;
    expect(pieces).toEqual([{ at: 0, start: 8, length: 2, page: 1, row: 2, column: 2 }]);
    expect(text.slice(8, 10)).toBe("金额");
  });

  it("tells which rows stand below white space", () => {
    const [page] = textToTables("a\nb\n\nc");
    expect(page!.rows.map((row) => row.afterGap)).toEqual([false, false, true]);
  });
});
