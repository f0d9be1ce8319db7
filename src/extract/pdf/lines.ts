import { boxAround, type Box } from "./geometry.ts";
import type { Glyph, Turn } from "./marks.ts";

/** Characters that stand on one line, from left to right. */
export interface Line extends Box {
  readonly glyphs: readonly Glyph[];
  /** Height of its largest font, in points. */
  readonly size: number;
}

/** Characters between which a line may break, so that a break means no space. */
export const CJK = /[\p{sc=Han}\u2e80-\u303f\u3040-\u30ff\uff00-\uffef\u2018-\u201d\u2026\u2014×]/u;
const NUMBER = /[\d.,，]/u;

/** Puts characters on lines, top down; small raised ones (m²) stay on the line beside them. */
export function toLines(glyphs: readonly Glyph[]): Line[] {
  const drafts: { glyphs: Glyph[]; top: number; bottom: number }[] = [];
  const byHeight = glyphs.toSorted((a, b) => a.top - b.top || a.left - b.left);
  for (const glyph of byHeight) {
    const line = drafts.slice(-4).findLast((draft) => shares(draft, glyph));
    if (!line) {
      drafts.push({ glyphs: [glyph], top: glyph.top, bottom: glyph.bottom });
      continue;
    }
    line.glyphs.push(glyph);
    // Blanks of another size must not stretch a line over its neighbours.
    if (glyph.isSpace) continue;
    line.top = Math.min(line.top, glyph.top);
    line.bottom = Math.max(line.bottom, glyph.bottom);
  }
  return drafts
    .flatMap((draft) => toLine(draft.glyphs) ?? [])
    .sort((a, b) => a.top + a.bottom - b.top - b.bottom);
}

/** Whether a character covers the same height as a line, by half of the lower of the two. */
function shares(line: { top: number; bottom: number }, glyph: Box): boolean {
  const common = Math.min(line.bottom, glyph.bottom) - Math.max(line.top, glyph.top);
  return common > 0.5 * Math.min(line.bottom - line.top, glyph.bottom - glyph.top);
}

/** A line without the blanks at its ends and without characters drawn twice to look bold. */
export function toLine(glyphs: readonly Glyph[]): Line | undefined {
  const sorted = glyphs.toSorted((a, b) => a.left - b.left);
  const kept: Glyph[] = [];
  for (const glyph of sorted) {
    if (!kept.slice(-2).some((before) => isTwice(before, glyph))) kept.push(glyph);
  }
  const from = kept.findIndex((glyph) => !glyph.isSpace);
  if (from < 0) return undefined;
  const own = kept.slice(from, kept.findLastIndex((glyph) => !glyph.isSpace) + 1);
  const inked = own.filter((glyph) => !glyph.isSpace);
  return { ...boxAround(inked)!, glyphs: own, size: Math.max(...inked.map(({ size }) => size)) };
}

function isTwice(before: Glyph, glyph: Glyph): boolean {
  return (
    before.text === glyph.text &&
    glyph.left - before.left < 0.3 * (glyph.right - glyph.left) &&
    Math.abs(glyph.top - before.top) < 0.3 * glyph.size
  );
}

/** The words of a line, with a space where a gap is one. */
export function textOf({ glyphs }: Pick<Line, "glyphs">): string {
  let text = "";
  let before: Glyph | undefined;
  let isApart = false;
  for (const glyph of glyphs) {
    if (glyph.isSpace) {
      isApart = true;
      continue;
    }
    if (before && (isApart || isGap(before, glyph))) text += " ";
    text += glyph.text;
    before = glyph;
    isApart = false;
  }
  return text;
}

function isGap(before: Glyph, glyph: Glyph): boolean {
  const gap = glyph.left - before.right;
  const isLatin = !CJK.test(before.text) && !CJK.test(glyph.text);
  return gap > (isLatin ? 0.2 : 0.5) * Math.min(before.size, glyph.size);
}

/**
 * The words of a cell: its lines joined without anything between Chinese characters, and with a
 * space between Latin words. A number that fills its line goes on in the next one.
 */
export function joinLines(lines: readonly Line[], cell: Box): string {
  let text = "";
  let before: Line | undefined;
  for (const line of lines) {
    const words = textOf(line);
    if (before && needsSpace(text, words, isFull(before, cell))) text += " ";
    text += words;
    before = line;
  }
  return text;
}

function needsSpace(text: string, next: string, full: boolean): boolean {
  const [last, first] = [text.at(-1)!, next[0]!];
  if (CJK.test(last) || CJK.test(first)) return false;
  return !(full && NUMBER.test(last) && NUMBER.test(first));
}

/** Whether a line leaves no room for another character in its cell. */
export function isFull(line: Line, cell: Box): boolean {
  const indent = Math.max(0, Math.min(line.left - cell.left, line.size));
  return cell.right - line.right < indent + 1.05 * line.size;
}

/** Characters of a cell as its reader turns them: upright, read from left to right. */
export function upright(glyphs: readonly Glyph[]): readonly Glyph[] {
  const turn = commonTurn(glyphs);
  return turn === 0 ? glyphs : glyphs.map((glyph) => ({ ...glyph, ...turnBox(glyph, turn) }));
}

/** The direction in which most characters read. */
export function commonTurn(glyphs: readonly Glyph[]): Turn {
  const counts = [0, 0, 0, 0];
  for (const { turn, isSpace } of glyphs) if (!isSpace) counts[turn]! += 1;
  return counts.indexOf(Math.max(...counts)) as Turn;
}

/** A box as it stands once the page is turned back by so many quarters. */
export function turnBox({ left, top, right, bottom }: Box, turn: Turn): Box {
  if (turn === 1) return { left: top, top: -right, right: bottom, bottom: -left };
  if (turn === 2) return { left: -right, top: -bottom, right: -left, bottom: -top };
  if (turn === 3) return { left: -bottom, top: left, right: -top, bottom: right };
  return { left, top, right, bottom };
}
