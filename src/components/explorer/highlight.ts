import { isSound } from "../../query/search.ts";
import { stretchesOf, termsOf, type Stretch } from "../../query/search-text.ts";
import { soundsLike } from "../../query/sounds.ts";
import type { Known } from "./searching.ts";

/** Cuts a text into what was found in it and what was not. */
export type Highlight = (text: string) => readonly Stretch[];

/** Shows nothing. */
export const PLAIN: Highlight = (text) => [{ text, isFound: false }];

/** Shows the terms of what was typed, and the names that were meant by their sound. */
export function highlightOf(typed: string, known: Known | null): Highlight {
  if (typed === "" || known === null) return PLAIN;
  const { folding, names } = known;
  const terms = termsOf(typed, folding);
  const sounds = terms.filter(isSound);
  const meant = names.filter(({ sound }) => sounds.some((term) => soundsLike(sound, term)));
  const shown = [...terms, ...meant.map(({ name }) => folding.fold(name))];
  return (text) => stretchesOf(text, shown, folding);
}
