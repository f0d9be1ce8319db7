import { describe, expect, it } from "vitest";
import { cutSource } from "../../src/components/source-text.ts";

/** Pages as rows as the words of their cells. */
const words = (text: string, format = "txt") =>
  cutSource(text, format).map(({ rows }) =>
    rows.map(({ cells }) => cells.map((cell) => cell.text)),
  );

describe("a text is cut", () => {
  it.each([
    ["at tabs, empty cells kept", "甲\t\t乙\n", "txt", [[["甲", "", "乙"]]]],
    ["at form feeds", "甲\n\f乙\n", "txt", [[["甲"]], [["乙"]]]],
    ["below a table, at a blank line", "甲\t乙\n\n丙\n", "txt", [[["甲", "乙"]], [["丙"]]]],
    ["not between lines, at a blank line", "甲\n\n乙\n", "txt", [[["甲"], ["乙"]]]],
    ["without page numbers", "甲\n— 1 —\n乙", "txt", [[["甲"], ["乙"]]]],
    [
      "at pipes",
      "| 甲 | 乙 |\n|---|---|\n| 丙 | |",
      "txt",
      [
        [
          ["甲", "乙"],
          ["丙", ""],
        ],
      ],
    ],
    [
      "at form feeds alone, where the extractor laid it out",
      "甲\t乙\n\n丙\n\f\f丁",
      "pdf",
      [[["甲", "乙"], ["丙"]], [], [["丁"]]],
    ],
    ["with pipes as words, where the extractor laid it out", "| 甲 |", "pdf", [[["| 甲 |"]]]],
    ["into a page without words", "", "txt", [[]]],
  ] as const)("%s", (_, text, format, expected) => {
    expect(words(text, format)).toEqual(expected);
  });

  it("with places that count code points", () => {
    const [page] = cutSource("𠮷\t 甲\r\n乙", "txt");
    const cells = page!.rows.flatMap((row) => row.cells);
    expect(cells.map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [3, 4],
      [6, 7],
    ]);
  });
});
