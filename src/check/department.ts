import type { DepartmentRule, DisclosureFacts, Remark } from "../model/finding.ts";
import type { Fen } from "../model/records.ts";
import { plain, yuan } from "./money.ts";

/** The two documents round differently: less than 1 万元 is no difference. */
const ROUNDING: Fen = 1_000_000n;

/** Asked of each document with projects whose department published its form for the same year. */
export const projectsAboveDepartment: DepartmentRule = {
  id: "amount/projects-above-department",
  severity: "warning",
  question: "项目金额合计是否超过部门整体表的项目支出？",
  questionEn: "Do the projects take more than the project expenditure of the department's form?",
  applies: "同一部门、同一预算年度另有部门整体表印出项目支出的每份项目表。",
  appliesEn:
    "Each document with projects whose department has a form with its project expenditure, of the same fiscal year.",
  reason:
    "部门的项目都列在项目支出之内；超过时，两份文件的口径可能不同（如含转移支付），也可能有一处印错，不宜并用。",
  reasonEn:
    "A department's projects are part of its project expenditure; beyond it, the two documents may count differently (transfers, say) or one may be misprinted, and they should not be used together.",
  *ask(documents) {
    const forms = documents.flatMap(({ projectSpending }) => projectSpending ?? []);
    const spending = forms.reduce<Fen | null>(
      (most, each) => (most && most > each ? most : each),
      null,
    );
    for (const document of documents) {
      if (document.projects === 0) continue;
      const { disclosureId, amount, totalPlace: place } = document;
      const isAsked = spending !== null && amount !== null;
      yield {
        disclosureId,
        place,
        remark: isAsked ? above(document, amount, spending) : undefined,
      };
    }
  },
};

function above({ fiscalYear }: DisclosureFacts, amount: Fen, spending: Fen): Remark | null {
  if (amount - spending <= ROUNDING) return null;
  const year = fiscalYear === null ? "两份文件都没有载明年度" : `${fiscalYear} 年`;
  const yearEn = fiscalYear === null ? "neither document states its year" : String(fiscalYear);
  return {
    message: `项目金额之和为 ${yuan(amount)}，超过同一部门整体表的项目支出 ${yuan(spending)}（${year}）。`,
    messageEn: `The projects take ${yuan(amount)}, more than the project expenditure of ${yuan(spending)} in the form of the same department (${yearEn}).`,
    expected: plain(spending),
    found: plain(amount),
  };
}
