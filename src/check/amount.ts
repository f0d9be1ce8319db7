import type { Answer, Remark, Rule } from "../model/finding.ts";
import type { AmountUnit, Basis, Fen, Funding, Project, Records, Total } from "../model/records.ts";
import { disclosureRule, projectRule } from "./asking.ts";
import { plain, yuan } from "./money.ts";

/** Forms print two decimals of their unit, so that each figure may be off by half of the last. */
const ROUNDING: Readonly<Record<string, Fen>> = { 万元: 5_000n, 元: 1n };

/** Asked of the document's total and of each unit's subtotal that has an amount. */
export const projectsDifferFromTotal: Rule = {
  id: "amount/projects-differ-from-total",
  severity: "error",
  question: "各项目金额之和与原文印出的合计是否一致？",
  questionEn: "Do the projects add up to the printed total?",
  applies: "印有合计或单位小计、其下有项目的各行。",
  appliesEn: "Each printed total or subtotal with projects under it.",
  reason: "合计是核对逐项读数的依据：两者不一致，说明有项目漏印、重复、印错，或者读错。",
  reasonEn:
    "The printed total is the check on every single figure: a difference means that a project is missing, repeated, misprinted or misread.",
  *ask(records) {
    for (const total of records.totals) {
      const projects = projectsUnder(total, records);
      const printed = total.funding.total;
      if (printed === null || projects.length === 0) {
        yield { place: total.place, remark: undefined };
        continue;
      }
      const sum = sumOf(projects.map(({ funding }) => funding.total));
      yield {
        place: total.place,
        remark: within(sum - printed, projects.length + 1, records)
          ? null
          : {
              message: `“${total.name}”印为 ${yuan(printed)}，其下 ${projects.length} 个项目之和为 ${yuan(sum)}，相差 ${yuan(sum - printed)}。`,
              messageEn: `“${total.name}” is printed as ${yuan(printed)}; its ${projects.length} projects add up to ${yuan(sum)}, a difference of ${yuan(sum - printed)}.`,
              expected: plain(printed),
              found: plain(sum),
            },
      };
    }
  },
};

/** Asked of each project and total that has a total and at least one part. */
export const partsDiffer: Rule = {
  id: "amount/parts-differ",
  severity: "error",
  question: "各项资金来源之和与总计是否一致？",
  questionEn: "Do the sources of funds add up to the total?",
  applies: "有总计、也有至少一项资金来源的项目和合计行。",
  appliesEn: "Each project and total that has a total and at least one source of funds.",
  reason: "总计由各项资金来源相加而成，不一致时其中必有一个数印错或读错。",
  reasonEn:
    "A total is the sum of its sources; where they differ, one of the printed figures is wrong or misread.",
  *ask(records) {
    const rows = [
      ...records.totals.map((total) => ({ ...total, projectId: null })),
      ...records.projects,
    ];
    for (const { funding, name, place, projectId } of rows) {
      const parts = partsOf(funding);
      if (funding.total === null || parts.length === 0) {
        yield { projectId, place, remark: undefined };
        continue;
      }
      const sum = sumOf(parts);
      yield {
        projectId,
        place,
        remark: within(sum - funding.total, parts.length + 1, records)
          ? null
          : {
              message: `“${name}”总计为 ${yuan(funding.total)}，各项资金来源之和为 ${yuan(sum)}，相差 ${yuan(sum - funding.total)}。`,
              messageEn: `“${name}” has a total of ${yuan(funding.total)}; its sources add up to ${yuan(sum)}, a difference of ${yuan(sum - funding.total)}.`,
              expected: plain(funding.total),
              found: plain(sum),
            },
      };
    }
  },
};

/** Asked of each project in a table with columns of funds. */
export const columnsShifted: Rule = projectRule({
  id: "amount/columns-shifted",
  severity: "warning",
  question: "资金来源各栏的金额是否印在应在的栏内？",
  questionEn: "Do the amounts stand in the columns of funds that the totals imply?",
  applies: "在印有合计的表中、有金额的每个项目。",
  appliesEn: "Each project with an amount, in a table that prints totals.",
  reason: "扫描或转换会使金额移到相邻栏内，资金来源随之读错；合计行能指出它应在哪一栏。",
  reasonEn:
    "Scans and conversions move an amount into the next column, and with it the source of funds; the totals tell where it belongs.",
  ask({ funding, fundingShifted, name, amountPrinted }, { totals }) {
    if (totals.length === 0 || funding.total === null) return;
    if (!fundingShifted) return null;
    return {
      message: `“${name}”的金额 ${amountPrinted ?? ""} 在原文中没有印在所属资金来源的栏内，按合计行归入${fundName(funding)}。`,
      messageEn: `The amount ${amountPrinted ?? ""} of “${name}” is not printed under its source of funds; by the totals rows it is counted as ${fundNameEn(funding)}.`,
    };
  },
});

/** Asked of each disclosure with amounts. */
export const unitInferred: Rule = {
  id: "amount/unit-inferred",
  severity: "warning",
  question: "原文是否载明金额单位？",
  questionEn: "Does the document state its unit of money?",
  applies: "每份有金额的文件。",
  appliesEn: "Each document with amounts.",
  reason: "元与万元相差一万倍；原文没有写明时，单位是按数额大小推断的，使用者应当知道。",
  reasonEn:
    "A figure in 万元 is ten thousand times one in 元; where the document names neither, the unit was inferred from the size of the figures, which a user should know.",
  *ask({ disclosure, projects }) {
    const first = projects.find((project) => project.funding.total !== null);
    const { amountUnit, amountUnitBasis } = disclosure;
    const remark: Answer =
      amountUnit && (first || amountUnitBasis === "printed")
        ? unitRemark(amountUnit, amountUnitBasis)
        : undefined;
    yield { place: first?.place ?? null, remark };
  },
};

