import {
  AsyncDuckDB,
  DuckDBDataProtocol,
  getPlatformFeatures,
  VoidLogger,
} from "@duckdb/duckdb-wasm";
import { rowsOfArrow } from "./arrow.ts";
import { ATTACHED_FILE, ATTACH_STATEMENTS } from "./attach.ts";
import { consoleOn, type Console } from "./console.ts";
import type { OpenDatabase, Parameter } from "./database.ts";

/** A file this small is read whole, in one request; of a larger one the blocks that queries need. */
const WHOLE_BYTES = 4_000_000;

/** `manifest.json` of the engine's folder, which scripts/engine.ts writes. */
interface Manifest {
  readonly wasm: EngineFile;
  readonly worker: EngineFile;
}

interface EngineFile {
  readonly file: string;
  /** Uncompressed, as they are counted on arrival. */
  readonly bytes: number;
}

interface Options {
  /** Folder of the engine's files, with a slash at its end; the site's own `engine/` unless told. */
  readonly engine?: URL;
  /** The DuckDB file; the site's own `data/atlas.duckdb` unless told. */
  readonly data?: URL;
  /** Called while the engine arrives, in uncompressed bytes. */
  onProgress?(progress: { readonly loaded: number; readonly total: number }): void;
}

/** The atlas in the reader's browser; `console` runs statements of the reader's own in it. */
export interface BrowserDatabase extends OpenDatabase {
  readonly console: Console;
  /** Ends the worker at once and frees its memory; what is still asked is rejected. */
  close(): Promise<void>;
}

/** The browser lacks what the engine is built with. */
export class UnsupportedError extends Error {
  override readonly name = "UnsupportedError";
}

/**
 * Loads DuckDB-Wasm and opens a DuckDB file over HTTP, read-only.
 *
 * The file is attached rather than Parquet scanned, so that the engine need not fetch its Parquet
 * extension from extensions.duckdb.org; it is kept from fetching any. Rejects with a plain message if
 * a file is missing or the connection breaks, with an `UnsupportedError` if the browser cannot run it.
 */
export async function openDatabase({
  engine = siteUrl("engine/"),
  data = siteUrl("data/atlas.duckdb"),
  onProgress,
}: Options = {}): Promise<BrowserDatabase> {
  if (!(await isSupported())) throw new UnsupportedError("no WebAssembly with exceptions");
  const [manifest, inBlocks] = await Promise.all([
    readManifest(new URL("manifest.json", engine)),
    isReadInBlocks(data),
  ]);
  const worker = new Worker(new URL(manifest.worker.file, engine));
  const end = endOf(worker);
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  try {
    return await Promise.race([end.reached, start()]);
  } catch (error) {
    await db.terminate();
    throw error;
  }

  async function start(): Promise<BrowserDatabase> {
    const total = manifest.wasm.bytes;
    await db.instantiate(new URL(manifest.wasm.file, engine).href, null, ({ bytesLoaded }) =>
      onProgress?.({ loaded: Math.min(bytesLoaded, total), total }),
    );
    await db.open({
      filesystem: { allowFullHTTPReads: !inBlocks, forceFullHTTPReads: !inBlocks },
    });
    await db.registerFileURL(ATTACHED_FILE, data.href, DuckDBDataProtocol.HTTP, false);
    return connect(db, end);
  }
}

async function connect(db: AsyncDuckDB, end: End): Promise<BrowserDatabase> {
  const connection = await db.connect();
  for (const statement of ATTACH_STATEMENTS) await connection.query(statement);
  const { ask, askForAll, stop } = consoleOn(db, connection);
  const untilEnd = <T>(answer: Promise<T>) => Promise.race([end.reached, answer]);
  return {
    rows: <Row>(sql: string, params: readonly Parameter[] = []) => untilEnd(rows<Row>(sql, params)),
    console: {
      ask: (script, limit) => untilEnd(ask(script, limit)),
      askForAll: (script, take) => untilEnd(askForAll(script, take)),
      stop: () => untilEnd(stop()),
    },
    async close() {
      end.reach(new Error("the database was closed"));
      await db.terminate();
    },
  };

  async function rows<Row>(sql: string, params: readonly Parameter[]): Promise<Row[]> {
    const statement = await connection.prepare(sql);
    try {
      return rowsOfArrow<Row>(await statement.query(...params));
    } finally {
      await statement.close();
    }
  }
}

/** An address under the site's root, wherever that is. */
function siteUrl(path: string): URL {
  const root = import.meta.env.BASE_URL.replace(/\/*$/, "/");
  return new URL(root + path, location.href);
}

async function readManifest(url: URL): Promise<Manifest> {
  const response = await ask(url);
  return (await response.json()) as Manifest;
}

/** Asks the server what DuckDB would ask, since DuckDB's own way to find out may read all twice. */
async function isReadInBlocks(url: URL): Promise<boolean> {
  const { status, headers } = await ask(url, { method: "HEAD", headers: { Range: "bytes=0-" } });
  const bytes = Number(headers.get("content-length") ?? 0);
  return status === 206 && !headers.has("content-encoding") && bytes > WHOLE_BYTES;
}

async function ask(url: URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url.href} answered ${response.status}`);
  return response;
}

/** Whether this is a browser of 2021 or later, in which nobody has switched WebAssembly off. */
async function isSupported(): Promise<boolean> {
  if (typeof WebAssembly === "undefined" || typeof Worker === "undefined") return false;
  return (await getPlatformFeatures()).wasmExceptions;
}

/** The end of a worker: what waits for its answers would wait for good. */
interface End {
  /** Rejects when the worker fails outside of a request, or is ended. */
  readonly reached: Promise<never>;
  reach(reason: Error): void;
}

function endOf(worker: Worker): End {
  let reach: (reason: Error) => void = () => undefined;
  const reached = new Promise<never>((_, reject) => (reach = reject));
  reached.catch(() => undefined);
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    const reason = event.message?.replace(/^Uncaught (Error: )?/, "");
    reach(new Error(reason || "the engine's worker could not be loaded"));
  });
  return { reached, reach };
}
