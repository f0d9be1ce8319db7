import type { Database } from "./database.ts";

/** What has measures of its own. */
export type MeasureScope = "project" | "disclosure" | "department";

/** A share of the others that have a measure, to the percent. */
export interface ShareCount {
  /** Part of 1. */
  readonly share: number;
  readonly count: number;
}

/** A measure of one thing, with where the others of its kind lie. */
export interface MeasureValue {
  readonly measure: string;
  readonly name: string;
  readonly nameEn: string;
  readonly definition: string;
  readonly definitionEn: string;
  readonly denominatorName: string;
  readonly denominatorNameEn: string;
  readonly numerator: number;
  /** Never 0. */
  readonly denominator: number;
  /** Those of the same kind, without itself, from the lowest share. */
  readonly others: readonly ShareCount[];
}

/** Kinds of targets first, then what is said of them; one that is not listed stands last. */
const ORDER = ["number", "date", "words", "no-target", "ceiling", "same-as-period", "class-absent"];

/** SQL that orders rows by a column with the measure. */
export function orderOfMeasures(column: string): string {
  return `list_position([${ORDER.map((measure) => `'${measure}'`).join(", ")}], ${column}) NULLS LAST, ${column}`;
}

type Row = Omit<MeasureValue, "others"> & {
  readonly shares: readonly number[] | null;
  readonly counts: readonly number[] | null;
};

/**
 * The measures that can be asked of a project, document or department, kinds of targets first.
 * What cannot be asked (no indicator of that kind) has no row.
 */
export async function measuresOf(
  db: Database,
  scope: MeasureScope,
  id: string,
): Promise<MeasureValue[]> {
  const rows = await db.rows<Row>(
    `WITH others AS (
       SELECT
         measure::VARCHAR AS measure,
         round(numerator / denominator, 2)::DOUBLE AS share,
         count(*)::INTEGER AS count
       FROM measure_values
       WHERE scope::VARCHAR = $1 AND id <> $2
       GROUP BY ALL
     ),
     spreads AS (
       SELECT
         measure,
         list(share ORDER BY share) AS shares,
         list(count ORDER BY share) AS counts
       FROM others
       GROUP BY measure
     )
     SELECT
       measures.measure,
       measures.name,
       measures.name_en AS "nameEn",
       measures.definition,
       measures.definition_en AS "definitionEn",
       measures.denominator AS "denominatorName",
       measures.denominator_en AS "denominatorNameEn",
       own.numerator::INTEGER AS numerator,
       own.denominator::INTEGER AS denominator,
       spreads.shares,
       spreads.counts
     FROM measure_values AS own
     JOIN measures ON measures.measure = own.measure::VARCHAR
     LEFT JOIN spreads ON spreads.measure = measures.measure
     WHERE own.scope::VARCHAR = $1 AND own.id = $2
     ORDER BY ${orderOfMeasures("measures.measure")}`,
    [scope, id],
  );
  return rows.map(({ shares, counts, ...row }) => ({
    ...row,
    others: (shares ?? []).map((share, i) => ({ share, count: counts?.[i] ?? 0 })),
  }));
}
