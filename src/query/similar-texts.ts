import type { Database } from "./database.ts";

/** A project, or a document where `projectId` is null, with a text that repeats. */
export interface TextOwner {
  readonly disclosureId: string;
  readonly projectId: string | null;
  readonly name: string;
  readonly department: string | null;
  readonly year: number | null;
  readonly text: string;
}

/** Two texts that are the same or alike. */
export interface SimilarPair {
  readonly kind: "goal" | "indicators";
  /** 0.7 to 1. */
  readonly similarity: number;
  /** Within one document, in documents of one department, or in different departments. */
  readonly across: "document" | "year" | "department";
  readonly groupId: string;
  readonly first: TextOwner;
  readonly second: TextOwner;
}

const OWNERS = `owners AS (
    SELECT 'goal' AS kind, project_id AS id, disclosure_id::VARCHAR AS disclosure_id, project_id,
      name, goal AS text
    FROM projects
    WHERE goal IS NOT NULL
    UNION ALL
    SELECT 'goal', disclosure_id, disclosure_id, NULL, coalesce(title, file), goal
    FROM disclosures
    WHERE goal IS NOT NULL
    UNION ALL
    SELECT 'indicators', project.project_id, any_value(project.disclosure_id)::VARCHAR,
      project.project_id, any_value(project.name),
      string_agg(
        indicator.name || '：' || coalesce(indicator.annual_value, '—'),
        '；' ORDER BY indicator.seq
      )
    FROM projects AS project
    JOIN indicators AS indicator ON indicator.project_id = project.project_id
    WHERE project.project_id IN (
      SELECT first_id FROM similar_texts WHERE kind::VARCHAR = 'indicators'
      UNION
      SELECT second_id FROM similar_texts WHERE kind::VARCHAR = 'indicators'
    )
    GROUP BY project.project_id
  ),
  told AS (
    SELECT owners.*, disclosure.department_name::VARCHAR AS department,
      disclosure.fiscal_year::INTEGER AS year
    FROM owners
    JOIN disclosures AS disclosure ON disclosure.disclosure_id = owners.disclosure_id
  )`;

const ownerOf = (side: "first" | "second") => `{
    'disclosureId': ${side}.disclosure_id,
    'projectId': ${side}.project_id,
    'name': ${side}.name,
    'department': ${side}.department,
    'year': ${side}.year,
    'text': ${side}.text
  } AS ${side}`;

/**
 * Texts that repeat, no more than some: those of one group together, first those that different
 * departments share, then those that a department repeats from year to year, then within a document.
 */
export function similarPairs(db: Database, most: number): Promise<SimilarPair[]> {
  return db.rows(
    `WITH ${OWNERS}
     SELECT
       pair.kind::VARCHAR AS kind,
       pair.similarity::DOUBLE AS similarity,
       pair.across::VARCHAR AS across,
       pair.group_id AS "groupId",
       ${ownerOf("first")},
       ${ownerOf("second")}
     FROM similar_texts AS pair
     JOIN told AS first ON first.kind = pair.kind::VARCHAR AND first.id = pair.first_id
     JOIN told AS second ON second.kind = pair.kind::VARCHAR AND second.id = pair.second_id
     ORDER BY
       list_position(['department', 'year', 'document'], pair.across::VARCHAR),
       pair.kind::VARCHAR,
       pair.group_id,
       similarity DESC,
       pair.first_id,
       pair.second_id
     LIMIT $1::INTEGER`,
    [most],
  );
}

/** How many pairs there are. */
export async function similarPairCount(db: Database): Promise<number> {
  const [row] = await db.rows<{ pairs: number }>(
    `SELECT count(*)::INTEGER AS pairs FROM similar_texts`,
  );
  return row?.pairs ?? 0;
}
