import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCorpus } from "../../scripts/corpus.ts";
import { listDisclosures } from "../../scripts/folder.ts";
import { progressLine } from "../../scripts/progress.ts";

const ROOT = join(import.meta.dirname, "../..");
const REAL = join(ROOT, "data/disclosures");
const SCRIPT = join(ROOT, "scripts/publish.ts");
/** Whole commands, several of them in a test. */
const PATIENCE = { timeout: 180_000 };
const folder = mkdtempSync(join(tmpdir(), "corpus-"));
const at = (name: string) => join(folder, name);

/** Runs npm run data in a corpus of copies, with a cache of its own. */
function data(...args: string[]) {
  const fixed = [SCRIPT, "--cache", at("cache"), "--json", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, fixed, { encoding: "utf8" });
  const json = stdout.startsWith("{") ? (JSON.parse(stdout) as Record<string, unknown>) : {};
  return { status, stderr, json };
}

/** The hashes of the files of a published folder that must not depend on how it came about. */
function bytesOf(name: string): Record<string, string> {
  const files = readdirSync(at(name), { recursive: true, encoding: "utf8" });
  return Object.fromEntries(
    files
      .filter((file) => /\.(?:csv|parquet|json|txt)$/.test(file))
      .sort()
      .map((file) => [file, sha256(join(at(name), file))]),
  );
}

/** Other programs of that name take other arguments. */
function isGnuParallel(): boolean {
  return spawnSync("parallel", ["--version"], { encoding: "utf8" }).stdout?.startsWith("GNU");
}

