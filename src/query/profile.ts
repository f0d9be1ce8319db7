import type { Comparison, TargetKind } from "../model/taxonomy.ts";

/** What can be compared with its like: who pays (a department, a government), and who benefits. */
export const SUBJECT_KINDS = ["department", "government", "region"] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** A department, a government by the code of its region, or a beneficiary region. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}

/** A target that one or several indicators of a subject set. */
export interface ProfileTarget {
  readonly kind: TargetKind;
  readonly comparison: Comparison | null;
  readonly value: number | null;
  readonly upper: number | null;
  readonly unit: string | null;
  /** As printed; only where there is no value. */
  readonly annualValue: string | null;
  readonly indicators: number;
}

/** A family of indicators with the targets that a subject sets in it. */
export interface ProfileFamily {
  readonly familyId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly targets: readonly ProfileTarget[];
}

/** All that is compared of a subject: the projects of each department's latest year. */
export interface Profile extends Subject {
  readonly projects: number;
  /** Yuan; of a region, its equal share of projects for several. */
  readonly amount: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  /** Yuan by theme, the largest first; null where a project tells none. */
  readonly themes: readonly { readonly theme: string | null; readonly amount: number }[];
  /** Yuan by beneficiary region; of a region, by the department that pays. */
  readonly parts: readonly {
    readonly key: string;
    readonly name: string;
    readonly nameEn: string;
    readonly amount: number | null;
  }[];
  readonly classes: readonly { readonly level1: string | null; readonly indicators: number }[];
  readonly families: readonly ProfileFamily[];
  readonly measures: readonly {
    readonly measure: string;
    readonly name: string;
    readonly nameEn: string;
    readonly numerator: number;
    readonly denominator: number;
  }[];
}

/** A family that several subjects have, with the one of each that has it. */
export interface SharedFamily {
  readonly familyId: string;
  readonly name: string;
  readonly nameEn: string;
  /** In the order of the subjects; undefined where one has none. */
  readonly of: readonly (ProfileFamily | undefined)[];
  /** Whether all that have it set the very same targets. */
  readonly isSame: boolean;
}

/** Families of two subjects or more: those of all first, then by name. */
export function sharedFamilies(profiles: readonly Profile[]): SharedFamily[] {
  return allFamilies(profiles)
    .filter(({ of }) => countOf(of) > 1)
    .toSorted((a, b) => countOf(b.of) - countOf(a.of));
}

/** The families that each subject has alone, in the order of the subjects. */
export function ownFamilies(profiles: readonly Profile[]): (readonly ProfileFamily[])[] {
  const alone = new Set(
    allFamilies(profiles)
      .filter(({ of }) => countOf(of) === 1)
      .map(({ familyId }) => familyId),
  );
  return profiles.map(({ families }) => families.filter(({ familyId }) => alone.has(familyId)));
}

function allFamilies(profiles: readonly Profile[]): SharedFamily[] {
  const known = new Map(
    profiles.flatMap(({ families }) => families.map((family) => [family.familyId, family])),
  );
  return [...known.values()].map(({ familyId, name, nameEn }) => {
    const of = profiles.map(({ families }) =>
      families.find((family) => family.familyId === familyId),
    );
    const sets = of.filter((family) => family !== undefined).map(targetsOf);
    return { familyId, name, nameEn, of, isSame: new Set(sets).size === 1 };
  });
}

function countOf(of: SharedFamily["of"]): number {
  return of.filter((family) => family !== undefined).length;
}

/** The targets as one text, however often each is set. */
function targetsOf({ targets }: ProfileFamily): string {
  return JSON.stringify(
    targets.map(({ kind, comparison, value, upper, unit, annualValue }) => [
      kind,
      comparison,
      value,
      upper,
      unit,
      annualValue,
    ]),
  );
}
