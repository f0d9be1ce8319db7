// Reads the disclosures of a folder and publishes them as tables.

import { existsSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { DEPARTMENT_RULES } from "../src/check/index.ts";
import { partsOfFolders, publish, type Part } from "../src/publish/index.ts";
import { staleMessage } from "../src/normalise/correct.ts";
import { codeVersion } from "./cache.ts";
import { readCatalogue } from "./catalogue.ts";
import { readArguments, refuse, ROOT } from "./command.ts";
import { readCorpus } from "./corpus.ts";
import { listDisclosures } from "./folder.ts";
import { startProgress } from "./progress.ts";
import type { Summary, Task } from "./reader.ts";
import { readCorrections, readSources } from "./reference.ts";
import { countOf, printReport, type Report } from "./report.ts";
import { rememberRun, runOf, unchangedRun } from "./run.ts";

const USAGE = `Usage: npm run data [-- --from DIR --to DIR]

Reads every disclosure in a folder and publishes tables (CSV, Parquet, atlas.duckdb), texts and a
datapackage.json; prints what was recognised and the findings. What was read before is taken from
the cache; where nothing has changed since the last run, nothing is done.

  --from DIR       folder of disclosures, with a sources.csv if there is one (default data/disclosures)
  --to DIR         folder to publish into, replaced as a whole (default public/data)
  --shard I/N      read only the I-th of N parts of the folder
  --merge DIR…     publish the folders of all shards as one, instead of reading
  --json           print one line of JSON instead of a table
  --cache DIR      where readings are kept between runs (default .cache/data)
  --no-cache       read everything anew
  --help           this text`;

const OWN = join(ROOT, "data/disclosures");

const { values, positionals } = readArguments(
  USAGE,
  {
    from: { type: "string", default: OWN },
    to: { type: "string", default: join(ROOT, "public/data") },
    shard: { type: "string" },
    merge: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    cache: { type: "string", default: join(ROOT, ".cache/data") },
    "no-cache": { type: "boolean", default: false },
  },
  { allowPositionals: true },
);
const to = resolve(values.to);
const cacheFolder = resolve(values.cache);

try {
  await (values.merge ? merge() : read());
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

async function merge(): Promise<void> {
  if (positionals.length === 0) refuse("--merge wants the folders of the shards; name them");
  for (const folder of positionals) {
    if (!existsSync(join(folder, "datapackage.json")))
      refuse(`--merge ${folder} holds no published data; publish its shard first`);
  }
  const folders = positionals.map((folder) => resolve(folder));
  await publish(partsOfFolders(folders), to, DEPARTMENT_RULES);
  console.log(`${positionals.length} folders → ${shown(to)}`);
}

async function read(): Promise<void> {
  if (positionals.length > 0)
    refuse(`${positionals[0]!} is no option; ${USAGE.split("\n", 1)[0]!}`);
  const from = resolve(values.from);
  const tasks = tasksIn(from);
  const version = codeVersion();
  const run = runOf({ from, to, shard: values.shard, version, tasks });
  const before = values["no-cache"] ? undefined : unchangedRun(cacheFolder, run);
  const report = before ?? (await readAll(from, tasks, version));
  if (!before) rememberRun(cacheFolder, run, report);
  printReport(report, { to: shown(to), json: values.json, unchanged: before !== undefined });
}

async function readAll(from: string, tasks: readonly Task[], version: string): Promise<Report> {
  const cache = values["no-cache"] ? undefined : { folder: cacheFolder, version };
  const progress = startProgress(tasks.length);
  const report = countOf();
  const hashes = new Set<string>();
  report.addFindings(await publish(parts(), to, DEPARTMENT_RULES));
  return report.done();

  async function* parts(): AsyncGenerator<Part> {
    yield readCatalogue();
    for await (const { part, summary } of readCorpus(tasks, { cache })) {
      yield part;
      note(summary);
    }
    progress.end();
    if (from === OWN && !values.shard) refuseStale(hashes);
  }

  function note(summary: Summary): void {
    report.add(summary);
    hashes.add(summary.sha256);
    progress.step();
  }
}

/** The files of the folder, or of the shard of it that is asked for. */
function tasksIn(from: string): Task[] {
  if (!existsSync(from) || !statSync(from).isDirectory())
    refuse(`--from ${values.from} is not a folder; give one that holds disclosures`);
  const files = listDisclosures(from);
  if (files.length === 0)
    refuse(`--from ${values.from} holds no files; put the disclosures into it`);
  const sources = readSources(from);
  const tasks = files.map((file) => ({ ...file, source: sources.get(file.file) }));
  return values.shard === undefined ? tasks : shardOf(tasks, values.shard);
}

/** The I-th of N runs of neighbouring files, as even as can be. */
function shardOf(tasks: readonly Task[], shard: string): Task[] {
  const [, index, count] = (/^(\d+)\/(\d+)$/u.exec(shard) ?? []).map(Number);
  if (!index || !count || index > count)
    return refuse(`--shard ${shard} is not I/N; give the number of the part and of all: 1/8`);
  const at = (i: number) => Math.round((tasks.length * i) / count);
  return tasks.slice(at(index - 1), at(index));
}

/** A correction of a file whose bytes have changed was never applied: it must be judged again. */
function refuseStale(hashes: ReadonlySet<string>): void {
  const stale = readCorrections().find(({ sha256 }) => !hashes.has(sha256));
  if (stale) throw new Error(staleMessage(stale));
}

function shown(path: string): string {
  return relative(process.cwd(), path) || ".";
}