function unitRemark(unit: AmountUnit, basis: Basis | null): Remark | null {
  if (basis !== "inferred") return null;
  return {
    message: `原文未说明金额单位，按数额大小推断为“${unit}”。`,
    messageEn: `The document states no unit of money; from the size of the amounts it is taken to be ${unit}.`,
    found: unit,
  };
}

/** Asked of every project. */
export const missingAmount: Rule = projectRule({
  id: "amount/missing",
  severity: "warning",
  question: "项目是否载明金额？",
  questionEn: "Does the project state an amount?",
  applies: "每个项目。",
  appliesEn: "Every project.",
  reason: "没有金额的项目不计入任何合计，比较时应当知道少了它。",
  reasonEn: "A project without an amount is in no sum; whoever compares sums should know.",
  ask: ({ funding, name }) =>
    funding.total === null
      ? { message: `“${name}”未说明金额。`, messageEn: `“${name}” states no amount.` }
      : null,
});

/** Asked of each department form that prints expenditure and income. */
export const incomeDiffers: Rule = disclosureRule({
  id: "amount/income-differs",
  severity: "warning",
  question: "部门预算的支出与收入来源是否一致？",
  questionEn: "Do the department's expenditure and its sources of income agree?",
  applies: "印有基本支出、项目支出、财政拨款和其他资金的部门整体表。",
  appliesEn:
    "Each department form that prints basic and project expenditure, fiscal appropriation and other funds.",
  reason: "同一张表的支出与资金来源应当相等，不等时引用其中任何一个都应说明。",
  reasonEn:
    "Expenditure and sources of one form should be equal; where they are not, a citation of either should say so.",
  ask(records) {
    const spending = itemsOf(records, ["基本支出", "项目支出"]);
    const income = itemsOf(records, ["财政拨款", "其他资金"]);
    if (!spending || !income) return;
    if (within(spending - income, 4, records)) return null;
    return {
      message: `基本支出与项目支出之和为 ${yuan(spending)}，财政拨款与其他资金之和为 ${yuan(income)}，相差 ${yuan(income - spending)}。`,
      messageEn: `Basic and project expenditure add up to ${yuan(spending)}, fiscal appropriation and other funds to ${yuan(income)}, a difference of ${yuan(income - spending)}.`,
      expected: plain(spending),
      found: plain(income),
    };
  },
});

/** Asked of each department form with tasks and project expenditure. */
export const tasksAboveProjects: Rule = disclosureRule({
  id: "amount/tasks-above-projects",
  severity: "note",
  question: "重点工作任务的资金是否超过项目支出？",
  questionEn: "Do the main tasks take more than the project expenditure?",
  applies: "印有重点任务资金和项目支出的部门整体表。",
  appliesEn: "Each department form that prints the money of its tasks and its project expenditure.",
  reason:
    "重点任务通常由项目支出安排；超过时可能含基本支出，也可能重复计列或印错，不宜直接当作项目支出的一部分。",
  reasonEn:
    "Tasks are usually paid from project expenditure; beyond it they may hold basic expenditure, count something twice or be misprinted, and are no part of it.",
  ask(records) {
    const projects = itemsOf(records, ["项目支出"]);
    const tasks = sumOf(records.tasks.map((task) => task.amount));
    if (!projects || tasks === 0n) return;
    if (within(tasks - projects, records.tasks.length + 1, records) || tasks < projects)
      return null;
    const all = itemsOf(records, ["基本支出", "项目支出"]);
    const isWithinAll = all !== undefined && tasks <= all;
    return {
      message: `重点工作任务的资金之和为 ${yuan(tasks)}，超过项目支出 ${yuan(projects)}${isWithinAll ? "，但在基本支出与项目支出之和以内" : ""}。`,
      messageEn: `The main tasks take ${yuan(tasks)}, more than the project expenditure of ${yuan(projects)}${isWithinAll ? ", though within basic and project expenditure together" : ""}.`,
      expected: plain(projects),
      found: plain(tasks),
    };
  },
});

/** The sum of budget lines by name; undefined unless all of them are printed. */
function itemsOf({ budgets }: Records, names: readonly string[]): Fen | undefined {
  const amounts = names.map((name) => budgets.find((line) => line.item === name)?.amount);
  return amounts.every((amount) => amount !== undefined) ? sumOf(amounts) : undefined;
}

/** The projects that a total adds up: all of the document, or those of its unit. */
function projectsUnder(total: Total, { projects }: Records): readonly Project[] {
  return total.isUnit ? projects.filter((project) => project.unit === total.name) : projects;
}

function partsOf({ fiscal, special, other }: Funding): Fen[] {
  return [fiscal, special, other].filter((part) => part !== null);
}

function sumOf(amounts: readonly (Fen | null)[]): Fen {
  return amounts.reduce<Fen>((sum, amount) => sum + (amount ?? 0n), 0n);
}

function within(difference: Fen, figures: number, { disclosure }: Records): boolean {
  const tolerance = ROUNDING[disclosure.amountUnit ?? "元"]! * BigInt(figures);
  return difference <= tolerance && -difference <= tolerance;
}

function fundName({ fiscal, special, other }: Funding): string {
  const names = [
    fiscal !== null && "财政拨款",
    special !== null && "财政专户拨款",
    other !== null && "其他资金",
  ];
  return names.filter(Boolean).join("、");
}

function fundNameEn({ fiscal, special, other }: Funding): string {
  const names = [
    fiscal !== null && "fiscal appropriation",
    special !== null && "special fiscal account",
    other !== null && "other funds",
  ];
  return names.filter(Boolean).join(" and ");
}
