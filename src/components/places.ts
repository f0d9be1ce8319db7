import type { Locale } from "../format.ts";
import { published } from "../query/published.ts";
import { regionNames, type RegionNames } from "../query/regions.ts";
import type { Language } from "./language.ts";

/** Names regions in a language, given what the data calls them: in Chinese, several joined by “、”. */
export interface Places {
  /** “Qiannan Buyei and Miao Autonomous Prefecture”; a name that is not known as it is. */
  readonly place: (names: string) => string;
  /** A row with the names of its region, full and short, in the language. */
  readonly named: <Row extends NamedRow>(row: Row) => Row;
}

interface NamedRow {
  readonly name: string;
  readonly shortName: string;
}

let known: Promise<readonly RegionNames[]> | undefined;

/** The names of the regions in a language. */
export async function placesIn({
  locale,
  words,
}: Pick<Language, "locale" | "words">): Promise<Places> {
  const names = namesIn(locale, await (known ??= regionNames(published)));
  const one = (name: string) => names.get(name) ?? name;
  return {
    place: (names) => words.list(names.split("、").map(one)),
    named: (row) => ({ ...row, name: one(row.name), shortName: one(row.shortName) }),
  };
}

/** What a language calls a region by its Chinese name, full or short. */
function namesIn(locale: Locale, regions: readonly RegionNames[]): ReadonlyMap<string, string> {
  if (locale === "zh") return new Map();
  // Where a short name is whole, it is the full one that counts.
  return new Map([
    ...regions.map((region) => [region.shortName, region.shortNameEn] as const),
    ...regions.map((region) => [region.name, region.nameEn] as const),
  ]);
}
