// Measures reading and publishing a corpus beside the plainest peer: one regular expression over
// the same bytes. Usage: npm run bench [-- --files N]

import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArguments, refuse, ROOT } from "../../scripts/command.ts";
import { readReference } from "../../scripts/reference.ts";
import { makePipeline } from "../../src/pipeline.ts";

const USAGE = `Usage: npm run bench [-- --files N]

Repeats the disclosures of the project to N files and measures, in one run, reading them (one
thread), reading and publishing them (the whole command), and a single regular expression over the
same bytes for comparison.

  --files N  files of the corpus (default 5000)
  --help     this text`;

const { values } = readArguments(USAGE, { files: { type: "string", default: "5000" } });
const count = Number(values.files);
if (!Number.isInteger(count) || count < 1)
  refuse(`--files ${values.files} is no number of files; give a whole number from 1`);

const DISCLOSURES = join(ROOT, "data/disclosures");
const documents = readdirSync(DISCLOSURES).filter((name) => name.endsWith(".txt"));
const folder = mkdtempSync(join(tmpdir(), "bench-"));
try {
  const [peer, reading] = [regularExpression(), await readAll()];
  const publishing = publishAll();
  console.table({
    "one regular expression": { "documents/s": Math.round(count / peer) },
    "reading, one thread": {
      "documents/s": Math.round(count / reading),
      "× peer": round(reading / peer),
    },
    "npm run data, whole": {
      "documents/s": Math.round(count / publishing.seconds),
      "× peer": round(publishing.seconds / peer),
      "peak MB": publishing.megabytes,
    },
  });
} finally {
  rmSync(folder, { recursive: true });
}

/** Seconds to find every numbered indicator by one pattern. */
function regularExpression(): number {
  const bytes = documents.map((name) => readFileSync(join(DISCLOSURES, name)));
  const start = performance.now();
  let found = 0;
  for (let i = 0; i < count; i++) {
    const text = new TextDecoder().decode(bytes[i % bytes.length]);
    found +=
      text.match(
        /\d+、[^:：；]+[:：；].*?年度指标值[:：].*?[。\n]|[^\t\n]+指标\t[^\t\n]+\t[^\t\n]+/gu,
      )?.length ?? 0;
  }
  if (found === 0)
    throw new Error("the peer found nothing; its pattern no longer fits the documents");
  return (performance.now() - start) / 1000;
}

/** Seconds to read every document, findings included. */
async function readAll(): Promise<number> {
  const pipeline = makePipeline(readReference());
  const bytes = documents.map((name) => readFileSync(join(DISCLOSURES, name)));
  const start = performance.now();
  for (let i = 0; i < count; i++)
    await pipeline.read({
      disclosureId: `d${i}`,
      file: `d${i}.txt`,
      bytes: bytes[i % bytes.length]!,
      problem: null,
      source: undefined,
      duplicateOf: null,
    });
  return (performance.now() - start) / 1000;
}

/** The whole command in a process of its own, for its peak memory. */
function publishAll(): { seconds: number; megabytes: number } {
  const [from, to] = [join(folder, "in"), join(folder, "out")];
  mkdirSync(from);
  for (let i = 0; i < count; i++) {
    const name = documents[i % documents.length]!;
    copyFileSync(join(DISCLOSURES, name), join(from, `${name.slice(0, -4)}-${i}.txt`));
  }
  const report =
    "process.on('exit', () => console.error('maxrss ' + process.resourceUsage().maxRSS))";
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(report)}`,
      join(ROOT, "scripts/publish.ts"),
      "--from",
      from,
      "--to",
      to,
    ],
    { encoding: "utf8", maxBuffer: 1e9 },
  );
  if (status !== 0) throw new Error(`npm run data failed: ${stderr}`);
  const kilobytes = Number(/maxrss (\d+)/u.exec(stderr)?.[1]);
  return { seconds: (performance.now() - start) / 1000, megabytes: Math.round(kilobytes / 1024) };
}

function round(ratio: number): number {
  return Number(ratio.toPrecision(2));
}
