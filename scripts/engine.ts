// Puts DuckDB-Wasm into public/engine, so that the site's browser engine comes from the site itself.

import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, extname, join, relative } from "node:path";
import { readArguments, ROOT } from "./command.ts";
import { slimmed } from "./slim.ts";

const USAGE = `Usage: npm run engine

Puts the browser's engine (DuckDB-Wasm, cut down to what the site calls) into public/engine with a
manifest.json, if it is not there.

  --help  this text`;

const FOLDER = join(ROOT, "public/engine");
const MANIFEST = join(FOLDER, "manifest.json");
const PACKAGE = "@duckdb/duckdb-wasm/dist";
const SLIM = join(import.meta.dirname, "slim.ts");

/** What the page needs to load the engine; `bytes` are uncompressed. */
interface Manifest {
  /** Hash of all that the files were made from. */
  readonly source: string;
  readonly wasm: { readonly file: string; readonly bytes: number };
  readonly worker: { readonly file: string; readonly bytes: number };
}

readArguments(USAGE, {});
const { resolve } = createRequire(import.meta.url);
await main();

/**
 * The build with WebAssembly exceptions alone: Chrome 95, Firefox 100, Safari 15.2 (2021). The one
 * for older browsers is 39 MB more, and the explorer's static pages serve those.
 */
async function main(): Promise<void> {
  const wasm = resolve(`${PACKAGE}/duckdb-eh.wasm`);
  const worker = resolve(`${PACKAGE}/duckdb-browser-eh.worker.js`);
  const source = sourceHash([wasm, worker, SLIM, import.meta.filename]);
  if (isUpToDate(source)) return;

  mkdirSync(FOLDER, { recursive: true });
  const script = readFileSync(worker, "utf8");
  const manifest: Manifest = {
    source,
    wasm: put(wasm, await slimmedOrWhole(wasm, script)),
    worker: put(worker, withPreamble(script)),
  };
  write("manifest.json", JSON.stringify(manifest, undefined, 2) + "\n");
  const kept = ["manifest.json", manifest.wasm.file, manifest.worker.file];
  for (const name of readdirSync(FOLDER)) {
    if (!kept.includes(name)) rmSync(join(FOLDER, name), { recursive: true });
  }
  const megabytes = Math.round(manifest.wasm.bytes / 1e6);
  console.log(`the browser's engine, ${megabytes} MB → ${relative(process.cwd(), FOLDER)}`);
}

/** The whole module works as well, only slower to load: a machine that cannot cut it goes on. */
async function slimmedOrWhole(wasm: string, script: string): Promise<Buffer> {
  try {
    return await slimmed(wasm, script);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    console.warn(`the browser's engine is served whole, it could not be cut down: ${reason}`);
    return readFileSync(wasm);
  }
}

/** Everything that the files in the folder depend on. */
function sourceHash(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest("hex");
}

function isUpToDate(source: string): boolean {
  if (!existsSync(MANIFEST)) return false;
  const manifest = JSON.parse(readFileSync(MANIFEST, "utf8")) as Manifest;
  const files = [manifest.wasm, manifest.worker];
  return manifest.source === source && files.every(({ file }) => existsSync(join(FOLDER, file)));
}

/** Writes a file under a name that changes with its bytes, so that browsers may keep it for good. */
function put(path: string, bytes: string | Buffer): Manifest["wasm"] {
  const extension = extname(path);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const file = `${basename(path, extension)}.${hash}${extension}`;
  write(file, bytes);
  return { file, bytes: Buffer.byteLength(bytes) };
}

/** Whole or not at all: a run may be killed. */
function write(name: string, bytes: string | Buffer): void {
  const draft = join(FOLDER, `.${name}.${process.pid}`);
  writeFileSync(draft, bytes);
  renameSync(draft, join(FOLDER, name));
}

/** The worker without the address of a source map that we do not serve, ours in front of it. */
function withPreamble(worker: string): string {
  return `(${preamble.toString()})();\n${worker.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n")}`;
}

/**
 * Runs in the worker before DuckDB's script, whose loading neither notices that the wasm is missing
 * or breaks off (it waits for good) nor reports progress while pieces come in quick succession.
 */
function preamble(): void {
  const plainFetch = self.fetch;

  self.addEventListener("unhandledrejection", (event) => {
    throw event.reason;
  });

  self.fetch = async (input, init) => {
    const response = await plainFetch(input, init);
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
    return new Response(response.body?.pipeThrough(counter()) ?? null, response);
  };

  function counter() {
    let bytesLoaded = 0;
    let told = 0;
    return new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        bytesLoaded += piece.byteLength;
        controller.enqueue(piece);
        if (Date.now() - told < 50) return;
        told = Date.now();
        tell();
      },
      flush: tell,
    });

    // AsyncDuckDB hands this to the progress handler of instantiate().
    function tell(): void {
      self.postMessage({ type: "INSTANTIATE_PROGRESS", data: { bytesLoaded } });
    }
  }
}
