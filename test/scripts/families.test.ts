import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT } from "../../scripts/command.ts";
import { partOf, publish } from "../../src/publish/index.ts";
import { sampleTables } from "../query/sample.ts";

const folder = mkdtempSync(join(tmpdir(), "families-"));
const data = join(folder, "data");

function families(...args: readonly string[]) {
  const script = join(ROOT, "scripts/families.ts");
  return spawnSync(process.execPath, [script, ...args], { encoding: "utf8", cwd: folder });
}

beforeAll(async () => {
  const { indicators } = sampleTables();
  const alike = indicators
    .filter((row) => row["family_id"] === null && row["target_kind"] === "qualitative")
    .flatMap((row) => [
      { ...row, name: "民族团结进步程度" },
      { ...row, indicator_id: "again", seq: 99, name: "各民族团结进步程度" },
    ]);
  const others = indicators.filter((row) => row["family_id"] !== null);
  await publish(
    [partOf(sampleTables({ indicators: [...others, ...alike], findings: [] }), [])],
    data,
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

it("proposes what is much alike, with values, departments and a row to start from", () => {
  const { status, stdout, stderr } = families("--data", data);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(stdout).toContain("民族团结进步程度 — 2 indicators, 1 departments\n");
  expect(stdout).toContain("  各民族团结进步程度 │ 显著提升 │ 甲市协作办公室 (again)\n");
  expect(stdout).toMatch(/^ {2}\?,民族团结进步程度,\?,none,/mu);
  expect(stdout).toMatch(/; 1 proposals hold 2 of them\n$/);
});

it("asks for larger groups where told to", () => {
  expect(families("--data", data, "--least", "3").stdout).toMatch(
    /; 0 proposals hold 0 of them\n$/,
  );
});

it("tells how to use it", () => {
  const { status, stdout } = families("--help");
  expect(stdout).toMatch(/^Usage: npm run families/);
  expect(status).toBe(0);
});

it.each([
  ["an unknown flag", ["--most", "3"], "Unknown option '--most'; Usage: npm run families"],
  ["a folder without data", ["--data", folder], "holds no published data; run npm run data first"],
  ["a share above 1", ["--data", data, "--alike", "2"], "--alike 2 is not a number from 0 to 1"],
  ["a least of 1", ["--data", data, "--least", "1"], "--least 1 is not a number from 2"],
  ["a least of nothing", ["--data", data, "--least", ""], "--least  is not a number from 2"],
])("refuses %s with one line: %j", (_, args, line) => {
  const { status, stdout, stderr } = families(...args);
  expect(stderr).toContain(line);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stdout).toBe("");
  expect(status).toBe(2);
});