function sha256(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

beforeAll(() => {
  mkdirSync(at("in"));
  for (const name of readdirSync(REAL)) {
    copyFileSync(join(REAL, name), join(at("in"), name));
    // A name that sorts otherwise as a path (“-” before “.”) than as an id.
    if (name.endsWith(".txt"))
      copyFileSync(join(REAL, name), join(at("in"), name.replace(".txt", "-b.txt")));
  }
  writeFileSync(join(at("in"), "empty.txt"), "");
  cpSync(at("in"), at("changed"), { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("npm run data", PATIENCE, () => {
  it("merges shards into what one run publishes, byte for byte", () => {
    expect(data("--from", at("in"), "--to", at("whole")).status).toBe(0);
    for (const shard of ["1/3", "2/3", "3/3"])
      expect(
        data("--from", at("in"), "--to", at(`part-${shard[0]!}`), "--shard", shard).status,
      ).toBe(0);
    const parts = ["part-3", "part-1", "part-2"].map(at);
    expect(data("--to", at("merged"), "--merge", ...parts).status).toBe(0);
    expect(bytesOf("merged")).toEqual(bytesOf("whole"));
  });

  it("does nothing where nothing has changed, and everything that has", () => {
    const [from, to] = [at("changed"), at("again")];
    expect(data("--from", from, "--to", to).json).toMatchObject({ unchanged: false, files: 11 });
    expect(data("--from", from, "--to", to).json).toMatchObject({ unchanged: true, files: 11 });
    appendFileSync(join(from, "empty.txt"), "关于开会的通知\n");
    expect(data("--from", from, "--to", to).json).toMatchObject({ unchanged: false });
    rmSync(join(to, "datapackage.json"));
    rmSync(to, { recursive: true });
    expect(data("--from", from, "--to", to).json).toMatchObject({ unchanged: false });
  });

  it("publishes the same from the cache as without it", () => {
    expect(data("--from", at("in"), "--to", at("cached")).status).toBe(0);
    expect(data("--from", at("in"), "--to", at("fresh"), "--no-cache").status).toBe(0);
    expect(bytesOf("cached")).toEqual(bytesOf("fresh"));
  });

  it("goes on where a run was killed", async () => {
    const [from, to, cache] = [at("many"), at("survived"), at("kept")];
    mkdirSync(from);
    for (let i = 0; i < 200; i++)
      copyFileSync(join(REAL, "huadu-government-office-projects.txt"), join(from, `copy-${i}.txt`));
    const args = ["--from", from, "--to", to, "--cache", cache];
    const times = () =>
      globSync(join(cache, "*/*.json")).map((path) => [path, statSync(path).mtimeMs]);
    const run = spawn(process.execPath, [SCRIPT, ...args]);
    while (times().length < 20) await wait(20);
    run.kill("SIGKILL");
    expect(await once(run, "exit")).toEqual([null, "SIGKILL"]);
    const read = times();
    expect(read.length).toBeLessThan(200);
    expect(data(...args).status).toBe(0);
    // What was read before was not read again.
    expect(times()).toEqual(expect.arrayContaining(read));
    expect(readdirSync(folder).filter((name) => name.startsWith(".survived"))).toEqual([]);
    expect(data("--from", from, "--to", at("undisturbed"), "--no-cache").status).toBe(0);
    expect(bytesOf("survived")).toEqual(bytesOf("undisturbed"));
  });

  it("spreads over processes as the README says, with GNU parallel", ({ skip }) => {
    if (!isGnuParallel()) skip("GNU parallel is not on the PATH");
    const readme = readFileSync(join(ROOT, "README.md"), "utf8");
    const [, example] = /```sh\n(parallel npm run data.+?)```/su.exec(readme) ?? [];
    expect(example).toContain("--merge");
    cpSync(at("in"), at("corpus"), { recursive: true });
    const command = `${process.execPath} ${SCRIPT} --cache ${at("cache")}`;
    const run = spawnSync("sh", ["-ec", example!.replaceAll("npm run data --", command)], {
      cwd: folder,
      encoding: "utf8",
    });
    expect([run.status, run.stderr]).toEqual([0, ""]);
    expect(data("--from", at("corpus"), "--to", at("alone")).status).toBe(0);
    expect(bytesOf("public/data")).toEqual(bytesOf("alone"));
  });

  it("publishes a folder of which nothing can be read", () => {
    mkdirSync(at("nothing"));
    writeFileSync(join(at("nothing"), "empty.txt"), "");
    const { status, json } = data("--from", at("nothing"), "--to", at("unread"));
    expect([status, json["files"], json["notRead"]]).toEqual([0, 1, 1]);
  });

  it.each([
    ["a shard that is none", ["--shard", "4/3"], /^--shard 4\/3 is not I\/N; .+\n$/],
    ["a merge of nothing", ["--merge"], /^--merge wants the folders .+\n$/],
    ["a merge of what is not published", ["--merge", "nowhere"], /^--merge nowhere holds no .+\n$/],
    ["a word too many", ["extra"], /^extra is no option; .+\n$/],
  ])("refuses %s in one line", (_, args, line) => {
    const { status, stderr } = data(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(line);
  });
});

describe("readCorpus", PATIENCE, () => {
  const tasks = () => listDisclosures(at("in")).map((file) => ({ ...file, source: undefined }));

  it("yields the files in their order, whatever the threads", async () => {
    const ids: string[] = [];
    for await (const { summary } of readCorpus(tasks(), { cache: undefined, threads: 3 }))
      ids.push(summary.disclosureId);
    expect(ids).toEqual(tasks().map((task) => task.disclosureId));
  });

  it("gives up a file that takes too long, with the reason, and goes on", async () => {
    const options = { cache: undefined, threads: 1, patience: 1 };
    const notes: (string | null)[] = [];
    for await (const { summary } of readCorpus(tasks().slice(0, 2), options))
      notes.push(summary.note);
    expect(notes).toEqual(
      Array(2).fill("读取超时，已放弃（reading it took too long and was given up）"),
    );
  });
});

describe("progressLine", () => {
  it.each([
    [1200, 5000, 3, "1,200 of 5,000 files (24%), 400/s, 10 s left"],
    [10, 10_000, 10, "10 of 10,000 files (0%), 1/s, 167 min left"],
  ])("tells %d of %d after %d s", (done, total, seconds, line) => {
    expect(progressLine(done, total, seconds)).toBe(line);
  });
});
