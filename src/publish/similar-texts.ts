import type { DuckDBConnection } from "@duckdb/node-api";
import type { PublishedRow } from "../model/schema.ts";
import { squash } from "../text.ts";
import { rowsOf, type Batches } from "./scratch.ts";

/** Texts that share less than this of their runs of characters are two texts. */
export const LEAST_SIMILARITY = 0.7;
/** Shorter texts are set phrases, and fewer indicators no set. */
const SHORTEST = 20;
const FEWEST_INDICATORS = 3;
/** Characters in a run that two texts can share. */
const RUN = 3;
/**
 * A signature is BANDS × ROWS minimal hashes; texts that agree in all rows of a band are compared.
 * Of texts 70 % alike 99.9 % are found, of texts 30 % alike 35 % are compared in vain.
 */
const BANDS = 16;
const ROWS = 3;
/** Neighbours of a text that are published: a text that all copy has its group. */
const MOST_NEIGHBOURS = 5;

/** The texts of a kind: who has them, and of which document and department. */
const TEXTS: Readonly<Record<"goal" | "indicators", string>> = {
  goal: `
    SELECT project_id AS id, disclosure_id AS disclosure, department_id AS department, goal AS text
    FROM projects WHERE goal IS NOT NULL
    UNION ALL
    SELECT disclosure_id, disclosure_id, department_id, goal FROM disclosures WHERE goal IS NOT NULL`,
  indicators: `
    SELECT project_id AS id, disclosure_id AS disclosure, any_value(department_id) AS department,
      string_agg(name || '：' || coalesce(annual_value, ''), '；' ORDER BY seq) AS text
    FROM indicators WHERE project_id IS NOT NULL
    GROUP BY ALL HAVING count(*) >= ${FEWEST_INDICATORS}`,
};

/**
 * Rows of the table `similar_texts`: goals and sets of indicators that repeat.
 *
 * Every text is linked to the first that reads the same, and every different text to a few alike,
 * found by minimal hashes: the work grows with the number of texts, not with that of pairs.
 */
export async function* similarTexts(connection: DuckDBConnection): Batches {
  for (const [kind, sql] of Object.entries(TEXTS)) {
    await gather(connection, sql);
    await sign(connection);
    yield* linked(connection, kind);
    await connection.run("DROP TABLE owners; DROP TABLE texts; DROP TABLE bands");
  }
}

/** Tables of the owners of texts, in order, and of the different texts, each under its first owner. */
async function gather(connection: DuckDBConnection, sql: string): Promise<void> {
  await connection.run(`CREATE TEMP TABLE owners AS
    SELECT row_number() OVER (ORDER BY disclosure, length(id), id)::INTEGER AS no, *,
      md5(regexp_replace(text, '\\s', '', 'g')) AS hash
    FROM (${sql}) WHERE length(text) >= ${SHORTEST}`);
  await connection.run(`CREATE TEMP TABLE texts AS
    SELECT min(no) AS no, arg_min(text, no) AS text FROM owners GROUP BY hash ORDER BY no`);
}

/** A table of the hashes of the bands of every text. */
async function sign(connection: DuckDBConnection): Promise<void> {
  await connection.run("CREATE TEMP TABLE bands (band BIGINT, no INTEGER)");
  const appender = await connection.createAppender("bands", "main", "temp");
  for await (const rows of rowsOf<{ no: number; text: string }>(
    connection,
    "FROM texts ORDER BY no",
  )) {
    for (const { no, text } of rows) {
      for (const band of bandsOf(runsOf(text))) {
        appender.appendBigInt(band);
        appender.appendInteger(no);
        appender.endRow();
      }
    }
  }
  appender.closeSync();
}

interface Candidate {
  readonly no: number;
  readonly other: number;
  readonly text: string;
  readonly otherText: string;
}

/** Within a band each text meets the first and the one before it: never all meet all. */
const CANDIDATES = `
  WITH meetings AS (
    SELECT no, first_value(no) OVER band AS first, lag(no) OVER band AS previous
    FROM bands WINDOW band AS (PARTITION BY band ORDER BY no)
  ),
  pairs AS (
    SELECT DISTINCT no, unnest([first, previous]) AS other FROM meetings
  )
  SELECT pairs.no, pairs.other, a.text, b.text AS "otherText"
  FROM pairs JOIN texts AS a USING (no) JOIN texts AS b ON b.no = pairs.other
  WHERE pairs.other < pairs.no
  ORDER BY pairs.no, pairs.other`;

