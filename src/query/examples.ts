/**
 * Statements to begin with, by the question they answer (`words.console.examples`). Each runs in
 * both engines; column names are those of the published tables.
 */
export const EXAMPLES = {
  regions: `-- share = 1 / number of regions of the project
SELECT region_name, sum(amount_yuan * share)::DECIMAL(18, 2) AS amount_yuan,
  count(*) AS projects
FROM projects JOIN project_regions USING (project_id)
GROUP BY region_name
ORDER BY amount_yuan DESC, region_name`,

  departments: `SELECT d.region_name, d.name, p.fiscal_year,
  count(*) AS projects, sum(p.amount_yuan) AS amount_yuan
FROM (SELECT * FROM projects JOIN disclosures USING (disclosure_id)) AS p
JOIN departments AS d ON d.department_id = p.department_id
GROUP BY ALL
ORDER BY amount_yuan DESC`,

  largest: `SELECT name, unit, amount_yuan, goal
FROM projects
ORDER BY amount_yuan DESC NULLS LAST, project_id
LIMIT 20`,

  themes: `SELECT coalesce(theme, '—') AS theme, count(*) AS projects,
  sum(amount_yuan) AS amount_yuan,
  median(amount_yuan)::DECIMAL(18, 2) AS median_yuan
FROM projects
GROUP BY ALL
ORDER BY amount_yuan DESC NULLS LAST, theme`,

  satisfaction: `SELECT value AS percent, count(*) AS indicators,
  count(DISTINCT department_id) AS departments
FROM indicators
WHERE family_id = 'satisfaction' AND target_kind = 'quantity' AND unit = '%'
GROUP BY value
ORDER BY value`,

  measurable: `-- a target is measurable where it has a number
SELECT d.name,
  count(*) AS indicators,
  round(100 * avg((i.target_kind IN ('quantity', 'range', 'multiple'))::INTEGER), 1)
    AS percent_with_number
FROM indicators AS i JOIN departments AS d USING (department_id)
GROUP BY d.name
ORDER BY percent_with_number DESC, d.name`,

  kinds: `SELECT level1, level2, target_kind, count(*) AS indicators
FROM indicators
GROUP BY ALL
ORDER BY level1, level2, indicators DESC, target_kind`,

  flows: `SELECT d.region_name AS payer, r.region_name AS region,
  sum(p.amount_yuan * r.share)::DECIMAL(18, 2) AS amount_yuan
FROM projects AS p
JOIN departments AS d USING (department_id)
JOIN project_regions AS r USING (project_id)
GROUP BY ALL
ORDER BY amount_yuan DESC, payer, region`,

  families: `SELECT f.name, f.name_en, count(*) AS indicators,
  count(DISTINCT i.department_id) AS departments,
  min(i.value) AS least, median(i.value) AS median, max(i.value) AS most
FROM indicators AS i JOIN indicator_families AS f USING (family_id)
GROUP BY ALL
HAVING count(DISTINCT i.department_id) > 1
ORDER BY departments DESC, indicators DESC, f.name`,

  years: `SELECT fiscal_year, count(*) AS projects, sum(amount_yuan) AS amount_yuan
FROM projects JOIN disclosures USING (disclosure_id)
GROUP BY fiscal_year
ORDER BY fiscal_year`,

  scale: `-- one dot a project: what it costs, and how many targets it is held to
SELECT p.amount_yuan, count(i.indicator_id) AS indicators, p.name
FROM projects AS p LEFT JOIN indicators AS i USING (project_id)
GROUP BY ALL
HAVING p.amount_yuan > 0
ORDER BY p.amount_yuan DESC, p.name`,

  findings: `-- how often each rule was asked, and how often it found something
SELECT rule, severity, asked, findings,
  round(100 * findings / nullif(asked, 0), 1) AS percent, question, question_en
FROM rules
ORDER BY findings DESC, rule`,

  words: `-- contains() looks for the words as they are printed
SELECT i.name, i.annual_value, p.name AS project, i.page
FROM indicators AS i LEFT JOIN projects AS p USING (project_id)
WHERE contains(i.name, '培训') OR contains(p.goal, '培训')
ORDER BY i.indicator_id`,

  source: `-- the place of each value: page and row, and the characters in texts/<disclosure_id>.txt
SELECT disclosure_id, page, row, text_start, text_end, name, annual_value
FROM indicators
ORDER BY disclosure_id, text_start`,

  summary: `SUMMARIZE indicators`,
} as const satisfies Readonly<Record<string, string>>;

export type ExampleName = keyof typeof EXAMPLES;
