import { TABS, type Slice, type SortColumn, type Tab } from "../../query/slice-conditions.ts";
import type { SliceView } from "../../query/slice.ts";
import { useLanguage } from "../use-language.ts";
import { withSort, withTab } from "./codec.ts";
import { headsOf, type Head } from "./columns.ts";
import type { Facets } from "./facets.ts";
import type { Highlight } from "./highlight.ts";
import { FIRST_LOOK, withColumn } from "./look.ts";
import type { Store } from "./store.ts";
import { TableRows } from "./TableRows.tsx";
import { TakeAway } from "./TakeAway.tsx";

interface Props {
  store: Store;
  facets: Facets;
  highlight: Highlight;
  /** Whether somebody acts on a choice. */
  isAlive: boolean;
}

/** The table of projects and the table of indicators, one at a time. */
export function Tables({ store, facets, highlight, isAlive }: Props) {
  const { words } = useLanguage();
  const { slice, view } = store.shown.value;
  const total = totalOf(view, slice.tab);
  return (
    <section class="tables" aria-label={words.explorer.tables} aria-busy={store.isBusy.value}>
      <div class="tabs">
        {TABS.map((tab) => (
          <button
            key={tab}
            type="button"
            aria-pressed={slice.tab === tab}
            onClick={() => store.go(withTab(store.slice.value, tab))}
          >
            {words.explorer.tabs[tab](totalOf(view, tab))}
          </button>
        ))}
        <ColumnChoice store={store} isAlive={isAlive} />
      </div>
      <TakeAway store={store} facets={facets} total={total} />
      <p class="note">{words.table.rows(total)}</p>
      <TableRows
        store={store}
        total={total}
        highlight={highlight}
        orderOf={(head) => orderOf(slice, head)}
        onSort={(head) => store.go(sorted(store.slice.value, head))}
      />
    </section>
  );
}

/** Which columns are shown; the first always is. */
function ColumnChoice({ store, isAlive }: Pick<Props, "store" | "isAlive">) {
  const language = useLanguage();
  const t = language.words.table;
  const { tab } = store.shown.value.slice;
  const look = store.look.value;
  const [, ...choices] = headsOf(tab, language);
  const isFirst = look.columns[tab].join() === FIRST_LOOK.columns[tab].join();
  return (
    <details class="column-choice">
      <summary>{t.columns}</summary>
      <fieldset disabled={!isAlive}>
        <legend class="hidden">{t.columns}</legend>
        {choices.map(({ sort, title }) => (
          <label key={sort}>
            <input
              type="checkbox"
              autocomplete="off"
              checked={look.columns[tab].includes(sort)}
              onChange={() => store.unfold(withColumn(store.look.value, tab, sort))}
            />
            {title}
          </label>
        ))}
        <button
          type="button"
          disabled={isFirst}
          onClick={() =>
            store.unfold({
              ...look,
              columns: { ...look.columns, [tab]: FIRST_LOOK.columns[tab] },
            })
          }
        >
          {t.firstColumns}
        </button>
      </fieldset>
    </details>
  );
}

/** The order of a table that nobody has asked to be sorted; of indicators, that of the documents. */
const DEFAULT_SORTS = {
  projects: { column: "amount", descending: true },
  indicators: null,
} as const satisfies Record<Tab, { column: SortColumn; descending: boolean } | null>;

/** Numbers are asked for from the largest, words from the first. */
function sorted(slice: Slice, { sort, isNumber = false }: Head): Slice {
  return withSort({ ...slice, sort: slice.sort ?? DEFAULT_SORTS[slice.tab] }, sort, isNumber);
}

function orderOf(slice: Slice, { sort }: Head): "ascending" | "descending" | undefined {
  const current = slice.sort ?? DEFAULT_SORTS[slice.tab];
  if (current?.column !== sort) return undefined;
  return current.descending ? "descending" : "ascending";
}

function totalOf({ headline }: SliceView, tab: Tab): number {
  return headline[tab];
}
