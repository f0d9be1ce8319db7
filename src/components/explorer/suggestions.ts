import type { Facet, Slice } from "../../query/slice-conditions.ts";
import type { FacetCount, FacetValue } from "../../query/slice-facets.ts";
import { soundsLike, soundsWithin } from "../../query/sounds.ts";
import { squash } from "../../text.ts";
import { toggle } from "./codec.ts";
import type { Known } from "./searching.ts";

/** A value of a facet that may be meant by what is typed. */
export interface Suggestion {
  readonly facet: Facet;
  readonly key: string;
  /** The slice with it instead of the words. */
  readonly slice: Slice;
}

/** The facets that hold names, and how many values of each are offered. */
const OFFERED = { region: 3, department: 3, unit: 2, family: 2, city: 1 } as const;
type Named = keyof typeof OFFERED;

/** Facet values with what is needed to find them. */
export interface Offers {
  readonly values: readonly FacetValue[];
  /** How many projects or indicators each value has in all of the data. */
  readonly counts: readonly FacetCount[];
}

/**
 * The values of facets whose Chinese or English name holds what is typed, or sounds so: those that begin
 * with it first, then those that have most. Values that are chosen are not offered.
 */
export function suggestionsFor(
  typed: string,
  slice: Slice,
  { values, counts }: Offers,
  known: Known | null,
): Suggestion[] {
  const rank = rankerOf(typed, known);
  const whole = new Map(counts.map(({ facet, key, count }) => [`${facet} ${key}`, count]));
  return (Object.keys(OFFERED) as Named[]).flatMap((facet) =>
    values
      .filter((value) => value.facet === facet && !slice[facet].includes(value.key))
      .map((value) => ({
        value,
        rank: rank(value),
        count: whole.get(`${facet} ${value.key}`) ?? 0,
      }))
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => b.rank - a.rank || b.count - a.count || (a.value.key < b.value.key ? -1 : 1))
      .slice(0, OFFERED[facet])
      .map(({ value: { key } }) => ({
        facet,
        key,
        slice: toggle({ ...slice, q: "" }, facet, key),
      })),
  );
}

/**
 * How well a value fits what is typed, by either of its names or its sound: 2 begins so, 1 has it within,
 * 0 not at all. Width, case and spaces do not matter; before the index is there, sounds are not known.
 */
export function rankerOf(
  typed: string,
  known: Known | null,
): (value: Pick<FacetValue, "name" | "nameEn">) => number {
  const fold = known?.folding.fold ?? ((text: string) => squash(text).toLowerCase());
  const wanted = fold(typed);
  const isSound = /^[a-z]+$/u.test(wanted);
  const sounds = new Map(known?.names.map(({ name, sound }) => [name, sound]));
  return ({ name, nameEn }) => {
    if (wanted === "") return 0;
    const names = [name, nameEn].filter((one) => one !== null).map(fold);
    const sound = (isSound && name !== null && sounds.get(name)) || "";
    if (names.some((one) => one.startsWith(wanted)) || soundsLike(sound, wanted)) return 2;
    return Number(names.some((one) => one.includes(wanted)) || soundsWithin(sound, wanted));
  };
}
