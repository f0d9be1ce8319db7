import { boxAround, type Box } from "./geometry.ts";
import { joinLines, textOf, toLine, type Line } from "./lines.ts";
import type { Glyph } from "./marks.ts";

/** Gaps that part columns, as shares of the font's height: between characters, and over blanks. */
const GAP = 0.45;
const BLANK_GAP = 1.2;
/** A gap that wide above a line, as a share of its height, ends what stands above. */
const WIDE_GAP = 2.5;
/** A line is full if no more than so much is left of its column: a character that does not fit, */
/** and one that punctuation draws with it. */
const ROOM = 2.2;
/** Columns narrower than this, as a share of the font's height, do not tell wraps from rows. */
const WIDE_COLUMN = 6;

/** Part of a line that stands in one column; a merged cell belongs to the column it begins in. */
interface Fragment extends Line {
  readonly column: number;
}

/** Fragments of one column that follow one another as the lines of a cell do. */
interface Block extends Box {
  readonly column: number;
  readonly lines: readonly Fragment[];
}

/**
 * Reads lines that no rules part into rows. Columns are where gaps of several lines stand one
 * above the other; a row ends where the space below is wider than between the lines of a cell.
 */
export function streamRows(lines: readonly Line[]): string[][] {
  return splitAtGaps(lines).flatMap(readBlock);
}

function splitAtGaps(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  let bottom = -Infinity;
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last && line.top - bottom < WIDE_GAP * line.size) last.push(line);
    else blocks.push([line]);
    bottom = Math.max(bottom, line.bottom);
  }
  return blocks;
}

function readBlock(lines: readonly Line[]): string[][] {
  const parted = lines.map((line) => cut(line, isWide));
  const gutters = findGutters(parted);
  if (gutters.length === 0) return lines.map((line) => [textOf(line)]);
  const rows = lines.map((line) => cutAt(line, gutters));
  const from = rows.findIndex((row) => row.length > 1);
  const end = rows.findLastIndex((row) => row.length > 1) + 1;
  if (from < 0) return lines.map((line) => [textOf(line)]);
  const to = end + wrapsBelow(rows, end);
  return [
    ...lines.slice(0, from).map((line) => [textOf(line)]),
    ...tableRows(rows.slice(from, to).flat(), gutters.length + 1),
    ...lines.slice(to).map((line) => [textOf(line)]),
  ];
}

/** How many lines below a table are the rest of its last row: they keep to a column, close by. */
function wrapsBelow(rows: readonly (readonly Fragment[])[], end: number): number {
  let count = 0;
  for (const row of rows.slice(end)) {
    const above = boxAround(rows[end + count - 1]!)!;
    const [fragment] = row;
    if (!fragment || fragment.column === 0) break;
    if (fragment.top - above.bottom > 0.8 * fragment.size) break;
    count++;
  }
  return count;
}

type Test = (gap: number, before: Glyph, glyph: Glyph, overBlank: boolean) => boolean;

function isWide(gap: number, before: Glyph, glyph: Glyph, overBlank: boolean): boolean {
  return gap > (overBlank ? BLANK_GAP : GAP) * Math.min(before.size, glyph.size);
}

/** Parts of a line between the gaps that a test accepts. */
function cut(line: Line, isCut: Test): Line[] {
  const parts: Glyph[][] = [[]];
  let before: Glyph | undefined;
  let overBlank = false;
  for (const glyph of line.glyphs) {
    if (!glyph.isSpace) {
      if (before && isCut(glyph.left - before.right, before, glyph, overBlank)) parts.push([]);
      before = glyph;
    }
    overBlank = glyph.isSpace;
    parts.at(-1)!.push(glyph);
  }
  // “绩 效 目 标 表”: a title with its characters set apart.
  if (parts.length > 2 && parts.every((part) => part.filter((g) => !g.isSpace).length === 1))
    return [line];
  return parts.flatMap((part) => toLine(part) ?? []);
}

/** Where columns part: places in points that lie in gaps of the lines, and that few lines cross. */
function findGutters(parted: readonly (readonly Line[])[]): number[] {
  const gaps = parted.flatMap((parts) =>
    parts.slice(1).map((part, index) => ({ from: parts[index]!.right, to: part.left })),
  );
  const points: number[] = [];
  for (const { from, to } of gaps.toSorted((a, b) => a.to - b.to)) {
    if (!points.some((point) => from < point && point < to)) points.push(to - 0.1);
  }
  const parts = parted.flat();
  return points.flatMap((point) => {
    const around = gaps.filter(({ from, to }) => from < point && point < to);
    const own = around.filter(({ from, to }) =>
      points.every((p) => p === point || p < from || p > to),
    );
    const place =
      (Math.max(...around.map(({ from }) => from)) + Math.min(...around.map(({ to }) => to))) / 2;
    const crossings = parts.filter(
      ({ left, right }) => left < place - 1 && right > place + 1,
    ).length;
    const isGutter = crossings === 0 || own.length > 2 || own.length > crossings;
    return isGutter ? [place] : [];
  });
}

