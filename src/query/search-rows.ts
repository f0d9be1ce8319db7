import type { Database } from "./database.ts";
import type { Hits } from "./search.ts";

/** A project that was found. */
export interface FoundProject {
  readonly projectId: string;
  readonly name: string;
  readonly department: string | null;
}

/** The projects with the largest amounts among those found by their own words. */
export function foundProjects(db: Database, hits: Hits, limit: number): Promise<FoundProject[]> {
  return db.rows(
    `SELECT
       project_id AS "projectId",
       projects.name,
       departments.name::VARCHAR AS department
     FROM projects
     LEFT JOIN departments ON departments.department_id = projects.department_id
     WHERE get_bit($1::BIT, projects.rowid::INTEGER) = 1
     ORDER BY amount_yuan DESC NULLS LAST, project_id
     LIMIT ${Math.trunc(limit)}`,
    [hits.projects],
  );
}
