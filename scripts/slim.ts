// Cuts a WebAssembly module down to what its JavaScript calls.

import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What DuckDB-Wasm is compiled with, beyond the first WebAssembly. */
const FEATURES = [
  "bulk-memory",
  "exception-handling",
  "mutable-globals",
  "nontrapping-float-to-int",
  "sign-ext",
];

/** Two minutes: some four times what it takes on two busy cores. */
const PATIENCE_MS = 120_000;

/** A node of wasm-metadce's graph of what reaches what. */
interface GraphNode {
  readonly name: string;
  readonly root?: true;
  readonly reaches?: readonly string[];
  readonly export?: string;
}

/**
 * The module at a path without the exports that its script never names, and without all that only
 * those exports reach: DuckDB-Wasm exports 75,000 symbols for extensions that are linked at run
 * time, which this site never loads. Rejects if wasm-metadce fails or does not end.
 */
export async function slimmed(wasm: string, script: string): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "atlas-engine-"));
  try {
    const graph = join(folder, "graph.json");
    const result = join(folder, "slim.wasm");
    writeFileSync(graph, JSON.stringify(graphOf(readFileSync(wasm), script)));
    await run(
      process.execPath,
      [
        metadce(),
        wasm,
        ...FEATURES.map((feature) => `--enable-${feature}`),
        ...["--graph-file", graph, "-o", result],
      ],
      // It prints a line for each of the symbols that it drops.
      { timeout: PATIENCE_MS, maxBuffer: 1e9 },
    );
    return readFileSync(result);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One root, the script, that reaches the exports it names; C symbols stand there as `_symbol`. */
export function graphOf(wasm: Uint8Array<ArrayBuffer>, script: string): GraphNode[] {
  const words = new Set(script.match(/[\w$]+/g));
  const named = WebAssembly.Module.exports(new WebAssembly.Module(wasm))
    .map(({ name }) => name)
    .filter((name) => words.has(name) || words.has(`_${name}`));
  const nodeOf = (name: string) => `export ${name}`;
  return [
    { name: "script", root: true, reaches: named.map(nodeOf) },
    ...named.map((name) => ({ name: nodeOf(name), export: name })),
  ];
}

function metadce(): string {
  const { resolve } = createRequire(import.meta.url);
  return join(dirname(resolve("binaryen")), "bin/wasm-metadce");
}
