/** Places as GB/T 2260 lists them, and how documents name them. */

export type RegionLevel = "province" | "prefecture" | "county";

/** A row of the gazetteer (data/reference/regions.csv). */
export interface Region {
  /** Administrative division code of GB/T 2260, six digits: "522700". */
  readonly code: string;
  /** Full official name: “黔南布依族苗族自治州”. */
  readonly name: string;
  /** The name without its kind and peoples: “黔南”. */
  readonly shortName: string;
  readonly level: RegionLevel;
  /** Code of the nearest real place that contains it; "" for a province. */
  readonly parentCode: string;
  /** Code of its province; its own for a province. */
  readonly provinceCode: string;
  /** “Qiannan Buyei and Miao Autonomous Prefecture”, and “Qiannan” for short. */
  readonly nameEn: string;
  readonly shortNameEn: string;
}

/**
 * What an alias is:
 *
 * - `short`: another name that counts by itself (内蒙, 黔南州)
 * - `former`: a name no longer in force (黔西县, now 黔西市)
 * - `abbreviation`: one character, in joined forms and after 援 only (莞, 黔, 疆)
 * - `joined`: a word for several places (莞韶, 港澳)
 * - `ordinary-word`: a name that is also a common word and counts with support only (来宾, 新乡)
 * - `vague`: an area that is no administrative place (粤港澳大湾区, 三峡库区)
 * - `thing`: another word that contains a name (阿里巴巴, 孙中山)
 * - `word`: a common word that can overlap a name (推广|安全 is not 广安)
 */
export type RegionAliasKind =
  "short" | "former" | "abbreviation" | "joined" | "ordinary-word" | "vague" | "thing" | "word";

/** A row of data/reference/regions-aliases.csv. */
export interface RegionAlias {
  readonly alias: string;
  /** Codes that it stands for; empty for the kinds that only tell where no name is. */
  readonly codes: readonly string[];
  readonly kind: RegionAliasKind;
}

/** One place where a text names a region. */
export interface RegionMention {
  /** The words as they stand in the text. */
  readonly words: string;
  /** Half-open span in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** What is meant: one region, or several for a joined form (港澳). Empty where it is ambiguous. */
  readonly regions: readonly Region[];
  /** Those it could be, where nothing in the text tells which (朝阳区); else empty. */
  readonly candidates: readonly Region[];
}

/** Which text of a project names a region first. */
export type RegionBasis = "name" | "goal" | "indicator";

/** A region that a project benefits: a row of project_regions. */
export interface RegionLink {
  readonly code: string;
  /** Full official name. */
  readonly name: string;
  readonly basis: RegionBasis;
  /** The words that name it there. */
  readonly mention: string;
  /** 1 / number of regions of the project. */
  readonly share: number;
}
