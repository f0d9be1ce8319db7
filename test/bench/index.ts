// Measures reading and publishing a corpus beside the plainest peers: one regular expression over
// the same bytes, pdf.js for the text of the same PDFs. Usage: npm run bench [-- --files N]

import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { readArguments, refuse, ROOT } from "../../scripts/command.ts";
import { PDF_FILES } from "../../scripts/pdf-files.ts";
import { readReference } from "../../scripts/reference.ts";
import { extract } from "../../src/extract/index.ts";
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

const PDF_ROUNDS = 4;
const DISCLOSURES = join(ROOT, "data/disclosures");
const documents = readdirSync(DISCLOSURES).filter((name) => name.endsWith(".txt"));
const folder = mkdtempSync(join(tmpdir(), "bench-"));
try {
  const [peer, reading] = [regularExpression(), await readAll()];
  makeCorpus();
  const [first, second] = [publishAll(), publishAll()];
  appendFileSync(join(folder, "in", readdirSync(join(folder, "in"))[0]!), "\n");
  const changed = publishAll();
  const pdf = await readPdfs();
  const rate = (seconds: number) => Math.round(count / seconds);
  console.table({
    "one regular expression": { "documents/s": rate(peer) },
    "reading, one thread": { "documents/s": rate(reading), "× peer": round(reading / peer) },
    "npm run data, all of it": {
      "documents/s": rate(first.seconds),
      "× peer": round(first.seconds / peer),
      "peak MB": first.megabytes,
    },
    "again, nothing changed": { "× first run": round(second.seconds / first.seconds) },
    "again, one file changed": { "× first run": round(changed.seconds / first.seconds) },
    "PDFs, beside pdf.js": { "× peer": round(pdf) },
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

function makeCorpus(): void {
  mkdirSync(join(folder, "in"));
  for (let i = 0; i < count; i++) {
    const name = documents[i % documents.length]!;
    copyFileSync(join(DISCLOSURES, name), join(folder, "in", `${name.slice(0, -4)}-${i}.txt`));
  }
}

/** The whole command in a process of its own, for its peak memory. */
function publishAll(): { seconds: number; megabytes: number } {
  const report =
    "process.on('exit', () => console.error('maxrss ' + process.resourceUsage().maxRSS))";
  const [from, to, cache] = ["in", "out", "cache"].map((name) => join(folder, name));
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      ...["--import", `data:text/javascript,${encodeURIComponent(report)}`],
      ...[join(ROOT, "scripts/publish.ts"), "--from", from!, "--to", to!, "--cache", cache!],
    ],
    { encoding: "utf8", maxBuffer: 1e9 },
  );
  if (status !== 0) throw new Error(`npm run data failed: ${stderr}`);
  const kilobytes = Number(/.*maxrss (\d+)/su.exec(stderr)?.[1]);
  return { seconds: (performance.now() - start) / 1000, megabytes: Math.round(kilobytes / 1024) };
}

/** How much longer our reading of PDFs takes than pdf.js takes for their text. */
async function readPdfs(): Promise<number> {
  const folderOfPdfs = join(ROOT, "test/fixtures/pdf");
  const files = readdirSync(folderOfPdfs).filter((name) => name.endsWith(".pdf"));
  let [ours, theirs] = [0, 0];
  for (let round = 0; round < PDF_ROUNDS; round++) {
    for (const name of files) {
      const bytes = () => new Uint8Array(readFileSync(join(folderOfPdfs, name)));
      const [one, two] = [bytes(), bytes()];
      const start = performance.now();
      await extract(one, { pdf: PDF_FILES });
      const between = performance.now();
      await textOfPdf(two);
      // The first round warms both.
      if (round === 0) continue;
      ours += between - start;
      theirs += performance.now() - between;
    }
  }
  return ours / theirs;
}

async function textOfPdf(data: Uint8Array): Promise<void> {
  const task = getDocument({ data, ...PDF_FILES, verbosity: 0 });
  const document = await task.promise;
  for (let page = 1; page <= document.numPages; page++)
    await (await document.getPage(page)).getTextContent();
  await task.destroy();
}

function round(ratio: number): number {
  return Number(ratio.toPrecision(2));
}
