import { expect, it } from "vitest";
import { print, sum, tallyOf, type Report } from "../../scripts/tally.ts";

const PASS = { status: "passed", assertionResults: [{ status: "passed" }] };
const FAIL = { status: "failed", assertionResults: [{ status: "passed" }, { status: "failed" }] };
const BROKEN = { status: "failed", assertionResults: [] };

function report(passed: number, failed: number, ...testResults: Report["testResults"]): Report {
  const success = testResults.every((file) => file.status === "passed");
  return { numPassedTests: passed, numFailedTests: failed, success, testResults };
}

it.each([
  ["passed tests", report(3, 0, PASS), true, { passed: 3, failed: 0 }],
  ["failed tests, not their file too", report(1, 1, FAIL), false, { passed: 1, failed: 1 }],
  ["a file that does not load", report(1, 0, PASS, BROKEN), false, { passed: 1, failed: 1 }],
  ["both", report(1, 1, FAIL, BROKEN), false, { passed: 1, failed: 2 }],
  ["a run that failed for no test", report(3, 0, PASS), false, { passed: 3, failed: 1 }],
])("counts %s", (_, results, succeeded, tally) => {
  expect(tallyOf(results, succeeded)).toEqual(tally);
});

it("adds up", () => {
  const tallies = [
    { passed: 1, failed: 0 },
    { passed: 210, failed: 2 },
  ];
  expect(print(sum(tallies))).toBe("211 passed, 2 failed");
});
