import {
  LEVELS1,
  LEVELS2,
  TARGET_KINDS,
  type Comparison,
  type LevelBasis,
  type TargetKind,
} from "../model/taxonomy.ts";
import type { Database } from "./database.ts";

/** Where a row stands in its disclosure: `start` and `end` count code points of the text. */
export interface Span {
  readonly page: number | null;
  readonly row: number | null;
  readonly start: number | null;
  readonly end: number | null;
}

/** An indicator with everything that is published of it, and what it belongs to. */
export interface IndicatorDetail extends Span {
  readonly indicatorId: string;
  readonly disclosureId: string;
  /** Null for an indicator of the department as a whole. */
  readonly projectId: string | null;
  readonly project: string | null;
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly year: number | null;
  readonly level1: string | null;
  readonly level2: string | null;
  readonly level1Printed: string | null;
  readonly level2Printed: string | null;
  readonly level2Basis: LevelBasis;
  readonly name: string;
  readonly familyId: string | null;
  readonly family: string | null;
  readonly familyEn: string | null;
  readonly annualValue: string | null;
  readonly periodValue: string | null;
  readonly actualValue: string | null;
  readonly weight: number | null;
  readonly score: number | null;
  readonly kind: TargetKind;
  readonly comparison: Comparison | null;
  readonly value: number | null;
  readonly upper: number | null;
  readonly unit: string | null;
  readonly deadline: string | null;
  readonly truncated: boolean;
}

const DETAILS = `SELECT
  indicator.indicator_id AS "indicatorId",
  indicator.disclosure_id::VARCHAR AS "disclosureId",
  indicator.project_id AS "projectId",
  project.name AS project,
  indicator.department_id::VARCHAR AS "departmentId",
  disclosure.department_name::VARCHAR AS department,
  disclosure.fiscal_year::INTEGER AS year,
  indicator.level1::VARCHAR AS level1,
  indicator.level2::VARCHAR AS level2,
  indicator.level1_printed::VARCHAR AS "level1Printed",
  indicator.level2_printed::VARCHAR AS "level2Printed",
  indicator.level2_basis::VARCHAR AS "level2Basis",
  indicator.name,
  indicator.family_id::VARCHAR AS "familyId",
  family.name AS family,
  family.name_en AS "familyEn",
  indicator.annual_value AS "annualValue",
  indicator.period_value AS "periodValue",
  indicator.actual_value AS "actualValue",
  indicator.weight::DOUBLE AS weight,
  indicator.score::DOUBLE AS score,
  indicator.target_kind::VARCHAR AS kind,
  indicator.comparison::VARCHAR AS comparison,
  indicator.value::DOUBLE AS value,
  indicator.upper::DOUBLE AS upper,
  indicator.unit::VARCHAR AS unit,
  indicator.deadline::VARCHAR AS deadline,
  indicator.truncated,
  indicator.page::INTEGER AS page,
  indicator.row::INTEGER AS row,
  indicator.text_start::INTEGER AS start,
  indicator.text_end::INTEGER AS "end"
FROM indicators AS indicator
JOIN disclosures AS disclosure ON disclosure.disclosure_id = indicator.disclosure_id::VARCHAR
LEFT JOIN projects AS project ON project.project_id = indicator.project_id
LEFT JOIN indicator_families AS family ON family.family_id = indicator.family_id::VARCHAR`;

/** The indicators of a project, in the order of the document. */
export function indicatorsOfProject(db: Database, id: string): Promise<IndicatorDetail[]> {
  return db.rows(
    `${DETAILS}
     WHERE indicator.project_id = $1
     ORDER BY indicator.seq`,
    [id],
  );
}

/** The indicators that a document sets for the department as a whole, in its order. */
export function indicatorsOfDisclosure(db: Database, id: string): Promise<IndicatorDetail[]> {
  return db.rows(
    `${DETAILS}
     WHERE indicator.disclosure_id::VARCHAR = $1 AND indicator.project_id IS NULL
     ORDER BY indicator.seq`,
    [id],
  );
}

/**
 * The indicators of one class over all documents: by family (the largest first, what has none
 * last), then by department and in the order of its documents.
 */
