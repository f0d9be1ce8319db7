import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NODE_RUNTIME, VoidLogger, createDuckDB } from "@duckdb/duckdb-wasm/blocking";
import { partOf, publish } from "../../src/publish/index.ts";
import { rowsOfArrow } from "../../src/query/arrow.ts";
import { ATTACHED_FILE, ATTACH_STATEMENTS } from "../../src/query/attach.ts";
import { consoleOn, type Console } from "../../src/query/console.ts";
import type { OpenDatabase, Parameter } from "../../src/query/database.ts";
import { openDatabase } from "../../src/query/node.ts";
import { sampleTables, type SampleRows } from "./sample.ts";

/** Both engines, for `describe.each(ENGINES)("in %s", (_, open) => …)`. */
export const ENGINES: [name: string, open: (path: string) => Promise<OpenDatabase>][] = [
  ["node", openDatabase],
  ["wasm", openWasm],
];

/** The browser's engine, run in Node. */
export interface WasmDatabase extends OpenDatabase {
  readonly console: Console;
}

/** Opens a DuckDB file in the browser's engine, run in Node (1.3 s). */
export async function openWasm(path: string): Promise<WasmDatabase> {
  const wasm = createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm");
  const bundle = { mainModule: wasm, mainWorker: "" };
  const engine = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
  await engine.instantiate(() => undefined);
  engine.open({});
  engine.registerFileBuffer(ATTACHED_FILE, new Uint8Array(readFileSync(path)));
  const connection = engine.connect();
  for (const statement of ATTACH_STATEMENTS) connection.query(statement);
  return {
    console: consoleOn(engine, connection),
    async rows<Row>(sql: string, params: readonly Parameter[] = []) {
      await Promise.resolve();
      const statement = connection.prepare(sql);
      try {
        return rowsOfArrow<Row>(statement.query(...params));
      } finally {
        statement.close();
      }
    },
    close() {
      connection.close();
      engine.reset();
      return Promise.resolve();
    },
  };
}

/** A small atlas on disk, to be removed after the tests. */
export interface SampleAtlas {
  /** The path of its `atlas.duckdb`. */
  readonly file: string;
  remove(): void;
}

/**
 * Publishes the sample data (`sample.ts`) into a temporary folder, whole tables of it replaced by
 * those given; columns that a row does not name are null.
 */
export async function sampleAtlas(overrides: SampleRows = {}): Promise<SampleAtlas> {
  const folder = mkdtempSync(join(tmpdir(), "atlas-"));
  await publish([partOf(sampleTables(overrides), [])], folder);
  return {
    file: join(folder, "atlas.duckdb"),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
