import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { WHOLE } from "../../query/slice-conditions.ts";
import { useLanguage } from "../use-language.ts";
import { formatSlice, parseSlice } from "./codec.ts";
import { ChartFigure } from "./ChartFigure.tsx";
import type { Facets } from "./facets.ts";
import { isPlain } from "./figure.ts";
import { figureFor } from "./figures.ts";
import { COLUMNS, FIGURES, type FigureName } from "./look.ts";
import { markAt } from "./marks.ts";
import type { Store } from "./store.ts";

/** The charts as they were drawn at build. */
export type Stills = Partial<Record<FigureName, ComponentChildren>>;

/** The linked charts: a mark of one narrows the others. */
export function Charts({
  store,
  facets,
  stills,
}: {
  store: Store;
  facets: Facets;
  stills: Stills;
}) {
  const language = useLanguage();
  const { slice, view } = store.shown.value;
  // The table in front and its order concern no chart.
  const drawn = formatSlice({ ...slice, tab: WHOLE.tab, sort: null });
  const figures = useMemo(() => {
    const told = { slice: parseSlice(drawn), view };
    return new Map(FIGURES.map((name) => [name, figureFor(name, told, facets, language)] as const));
  }, [drawn, view, facets, language]);
  const figure = (name: FigureName) => {
    const own = figures.get(name);
    return (
      own && (
        <ChartFigure
          key={name}
          name={name}
          figure={own}
          store={store}
          facets={facets}
          still={stills[name]}
        />
      )
    );
  };
  const inColumns = COLUMNS.flat();
  return (
    <section
      class="charts"
      aria-label={language.words.explorer.chartsLabel}
      onClick={(event) => chooseMark(store, event)}
    >
      {COLUMNS.map((names, i) => (
        <div key={i} class="column">
          {names.map(figure)}
        </div>
      ))}
      {FIGURES.filter((name) => !inColumns.some((other) => other === name)).map(figure)}
      <p class="note hint">{language.words.explorer.charts.hint}</p>
    </section>
  );
}

/** Marks are links, so that they can be opened elsewhere; a plain click stays here. */
export function chooseMark(store: Store, event: MouseEvent): void {
  const mark = markAt(event.target);
  if (!mark || !isPlain(event)) return;
  event.preventDefault();
  // A mark leads on from the slice that is shown; while another is on its way that is too old.
  if (store.isPending.value) return;
  const { tab, sort } = store.slice.value;
  const { search } = new URL(mark.getAttribute("href") ?? "", location.href);
  store.go({ ...parseSlice(search), tab, sort });
}
