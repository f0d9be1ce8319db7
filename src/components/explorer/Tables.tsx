import { ABSENT } from "../../format.ts";
import { useLanguage } from "../use-language.ts";
import { TABS, type Slice, type SortColumn, type Tab } from "../../query/slice-conditions.ts";
import type { SliceView } from "../../query/slice.ts";
import { withSort, withTab } from "./codec.ts";
import { gridOf, type Grid, type Head } from "./columns.ts";
import type { Facets } from "./facets.ts";
import { PAGE_ROWS, type Store } from "./store.ts";
import { TakeAway } from "./TakeAway.tsx";

/** The table of projects and the table of indicators, one at a time. */
export function Tables({ store, facets }: { store: Store; facets: Facets }) {
  const language = useLanguage();
  const { words } = language;
  const { slice, view, table } = store.shown.value;
  const grid = gridOf(table, language);
  const total = totalOf(view, slice.tab);
  const left = total - grid.rows.length;
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
      </div>
      <TakeAway store={store} facets={facets} total={total} />
      <SortChoice store={store} heads={grid.heads} />
      <Rows store={store} grid={grid} />
      <p class="note">{words.explorer.shown(grid.rows.length, total)}</p>
      {left > 0 && (
        <button type="button" disabled={store.engine.value.kind !== "ready"} onClick={store.more}>
          {words.explorer.more(Math.min(left, PAGE_ROWS))}
        </button>
      )}
    </section>
  );
}

function Rows({ store, grid }: { store: Store; grid: Grid }) {
  const { slice } = store.shown.value;
  return (
    <div class="table reflow">
      <table>
        <thead>
          <tr>
            {grid.heads.map((head) => (
              <th
                key={head.title}
                scope="col"
                class={head.isNumber ? "number" : undefined}
                aria-sort={orderOf(slice, head)}
              >
                {head.sort ? (
                  <button
                    type="button"
                    onClick={() => store.go(sorted(store.slice.value, head.sort!, head.isNumber))}
                  >
                    {head.title}
                  </button>
                ) : (
                  head.title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, i) => {
                const head = grid.heads[i]!;
                const content = cell.href ? <a href={cell.href}>{cell.text}</a> : cell.text;
                return i === 0 ? (
                  <th key={head.title} scope="row" class="words">
                    {content}
                  </th>
                ) : (
                  <td key={head.title} class={classOf(head, cell.text)} data-label={head.title}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** For narrow screens, on which the heads of the columns are not shown. */
function SortChoice({ store, heads }: { store: Store; heads: readonly Head[] }) {
  const { words } = useLanguage();
  const { slice } = store.shown.value;
  const current = slice.sort ?? DEFAULT_SORTS[slice.tab];
  const choices = heads.flatMap(({ title, sort }) => (sort ? [{ title, sort }] : []));
  return (
    <p class="sort-choice">
      <label>
        {words.explorer.sort}
        <select
          value={current?.column ?? ""}
          onChange={(event) => {
            const column = event.currentTarget.value as SortColumn;
            const isNumber = heads.find(({ sort }) => sort === column)?.isNumber;
            store.go(sorted(store.slice.value, column, isNumber));
          }}
        >
          {!current && <option value="">{words.explorer.sortOfDocuments}</option>}
          {choices.map(({ title, sort }) => (
            <option key={sort} value={sort}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {current && (
        <button
          type="button"
          onClick={() =>
            store.go({
              ...store.slice.value,
              sort: { ...current, descending: !current.descending },
            })
          }
        >
          {current.descending ? words.explorer.descending : words.explorer.ascending}
        </button>
      )}
    </p>
  );
}

/** The order of a table that nobody has asked to be sorted; of indicators, that of the documents. */
const DEFAULT_SORTS = {
  projects: { column: "amount", descending: true },
  indicators: null,
} as const;

/** Numbers are asked for from the largest, words from the first. */
function sorted(slice: Slice, column: SortColumn, isNumber = false): Slice {
  return withSort({ ...slice, sort: slice.sort ?? DEFAULT_SORTS[slice.tab] }, column, isNumber);
}

function orderOf(slice: Slice, { sort }: Head): "ascending" | "descending" | undefined {
  const current = slice.sort ?? DEFAULT_SORTS[slice.tab];
  if (!sort || current?.column !== sort) return undefined;
  return current.descending ? "descending" : "ascending";
}

function totalOf({ headline }: SliceView, tab: Tab): number {
  return headline[tab];
}

function classOf({ isNumber, width }: Head, text: string): string {
  return [isNumber && "number", width, text === ABSENT && "absent"].filter(Boolean).join(" ");
}
