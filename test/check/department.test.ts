import { expect, it } from "vitest";
import { projectsAboveDepartment } from "../../src/check/department.ts";
import type { DisclosureFacts } from "../../src/model/finding.ts";

const table: DisclosureFacts = {
  disclosureId: "table",
  departmentId: "jia",
  fiscalYear: 2025,
  projects: 3,
  amount: 300_000_000n,
  projectSpending: null,
  totalPlace: { page: 1, row: 2, start: 10, end: 30 },
};
const form: DisclosureFacts = {
  ...table,
  disclosureId: "form",
  projects: 0,
  amount: null,
  projectSpending: 250_000_000n,
  totalPlace: null,
};
const ask = (...documents: DisclosureFacts[]) => [...projectsAboveDepartment.ask(documents)];

it("says where the projects take more than the department's project expenditure", () => {
  const [answer, ...more] = ask(table, form);
  expect(answer).toMatchObject({
    disclosureId: "table",
    place: { row: 2 },
    remark: {
      message:
        "项目金额之和为 3,000,000.00 元，超过同一部门整体表的项目支出 2,500,000.00 元（2025 年）。",
      expected: "2500000.00",
      found: "3000000.00",
    },
  });
  expect(more).toEqual([]);
});

it.each([
  ["within it", { projectSpending: 400_000_000n }],
  ["equal to it but for rounding", { projectSpending: 299_500_000n }],
])("says nothing of projects %s", (_, change) => {
  expect(ask(table, { ...form, ...change })).toMatchObject([{ remark: null }]);
});

it("holds them against the largest of several forms", () => {
  const larger = { ...form, disclosureId: "form-2", projectSpending: 400_000_000n };
  expect(ask(table, form, larger)).toMatchObject([{ remark: null }]);
});

it.each([
  ["there is no form", [table]],
  ["the form prints no project expenditure", [table, { ...form, projectSpending: null }]],
  ["no project states an amount", [{ ...table, amount: null }, form]],
])("does not apply where %s", (_, documents) => {
  expect(ask(...documents)).toMatchObject([{ disclosureId: "table", remark: undefined }]);
});

it("says that neither document states its year", () => {
  const [answer] = ask({ ...table, fiscalYear: null }, { ...form, fiscalYear: null });
  expect(answer!.remark!.message).toMatch(/（两份文件都没有载明年度）。$/);
});
