// Reads the disclosures of a folder and publishes them as tables.

import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { RULES } from "../src/check/index.ts";
import type { Finding } from "../src/model/finding.ts";
import { staleMessage } from "../src/normalise/index.ts";
import { makePipeline, type Input, type Output } from "../src/pipeline.ts";
import { publish } from "../src/publish/index.ts";
import { toTables } from "../src/publish/rows.ts";
import { readArguments, refuse, ROOT } from "./command.ts";
import { listDisclosures } from "./folder.ts";
import { PDF_FILES } from "./pdf-files.ts";
import { readReference, readSources } from "./reference.ts";

const USAGE = `Usage: npm run data [-- --from DIR --to DIR]

Reads every disclosure in a folder and publishes tables (CSV, Parquet, atlas.duckdb), texts and a
datapackage.json; prints what was recognised and the findings.

  --from DIR  folder of disclosures, with a sources.csv if there is one (default data/disclosures)
  --to DIR    folder to publish into, replaced as a whole (default public/data)
  --help      this text`;

const OWN = join(ROOT, "data/disclosures");
/** Longer lists are for the tables, not for the terminal. */
const MOST_LINES = 60;

const { values } = readArguments(USAGE, {
  from: { type: "string", default: OWN },
  to: { type: "string", default: join(ROOT, "public/data") },
});
const from = resolve(values.from);
if (!existsSync(from) || !statSync(from).isDirectory())
  refuse(`--from ${values.from} is not a folder; give one that holds disclosures`);
const files = listDisclosures(from);
if (files.length === 0)
  refuse(`--from ${values.from} holds no files; put the disclosures (txt) into it`);

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

async function main(): Promise<void> {
  const reference = readReference();
  const sources = readSources(from);
  const pipeline = makePipeline(reference, { pdf: PDF_FILES });
  const outputs: Output[] = [];
  for (const { path, ...file } of files) {
    const bytes = await readFile(path).catch((error: unknown) => error as NodeJS.ErrnoException);
    const source = sources.get(file.file);
    outputs.push(await pipeline.read({ ...file, source, ...contentOf(bytes) }));
  }
  if (from === OWN) refuseStale(outputs, reference.corrections);
  const results = outputs.map(({ records, asked }) => ({ records, ...asked }));
  const tables = toTables(results, {
    rules: RULES,
    families: reference.families,
    region: (code) => pipeline.gazetteer.region(code),
  });
  const texts = new Map(
    outputs.map(({ records, text }) => [records.disclosure.disclosureId, text] as const),
  );
  await publish(tables, texts, resolve(values.to));
  report(outputs);
}

function contentOf(bytes: Uint8Array | NodeJS.ErrnoException): Pick<Input, "bytes" | "problem"> {
  if (bytes instanceof Uint8Array) return { bytes, problem: null };
  const problem = `无法打开文件（${bytes.code ?? bytes.message}: the file cannot be opened）`;
  return { bytes: new Uint8Array(), problem };
}

/** A correction of a file whose bytes have changed was never applied: it must be judged again. */
function refuseStale(
  outputs: readonly Output[],
  corrections: ReturnType<typeof readReference>["corrections"],
): void {
  const hashes = new Set(outputs.map(({ records }) => records.disclosure.sha256));
  const stale = corrections.find((correction) => !hashes.has(correction.sha256));
  if (stale) throw new Error(staleMessage(stale));
}

function report(outputs: readonly Output[]): void {
  const rows = outputs.map(({ records: { disclosure, projects, indicators }, asked }) => ({
    file: disclosure.file,
    status: disclosure.status,
    layout: disclosure.layout ?? disclosure.note ?? "",
    projects: projects.length,
    indicators: indicators.length,
    findings: asked.findings.length,
  }));
  const notRead = rows.filter((row) => row.status !== "read");
  const shown = rows.length <= MOST_LINES ? rows : notRead.slice(0, MOST_LINES);
  console.table(shown);
  const findings = outputs.flatMap(({ asked }) => asked.findings);
  for (const finding of findings.slice(0, MOST_LINES)) console.log(findingLine(finding));
  if (findings.length > MOST_LINES)
    console.log(`… and ${findings.length - MOST_LINES} more in findings.csv`);
  const sum = (key: "projects" | "indicators") => rows.reduce((all, row) => all + row[key], 0);
  console.log(
    `${rows.length} files (${notRead.length} not or partly read), ${sum("projects")} projects, ${sum("indicators")} indicators, ${findings.length} findings → ${relative(process.cwd(), resolve(values.to)) || "."}`,
  );
}

function findingLine({ severity, rule, message, projectId, disclosureId }: Finding): string {
  return `${severity.padEnd(7)} ${rule}  ${projectId ?? disclosureId}: ${message}`;
}
