import { SUBJECT_KINDS, type Subject, type SubjectKind } from "../../query/profile.ts";

/** Side by side: no fewer, no more. */
export const FEWEST = 2;
export const MOST = 4;

/** What is compared: two to four of one kind, none twice. */
export interface Choice {
  readonly kind: SubjectKind;
  readonly ids: readonly string[];
}

/**
 * The choice of an address. Never throws: what is not there, or twice, or one too many, is left
 * out; where fewer than two are left, the first ones of the list make up for them.
 *
 * @example
 * parseChoice("?kind=region&id=441400&id=441800", subjects)
 */
export function parseChoice(search: string, subjects: readonly Subject[]): Choice {
  const params = new URLSearchParams(search);
  const kind = SUBJECT_KINDS.find((kind) => kind === params.get("kind")) ?? SUBJECT_KINDS[0];
  const known = idsOf(kind, subjects);
  const ids = [...new Set(params.getAll("id"))].filter((id) => known.includes(id)).slice(0, MOST);
  return { kind, ids: ids.length >= FEWEST ? ids : completed(ids, known) };
}

/** The query of the address of a choice; the first two departments need none. */
export function formatChoice({ kind, ids }: Choice, subjects: readonly Subject[]): string {
  const first = defaultChoice(SUBJECT_KINDS[0], subjects);
  if (kind === first.kind && ids.join(" ") === first.ids.join(" ")) return "";
  return `?${new URLSearchParams([["kind", kind], ...ids.map((id) => ["id", id])])}`;
}

/** The first ones of a kind, which are the largest. */
export function defaultChoice(kind: SubjectKind, subjects: readonly Subject[]): Choice {
  return { kind, ids: completed([], idsOf(kind, subjects)) };
}

/** The choice with another one at a place; one that is there already changes places with it. */
export function withId({ kind, ids }: Choice, at: number, id: string): Choice {
  const before = ids[at];
  return {
    kind,
    ids: ids.map((one, i) => (i === at ? id : one === id && before !== undefined ? before : one)),
  };
}

/** The choice with one more, the next that is not in it; the same where there is none. */
export function withOneMore({ kind, ids }: Choice, subjects: readonly Subject[]): Choice {
  const next = idsOf(kind, subjects).find((id) => !ids.includes(id));
  return { kind, ids: next === undefined || ids.length >= MOST ? ids : [...ids, next] };
}

/** The choice without the one at a place. */
export function without({ kind, ids }: Choice, at: number): Choice {
  return { kind, ids: ids.filter((_, i) => i !== at) };
}

function idsOf(kind: SubjectKind, subjects: readonly Subject[]): string[] {
  return subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
}

function completed(ids: readonly string[], known: readonly string[]): readonly string[] {
  return [...ids, ...known.filter((id) => !ids.includes(id))].slice(0, FEWEST);
}
