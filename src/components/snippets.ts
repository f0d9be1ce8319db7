/** How to use the data elsewhere, as code to copy. */
export interface Snippet {
  readonly name: "duckdb" | "python" | "r";
  readonly code: string;
}

/** Snippets that read the published files under `root`: an address or a folder, with its slash. */
export function snippets(root: string): Snippet[] {
  return [
    { name: "duckdb", code: duckdb(root) },
    { name: "python", code: python(root) },
    { name: "r", code: r(root) },
  ];
}

function duckdb(root: string): string {
  return `ATTACH '${root}atlas.duckdb' AS atlas (READ_ONLY);

SELECT region_name, sum(amount_yuan * share) AS amount_yuan
FROM atlas.projects
JOIN atlas.project_regions USING (project_id)
GROUP BY region_name
ORDER BY amount_yuan DESC;`;
}

function python(root: string): string {
  return `import pandas as pd

indicators = pd.read_csv("${root}indicators.csv")
departments = pd.read_csv("${root}departments.csv", dtype={"region_code": str})

satisfaction = indicators[indicators.family_id == "satisfaction"].merge(
    departments, on="department_id", suffixes=("", "_department")
)
print(satisfaction[["name_department", "name", "annual_value", "comparison", "value"]])`;
}

function r(root: string): string {
  return `indicators <- read.csv("${root}indicators.csv", na.strings = "")

indicators$number <- indicators$target_kind %in% c("quantity", "range", "multiple")
aggregate(number ~ level1, indicators, mean)`;
}
