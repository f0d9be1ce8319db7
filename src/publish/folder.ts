import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** What tells a folder that we wrote from one that holds something else. */
const OURS = "datapackage.json";

/**
 * Has `fill` write a new folder and puts it in the place of `folder`, as a whole or not at all.
 *
 * The new one is written beside the old one (`.data.tmp-<process>-…`), so that a run that fails or
 * is killed leaves the old one as it was, and two runs at once write two. Node cannot exchange two
 * folders in one step: a run killed between the two renames leaves none in place, and the next run
 * brings the old one back. Leftovers of killed runs are removed. Throws if `folder` holds files
 * that are not ours, since they would be lost.
 */
export async function replaceFolder(
  folder: string,
  fill: (draft: string) => Promise<void>,
): Promise<void> {
  const target = resolve(folder);
  mkdirSync(dirname(target), { recursive: true });
  for (const work of leftovers(target)) clear(work, target);
  assertOurs(target);
  const work = mkdtempSync(`${workPrefix(target)}${process.pid}-`);
  try {
    const draft = join(work, "new");
    mkdirSync(draft);
    await fill(draft);
    rename(target, join(work, "old"));
    renameSync(draft, target);
  } finally {
    clear(work, target);
  }
}

function workPrefix(target: string): string {
  return join(dirname(target), `.${basename(target)}.tmp-`);
}

/** Work folders of runs that are no more. */
function leftovers(target: string): string[] {
  const prefix = workPrefix(target);
  return readdirSync(dirname(target))
    .map((name) => join(dirname(target), name))
    .filter((path) => path.startsWith(prefix))
    .filter((path) => !isRunning(Number.parseInt(path.slice(prefix.length))));
}

/** Removes a work folder; what it took from the target goes back if nothing came instead. */
function clear(work: string, target: string): void {
  if (!existsSync(target)) rename(join(work, "old"), target);
  rmSync(work, { recursive: true, force: true });
}

function assertOurs(target: string): void {
  if (!existsSync(target)) return;
  const names = readdirSync(target);
  if (names.length === 0 || names.includes(OURS)) return;
  throw new Error(`${target} holds other files (${names[0]}…): choose a new or an empty folder`);
}

/** Renames what is there, and nothing if nothing is. */
function rename(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return hasCode(error, "EPERM");
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
