/** What the pipeline knows beside the documents: the rows of data/reference and its neighbours. */
import type { Region, RegionAlias } from "./region.ts";

/** A row of data/reference/indicator-families.csv; the first family whose pattern fits counts. */
export interface FamilyRule {
  readonly familyId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly unitClass: string;
  readonly direction: string;
  readonly pattern: RegExp;
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
