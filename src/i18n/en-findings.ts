import { formatNumber } from "../format.ts";
import { counted } from "./english.ts";
import type { Strings } from "./strings.ts";

/** A whole cell may be long. */
function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)} …` : text;
}

/** As `zhFindings`, in English. */
export const enFindings: Pick<Strings, "findings" | "corrections" | "report"> = {
  findings: {
    tab: "Findings",
    badge: "Finding: ",
    description:
      "Every rule that the documents are checked against: what it asks and why, how often it was asked, how often it found something, each finding with its source.",
    heading: (findings, rules) => `${counted(findings, "finding")} of ${counted(rules, "rule")}`,
    lede: "Findings concern the documents: totals that do not match, text that breaks off, units that are not printed, columns that are shifted. They tell a reader how to read these data, not whether money was spent well, and are no assessment of a department.",
    rulesTitle: "What is checked",
    rulesNote:
      "“Asked” is how often a rule applied: that it found nothing means something only where it was asked. “Does not apply” counts what it could have been asked of and did not fit.",
    columns: {
      question: "Question",
      severity: "Severity",
      asked: "Asked",
      findings: "Findings",
      notApplicable: "Does not apply",
      department: "Department",
      document: "Document",
      total: "Findings",
    },
    severities: {
      error: "a figure or word differs from what it should be, or is missing",
      warning: "the meaning may differ from the words; look at the source before use",
      note: "a peculiarity of the document",
    },
    severityCount: (findings) => counted(findings, "finding"),
    departmentsTitle: (departments) =>
      `By department: ${counted(departments, "department")} with findings`,
    departmentsNote:
      "In the order of their ids, which is not a ranking; how many findings there are depends on how long a document is and how its form is laid out.",
    documentsTitle: (documents) => `By document: ${counted(documents, "document")} with findings`,
    compared: (expected, found) => `Expected ${expected}; the document has ${found}`,
    rule: {
      tab: (question, page) => (page === 1 ? question : `${question} (page ${page})`),
      description: (question) =>
        `The rule “${question}”: what it asks and why, how often it was asked, and each finding with its source.`,
      lede: (asked, findings) => {
        if (asked === 0) return "There is nothing in these documents that the rule applies to.";
        const found = findings === 0 ? "no findings" : counted(findings, "finding");
        return `Asked ${counted(asked, "time")}: ${found}.`;
      },
      label: "How often it was asked",
      asked: "Asked",
      findings: "of these with a finding",
      silent: "of these without",
      notApplicable: "Does not apply",
      aboutTitle: "About this rule",
      about: { severity: "Severity", applies: "Asked of", reason: "Why", id: "Rule" },
      severity: (severity, meaning) => `${severity}: ${meaning}`,
      listTitle: (findings) => counted(findings, "finding"),
      note: "Findings concern the words and figures of the document, not whether money was spent well.",
      noDepartment: "Department not stated",
      group: (name, findings) => `${name}: ${formatNumber(findings)}`,
      pages: "Pages",
      page: (page, pages) => `Page ${page} of ${pages}`,
    },
  },
  corrections: {
    title: (corrections) => `Corrections: ${corrections}`,
    note: "Words that a scan or conversion damaged and no rule can mend are corrected by hand: the printed words are kept, the data use the corrected ones. When the source changes, a correction no longer holds and must be judged again.",
    columns: {
      place: "Place in the source",
      expected: "Printed",
      replacement: "Corrected to",
      reason: "Reason",
    },
    step: (expected) => `printed as “${shortened(expected)}”, corrected by hand`,
    dataTitle: "Corrections",
    dataLead: (corrections) =>
      corrections === 0
        ? "No words have been corrected by hand: all values were read from the documents by a program."
        : `${counted(corrections, "cell")} corrected by hand:`,
    document: "Document",
  },
  report: {
    link: "Something wrong?",
    subject: (id) => `Error in the data: ${id}`,
    id: "Id",
    page: "Page",
    place: "Place",
    printed: "Printed",
    read: "Read as",
    ask: "It should be (please fill in)",
    none: "(nothing)",
  },
};
