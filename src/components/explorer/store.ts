import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Database } from "../../query/database.ts";
import { WHOLE, type Slice } from "../../query/slice-conditions.ts";
import { sliceRows, sliceView, type SliceRows, type SliceView } from "../../query/slice.ts";
import { formatSlice, parseSlice } from "./codec.ts";
import type { Shown } from "./figure.ts";

/** Rows of a table that are shown at first, and that each “more” adds. */
export const PAGE_ROWS = 25;

export interface Progress {
  /** Bytes. */
  readonly loaded: number;
  readonly total: number;
}

export type EngineState =
  | { readonly kind: "loading"; readonly progress: Progress | null }
  | { readonly kind: "ready" }
  | { readonly kind: "failed"; readonly canRetry: boolean };

/** Opens the database in the browser. */
export type Open = (onProgress: (progress: Progress) => void) => Promise<Database>;

/** What the store needs of the browser's history. */
export interface Address {
  /** The query of the current address. */
  search(): string;
  /** Puts a new entry into the history. */
  push(search: string): void;
}

/** The state of the explorer: what is asked for, what is shown, how the engine fares. */
export interface Store {
  readonly slice: ReadonlySignal<Slice>;
  /** The newest answer; of an older slice while `isPending`. */
  readonly shown: ReadonlySignal<Shown>;
  readonly engine: ReadonlySignal<EngineState>;
  readonly isPending: ReadonlySignal<boolean>;
  /** Whether that newest answer is on its way: pending, and the engine has not failed. */
  readonly isBusy: ReadonlySignal<boolean>;
  /** Asks for another slice, as a step of the history. */
  go(slice: Slice): void;
  /** Asks for the slice of the current address: at the start, and after a step back or forward. */
  follow(): void;
  /** Shows more rows of the table. */
  more(): void;
  /** Loads the engine, at the start or once more after it failed. */
  load(): Promise<void>;
  /** All rows of the table that is shown; null if the engine is not there or fails. */
  allRows(): Promise<SliceRows | null>;
}

/** Makes the store, showing the answers for the whole that were prepared at build. */
export function createStore(whole: SliceView, open: Open, address: Address): Store {
  const slice = signal<Slice>(WHOLE);
  const shown = signal<Shown>({ slice: WHOLE, view: whole });
  const engine = signal<EngineState>({ kind: "loading", progress: null });
  const isPending = computed(() => shown.value.slice !== slice.value);
  const isBusy = computed(() => isPending.value && engine.value.kind !== "failed");
  let database: Database | null = null;
  let limit = PAGE_ROWS;
  /** Number of the newest question: an answer to an older one comes too late. */
  let generation = 0;
  let failures = 0;

  return { slice, shown, engine, isPending, isBusy, go, follow, more, load, allRows };

  function go(next: Slice): void {
    const search = formatSlice(next, address.search());
    if (search !== address.search()) address.push(search);
    ask(next);
  }

  function follow(): void {
    const next = parseSlice(address.search());
    if (formatSlice(next) !== formatSlice(slice.value)) ask(next);
  }

  function more(): void {
    limit += PAGE_ROWS;
    void answer();
  }

  function ask(next: Slice): void {
    slice.value = next;
    limit = PAGE_ROWS;
    void answer();
  }

  async function answer(): Promise<void> {
    if (!database) return;
    const question = ++generation;
    const asked = slice.value;
    try {
      const view = await sliceView(database, asked, limit);
      if (question === generation) shown.value = { slice: asked, view };
    } catch (error) {
      if (question === generation) fail(error);
    }
  }

  async function load(): Promise<void> {
    engine.value = { kind: "loading", progress: null };
    try {
      database = await open((progress) => {
        engine.value = { kind: "loading", progress };
      });
    } catch (error) {
      fail(error);
      return;
    }
    engine.value = { kind: "ready" };
    // What was prepared at build is the answer for the whole already.
    if (isPending.value) await answer();
  }

  /** The reader is told; the reason is for who looks into the console. */
  function fail(error: unknown): void {
    console.warn(error);
    failures += 1;
    database = null;
    engine.value = { kind: "failed", canRetry: failures < 2 };
  }

  async function allRows(): Promise<SliceRows | null> {
    if (!database) return null;
    try {
      return await sliceRows(database, shown.value.slice);
    } catch (error) {
      fail(error);
      return null;
    }
  }
}
