// Runs in the browser: asks our explorer's statement and equivalent clients of Mosaic the same
// steps, of the same engine and the same file.
import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from "@duckdb/duckdb-wasm";
import {
  clausePoints,
  Coordinator,
  makeClient,
  Selection,
  wasmConnector,
} from "@uwdata/mosaic-core";
import { count, Query } from "@uwdata/mosaic-sql";
import { ATTACHED_FILE } from "../../src/query/attach.ts";
import { openDatabase } from "../../src/query/browser.ts";
import { WHOLE, type Facet, type Slice } from "../../src/query/slice-conditions.ts";
import { sliceView } from "../../src/query/slice.ts";

/** A facet is narrowed to some values; to none, it is opened again. */
export interface Step {
  readonly facet: Facet;
  readonly values: readonly string[];
}

/** What the flat table calls our facets. */
const COLUMNS: Partial<Record<Facet, string>> = {
  region: "region_code",
  type: "level1",
  department: "department_id",
  theme: "theme",
  year: "fiscal_year",
  unit: "unit",
  city: "city",
  target: "target_kind",
  family: "family_id",
};
/** Charts of the explorer: regions, flows, types by department, amounts, targets, families. */
const CHARTS: readonly (readonly string[])[] = [
  ["region_code"],
  ["city", "region_code"],
  ["level1", "department_id"],
  ["amount_step"],
  ["level1", "target_kind"],
  ["family_id", "comparison"],
];

/** Milliseconds of each step in our explorer's statement: all facets and charts of the slice. */
async function ours(steps: readonly Step[]): Promise<number[]> {
  const db = await openDatabase(places());
  let slice: Slice = WHOLE;
  const times: number[] = [];
  for (const { facet, values } of steps) {
    slice = { ...slice, [facet]: values };
    const start = performance.now();
    await sliceView(db, slice);
    times.push(performance.now() - start);
  }
  await db.close();
  return times;
}

/** The same of Mosaic: a client a facet, which its own choice leaves as it is, and one a chart. */
async function mosaic(steps: readonly Step[]): Promise<number[]> {
  const { db, connection } = await engine();
  const coordinator = new Coordinator(wasmConnector({ duckdb: db, connection }), { logger: null });
  const selection = Selection.crossfilter();
  let answers = 0;
  const client = (columns: readonly string[]) =>
    makeClient({
      coordinator,
      selection,
      query: (filter) =>
        Query.from("flat")
          .select(...columns, { n: count() })
          .where(filter)
          .groupby(...columns),
      queryResult: () => void (answers += 1),
      queryError: (error) => reportError(error),
    });
  const facets = new Map(
    Object.entries(COLUMNS).map(([facet, column]) => [facet, client([column])]),
  );
  const clients = facets.size + CHARTS.map(client).length;
  await until(() => answers >= clients);
  const times: number[] = [];
  for (const { facet, values } of steps) {
    const source = facets.get(facet)!;
    answers = 0;
    const start = performance.now();
    const chosen = values.length > 0 ? values.map((value) => [value]) : null;
    selection.update(
      clausePoints([COLUMNS[facet]!], chosen, { source, clients: new Set([source]) }),
    );
    await until(() => answers >= clients - 1);
    times.push(performance.now() - start);
  }
  await db.terminate();
  return times;
}

async function engine() {
  const { engine, data } = places();
  const manifest = (await (await fetch(new URL("manifest.json", engine))).json()) as {
    readonly wasm: { readonly file: string };
    readonly worker: { readonly file: string };
  };
  const worker = new Worker(new URL(manifest.worker.file, engine));
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  await db.instantiate(new URL(manifest.wasm.file, engine).href);
  await db.open({ filesystem: { allowFullHTTPReads: true, reliableHeadRequests: true } });
  await db.registerFileURL(ATTACHED_FILE, data.href, DuckDBDataProtocol.HTTP, false);
  const connection = await db.connect();
  // Its tables of sums in advance need a place to be written to, which is the memory.
  await connection.query(`ATTACH '${ATTACHED_FILE}' AS atlas (READ_ONLY)`);
  await connection.query("CREATE VIEW flat AS FROM atlas.flat");
  return { db, connection };
}

function places() {
  const from = (path: string) => new URL(path, location.origin);
  return { engine: from("/engine/"), data: from("/data/atlas.duckdb") };
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve));
}

Object.assign(globalThis, { bench: { ours, mosaic } });
