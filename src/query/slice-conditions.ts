/** The facets of a slice, in the order of the page; each is the key of its values in the URL. */
export const FACETS = ["region", "type", "department", "year", "theme"] as const;
export type Facet = (typeof FACETS)[number];

/** What a slice adds up: yuan, projects or indicators. */
export const MEASURES = ["amount", "projects", "indicators"] as const;
export type Measure = (typeof MEASURES)[number];

export const TABS = ["projects", "indicators"] as const;
export type Tab = (typeof TABS)[number];

/** The value, in every facet, of what a document does not say: “no region is named”. */
export const NONE = "none";

/** Columns that each table can be sorted by. */
export const SORTS = {
  projects: ["name", "department", "regions", "year", "theme", "amount", "indicators", "findings"],
  indicators: ["name", "type", "target", "project", "department"],
} as const satisfies Record<Tab, readonly string[]>;
export type SortColumn = (typeof SORTS)[Tab][number];

export interface Sort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

/**
 * What the reader looks at. Values of one facet are alternatives (or); facets narrow one another
 * (and); no value is no condition.
 *
 * Values: `region` codes of GB/T 2260, `type` a level-1 class or `level1-level2` (“成本指标” alone is
 * the level-1 class, “产出指标-成本指标” the one below output), `department` ids, `year` four digits,
 * `theme` as published; `NONE` in each.
 */
export interface Slice extends Readonly<Record<Facet, readonly string[]>> {
  readonly measure: Measure;
  readonly tab: Tab;
  /** Null is the order of each table by default: largest amount first, order of the documents. */
  readonly sort: Sort | null;
}

/** Everything, by amount. */
export const WHOLE: Slice = {
  region: [],
  type: [],
  department: [],
  year: [],
  theme: [],
  measure: "amount",
  tab: "projects",
  sort: null,
};

/** What an item of a slice is: what the measure counts. */
type Item = "project" | "indicator";

/**
 * The relations that conditions are put to, both named `item`, with the columns `id`, `project_id`,
 * `department_id`, `fiscal_year`, `theme` and `amount_yuan`; indicators also with `level1`, `level2`
 * and `target_kind`. An indicator of the department as a whole has no project, and so no theme and
 * no region.
 */
export const PROJECT_ITEMS = `(
  SELECT project_id AS id, project_id, projects.department_id, fiscal_year, theme, amount_yuan
  FROM projects
  JOIN disclosures USING (disclosure_id)
) AS item`;

export const INDICATOR_ITEMS = `(
  SELECT indicator_id AS id, project_id, indicators.department_id, fiscal_year, theme, amount_yuan,
    level1, level2, target_kind
  FROM indicators
  JOIN disclosures USING (disclosure_id)
  LEFT JOIN projects USING (project_id)
) AS item`;

/** Where an item names no region. */
export const NO_REGION = `NOT EXISTS (
  SELECT 1 FROM project_regions AS named WHERE named.project_id = item.project_id
)`;

/** The item's level-1 class as a value of the facet. */
export const LEVEL1 = key("item.level1");

/** The item's level-1 and level-2 class as a value of the facet. */
export const LEVEL2 = `${LEVEL1} || '-' || ${key("item.level2")}`;

/** A column as a value of a facet. */
export function key(column: string): string {
  return `coalesce(${column}::VARCHAR, '${NONE}')`;
}

/** What a measure counts and adds up. */
export interface Counted {
  readonly item: Item;
  /** Relation of the items, one row each. */
  readonly items: string;
  /** The same, from such a relation, one row for each class that an item has. */
  classesOf(items: string): string;
  /** What one item adds. */
  readonly value: string;
}

const PROJECTS = {
  item: "project",
  items: PROJECT_ITEMS,
  classesOf: (items: string) => `(
    SELECT item.*, level1, level2
    FROM ${items}
    JOIN indicators ON indicators.project_id = item.id
  ) AS item`,
} as const;

export const COUNTED: Readonly<Record<Measure, Counted>> = {
  amount: { ...PROJECTS, value: "item.amount_yuan" },
  projects: { ...PROJECTS, value: "1" },
  indicators: {
    item: "indicator",
    items: INDICATOR_ITEMS,
    classesOf: (items) => items,
    value: "1",
  },
};

/** The conditions of a slice, and the parameters of the statement that they are put into. */
export interface Conditions {
  /** The condition on `item`, leaving out those of some facets; “TRUE” where there is none. */
  where(item: Item, ...except: readonly Facet[]): string;
  /** The condition of one facet; “TRUE” where there is none. */
  of(facet: Facet, item: Item): string;
  /** Values of `$1`, `$2`…, complete once every `where` of the statement has been asked. */
  readonly params: readonly (string | number)[];
}

/**
 * The conditions of a slice for one statement.
 *
 * Values travel as parameters, the same value as the same one however often it is asked for.
 * They are cast to text, so that a value that the data does not have is an empty answer and
 * not an error of conversion to an ENUM.
 */
export function conditionsOf(slice: Slice): Conditions {
  const params: string[] = [];

  return {
    params,
    where(item, ...except) {
      const facets = FACETS.filter((facet) => slice[facet].length > 0 && !except.includes(facet));
      return facets.map((facet) => `(${conditionOf(facet, item)})`).join(" AND ") || "TRUE";
    },
    of: (facet, item) => (slice[facet].length > 0 ? conditionOf(facet, item) : "TRUE"),
  };

  function conditionOf(facet: Facet, item: Item): string {
    const values = slice[facet];
    switch (facet) {
      case "region":
        return regionCondition(values);
      case "type":
        return item === "indicator"
          ? typeCondition(values)
          : `item.id IN (SELECT project_id FROM indicators AS item WHERE ${typeCondition(values)})`;
      case "department":
        return `${key("item.department_id")} IN (${list(values)})`;
      case "year":
        return `${key("item.fiscal_year")} IN (${list(values)})`;
      case "theme":
        return `${key("item.theme")} IN (${list(values)})`;
    }
  }

  /** A region stands for every place inside it. */
  function regionCondition(values: readonly string[]): string {
    const codes = values.filter((value) => value !== NONE);
    const within = `item.project_id IN (
      SELECT named.project_id
      FROM project_regions AS named
      JOIN regions AS region ON region.code = named.region_code::VARCHAR
      WHERE region.code IN (${list(codes)})
        OR region.parent_code IN (${list(codes)})
        OR region.province_code IN (${list(codes)})
    )`;
    if (codes.length === 0) return NO_REGION;
    return values.includes(NONE) ? `${within} OR ${NO_REGION}` : within;
  }

  function typeCondition(values: readonly string[]): string {
    return `${LEVEL1} IN (${list(values)}) OR ${LEVEL2} IN (${list(values)})`;
  }

  function list(values: readonly string[]): string {
    return values.map(bind).join(", ");
  }

  function bind(value: string): string {
    if (!params.includes(value)) params.push(value);
    return `$${params.indexOf(value) + 1}::VARCHAR`;
  }
}
