import { describe, expect, it } from "vitest";
import { readReference } from "../../scripts/reference.ts";
import { amountsOf, type Purpose, type QuantityRow } from "../../src/publish/unit-amounts.ts";

const PURPOSES: Purpose[] = readReference().families.flatMap(({ familyId, purpose, companions }) =>
  purpose ? [{ familyId, pattern: purpose, companions }] : [],
);

const TRAINING = "干部业务培训经费";
const TOWNS = "驻镇帮镇扶村专项资金";

/** A project of 100,000 yuan, or the department itself, with a quantity. */
function row(
  projectId: string | null,
  name: string,
  change: Partial<QuantityRow> = {},
): QuantityRow {
  const indicatorId = change.familyId ? `${projectId ?? "d"}/${change.familyId}` : null;
  return {
    group: "d 2025",
    projectId,
    name: projectId && name,
    amount: projectId ? 10_000_000n : null,
    indicatorId,
    familyId: null,
    comparison: "≥",
    value: 50,
    unit: "人",
    ...change,
  };
}
const trainees = { familyId: "trainees" };

describe("amountsOf", () => {
  it.each<[why: string, rows: QuantityRow[], found: object]>([
    [
      "one purpose and one quantity",
      [row("p1", TRAINING, trainees)],
      { comparable: true, basis: "project", quantity: 50, unit: "人", yuan_per_unit: 2000 },
    ],
    [
      "a companion that counts the same purpose in another way",
      [
        row("p1", TRAINING, trainees),
        row("p1", TRAINING, { familyId: "training-sessions", value: 3, unit: "期" }),
      ],
      { comparable: true, yuan_per_unit: 2000 },
    ],
    [
      "the quantity of the department, where the project states none",
      [
        row(null, "", { familyId: "assisted-towns", comparison: "=", value: 10, unit: "个" }),
        row("p1", TOWNS),
      ],
      {
        comparable: true,
        basis: "department",
        indicator_id: "d/assisted-towns",
        yuan_per_unit: 10_000,
      },
    ],
  ])("divides %s", (_, rows, found) => {
    expect(amountsOf(rows, PURPOSES).at(0)).toMatchObject(found);
  });

  it.each<[why: string, rows: QuantityRow[], reason: RegExp]>([
    ["a project of no countable purpose", [row("p1", "机构运行经费", trainees)], /没有写明单一/],
    ["a name with two purposes", [row("p1", "会议培训费", trainees)], /没有写明单一/],
    ["no amount", [row("p1", TRAINING, { ...trainees, amount: null })], /没有载明金额/],
    ["an amount of 0", [row("p1", TRAINING, { ...trainees, amount: 0n })], /没有载明金额/],
    ["no quantity", [row("p1", TRAINING)], /没有载明该用途的数量/],
    [
      "two quantities that differ",
      [
        row("p1", TRAINING, trainees),
        row("p1", TRAINING, { ...trainees, indicatorId: "p1/other", value: 60 }),
      ],
      /多个数量/,
    ],
    [
      "another output beside it",
      [row("p1", TRAINING, trainees), row("p1", TRAINING, { indicatorId: "p1/x", unit: "套" })],
      /其他产出/,
    ],
    ["no unit", [row("p1", TRAINING, { ...trainees, unit: null })], /没有载明单位/],
    ["an upper limit", [row("p1", TRAINING, { ...trainees, comparison: "≤" })], /上限/],
    [
      "a quantity of the department for two projects of the purpose",
      [
        row(null, "", { familyId: "assisted-towns", unit: "个" }),
        row("p1", TOWNS),
        row("p2", `乡村振兴${TOWNS}`),
      ],
      /没有载明该用途的数量/,
    ],
    [
      "quantities of the department that do not agree",
      [
        row(null, "", { familyId: "assisted-towns", unit: "个" }),
        row("p1", TOWNS),
        row("p2", "机构运行经费", { familyId: "assisted-towns", unit: "个", value: 60 }),
      ],
      /多个数量/,
    ],
  ])("refuses %s", (_, rows, reason) => {
    const [first] = amountsOf(rows, PURPOSES);
    expect(first).toMatchObject({ comparable: false, yuan_per_unit: null });
    expect(first!["reason"]).toMatch(reason);
    expect(first!["reason_en"]).toMatch(/^[\x20-\x7e]+$/);
  });

  it("has a row for every project", () => {
    const rows = [row("p1", TRAINING, trainees), row("p2", "甲"), row(null, "", trainees)];
    expect(amountsOf(rows, PURPOSES).map((each) => each["project_id"])).toEqual(["p1", "p2"]);
  });
});
