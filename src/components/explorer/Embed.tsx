import { useEffect, useMemo, useState } from "preact/hooks";
import type { Locale } from "../../format.ts";
import type { FacetValue } from "../../query/slice-facets.ts";
import { EngineNotice } from "../engine/EngineNotice.tsx";
import { languageOf } from "../language.ts";
import { LanguageContext } from "../use-language.ts";
import { chooseMark } from "./Charts.tsx";
import { Drawing } from "./Drawing.tsx";
import { embeddedFigure } from "./embed.ts";
import { facetsOf } from "./facets.ts";
import { sliceHref } from "./figure.ts";
import { figureFor } from "./figures.ts";
import { FIGURES, type FigureName } from "./look.ts";
import { sentenceText } from "./sentence.ts";
import type { Address, Answers } from "./store.ts";
import { useStore } from "./use-store.ts";

interface Props {
  locale: Locale;
  values: readonly FacetValue[];
  whole: Answers;
}

// A frame is no page of its own: a step in it is none in the history of the page around it.
const ADDRESS: Address = {
  search: () => location.search,
  push: (search) => history.replaceState(null, "", location.pathname + search),
  replace: (search) => history.replaceState(null, "", location.pathname + search),
};

/** One chart of the explorer with what it counts and where it is from, in a frame of another page. */
export default function Embed({ locale, values, whole }: Props) {
  const language = useMemo(() => languageOf(locale), [locale]);
  const { words } = language;
  const { store } = useStore(whole, ADDRESS);
  const facets = useMemo(() => facetsOf(values, whole.view.counts, words), [values, whole, words]);
  const [name, setName] = useState<FigureName>(FIGURES[0]);

  useEffect(() => {
    setName(embeddedFigure(location.search));
    store.follow();
    // What was prepared at build needs no engine.
    if (store.isPending.value) void store.load();
  }, [store]);

  const shown = store.shown.value;
  const figure = useMemo(
    () => figureFor(name, shown, facets, language),
    [name, shown, facets, language],
  );
  const { title, notes, unit, draw, cards } = figure;
  useEffect(() => {
    document.title = `${title} · ${words.site.name}`;
  }, [title, words]);

  return (
    <LanguageContext.Provider value={language}>
      <figure
        class="explorer embed"
        aria-busy={store.isBusy.value}
        onClick={(event) => {
          if (store.engine.value.kind === "ready") chooseMark(store, event);
        }}
      >
        <figcaption>
          <h1>{title}</h1>
          <p>{sentenceText(shown.slice, facets, language)}</p>
          <p>{words.explorer.sentences(notes)}</p>
        </figcaption>
        {store.isPending.value && <EngineNotice state={store.engine.value} load={store.load} />}
        {draw && <Drawing draw={draw} cards={cards} still={null} />}
        <div class="figure-foot">
          <p>{words.figure.unit(unit)}</p>
          <p>
            {words.figure.source}
            {words.figure.published}
          </p>
          <a href={sliceHref(shown.slice, language)} target="_blank" rel="noopener">
            {words.site.name}
            {words.colon}
            {words.figure.explore}
          </a>
        </div>
      </figure>
    </LanguageContext.Provider>
  );
}
