import type { Strings } from "../../i18n/index.ts";
import { LEVELS1, LEVELS2 } from "../../model/taxonomy.ts";
import { FACETS, NONE, type Facet, type Slice } from "../../query/slice-conditions.ts";
import type { FacetCount, FacetValue } from "../../query/slice-facets.ts";

/** A facet value with the values inside it, in the order of the page. */
export interface FacetNode {
  readonly key: string;
  readonly name: string;
  /** As published, in both languages: what it is looked for by. */
  readonly names: Pick<FacetValue, "name" | "nameEn">;
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

/** Orders that are not by how much there is. */
const ORDERS: Partial<Record<Facet, readonly string[]>> = {
  funding: ["fiscal", "special", "other"],
  // prettier-ignore
  target: ["quantity", "range", "multiple", "deadline", "qualitative", "missing", "≥", ">", "=", "≈", "≤", "<"],
};
const SEVERITIES = ["error", "warning", "note"];
const LEVEL1_ORDER: readonly string[] = LEVELS1;
const LEVEL2_ORDER: readonly string[] = LEVELS2;

/**
 * Names and orders the facet values: places by code, classes as in the forms, years from the latest,
 * the others by how much of the whole they have; what is not stated last.
 */
export function facetsOf(
  values: readonly FacetValue[],
  counts: readonly FacetCount[],
  { explorer, either, severity }: Pick<Strings, "explorer" | "either" | "severity">,
): Facets {
  const known = new Map(values.map((value) => [idOf(value), value]));
  const whole = new Map(counts.map((count) => [idOf(count), count.count]));
  const inside = Map.groupBy(values, (value) => `${value.facet} ${parentOf(value) ?? ""}`);
  const ownNames: Readonly<Record<string, string>> = {
    ...explorer.kinds,
    ...explorer.sources,
    ...severity,
  };

  const nodesOf = (facet: Facet, parent: string | null): FacetNode[] =>
    (inside.get(`${facet} ${parent ?? ""}`) ?? []).toSorted(compare).map((value) => ({
      key: value.key,
      name: ownName(value),
      names: { name: value.name, nameEn: value.nameEn },
      children: value.parent === value.key ? [] : nodesOf(facet, value.key),
    }));

  return {
    trees: Object.fromEntries(
      FACETS.map((facet) => [facet, nodesOf(facet, null)]),
    ) as unknown as Facets["trees"],

    nameOf(facet, key) {
      const value = known.get(`${facet} ${key}`);
      if (!value) return key === NONE ? explorer.none[facet] : key;
      const isPart = facet === "type" || facet === "target";
      const container = isPart && value.parent ? known.get(`${facet} ${value.parent}`) : null;
      if (!container) return ownName(value);
      return facet === "type"
        ? explorer.classIn(ownName(container), ownName(value))
        : `${ownName(container)} ${ownName(value)}`;
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

  function ownName({ facet, key, name, nameEn }: FacetValue): string {
    if (name === null) return ownNames[key] ?? explorer.none[facet];
    if (facet === "type") return explorer.className(name);
    return either(name, nameEn ?? name);
  }

  /** Null where the data does not have the container either, so that no value is out of reach. */
  function parentOf({ facet, parent }: FacetValue): string | null {
    return parent !== null && known.has(`${facet} ${parent}`) ? parent : null;
  }

  function compare(a: FacetValue, b: FacetValue): number {
    const last = Number(a.key === NONE || isUntold(a)) - Number(b.key === NONE || isUntold(b));
    return last || rank(a) - rank(b) || (a.key < b.key ? -1 : 1);
  }

  function rank(value: FacetValue): number {
    const { facet, key, name, parent } = value;
    switch (facet) {
      case "type":
        return (parent === null ? LEVEL1_ORDER : LEVEL2_ORDER).indexOf(name ?? "");
      case "year":
        return -Number(key);
      case "region":
      case "city":
        return 0;
      case "finding":
        return name === null ? SEVERITIES.indexOf(key) : -(whole.get(idOf(value)) ?? 0);
      default:
        return ORDERS[facet]?.indexOf(name ?? key) ?? -(whole.get(idOf(value)) ?? 0);
    }
  }
}

/** Whether a value is in the selection, by itself or inside a selected one; all are if none is. */
export function isWithin(
  slice: Slice,
  facet: Facet,
  key: string,
  { pathOf }: Pick<Facets, "pathOf">,
): boolean {
  if (slice[facet].length === 0) return true;
  return pathOf(facet, key).some((container) => slice[facet].includes(container));
}

/** The values that a reader looks for, each with what contains it and what it contains. */
export function matching(
  nodes: readonly FacetNode[],
  matches: (node: FacetNode) => boolean,
): FacetNode[] {
  return nodes.flatMap((node) => {
    if (matches(node)) return [node];
    const children = matching(node.children, matches);
    return children.length > 0 ? [{ ...node, children }] : [];
  });
}

/** How many values there are, with those inside others. */
export function sizeOf(nodes: readonly FacetNode[]): number {
  return nodes.reduce((size, { children }) => size + 1 + sizeOf(children), 0);
}

function idOf({ facet, key }: { readonly facet: Facet; readonly key: string }): string {
  return `${facet} ${key}`;
}

/** A class that the document does not tell: “产出指标-none”. */
function isUntold({ facet, name }: FacetValue): boolean {
  return facet === "type" && name === null;
}
