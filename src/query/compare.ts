import {
  SUBJECT_KINDS,
  type Profile,
  type ProfileTarget,
  type Subject,
  type SubjectKind,
} from "./profile.ts";
import type { Database } from "./database.ts";
import { LATEST_PROJECTS, REACH } from "./latest.ts";
import { orderOfMeasures } from "./measures.ts";
import { sqlOfUnit } from "../model/units.ts";

/** Every department, government and beneficiary region that has projects, the largest first. */
export async function subjects(db: Database): Promise<Subject[]> {
  const all: Subject[] = [];
  for (const kind of SUBJECT_KINDS) {
    all.push(...(await db.rows<Subject>(`WITH ${LATEST_PROJECTS}, ${REACH} ${SUBJECTS[kind]}`)));
  }
  return all;
}

const SUBJECTS: Readonly<Record<SubjectKind, string>> = {
  department: `SELECT
      'department' AS kind,
      department.department_id AS id,
      department.name::VARCHAR AS name,
      department.name::VARCHAR AS "nameEn"
    FROM departments AS department
    JOIN latest_projects AS project
      ON project.department_id::VARCHAR = department.department_id
    GROUP BY ALL
    ORDER BY sum(project.amount_yuan) DESC NULLS LAST, id`,
  government: `SELECT
      'government' AS kind,
      region.code AS id,
      region.name,
      region.name_en AS "nameEn"
    FROM departments AS department
    JOIN regions AS region ON region.code = department.region_code::VARCHAR
    JOIN latest_projects AS project
      ON project.department_id::VARCHAR = department.department_id
    GROUP BY ALL
    ORDER BY sum(project.amount_yuan) DESC NULLS LAST, id`,
  region: `SELECT
      'region' AS kind,
      region.code AS id,
      region.name,
      region.name_en AS "nameEn"
    FROM reach
    JOIN regions AS region USING (code)
    JOIN latest_projects AS project USING (project_id)
    GROUP BY ALL
    ORDER BY sum(project.amount_yuan * reach.share) DESC NULLS LAST, id`,
};

/** The projects of a subject (`$1` is its id) in the latest year, and how much of each is its own. */
const CHOSEN: Readonly<Record<SubjectKind, string>> = {
  department: `SELECT project.*, 1.0 AS share
    FROM latest_projects AS project
    WHERE project.department_id::VARCHAR = $1`,
  government: `SELECT project.*, 1.0 AS share
    FROM latest_projects AS project
    JOIN departments AS department
      ON department.department_id = project.department_id::VARCHAR
    WHERE department.region_code::VARCHAR = $1`,
  region: `SELECT project.*, least(reach.share, 1.0) AS share
    FROM reach
    JOIN latest_projects AS project USING (project_id)
    WHERE reach.code = $1`,
};

/** Where the money goes, or, for a region, which department it comes from; the largest first. */
const PARTS: Readonly<Record<SubjectKind, string>> = {
  department: partsByRegion(),
  government: partsByRegion(),
  region: `SELECT
      department.department_id AS key,
      department.name::VARCHAR AS name,
      department.name::VARCHAR AS "nameEn",
      sum(chosen.amount_yuan * chosen.share)::DOUBLE AS amount
    FROM chosen
    JOIN departments AS department
      ON department.department_id = chosen.department_id::VARCHAR
    GROUP BY ALL
    ORDER BY amount DESC NULLS LAST, key`,
};

function partsByRegion(): string {
  return `SELECT
      region.code AS key,
      region.name,
      region.name_en AS "nameEn",
      sum(chosen.amount_yuan * link.share)::DOUBLE AS amount
    FROM chosen
    JOIN project_regions AS link ON link.project_id = chosen.project_id
    JOIN regions AS region ON region.code = link.region_code::VARCHAR
    GROUP BY ALL
    ORDER BY amount DESC NULLS LAST, key`;
}

/**
 * What is compared of a subject: its projects of the latest year, and their indicators. Undefined
 * for one that has none.
 */
