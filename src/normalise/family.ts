import type { FamilyMatch, Target } from "../model/records.ts";
import type { FamilyRule } from "../model/reference.ts";
import { unitKinds, type UnitKind } from "../model/units.ts";
import { remembering, squash } from "../text.ts";

/** Of an indicator what tells its family. */
export interface Asked {
  /** As printed. */
  readonly name: string;
  readonly annualValue: string | null;
  readonly target: Target;
}

/** The family of an indicator; null where it belongs to none. */
export type FamilyFinder = (asked: Asked) => FamilyMatch | null;

/** Weaker matches are none: a wrong member is worse than a missing one. */
export const LOWEST_SCORE = 0.6;

/** How much of a name the words of a family make up. */
const BY_NAME = { whole: 1, end: 0.95, inside: 0.85 } as const;

/** How well the target fits what a family asks for. */
const BY_EVIDENCE: Readonly<Record<FamilyMatch["evidence"], number>> = {
  unit: 1,
  date: 1,
  words: 1,
  "unit-unstated": 0.9,
  "words-for-number": 0.8,
  several: 0.8,
  missing: 0.8,
};

/** A sign or number with which the condition of a target begins. */
const CONDITION = /[≥≤><=≈\d]|不[少低高超]|大于|小于|高于|低于|超过|至少|达到|约/u;

/**
 * Makes a finder of the rows of indicator-families.csv.
 *
 * The words of a family must stand in the name, its counter words must not, and what is asked for
 * must be of its kind: a number of its units, a date for a family of times, words for one without
 * numbers. Of several families the one with the highest score counts, then the first. Where the name
 * says nothing that fits, the words in front of the number may (“影响力”, “媒体报道次数≥15次”).
 */
export function familyFinder(families: readonly FamilyRule[]): FamilyFinder {
  // Most families have no word in a name: one pattern each tells so.
  const known = families.map((family) => ({ family, anyWords: anyWordsOf(family) }));
  const candidatesOf = remembering((name) =>
    known.flatMap(({ family, anyWords }) => (anyWords.test(name) ? wordsIn(name, family) : [])),
  );
  return ({ name, annualValue, target }) => {
    const core = coreOf(name);
    const asked = { name, annualValue, target };
    const found = bestOf(candidatesOf(core), core, asked);
    if (found) return found;
    const subject = subjectOf(annualValue, target);
    if (!subject || subject === core) return null;
    // Words beside the name are weaker than the name itself.
    const beside = bestOf(candidatesOf(subject), subject, { ...asked, name: subject });
    return beside && { ...beside, source: "value", score: rounded(beside.score * 0.8) };
  };
}

/** Words of a family that a name holds. */
interface Candidate {
  readonly family: FamilyRule;
  readonly words: string;
  readonly at: number;
  /** Whether they tell the family only together with a number of its unit, or a date. */
  readonly needsTarget: boolean;
}

function anyWordsOf({ words, unitWords }: FamilyRule): RegExp {
  return new RegExp(unitWords ? `${words.source}|${unitWords.source}` : words.source, "u");
}

function wordsIn(core: string, family: FamilyRule): Candidate[] {
  if (family.counterWords?.test(core)) return [];
  const strong = family.words.exec(core);
  if (strong) return [{ family, words: strong[0], at: strong.index, needsTarget: false }];
  const weak = family.unitWords?.exec(core);
  return weak ? [{ family, words: weak[0], at: weak.index, needsTarget: true }] : [];
}

function bestOf(candidates: readonly Candidate[], core: string, asked: Asked): FamilyMatch | null {
  let best: FamilyMatch | null = null;
  for (const { family, words, at, needsTarget } of candidates) {
    const evidence = evidenceOf(family, asked);
    if (!evidence || (needsTarget && evidence !== "unit" && evidence !== "date")) continue;
    const position =
      words.length === core.length ? "whole" : at + words.length === core.length ? "end" : "inside";
    const score = rounded(BY_NAME[position] * BY_EVIDENCE[evidence]);
    if (score < LOWEST_SCORE || (best && score <= best.score)) continue;
    best = { familyId: family.familyId, score, words, evidence, source: "name" };
  }
  return best;
}

/** How a target fits a family; undefined where it does not. */
function evidenceOf(
  { unitClass, units }: FamilyRule,
  { name, annualValue: value, target }: Asked,
): FamilyMatch["evidence"] | undefined {
  const isNumbered = unitClass !== "none";
  switch (target.kind) {
    case "quantity":
    case "range":
      return isNumbered ? unitEvidence(units, unitOf(target, name), isPerUnit(value)) : undefined;
    case "deadline":
      return unitClass === "time" ? "date" : undefined;
    case "multiple":
      return isNumbered ? "several" : undefined;
    case "qualitative":
      return isNumbered ? "words-for-number" : "words";
    case "missing":
      return "missing";
  }
}

/** “平均每次设备维护成本≤1万” is a price, whatever its unit. */
function isPerUnit(value: string | null): boolean {
  return value !== null && /平均每|人均|户均|亩均|^每/u.test(squash(value).split(CONDITION, 1)[0]!);
}

function unitEvidence(
  wanted: readonly UnitKind[],
  unit: string,
  perUnit: boolean,
): FamilyMatch["evidence"] | undefined {
  const isPrice = perUnit && wanted.includes("yuan");
  if (isPrice && !wanted.includes("price")) return undefined;
  if (unit === "") return "unit-unstated";
  return unitKinds(unit).some((kind) => wanted.includes(kind)) ? "unit" : undefined;
}

/** The unit of the target, else the one in brackets behind the name: “满意度（%）”, “面积(m²)”. */
function unitOf({ unit }: Target, name: string): string {
  return unit || (/[（(]([^（()）]{1,6})[)）]$/u.exec(name.trim())?.[1] ?? "");
}

/** Signs, numbers and “指标1:” that stand in front of a name and say nothing. */
const IN_FRONT = /^(?:[★*#•·▲△☆-]|指标\d*[:.、]|\d+[.、](?!\d)|\(\d+\)|其中[:,]?)+/u;
/** What a form suggests inside a name: “≥**人”. */
const SUGGESTED = /[≥≤><=]+[*xX×]+.*$/u;

/**
 * What a name says, for comparison: folded, without marks in front, brackets, explanations behind a
 * colon, quotation marks and 的.
 *
 * @example
 * coreOf("★受益群众的满意度（%）") // "受益群众满意度"
 */
export const coreOf = remembering((name): string => {
  const bare = squash(name)
    .replace(IN_FRONT, "")
    .replace(/\([^()]*\)?/gu, "");
  const [title = ""] = bare.split(/[:;。]/u, 1);
  return title.replace(SUGGESTED, "").replace(/[“”"'‘’《》的,]/gu, "");
});

/** The words in front of the number of a target: “咨委会活动媒体报道次数≥15次”. */
function subjectOf(value: string | null, { kind }: Target): string | undefined {
  if (value === null || (kind !== "quantity" && kind !== "range")) return undefined;
  const text = squash(value);
  const subject = text.slice(0, Math.max(0, text.search(CONDITION)));
  return subject.length >= SHORTEST_SUBJECT ? coreOf(subject) : undefined;
}

/** Shorter words in front of a number compare it or name its unit. */
const SHORTEST_SUBJECT = 4;

function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}
