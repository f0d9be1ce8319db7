import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { OpenDatabase } from "../../query/database.ts";
import { WHOLE, type Slice } from "../../query/slice-conditions.ts";
import {
  rowsStatement,
  sliceRows,
  type SliceRows,
  type Statement,
} from "../../query/slice-rows.ts";
import { sliceView, type SliceView } from "../../query/slice.ts";
import { foundProjects, type FoundProject } from "../../query/search-rows.ts";
import type { Asked } from "../../query/slice-items.ts";
import { createEngine, type EngineState, type Open } from "../engine/engine.ts";
import { formatSlice, parseSlice } from "./codec.ts";
import { FIRST_LOOK, formatLook, parseLook, type Look } from "./look.ts";
import type { Searching } from "./searching.ts";

/** Rows of a table that are shown at first, and that each “more” adds. */
export const PAGE_ROWS = 25;

/** What the store needs of the browser's history. */
export interface Address {
  /** The query of the current address. */
  search(): string;
  /** Puts a new entry into the history. */
  push(search: string): void;
  /** Puts another query into the current entry. */
  replace(search: string): void;
}

/** The answers to a slice: for facets and charts, and for the table in front. */
export interface Answers {
  readonly view: SliceView;
  readonly table: SliceRows;
}

/** A slice with the answers to it. */
export interface Answered extends Answers {
  readonly slice: Slice;
}

/** The state of the explorer: what is asked for, what is shown, how the engine fares. */
export interface Store {
  readonly slice: ReadonlySignal<Slice>;
  /** The newest answer; of an older slice while `isPending`. */
  readonly shown: ReadonlySignal<Answered>;
  readonly look: ReadonlySignal<Look>;
  readonly engine: ReadonlySignal<EngineState>;
  readonly isPending: ReadonlySignal<boolean>;
  /** Whether that newest answer is on its way: pending, and the engine has not failed. */
  readonly isBusy: ReadonlySignal<boolean>;
  /** Asks for another slice: a step of the history, or the same step said otherwise. */
  go(slice: Slice, step?: "next" | "same"): void;
  /** Unfolds other parts of the page: in the address, but no step of the history. */
  unfold(look: Look): void;
  /** Asks for the slice of the current address: at the start, and after a step back or forward. */
  follow(): void;
  /** Shows more rows of the table. */
  more(): void;
  /** Loads the engine: at the start, once more after it failed, or after it was let go. */
  load(): Promise<void>;
  /** Lets the engine go, for its memory; the newest answer stays. */
  release(): void;
  /** All rows of the table that is shown, and the statement for them; null if the engine is not there or fails. */
  allRows(): Promise<{ readonly table: SliceRows; readonly statement: Statement } | null>;
  /** Some projects with the words; none before the engine is there. */
  projectsWith(words: string): Promise<readonly FoundProject[]>;
}

/** How many projects are offered for what is typed. */
const MOST_OFFERED = 4;

/** Makes the store, showing the answers for the whole that were prepared at build. */
export function createStore(
  whole: Answers,
  open: Open<OpenDatabase>,
  searching: Pick<Searching, "hitsIn">,
  address: Address,
): Store {
  const slice = signal<Slice>(WHOLE);
  const shown = signal<Answered>({ slice: WHOLE, ...whole });
  const look = signal<Look>(FIRST_LOOK);
  const { state: engine, ...life } = createEngine(open);
  const isPending = computed(() => shown.value.slice !== slice.value);
  const isBusy = computed(() => isPending.value && engine.value.kind !== "failed");
  let limit = PAGE_ROWS;
  /** Rows that were asked for in the table that is shown. */
  let shownLimit = PAGE_ROWS;
  /** Number of the newest question: an answer to an older one comes too late. */
  let generation = 0;

  return {
    ...{ slice, shown, look, engine, isPending, isBusy },
    ...{ go, unfold, follow, more, load, release: life.release, allRows, projectsWith },
  };

  function go(next: Slice, step: "next" | "same" = "next"): void {
    const search = formatSlice(next, address.search());
    if (search !== address.search()) address[step === "same" ? "replace" : "push"](search);
    ask(next);
  }

  function unfold(next: Look): void {
    look.value = next;
    const search = formatLook(next, address.search());
    if (search !== address.search()) address.replace(search);
  }

  function follow(): void {
    look.value = parseLook(address.search());
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

  /** Asks for what is not shown yet: another order of the table leaves the charts as they are. */
  async function answer(): Promise<void> {
    const asked = slice.value;
    const asksRows = limit !== shownLimit || tableKey(asked) !== tableKey(shown.value.slice);
    const asksView = viewKey(asked) !== viewKey(shown.value.slice);
    const question = ++generation;
    if (!asksRows && !asksView) {
      shown.value = { ...shown.value, slice: asked };
      return;
    }
    const database = life.database();
    if (!database) return;
    const askedLimit = limit;
    try {
      const wanted = await searched(database, asked);
      const [view, table] = await Promise.all([
        asksView ? sliceView(database, wanted) : shown.value.view,
        asksRows ? sliceRows(database, wanted, askedLimit) : shown.value.table,
      ]);
      if (question !== generation) return;
      shownLimit = askedLimit;
      shown.value = { slice: asked, view, table };
    } catch (error) {
      if (question === generation) life.break(database, error);
    }
  }

  async function load(): Promise<void> {
    await life.load();
    // What was prepared at build is the answer for the whole already.
    if (isPending.value) await answer();
  }

  async function allRows(): ReturnType<Store["allRows"]> {
    const database = life.database();
    if (!database) return null;
    try {
      const asked = await searched(database, shown.value.slice);
      return { table: await sliceRows(database, asked), statement: rowsStatement(asked) };
    } catch (error) {
      life.break(database, error);
      return null;
    }
  }

  async function projectsWith(words: string): Promise<readonly FoundProject[]> {
    const database = life.database();
    if (!database) return [];
    return foundProjects(database, await searching.hitsIn(database, words), MOST_OFFERED);
  }

  /** The slice with the rows in which its words stand. */
  async function searched(data: OpenDatabase, asked: Slice): Promise<Asked> {
    return asked.q === "" ? asked : { ...asked, hits: await searching.hitsIn(data, asked.q) };
  }
}

/** What of a slice the facets and charts depend on; each way to count is in the same answer. */
function viewKey(slice: Slice): string {
  return formatSlice({ ...slice, counting: null, tab: WHOLE.tab, sort: null });
}

/** What of a slice the table depends on. */
function tableKey(slice: Slice): string {
  return formatSlice({ ...slice, counting: null, measure: WHOLE.measure });
}
