import Papa from "papaparse";
import { expect, it } from "vitest";
import { toCsv } from "../../../src/components/take/csv.ts";
import { RECORDS } from "./records.ts";

const read = (csv: string) => Papa.parse(csv, { header: true }).data;

it("keeps words as they are for programs", () => {
  expect(read(toCsv(RECORDS, "exact"))).toEqual([
    {
      project: "帮扶,“清远”\n项目",
      amount_yuan: "1500000.5",
      target_text: "=100%",
      deadline: "2025-12-31",
    },
    { project: "@SUM(1)", amount_yuan: "", target_text: "", deadline: "" },
  ]);
});

it("tells a spreadsheet the encoding, and keeps it from running a target as a formula", () => {
  const csv = toCsv(RECORDS, "spreadsheet");
  expect(csv.startsWith("\ufeff项目,金额（元）,")).toBe(true);
  expect(read(csv.slice(1))).toMatchObject([{ "目标（原文）": "'=100%" }, { 项目: "'@SUM(1)" }]);
});

it("has its heads where it has no rows", () => {
  expect(toCsv({ ...RECORDS, data: [] }, "exact")).toBe("project,amount_yuan,target_text,deadline");
});
