import type { Region, RegionBasis, RegionLink, RegionMention } from "../model/region.ts";
import type { Gazetteer } from "./gazetteer.ts";

export { type Gazetteer, makeGazetteer } from "./gazetteer.ts";

/** The texts of a project that can name a region. */
export interface ProjectTexts {
  readonly name: string;
  readonly goal: string | null;
  readonly periodGoal: string | null;
  /** Names and target values of its indicators. */
  readonly indicators: readonly string[];
}

/** The regions of a project, and the names that could not be told apart. */
export interface RegionLinks {
  readonly links: RegionLink[];
  /** Names that several places share (朝阳区), with nothing in the project that tells which. */
  readonly ambiguous: RegionMention[];
  /** Names of counties and cities that the project is said to help, and that are none we know. */
  readonly unknown: string[];
}

/** A place that a project names, in one of its texts. */
interface Naming {
  readonly region: Region;
  readonly basis: RegionBasis;
  readonly mention: RegionMention;
}

// Between two texts; being punctuation, it also keeps names from running over.
const BREAK = "。";

// Without these, a city that names its own district only says where something is.
const BENEFITS =
  /(?:对口|帮扶|支援|援助|援建|扶持|支持|补助|资助|结对|下达|拨付|转移支付|助力)(?:[^\p{P}\p{S}]{1,8}[、和及与]){0,9}.{0,2}$/u;

/**
 * The places that a project supports or cooperates with, other than where its department is: the
 * department's own city or district, those around it and, unless named as beneficiaries, those in
 * its own city. A place is left out where the project names one inside it (贵州省 beside 铜仁市).
 *
 * Sorted by basis, then by where they are first named.
 */
export function linkRegions(
  gazetteer: Gazetteer,
  project: ProjectTexts,
  home: Region | undefined,
): RegionLinks {
  const parts = partsOf(project);
  const text = parts.map((part) => part.text).join(BREAK);
  const mentions = gazetteer.mentions(text, home);
  const namings = new Map<string, Naming>();
  for (const mention of mentions) {
    for (const region of mention.regions) {
      if (namings.has(region.code)) continue;
      if (isOwn(gazetteer, region, home, text.slice(0, mention.start))) continue;
      namings.set(region.code, { region, basis: basisAt(parts, mention.start), mention });
    }
  }
  const all = [...namings.values()];
  const links = all.filter(
    ({ region }) => !all.some((other) => gazetteer.isInside(other.region, region)),
  );
  return {
    links: links.map(({ region, basis, mention }) => ({
      code: region.code,
      name: region.name,
      basis,
      mention: mention.words,
      share: 1 / links.length,
    })),
    ambiguous: mentions.filter(({ candidates }) => candidates.length > 0),
    unknown: unknownIn(project.name, mentions),
  };
}

/**
 * What the name of a project calls a county or city that it helps. The name alone: prose says
 * “帮扶各县” in many ways.
 */
const HELPED =
  /(?:支援|帮扶|援助|援建|协作|结对)((?:(?![省市县区州旗全各本我该外多两三四五六七八九十困重点受被级地城乡对口东西部内])\p{Script=Han}){2,4}(?:自治县|自治州|县|市|州|旗))(?![级域内直区场政委])/gu;

function unknownIn(name: string, mentions: readonly RegionMention[]): string[] {
  const known = mentions.filter(({ start }) => start < name.length);
  return [...name.matchAll(HELPED)]
    .filter(({ index, 0: all }) => {
      const to = index + all.length;
      return !known.some(({ start, end }) => start < to && end > index);
    })
    .map((match) => match[1]!);
}

interface Part {
  readonly text: string;
  readonly basis: RegionBasis;
}

/** The texts in the order of their bases: name, goals, indicators. */
function partsOf({ name, goal, periodGoal, indicators }: ProjectTexts): Part[] {
  return [
    { text: name, basis: "name" },
    { text: goal ?? "", basis: "goal" },
    { text: periodGoal ?? "", basis: "goal" },
    ...indicators.map((text): Part => ({ text, basis: "indicator" })),
  ];
}

function basisAt(parts: readonly Part[], at: number): RegionBasis {
  let end = 0;
  for (const { text, basis } of parts) {
    end += text.length + BREAK.length;
    if (at < end) return basis;
  }
  return "indicator";
}

function isOwn(
  gazetteer: Gazetteer,
  region: Region,
  home: Region | undefined,
  before: string,
): boolean {
  if (!home) return false;
  if (region === home || gazetteer.isInside(home, region)) return true;
  const city = gazetteer.cityOf(home);
  return Boolean(city && gazetteer.isInside(region, city) && !BENEFITS.test(before));
}
