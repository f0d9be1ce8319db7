import { batch, computed, signal, type ReadonlySignal } from "@preact/signals";
import type { OpenDatabase } from "../../query/database.ts";
import { rowDetail, type RowDetail } from "../../query/row-detail.ts";
import { WHOLE, type Slice, type Tab } from "../../query/slice-conditions.ts";
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

/** Rows of a table that are there before the engine is. */
export const FIRST_ROWS = 25;
/** Rows of a table that are asked for at a time. */
export const PAGE_ROWS = 100;

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

/** Rows of the table that is shown, by the number of their page, from 0. */
export type Pages = ReadonlyMap<number, SliceRows>;

/** The state of the explorer: what is asked for, what is shown, how the engine fares. */
export interface Store {
  readonly slice: ReadonlySignal<Slice>;
  /** The newest answer; of an older slice while `isPending`. */
  readonly shown: ReadonlySignal<Answered>;
  /** Rows of that answer beyond the first. */
  readonly pages: ReadonlySignal<Pages>;
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
  /** Asks for the rows of the table between two places, the second not among them, where they are missing. */
  want(from: number, to: number): void;
  /** Loads the engine: at the start, once more after it failed, or after it was let go. */
  load(): Promise<void>;
  /** Lets the engine go, for its memory; the newest answer stays. */
  release(): void;
  /** All rows of the table that is shown, and the statement for them; null if the engine is not there or fails. */
  allRows(): Promise<{ readonly table: SliceRows; readonly statement: Statement } | null>;
  /** What a row of a table unfolds into; null before the engine is there, or if there is no such row. */
  detailOf(tab: Tab, id: string): Promise<RowDetail | null>;
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
  const pages = signal<Pages>(new Map());
  /** Pages of the table that is shown that are there or on their way. */
  const wanted = new Set<number>();
  /** Number of the newest question: an answer to an older one comes too late. */
  let generation = 0;

  return {
    ...{ slice, shown, pages, look, engine, isPending, isBusy },
    ...{ go, unfold, follow, want, load, release: life.release },
    ...{ allRows, detailOf, projectsWith },
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

  function ask(next: Slice): void {
    slice.value = next;
    void answer();
  }

  /** Asks for what is not shown yet: another order of the table leaves the charts as they are. */
  async function answer(): Promise<void> {
    const asked = slice.value;
    const asksRows = tableKey(asked) !== tableKey(shown.value.slice);
    const asksView = viewKey(asked) !== viewKey(shown.value.slice);
    const question = ++generation;
    if (!asksRows && !asksView) {
      shown.value = { ...shown.value, slice: asked };
      return;
    }
    const database = life.database();
    if (!database) return;
    try {
      const words = await searched(database, asked);
      const [view, table] = await Promise.all([
        asksView ? sliceView(database, words) : shown.value.view,
        asksRows ? sliceRows(database, words, { limit: PAGE_ROWS }) : shown.value.table,
      ]);
      if (question !== generation) return;
      batch(() => {
        if (asksRows) turnTo(table);
        shown.value = { slice: asked, view, table };
      });
    } catch (error) {
      if (question === generation) life.break(database, error);
    }
  }

  function turnTo(table: SliceRows): void {
    wanted.clear();
    wanted.add(0);
    pages.value = new Map([[0, table]]);
  }

  function want(from: number, to: number): void {
    const database = life.database();
    if (!database || isPending.value) return;
    for (let page = Math.floor(from / PAGE_ROWS); page * PAGE_ROWS < to; page++) {
      if (!wanted.has(page)) void turn(database, page);
    }
  }

  async function turn(database: OpenDatabase, page: number): Promise<void> {
    const { slice } = shown.value;
    // Meanwhile the table may have become another, with pages of its own.
    const isShown = () => tableKey(shown.value.slice) === tableKey(slice);
    wanted.add(page);
    try {
      const part = { limit: PAGE_ROWS, offset: page * PAGE_ROWS };
      const rows = await sliceRows(database, await searched(database, slice), part);
      if (isShown()) pages.value = new Map([...pages.value, [page, rows]]);
    } catch (error) {
      if (!isShown()) return;
      wanted.delete(page);
      life.break(database, error);
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

  async function detailOf(tab: Tab, id: string): Promise<RowDetail | null> {
    const database = life.database();
    return database && rowDetail(database, tab, id);
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
