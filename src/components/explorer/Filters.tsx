import { useEffect, useRef } from "preact/hooks";
import { formatNumber } from "../../format.ts";
import { useLanguage } from "../use-language.ts";
import { FACETS, type Facet } from "../../query/slice-conditions.ts";
import { toggle } from "./codec.ts";
import type { FacetNode, Facets } from "./facets.ts";
import type { Store } from "./store.ts";

interface Props {
  store: Store;
  facets: Facets;
  /** Whether somebody acts on a choice. */
  isAlive: boolean;
}

/** The facets, with counts beside every value: a sheet above the results on a phone. */
export function Filters({ store, facets, isAlive }: Props) {
  const { words } = useLanguage();
  const sheet = useRef<HTMLDetailsElement>(null);
  const { slice } = store.shown.value;
  const chosen = FACETS.reduce((count, facet) => count + store.slice.value[facet].length, 0);

  // Where CSS cannot open it beside the results (no ::details-content), this does.
  useEffect(() => {
    if (matchMedia("(min-width: 60rem)").matches) sheet.current!.open = true;
  }, []);

  return (
    <details class="filters" ref={sheet}>
      <summary>
        {chosen > 0 ? words.explorer.filtersChosen(chosen) : words.explorer.filters}
      </summary>
      <p class="note">{words.explorer.countNote[slice.measure]}</p>
      {FACETS.map((facet) => (
        <FacetBox key={facet} facet={facet} store={store} facets={facets} isAlive={isAlive} />
      ))}
    </details>
  );
}

function FacetBox({ facet, store, facets, isAlive }: Props & { facet: Facet }) {
  const { words } = useLanguage();
  const counts = new Map(
    store.shown.value.view.counts
      .filter((count) => count.facet === facet)
      .map(({ key, count }) => [key, count]),
  );
  return (
    <fieldset class="facet" disabled={!isAlive}>
      <legend>{words.explorer.facets[facet]}</legend>
      {facet === "region" && <p class="note">{words.explorer.regionNote}</p>}
      <FacetList facet={facet} nodes={facets.trees[facet]} counts={counts} store={store} />
    </fieldset>
  );
}

interface ListProps {
  facet: Facet;
  nodes: readonly FacetNode[];
  counts: ReadonlyMap<string, number>;
  store: Store;
}

function FacetList({ facet, nodes, counts, store }: ListProps) {
  const values = store.slice.value[facet];
  return (
    <ul>
      {nodes.map(({ key, name, children }) => (
        <li key={key}>
          <label class={counts.has(key) ? undefined : "empty"}>
            <input
              type="checkbox"
              autocomplete="off"
              name={facet}
              value={key}
              checked={values.includes(key)}
              onChange={() => store.go(toggle(store.slice.value, facet, key))}
            />
            <span class="name">{name}</span>
            <span class="count">{formatNumber(counts.get(key) ?? 0)}</span>
          </label>
          {children.length > 0 && (
            <FacetList facet={facet} nodes={children} counts={counts} store={store} />
          )}
        </li>
      ))}
    </ul>
  );
}
