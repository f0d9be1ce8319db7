import { signal, type ReadonlySignal } from "@preact/signals";
import type { Database } from "../../query/database.ts";
import { markOf, type NamedSound } from "../../query/search-file.ts";
import { makeFolding, type Folding } from "../../query/search-text.ts";
import type { Found, Hits } from "../../query/search.ts";
import type { Opened } from "./search-worker.ts";

/** An open index. */
export interface Connection extends Opened {
  find(typed: string): Promise<Found>;
  close(): void;
}

/** Opens the index; `fresh` passes over what the browser has kept of it. */
export type Connect = (options: { readonly fresh: boolean }) => Promise<Connection>;

/** What the page needs to show what was found. */
export interface Known {
  readonly folding: Folding;
  readonly names: readonly NamedSound[];
}

/** The search as the explorer uses it; its index is loaded when it is first wanted. */
export interface Searching {
  /** Null before the index is there. */
  readonly known: ReadonlySignal<Known | null>;
  /** Looks for words. Rejects if the index does not come; the next call tries again. */
  find(typed: string): Promise<Found>;
  /** The rows of a database in which words stand. Rejects too if the index is of other data. */
  hitsIn(database: Database, typed: string): Promise<Hits>;
  /** Lets the index go, for its memory; it comes back when it is wanted. */
  release(): void;
}

/** Makes the search over an index that is not there yet. */
export function createSearching(connect: Connect): Searching {
  const known = signal<Known | null>(null);
  let connection: Promise<Connection> | null = null;
  const marks = new WeakMap<Database, Promise<string>>();

  return { known, find, hitsIn, release };

  async function find(typed: string): Promise<Found> {
    return (await connected()).find(typed);
  }

  async function hitsIn(database: Database, typed: string): Promise<Hits> {
    const mark = await markIn(database);
    if ((await connected()).mark !== mark) await connectAnew();
    const own = await connected();
    if (own.mark !== mark) throw new Error("the index of the search is of other data");
    return (await own.find(typed)).hits;
  }

  function release(): void {
    void connection?.then((own) => own.close()).catch(() => undefined);
    connection = null;
  }

  function markIn(database: Database): Promise<string> {
    const mark = marks.get(database) ?? markOf(database);
    marks.set(database, mark);
    return mark;
  }

  function connected(fresh = false): Promise<Connection> {
    connection ??= open(fresh);
    return connection;
  }

  async function open(fresh: boolean): Promise<Connection> {
    try {
      const opened = await connect({ fresh });
      known.value = { folding: makeFolding(opened.simplified), names: opened.names };
      return opened;
    } catch (error) {
      connection = null;
      throw error;
    }
  }

  async function connectAnew(): Promise<void> {
    (await connected()).close();
    connection = null;
    await connected(true);
  }
}
