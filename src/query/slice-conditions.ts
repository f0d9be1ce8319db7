/** The facets of a slice, in the order of the page; each is the key of its values in the URL. */
export const FACETS = [
  "region",
  "type",
  "department",
  "city",
  "unit",
  "year",
  "theme",
  "funding",
  "target",
  "family",
  "finding",
] as const;
export type Facet = (typeof FACETS)[number];

/** What is chosen from: the facets and the range of amounts. */
export const FILTERS = [...FACETS, "amount"] as const;
export type Filter = (typeof FILTERS)[number];

/** All that narrows a slice: the words that are searched for, and what is chosen. */
export const CONDITIONS = ["q", ...FILTERS] as const;
export type Condition = (typeof CONDITIONS)[number];

/** What a slice adds up: yuan, projects or indicators. */
export const MEASURES = ["amount", "projects", "indicators"] as const;
export type Measure = (typeof MEASURES)[number];

/**
 * How a project of several regions or types counts in each of them: not at all, by 1 ÷ how many they
 * are, or whole. Only the second adds up to the total.
 */
export const COUNTINGS = ["sole", "shared", "full"] as const;
export type Counting = (typeof COUNTINGS)[number];

export const TABS = ["projects", "indicators"] as const;
export type Tab = (typeof TABS)[number];

/** The value, in every facet, of what a document does not say: “no region is named”. */
export const NONE = "none";

/** The columns of each table, each of which it can be sorted by. */
// prettier-ignore
export const SORTS = {
  projects: [
    "name", "department", "unit", "city", "year", "regions", "theme",
    "amount", "fiscal", "special", "other", "goal", "indicators", "findings",
  ],
  indicators: [
    "name", "type", "text", "target", "actual", "weight", "score", "family",
    "project", "department", "year", "regions", "findings",
  ],
} as const satisfies Record<Tab, readonly string[]>;
export type SortColumn = (typeof SORTS)[Tab][number];

export interface Sort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/** Amounts from the first and below the second, in yuan; null is no limit. `NONE` is what is not stated. */
export type AmountRange =
  { readonly from: number | null; readonly below: number | null } | typeof NONE;

/**
 * What the reader looks at. Values of one facet are alternatives (or); conditions narrow one another
 * (and); no value is no condition. Conditions on indicators hold for one and the same indicator: a
 * project is in the slice for one indicator of that type, that target and that family.
 *
 * Values: `region` and `city` (of the paying government) codes of GB/T 2260, which stand for all that
 * is inside; `type` a level-1 class or `level1-level2` (“成本指标” alone is the level-1 class,
 * “产出指标-成本指标” the one below output); `department` ids; `unit` and `theme` as published; `year` four
 * digits; `funding` “fiscal”, “special”, “other”; `target` a kind of target or `kind-comparison`;
 * `family` ids; `finding` a severity or a rule; `NONE` in each but the last.
 */
export interface Slice extends Readonly<Record<Facet, readonly string[]>> {
  /** Words that must all occur (search.ts), one space between them; empty is no condition. */
  readonly q: string;
  /** Null is every amount, stated or not. */
  readonly amount: AmountRange | null;
  readonly measure: Measure;
  /** Null is what suits the measure: amounts shared, the others whole. */
  readonly counting: Counting | null;
  readonly tab: Tab;
  /** Null is the order of each table by default: largest amount first, order of the documents. */
  readonly sort: Sort | null;
}

/** No facet narrowed. */
export const NO_FACETS: Readonly<Record<Facet, readonly string[]>> = {
  region: [],
  type: [],
  department: [],
  city: [],
  unit: [],
  year: [],
  theme: [],
  funding: [],
  target: [],
  family: [],
  finding: [],
};

/** Everything, by amount. */
export const WHOLE: Slice = {
  ...NO_FACETS,
  q: "",
  amount: null,
  measure: "amount",
  counting: null,
  tab: "projects",
  sort: null,
};

/** How a measure counts what is of several regions or types, where the reader does not say. */
export function defaultCounting(measure: Measure): Counting {
  return measure === "amount" ? "shared" : "full";
}

/** How a slice counts what is of several regions or types. */
export function countingOf({ measure, counting }: Pick<Slice, "measure" | "counting">): Counting {
  return counting ?? defaultCounting(measure);
}

/** Whether a slice has a condition of a kind. */
export function isNarrowedBy(slice: Slice, condition: Condition): boolean {
  return condition === "amount" ? slice.amount !== null : slice[condition].length > 0;
}
