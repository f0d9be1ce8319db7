import type { Comparison } from "../model/taxonomy.ts";
import type { Database } from "./database.ts";
import type { Span } from "./indicators.ts";

/** What a project costs for each unit of what it is to reach. */
export interface UnitAmount extends Span {
  readonly familyId: string;
  readonly family: string;
  readonly familyEn: string;
  readonly projectId: string;
  readonly project: string;
  /** What the amount covers, in the words of the document. */
  readonly goal: string | null;
  readonly departmentId: string | null;
  readonly department: string | null;
  readonly region: string | null;
  readonly year: number | null;
  readonly amount: number;
  readonly comparison: Comparison | null;
  readonly quantity: number;
  readonly unit: string;
  readonly yuanPerUnit: number;
  /** Whose indicator states the quantity. */
  readonly basis: "project" | "department";
  readonly indicatorId: string;
  readonly disclosureId: string;
  /** The project of that indicator; null for one of the department as a whole. */
  readonly indicatorProjectId: string | null;
  readonly name: string;
  readonly annualValue: string | null;
}

/** The amounts that can be compared, those for the same thing together, from the lowest. */
export function unitAmounts(db: Database): Promise<UnitAmount[]> {
  return db.rows(
    `SELECT
       family.family_id AS "familyId",
       family.name AS family,
       family.name_en AS "familyEn",
       project.project_id AS "projectId",
       project.name AS project,
       project.goal,
       project.department_id::VARCHAR AS "departmentId",
       disclosure.department_name::VARCHAR AS department,
       department.region_name::VARCHAR AS region,
       disclosure.fiscal_year::INTEGER AS year,
       found.amount_yuan::DOUBLE AS amount,
       found.comparison::VARCHAR AS comparison,
       found.quantity::DOUBLE AS quantity,
       found.unit::VARCHAR AS unit,
       found.yuan_per_unit::DOUBLE AS "yuanPerUnit",
       found.basis::VARCHAR AS basis,
       indicator.indicator_id AS "indicatorId",
       indicator.disclosure_id::VARCHAR AS "disclosureId",
       indicator.project_id AS "indicatorProjectId",
       indicator.name,
       indicator.annual_value AS "annualValue",
       indicator.page::INTEGER AS page,
       indicator.row::INTEGER AS row,
       indicator.text_start::INTEGER AS start,
       indicator.text_end::INTEGER AS "end"
     FROM unit_amounts AS found
     JOIN projects AS project USING (project_id)
     JOIN disclosures AS disclosure ON disclosure.disclosure_id = project.disclosure_id::VARCHAR
     JOIN indicator_families AS family ON family.family_id = found.family_id::VARCHAR
     JOIN indicators AS indicator ON indicator.indicator_id = found.indicator_id
     LEFT JOIN departments AS department
       ON department.department_id = project.department_id::VARCHAR
     WHERE found.comparable
     ORDER BY family.family_id, unit, "yuanPerUnit", project.project_id`,
  );
}

/** Why projects have no amount for a unit, with as many of them as a list holds. */
export interface Incomparable {
  readonly reason: string;
  readonly reasonEn: string;
  readonly projects: number;
  readonly examples: readonly { readonly projectId: string; readonly name: string }[];
}

/** Projects that are named for each reason. */
const EXAMPLES = 12;

/** The reasons why other projects cannot be compared, the most frequent first. */
export async function incomparable(db: Database): Promise<Incomparable[]> {
  const rows = await db.rows<
    Omit<Incomparable, "examples"> & { readonly ids: string[]; readonly names: string[] }
  >(
    `SELECT
       found.reason::VARCHAR AS reason,
       found.reason_en::VARCHAR AS "reasonEn",
       count(*)::INTEGER AS projects,
       list(project.project_id ORDER BY project.amount_yuan DESC NULLS LAST, project_id)[:${EXAMPLES}] AS ids,
       list(project.name ORDER BY project.amount_yuan DESC NULLS LAST, project_id)[:${EXAMPLES}] AS names
     FROM unit_amounts AS found
     JOIN projects AS project USING (project_id)
     WHERE NOT found.comparable
     GROUP BY ALL
     ORDER BY projects DESC, reason`,
  );
  return rows.map(({ ids, names, ...row }) => ({
    ...row,
    examples: ids.map((projectId, i) => ({ projectId, name: names[i] ?? projectId })),
  }));
}
