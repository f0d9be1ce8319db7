import { expect, it } from "vitest";
import { endOfAmount, type MoneyColumn } from "../../src/recognise/stream-glue.ts";

const BUDGET: readonly MoneyColumn[] = ["budget", "spent"];
const RATED: readonly MoneyColumn[] = [...BUDGET, "rate"];
const FULL: readonly MoneyColumn[] = ["budget", "spent", "weight", "rate", "score"];

// prettier-ignore
it.each([
  ["a budget that is spent", "2020", BUDGET, undefined, "20"],
  ["a rate that tells", "194.9194.9100%", RATED, undefined, "194.9"],
  ["a weight in front of the rate", "310.2154.741050%5", FULL, undefined, "310.2"],
  ["a score behind it", "202010100.00%10", FULL, undefined, "20"],
  ["the budgets at the start of the year and after changes", "310.2310.2154.741050%5", ["budget", ...FULL], undefined, "310.2"],
  ["the amount of the row above", "310.2154.74", BUDGET, "310.2", "310.2"],
  ["one amount", "865.5", [], undefined, "865.5"],
  ["amounts that may be cut anywhere", "123456", BUDGET, undefined, undefined],
] as const)("cuts amounts that touch: %s", (_, text, columns, known, expected) => {
  const end = endOfAmount(text, columns, known);
  expect(end === undefined ? undefined : text.slice(0, end)).toBe(expected);
});
