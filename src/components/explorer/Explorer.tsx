import { useEffect, useMemo, useState } from "preact/hooks";
import { zh } from "../../i18n/zh.ts";
import type { FacetValue, SliceView } from "../../query/slice.ts";
import { Charts, type Stills } from "./Charts.tsx";
import { EngineNotice } from "./EngineNotice.tsx";
import { facetsOf, sentenceOf } from "./facets.ts";
import { Filters } from "./Filters.tsx";
import { Headline } from "./Headline.tsx";
import { Selection } from "./Selection.tsx";
import { createStore, type Address, type Open } from "./store.ts";
import { Tables } from "./Tables.tsx";

interface Props extends Stills {
  /** Every facet value of the data. */
  values: readonly FacetValue[];
  /** The answers for everything, prepared at build. */
  whole: SliceView;
}

const ADDRESS: Address = {
  search: () => location.search,
  push: (search) => history.pushState(null, "", location.pathname + search),
};

// Loaded apart, so that a browser that cannot run the engine still runs the page.
const openEngine: Open = async (onProgress) => {
  const { openDatabase } = await import("../../query/browser.ts");
  return openDatabase({ onProgress });
};

/** The explorer: rendered at build with everything, then alive. */
export default function Explorer({ values, whole, ...stills }: Props) {
  const store = useMemo(() => createStore(whole, openEngine, ADDRESS), [whole]);
  const facets = useMemo(() => facetsOf(values, whole.counts), [values, whole]);

  // Until then a choice would be lost: the browser would show it, and nobody act on it.
  const [isAlive, setAlive] = useState(false);

  useEffect(() => {
    setAlive(true);
    store.follow();
    void store.load();
    addEventListener("popstate", store.follow);
    return () => removeEventListener("popstate", store.follow);
  }, [store]);

  const { slice, view } = store.shown.value;
  useEffect(() => {
    const sentence = sentenceOf(slice, facets).map(({ text }) => text);
    document.title = zh.explorer.documentTitle(sentence.join(""));
  }, [slice, facets]);

  return (
    <div class="explorer">
      <Selection store={store} facets={facets} />
      <EngineNotice store={store} />
      <p class="hidden" role="status">
        {store.isBusy.value
          ? zh.explorer.pending
          : zh.explorer.announce(view.headline.projects, view.headline.indicators)}
      </p>
      <div class="explorer-body">
        <Filters store={store} facets={facets} isAlive={isAlive} />
        <div class="results" aria-busy={store.isBusy.value}>
          <Headline store={store} facets={facets} isAlive={isAlive} />
          <Charts store={store} facets={facets} stills={stills} />
        </div>
      </div>
      <Tables store={store} />
    </div>
  );
}
