import { expect, it } from "vitest";
import { excerptOf } from "../../src/components/excerpt.ts";

it.each([
  ["words in the middle", "甲乙丙丁戊己", 2, 4, 1, ["乙", "丙丁", "戊", true, true]],
  ["words at the beginning", "甲乙丙丁", 0, 1, 2, ["", "甲", "乙丙", false, true]],
  ["words at the end", "甲乙丙丁", 3, 4, 9, ["甲乙丙", "丁", "", false, false]],
  [
    "code points, where a character takes two units",
    "𠮷𠮷甲乙",
    2,
    3,
    1,
    ["𠮷", "甲", "乙", true, false],
  ],
  ["tabs and line ends as they are", "甲\t乙\n丙", 2, 3, 1, ["\t", "乙", "\n", true, true]],
])("shows %s", (_, text, start, end, context, expected) => {
  const { before, words, after, startsInside, endsInside } = excerptOf(text, start, end, context);
  expect([before, words, after, startsInside, endsInside]).toEqual(expected);
});
