import type { Fen, Records } from "./records.ts";
import type { Place } from "./table.ts";

/** `error`: a number is wrong or missing; `warning`: it may be; `note`: a peculiarity. */
export const SEVERITIES = ["error", "warning", "note"] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * Something that a reader should know about a document: a fact about the source, not a failure of
 * ours, so it is published with the data and never thrown.
 */
export interface Finding {
  /** `<disclosure>/<rule>/<n>`, n from 1 in document order. */
  readonly findingId: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly disclosureId: string;
  readonly projectId: string | null;
  readonly indicatorId: string | null;
  /** One sentence with its figures, in Chinese and in English. */
  readonly message: string;
  readonly messageEn: string;
  /** What was expected and what was found, where the finding compares two things. */
  readonly expected: string | null;
  readonly found: string | null;
  readonly place: Subject["place"];
}

/** What is the matter with one subject that a rule asked of. */
export interface Remark {
  readonly message: string;
  readonly messageEn: string;
  readonly expected?: string;
  readonly found?: string;
}

/** Something a rule asks its question of, with where it stands and what it belongs to. */
export interface Subject {
  readonly projectId?: string | null;
  readonly indicatorId?: string | null;
  readonly place: Omit<Place, "column"> | null;
  readonly remark: Answer;
}

/** Null if all is well, a remark if not, undefined if the question does not apply. */
export type Answer = Remark | null | undefined;

/** A question with what is told of it. */
export interface Question {
  /** Family and name: “amount/parts-differ”. */
  readonly id: string;
  readonly severity: Severity;
  readonly question: string;
  readonly questionEn: string;
  /** What it is asked of, as a sentence. */
  readonly applies: string;
  readonly appliesEn: string;
  /** Why it is worth asking: what a reader of the data should bear in mind. */
  readonly reason: string;
  readonly reasonEn: string;
}

/** A question asked of the records of each disclosure. */
export interface Rule extends Question {
  /** Everything in the disclosure that the question could be asked of, each with its answer. */
  ask(records: Records): Iterable<Subject>;
}

/** What a question about all documents of a department needs of one of them. */
export interface DisclosureFacts {
  readonly disclosureId: string;
  readonly departmentId: string;
  /** Null where the document does not say and nothing else does. */
  readonly fiscalYear: number | null;
  /** How many projects it lists, and what they cost together; null where none states an amount. */
  readonly projects: number;
  readonly amount: Fen | null;
  /** The 项目支出 of a department form. */
  readonly projectSpending: Fen | null;
  /** Its first printed total. */
  readonly totalPlace: Subject["place"];
}

/** A question asked of the documents of one department and one fiscal year together. */
export interface DepartmentRule extends Question {
  /** Every document that the question could be asked of, each with its answer. */
  ask(documents: readonly DisclosureFacts[]): Iterable<Subject & { readonly disclosureId: string }>;
}
