import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../scripts/command.ts";

function command(script: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, [join(ROOT, "scripts", script), ...args], {
    encoding: "utf8",
  });
}

describe.each(["start.ts", "test.ts", "browser.ts"])("%s", (script) => {
  it("tells how to use it", () => {
    const { status, stdout } = command(script, "--help");
    expect(stdout).toMatch(/^Usage: /);
    expect(status).toBe(0);
  });
});

it.each([
  ["an unknown flag", "start.ts", ["--prot", "80"], "Unknown option '--prot'; Usage: npm start"],
  ["a word too many", "start.ts", ["4321"], "Unexpected argument '4321'; Usage: npm start"],
  ["a missing value", "start.ts", ["--port"], "Option '--port <value>' argument missing; Usage:"],
  ["a flag for a value", "start.ts", ["--port", "-x"], "Option '--port' argument is ambiguous;"],
  ["a port in words", "start.ts", ["--port", "http"], "--port http is not a port; give a whole"],
  ["a port too large", "start.ts", ["--port", "65536"], "--port 65536 is not a port; give a whole"],
  ["an unknown step", "test.ts", ["--only", "e3e"], "unknown step e3e; the steps are check, lint,"],
])("refuses %s with one line: %s %j", (_, script, args, line) => {
  const { status, stdout, stderr } = command(script, ...args);
  expect(stderr).toContain(line);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stdout).toBe("");
  expect(status).toBe(2);
});
