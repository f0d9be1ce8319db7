import {
  FILTERS,
  SORTS,
  TABS,
  type Filter,
  type SortColumn,
  type Tab,
} from "../../query/slice-conditions.ts";
import { LOOK_KEYS, withPairs } from "./address.ts";

/** The charts, in the order of the page: two columns, and below them what wants the whole width. */
export const COLUMNS = [
  ["regions", "amounts", "targets"],
  ["flows", "families"],
] as const;
export const FIGURES = [...COLUMNS[0], ...COLUMNS[1], "types"] as const;
export type FigureName = (typeof FIGURES)[number];

/** What of the page is unfolded: it changes no answer. */
export interface Look {
  /** Facets that show their values. */
  readonly open: readonly Filter[];
  /** Charts that show their numbers as a table. */
  readonly numbers: readonly FigureName[];
  /** Columns of each table behind the first, which is always there. */
  readonly columns: Readonly<Record<Tab, readonly SortColumn[]>>;
  /** Ids of the rows that show their source. */
  readonly rows: readonly string[];
}

/** The keys of the columns in an address. */
const COLUMN_KEYS: Readonly<Record<Tab, string>> = {
  projects: "project-columns",
  indicators: "indicator-columns",
};

/** How the page looks to one who comes first. */
export const FIRST_LOOK: Look = {
  open: ["region", "type", "department", "amount"],
  numbers: [],
  columns: {
    projects: ["department", "year", "regions", "theme", "amount", "indicators", "findings"],
    indicators: ["type", "text", "target", "project", "department"],
  },
  rows: [],
};

/** Stands for “none of them” where some is the default. */
const NOTHING = "none";

/**
 * Reads from the query of an address what is unfolded. Never throws: what does not exist is left out.
 *
 * @example
 * parseLook("?open=theme&numbers=regions")
 */
export function parseLook(search: string): Look {
  const params = new URLSearchParams(search);
  const columns = TABS.map((tab) => {
    const names = params.get(COLUMN_KEYS[tab]);
    return [tab, names === null ? FIRST_LOOK.columns[tab] : columnsIn(tab, names.split(" "))];
  });
  return {
    open: params.has("open") ? known(FILTERS, params.getAll("open")) : FIRST_LOOK.open,
    numbers: known(FIGURES, params.getAll("numbers")),
    columns: Object.fromEntries(columns) as Look["columns"],
    rows: [...new Set(params.getAll("row"))].filter((id) => id !== "").sort(),
  };
}

/** The query of an address with another look; all else in it stays. */
export function formatLook({ open, numbers, columns, rows }: Look, search = ""): string {
  const isFirst = known(FILTERS, open).join() === known(FILTERS, FIRST_LOOK.open).join();
  const opened: readonly string[] = open.length > 0 ? known(FILTERS, open) : [NOTHING];
  const chosen = TABS.filter((tab) => columns[tab].join() !== FIRST_LOOK.columns[tab].join());
  return withPairs(search, LOOK_KEYS, [
    ...(isFirst ? [] : opened).map((value) => ["open", value] as const),
    ...known(FIGURES, numbers).map((value) => ["numbers", value] as const),
    ...chosen.map((tab) => [COLUMN_KEYS[tab], columns[tab].join(" ") || NOTHING] as const),
    ...rows.map((id) => ["row", id] as const),
  ]);
}

/** The look with a column of a table shown, or no longer. */
export function withColumn(look: Look, tab: Tab, column: SortColumn): Look {
  const columns = columnsIn(tab, flip(look.columns[tab], column));
  return { ...look, columns: { ...look.columns, [tab]: columns } };
}

/** The columns that can be chosen among the names, in the order of the table. */
function columnsIn(tab: Tab, names: readonly string[]): readonly SortColumn[] {
  const [, ...choices] = SORTS[tab];
  return known<SortColumn>(choices, names);
}

/** The list with a value added, or taken away if it is there. */
export function flip<T>(list: readonly T[], value: T): readonly T[] {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
}

/** Those of all that are among the values, once each, in the order of all. */
function known<T extends string>(all: readonly T[], values: readonly string[]): readonly T[] {
  return all.filter((one) => values.includes(one));
}
