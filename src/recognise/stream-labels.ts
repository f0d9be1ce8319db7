import type { Words } from "../model/table.ts";
import { level1Of, level2Of } from "../model/taxonomy.ts";
import { sliceWords, trimWords } from "../model/words.ts";
import { remembering, squash } from "../text.ts";
import { meaningOf } from "./lexicon.ts";

/** A line of a form whose grid is lost. */
export interface Line {
  readonly cells: readonly Words[];
  readonly afterGap: boolean;
  /** A border stands at its end. */
  readonly closed: boolean;
  /** Its borders are pipes that are left in the text. */
  readonly isPiped: boolean;
}

/** Whether some text is a label of any kind: of a field, a column or a class. */
export function isLabelText(text: string): boolean {
  return meaningOf(text) !== undefined || levelOf(text);
}

/** Parts between spaces; a bracket that is open holds them together. */
export function partsOf(words: Words): Words[] {
  const parts: Words[] = [];
  let from = 0;
  for (const match of [...words.text.matchAll(/\s+|$/gu)]) {
    const part = words.text.slice(from, match.index);
    const depth =
      (part.match(/[(（【[]/gu)?.length ?? 0) - (part.match(/[)）】\]]/gu)?.length ?? 0);
    if (depth > 0 && match.index < words.text.length) continue;
    if (part.trim() !== "") parts.push(trimWords(sliceWords(words, from, match.index)));
    from = match.index + match[0].length;
  }
  return parts;
}

const NUMBERING = /^[(（]?[一二三四五六七八九十\d]{1,2}[)）.、．]\s*/u;
const POINTS = /(?:\([^()]*\)分?|\d+分)$/u;

const readLevel = remembering((text): boolean => {
  const label = squash(text).replace(NUMBERING, "").replace(/:$/u, "").replace(POINTS, "");
  if (!/指标$/u.test(label)) return false;
  return level1Of(label) !== undefined || level2Of(label) !== undefined;
});

/** Whether some text is the label of a class: “产出指标(50分)”, “（一）数量指标”. */
export function levelOf(text: string): boolean {
  return text.length <= 48 && /[标標]/u.test(text) && readLevel(text);
}

/** The words of a class, without its number and its points. */
export function levelWords(words: Words): Words {
  const from = NUMBERING.exec(words.text)?.[0].length ?? 0;
  return sliceWords(
    words,
    from,
    words.text.includes("標") ? undefined : words.text.lastIndexOf("标") + 1,
  );
}
