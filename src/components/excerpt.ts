/** Words of a text with a little of what stands around them. */
export interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** Whether the text goes on before and after what is given. */
  readonly startsInside: boolean;
  readonly endsInside: boolean;
}

const ASTRAL = /[\ud800-\udfff]/;

/**
 * The words between two places of a text, half-open, with up to `context` characters on each side.
 * All of them count code points, as the published tables do.
 */
export function excerptOf(text: string, start: number, end: number, context: number): Excerpt {
  const characters = ASTRAL.test(text) ? [...text] : text;
  const slice = (from: number, to: number) => [...characters.slice(from, to)].join("");
  const from = Math.max(0, start - context);
  const to = Math.min(characters.length, end + context);
  return {
    before: slice(from, start),
    words: slice(start, end),
    after: slice(end, to),
    startsInside: from > 0,
    endsInside: to < characters.length,
  };
}
