import type { Comparison, TargetKind } from "../model/taxonomy.ts";
import { sqlOfUnit, type UnitClass } from "../model/units.ts";
import type { Database } from "./database.ts";
import type { Span } from "./indicators.ts";

/** A family that has members. */
export interface Family {
  readonly familyId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly unitClass: UnitClass;
  /** Which way is stricter. */
  readonly direction: "higher" | "lower" | "none";
  readonly definition: string;
  readonly definitionEn: string;
  /** Examples, “name value” joined by “；”. */
  readonly belongs: string;
  readonly excludes: string;
  readonly indicators: number;
  readonly departments: number;
  /** Governments that the departments belong to. */
  readonly governments: number;
}

const UNIT = sqlOfUnit("indicator.unit");

const FAMILIES = `SELECT
  family.family_id AS "familyId",
  family.name,
  family.name_en AS "nameEn",
  family.unit_class::VARCHAR AS "unitClass",
  family.direction::VARCHAR AS direction,
  family.definition,
  family.definition_en AS "definitionEn",
  family.belongs,
  family.excludes,
  count(*)::INTEGER AS indicators,
  count(DISTINCT indicator.department_id)::INTEGER AS departments,
  count(DISTINCT department.region_code)::INTEGER AS governments
FROM indicator_families AS family
JOIN indicators AS indicator ON indicator.family_id::VARCHAR = family.family_id
LEFT JOIN departments AS department ON department.department_id = indicator.department_id::VARCHAR`;

/** Every family that has members, the largest first. */
export function families(db: Database): Promise<Family[]> {
  return db.rows(`${FAMILIES}
    GROUP BY ALL
    ORDER BY indicators DESC, "familyId"`);
}

/** One family; undefined where it has no member. */
export async function family(db: Database, id: string): Promise<Family | undefined> {
  const rows = await db.rows<Family>(
    `${FAMILIES}
     WHERE family.family_id = $1
     GROUP BY ALL`,
    [id],
  );
  return rows[0];
}

/** An indicator of a family with its target, what it belongs to, and why it is a member. */
export interface FamilyMember extends Span {
  readonly indicatorId: string;
  readonly disclosureId: string;
  /** Null for an indicator of the department as a whole. */
  readonly projectId: string | null;
  readonly project: string | null;
  /** Yuan that the project has in the year. */
  readonly amount: number | null;
  readonly departmentId: string | null;
  readonly department: string | null;
  /** The government that the department belongs to. */
  readonly regionCode: string | null;
  readonly region: string | null;
  readonly year: number | null;
  readonly name: string;
  readonly annualValue: string | null;
  readonly kind: TargetKind;
  readonly comparison: Comparison | null;
  readonly value: number | null;
  readonly upper: number | null;
  /** Written in one way: 平米 and ㎡ are 平方米. */
  readonly unit: string | null;
  readonly deadline: string | null;
  readonly score: number;
  /** Words by which it was told, and how its target fits. */
  readonly words: string;
  readonly source: string;
  readonly evidence: string;
  readonly reason: string;
  readonly reasonEn: string;
}

/** The members of a family: by government and department, in the order of the documents. */
export function familyMembers(db: Database, id: string): Promise<FamilyMember[]> {
  return db.rows(
    `SELECT
       indicator.indicator_id AS "indicatorId",
       indicator.disclosure_id::VARCHAR AS "disclosureId",
       indicator.project_id AS "projectId",
       project.name AS project,
       project.amount_yuan::DOUBLE AS amount,
       indicator.department_id::VARCHAR AS "departmentId",
       disclosure.department_name::VARCHAR AS department,
       department.region_code::VARCHAR AS "regionCode",
       department.region_name::VARCHAR AS region,
       disclosure.fiscal_year::INTEGER AS year,
       indicator.name,
       indicator.annual_value AS "annualValue",
       indicator.target_kind::VARCHAR AS kind,
       indicator.comparison::VARCHAR AS comparison,
       indicator.value::DOUBLE AS value,
       indicator.upper::DOUBLE AS upper,
       ${UNIT} AS unit,
       indicator.deadline::VARCHAR AS deadline,
       found.score::DOUBLE AS score,
       found.words,
       found.source::VARCHAR AS source,
       found.evidence::VARCHAR AS evidence,
       found.reason::VARCHAR AS reason,
       found.reason_en::VARCHAR AS "reasonEn",
       indicator.page::INTEGER AS page,
       indicator.row::INTEGER AS row,
       indicator.text_start::INTEGER AS start,
       indicator.text_end::INTEGER AS "end"
     FROM family_matches AS found
     JOIN indicators AS indicator USING (indicator_id)
     JOIN disclosures AS disclosure ON disclosure.disclosure_id = indicator.disclosure_id::VARCHAR
     LEFT JOIN projects AS project ON project.project_id = indicator.project_id
     LEFT JOIN departments AS department
       ON department.department_id = indicator.department_id::VARCHAR
     WHERE found.family_id::VARCHAR = $1
     ORDER BY
       "regionCode" NULLS LAST,
       "departmentId" NULLS LAST,
       "disclosureId",
       start NULLS LAST,
       "indicatorId"`,
    [id],
  );
}

