import { useEffect, useMemo, useState } from "preact/hooks";
import type { Locale } from "../../format.ts";
import type { FacetValue } from "../../query/slice-facets.ts";
import { attend } from "../engine/attend.ts";
import { EngineNotice } from "../engine/EngineNotice.tsx";
import { languageOf } from "../language.ts";
import { LanguageContext } from "../use-language.ts";
import { Charts, type Stills } from "./Charts.tsx";
import { facetsOf } from "./facets.ts";
import { Filters } from "./Filters.tsx";
import { Headline } from "./Headline.tsx";
import { highlightOf } from "./highlight.ts";
import { Selection } from "./Selection.tsx";
import { SearchBox } from "./SearchBox.tsx";
import { sentenceText } from "./sentence.ts";
import { CitedData } from "./TakeAway.tsx";
import type { Address, Answers } from "./store.ts";
import { useStore } from "./use-store.ts";
import { Tables } from "./Tables.tsx";

interface Props extends Stills {
  locale: Locale;
  /** Every facet value of the data. */
  values: readonly FacetValue[];
  /** The answers for everything, prepared at build. */
  whole: Answers;
  /** Of the data, for who cites them. */
  version: string;
}

const ADDRESS: Address = {
  search: () => location.search,
  push: (search) => history.pushState(null, "", location.pathname + search),
  replace: (search) => history.replaceState(null, "", location.pathname + search),
};

/** The explorer: rendered at build with everything, then alive. */
export default function Explorer({ locale, values, whole, version, ...stills }: Props) {
  const language = useMemo(() => languageOf(locale), [locale]);
  const { words } = language;
  const { store, searching } = useStore(whole, ADDRESS);
  const offers = useMemo(() => ({ values, counts: whole.view.counts }), [values, whole]);
  const facets = useMemo(() => facetsOf(values, whole.view.counts, words), [values, whole, words]);

  const cited = useMemo(() => ({ version, values }), [version, values]);

  // Until then a choice would be lost: the browser would show it, and nobody act on it.
  const [isAlive, setAlive] = useState(false);

  useEffect(() => {
    setAlive(true);
    store.follow();
    const leave = attend({
      load: store.load,
      release() {
        store.release();
        searching.release();
      },
    });
    addEventListener("popstate", store.follow);
    return () => {
      leave();
      removeEventListener("popstate", store.follow);
    };
  }, [store, searching]);

  const { slice, view } = store.shown.value;
  const look = store.look.value;
  const known = searching.known.value;
  const highlight = useMemo(() => highlightOf(slice.q, known), [slice.q, known]);
  useEffect(() => {
    const sentence = sentenceText(slice, facets, language);
    const { projects, indicators } = view.headline;
    document.title = words.explorer.documentTitle(sentence);
    describe(
      words.explorer.documentDescription(sentence, words.explorer.results(projects, indicators)),
    );
  }, [slice, view, facets, language, words]);
  useEffect(() => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>("a.language")) {
      link.search = location.search;
    }
  }, [slice, look]);

  return (
    <LanguageContext.Provider value={language}>
      <div class="explorer">
        <SearchBox {...{ store, searching, facets, offers, isAlive }} />
        <Selection store={store} facets={facets} />
        <EngineNotice state={store.engine.value} load={store.load}>
          {store.isPending.value && <p class="note">{words.explorer.stale}</p>}
        </EngineNotice>
        <p class="hidden" role="status">
          {store.isBusy.value
            ? words.explorer.pending
            : words.explorer.announce(view.headline.projects, view.headline.indicators)}
        </p>
        <div class="explorer-body">
          <Filters {...{ store, searching, facets, isAlive }} />
          <div class="results" aria-busy={store.isBusy.value}>
            <Headline store={store} facets={facets} isAlive={isAlive} />
            <Charts store={store} facets={facets} stills={stills} />
          </div>
        </div>
        <CitedData.Provider value={cited}>
          <Tables {...{ store, facets, highlight, isAlive }} />
        </CitedData.Provider>
      </div>
    </LanguageContext.Provider>
  );
}

/** Describes the page for who shares its address. */
function describe(text: string): void {
  for (const name of ['meta[name="description"]', 'meta[property="og:description"]']) {
    document.querySelector(name)?.setAttribute("content", text);
  }
}
