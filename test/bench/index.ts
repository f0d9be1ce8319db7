// Measures reading and publishing a corpus beside the plainest peers: one regular expression over
// the same bytes, pdf.js for the text of the same PDFs. Usage: npm run bench [-- --files N]

import { spawnSync } from "node:child_process";
import { hash } from "node:crypto";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { readArguments, refuse, ROOT } from "../../scripts/command.ts";
import { PDF_FILES } from "../../scripts/pdf-files.ts";
import { readReference } from "../../scripts/reference.ts";
import { extract } from "../../src/extract/index.ts";
import { makePipeline } from "../../src/pipeline.ts";
import { copyOf, readOriginals } from "./corpus.ts";

const USAGE = `Usage: npm run bench [-- --files N]

Makes N text documents, each of its own names, numbers and places, from those of the project, and
measures, side by side in one run, reading them (one thread) and a single regular expression over
the same bytes; then reading and publishing them (the whole command), and PDFs beside pdf.js.

  --files N  files of the corpus (default 5000)
  --help     this text`;

const { values } = readArguments(USAGE, { files: { type: "string", default: "5000" } });
const count = Number(values.files);
if (!Number.isInteger(count) || count < 1)
  refuse(`--files ${values.files} is no number of files; give a whole number from 1`);

const PDF_ROUNDS = 4;
/** Every numbered indicator, and every row of a class. */
const PATTERN =
  /\d+、[^:：；]+[:：；].*?年度指标值[:：].*?[。\n]|[^\t\n]+指标\t[^\t\n]+\t[^\t\n]+/gu;
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const [from, to, cache] = ["in", "out", "cache"].map((name) => join(folder, name));
try {
  const text = await readTexts();
  const [first, second] = [publishAll(), publishAll()];
  appendFileSync(join(from!, readdirSync(from!)[0]!), "\n");
  const changed = publishAll();
  const pdf = await readPdfs();
  const speed = ({ files, bytes, seconds }: Measured) => ({
    "files/s": Math.round(files / seconds),
    "MB/s": round(bytes / 1e6 / seconds),
  });
  console.table({
    "text: one regular expression": speed(text.theirs),
    "text: reading, one thread": { ...speed(text.ours), "× peer": ratio(text) },
    "text: npm run data, all of it": {
      ...speed({ ...text.ours, seconds: first.seconds }),
      "× peer": round(first.seconds / text.theirs.seconds),
      "peak MB": first.megabytes,
    },
    "… again, nothing changed": { "× first run": round(second.seconds / first.seconds) },
    "… again, one file changed": { "× first run": round(changed.seconds / first.seconds) },
    "PDF: pdf.js, getTextContent": speed(pdf.theirs),
    "PDF: reading, one thread": { ...speed(pdf.ours), "× peer": ratio(pdf) },
  });
} finally {
  rmSync(folder, { recursive: true });
}

/** What was read in how many seconds. */
interface Measured {
  files: number;
  bytes: number;
  seconds: number;
}

interface Compared {
  readonly theirs: Measured;
  readonly ours: Measured;
}

function compared(): Compared {
  const nothing = { files: 0, bytes: 0, seconds: 0 };
  return { theirs: { ...nothing }, ours: { ...nothing } };
}

async function measure(into: Measured, bytes: Uint8Array, read: () => unknown): Promise<void> {
  const start = performance.now();
  await read();
  into.seconds += (performance.now() - start) / 1000;
  into.bytes += bytes.length;
  into.files++;
}

function ratio({ ours, theirs }: Compared): number {
  return round(ours.seconds / theirs.seconds);
}

function round(value: number): number {
  return Number(value.toPrecision(2));
}

/** Writes the corpus, and reads every document in both ways as soon as it is made. */
async function readTexts(): Promise<Compared> {
  mkdirSync(from!);
  const reference = readReference();
  const sha256 = (bytes: Uint8Array) => hash("sha256", bytes);
  const pipeline = makePipeline(reference, { sha256 });
  const regions = reference.regions.map(({ name }) => name);
  const originals = await readOriginals(pipeline, regions);
  const result = compared();
  let [found, wanted, read] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const original = originals[i % originals.length]!;
    const bytes = Buffer.from(copyOf(original, i, regions));
    const file = `${original.name}-${i}.txt`;
    writeFileSync(join(from!, file), bytes);
    await measure(result.theirs, bytes, () => {
      found += new TextDecoder().decode(bytes).match(PATTERN)?.length ?? 0;
    });
    await measure(result.ours, bytes, async () => {
      const input = { disclosureId: `d${i}`, file, bytes, problem: null };
      const { records } = await pipeline.read({ ...input, source: undefined, duplicateOf: null });
      read += records.indicators.length;
    });
    wanted += original.indicators;
  }
  if (found === 0) throw new Error("the peer found nothing; its pattern no longer fits");
  if (Math.abs(read - wanted) > wanted / 100)
    throw new Error(`${read} indicators of ${wanted} were read; the copies differ too much`);
  return result;
}

/** The whole command in a process of its own, for its peak memory. */
function publishAll(): { seconds: number; megabytes: number } {
  const report =
    "process.on('exit', () => console.error('maxrss ' + process.resourceUsage().maxRSS))";
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

/** PDFs, their tables read by us, and the text alone by pdf.js. */
async function readPdfs(): Promise<Compared> {
  const folderOfPdfs = join(ROOT, "test/fixtures/pdf");
  const files = readdirSync(folderOfPdfs).filter((name) => name.endsWith(".pdf"));
  const result = compared();
  for (let i = 0; i < PDF_ROUNDS * files.length; i++) {
    const bytes = readFileSync(join(folderOfPdfs, files[i % files.length]!));
    // The first round warms both.
    const { ours, theirs } = i < files.length ? compared() : result;
    await measure(ours, bytes, () => extract(bytes, { pdf: PDF_FILES }));
    await measure(theirs, bytes, () => textOfPdf(new Uint8Array(bytes)));
  }
  return result;
}

async function textOfPdf(data: Uint8Array): Promise<void> {
  const task = getDocument({ data, ...PDF_FILES, verbosity: 0 });
  const document = await task.promise;
  for (let page = 1; page <= document.numPages; page++)
    await (await document.getPage(page)).getTextContent();
  await task.destroy();
}
