// Runs every check and test of the project, and adds them up.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChromium } from "./browser.ts";
import { readArguments, refuse, run } from "./command.ts";
import { print, sum, tallyOf, type Report, type Tally } from "./tally.ts";

const PASSED: Tally = { passed: 1, failed: 0 };
const FAILED: Tally = { passed: 0, failed: 1 };

const STEPS: Readonly<Record<string, () => Promise<Tally>>> = {
  check: () => once("npm", ["run", "check"]),
  lint: () => once("npm", ["run", "lint"]),
  format: () => once("prettier", ["--check", "."]),
  unit: () => tests("unit"),
  build: () => once("npm", ["run", "build"]),
  e2e: browserTests,
};

const USAGE = `Usage: npm test [-- --only STEP …]

Runs these steps in order and prints “N passed, N failed” as its last line:

  check    types of .ts, .tsx and .astro files
  lint     ESLint
  format   Prettier
  unit     the tests in test/
  build    the data and the site
  e2e      the tests in test/e2e, in a real browser on the built site; finds Chromium or installs it

  --only STEP   only this step; may be given several times
  --help        this text`;

const { values } = readArguments(USAGE, { only: { type: "string", multiple: true } });
const unknown = values.only?.find((name) => !(name in STEPS));
if (unknown !== undefined)
  refuse(`unknown step ${unknown}; the steps are ${Object.keys(STEPS).join(", ")}`);

const results = new Map<string, Tally>();
for (const [name, step] of Object.entries(STEPS)) {
  if (values.only && !values.only.includes(name)) continue;
  if (name === "e2e" && results.get("build")?.failed) {
    console.log("\n── e2e ── not run: there is no site to test");
    continue;
  }
  console.log(`\n── ${name} ──`);
  results.set(name, await step());
}

console.log("");
for (const [name, tally] of results)
  console.log(`${tally.failed ? "✗" : "✓"} ${name.padEnd(8)} ${print(tally)}`);
const total = sum([...results.values()]);
process.exitCode = total.failed ? 1 : 0;
console.log(`\n${print(total)}`);

async function once(program: string, args: readonly string[]): Promise<Tally> {
  return (await run(program, args)) ? PASSED : FAILED;
}

async function browserTests(): Promise<Tally> {
  try {
    process.env["CHROMIUM_PATH"] = ensureChromium();
  } catch (error) {
    console.error((error as Error).message);
    return FAILED;
  }
  return tests("e2e");
}

/** Runs a project of vitest.config.ts, its output in the open and its counts through a file. */
async function tests(project: string): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), "tests-"));
  const file = join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  try {
    const succeeded = await run("vitest", ["run", "--project", project, ...reporters]);
    return tallyOf(JSON.parse(readFileSync(file, "utf8")) as Report, succeeded);
  } catch (error) {
    console.error(`the ${project} tests left no report: ${(error as Error).message}`);
    return FAILED;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
