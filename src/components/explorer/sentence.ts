import {
  CONDITIONS,
  NONE,
  countingOf,
  isNarrowedBy,
  type AmountRange,
  type Condition,
  type Slice,
} from "../../query/slice-conditions.ts";
import type { Language } from "../language.ts";
import { toggle } from "./codec.ts";
import type { Facets } from "./facets.ts";

/** A piece of the sentence that says a selection: words, or a condition that can be removed. */
export type Piece =
  | { readonly kind: "words"; readonly text: string }
  | {
      readonly kind: "value";
      readonly condition: Condition;
      readonly key: string;
      readonly text: string;
      /** The slice without it. */
      readonly without: Slice;
    };

/**
 * The selection as a sentence: conditions joined by “and”, values of one by “or”.
 *
 * @example
 * sentenceText(slice, facets, language)
 * // "受益地区为梅州市或清远市，且预算年度为2024的项目和指标，按金额计。"
 */
export function sentenceOf(
  slice: Slice,
  facets: Pick<Facets, "nameOf">,
  language: Pick<Language, "words" | "formatYuan">,
): Piece[] {
  const words = (text: string): Piece => ({ kind: "words", text });
  const { facets: names, sentence, measures, countings } = language.words.explorer;
  const narrowed = CONDITIONS.filter((condition) => isNarrowedBy(slice, condition));
  const pieces = narrowed.flatMap((condition, i): Piece[] => [
    words((i > 0 ? sentence.and : "") + introduced(condition)),
    ...valuesOf(slice, condition, facets, language).flatMap((value, j) => [
      ...(j > 0 ? [words(sentence.or)] : []),
      value,
    ]),
  ]);
  const measure = measures[slice.measure];
  const by =
    slice.counting === null
      ? sentence.by(measure)
      : sentence.counted(measure, countings[countingOf(slice)]);
  return pieces.length > 0
    ? [words(sentence.some.before), ...pieces, words(sentence.some.after + by)]
    : [words(sentence.all + by)];

  function introduced(condition: Condition): string {
    return condition === "q" ? sentence.has : sentence.is(names[condition]);
  }
}

/** The same sentence as plain text. */
export function sentenceText(...selection: Parameters<typeof sentenceOf>): string {
  return sentenceOf(...selection)
    .map(({ text }) => text)
    .join("");
}

function valuesOf(
  slice: Slice,
  condition: Condition,
  { nameOf }: Pick<Facets, "nameOf">,
  language: Pick<Language, "words" | "formatYuan">,
): Piece[] {
  if (condition === "q") {
    const text = language.words.explorer.sentence.quoted(slice.q);
    return [{ kind: "value", condition, key: "", text, without: { ...slice, q: "" } }];
  }
  if (condition === "amount") {
    const text = slice.amount === null ? "" : amountText(slice.amount, language);
    return [{ kind: "value", condition, key: "", text, without: { ...slice, amount: null } }];
  }
  return slice[condition].map((key) => ({
    kind: "value",
    condition,
    key,
    text: nameOf(condition, key),
    without: toggle(slice, condition, key),
  }));
}

/** A range of amounts in words: “不少于 1 万元、少于 50 万元”. */
export function amountText(
  range: AmountRange,
  { words, formatYuan }: Pick<Language, "words" | "formatYuan">,
): string {
  if (range === NONE) return words.explorer.none.amount;
  const print = (yuan: number | null) => (yuan === null ? null : formatYuan(yuan));
  return words.explorer.amountRange(print(range.from), print(range.below));
}