function cutAt(line: Line, gutters: readonly number[]): Fragment[] {
  const parts = cut(
    line,
    (gap, before, glyph, overBlank) =>
      gap > (overBlank ? 0.7 : 0.25) * Math.min(before.size, glyph.size) &&
      gutters.some((gutter) => before.right <= gutter + 1 && gutter - 1 <= glyph.left),
  );
  return parts.map((part) => ({ ...part, column: columnOf(part, gutters) }));
}

function columnOf({ left, right }: Box, gutters: readonly number[]): number {
  const isMerged = gutters.some((gutter) => left < gutter - 1 && right > gutter + 1);
  const place = isMerged ? left : (left + right) / 2;
  return gutters.filter((gutter) => gutter < place).length;
}

function tableRows(fragments: readonly Fragment[], columns: number): string[][] {
  const byColumn = Array.from({ length: columns }, (_, column) =>
    fragments.filter((fragment) => fragment.column === column).sort((a, b) => a.top - b.top),
  );
  const boxes = byColumn.map((own) => boxAround(own));
  const leading = leadingOf(byColumn, boxes);
  const blocks = byColumn.map((own) => toBlocks(own, leading));
  const free = blocks.flat().filter((block) => !bridges(block, blocks));
  const bounds = boundsOf(free);
  const texts = Array.from({ length: bounds.length - 1 }, () =>
    Array.from({ length: columns }, () => ""),
  );
  for (const [column, own] of blocks.entries()) {
    for (const [block, row] of placeBlocks(
      own,
      bounds,
      own.some((b) => !free.includes(b)),
    )) {
      const text = joinLines(block.lines, boxes[column]!);
      texts[row]![column] += text;
    }
  }
  return texts.filter((row) => row.some((text) => text !== ""));
}

/** Space between the lines of a cell, in points; undefined where no cell has several lines. */
function leadingOf(
  byColumn: readonly (readonly Fragment[])[],
  boxes: readonly (Box | undefined)[],
): number | undefined {
  const gaps: number[] = [];
  for (const [column, own] of byColumn.entries()) {
    const box = boxes[column];
    if (!box) continue;
    for (const [index, below] of own.slice(1).entries()) {
      const above = own[index]!;
      const isWideColumn = box.right - box.left > WIDE_COLUMN * above.size;
      const gap = below.top - above.bottom;
      if (isWideColumn && isFilled(above, box) && gap < 1.5 * above.size) gaps.push(gap);
    }
  }
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 4)];
}

function isFilled(fragment: Line, column: Box): boolean {
  return fragment.right > column.right - ROOM * fragment.size;
}

function toBlocks(fragments: readonly Fragment[], leading: number | undefined): Block[] {
  const groups: Fragment[][] = [];
  for (const fragment of fragments) {
    const above = groups.at(-1)?.at(-1);
    const most = leading === undefined ? 0 : leading + Math.max(1, 0.1 * fragment.size);
    if (above && fragment.top - above.bottom <= most) groups.at(-1)!.push(fragment);
    else groups.push([fragment]);
  }
  return groups.map((lines) => ({ ...boxAround(lines)!, column: lines[0]!.column, lines }));
}

/** Whether a block stands beside two blocks of one other column: a cell merged over rows. */
function bridges(block: Block, blocks: readonly (readonly Block[])[]): boolean {
  return blocks.some(
    (own, column) =>
      column !== block.column && own.filter((other) => overlaps(block, other)).length > 1,
  );
}

function overlaps(a: Box, b: Box): boolean {
  return Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
}

/** Where rows begin and end, in points; one more than there are rows. */
function boundsOf(blocks: readonly Block[]): number[] {
  const rows: { top: number; bottom: number }[] = [];
  for (const { top, bottom } of blocks.toSorted((a, b) => a.top - b.top)) {
    const last = rows.at(-1);
    if (last && top < last.bottom - 1) last.bottom = Math.max(last.bottom, bottom);
    else rows.push({ top, bottom });
  }
  const between = rows.slice(1).map((row, index) => (rows[index]!.bottom + row.top) / 2);
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const margin = between.length > 0 ? Math.max(0, between[0]! - first.bottom) : 0;
  return [first.top - margin, ...between, last.bottom + margin];
}

/**
 * The row of each block of a column. Where cells are merged over rows, their text stands in the
 * middle of them: it belongs to the first.
 */
function placeBlocks(
  blocks: readonly Block[],
  bounds: readonly number[],
  hasMerged: boolean,
): [Block, number][] {
  let next = 0;
  return blocks.map((block) => {
    const middle = (block.top + block.bottom) / 2;
    const home = Math.min(
      bounds.length - 2,
      Math.max(
        0,
        bounds.findLastIndex((y) => y <= middle),
      ),
    );
    const start = next;
    const ends = bounds.map((_, index) => index).slice(home + 1);
    const off = (end: number) => Math.abs((bounds[start]! + bounds[end]!) / 2 - middle);
    const end = ends.toSorted((a, b) => off(a) - off(b))[0]!;
    if (hasMerged && start <= home && off(end) < 3) {
      next = end;
      return [block, start];
    }
    next = home + 1;
    return [block, home];
  });
}
