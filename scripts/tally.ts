/** How many checks or tests passed and failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** What is read of Vitest's JSON report. */
export interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly success: boolean;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * Counts the tests of a report. A file that failed without a failing test (it does not load, or its
 * `beforeAll` threw) counts as one failure, and so does a run that failed for no test at all.
 */
export function tallyOf(report: Report, succeeded: boolean): Tally {
  const broken = report.testResults.filter(
    (file) =>
      file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
  );
  const failed = report.numFailedTests + broken.length;
  const unexplained = failed === 0 && !(succeeded && report.success);
  return { passed: report.numPassedTests, failed: failed + Number(unexplained) };
}

/** Adds tallies up. */
export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
  };
}

/** “212 passed, 0 failed”. */
export function print({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}
