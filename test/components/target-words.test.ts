import { expect, it } from "vitest";
import { languageOf } from "../../src/components/language.ts";
import { targetWords, type Target } from "../../src/components/target-words.ts";

const target = (more: Partial<Target>): Target => ({
  kind: "quantity",
  comparison: null,
  value: null,
  upper: null,
  unit: null,
  deadline: null,
  truncated: false,
  ...more,
});

it.each<[why: string, more: Partial<Target>, words: string]>([
  ["a percentage", { comparison: "≥", value: 90, unit: "%" }, "数量：至少 90%"],
  ["a limit", { comparison: "≤", value: 3, unit: "人" }, "数量：至多 3 人"],
  ["a number without a unit", { comparison: "=", value: 1 }, "数量：等于 1"],
  ["a target of nothing", { comparison: "=", value: 0, unit: "起" }, "数量：等于 0 起"],
  ["a large amount", { comparison: "=", value: 4.2e8, unit: "元" }, "数量：等于 4.2 亿元"],
  ["a range", { kind: "range", value: 3, upper: 5, unit: "台" }, "区间：3 台至 5 台"],
  [
    "several conditions, which are not told apart",
    { kind: "multiple" },
    "多重：含几个条件，见原文",
  ],
  ["a day", { kind: "deadline", deadline: "2024-10-31" }, "时限：2024年10月31日前"],
  ["a period without a day", { kind: "deadline" }, "时限：没有写到日，见原文"],
  ["words", { kind: "qualitative" }, "定性：用文字描述，没有数字"],
  ["nothing", { kind: "missing" }, "未载明：没有填写目标"],
  [
    "nothing where the source breaks off",
    { kind: "missing", truncated: true },
    "未载明：原文在此中断",
  ],
])("says %s", (_, more, words) => {
  expect(targetWords(target(more), languageOf("zh"))).toBe(words);
});
