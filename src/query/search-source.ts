/**
 * The index of the search, made at build: what search.ts reads in the browser. Only here are the
 * tables of characters and readings, which are far larger than what a site needs of them.
 */
import { Converter } from "opencc-js/t2cn";
import { customPinyin, pinyin } from "pinyin-pro";
import type { Database } from "./database.ts";
import { markOf, type IndexParts } from "./search-file.ts";
import { makeFolding, type Folding } from "./search-text.ts";

/** Code points of Chinese characters in the Basic Multilingual Plane. */
const HAN: readonly (readonly [first: number, last: number])[] = [
  [0x3400, 0x9fff],
  [0xf900, 0xfaff],
];
/** Of Taiwan and Hong Kong only what differs from the first. */
const TRADITIONAL = ["t", "tw", "hk"];

/** The table of `makeFolding`: every traditional character before the simplified one, by OpenCC. */
export function simplifiedCharacters(): string {
  const converters = TRADITIONAL.map((from) => Converter({ from, to: "cn" }));
  const pairs: string[] = [];
  for (const [first, last] of HAN) {
    for (let code = first; code <= last; code++) {
      const character = String.fromCharCode(code);
      const simple = converters.map((convert) => convert(character)).find((c) => c !== character);
      if (simple?.length === 1) pairs.push(character + simple);
    }
  }
  return pairs.join("");
}

/** Readings in names of places that pinyin-pro takes for the more usual ones. */
// prettier-ignore
const READINGS: Readonly<Record<string, string>> = {
  什: "shí", 歙: "shè", 藏: "zàng", 都: "dū", 浚: "xùn", 郫: "pí", 蔚县: "yù xiàn", 单县: "shàn xiàn",
  六合: "lù hé", 吴堡: "wú bǔ", 宕昌: "tàn chāng", 泌阳: "bì yáng", 珲春: "hún chūn", 穆棱: "mù líng",
  尉犁: "yù lí", 调兵山: "diào bīng shān", 大埔: "dà bù", 黄陂: "huáng pí", 乐亭: "lào tíng",
  乐清: "yuè qīng", 筠连: "jūn lián", 曾都: "zēng dū", 涡阳: "guō yáng", 洪洞: "hóng tóng",
};

/** The pinyin of a name, small letters without tones, syllables apart; what is no Chinese stays. */
export function soundOf(name: string): string {
  customPinyin(READINGS);
  return pinyin(name, { toneType: "none", type: "array", v: true })
    .map((syllable) => syllable.toLowerCase().replaceAll(/\s/gu, ""))
    .filter(Boolean)
    .join(" ");
}

interface OwnerRow {
  readonly id: string;
  readonly isProject: boolean;
  readonly name: string | null;
  readonly unit: string | null;
  readonly department: string | null;
  readonly city: string | null;
  readonly theme: string | null;
  /** Between tabs. */
  readonly regions: string | null;
  readonly goal: string | null;
  readonly periodGoal: string | null;
}

interface IndicatorRow {
  readonly owner: string;
  readonly name: string;
  readonly annual: string | null;
  readonly period: string | null;
  readonly actual: string | null;
  readonly comparison: string | null;
  readonly value: number | null;
  readonly upper: number | null;
  readonly unit: string | null;
}

/** Makes the index of all that is published. */
export async function indexOf(db: Database): Promise<IndexParts> {
  const simplified = simplifiedCharacters();
  const folding = makeFolding(simplified);
  const owners = await ownersIn(db);
  const names = namesIn(owners);
  return {
    mark: await markOf(db),
    simplified,
    names: names.map((name) => ({ name, sound: soundOf(name) })),
    ...ownerLines(owners, names, folding),
    ...(await indicatorLines(db, owners, folding)),
  };
}

function ownerLines(
  owners: readonly OwnerRow[],
  names: readonly string[],
  folding: Folding,
): Pick<IndexParts, "owners" | "goals" | "namesOfOwners" | "projects"> {
  const places = new Map(names.map((name, place) => [name, place]));
  const linesOf = (line: (owner: OwnerRow) => string) =>
    owners.map((owner) => `${line(owner)}\n`).join("");
  return {
    owners: linesOf((owner) => foldedLine([owner.name, owner.theme, ...namesOf(owner)], folding)),
    goals: linesOf(({ goal, periodGoal }) => foldedLine([goal, periodGoal], folding)),
    namesOfOwners: linesOf((owner) =>
      namesOf(owner)
        .map((name) => places.get(name))
        .join(" "),
    ),
    projects: owners.filter(({ isProject }) => isProject).length,
  };
}

