import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { openCache } from "./cache.ts";
import { contentOf } from "./content.ts";
import type { Reader, Reading, Task } from "./reader.ts";

export interface CorpusOptions {
  /** Where readings are kept, and the version of the code that made them; none without. */
  readonly cache: { readonly folder: string; readonly version: string } | undefined;
  /** Threads; as many as the machine has cores by default. */
  readonly threads?: number;
  /** Milliseconds that a file may take. */
  readonly patience?: number;
}

/** Megabytes that a thread may hold: far above any table, far below the machine. */
const MOST_MEGABYTES = 1024;
/** Files that may be read ahead of the one that is waited for, a thread. */
const AHEAD = 32;

/**
 * Reads files on all cores and yields them in their order, few of them in memory at a time. What
 * the cache holds needs no thread, and a thread starts when there is something for it to do.
 *
 * A file that takes too long or too much memory costs its thread, not the run: it is given up with
 * the reason. Throws what is our fault: a correction that no longer fits its file.
 */
export async function* readCorpus(
  tasks: readonly Task[],
  { cache, threads = availableParallelism(), patience = 60_000 }: CorpusOptions,
): AsyncGenerator<Reading> {
  const results = new Map<number, Promise<Reading>>();
  const pool = makePool(threads, cache, patience);
  const kept = cache && openCache(cache.folder, cache.version);
  const knownOf = (task: Task) => kept?.get(task, contentOf(task.path));
  try {
    for (let next = 0, asked = 0; next < tasks.length; next++) {
      for (; asked < Math.min(tasks.length, next + threads * AHEAD); asked++) {
        const task = tasks[asked]!;
        const known = knownOf(task);
        const reading = known ? Promise.resolve(known) : pool.read(task);
        // It is awaited below; until then a rejection is not unhandled.
        reading.catch(() => undefined);
        results.set(asked, reading);
      }
      yield await results.get(next)!;
      results.delete(next);
    }
  } finally {
    await pool.close();
  }
}

interface Job {
  readonly task: Task;
  readonly resolve: (reading: Reading) => void;
  readonly reject: (error: Error) => void;
}

type Answer = { reading: Reading } | { error: string };

function makePool(size: number, cache: CorpusOptions["cache"], patience: number) {
  const queue: Job[] = [];
  const idle = new Set<Worker>();
  const all = new Set<Worker>();
  let spare: Promise<Reader> | undefined;

  function start(): void {
    const worker = new Worker(join(import.meta.dirname, "worker.ts"), {
      workerData: { cache },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    all.add(worker);
    idle.add(worker);
  }

  /** Gives waiting jobs to idle threads, and to new ones where there is room. */
  function serve(): void {
    while (queue.length > 0) {
      if (idle.size === 0 && all.size < size) start();
      const [worker] = idle;
      if (!worker) return;
      idle.delete(worker);
      run(worker, queue.shift()!);
    }
  }

  function run(worker: Worker, { task, resolve, reject }: Job): void {
    const timer = setTimeout(() => lose(TOO_LONG), patience);
    const onError = (error: Error) => lose(problemOf(error));
    const onMessage = (answer: Answer) => {
      settle();
      if ("reading" in answer) resolve(answer.reading);
      else reject(new Error(answer.error));
      idle.add(worker);
      serve();
    };
    worker.once("message", onMessage).once("error", onError);
    worker.postMessage(task);

    function settle(): void {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError);
    }

    function lose(problem: string): void {
      settle();
      all.delete(worker);
      void worker.terminate();
      // Loaded only where a file is lost: reading is the threads' work.
      spare ??= import("./reader.ts").then(({ makeReader }) => makeReader(undefined));
      spare.then((reader) => reader.giveUp(task, problem)).then(resolve, reject);
      serve();
    }
  }

  return {
    read(task: Task): Promise<Reading> {
      return new Promise((resolve, reject) => {
        queue.push({ task, resolve, reject });
        serve();
      });
    },
    async close(): Promise<void> {
      queue.length = 0;
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

const TOO_LONG = "读取超时，已放弃（reading it took too long and was given up）";

function problemOf(error: Error): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ERR_WORKER_OUT_OF_MEMORY"
    ? "读取时内存不足，已放弃（reading it took too much memory and was given up）"
    : `读取时出错，已放弃：${error.message}（reading it failed and was given up）`;
}
