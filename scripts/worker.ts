// A thread that reads files for corpus.ts: takes a task, answers with its reading.

import { enableCompileCache, flushCompileCache } from "node:module";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { openCache } from "./cache.ts";
import { ROOT } from "./command.ts";
import type { Task } from "./reader.ts";

// Half of the time that a thread takes to start goes into compiling what it loads.
enableCompileCache(join(ROOT, ".cache/compiled"));
const { makeReader } = await import("./reader.ts");

const { cache } = workerData as { cache: { folder: string; version: string } | undefined };
const reader = makeReader(cache && openCache(cache.folder, cache.version));
// A thread is ended, it does not end by itself.
flushCompileCache();

parentPort!.on("message", (task: Task) => {
  reader.read(task).then(
    (reading) => parentPort!.postMessage({ reading }),
    (error: unknown) => parentPort!.postMessage({ error: (error as Error).message }),
  );
});
