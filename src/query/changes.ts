import type { Database } from "./database.ts";

/** What became of a target, those that changed first. */
export const CHANGES = [
  "raised",
  "lowered",
  "changed",
  "reworded",
  "added",
  "dropped",
  "unchanged",
] as const;
export type Change = (typeof CHANGES)[number];

/** An indicator of a year, where it stands. */
export interface ChangedIndicator {
  readonly indicatorId: string;
  readonly projectId: string | null;
  readonly disclosureId: string;
  readonly project: string | null;
  /** Its name and target as printed. */
  readonly text: string;
}

/** What a department changed in a target from one year to the next that it published. */
export interface TargetChange {
  readonly changeId: string;
  readonly yearBefore: number;
  readonly yearAfter: number;
  readonly change: Change;
  /** Null for one that was added. */
  readonly before: ChangedIndicator | null;
  /** Null for one that was dropped. */
  readonly after: ChangedIndicator | null;
}

const sideOf = (side: "before" | "after") => `CASE WHEN ${side}.indicator_id IS NOT NULL THEN {
    'indicatorId': ${side}.indicator_id,
    'projectId': ${side}.project_id,
    'disclosureId': ${side}.disclosure_id::VARCHAR,
    'project': project_${side}.name,
    'text': change.text_${side}
  } END AS ${side}`;

/** The changes of a department: the latest years first, by kind of change, in document order. */
export function changesOf(db: Database, departmentId: string): Promise<TargetChange[]> {
  return db.rows(
    `SELECT
       change.change_id AS "changeId",
       change.year_before::INTEGER AS "yearBefore",
       change.year_after::INTEGER AS "yearAfter",
       change.change::VARCHAR AS change,
       ${sideOf("before")},
       ${sideOf("after")}
     FROM target_changes AS change
     LEFT JOIN indicators AS before ON before.indicator_id = change.indicator_before
     LEFT JOIN indicators AS after ON after.indicator_id = change.indicator_after
     LEFT JOIN projects AS project_before ON project_before.project_id = before.project_id
     LEFT JOIN projects AS project_after ON project_after.project_id = after.project_id
     WHERE change.department_id::VARCHAR = $1
     ORDER BY
       change.year_after DESC,
       list_position([${CHANGES.map((change) => `'${change}'`).join(", ")}], change.change::VARCHAR),
       change.change_id`,
    [departmentId],
  );
}

/** The changes of two years, and how many there are of each kind. */
export interface YearChanges {
  readonly yearBefore: number;
  readonly yearAfter: number;
  readonly counts: readonly { readonly change: Change; readonly targets: number }[];
  /** All but what is unchanged. */
  readonly changes: readonly TargetChange[];
}

/** The changes year by year, in the order given. */
export function byYears(changes: readonly TargetChange[]): YearChanges[] {
  return [...Map.groupBy(changes, ({ yearAfter }) => yearAfter).values()].map((those) => ({
    yearBefore: those[0]?.yearBefore ?? 0,
    yearAfter: those[0]?.yearAfter ?? 0,
    counts: CHANGES.map((change) => ({
      change,
      targets: those.filter((one) => one.change === change).length,
    })).filter(({ targets }) => targets > 0),
    changes: those.filter(({ change }) => change !== "unchanged"),
  }));
}
