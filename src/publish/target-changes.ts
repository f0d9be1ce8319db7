import type { DuckDBConnection } from "@duckdb/node-api";
import type { PublishedRow } from "../model/schema.ts";
import { bigrams, dice, squash } from "../text.ts";
import { groupsOf, type Batches } from "./scratch.ts";

/** An indicator of a department that published two years. */
export interface YearRow {
  readonly departmentId: string;
  readonly year: number;
  readonly projectId: string | null;
  readonly project: string | null;
  readonly indicatorId: string;
  readonly name: string;
  readonly annualValue: string | null;
  readonly kind: string;
  readonly comparison: string | null;
  readonly value: number | null;
  readonly upper: number | null;
  readonly unit: string | null;
  readonly deadline: string | null;
}

/** Names less alike than this are two things. */
const ALIKE = 0.6;

const YEARS = `
  WITH years AS (
    SELECT department_id FROM disclosures
    WHERE fiscal_year IS NOT NULL AND department_id IS NOT NULL
    GROUP BY department_id HAVING count(DISTINCT fiscal_year) > 1
  )
  SELECT
    i.department_id AS "departmentId", d.fiscal_year AS year, i.project_id AS "projectId",
    p.name AS project, i.indicator_id AS "indicatorId", i.name, i.annual_value AS "annualValue",
    i.target_kind AS kind, i.comparison, i.value, i.upper, i.unit, i.deadline::VARCHAR AS deadline
  FROM indicators AS i
  JOIN disclosures AS d USING (disclosure_id)
  LEFT JOIN projects AS p USING (project_id)
  WHERE i.department_id IN (SELECT department_id FROM years) AND d.fiscal_year IS NOT NULL
  ORDER BY i.department_id, d.fiscal_year, i.disclosure_id, p.seq NULLS LAST, i.seq`;

/**
 * Rows of the table `target_changes`: from year to year what each department added, dropped, raised,
 * lowered, reworded or left.
 */
export async function* targetChanges(connection: DuckDBConnection): Batches {
  const departments = groupsOf<YearRow>(connection, YEARS, ({ departmentId }) => departmentId);
  for await (const rows of departments) {
    const years = [...Map.groupBy(rows, ({ year }) => year).values()];
    for (const [at, after] of years.entries()) {
      const before = years[at - 1];
      if (before) yield changesBetween(before, after);
    }
  }
}

/**
 * What changed between two years of one department.
 *
 * Projects are paired by name, years and numbers in it aside, the same names first and then the most
 * alike; within a pair of projects indicators are paired in the same way.
 */
export function changesBetween(
  before: readonly YearRow[],
  after: readonly YearRow[],
): PublishedRow[] {
  const projects = (rows: readonly YearRow[]) =>
    [...Map.groupBy(rows, ({ projectId }) => projectId ?? "")].map(([, own]) => ({
      name: own[0]!.project ?? "",
      own,
    }));
  const [from, to] = alikeLevels(before, after);
  const changes = pairsOf(projects(from), projects(to)).flatMap(({ a, b }) =>
    pairsOf(a?.own ?? [], b?.own ?? []).map(({ a: from, b: to, similarity }) =>
      changeOf(from, to, similarity),
    ),
  );
  const { departmentId, year } = after[0]!;
  const yearBefore = before[0]!.year;
  return changes.map((change) => {
    const id = (change["indicator_after"] ?? change["indicator_before"]) as string;
    return {
      change_id: `${id}/${yearBefore}-${year}`,
      department_id: departmentId,
      year_before: yearBefore,
      year_after: year,
      ...change,
    };
  });
}

/**
 * The rows of both years that can be compared: where one year has the projects alone and the other
 * the department's own form alone, nothing was added or dropped.
 */
function alikeLevels(before: readonly YearRow[], after: readonly YearRow[]) {
  const levels = (rows: readonly YearRow[]) => new Set(rows.map(isOfProject));
  const both = levels(before).intersection(levels(after));
  const keep = (rows: readonly YearRow[]) => rows.filter((row) => both.has(isOfProject(row)));
  return [keep(before), keep(after)] as const;
}

function isOfProject({ projectId }: YearRow): boolean {
  return projectId !== null;
}

interface Pair<Item> {
  readonly a?: Item;
  readonly b?: Item;
  readonly similarity: number | null;
}

/** Pairs by name: the same first, in their order, then the most alike; then what is left of both. */
function pairsOf<Item extends { readonly name: string }>(
  before: readonly Item[],
  after: readonly Item[],
): Pair<Item>[] {
  const left = new Set(before);
  const right = new Set(after);
  const pairs: Pair<Item>[] = [];
  const take = (a: Item, b: Item, similarity: number) => {
    left.delete(a);
    right.delete(b);
    pairs.push({ a, b, similarity });
  };
  for (const a of before) {
    const same = [...right].find((b) => keyOf(b.name) === keyOf(a.name));
    if (same) take(a, same, 1);
  }
  for (const { a, b, similarity } of alike([...left], [...right]))
    if (left.has(a) && right.has(b)) take(a, b, similarity);
  return [
    ...pairs,
    ...[...left].map((a) => ({ a, similarity: null })),
    ...[...right].map((b) => ({ b, similarity: null })),
  ];
}

/** Every two that are alike, the most alike first. */
function alike<Item extends { readonly name: string }>(before: Item[], after: Item[]) {
  return before
    .flatMap((a) =>
      after.map((b) => ({
        a,
        b,
        similarity: dice(bigrams(keyOf(a.name)), bigrams(keyOf(b.name))),
      })),
    )
    .filter(({ similarity }) => similarity >= ALIKE)
    .sort((x, y) => y.similarity - x.similarity);
}

/** A name without years, numbers and what stands in brackets. */
function keyOf(name: string): string {
  const bare = squash(name)
    .replace(/\([^()]*\)/gu, "")
    .replace(/\d+年?度?|[-~—]/gu, "");
  return bare || squash(name);
}

function changeOf(
  before: YearRow | undefined,
  after: YearRow | undefined,
  similarity: number | null,
): PublishedRow {
  return {
    change: !before ? "added" : !after ? "dropped" : kindOf(before, after),
    project_before: before?.projectId ?? null,
    project_after: after?.projectId ?? null,
    indicator_before: before?.indicatorId ?? null,
    indicator_after: after?.indicatorId ?? null,
    text_before: before ? wordsOf(before) : null,
    text_after: after ? wordsOf(after) : null,
    similarity: similarity === null ? null : Math.round(similarity * 100) / 100,
  };
}

function kindOf(before: YearRow, after: YearRow): string {
  const isSame = sameText(wordsOf(before), wordsOf(after));
  if (isSame) return "unchanged";
  const comparable =
    before.kind === after.kind &&
    before.comparison === after.comparison &&
    (before.unit ?? "") === (after.unit ?? "");
  if (!comparable) return "changed";
  const [from, to] = [before.value ?? 0, after.value ?? 0];
  if (from !== to) return to > from ? "raised" : "lowered";
  const isOther = before.upper !== after.upper || before.kind === "multiple";
  const isMoved = before.kind === "deadline" && !sameText(before.annualValue, after.annualValue);
  return isOther || isMoved ? "changed" : "reworded";
}

/** Whether two texts are the same but for white space and the year that they speak of. */
function sameText(before: string | null, after: string | null): boolean {
  const bare = (text: string | null) => squash(text ?? "").replace(/20\d\d(?=年|-)/gu, "");
  return bare(before) === bare(after);
}

function wordsOf({ name, annualValue }: YearRow): string {
  return annualValue === null ? name : `${name}：${annualValue}`;
}
