import type { TargetGroup, TargetMark } from "../charts/family-targets.ts";
import {
  byDepartment,
  bySameTarget,
  FEWEST_PEERS,
  type FamilyMember,
  type FamilyTarget,
  type Spread,
} from "../query/families.ts";
import type { Language } from "./language.ts";
import type { Places } from "./places.ts";
import { targetSaid } from "./target-words.ts";

/** The targets of each department, the same ones in one line. */
export function groupsByTarget(
  members: readonly FamilyMember[],
  language: Language,
  { place }: Places,
): TargetGroup[] {
  const { words } = language;
  return byDepartment(members).map(({ region, department, members }) => ({
    name: groupName(region, department, language, place),
    marks: bySameTarget(members).map((same) => {
      const [first] = same;
      const name = same.length === 1 && first ? nameOf(first, language) : undefined;
      return { ...markOf(first!, language), name: name ?? words.family.several(same.length) };
    }),
  }));
}

/** The targets of each department, one line a project, with its amount. */
export function groupsByProject(
  members: readonly FamilyMember[],
  language: Language,
  { place }: Places,
): TargetGroup[] {
  return byDepartment(members).map(({ region, department, members }) => ({
    name: groupName(region, department, language, place),
    marks: members.map((member) => ({ ...markOf(member, language), amount: member.amount })),
  }));
}

function groupName(
  region: string | null,
  department: string | null,
  { words }: Language,
  place: Places["place"],
): string {
  const where = region === null ? [] : [place(region)];
  return [...where, department ?? words.projects.noDepartment].join(" · ");
}

function nameOf({ project }: FamilyMember, { words }: Language): string {
  return project ?? words.indicatorClass.ofDepartment;
}

function markOf(member: FamilyMember, language: Language): TargetMark {
  const { comparison, value, upper } = member;
  const says = targetSaid(member, language);
  return { name: nameOf(member, language), says, comparison, value, upper, amount: null };
}

/** The figures of a spread that is summarised; undefined where there are too few targets. */
export function spreadFigures(
  { comparison, targets, lowest, middle, highest, unit }: Spread,
  { formatQuantity }: Language,
) {
  if (targets < FEWEST_PEERS || lowest === null || middle === null || highest === null) return;
  return {
    comparison,
    targets,
    lowest: formatQuantity(lowest, unit),
    middle: formatQuantity(middle, unit),
    highest: formatQuantity(highest, unit),
  };
}

/**
 * What a family's targets are: the largest spread in words; where there is none, the targets one by
 * one, as far as they have the most frequent unit.
 */
export function spreadWords(
  spreads: readonly Spread[],
  counts: readonly FamilyTarget[],
  language: Language,
): string {
  const { words, formatQuantity } = language;
  const figures = spreads.map((spread) => spreadFigures(spread, language)).find(Boolean);
  if (figures) return words.family.spread(figures);
  if (counts.length === 0) return words.families.inWords;
  return words.family.listed(
    counts.map(({ comparison, value, unit, targets }) =>
      words.family.counted(words.target.compared(comparison, formatQuantity(value, unit)), targets),
    ),
  );
}
