import type { Rule } from "../model/finding.ts";

/** Asked of every indicator. */
export const truncatedText: Rule = {
  id: "text/truncated",
  severity: "error",
  question: "指标文字是否完整？",
  questionEn: "Is the text of the indicator complete?",
  *ask({ indicators }) {
    for (const { projectId, indicatorId, place, truncated, name } of indicators) {
      yield {
        projectId,
        indicatorId,
        place,
        remark: truncated
          ? {
              message: `指标“${name}”的文字在原文中中断，后面可能还有内容。`,
              messageEn: `The text of “${name}” breaks off in the source; more may have followed.`,
            }
          : null,
      };
    }
  },
};

/** Asked of every indicator that is printed whole. */
export const missingTarget: Rule = {
  id: "target/missing",
  severity: "warning",
  question: "指标是否载明年度指标值？",
  questionEn: "Does the indicator state a target for the year?",
  *ask({ indicators }) {
    for (const { projectId, indicatorId, place, truncated, target, name } of indicators) {
      if (truncated) continue;
      yield {
        projectId,
        indicatorId,
        place,
        remark:
          target.kind === "missing"
            ? {
                message: `指标“${name}”未说明年度指标值。`,
                messageEn: `“${name}” states no target for the year.`,
              }
            : null,
      };
    }
  },
};
