import type { Reading } from "../model/reading.ts";
import type { AppliedCorrection } from "../model/records.ts";
import type { Correction } from "../model/reference.ts";
import type { Words } from "../model/table.ts";
import { placeOf } from "../model/words.ts";
import { unwrap } from "../text.ts";

/** A reading as corrected, and what each correction did. */
export interface Corrected {
  readonly reading: Reading;
  readonly applied: readonly AppliedCorrection[];
}

/**
 * Applies the corrections of one disclosure to what was read from it. The places stay: they show
 * what is printed.
 *
 * Throws where a cell no longer reads as a correction expects: the source or the reading has
 * changed, and the judgement must be made again.
 */
export function correctReading(reading: Reading, corrections: readonly Correction[]): Corrected {
  if (corrections.length === 0) return { reading, applied: [] };
  const done = new Map<Correction, Words[]>();
  const corrected = mapWords(reading, (words) => {
    const correction = corrections.find((candidate) => standsAt(candidate, words));
    if (!correction) return words;
    done.set(correction, [...(done.get(correction) ?? []), words]);
    return { text: correction.replacement, pieces: words.pieces };
  });
  const stale = corrections.find((correction) => !done.has(correction));
  if (stale) throw new Error(staleMessage(stale));
  return { reading: corrected, applied: [...done].map(appliedOf) };
}

function appliedOf([correction, found]: readonly [
  Correction,
  readonly Words[],
]): AppliedCorrection {
  const { expected, replacement, reason } = correction;
  return { expected, replacement, reason, applied: found.length, place: placeOf(found[0]!)! };
}

function standsAt({ page, row, column, expected }: Correction, words: Words): boolean {
  const piece = words.pieces[0];
  if (!piece || piece.page !== page || piece.row !== row || piece.column !== column) return false;
  return unwrap(words.text) === expected;
}

/** The message for a correction that fits nothing in its document. */
export function staleMessage({ disclosureId, page, row, column, expected }: Correction): string {
  return `correction expects “${expected}” at ${disclosureId} p.${page} r.${row} c.${column}, which reads otherwise; the source has changed, review data/corrections.csv`;
}

/** A copy of a reading with every word run through a function. */
function mapWords<T>(value: T, change: (words: Words) => Words): T {
  if (Array.isArray(value)) return value.map((item) => mapWords<unknown>(item, change)) as T;
  if (!isObject(value)) return value;
  if (isWords(value)) return change(value) as T;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapWords(item, change)]),
  ) as T;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isWords(value: object): value is Words {
  return "pieces" in value && "text" in value;
}
