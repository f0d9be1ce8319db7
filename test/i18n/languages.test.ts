import { describe, expect, it } from "vitest";
import { LOCALES, stringsIn } from "../../src/i18n/index.ts";
import { HARSH, leavesOf, wordsOf } from "./words.ts";

const [chinese, english] = LOCALES.map((locale) => leavesOf(stringsIn(locale)));

/** Where English speaks of Chinese words, or of Chinese itself. */
const OF_CHINESE = [
  "site.other",
  "data.cautions.3",
  "data.dictionaryColumns.other",
  "take.columns.value",
  /^about\.(words|reading)\./u,
  /^steps\.(tenThousands|unit)$/u,
];

describe("every language", () => {
  it("has the same strings, as texts or as functions of as many figures", () => {
    const shapeOf = (leaves: typeof chinese) =>
      leaves!.map(({ path, value }) => [path, typeof value]);
    expect(shapeOf(english)).toEqual(shapeOf(chinese));
  });

  it("leads to the same pages", () => {
    const paths = (leaves: typeof chinese) => leaves!.filter(({ path }) => path.endsWith(".path"));
    expect(paths(english)).toEqual(paths(chinese));
  });

  it.each(LOCALES)("is neutral: %s", (locale) => {
    const harsh = leavesOf(stringsIn(locale)).filter((leaf) => HARSH.test(wordsOf(leaf)));
    expect(harsh.map(({ path }) => path)).toEqual([]);
  });
});

it("says everything in English but what is about Chinese", () => {
  const left = english!
    .filter((leaf) => /\p{Script=Han}/u.test(wordsOf(leaf)))
    .map(({ path }) => path)
    .filter(
      (path) => !OF_CHINESE.some((known) => path === known || path.match(known)?.index === 0),
    );
  expect(left).toEqual([]);
});