export function indicatorsOfClass(
  db: Database,
  level1: string | null,
  level2: string | null,
): Promise<IndicatorDetail[]> {
  return db.rows(
    `${DETAILS}
     WHERE indicator.level1::VARCHAR IS NOT DISTINCT FROM $1::VARCHAR
       AND indicator.level2::VARCHAR IS NOT DISTINCT FROM $2::VARCHAR
     ORDER BY
       indicator.family_id IS NULL,
       count(*) OVER (PARTITION BY indicator.family_id) DESC,
       indicator.family_id::VARCHAR,
       indicator.department_id::VARCHAR NULLS LAST,
       indicator.disclosure_id::VARCHAR,
       indicator.text_start NULLS LAST,
       indicator.indicator_id`,
    [level1, level2],
  );
}

/** How many targets there are of each kind. */
export type KindCounts = Readonly<Record<TargetKind, number>>;

const KIND_COUNTS = TARGET_KINDS.map(
  (kind) =>
    `count(*) FILTER (WHERE indicator.target_kind::VARCHAR = '${kind}')::INTEGER AS ${kind}`,
).join(",\n       ");

/** A class of indicators in figures. */
export interface ClassSummary extends KindCounts {
  readonly level1: string | null;
  /** Null where the documents print no level 2 and it does not follow from level 1. */
  readonly level2: string | null;
  readonly indicators: number;
  readonly departments: number;
  /** Indicators whose level 2 is not printed. */
  readonly unprinted: number;
}

/** Every class that has indicators, in the order of the forms; what has no class comes last. */
export async function classSummaries(db: Database): Promise<ClassSummary[]> {
  const rows = await db.rows<ClassSummary>(
    `SELECT
       indicator.level1::VARCHAR AS level1,
       indicator.level2::VARCHAR AS level2,
       count(*)::INTEGER AS indicators,
       count(DISTINCT indicator.department_id)::INTEGER AS departments,
       count(*) FILTER (WHERE indicator.level2_basis::VARCHAR <> 'printed')::INTEGER AS unprinted,
       ${KIND_COUNTS}
     FROM indicators AS indicator
     GROUP BY indicator.level1, indicator.level2`,
  );
  return rows.toSorted(byClass);
}

/** What one department's targets of a class are. */
export interface DepartmentKinds extends KindCounts {
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly indicators: number;
}

/** The kinds of target that each department sets in a class, the department with most first. */
export function kindsByDepartment(
  db: Database,
  level1: string | null,
  level2: string | null,
): Promise<DepartmentKinds[]> {
  return db.rows(
    `SELECT
       indicator.department_id::VARCHAR AS "departmentId",
       department.name::VARCHAR AS department,
       count(*)::INTEGER AS indicators,
       ${KIND_COUNTS}
     FROM indicators AS indicator
     LEFT JOIN departments AS department
       ON department.department_id = indicator.department_id::VARCHAR
     WHERE indicator.level1::VARCHAR IS NOT DISTINCT FROM $1::VARCHAR
       AND indicator.level2::VARCHAR IS NOT DISTINCT FROM $2::VARCHAR
     GROUP BY indicator.department_id, department.name
     ORDER BY indicators DESC, "departmentId"`,
    [level1, level2],
  );
}

/** Targets with a number that one can check: an amount, a range, or several of them. */
export function withNumber({ quantity, range, multiple }: KindCounts): number {
  return quantity + range + multiple;
}

/** Targets that one can check: with a number or with a date or period by which. */
export function checkable(counts: KindCounts): number {
  return withNumber(counts) + counts.deadline;
}

/** Targets of all kinds. */
export function totalOf(counts: KindCounts): number {
  return TARGET_KINDS.reduce((total, kind) => total + counts[kind], 0);
}

/** The part of some targets that has a number; 0 where there are none. */
export function numberShare(counts: KindCounts): number {
  return withNumber(counts) / Math.max(1, totalOf(counts));
}

/**
 * Of the groups with at least `fewest` targets, the one with the greatest part of numbers and the one
 * with the least. Undefined where there are not two that differ.
 */
export function extremes<Group extends KindCounts & { readonly share: number }>(
  groups: readonly Group[],
  fewest: number,
): { most: Group; least: Group } | undefined {
  const sorted = groups
    .filter((group) => totalOf(group) >= fewest)
    .toSorted((a, b) => b.share - a.share);
  const most = sorted[0];
  const least = sorted.at(-1);
  return most && least && most.share > least.share ? { most, least } : undefined;
}

