import { describe, expect, it } from "vitest";
import { changesBetween, type YearRow } from "../../src/publish/target-changes.ts";

let count = 0;

/** An indicator of a year; “≥90%” and the like are read as the pipeline reads them. */
function row(
  year: number,
  project: string | null,
  name: string,
  value: string,
  more = {},
): YearRow {
  const [, comparison, digits, unit] = /^([≥≤=])?(\d+)(.*)$/u.exec(value) ?? [];
  const isDate = /前$/u.test(value);
  return {
    departmentId: "d",
    year,
    projectId: project && `${year}/${project}`,
    project,
    indicatorId: `${year}/${++count}`,
    name,
    annualValue: value || null,
    kind: isDate ? "deadline" : digits ? "quantity" : "qualitative",
    comparison: digits && !isDate ? (comparison ?? "=") : null,
    value: digits && !isDate ? Number(digits) : null,
    upper: null,
    unit: isDate ? null : (unit ?? null),
    deadline: null,
    ...more,
  };
}

/** What became of one indicator of one project. */
function change(before: [string, string], after: [string, string]) {
  const changes = changesBetween([row(2024, "甲", ...before)], [row(2025, "甲", ...after)]);
  return changes.map((each) => each["change"]).join(" ");
}

describe("changesBetween", () => {
  it.each<[change: string, before: [string, string], after: [string, string]]>([
    ["unchanged", ["满意度", "≥90%"], ["满意度", "≥90%"]],
    ["unchanged", ["完工时间", "2024年12月底前"], ["完工时间", "2025年12月底前"]],
    ["raised", ["受益群众满意度", "≥85%"], ["受益群众满意度", "≥90%"]],
    ["lowered", ["培训人数", "≥400人"], ["培训人数", "≥300人"]],
    ["reworded", ["受益群众满意度", "≥90%"], ["受益群众的满意度", "≥90%"]],
    ["reworded", ["社会影响力", "较好"], ["社会影响力", "持续提升"]],
    ["changed", ["社会影响力", "较好"], ["社会影响力", "≥5次"]],
    ["changed", ["培训人数", "≥400人"], ["培训人数", "=400人"]],
    ["changed", ["培训人数", "≥400人"], ["培训人数", "≥400人次"]],
    ["changed", ["完工时间", "2024年12月底前"], ["完工时间", "2025年6月底前"]],
    ["dropped added", ["媒体报道次数", "≥6次"], ["办公场所租赁面积", "≥180平方米"]],
  ])("finds %s: %j, %j", (expected, before, after) => {
    expect(change(before, after)).toBe(expected);
  });

  it("pairs the same names first, then the most alike", () => {
    const before = [
      row(2024, "2024年干部培训", "培训班期数", "≥3期"),
      row(2024, "2024年干部培训", "培训人数", "≥100人"),
    ];
    const after = [
      row(2025, "2025年干部培训", "参加培训人数", "≥90人"),
      row(2025, "2025年干部培训", "培训班期数", "≥4期"),
    ];
    expect(changesBetween(before, after)).toMatchObject([
      { change: "raised", text_before: "培训班期数：≥3期", text_after: "培训班期数：≥4期" },
      { change: "lowered", text_before: "培训人数：≥100人", text_after: "参加培训人数：≥90人" },
    ]);
  });

  it("keeps repeated names in their order", () => {
    const before = [row(2024, "甲", "资金到位率", "≥1"), row(2024, "甲", "资金到位率", "100%")];
    const after = [row(2025, "甲", "资金到位率", "≥1"), row(2025, "甲", "资金到位率", "100%")];
    const changes = changesBetween(before, after);
    expect(changes.map((each) => each["change"])).toEqual(["unchanged", "unchanged"]);
  });

  it("says nothing was dropped where a year has another kind of form alone", () => {
    expect(changesBetween([row(2024, null, "甲", "1")], [row(2025, "乙", "乙", "1")])).toEqual([]);
  });

  it("names years, projects and indicators of both, with ids that stay", () => {
    const [only] = changesBetween([row(2023, "甲", "甲", "1个")], [row(2025, "甲", "甲", "2个")]);
    expect(only).toMatchObject({
      change_id: expect.stringMatching(/^2025\/\d+\/2023-2025$/) as string,
      year_before: 2023,
      year_after: 2025,
      project_before: "2023/甲",
      project_after: "2025/甲",
      similarity: 1,
    });
  });
});
