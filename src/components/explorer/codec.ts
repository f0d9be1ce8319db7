import { LEVEL1_OF, LEVELS1, LEVELS2 } from "../../model/taxonomy.ts";
import {
  FACETS,
  MEASURES,
  SORTS,
  TABS,
  WHOLE,
  type Facet,
  type Slice,
  type Sort,
  type SortColumn,
  type Tab,
} from "../../query/slice-conditions.ts";

const KEYS: readonly string[] = [...FACETS, "measure", "tab", "sort"];

/**
 * Reads a slice from the query of an address.
 *
 * Never throws: a value that the data does not have stays in the selection (it selects nothing and
 * can be removed), a measure, tab or sort that does not exist is the default. A bare level-2 class
 * is completed (“数量指标” is “产出指标-数量指标”), unless a level-1 class has the same name.
 *
 * @example
 * parseSlice("?region=441400&measure=projects")
 */
export function parseSlice(search: string): Slice {
  const params = new URLSearchParams(search);
  const valuesOf = (facet: Facet) => normal(facet, params.getAll(facet));
  const tab = oneOf(TABS, params.get("tab")) ?? WHOLE.tab;
  return {
    region: valuesOf("region"),
    type: valuesOf("type"),
    department: valuesOf("department"),
    year: valuesOf("year"),
    theme: valuesOf("theme"),
    measure: oneOf(MEASURES, params.get("measure")) ?? WHOLE.measure,
    tab,
    sort: parseSort(params.get("sort") ?? "", tab),
  };
}

/**
 * The query of the address that shows a slice: keys and values sorted, defaults left out. Keys of
 * `search` that are not ours are kept, in their order, behind. Empty if there is nothing to say.
 *
 * @example
 * formatSlice({ ...WHOLE, region: ["441400"] }) // "?region=441400"
 */
export function formatSlice(slice: Slice, search = ""): string {
  const pairs: [string, string][] = FACETS.flatMap((facet) =>
    normal(facet, slice[facet]).map((value): [string, string] => [facet, value]),
  );
  if (slice.measure !== WHOLE.measure) pairs.push(["measure", slice.measure]);
  if (slice.tab !== WHOLE.tab) pairs.push(["tab", slice.tab]);
  if (slice.sort) pairs.push(["sort", (slice.sort.descending ? "-" : "") + slice.sort.column]);
  pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  for (const [key, value] of new URLSearchParams(search)) {
    if (!KEYS.includes(key)) pairs.push([key, value]);
  }
  const params = new URLSearchParams(pairs);
  return params.size > 0 ? `?${params}` : "";
}

/** The slice with a value of a facet added, or taken away if it is there. */
export function toggle(slice: Slice, facet: Facet, value: string): Slice {
  const values = slice[facet].includes(value)
    ? slice[facet].filter((other) => other !== value)
    : normal(facet, [...slice[facet], value]);
  return { ...slice, [facet]: values };
}

/** The slice without conditions; measure, table and sort stay. */
export function clear(slice: Slice): Slice {
  return { ...slice, region: [], type: [], department: [], year: [], theme: [] };
}

/** Whether a slice has any condition. */
export function isNarrowed(slice: Slice): boolean {
  return FACETS.some((facet) => slice[facet].length > 0);
}

/** The slice with another table in front; a sort holds for its own table only. */
export function withTab(slice: Slice, tab: Tab): Slice {
  return tab === slice.tab ? slice : { ...slice, tab, sort: null };
}

/** The slice sorted by a column; by the same column again, the other way round. */
export function withSort(slice: Slice, column: SortColumn, descendingFirst: boolean): Slice {
  const descending = slice.sort?.column === column ? !slice.sort.descending : descendingFirst;
  return { ...slice, sort: { column, descending } };
}

/** Each value once, in order, none empty. */
function normal(facet: Facet, values: readonly string[]): readonly string[] {
  const whole = facet === "type" ? values.map(wholeType) : values;
  return [...new Set(whole)].filter((value) => value !== "").sort();
}

function wholeType(value: string): string {
  const level2 = oneOf(LEVELS2, value);
  return level2 && !oneOf(LEVELS1, value) ? `${LEVEL1_OF[level2]}-${level2}` : value;
}

function parseSort(text: string, tab: Tab): Sort | null {
  const column = oneOf<SortColumn>(SORTS[tab], text.replace(/^-/, ""));
  return column === undefined ? null : { column, descending: text.startsWith("-") };
}

function oneOf<T extends string>(choices: readonly T[], text: string | null): T | undefined {
  return choices.find((choice) => choice === text);
}
