import type { Strings } from "../../i18n/index.ts";
import { LEVELS1, LEVELS2 } from "../../model/taxonomy.ts";
import { FACETS, NONE, type Facet, type Slice } from "../../query/slice-conditions.ts";
import type { FacetCount, FacetValue } from "../../query/slice.ts";

/** A facet value with the values inside it, in the order of the page. */
export interface FacetNode {
  readonly key: string;
  readonly name: string;
  readonly children: readonly FacetNode[];
}

/** The facet values of the data: their names and their order. */
export interface Facets {
  /** Values of a facet as trees: regions and classes with what is inside them. */
  readonly trees: Readonly<Record<Facet, readonly FacetNode[]>>;
  /** A value's name in full; the value itself where the data does not have it. */
  nameOf(facet: Facet, key: string): string;
  /** The value and all that contain it, itself first. */
  pathOf(facet: Facet, key: string): readonly string[];
}

const LEVEL1_ORDER: readonly string[] = LEVELS1;
const LEVEL2_ORDER: readonly string[] = LEVELS2;

/**
 * Names and orders the facet values: regions by code, classes as in the forms, years from the
 * latest, departments and themes by how much of the whole they have; what is not stated last.
 */
export function facetsOf(
  values: readonly FacetValue[],
  counts: readonly FacetCount[],
  { explorer }: Pick<Strings, "explorer">,
): Facets {
  const known = new Map(values.map((value) => [`${value.facet} ${value.key}`, value]));
  const whole = new Map(counts.map(({ facet, key, count }) => [`${facet} ${key}`, count]));

  const ownName = ({ facet, name }: FacetValue) => name ?? explorer.none[facet];
  const nodesOf = (facet: Facet, parent: string | null): FacetNode[] =>
    values
      .filter((value) => value.facet === facet && parentOf(value) === parent)
      .sort(compare)
      .map((value) => ({
        key: value.key,
        name: ownName(value),
        children: value.parent === value.key ? [] : nodesOf(facet, value.key),
      }));

  return {
    trees: Object.fromEntries(
      FACETS.map((facet) => [facet, nodesOf(facet, null)]),
    ) as unknown as Facets["trees"],

    nameOf(facet, key) {
      const value = known.get(`${facet} ${key}`);
      if (!value) return key === NONE ? explorer.none[facet] : key;
      const container = facet === "type" && value.parent ? known.get(`type ${value.parent}`) : null;
      return container ? explorer.classIn(ownName(container), ownName(value)) : ownName(value);
    },

    pathOf(facet, key) {
      const path = [key];
      for (let at = known.get(`${facet} ${key}`)?.parent; at;) {
        path.push(at);
        at = known.get(`${facet} ${at}`)?.parent;
      }
      return path;
    },
  };

  /** Null where the data does not have the container either, so that no value is out of reach. */
  function parentOf({ facet, parent }: FacetValue): string | null {
    return parent !== null && known.has(`${facet} ${parent}`) ? parent : null;
  }

  function compare(a: FacetValue, b: FacetValue): number {
    const last = Number(isNone(a)) - Number(isNone(b));
    return last || rank(a) - rank(b) || (a.key < b.key ? -1 : 1);
  }

  function rank({ facet, key, name, parent }: FacetValue): number {
    if (facet === "type")
      return (parent === null ? LEVEL1_ORDER : LEVEL2_ORDER).indexOf(name ?? "");
    if (facet === "year") return -Number(key);
    if (facet === "region") return 0;
    return -(whole.get(`${facet} ${key}`) ?? 0);
  }
}

/** A piece of the sentence that says a selection: words, or a condition that can be removed. */
export type Piece =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "value"; readonly facet: Facet; readonly key: string; readonly text: string };

/**
 * The selection as a sentence: facets joined by “and”, values of one by “or”.
 *
 * @example
 * sentenceOf(slice, facets, chinese).map((piece) => piece.text).join("")
 * // "受益地区为梅州市或清远市，且预算年度为2024的项目和指标，按金额计。"
 */
export function sentenceOf(
  slice: Slice,
  { nameOf }: Pick<Facets, "nameOf">,
  { explorer }: Pick<Strings, "explorer">,
): Piece[] {
  const words = (text: string): Piece => ({ kind: "words", text });
  const { facets, sentence, measures } = explorer;
  const pieces = FACETS.filter((facet) => slice[facet].length > 0).flatMap((facet, i): Piece[] => [
    words((i > 0 ? sentence.and : sentence.some.before) + sentence.is(facets[facet])),
    ...slice[facet].flatMap((key, j): Piece[] => [
      ...(j > 0 ? [words(sentence.or)] : []),
      { kind: "value", facet, key, text: nameOf(facet, key) },
    ]),
  ]);
  const end = pieces.length > 0 ? sentence.some.after : sentence.all;
  return [...pieces, words(end + sentence.by(measures[slice.measure]))];
}

/** Whether a value is in the selection, by itself or inside a selected one; all are if none is. */
export function isWithin(slice: Slice, facet: Facet, key: string, { pathOf }: Facets): boolean {
  if (slice[facet].length === 0) return true;
  return pathOf(facet, key).some((container) => slice[facet].includes(container));
}

function isNone({ key, name }: FacetValue): boolean {
  return key === NONE || name === null;
}