export async function profileOf(
  db: Database,
  { kind, id, name, nameEn }: Subject,
): Promise<Profile | undefined> {
  const ask = <Row>(sql: string) =>
    db.rows<Row>(`WITH ${LATEST_PROJECTS}, ${REACH}, chosen AS (${CHOSEN[kind]}) ${sql}`, [id]);
  const [figures] =
    await ask<Pick<Profile, "projects" | "amount" | "firstYear" | "lastYear">>(FIGURES);
  if (!figures || figures.projects === 0) return undefined;
  return {
    kind,
    id,
    name,
    nameEn,
    ...figures,
    themes: await ask(THEMES),
    parts: await ask(PARTS[kind]),
    classes: await ask(CLASSES),
    families: await familiesOf(ask),
    measures: await ask(MEASURES),
  };
}

const FIGURES = `SELECT
    count(*)::INTEGER AS projects,
    coalesce(sum(amount_yuan * share), 0)::DOUBLE AS amount,
    min(fiscal_year)::INTEGER AS "firstYear",
    max(fiscal_year)::INTEGER AS "lastYear"
  FROM chosen`;

const THEMES = `SELECT
    project.theme::VARCHAR AS theme,
    coalesce(sum(chosen.amount_yuan * chosen.share), 0)::DOUBLE AS amount
  FROM chosen
  JOIN projects AS project USING (project_id)
  GROUP BY ALL
  ORDER BY amount DESC, theme`;

const CLASSES = `SELECT
    indicator.level1::VARCHAR AS level1,
    count(*)::INTEGER AS indicators
  FROM chosen
  JOIN indicators AS indicator ON indicator.project_id = chosen.project_id
  GROUP BY ALL
  ORDER BY indicators DESC, level1`;

const MEASURES = `SELECT
    measures.measure,
    measures.name,
    measures.name_en AS "nameEn",
    sum(value.numerator)::INTEGER AS numerator,
    sum(value.denominator)::INTEGER AS denominator
  FROM chosen
  JOIN measure_values AS value
    ON value.scope::VARCHAR = 'project' AND value.id = chosen.project_id
  JOIN measures ON measures.measure = value.measure::VARCHAR
  GROUP BY measures.measure, measures.name, measures.name_en
  ORDER BY ${orderOfMeasures("measures.measure")}`;

const FAMILIES = `SELECT
    family.family_id AS "familyId",
    family.name,
    family.name_en AS "nameEn",
    indicator.target_kind::VARCHAR AS kind,
    indicator.comparison::VARCHAR AS comparison,
    indicator.value::DOUBLE AS value,
    indicator.upper::DOUBLE AS upper,
    nullif(${sqlOfUnit("indicator.unit")}, '') AS unit,
    CASE WHEN indicator.value IS NULL THEN indicator.annual_value END AS "annualValue",
    count(*)::INTEGER AS indicators
  FROM chosen
  JOIN indicators AS indicator ON indicator.project_id = chosen.project_id
  JOIN indicator_families AS family ON family.family_id = indicator.family_id::VARCHAR
  GROUP BY ALL
  ORDER BY "familyId", value NULLS LAST, comparison, "annualValue"`;

type FamilyRow = ProfileTarget & {
  readonly familyId: string;
  readonly name: string;
  readonly nameEn: string;
};

async function familiesOf(ask: (sql: string) => Promise<FamilyRow[]>) {
  const groups = Map.groupBy(await ask(FAMILIES), ({ familyId }) => familyId);
  return [...groups].map(([familyId, rows]) => ({
    familyId,
    name: rows[0]?.name ?? familyId,
    nameEn: rows[0]?.nameEn ?? familyId,
    targets: rows.map(
      ({ kind, comparison, value, upper, unit, annualValue, indicators }): ProfileTarget => ({
        kind,
        comparison,
        value,
        upper,
        unit,
        annualValue,
        indicators,
      }),
    ),
  }));
}
