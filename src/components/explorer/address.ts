import { FACETS } from "../../query/slice-conditions.ts";

/** The keys that say which slice is looked at. */
export const SLICE_KEYS: readonly string[] = [
  ...FACETS,
  "q",
  "amount",
  "measure",
  "count",
  "tab",
  "sort",
];

/** The keys that say what of the page is unfolded. */
export const LOOK_KEYS: readonly string[] = [
  "open",
  "numbers",
  "project-columns",
  "indicator-columns",
  "row",
];

const KEYS: readonly string[] = [...SLICE_KEYS, ...LOOK_KEYS];

/**
 * The query of an address with some of its keys said anew: the explorer's keys sorted, and behind them
 * those that are not the explorer's, in their order. Empty if there is nothing to say.
 */
export function withPairs(
  search: string,
  keys: readonly string[],
  pairs: readonly (readonly [key: string, value: string])[],
): string {
  const kept = [...new URLSearchParams(search)].filter(([key]) => !keys.includes(key));
  const ours = [...pairs, ...kept.filter(([key]) => KEYS.includes(key))];
  ours.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const others = kept.filter(([key]) => !KEYS.includes(key));
  const params = new URLSearchParams([...ours, ...others].map(([key, value]) => [key, value]));
  return params.size > 0 ? `?${params}` : "";
}
