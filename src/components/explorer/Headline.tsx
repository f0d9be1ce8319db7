import { formatNumber } from "../../format.ts";
import { useLanguage } from "../use-language.ts";
import { MEASURES, NONE, type Measure } from "../../query/slice-conditions.ts";
import { withMeasure } from "./codec.ts";
import { isWithin, type Facets } from "./facets.ts";
import type { Shown } from "./figure.ts";
import type { Store } from "./store.ts";

interface Props {
  store: Store;
  facets: Facets;
  /** Whether somebody acts on a choice. */
  isAlive: boolean;
}

/** The slice in three figures, each of which can be made the measure of everything below. */
export function Headline({ store, facets, isAlive }: Props) {
  const { words, formatYuan } = useLanguage();
  const shown = store.shown.value;
  const { headline } = shown.view;
  const figures: Record<Measure, string> = {
    amount: formatYuan(headline.amount),
    projects: formatNumber(headline.projects),
    indicators: formatNumber(headline.indicators),
  };
  const years = yearsOf(shown, facets);
  return (
    <div class="headline">
      <fieldset disabled={!isAlive}>
        <legend>{words.explorer.measure}</legend>
        {MEASURES.map((measure) => (
          <label key={measure}>
            <input
              type="radio"
              autocomplete="off"
              name="measure"
              value={measure}
              checked={store.slice.value.measure === measure}
              onChange={() => store.go(withMeasure(store.slice.value, measure))}
            />
            <span>{words.explorer.headline[measure]}</span>
            <b class="number">{figures[measure]}</b>
          </label>
        ))}
      </fieldset>
      <p class="note">{words.explorer.measureNotes[shown.slice.measure]}</p>
      {headline.unstated > 0 && (
        <p class="note">{words.explorer.headline.unstated(headline.unstated)}</p>
      )}
      {years.length > 1 && <p class="note">{words.explorer.headline.years(years)}</p>}
    </div>
  );
}

/** The years that the slice has something of, from the first. */
function yearsOf({ slice, view }: Shown, facets: Facets): string[] {
  return view.counts
    .filter(({ facet, key }) => facet === "year" && key !== NONE)
    .map(({ key }) => key)
    .filter((key) => isWithin(slice, "year", key, facets))
    .sort();
}