/** Fewer targets than this are listed, not summarised. */
export const FEWEST_PEERS = 4;

/**
 * The targets of a family that can be compared with one another: quantities of one comparison and
 * one unit. ≥ 90 % and = 90 % are two promises, and never stand in one spread.
 */
export interface Spread {
  readonly familyId: string;
  readonly comparison: Comparison;
  /** Null where the targets state none. */
  readonly unit: string | null;
  readonly targets: number;
  readonly departments: number;
  /** Null where there are fewer than four targets. */
  readonly lowest: number | null;
  /** The middle target, one that was set: the lower of two middle ones. */
  readonly middle: number | null;
  readonly highest: number | null;
}

/** The spreads of all families, or of one: the largest of each family first. */
export function spreads(db: Database, id: string | null = null): Promise<Spread[]> {
  return db.rows(
    `WITH targets AS (
       SELECT
         indicator.family_id::VARCHAR AS "familyId",
         indicator.comparison::VARCHAR AS comparison,
         nullif(${UNIT}, '') AS unit,
         indicator.value::DOUBLE AS value,
         indicator.department_id
       FROM indicators AS indicator
       WHERE indicator.target_kind::VARCHAR = 'quantity'
         AND indicator.family_id IS NOT NULL
         AND ($1::VARCHAR IS NULL OR indicator.family_id::VARCHAR = $1::VARCHAR)
     )
     SELECT
       "familyId",
       comparison,
       unit,
       count(*)::INTEGER AS targets,
       count(DISTINCT department_id)::INTEGER AS departments,
       CASE WHEN count(*) >= ${FEWEST_PEERS} THEN min(value) END AS lowest,
       CASE WHEN count(*) >= ${FEWEST_PEERS} THEN quantile_disc(value, 0.5) END AS middle,
       CASE WHEN count(*) >= ${FEWEST_PEERS} THEN max(value) END AS highest
     FROM targets
     GROUP BY "familyId", comparison, unit
     ORDER BY "familyId", targets DESC, unit NULLS LAST, comparison`,
    [id],
  );
}

/** How often a target of a family is set: one comparison, one value, one unit. */
export interface FamilyTarget {
  readonly familyId: string;
  readonly comparison: Comparison | null;
  readonly value: number;
  /** Null where the targets state none. */
  readonly unit: string | null;
  readonly targets: number;
}

/** The quantities that all families set, each family's most frequent unit first, by value. */
export function familyTargetCounts(db: Database): Promise<FamilyTarget[]> {
  return db.rows(
    `WITH targets AS (
       SELECT
         indicator.family_id::VARCHAR AS "familyId",
         indicator.comparison::VARCHAR AS comparison,
         indicator.value::DOUBLE AS value,
         nullif(${UNIT}, '') AS unit,
         count(*)::INTEGER AS targets
       FROM indicators AS indicator
       WHERE indicator.target_kind::VARCHAR = 'quantity'
         AND indicator.family_id IS NOT NULL
         AND indicator.value IS NOT NULL
       GROUP BY ALL
     )
     SELECT *
     FROM targets
     ORDER BY
       "familyId",
       sum(targets) OVER (PARTITION BY "familyId", unit) DESC,
       unit NULLS LAST,
       value,
       comparison`,
  );
}

/** The targets of a department within a family, the same ones together. */
export interface MemberGroup {
  readonly key: string;
  readonly region: string | null;
  readonly department: string | null;
  readonly members: readonly FamilyMember[];
}

/** The members by department, in the order given. */
export function byDepartment(members: readonly FamilyMember[]): MemberGroup[] {
  return [...Map.groupBy(members, ({ departmentId }) => departmentId ?? "")].map(
    ([key, those]) => ({
      key,
      region: those[0]?.region ?? null,
      department: those[0]?.department ?? null,
      members: those,
    }),
  );
}

/** Members that set the same target, word for word as parsed; those without a number by their text. */
export function bySameTarget(members: readonly FamilyMember[]): (readonly FamilyMember[])[] {
  const sameness = ({ kind, comparison, value, upper, unit, annualValue }: FamilyMember) =>
    JSON.stringify(value === null ? [kind, annualValue] : [comparison, value, upper, unit]);
  return [...Map.groupBy(members, sameness).values()].toSorted(
    (a, b) => (a[0]?.value ?? Infinity) - (b[0]?.value ?? Infinity),
  );
}

/** Members with a number or range, by unit, the most frequent first; each unit has its own axis. */
export function byUnit(
  members: readonly FamilyMember[],
): { readonly unit: string | null; readonly members: readonly FamilyMember[] }[] {
  const drawn = members.filter(({ value }) => value !== null);
  return [...Map.groupBy(drawn, ({ unit }) => unit ?? "")]
    .map(([unit, those]) => ({ unit: unit === "" ? null : unit, members: those }))
    .toSorted((a, b) => b.members.length - a.members.length);
}
