/** What the pipeline knows beside the documents: the rows of data/reference and its neighbours. */
import type { Region, RegionAlias } from "./region.ts";
import type { UnitClass, UnitKind } from "./units.ts";

/** A row of data/reference/indicator-families.csv: what a family is, and how it is told. */
export interface FamilyRule {
  readonly familyId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly unitClass: UnitClass;
  /** Kinds of unit that the numbers of its members may have; empty where it has no numbers. */
  readonly units: readonly UnitKind[];
  /** Which way is stricter. */
  readonly direction: "higher" | "lower" | "none";
  readonly definition: string;
  readonly definitionEn: string;
  /** Names with values that belong, and such that look alike and do not; joined by “；”. */
  readonly belongs: string;
  readonly excludes: string;
  /** Words of a folded name (see `coreOf`) that tell the family. */
  readonly words: RegExp;
  /** Words that tell it together with a number of its units, or a date, only. */
  readonly unitWords: RegExp | null;
  /** Words of a name that belongs elsewhere. */
  readonly counterWords: RegExp | null;
  /** Names of projects whose one purpose is what the family counts; null for most. */
  readonly purpose: RegExp | null;
  /** Families that count the same purpose in another way. */
  readonly companions: readonly string[];
}

/** A row of data/reference/themes.csv; the first theme with a word that is found counts. */
export interface ThemeRule {
  readonly theme: string;
  readonly words: readonly string[];
}

/** A row of sources.csv: what is known of a file beside what stands in it. */
export interface Source {
  readonly file: string;
  readonly publisher: string;
  readonly fiscalYear: number | null;
  readonly fiscalYearBasis: "printed" | "inferred" | "none";
  readonly fiscalYearEvidence: string;
  readonly sourceUrl: string;
  readonly retrieved: string;
}

/** A judgement about one document: a row of data/corrections.csv. */
export interface Correction {
  readonly disclosureId: string;
  /** SHA-256 of the file that was judged. */
  readonly sha256: string;
  readonly page: number;
  readonly row: number;
  readonly column: number;
  /** The whole cell as printed, line wraps removed. */
  readonly expected: string;
  readonly replacement: string;
  readonly reason: string;
}

export interface Reference {
  readonly regions: readonly Region[];
  readonly aliases: readonly RegionAlias[];
  readonly families: readonly FamilyRule[];
  readonly themes: readonly ThemeRule[];
  readonly corrections: readonly Correction[];
}
