import type { Piece, Place, Words } from "./table.ts";

/** Words that stand in one cell. */
export function wordsAt(
  text: string,
  start: number,
  cell: { readonly page: number; readonly row: number; readonly column: number },
): Words {
  const { page, row, column } = cell;
  return { text, pieces: [{ at: 0, start, length: text.length, page, row, column }] };
}

/**
 * Part of some words, its places kept. Half-open, counted in UTF-16 units of `words.text`.
 *
 * @example
 * sliceWords(cell, 0, 2)
 */
export function sliceWords(words: Words, from: number, to: number = words.text.length): Words {
  const pieces: Piece[] = [];
  for (const piece of words.pieces) {
    const first = Math.max(from, piece.at);
    const last = Math.min(to, piece.at + piece.length);
    if (first >= last) continue;
    pieces.push({
      ...piece,
      at: first - from,
      start: piece.start + first - piece.at,
      length: last - first,
    });
  }
  return { text: words.text.slice(from, to), pieces };
}

/** The words without white space around them. */
export function trimWords(words: Words): Words {
  const from = words.text.length - words.text.trimStart().length;
  const to = words.text.trimEnd().length;
  return from === 0 && to === words.text.length
    ? words
    : sliceWords(words, from, Math.max(from, to));
}

/** Words that the document prints in several places (over a page break, over lines), as one. */
export function joinWords(parts: readonly Words[], separator = ""): Words {
  const filled = parts.filter((part) => part.text !== "");
  if (filled.length === 1) return filled[0]!;
  let text = "";
  const pieces: Piece[] = [];
  for (const part of filled) {
    if (text !== "") text += separator;
    for (const piece of part.pieces) pieces.push({ ...piece, at: piece.at + text.length });
    text += part.text;
  }
  return { text, pieces };
}

/**
 * Where some words stand: the page, row and cell in which they begin, the span from their first
 * to their last character. Undefined for words that stand nowhere (an empty string).
 */
export function placeOf(words: Words): Place | undefined {
  let [first] = words.pieces;
  if (!first) return undefined;
  let end = first.start + first.length;
  // A name may go on below the value that stands beside its first line.
  for (const piece of words.pieces) {
    if (piece.start < first.start) first = piece;
    end = Math.max(end, piece.start + piece.length);
  }
  const { page, row, column, start } = first;
  return { page, row, column, start, end };
}

/** The place that spans several places, from the first to the last of them. */
export function spanOf(places: readonly (Place | undefined)[]): Place | undefined {
  const known = places.filter((place) => place !== undefined);
  const first = known[0];
  if (!first) return undefined;
  return {
    ...first,
    start: Math.min(...known.map((place) => place.start)),
    end: Math.max(...known.map((place) => place.end)),
  };
}
