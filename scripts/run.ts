import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "./report.ts";
import type { Task } from "./reader.ts";

/** What decides the outcome of a run, as two hashes. */
export interface Run {
  /** Which run it is: from where, to where, which shard. */
  readonly name: string;
  /** What it reads: code, files with size and time of change, what is known of them. */
  readonly input: string;
  readonly to: string;
}

interface RunOptions {
  readonly from: string;
  readonly to: string;
  readonly shard: string | undefined;
  readonly version: string;
  readonly tasks: readonly Task[];
}

/** Describes a run before it is made. */
export function runOf({ from, to, shard, version, tasks }: RunOptions): Run {
  const stats = tasks.map((task) => {
    const stat = statSync(task.path, { throwIfNoEntry: false });
    return [task, stat?.size, stat?.mtimeMs];
  });
  return {
    name: hashOf([from, to, shard ?? null]),
    input: hashOf([version, stats]),
    to,
  };
}

/** The report of the last run, if it read the same and what it published is still there. */
export function unchangedRun(cache: string, run: Run): Report | undefined {
  try {
    const { input, output, report } = JSON.parse(readFileSync(pathOf(cache, run), "utf8")) as {
      input: string;
      output: string;
      report: Report;
    };
    return input === run.input && output === outputOf(run) ? report : undefined;
  } catch {
    // No run before, or nothing published: the run is made.
    return undefined;
  }
}

/** Keeps what a run read and told. */
export function rememberRun(cache: string, run: Run, report: Report): void {
  mkdirSync(cache, { recursive: true });
  const kept = { input: run.input, output: outputOf(run), report };
  writeFileSync(pathOf(cache, run), JSON.stringify(kept));
}

/** The descriptor names every published file with its size and hash. */
function outputOf({ to }: Run): string {
  return hashOf(readFileSync(join(to, "datapackage.json"), "utf8"));
}

function pathOf(cache: string, { name }: Run): string {
  return join(cache, `run-${name.slice(0, 16)}.json`);
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
