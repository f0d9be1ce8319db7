import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { useLanguage } from "../use-language.ts";
import { parseSlice } from "./codec.ts";
import { Drawing } from "./Drawing.tsx";
import type { Facets } from "./facets.ts";
import { isPlain, type Figure } from "./figure.ts";
import { FIGURES, figuresOf, type FigureName } from "./figures.ts";
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
  const { words } = language;
  const shown = store.shown.value;
  const figures = useMemo(() => figuresOf(shown, facets, language), [shown, facets, language]);
  return (
    <section class="charts" onClick={choose}>
      {FIGURES.map((name) => (
        <ChartFigure
          key={name}
          name={name}
          figure={figures[name]}
          unit={
            name === "targets"
              ? words.explorer.unit.indicators
              : words.explorer.unit[shown.slice.measure]
          }
          still={stills[name]}
        />
      ))}
      <p class="note hint">{words.explorer.charts.hint}</p>
    </section>
  );

  /** Marks are links, so that they can be opened elsewhere; a plain click stays here. */
  function choose(event: MouseEvent): void {
    const mark = event.target instanceof Element && event.target.closest("a[data-key]");
    if (!mark || !isPlain(event)) return;
    event.preventDefault();
    // A mark leads on from the slice that is shown; while another is on its way that is too old.
    if (store.isPending.value) return;
    store.go(parseSlice(new URL(mark.getAttribute("href")!, location.href).search));
  }
}

interface FigureProps {
  name: FigureName;
  figure: Figure;
  unit: string;
  still: ComponentChildren;
}

function ChartFigure({ name, figure, unit, still }: FigureProps) {
  const { words } = useLanguage();
  const { title, note, draw, heads, rows } = figure;
  return (
    <figure class={`figure-${name}`}>
      <figcaption>
        <h3>{title}</h3>
        <p>{note}</p>
      </figcaption>
      {draw && <Drawing draw={draw} still={still} />}
      <div class="figure-foot">
        <p>{words.figure.unit(unit)}</p>
        <p>
          {words.figure.source}
          {words.figure.published}
        </p>
      </div>
      <details>
        <summary>{words.figure.numbers}</summary>
        <div class="table" role="region" aria-label={title} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {heads.map((head, i) => (
                  <th key={head} scope="col" class={i > 0 ? "number" : undefined}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, ...numbers]) => (
                <tr key={name}>
                  <th scope="row" class="name">
                    {name}
                  </th>
                  {numbers.map((number, i) => (
                    <td key={i} class="number">
                      {number}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