/** The names of an owner that are found by their sound too. */
function namesOf({ unit, department, city, regions }: OwnerRow): string[] {
  return [unit, department, city, ...(regions?.split("\t") ?? [])].filter((name) => name !== null);
}

function namesIn(owners: readonly OwnerRow[]): string[] {
  return [...new Set(owners.flatMap(namesOf))].sort();
}

/** A term does not reach from one text into the next: it has no tab. */
function foldedLine(texts: readonly (string | null)[], { fold }: Folding): string {
  return texts
    .filter((text) => text !== null)
    .map(fold)
    .join("\t");
}

/** Rows asked for at a time, so that a corpus of millions need not be held twice. */
const AT_ONCE = 100_000;

async function indicatorLines(
  db: Database,
  owners: readonly OwnerRow[],
  folding: Folding,
): Promise<Pick<IndexParts, "indicators" | "ownerOf">> {
  const places = new Map(owners.map(({ id }, place) => [id, place]));
  const lines: string[] = [];
  const ownerOf: number[] = [];
  for (let first = 0, more = true; more; first += AT_ONCE) {
    const rows = await indicatorsIn(db, first);
    for (const row of rows) {
      lines.push(`${indicatorLine(row, folding)}\n`);
      ownerOf.push(places.get(row.owner)!);
    }
    more = rows.length > 0;
  }
  return { indicators: lines.join(""), ownerOf: Int32Array.from(ownerOf) };
}

/** With the target as it was read, so that “不低于90%” is found by “≥90%”; once where it is printed so. */
function indicatorLine(row: IndicatorRow, folding: Folding): string {
  const { name, annual, period, actual, comparison, value, upper, unit } = row;
  const range = upper === null ? value : `${value}-${upper}`;
  const target = value === null ? null : `${comparison ?? ""}${range}${unit ?? ""}`;
  const texts = [name, annual, period, actual, target].filter((text) => text !== null);
  return [...new Set(texts.map(folding.fold))].join("\t");
}

/** Projects in the order of their rows, then documents whose indicators are of no project. */
async function ownersIn(db: Database): Promise<OwnerRow[]> {
  return db.rows(
    `SELECT
       owner.id,
       owner.is_project AS "isProject",
       owner.name,
       owner.unit,
       departments.name::VARCHAR AS department,
       departments.region_name::VARCHAR AS city,
       owner.theme,
       named.regions,
       owner.goal,
       owner.period_goal AS "periodGoal"
     FROM (
       SELECT
         TRUE AS is_project,
         rowid AS place,
         project_id AS id,
         department_id::VARCHAR AS department_id,
         name,
         unit::VARCHAR AS unit,
         theme::VARCHAR AS theme,
         goal,
         period_goal
       FROM projects
       UNION ALL
       SELECT FALSE, rowid, disclosure_id, department_id, NULL, NULL, NULL, goal, NULL
       FROM disclosures
       WHERE disclosure_id IN (
         SELECT disclosure_id::VARCHAR FROM indicators WHERE project_id IS NULL
       )
     ) AS owner
     LEFT JOIN departments ON departments.department_id = owner.department_id
     LEFT JOIN (
       SELECT
         project_id,
         string_agg(region_name::VARCHAR, chr(9) ORDER BY region_code::VARCHAR) AS regions
       FROM project_regions
       GROUP BY project_id
     ) AS named ON named.project_id = owner.id AND owner.is_project
     ORDER BY owner.is_project DESC, owner.place`,
  );
}

function indicatorsIn(db: Database, first: number): Promise<IndicatorRow[]> {
  return db.rows(
    `SELECT
       coalesce(project_id, disclosure_id::VARCHAR) AS owner,
       name,
       annual_value AS annual,
       period_value AS period,
       actual_value AS actual,
       comparison::VARCHAR AS comparison,
       value::DOUBLE AS value,
       upper::DOUBLE AS upper,
       unit::VARCHAR AS unit
     FROM indicators
     WHERE rowid >= $1 AND rowid < $2
     ORDER BY rowid`,
    [first, first + AT_ONCE],
  );
}
