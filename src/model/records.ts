/**
 * What we understand: the rows of the published tables. Names here are camel case; the published
 * column of each is in `schema.ts`.
 */
import type { Comparison, Level1, Level2, LevelBasis, TargetKind } from "./taxonomy.ts";
import type { Format, Place } from "./table.ts";

/** An amount of money in fen (1/100 yuan), so that sums are exact. */
export type Fen = bigint;

export type AmountUnit = "元" | "万元";
export type Basis = "printed" | "inferred";
export type Status = "read" | "partly" | "unrecognised";

export interface Disclosure {
  readonly disclosureId: string;
  readonly file: string;
  readonly format: Format;
  readonly title: string | null;
  readonly layout: string | null;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  readonly fiscalYear: number | null;
  readonly fiscalYearBasis: Basis | "none";
  readonly amountUnit: AmountUnit | null;
  readonly amountUnitBasis: Basis | null;
  readonly goal: string | null;
  readonly goalPlace: Place | null;
  readonly sha256: string;
  readonly sourceUrl: string | null;
  /** ISO date on which the file was fetched. */
  readonly retrieved: string | null;
  readonly pages: number;
  readonly status: Status;
  readonly note: string | null;
}

export interface Department {
  readonly departmentId: string;
  readonly name: string;
  readonly regionCode: string | null;
  readonly regionName: string | null;
  readonly regionLevel: "province" | "prefecture" | "county" | null;
}

/** Amounts of a row in fen; null where the document says nothing. */
export interface Funding {
  readonly total: Fen | null;
  readonly fiscal: Fen | null;
  readonly special: Fen | null;
  readonly other: Fen | null;
}

export interface Project {
  readonly projectId: string;
  readonly disclosureId: string;
  readonly departmentId: string | null;
  readonly seq: number;
  readonly unit: string | null;
  readonly name: string;
  readonly funding: Funding;
  /** The funding columns were put right by the totals rows: printed elsewhere, or not at all. */
  readonly fundingShifted: boolean;
  readonly amountPrinted: string | null;
  readonly category: string | null;
  readonly grade: string | null;
  readonly startYear: number | null;
  readonly endYear: number | null;
  readonly goal: string | null;
  readonly periodGoal: string | null;
  readonly theme: string | null;
  /** Level-2 classes that its form prints with no indicator; null where the layout does not tell. */
  readonly blankClasses: readonly Excerpt[] | null;
  readonly place: Place;
}

/** What a target value (指标值) means. */
export interface Target {
  readonly kind: TargetKind;
  readonly comparison: Comparison | null;
  /** In base units: 万 and 亿 multiplied out. */
  readonly value: number | null;
  /** Upper end of a range. */
  readonly upper: number | null;
  readonly unit: string | null;
  /** ISO date, where the text fixes one. */
  readonly deadline: string | null;
}

/** Why an indicator is in its family. */
export interface FamilyMatch {
  readonly familyId: string;
  /** From 0.6 to 1: how much of the name its words make up, times how well the target fits. */
  readonly score: number;
  /** Words of the folded name (or value) by which it was told. */
  readonly words: string;
  /** Where they stand: in the name, or in front of the number of the target. */
  readonly source: "name" | "value";
  /** How the target fits what the family asks for. */
  readonly evidence: FamilyEvidence;
}

/**
 * `unit`: a number of the family's units; `unit-unstated`: a number without a unit; `date`: a date
 * in a family of times; `words`: words in a family without numbers; `words-for-number`: words where
 * the family has numbers; `several`: several conditions; `missing`: no target.
 */
export type FamilyEvidence =
  "unit" | "unit-unstated" | "date" | "words" | "words-for-number" | "several" | "missing";

export interface Indicator {
  readonly indicatorId: string;
  readonly disclosureId: string;
  readonly projectId: string | null;
  readonly departmentId: string | null;
  readonly seq: number;
  readonly level1: Level1 | null;
  readonly level2: Level2 | null;
  readonly level1Printed: string | null;
  readonly level2Printed: string | null;
  readonly level2Basis: LevelBasis;
  readonly name: string;
  /** Null where it belongs to none. */
  readonly family: FamilyMatch | null;
  readonly periodValue: string | null;
  readonly annualValue: string | null;
  readonly actualValue: string | null;
  readonly weight: number | null;
  readonly score: number | null;
  /** What the value of the year means. */
  readonly target: Target;
  /** What the value of the period means. */
  readonly periodTarget: Target;
  readonly truncated: boolean;
  /** The number printed in front of it, where there is one. */
  readonly number: number | null;
  readonly place: Place;
}

export interface ProjectRegion {
  readonly projectId: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly basis: "name" | "goal" | "indicator";
  readonly mention: string;
  readonly share: number;
}

export interface Total {
  readonly disclosureId: string;
  readonly seq: number;
  readonly name: string;
  /** The name as printed, where a scan damaged it. */
  readonly namePrinted: string;
  /** Whether it is the subtotal of a spending unit rather than the document's total. */
  readonly isUnit: boolean;
  readonly funding: Funding;
  readonly place: Place;
}

export interface DepartmentBudget {
  readonly disclosureId: string;
  readonly item: string;
  readonly amount: Fen | null;
  readonly place: Place;
}

export interface Task {
  readonly disclosureId: string;
  readonly seq: number;
  readonly name: string | null;
  readonly content: string | null;
  readonly amount: Fen | null;
  readonly goal: string | null;
  readonly place: Place;
}

/** Words of a document that are published as they are, with their place. */
export interface Excerpt {
  readonly text: string;
  readonly place: Place;
}

/** A name that looks like that of a place and is none that we know. */
export interface UnknownPlace {
  readonly projectId: string;
  readonly mention: string;
}

/** A judgement about a cell that was applied to what was read from it. */
export interface AppliedCorrection {
  readonly expected: string;
  readonly replacement: string;
  readonly reason: string;
  /** How many values it changed. */
  readonly applied: number;
  readonly place: Place;
}

/** A name that several places share, with nothing in the project that tells which. */
export interface AmbiguousPlace {
  readonly projectId: string;
  readonly mention: string;
  /** Names of the places that it could be, with what contains them. */
  readonly candidates: readonly string[];
}

/** Everything that one disclosure says. */
export interface Records {
  readonly disclosure: Disclosure;
  readonly department: Department | null;
  readonly projects: readonly Project[];
  readonly indicators: readonly Indicator[];
  readonly projectRegions: readonly ProjectRegion[];
  readonly totals: readonly Total[];
  readonly budgets: readonly DepartmentBudget[];
  readonly tasks: readonly Task[];
  /** Text that belongs to no field. */
  readonly unread: readonly Excerpt[];
  readonly ambiguousPlaces: readonly AmbiguousPlace[];
  readonly unknownPlaces: readonly UnknownPlace[];
  readonly corrections: readonly AppliedCorrection[];
  /** File of the same name that was read before this one. */
  readonly duplicateOf: string | null;
}
