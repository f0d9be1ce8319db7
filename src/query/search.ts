/**
 * Full text: every term of what is typed must stand in an item as it is shown, folded as in
 * search-text.ts. An index of joined lines is scanned, which takes some 20 ms for a million
 * indicators, where DuckDB's LIKE takes ten times as long and more (test/bench/search.ts).
 */
import { parseIndex, type NamedSound } from "./search-file.ts";
import { makeFolding, termsOf } from "./search-text.ts";
import { soundsLike } from "./sounds.ts";

/** The rows in which a search was found, to be asked of DuckDB: a “1” or “0” for each row of a table, by `rowid`. */
export interface Hits {
  readonly projects: string;
  readonly indicators: string;
}

/** What a search finds. */
export interface Found {
  /**
   * Projects for their own words: name, unit, department, regions, theme, goals. Indicators for their name
   * and values together with the words of what they belong to, goals aside: “梅州 满意度”.
   */
  readonly hits: Hits;
  /** Projects that are a hit or have an indicator that is one. */
  readonly projects: number;
  readonly indicators: number;
}

/** A search over one state of the data. */
export interface Search {
  /** `markOf` of the data that it was made of. */
  readonly mark: string;
  /** The table of `makeFolding`. */
  readonly simplified: string;
  readonly names: readonly NamedSound[];
  find(typed: string): Found;
}

/** Opens what `formatIndex` wrote. Throws if it is something else. */
export function openSearch(file: string): Search {
  const index = parseIndex(file);
  const { mark, simplified, names } = index;
  const folding = makeFolding(simplified);
  const owners = linesOf(index.owners);
  const goals = linesOf(index.goals);
  const indicators = linesOf(index.indicators);
  const namesOfOwners = numbersOf(index.namesOfOwners);

  return {
    mark,
    simplified,
    names,
    find(typed) {
      const terms = termsOf(typed, folding);
      // A bit a term.
      const inOwners = bitsOf(owners, terms);
      markSounds(inOwners, terms);
      const inGoals = bitsOf(goals, terms);
      const inIndicators = bitsOf(indicators, terms);
      return found({ ...index, inOwners, inGoals, inIndicators, all: 2 ** terms.length - 1 });
    },
  };

  /** Terms of letters stand for the places, departments and units that begin with that sound. */
  function markSounds(inOwners: Int32Array, terms: readonly string[]): void {
    for (const [bit, term] of terms.entries()) {
      if (!isSound(term)) continue;
      const isNamed = names.map(({ sound }) => soundsLike(sound, term));
      for (const [owner, own] of namesOfOwners.entries()) {
        if (own.some((name) => isNamed[name])) inOwners[owner]! |= 1 << bit;
      }
    }
  }
}

/** Whether a term may be a name by its sound; one letter would be too many of them. */
export function isSound(term: string): boolean {
  return /^[a-z]{2,}$/u.test(term);
}

interface Lines {
  readonly text: string;
  /** Where each begins; one more at the end. */
  readonly starts: Int32Array;
}

function linesOf(text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return { text, starts: Int32Array.from(starts) };
}

function numbersOf(text: string): readonly (readonly number[])[] {
  const lines = text.split("\n").slice(0, -1);
  return lines.map((line) => (line === "" ? [] : line.split(" ").map(Number)));
}

/** For every line, the bits of the terms that stand in it. */
function bitsOf({ text, starts }: Lines, terms: readonly string[]): Int32Array {
  const bits = new Int32Array(starts.length - 1);
  for (const [bit, term] of terms.entries()) {
    let line = 0;
    // From one line to the next: a second hit in the same tells nothing.
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, starts[line + 1])) {
      while (starts[line + 1]! <= at) line++;
      bits[line]! |= 1 << bit;
    }
  }
  return bits;
}

interface Bits {
  readonly projects: number;
  readonly ownerOf: Int32Array;
  readonly inOwners: Int32Array;
  readonly inGoals: Int32Array;
  readonly inIndicators: Int32Array;
  /** The bits of all terms. */
  readonly all: number;
}

/** Plain loops: over a million rows anything else takes longer than the search. */
function found({ projects, ownerOf, inOwners, inGoals, inIndicators, all }: Bits): Found {
  const projectHits = new Uint8Array(projects).fill(NO);
  const isIn = new Uint8Array(inOwners.length);
  for (let i = 0; i < projects; i++) {
    if ((inOwners[i]! | inGoals[i]!) === all) projectHits[i] = YES;
    if (projectHits[i] === YES) isIn[i] = 1;
  }
  const indicatorHits = new Uint8Array(ownerOf.length).fill(NO);
  let indicators = 0;
  for (let i = 0; i < ownerOf.length; i++) {
    const owner = ownerOf[i]!;
    if ((inIndicators[i]! | inOwners[owner]!) !== all) continue;
    indicatorHits[i] = YES;
    isIn[owner] = 1;
    indicators++;
  }
  return {
    hits: { projects: textOf(projectHits), indicators: textOf(indicatorHits) },
    projects: isIn.subarray(0, projects).reduce((sum, one) => sum + one, 0),
    indicators,
  };
}

/** “0” and “1”. */
const NO = 48;
const YES = 49;

/** DuckDB has no bit string of no length. */
function textOf(hits: Uint8Array): string {
  return new TextDecoder("latin1").decode(hits) || "0";
}
