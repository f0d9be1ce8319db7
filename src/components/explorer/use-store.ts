import { useMemo } from "preact/hooks";
import { openEngine } from "../engine/open.ts";
import { connectSearch } from "./search-connection.ts";
import { createSearching, type Searching } from "./searching.ts";
import { createStore, type Address, type Answers, type Store } from "./store.ts";

/** The state of an explorer or of a frame of it, with the search that it shares. */
export function useStore(
  whole: Answers,
  address: Address,
): { readonly store: Store; readonly searching: Searching } {
  return useMemo(() => {
    const searching = createSearching(connectSearch);
    return { searching, store: createStore(whole, openEngine, searching, address) };
  }, [whole, address]);
}
