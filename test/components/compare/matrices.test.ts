import { describe, expect, it } from "vitest";
import { matricesOf, ownOf, summaryOf } from "../../../src/components/compare/matrices.ts";
import { languageOf } from "../../../src/components/language.ts";
import { ownFamilies, sharedFamilies } from "../../../src/query/profile.ts";
import { family, profile } from "./profiles.ts";

const chinese = languageOf("zh");
const english = languageOf("en");

const A = profile("甲", {
  families: [family("x", 90), family("y", 80), family("z", 1)],
  themes: [{ theme: "对口帮扶", amount: 3e6 }],
  classes: [
    { level1: "产出指标", indicators: 3 },
    { level1: null, indicators: 1 },
  ],
});
const B = profile("乙", { families: [family("x", 90), family("y", 85)], firstYear: 2023 });
const C = profile("丙", { families: [family("x", 90)], amount: 0, projects: 1, firstYear: null });

describe("the families of several", () => {
  it("are shared by two or more, those of all first", () => {
    expect(
      sharedFamilies([A, B, C]).map(({ familyId, of, isSame }) => [
        familyId,
        of.map((one) => one?.targets[0]?.value),
        isSame,
      ]),
    ).toEqual([
      ["x", [90, 90, 90], true],
      ["y", [80, 85, undefined], false],
    ]);
  });

  it("are one's own where no other has them", () => {
    expect(ownFamilies([A, B, C]).map((own) => own.map(({ familyId }) => familyId))).toEqual([
      ["z"],
      [],
      [],
    ]);
    expect(ownOf([A, B], chinese)[0]?.families).toEqual([
      { familyId: "z", text: "z名", says: "至少 1% × 2" },
    ]);
  });
});

describe("the sentence that sums a comparison up", () => {
  it.each([
    [
      "two that share some",
      [A, B],
      "项目预算：甲局 300 万元（2024 年，2 个项目），乙局 300 万元（2023—2024 年，2 个项目）。两者都问到的有 2 件事，其中 1 件目标完全相同。",
    ],
    [
      "three that share one, with the same target",
      [A, B, C],
      "项目预算：甲局 300 万元（2024 年，2 个项目），乙局 300 万元（2023—2024 年，2 个项目），丙局 0 元（年度未载明，1 个项目）。各方都问到的有 1 件事，目标都相同。",
    ],
    [
      "two that share none",
      [profile("丁", {}), profile("戊", {})],
      "项目预算：丁局 300 万元（2024 年，2 个项目），戊局 300 万元（2024 年，2 个项目）。没有一件事是两者都问到的。",
    ],
  ])("%s", (_, profiles, sentence) => {
    expect(summaryOf(profiles, chinese)).toBe(sentence);
  });

  it("is told in English too", () => {
    expect(summaryOf([A, B], english)).toBe(
      "Project budgets: 甲 office CNY 3 million (2024, 2 projects); 乙 office CNY 3 million (2023–2024, 2 projects). Both ask about 2 things, 1 with the very same targets.",
    );
  });
});

describe("the tables of a comparison", () => {
  const tables = new Map(matricesOf([A, B], chinese).map((matrix) => [matrix.key, matrix]));
  const rowsOf = (key: string) =>
    tables.get(key)?.rows.map(({ text, cells }) => [text, ...cells.map((cell) => cell.text)]);

  it("tell what one has and another has not", () => {
    expect(rowsOf("themes")).toEqual([["对口帮扶", "300 万元 · 100%", "—"]]);
  });

  it("give each share with its denominator", () => {
    expect(rowsOf("classes")).toEqual([
      ["产出指标", "3 / 4 · 75%", "—"],
      ["未分类", "1 / 4 · 25%", "—"],
    ]);
  });

  it("set the targets of a family side by side", () => {
    expect(rowsOf("families")).toEqual([
      ["x名", "至少 90% × 2", "至少 90% × 2"],
      ["y名", "至少 80% × 2", "至少 85% × 2"],
    ]);
  });
});
