import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { COUNTINGS, countingOf } from "../../query/slice-conditions.ts";
import { useLanguage } from "../use-language.ts";
import { withCounting } from "./codec.ts";
import { Drawing } from "./Drawing.tsx";
import type { Facets } from "./facets.ts";
import type { Figure } from "./figure.ts";
import { flip, type FigureName } from "./look.ts";
import { firstMark } from "./marks.ts";
import { PictureMenu } from "./PictureMenu.tsx";
import type { Store } from "./store.ts";

interface Props {
  name: FigureName;
  figure: Figure;
  store: Store;
  facets: Facets;
  still: ComponentChildren;
}

/** A chart with its finding, what it counts, where it is from, and its numbers one key away. */
export function ChartFigure({ name, figure, store, facets, still }: Props) {
  const { words } = useLanguage();
  const whole = useRef<HTMLElement>(null);
  const { title, notes, unit, shared, draw, cards, brush } = figure;
  const look = store.look.value;
  const isOpen = look.numbers.includes(name);
  const turn = () => store.unfold({ ...look, numbers: flip(look.numbers, name) });

  /** T turns to the numbers and back, wherever in the figure the focus is. */
  function turnByKey(event: KeyboardEvent): void {
    const isTyped = event.target instanceof HTMLInputElement;
    const isOther = event.ctrlKey || event.metaKey || event.altKey;
    if (event.key.toLowerCase() !== "t" || isTyped || isOther) return;
    event.preventDefault();
    turn();
    // Once the page has followed.
    requestAnimationFrame(() => {
      const figure = whole.current;
      const table = figure?.querySelector<HTMLElement>("details[open] .table");
      if (table) table.focus();
      else if (figure) firstMark(figure)?.focus();
    });
  }

  return (
    <figure class={`figure-${name}`} ref={whole} onKeyDown={turnByKey}>
      <figcaption>
        <h3>{title}</h3>
        {shared && <CountingChoice name={name} store={store} />}
        <p>{words.explorer.sentences(notes)}</p>
      </figcaption>
      {draw && (
        <Drawing
          draw={draw}
          cards={cards}
          still={still}
          onBrush={brush && ((keys) => store.go(brush(keys, store.slice.value)))}
        />
      )}
      <div class="figure-foot">
        <p>{words.figure.unit(unit)}</p>
        <p>
          {words.figure.source}
          {words.figure.published}
        </p>
        {draw && (
          <PictureMenu
            name={name}
            figure={figure}
            slice={store.shown.value.slice}
            facets={facets}
          />
        )}
      </div>
      <details open={isOpen}>
        <summary
          aria-keyshortcuts="t"
          onClick={(event) => {
            event.preventDefault();
            turn();
          }}
        >
          {words.figure.numbers} <kbd>T</kbd>
        </summary>
        <Numbers figure={figure} />
      </details>
    </figure>
  );
}

/** How projects of several regions or types count, chosen where it matters. */
function CountingChoice({ name, store }: { name: FigureName; store: Store }) {
  const { counting, countings } = useLanguage().words.explorer;
  const slice = store.slice.value;
  return (
    <fieldset class="counting">
      <legend class="hidden">{counting}</legend>
      {COUNTINGS.map((way) => (
        <label key={way}>
          <input
            type="radio"
            autocomplete="off"
            name={`count-${name}`}
            value={way}
            checked={countingOf(slice) === way}
            onChange={() => store.go(withCounting(store.slice.value, way))}
          />
          <span>{countings[way]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The numbers of a chart as a table. */
function Numbers({ figure: { title, heads, rows } }: { figure: Figure }) {
  return (
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
  );
}
