/**
 * Parts of statements that the pages share. Amounts of two fiscal years do not add up, so every
 * total over documents counts each department in its latest year alone.
 */

/**
 * `latest_projects`: the projects of each department's latest fiscal year, with `fiscal_year`. The
 * projects of a document without a department count as those of a department of its own.
 */
export const LATEST_PROJECTS = `latest_projects AS (
  SELECT
    project.project_id,
    project.disclosure_id,
    project.department_id,
    project.amount_yuan,
    disclosure.fiscal_year
  FROM projects AS project
  JOIN disclosures AS disclosure ON disclosure.disclosure_id = project.disclosure_id
  QUALIFY disclosure.fiscal_year IS NOT DISTINCT FROM max(disclosure.fiscal_year) OVER (
    PARTITION BY coalesce(project.department_id::VARCHAR, project.disclosure_id::VARCHAR)
  )
)`;

/** `within`: each region with itself and with every region that contains it. */
export const WITHIN = `within AS (
  SELECT code, code AS container FROM regions
  UNION
  SELECT code, parent_code::VARCHAR FROM regions WHERE parent_code IS NOT NULL
  UNION
  SELECT code, province_code::VARCHAR FROM regions
)`;

/**
 * `within`, and `reach`: how much of each project falls to each region and to every region that
 * contains it. `share` is 1 where all regions of the project lie inside: it serves that one alone.
 */
export const REACH = `${WITHIN},
reach AS (
  SELECT
    link.project_id,
    within.container AS code,
    sum(link.share) AS share
  FROM project_regions AS link
  JOIN within ON within.code = link.region_code::VARCHAR
  GROUP BY ALL
)`;

/** Whether a share of `reach` is the whole project; sums of thirds fall short of 1. */
export const IS_SOLE = "share > 0.999999";

/** The columns of a `FindingEntry`, and the tables that hold them. */
export const FINDING_ENTRIES = `SELECT
    finding.finding_id AS "findingId",
    finding.rule::VARCHAR AS rule,
    finding.severity::VARCHAR AS severity,
    finding.message,
    finding.message_en AS "messageEn",
    finding.disclosure_id::VARCHAR AS "disclosureId",
    disclosure.title,
    disclosure.department_id::VARCHAR AS "departmentId",
    disclosure.department_name::VARCHAR AS department,
    finding.project_id AS "projectId",
    project.name AS project,
    finding.found,
    finding.page::INTEGER AS page,
    finding.row::INTEGER AS row,
    finding.text_start::INTEGER AS start,
    finding.text_end::INTEGER AS "end"
  FROM findings AS finding
  JOIN disclosures AS disclosure
    ON disclosure.disclosure_id = finding.disclosure_id::VARCHAR
  LEFT JOIN projects AS project ON project.project_id = finding.project_id`;
