// A thread that reads files for corpus.ts: takes a task, answers with its reading.

import { parentPort, workerData } from "node:worker_threads";
import { openCache } from "./cache.ts";
import { makeReader, type Task } from "./reader.ts";

const { cache } = workerData as { cache: { folder: string; version: string } | undefined };
const reader = makeReader(cache && openCache(cache.folder, cache.version));

parentPort!.on("message", (task: Task) => {
  reader.read(task).then(
    (reading) => parentPort!.postMessage({ reading }),
    (error: unknown) => parentPort!.postMessage({ error: (error as Error).message }),
  );
});
