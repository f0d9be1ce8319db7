import type { Records } from "../../../src/components/take/records.ts";

/** Two rows with what files trip over: separators, formulas, nothing. */
export const RECORDS: Records = {
  fields: [
    { name: "project", title: "项目", description: "项目名称", type: "text" },
    { name: "amount_yuan", title: "金额（元）", description: "当年金额", type: "money" },
    { name: "target_text", title: "目标（原文）", description: "照录", type: "text" },
    { name: "deadline", title: "截止日期", description: "日期", type: "date" },
  ],
  data: [
    ["帮扶,“清远”\n项目", 1_500_000.5, "=100%", "2025-12-31"],
    ["@SUM(1)", null, null, null],
  ],
};
