import { LEVEL1_OF, LEVELS1, LEVELS2 } from "../../model/taxonomy.ts";
import {
  CONDITIONS,
  COUNTINGS,
  FACETS,
  MEASURES,
  NONE,
  NO_FACETS,
  SORTS,
  TABS,
  WHOLE,
  defaultCounting,
  isNarrowedBy,
  type AmountRange,
  type Counting,
  type Facet,
  type Filter,
  type Measure,
  type Slice,
  type Sort,
  type SortColumn,
  type Tab,
} from "../../query/slice-conditions.ts";
import { SLICE_KEYS, withPairs } from "./address.ts";

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
  const facets = FACETS.map((facet) => [facet, normal(facet, params.getAll(facet))]);
  const measure = oneOf(MEASURES, params.get("measure")) ?? WHOLE.measure;
  const tab = oneOf(TABS, params.get("tab")) ?? WHOLE.tab;
  return {
    ...(Object.fromEntries(facets) as Record<Facet, readonly string[]>),
    q: oneSpaced(params.get("q") ?? ""),
    amount: parseAmount(params.get("amount") ?? ""),
    measure,
    counting: otherThanDefault(oneOf(COUNTINGS, params.get("count")), measure),
    tab,
    sort: parseSort(params.get("sort") ?? "", tab),
  };
}

/**
 * The query of the address that shows a slice: keys and values sorted, defaults left out. Keys of
 * `search` that do not say a slice are kept. Empty if there is nothing to say.
 *
 * @example
 * formatSlice({ ...WHOLE, region: ["441400"] }) // "?region=441400"
 */
export function formatSlice(slice: Slice, search = ""): string {
  const pairs: [string, string][] = FACETS.flatMap((facet) =>
    normal(facet, slice[facet]).map((value): [string, string] => [facet, value]),
  );
  const counting = otherThanDefault(slice.counting, slice.measure);
  if (oneSpaced(slice.q) !== "") pairs.push(["q", oneSpaced(slice.q)]);
  if (slice.amount !== null) pairs.push(["amount", formatAmount(slice.amount)]);
  if (slice.measure !== WHOLE.measure) pairs.push(["measure", slice.measure]);
  if (counting) pairs.push(["count", counting]);
  if (slice.tab !== WHOLE.tab) pairs.push(["tab", slice.tab]);
  if (slice.sort) pairs.push(["sort", (slice.sort.descending ? "-" : "") + slice.sort.column]);
  return withPairs(search, SLICE_KEYS, pairs);
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
  return { ...slice, ...NO_FACETS, q: "", amount: null };
}

/** Whether a slice has any condition. */
export function isNarrowed(slice: Slice): boolean {
  return CONDITIONS.some((condition) => isNarrowedBy(slice, condition));
}

/** The slice by another measure, counted as suits it. */
export function withMeasure(slice: Slice, measure: Measure): Slice {
  return { ...slice, measure, counting: otherThanDefault(slice.counting, measure) };
}

/** The slice with what is of several regions or types counted otherwise. */
export function withCounting(slice: Slice, counting: Counting): Slice {
  return { ...slice, counting: otherThanDefault(counting, slice.measure) };
}

/** How many values of a condition are chosen. */
export function chosenCount(slice: Slice, condition: Filter): number {
  return condition === "amount" ? Number(slice.amount !== null) : slice[condition].length;
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

/** The slice of what has these words. */
export function withWords(slice: Slice, typed: string): Slice {
  return { ...slice, q: oneSpaced(typed) };
}

function oneSpaced(text: string): string {
  return text.trim().replace(/\s+/gu, " ");
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

/** Amounts as “from-below” in yuan, either of which may be left out. */
const AMOUNTS = /^(\d{1,15}(?:\.\d{1,2})?)?-(\d{1,15}(?:\.\d{1,2})?)?$/;

function parseAmount(text: string): AmountRange | null {
  if (text === NONE) return NONE;
  const [isRange, from, below] = AMOUNTS.exec(text) ?? [];
  if (isRange === undefined) return null;
  return { from: from ? Number(from) : null, below: below ? Number(below) : null };
}

function formatAmount(range: AmountRange): string {
  return range === NONE ? NONE : `${range.from ?? ""}-${range.below ?? ""}`;
}

function otherThanDefault(
  counting: Counting | null | undefined,
  measure: Measure,
): Counting | null {
  return counting && counting !== defaultCounting(measure) ? counting : null;
}

function parseSort(text: string, tab: Tab): Sort | null {
  const column = oneOf<SortColumn>(SORTS[tab], text.replace(/^-/, ""));
  return column === undefined ? null : { column, descending: text.startsWith("-") };
}

function oneOf<T extends string>(choices: readonly T[], text: string | null): T | undefined {
  return choices.find((choice) => choice === text);
}
