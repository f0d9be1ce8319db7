import { signal, type ReadonlySignal } from "@preact/signals";

export interface Progress {
  /** Bytes, uncompressed. */
  readonly loaded: number;
  readonly total: number;
}

/** Why there is no engine: it did not come, the browser cannot run it, or it broke while it ran. */
export type Fault = "unreachable" | "unsupported" | "crashed";

export type EngineState =
  /** Nobody has asked for it, or it was let go. */
  | { readonly kind: "absent" }
  | { readonly kind: "loading"; readonly progress: Progress | null }
  | { readonly kind: "ready" }
  | { readonly kind: "failed"; readonly fault: Fault; readonly canRetry: boolean };

/** What is opened has to be closed. */
interface Closable {
  close(): Promise<void>;
}

/** Opens the database in the browser. */
export type Open<Database> = (onProgress: (progress: Progress) => void) => Promise<Database>;

/** The life of the engine on a page. */
export interface Engine<Database> {
  readonly state: ReadonlySignal<EngineState>;
  /** Null unless the engine is ready. */
  database(): Database | null;
  /** Loads the engine unless it is there or on its way. Resolves when it is ready or has failed. */
  load(): Promise<void>;
  /** Tells that a question broke this database; one that was let go meanwhile is not missed. */
  break(broken: Database, error: unknown): void;
  /** Frees its memory; `load` brings it back. */
  release(): void;
}

/** Makes an engine, not loaded yet. After a failure it is offered once more. */
export function createEngine<Database extends Closable>(open: Open<Database>): Engine<Database> {
  const state = signal<EngineState>({ kind: "absent" });
  let database: Database | null = null;
  let loading: Promise<void> | null = null;
  /** Number of the newest life: what an older one still brings is let go. */
  let life = 0;
  let failures = 0;

  return { state, database: () => database, load, break: crash, release };

  function load(): Promise<void> {
    if (state.value.kind === "ready") return Promise.resolve();
    return (loading ??= bring(++life).finally(() => (loading = null)));
  }

  async function bring(own: number): Promise<void> {
    state.value = { kind: "loading", progress: null };
    try {
      const opened = await open((progress) => {
        if (own === life) state.value = { kind: "loading", progress };
      });
      if (own !== life) return void opened.close();
      database = opened;
      state.value = { kind: "ready" };
    } catch (error) {
      if (own === life) fail(error, isUnsupported(error) ? "unsupported" : "unreachable");
    }
  }

  function crash(broken: Database, error: unknown): void {
    if (broken !== database) return;
    release();
    fail(error, "crashed");
  }

  /** The reader is told; the reason is for who looks into the console. */
  function fail(error: unknown, fault: Fault): void {
    console.warn(error);
    failures += 1;
    state.value = { kind: "failed", fault, canRetry: failures < 2 && fault !== "unsupported" };
  }

  function release(): void {
    life += 1;
    loading = null;
    void database?.close();
    database = null;
    state.value = { kind: "absent" };
  }
}

/** By its name: the class is in the engine's own script, which is loaded apart. */
function isUnsupported(error: unknown): boolean {
  return error instanceof Error && error.name === "UnsupportedError";
}
