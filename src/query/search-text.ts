import { fold } from "../text.ts";

/** Text as it is searched, and what it was made of: `text[i]` of the original from `starts[i]` to `ends[i]`. */
export interface PlacedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Makes text searchable: the data at build, what a reader types in the browser, by the same table. */
export interface Folding {
  fold(text: string): string;
  /** The same, for what must be shown on the original. */
  place(text: string): PlacedText;
}

/** White space and quotation marks: nobody searches for them, and every form sets them otherwise. */
const UNSEARCHED = /[\s"'“”‘’「」『』]/u;
/** Two characters that say one thing, and the commas of 1,500,000. */
const JOINED = />=|<=|(?<=\d),(?=\d{3}(?!\d))/gu;
// prettier-ignore
const JOINS: Readonly<Record<string, string>> = { ">=": "≥", "<=": "≤", ",": "" };

/**
 * Folds text for search: `fold` of text.ts, and beyond it letters small, traditional characters
 * simplified, `>=` as `≥`, numbers without commas, no spaces, no quotation marks.
 *
 * `simplified` is the table: pairs of a character and the one it is searched as, in a row.
 *
 * @example
 * makeFolding("廣广項项").fold("廣州 “Ａ” 項目 ＞＝1,500") // "广州a项目≥1500"
 */
export function makeFolding(simplified: string): Folding {
  const simple = new Map<string, string>();
  for (let i = 0; i < simplified.length; i += 2) simple.set(simplified[i]!, simplified[i + 1]!);
  /** By code unit: most characters of a text have been met before. */
  const known: string[] = [];

  return {
    fold(text) {
      let folded = "";
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        if (isSurrogate(unit)) return place(text).text;
        folded += known[unit] ??= foldCharacter(text[i]!);
      }
      return folded.replace(JOINED, (sign) => JOINS[sign]!);
    },

    place,
  };

  function place(text: string): PlacedText {
    const starts: number[] = [];
    const ends: number[] = [];
    let folded = "";
    let at = 0;
    for (const character of text) {
      const piece = foldCharacter(character);
      for (let i = 0; i < piece.length; i++) {
        starts.push(at);
        ends.push(at + character.length);
      }
      folded += piece;
      at += character.length;
    }
    return joined({ text: folded, starts, ends });
  }

  /** One by one, since normalising a whole text would lose the places. */
  function foldCharacter(character: string): string {
    if (UNSEARCHED.test(character)) return "";
    return Array.from(fold(character).toLowerCase(), (one) => simple.get(one) ?? one).join("");
  }
}

/** Half of a character beyond the Basic Multilingual Plane. */
function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** The same text with what is joined as one. */
function joined({ text, starts, ends }: PlacedText): PlacedText {
  const pieces: string[] = [];
  const [ownStarts, ownEnds]: [number[], number[]] = [[], []];
  let from = 0;
  for (const { 0: sign, index } of text.matchAll(JOINED)) {
    take(from, index);
    from = index + sign.length;
    if (JOINS[sign] === "") continue;
    pieces.push(JOINS[sign]!);
    ownStarts.push(starts[index]!);
    ownEnds.push(ends[from - 1]!);
  }
  take(from, text.length);
  return { text: pieces.join(""), starts: ownStarts, ends: ownEnds };

  function take(start: number, end: number): void {
    pieces.push(text.slice(start, end));
    ownStarts.push(...starts.slice(start, end));
    ownEnds.push(...ends.slice(start, end));
  }
}

/** A reader puts spaces between terms, but also behind a sign: “≥ 90%” is one term. */
const SIGN_APART = /([≥≤≧≦<>=＜＞＝])\s+(?=[\d０-９])/gu;
/** Name and value stand in cells of their own: “满意度≥90%” is two terms. */
const SIGN_BEHIND_WORD = /(?<=[^\s≥≤≧≦<>=＜＞＝])(?=[≥≤≧≦<>=＜＞＝])/gu;
/** Terms are bits of a number in search.ts; nobody types as many. */
const MOST_TERMS = 16;

/** The terms of what a reader typed, folded, each once. All of them must occur. */
export function termsOf(typed: string, { fold }: Pick<Folding, "fold">): string[] {
  const words = typed.replace(SIGN_APART, "$1").replace(SIGN_BEHIND_WORD, " ").split(/\s+/u);
  const terms = words.map((word) => fold(word)).filter((term) => term !== "");
  return [...new Set(terms)].slice(0, MOST_TERMS);
}

/** A stretch of the original, found or not. */
export interface Stretch {
  readonly text: string;
  readonly isFound: boolean;
}

/**
 * A text in stretches, those found in which a term stands. Terms are folded, the text is not.
 *
 * @example
 * stretchesOf("满意度 ＞＝90％", ["≥90%"], folding) // [{ text: "满意度 ", isFound: false }, { text: "＞＝90％", isFound: true }]
 */
export function stretchesOf(text: string, terms: readonly string[], folding: Folding): Stretch[] {
  const placed = folding.place(text);
  const isFound = new Uint8Array(text.length);
  for (const term of terms) {
    for (let at = placed.text.indexOf(term); at >= 0; at = placed.text.indexOf(term, at + 1)) {
      isFound.fill(1, placed.starts[at], placed.ends[at + term.length - 1]);
    }
  }
  const stretches: Stretch[] = [];
  for (let from = 0, to; from < text.length; from = to) {
    const other = isFound.indexOf(isFound[from] === 1 ? 0 : 1, from);
    to = other < 0 ? text.length : other;
    stretches.push({ text: text.slice(from, to), isFound: isFound[from] === 1 });
  }
  return stretches;
}
