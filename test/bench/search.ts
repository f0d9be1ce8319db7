// Measures the search over a million indicators beside DuckDB's LIKE and ILIKE, in the browser's
// engine, over the same text. Usage: npm run bench:search [-- --indicators N]

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { NODE_RUNTIME, VoidLogger, createDuckDB } from "@duckdb/duckdb-wasm/blocking";
import { readArguments, refuse, ROOT } from "../../scripts/command.ts";
import { openDatabase } from "../../src/query/node.ts";
import { formatIndex } from "../../src/query/search-file.ts";
import { indexOf } from "../../src/query/search-source.ts";
import { openSearch } from "../../src/query/search.ts";

const USAGE = `Usage: npm run bench:search [-- --indicators N]

Repeats the published data, each time with other numbers, until it has N indicators, and measures in one run
what a search takes: ours, and a single LIKE and ILIKE of DuckDB-Wasm over the names and values of indicators.

  --indicators N  how many (default 1000000)
  --help          this text`;

const { values } = readArguments(USAGE, { indicators: { type: "string", default: "1000000" } });
const wanted = Number(values.indicators);
if (!Number.isInteger(wanted) || wanted < 1)
  refuse(`--indicators ${values.indicators} is no number of them; give a whole number from 1`);

const TYPED = ["满意度", "信息", "验收合格率", "≥90%", "梅州 满意度", "mz", "航天"];
const ROUNDS = 7;

const folder = mkdtempSync(join(tmpdir(), "bench-search-"));
try {
  const file = join(folder, "atlas.duckdb");
  await writeAtlas(file);
  const text = await timed("the index is made at build", () => makeIndex(file));
  const search = await timed("and opened by the browser", () => openSearch(text));
  console.log(
    `${Math.round(Buffer.byteLength(text) / 1e6)} MB, ${search.find("").indicators} indicators`,
  );
  const like = await openLike(file);
  const results = TYPED.map((typed) => {
    const ours = least(() => search.find(typed));
    const term = typed.split(" ").at(-1)!;
    const [byLike, byIlike] = ["LIKE", "ILIKE"].map((operator) =>
      least(() => like(operator, term)),
    );
    return {
      typed,
      found: search.find(typed).indicators,
      "ours, ms": round(ours),
      "× LIKE": round(byLike! / ours),
      "× ILIKE": round(byIlike! / ours),
    };
  });
  console.table(results);
} finally {
  rmSync(folder, { recursive: true });
}

/** The tables that the index is made of, as often as is needed, each time with other numbers. */
async function writeAtlas(file: string): Promise<void> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  const source = join(ROOT, "public/data/atlas.duckdb");
  await connection.run(`ATTACH '${source}' AS source (READ_ONLY)`);
  const [[own]] = (
    await connection.runAndReadAll("SELECT count(*)::INTEGER FROM source.indicators")
  ).getRowsJson() as [[number]];
  const copies = Math.ceil(wanted / own);
  const anew = (column: string) =>
    `translate(${column}, '0123456789', substr('01234567890123456789', 1 + copy % 10, 10)) AS ${column}`;
  const id = (column: string) => `'c' || copy || '-' || ${column} AS ${column}`;
  const tables = {
    disclosures: [id("disclosure_id")],
    projects: [id("project_id"), id("disclosure_id"), anew("name"), anew("goal")],
    project_regions: [id("project_id")],
    indicators: [
      ...["indicator_id", "project_id", "disclosure_id"].map(id),
      ...["name", "annual_value", "period_value"].map(anew),
    ],
  };
  await connection.run("CREATE TABLE departments AS FROM source.departments");
  for (const [table, changed] of Object.entries(tables)) {
    await connection.run(`CREATE TABLE ${table} AS
      SELECT * REPLACE (${changed.join(", ")})
      FROM range(${copies}) AS copies(copy), source.${table}`);
  }
  connection.closeSync();
  instance.closeSync();
}

async function makeIndex(file: string): Promise<string> {
  const db = await openDatabase(file);
  const text = formatIndex(await indexOf(db));
  await db.close();
  return text;
}

/** Counts the indicators in which a term stands, by DuckDB in WebAssembly. */
async function openLike(file: string): Promise<(operator: string, term: string) => unknown> {
  const wasm = createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm");
  const bundle = { mainModule: wasm, mainWorker: "" };
  const engine = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
  await engine.instantiate(() => undefined);
  engine.open({});
  engine.registerFileBuffer("atlas.duckdb", new Uint8Array(readFileSync(file)));
  const connection = engine.connect();
  connection.query("ATTACH 'atlas.duckdb' AS atlas (READ_ONLY)");
  return (operator, term) =>
    connection.query(
      `SELECT count(*) FROM atlas.indicators WHERE (name || coalesce(annual_value, '')) ${operator} '%${term}%'`,
    );
}

async function timed<Answer>(what: string, work: () => Answer | Promise<Answer>): Promise<Answer> {
  const start = performance.now();
  const answer = await work();
  console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return answer;
}

/** Milliseconds of the fastest round: whatever else the machine does only adds to it. */
function least(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

function round(number: number): number {
  return Number(number.toPrecision(3));
}
