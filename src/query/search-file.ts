import type { Database } from "./database.ts";

/** A place, a department or a spending unit, with its sound. */
export interface NamedSound {
  readonly name: string;
  /** Pinyin without tones, syllables apart: “mei zhou shi”. */
  readonly sound: string;
}

/**
 * What is searched, as the site serves it. The rows of a table are in the order of `atlas.duckdb`, so that
 * the place of a line is the `rowid` of its row. Texts are folded; each line ends with a line break.
 */
export interface IndexParts {
  /** What the index was made of (`markOf`). */
  readonly mark: string;
  /** The table of `makeFolding`. */
  readonly simplified: string;
  readonly names: readonly NamedSound[];
  /**
   * What budgets put forward, a line each: projects, then the documents with indicators of their own.
   * Name, unit, department, place of the department, theme and regions, between tabs.
   */
  readonly owners: string;
  /** Their goals, a line each. */
  readonly goals: string;
  /** The places in `names` of the names that an owner has, between spaces, a line each. */
  readonly namesOfOwners: string;
  /** How many owners are projects. */
  readonly projects: number;
  /** Name, values as printed and target as read, between tabs; a line each. */
  readonly indicators: string;
  /** The place of its owner, for each indicator. */
  readonly ownerOf: Int32Array;
}

/** Between the parts; folding leaves no such sign in a text. */
const PART = "\f";

/** Writes an index as one text. */
export function formatIndex(index: IndexParts): string {
  return [
    index.mark,
    index.simplified,
    index.names.map(({ name, sound }) => `${name}\t${sound}\n`).join(""),
    index.owners,
    index.goals,
    index.namesOfOwners,
    index.projects,
    index.indicators,
    formatRuns(index.ownerOf),
  ].join(PART);
}

/** Reads what `formatIndex` wrote. Throws if it is something else. */
export function parseIndex(text: string): IndexParts {
  const parts = text.split(PART);
  const [mark, simplified, names, owners, goals, namesOfOwners, projects, indicators, runs] = parts;
  if (runs === undefined) throw new Error(`no index of the search: ${text.slice(0, 40)}`);
  return {
    mark: mark!,
    simplified: simplified!,
    names: names!
      .split("\n")
      .slice(0, -1)
      .map((line) => {
        const [name, sound] = line.split("\t");
        return { name: name!, sound: sound! };
      }),
    owners: owners!,
    goals: goals!,
    namesOfOwners: namesOfOwners!,
    projects: Number(projects),
    indicators: indicators!,
    ownerOf: parseRuns(runs),
  };
}

/**
 * What tells one state of the data from another: an index holds places of rows, and a browser may
 * still have the index of yesterday.
 */
export async function markOf(db: Database): Promise<string> {
  const [row] = await db.rows<{ mark: string }>(
    `SELECT
       coalesce(md5(string_agg(disclosure_id || sha256, ',' ORDER BY disclosure_id)), '')
         || '-' || (SELECT count(*) FROM projects)
         || '-' || (SELECT count(*) FROM indicators) AS mark
     FROM disclosures`,
  );
  return row?.mark ?? "";
}

/** Neighbours mostly have the same owner: “0*12 1*8”. */
function formatRuns(owners: Int32Array): string {
  const runs: string[] = [];
  for (let from = 0, to = 0; from < owners.length; from = to) {
    while (to < owners.length && owners[to] === owners[from]) to++;
    runs.push(`${owners[from]}*${to - from}`);
  }
  return runs.join(" ");
}

function parseRuns(text: string): Int32Array {
  const runs = text.split(" ").map((run) => run.split("*").map(Number) as [number, number]);
  const sizes = text === "" ? [] : runs;
  const owners = new Int32Array(sizes.reduce((sum, [, size]) => sum + size, 0));
  let at = 0;
  for (const [owner, size] of sizes) owners.fill(owner, at, (at += size));
  return owners;
}