/** How many of some targets are of each kind. */
export function kindsOf(targets: readonly Pick<IndicatorDetail, "kind">[]): KindCounts {
  const count = (kind: TargetKind) => targets.filter((target) => target.kind === kind).length;
  return Object.fromEntries(TARGET_KINDS.map((kind) => [kind, count(kind)])) as KindCounts;
}

/** Counts of several groups, added up. */
export function addKinds(rows: readonly KindCounts[]): KindCounts {
  const sum = (kind: TargetKind) => rows.reduce((total, row) => total + row[kind], 0);
  return Object.fromEntries(TARGET_KINDS.map((kind) => [kind, sum(kind)])) as KindCounts;
}

/** Indicators of one class, and how the document prints it. */
export interface ClassGroup {
  readonly level1: string | null;
  readonly level2: string | null;
  /** The printed class of all of them, where it is one and reads otherwise than the class. */
  readonly printed: string | null;
  readonly basis: LevelBasis;
  readonly indicators: readonly IndicatorDetail[];
}

/** Indicators by class, classes in the order of the forms, indicators in the order given. */
export function byClassOf(indicators: readonly IndicatorDetail[]): ClassGroup[] {
  const groups = Map.groupBy(indicators, ({ level1, level2, level2Basis }) =>
    [level1, level2, level2Basis].join("/"),
  );
  return [...groups.values()]
    .map((group) => {
      const { level1, level2, level2Basis: basis } = group[0]!;
      const labels = new Set(group.map(printedClass));
      const printed = labels.size === 1 ? printedClass(group[0]!) : null;
      return { level1, level2, printed, basis, indicators: group };
    })
    .sort(byClass);
}

/** The class of an indicator as printed; null where nothing is, or where it reads as the class. */
export function printedClass(indicator: IndicatorDetail): string | null {
  const { level1, level2, level1Printed, level2Printed } = indicator;
  const isSame = level1Printed === level1 && (level2Printed ?? level2) === level2;
  if (isSame) return null;
  return [level1Printed, level2Printed].filter((label) => label !== null).join(" / ") || null;
}

/** Indicators of one family, in the order given. */
export interface FamilyGroup {
  readonly familyId: string | null;
  readonly family: string | null;
  readonly familyEn: string | null;
  readonly indicators: readonly IndicatorDetail[];
}

/** Indicators by family, in the order in which the families first come. */
export function byFamily(indicators: readonly IndicatorDetail[]): FamilyGroup[] {
  const groups = Map.groupBy(indicators, (indicator) => indicator.familyId);
  return [...groups].map(([familyId, group]) => ({
    familyId,
    family: group[0]!.family,
    familyEn: group[0]!.familyEn,
    indicators: group,
  }));
}

/** The least and the greatest of some targets, which are all amounts of the same unit. */
export interface TargetRange {
  readonly least: number;
  readonly greatest: number;
  readonly unit: string | null;
  readonly targets: number;
}

/**
 * How far the targets of a family lie apart. Undefined where fewer than two are amounts, or where
 * their units differ.
 */
export function rangeOf(indicators: readonly IndicatorDetail[]): TargetRange | undefined {
  const amounts = indicators.filter(({ kind, value }) => kind === "quantity" && value !== null);
  const unit = amounts[0]?.unit ?? null;
  if (amounts.length < 2 || amounts.some((amount) => amount.unit !== unit)) return undefined;
  const values = amounts.map(({ value }) => value!);
  return {
    least: Math.min(...values),
    greatest: Math.max(...values),
    unit,
    targets: amounts.length,
  };
}

type Class = Pick<ClassSummary, "level1" | "level2">;

function byClass(a: Class, b: Class): number {
  return (
    rank(LEVELS1, a.level1) - rank(LEVELS1, b.level1) ||
    rank(LEVELS2, a.level2) - rank(LEVELS2, b.level2)
  );
}

/** What is not in the list stands behind it. */
function rank(levels: readonly string[], level: string | null): number {
  const index = levels.findIndex((one) => one === level);
  return index < 0 ? levels.length : index;
}
