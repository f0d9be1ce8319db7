import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { ABSENT } from "../../format.ts";
import type { SliceRows } from "../../query/slice-rows.ts";
import { useLanguage } from "../use-language.ts";
import { gridOf, headsOf, type Grid, type Head } from "./columns.ts";
import type { Highlight } from "./highlight.ts";
import { flip } from "./look.ts";
import { Marked } from "./Marked.tsx";
import { RowSource } from "./RowSource.tsx";
import { PAGE_ROWS, type Store } from "./store.ts";
import { useVirtualRows } from "./virtual-rows.ts";

interface Props {
  store: Store;
  /** Rows of the table, of which more or fewer are there yet. */
  total: number;
  highlight: Highlight;
  orderOf(head: Head): "ascending" | "descending" | undefined;
  onSort(head: Head): void;
}

/** Tables up to this length are drawn whole. */
const SHORT = 100;

/** The rows of the table in front, in a frame of their own that scrolls below the heads. */
export function TableRows({ store, total, highlight, orderOf, onSort }: Props) {
  const language = useLanguage();
  const { words } = language;
  const scroller = useRef<HTMLDivElement>(null);
  const { slice, table } = store.shown.value;
  const pages = store.pages.value;
  const isReady = store.engine.value.kind === "ready";
  const virtual = useVirtualRows(total, scroller, (row) => `${slice.tab} ${row}`);
  const isLong = total > SHORT && virtual.to > 0;
  const from = isLong ? virtual.from : 0;
  const to = isLong ? virtual.to : Math.min(total, isReady ? SHORT : table.rows.length);
  const { look, unfold } = store;
  const columns = look.value.columns;
  const heads = headsOf(slice.tab, language).filter(
    ({ sort }, i) => i === 0 || columns[slice.tab].some((column) => column === sort),
  );
  const rows = rowsBetween(from, to);

  useEffect(() => {
    if (isReady && total > 0) store.want(from, to);
  }, [isReady, from, to, total, table, store]);
  // Another table begins at its beginning.
  useEffect(() => scroller.current?.scrollTo({ top: 0 }), [table]);

  return (
    <div
      ref={scroller}
      class="rows"
      role="region"
      tabindex={0}
      aria-label={words.table.scroll[slice.tab]}
    >
      <table aria-rowcount={total + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {heads.map((head) => (
              <th
                key={head.sort}
                scope="col"
                class={head.isNumber ? "number" : undefined}
                aria-sort={orderOf(head)}
              >
                <button type="button" onClick={() => onSort(head)}>
                  {head.title}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        {isLong && <Room height={virtual.above} columns={heads.length} />}
        {rows.map((row, i) => (
          <tbody
            key={row?.key ?? from + i}
            ref={isLong ? virtual.measure : null}
            data-index={from + i}
          >
            {row ? (
              <Row
                {...{ heads, row, highlight }}
                number={from + i}
                isUnfolded={look.value.rows.includes(row.key)}
                onUnfold={() => unfold({ ...look.value, rows: flip(look.value.rows, row.key) })}
              >
                <RowSource store={store} tab={slice.tab} id={row.key} highlight={highlight} />
              </Row>
            ) : (
              <tr aria-rowindex={from + i + 2}>
                <td colspan={heads.length} class="absent">
                  {words.table.loading}
                </td>
              </tr>
            )}
          </tbody>
        ))}
        {isLong && <Room height={virtual.below} columns={heads.length} />}
      </table>
    </div>
  );

  /** The rows between two places; undefined for those that are not there yet. */
  function rowsBetween(from: number, to: number): readonly (GridRow | undefined)[] {
    const rowAt = (i: number) =>
      table.rows[i] ?? pages.get(Math.floor(i / PAGE_ROWS))?.rows[i % PAGE_ROWS];
    const found = Array.from({ length: to - from }, (_, i) => rowAt(from + i));
    const there = found.filter((row) => row !== undefined);
    const grid = gridOf({ tab: table.tab, rows: there } as SliceRows, language, columns).rows;
    let next = 0;
    return found.map((row) => row && grid[next++]);
  }
}

type GridRow = Grid["rows"][number];

interface RowProps {
  heads: readonly Head[];
  row: GridRow;
  highlight: Highlight;
  /** From 0. */
  number: number;
  isUnfolded: boolean;
  onUnfold(): void;
  /** What it unfolds into. */
  children: ComponentChildren;
}

function Row({ heads, row, highlight, number, isUnfolded, onUnfold, children }: RowProps) {
  const { words } = useLanguage();
  const [{ text: name } = { text: "" }] = row.cells;
  const id = `row-${row.key.replaceAll("/", "-")}`;
  return (
    <>
      <tr aria-rowindex={number + 2} class={isUnfolded ? "unfolded" : undefined}>
        {row.cells.map((cell, i) => {
          const head = heads[i];
          const content = <Content {...cell} highlight={highlight} />;
          return i === 0 ? (
            <th key={head?.sort} scope="row">
              <button
                type="button"
                class="unfold"
                aria-expanded={isUnfolded}
                aria-controls={id}
                aria-label={isUnfolded ? words.table.fold(name) : words.table.unfold(name)}
                onClick={onUnfold}
              />
              {content}
            </th>
          ) : (
            <td key={head?.sort} class={head && classOf(head, cell.text)}>
              {content}
            </td>
          );
        })}
      </tr>
      {isUnfolded && (
        <tr id={id}>
          <td colspan={heads.length} class="source">
            {children}
          </td>
        </tr>
      )}
    </>
  );
}

interface ContentProps {
  text: string;
  href: string | null;
  highlight: Highlight;
}

function Content({ text, href, highlight }: ContentProps) {
  const { langOf } = useLanguage();
  const marked = <Marked text={text} highlight={highlight} />;
  return href === null ? (
    <span lang={langOf(text)}>{marked}</span>
  ) : (
    <a href={href} lang={langOf(text)}>
      {marked}
    </a>
  );
}

/** What rows that are not drawn would take. */
function Room({ height, columns }: { height: number; columns: number }) {
  return (
    <tbody aria-hidden="true">
      <tr>
        <td class="room" colspan={columns} style={{ height: `${height}px` }} />
      </tr>
    </tbody>
  );
}

function classOf({ isNumber, width }: Head, text: string): string {
  return [isNumber && "number", width, text === ABSENT && "absent"].filter(Boolean).join(" ");
}
