import { useEffect, useRef, useState } from "preact/hooks";
import { FACETS, FILTERS } from "../../query/slice-conditions.ts";
import { useLanguage } from "../use-language.ts";
import { AmountFacet } from "./AmountFacet.tsx";
import { chosenCount } from "./codec.ts";
import { FacetBox } from "./FacetBox.tsx";
import { sizeOf, type Facets } from "./facets.ts";
import type { Searching } from "./searching.ts";
import type { Store } from "./store.ts";

interface Props {
  store: Store;
  searching: Searching;
  facets: Facets;
  /** Whether somebody acts on a choice. */
  isAlive: boolean;
}

/** From here on the conditions stand beside the results. */
const WIDE = "(min-width: 60rem)";

/** The facets, with counts beside every value: beside the results, on a phone a sheet over them. */
export function Filters({ store, searching, facets, isAlive }: Props) {
  const { words } = useLanguage();
  const sheet = useRef<HTMLDialogElement>(null);
  const [isSheet, setSheet] = useState(false);
  const { slice, view } = store.shown.value;
  const { projects, indicators } = view.headline;
  const chosen = FILTERS.reduce(
    (count, condition) => count + chosenCount(store.slice.value, condition),
    0,
  );

  useEffect(() => {
    const wide = matchMedia(WIDE);
    const close = () => wide.matches && sheet.current?.close();
    wide.addEventListener("change", close);
    return () => wide.removeEventListener("change", close);
  }, []);

  return (
    <>
      <button
        type="button"
        class="open-filters"
        disabled={!isAlive}
        aria-haspopup="dialog"
        onClick={() => {
          sheet.current?.showModal();
          setSheet(true);
        }}
      >
        {chosen > 0 ? words.explorer.filtersChosen(chosen) : words.explorer.filters}
      </button>
      <dialog
        class="filters"
        ref={sheet}
        // Beside the results it is no dialog that anything waits for.
        role={isSheet ? undefined : "group"}
        aria-label={words.explorer.filtersLabel}
        onClose={() => setSheet(false)}
        onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      >
        <div class="filters-body">
          <p class="note">{words.explorer.countNote[slice.measure]}</p>
          {FILTERS.map((condition) =>
            condition === "amount" ? (
              <AmountFacet key={condition} store={store} isAlive={isAlive} />
            ) : (
              sizeOf(facets.trees[condition]) > 1 && (
                <FacetBox
                  key={condition}
                  facet={condition}
                  store={store}
                  searching={searching}
                  facets={facets}
                  isAlive={isAlive}
                />
              )
            ),
          )}
          <Alike facets={facets} />
        </div>
        <button type="button" class="close-filters" onClick={() => sheet.current?.close()}>
          {words.explorer.closeFilters(words.explorer.results(projects, indicators))}
        </button>
      </dialog>
    </>
  );
}

/** What is the same everywhere, and so nothing to choose from. */
function Alike({ facets }: { facets: Facets }) {
  const { words } = useLanguage();
  return FACETS.map((facet) => {
    const [only, ...others] = facets.trees[facet];
    if (!only || others.length > 0 || only.children.length > 0) return null;
    return (
      <p key={facet} class="note alike">
        {words.explorer.alike(words.explorer.facets[facet], only.name)}
      </p>
    );
  });
}
