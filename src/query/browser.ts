import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from "@duckdb/duckdb-wasm";
import { rowsOfArrow } from "./arrow.ts";
import { ATTACHED_FILE, ATTACH_STATEMENTS } from "./attach.ts";
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

/**
 * Loads DuckDB-Wasm and opens a DuckDB file over HTTP, read-only.
 *
 * The file is attached rather than Parquet scanned, so that the engine need not fetch its Parquet
 * extension from extensions.duckdb.org; it is kept from fetching any. Rejects with a plain message if
 * a file is missing, the connection breaks or the browser cannot run it.
 */
export async function openDatabase({
  engine = siteUrl("engine/"),
  data = siteUrl("data/atlas.duckdb"),
  onProgress,
}: Options = {}): Promise<OpenDatabase> {
  const [manifest, inBlocks] = await Promise.all([
    readManifest(new URL("manifest.json", engine)),
    isReadInBlocks(data),
  ]);
  const worker = new Worker(new URL(manifest.worker.file, engine));
  const failure = failureOf(worker);
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  try {
    return await Promise.race([failure, start()]);
  } catch (error) {
    await db.terminate();
    throw error;
  }

  async function start(): Promise<OpenDatabase> {
    const total = manifest.wasm.bytes;
    await db.instantiate(new URL(manifest.wasm.file, engine).href, null, ({ bytesLoaded }) =>
      onProgress?.({ loaded: Math.min(bytesLoaded, total), total }),
    );
    await db.open({
      filesystem: { allowFullHTTPReads: !inBlocks, forceFullHTTPReads: !inBlocks },
    });
    await db.registerFileURL(ATTACHED_FILE, data.href, DuckDBDataProtocol.HTTP, false);
    return connect(db, failure);
  }
}

async function connect(db: AsyncDuckDB, failure: Promise<never>): Promise<OpenDatabase> {
  const connection = await db.connect();
  for (const statement of ATTACH_STATEMENTS) await connection.query(statement);
  return {
    rows: <Row>(sql: string, params: readonly Parameter[] = []) =>
      Promise.race([failure, rows<Row>(sql, params)]),
    async close() {
      await connection.close();
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

/** Rejects when the worker fails outside of a request, which DuckDB would wait for in vain. */
function failureOf(worker: Worker): Promise<never> {
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      const reason = event.message?.replace(/^Uncaught (Error: )?/, "");
      reject(new Error(reason || "the engine's worker could not be loaded"));
    });
  });
  failure.catch(() => undefined);
  return failure;
}
