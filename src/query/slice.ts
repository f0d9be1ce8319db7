import type { Database } from "./database.ts";
import {
  PLACES,
  amountsOf,
  familiesOf,
  flowsOf,
  regionsOf,
  targetsOf,
  typesOf,
  type AmountStep,
  type FamilyTarget,
  type Flow,
  type RegionShare,
  type TargetsOfType,
  type TypeOfDepartment,
} from "./slice-charts.ts";
import type { Slice } from "./slice-conditions.ts";
import { countsOf, type FacetCount } from "./slice-facets.ts";
import { itemsOf, passes, type Asked } from "./slice-items.ts";

/** The slice in figures; each project counts once. */
export interface Headline {
  readonly projects: number;
  /** Yuan; null where no project of the slice states an amount. */
  readonly amount: number | null;
  /** Projects whose amount is not stated. */
  readonly unstated: number;
  readonly indicators: number;
  /** Yuan, of the amounts that are stated; null where none is. */
  readonly median: number | null;
  /** The least number of projects that have half of the amount. */
  readonly half: number;
}

/** Every answer that the charts and facets of the explorer show for one slice. */
export interface SliceView {
  readonly headline: Headline;
  readonly counts: readonly FacetCount[];
  /** The most first. */
  readonly regions: readonly RegionShare[];
  readonly flows: readonly Flow[];
  readonly types: readonly TypeOfDepartment[];
  /** From the least amount. */
  readonly amounts: readonly AmountStep[];
  readonly targets: readonly TargetsOfType[];
  /** The family and unit with the most numbers first, in each from the least number. */
  readonly families: readonly FamilyTarget[];
}

/** A statement for a part of the view, and the order of its rows. */
interface Part {
  select(slice: Slice): string;
  readonly order: string;
}

const PARTS: Readonly<Record<keyof SliceView, Part>> = {
  headline: { select: headlineOf, order: "projects" },
  counts: { select: countsOf, order: "facet, key" },
  regions: { select: regionsOf, order: "sole + shared DESC, key" },
  flows: { select: flowsOf, order: "city, region" },
  types: { select: typesOf, order: "department, type" },
  amounts: { select: amountsOf, order: '"from" NULLS LAST' },
  targets: { select: targetsOf, order: "type, kind" },
  families: { select: familiesOf, order: "total DESC, family, unit, value, comparison" },
};

/**
 * All answers for a slice, in one statement: conditions are put to each item once, and the parts
 * only count.
 */
export async function sliceView(db: Database, slice: Asked): Promise<SliceView> {
  return slicePart(db, slice, ...(Object.keys(PARTS) as (keyof SliceView)[]));
}

/** Some of the answers for a slice. */
export async function slicePart<Name extends keyof SliceView>(
  db: Database,
  slice: Asked,
  ...names: readonly Name[]
): Promise<Pick<SliceView, Name>> {
  const { ctes, params } = itemsOf(slice);
  const lists = names.map((name) => {
    const { select, order } = PARTS[name];
    return `(SELECT list(part ORDER BY ${order}) FROM (${select(slice)}) AS part) AS ${name}`;
  });
  const [row] = await db.rows<Record<string, readonly unknown[] | null>>(
    `WITH ${ctes},
     item AS MATERIALIZED (${itemOf(slice)}),
     place AS MATERIALIZED (${PLACES})
     SELECT ${lists.join(", ")}`,
    params,
  );
  const answers = names.map((name) => {
    const rows = row?.[name] ?? [];
    return [name, name === "headline" ? rows[0] : rows] as const;
  });
  return Object.fromEntries(answers) as unknown as Pick<SliceView, Name>;
}

/** What the measure counts: `count` things of the owner `n`, which add `value`. */
function itemOf({ measure }: Slice): string {
  if (measure === "indicators") {
    return "SELECT n, fails, count(*) AS count, count(*) AS value FROM indicator GROUP BY n, fails";
  }
  const value = measure === "amount" ? "amount_yuan" : "1";
  return `SELECT n, fails, 1 AS count, ${value} AS value FROM project`;
}

/** How many there are and how much they cost. */
function headlineOf(): string {
  return `SELECT
      count(*)::INTEGER AS projects,
      sum(amount_yuan)::DOUBLE AS amount,
      (count(*) - count(amount_yuan))::INTEGER AS unstated,
      (SELECT count(*) FROM indicator WHERE ${passes("fails")})::INTEGER AS indicators,
      median(amount_yuan)::DOUBLE AS median,
      (count(*) FILTER (before < total / 2))::INTEGER AS half
    FROM (
      SELECT
        amount_yuan,
        sum(amount_yuan) OVER () AS total,
        sum(amount_yuan) OVER (ORDER BY amount_yuan DESC NULLS LAST, n) - amount_yuan AS before
      FROM project
      WHERE ${passes("fails")}
    )`;
}