async function* linked(connection: DuckDBConnection, kind: string): Batches {
  const groups = makeGroups();
  await connection.run(
    "CREATE TEMP TABLE links (first INTEGER, second INTEGER, similarity DOUBLE)",
  );
  const appender = await connection.createAppender("links", "main", "temp");
  for await (const rows of rowsOf<Candidate>(connection, CANDIDATES)) {
    for (const { no, other, text, otherText } of rows) {
      const similarity = jaccard(runsOf(text), runsOf(otherText));
      if (similarity < LEAST_SIMILARITY) continue;
      groups.join(other, no);
      appender.appendInteger(other);
      appender.appendInteger(no);
      appender.appendDouble(Math.floor(similarity * 100) / 100);
      appender.endRow();
    }
  }
  appender.closeSync();
  const names = await idsOf(connection, groups.members());
  for await (const rows of rowsOf<Link>(connection, LINKS)) {
    yield rows.map(({ text, ...link }): PublishedRow => ({
      kind,
      ...link,
      group_id: names.get(groups.first(text)) ?? link.first_id,
    }));
  }
  await connection.run("DROP TABLE links");
}

interface Link {
  readonly text: number;
  readonly first_id: string;
  readonly second_id: string;
  readonly similarity: number;
  readonly across: string;
}

const LINKS = `
  WITH firsts AS (SELECT hash, min(no) AS first FROM owners GROUP BY hash),
  all_links AS (
    SELECT first, no AS second, 1.0::DOUBLE AS similarity
    FROM owners JOIN firsts USING (hash) WHERE no > first
    UNION ALL
    SELECT first, second, similarity FROM links
    QUALIFY row_number() OVER (PARTITION BY second ORDER BY similarity DESC, first) <= ${MOST_NEIGHBOURS}
  )
  SELECT
    l.first AS text, a.id AS first_id, b.id AS second_id, l.similarity,
    CASE WHEN a.disclosure = b.disclosure THEN 'document'
      WHEN a.department = b.department THEN 'year' ELSE 'department' END AS across
  FROM all_links AS l JOIN owners AS a ON a.no = l.first JOIN owners AS b ON b.no = l.second
  ORDER BY l.second, l.first`;

/** The ids of the owners of some texts. */
async function idsOf(
  connection: DuckDBConnection,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const wanted = new Set(numbers);
  const ids = new Map<number, string>();
  if (wanted.size === 0) return ids;
  for await (const rows of rowsOf<{ no: number; id: string }>(
    connection,
    "SELECT no, id FROM owners",
  ))
    for (const { no, id } of rows) if (wanted.has(no)) ids.set(no, id);
  return ids;
}

/** Numbers that are joined into groups; the smallest of a group is its first. */
function makeGroups() {
  const parents = new Map<number, number>();
  const first = (no: number): number => {
    const parent = parents.get(no) ?? no;
    if (parent === no) return no;
    const root = first(parent);
    parents.set(no, root);
    return root;
  };
  return {
    first,
    join(a: number, b: number): void {
      const [low, high] = [first(a), first(b)].sort((x, y) => x - y);
      parents.set(high!, low!);
    },
    /** The first of every group. */
    members: () => [...new Set([...parents.keys()].map(first))],
  };
}

/** The runs of characters of a text as hashes, punctuation aside. */
export function runsOf(text: string): ReadonlySet<number> {
  const bare = squash(text).replace(/[\p{P}\p{S}]/gu, "");
  const runs = new Set<number>();
  for (let i = 0; i + RUN <= bare.length; i++) runs.add(hashOf(bare, i, i + RUN));
  return runs;
}

/** How many of the runs of two texts are in both, 0 to 1. */
export function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const run of a) if (b.has(run)) shared++;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** The bands of a signature, each with its number mixed in, so that bands never meet one another. */
function bandsOf(runs: ReadonlySet<number>): bigint[] {
  const bands: bigint[] = [];
  for (let band = 0; band < BANDS; band++) {
    let mixed = 0n;
    for (let row = 0; row < ROWS; row++) {
      const least = leastHash(runs, band * ROWS + row);
      mixed = BigInt.asIntN(64, mixed * 0x9e3779b97f4a7c15n + BigInt(least));
    }
    bands.push(BigInt.asIntN(64, mixed * BigInt(BANDS) + BigInt(band)));
  }
  return bands;
}

/** The least of the runs, shuffled in one of many ways. */
function leastHash(runs: ReadonlySet<number>, seed: number): number {
  const salt = mix(seed + 1);
  let least = 0xffffffff;
  for (const run of runs) least = Math.min(least, mix(run ^ salt));
  return least;
}

/** FNV-1a over the characters of a part. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** A 32-bit number shuffled so that near ones end far apart (MurmurHash3's finaliser). */
function mix(number: number): number {
  let hash = number;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
