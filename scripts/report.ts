import type { Finding } from "../src/model/finding.ts";
import type { Summary } from "./reader.ts";

/** What a run tells in the end. */
export interface Report {
  readonly files: number;
  readonly notRead: number;
  readonly projects: number;
  readonly indicators: number;
  readonly findings: number;
  /** The files of a small corpus, those not or partly read of a large one. */
  readonly shown: readonly Omit<Summary, "findings">[];
  readonly shownFindings: readonly Summary["findings"][number][];
}

/** Longer lists are for the tables, not for the terminal. */
const MOST_LINES = 60;

/** Adds up what is told, in flat memory. */
export function countOf() {
  const all: Omit<Summary, "findings">[] = [];
  const notRead: Omit<Summary, "findings">[] = [];
  const shownFindings: Summary["findings"][number][] = [];
  const counts = { files: 0, notRead: 0, projects: 0, indicators: 0, findings: 0 };
  return {
    add({ findings, ...summary }: Summary): void {
      counts.files++;
      counts.projects += summary.projects;
      counts.indicators += summary.indicators;
      counts.findings += findings.length;
      if (all.length <= MOST_LINES) all.push(summary);
      if (summary.status !== "read") {
        counts.notRead++;
        if (notRead.length < MOST_LINES) notRead.push(summary);
      }
      shownFindings.push(...findings.slice(0, MOST_LINES - shownFindings.length));
    },
    /** Findings about several documents together. */
    addFindings(findings: readonly Finding[]): void {
      counts.findings += findings.length;
      const shown = findings.slice(0, MOST_LINES - shownFindings.length);
      shownFindings.push(...shown.map((each) => ({ ...each, about: each.disclosureId })));
    },
    done(): Report {
      return { ...counts, shown: all.length <= MOST_LINES ? all : notRead, shownFindings };
    },
  };
}

interface PrintOptions {
  readonly to: string;
  readonly json: boolean;
  /** Nothing had changed, so that nothing was done. */
  readonly unchanged: boolean;
}

/** Prints a report: a table with the findings, or one line of JSON for machines. */
export function printReport(report: Report, { to, json, unchanged }: PrintOptions): void {
  if (json) {
    console.log(JSON.stringify({ ...report, to, unchanged }));
    return;
  }
  console.table(
    report.shown.map(({ file, status, layout, note, projects, indicators }) => {
      return { file, status, "layout or reason": layout ?? note ?? "", projects, indicators };
    }),
  );
  for (const { severity, rule, about, message } of report.shownFindings)
    console.log(`${severity.padEnd(7)} ${rule}  ${about}: ${message}`);
  const more = report.findings - report.shownFindings.length;
  if (more > 0) console.log(`… and ${more} more in findings.csv`);
  console.log(
    `${report.files} files (${report.notRead} not or partly read), ${report.projects} projects, ${report.indicators} indicators, ${report.findings} findings → ${to}${unchanged ? " (unchanged since the last run)" : ""}`,
  );
}
