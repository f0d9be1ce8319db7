import { boxAround, type Box } from "./geometry.ts";
import { CJK, joinLines, textOf, toLine, type Line } from "./lines.ts";
import type { Glyph } from "./marks.ts";
import { EMPTY_CELL, type CellText, type RowText } from "./rows.ts";

/** Gaps that part columns, as shares of the font's height: between characters, and over blanks. */
const GAP = 0.45;
const BLANK_GAP = 1.2;
/** A gap that wide above a line, as a share of its height, ends what stands above. */
const WIDE_GAP = 2.5;
/** Lines without columns that are further apart than this, as a share of their height, are so on purpose. */
const PLAIN_GAP = 1;
/** A line so close to a table, as a share of its height, may belong to it. */
const JOINING_GAP = 0.8;
/** A band without text is a gutter if it is wider than this, as a share of the font's height. */
const WIDE_BAND = 0.3;
const NARROW_BAND = 0.15;
const MANY_LINES = 4;
/** Lines of a cell are no further apart, and not more unevenly, as shares of the font's height. */
const MOST_LEADING = 1.2;
const LEADING_SLACK = 0.1;
/** Leadings of one kind differ by less. */
const SAME_LEADING = 0.02;
/**
 * A line is full if no more than so much is left of its column: a character that does not fit, and
 * one that punctuation draws with it.
 */
const ROOM = 2.2;
/** Text with more gaps that do not stand one above the other is no table. */
const MOST_COLUMNS = 60;
/** Columns narrower than this, as a share of the font's height, do not tell wraps from rows. */
const WIDE_COLUMN = 6;

/** So many columns must end a row above lines that stand as close as those of a cell. */
const FEWEST_ENDS = 2;
/** A number, or the dash in its place. */
const NUMBER = /^[≥≤<>=]?[\d,]+(?:\.\d+)?%?$|^[—–-]+$/u;

/** The title of a table ends the table above it. */
const TITLE = /表(?:[（(][^（()）]*[)）])?$/u;
const LONGEST_TITLE = 60;

/** Part of a line that stands in one column; a merged cell belongs to the column it begins in. */
interface Fragment extends Line {
  readonly column: number;
}

/** Fragments of one column that follow one another as the lines of a cell do. */
interface Block extends Box {
  readonly column: number;
  readonly lines: readonly Fragment[];
}

/** What the pages so far taught about the lines of a document. */
export interface Habits {
  /** Space between the lines of a cell, as a share of the font's height. */
  readonly leading?: number;
  /** Where the columns part, in points, of a table that ends the page before. */
  readonly gutters?: readonly number[];
}

/**
 * Reads lines that no rules part into rows. Columns are where gaps of several lines stand one
 * above the other; a row ends where the space below is wider than between the lines of a cell.
 */
export function streamRows(lines: readonly Line[], habits: Habits): StreamRows {
  const blocks = split(lines.map((line) => cut(line, isWide)));
  let gutters = habits.gutters;
  const rows = blocks.flatMap((block) => {
    const table = isTitle(block[0]!) ? undefined : findTable(block, gutters);
    gutters = table && table.to === block.length ? table.gutters : undefined;
    return table ? readBlock(block, table, habits) : plainRows(block);
  });
  return { rows, ...(gutters && { gutters }) };
}

/** Rows, and the columns of a table that they end with: the next page may go on with it. */
export interface StreamRows {
  readonly rows: readonly RowText[];
  readonly gutters?: readonly number[];
}

/** What lines without rules tell of how a document sets its cells, beside what is known. */
export function learn(lines: readonly Line[], habits: Habits): Habits {
  const found = split(lines.map((line) => cut(line, isWide))).flatMap((block) => {
    const table = findTable(block);
    return table ? sureLeadings(table) : [];
  });
  if (found.length < 3) return habits;
  return { ...habits, leading: Math.min(habits.leading ?? Infinity, quantile(found, 0.25)) };
}

/** Lines that may be one table: no wide gap and no title stands between them. */
function split(lines: readonly (readonly Line[])[]): (readonly Line[])[][] {
  const blocks: (readonly Line[])[][] = [];
  let bottom = -Infinity;
  let afterTitle = false;
  for (const parts of lines) {
    const { top, bottom: end } = boxAround(parts)!;
    const isApart = top - bottom > WIDE_GAP * parts[0]!.size;
    if (blocks.length === 0 || isApart || isTitle(parts) || afterTitle) blocks.push([parts]);
    else blocks.at(-1)!.push(parts);
    bottom = Math.max(bottom, end);
    afterTitle = isTitle(parts);
  }
  return blocks;
}

function isTitle(parts: readonly Line[]): boolean {
  const text = textOf(parts[0]!);
  return parts.length === 1 && text.length <= LONGEST_TITLE && TITLE.test(text);
}

/** The lines of a block that are a table, cut at its columns. */
interface StreamTable {
  readonly from: number;
  readonly to: number;
  readonly fragments: readonly Fragment[];
  readonly gutters: readonly number[];
}

function readBlock(
  lines: readonly (readonly Line[])[],
  table: StreamTable,
  habits: Habits,
): RowText[] {
  return [
    ...plainRows(lines.slice(0, table.from)),
    ...tableRows(table, habits),
    ...plainRows(lines.slice(table.to)),
  ];
}

function findTable(
  lines: readonly (readonly Line[])[],
  inherited: readonly number[] = [],
): StreamTable | undefined {
  const gaps = findGaps(lines);
  const first = Math.min(...gaps.map(({ line }) => line));
  const last = Math.max(...gaps.map(({ line }) => line));
  const inner = gaps.length === 0 ? [] : findGutters(lines.slice(first, last + 1), gaps);
  const outer = inner.length === 0 ? [] : findGutters(lines, gaps);
  // Lines of one column above and below belong to the table if they part no fewer columns.
  const own = outer.length < inner.length ? inner : outer;
  const goesOn = inherited.length > 0 && fit(lines.flat(), own, inherited);
  const gutters = goesOn ? inherited : own;
  if (gutters.length === 0) return undefined;
  const rows = lines.map((parts) => cutAt(parts, gutters));
  const isWhole = goesOn || own === outer;
  const notes = rows.slice(0, Math.max(0, first)).findLastIndex((row) => isNote(row)) + 1;
  const from = isWhole ? notes : first - joining(rows.slice(0, first + 1).reverse(), gutters);
  const to = isWhole ? lines.length : last + 1 + joining(rows.slice(last), gutters);
  return { from, to, fragments: rows.slice(from, to).flat(), gutters };
}

/** “部门名称：某局”, “单位：万元”: a line above a table that is no cell of it. */
function isNote(row: readonly Fragment[]): boolean {
  return row.length === 1 && /^[^:：]{2,12}[:：]/u.test(textOf(row[0]!)) && row[0]!.column === 0;
}

/** Whether lines keep to the columns of the page before: none part where those do not. */
function fit(
  parts: readonly Line[],
  own: readonly number[],
  inherited: readonly number[],
): boolean {
  const crossings = parts.filter((part) => crosses(part, inherited)).length;
  if (crossings > 0.2 * parts.length) return false;
  return own.every((gutter) =>
    inherited.some((other) => {
      const [low, high] = [Math.min(gutter, other), Math.max(gutter, other)];
      return !parts.some(({ left, right }) => left > low - 1 && right < high + 1);
    }),
  );
}

interface Gap {
  readonly from: number;
  readonly to: number;
  /** Index of the line to its left. */
  readonly line: number;
}

/** The space to the right of each part, up to the next one that stands beside it. */
function findGaps(lines: readonly (readonly Line[])[]): Gap[] {
  return lines.flatMap((parts, line) => {
    const near = lines.slice(Math.max(0, line - 3), line + 4).flat();
    return parts.flatMap((part) => {
      const beside = near.filter(
        (other) => other.left > part.right && overlapOf(part, other) > 0.15 * part.size,
      );
      if (beside.length === 0) return [];
      return [{ from: part.right, to: Math.min(...beside.map(({ left }) => left)), line }];
    });
  });
}

/** One row a line; a wide gap above a line is a row without cells. */
function plainRows(lines: readonly (readonly Line[])[]): RowText[] {
  let bottom = Infinity;
  return lines.flatMap((parts): RowText[] => {
    const row = [cellOf(textOf({ glyphs: parts.flatMap(({ glyphs }) => glyphs) }))];
    const box = boxAround(parts)!;
    const isApart = box.top - bottom > PLAIN_GAP * parts[0]!.size;
    bottom = box.bottom;
    return isApart ? [[], row] : [row];
  });
}

function cellOf(text: string): CellText {
  return { text, isFull: false };
}

/** How many lines next to a table belong to its outermost row: they keep to a column, close by. */
function joining(
  [edge, ...beyond]: readonly (readonly Fragment[])[],
  gutters: readonly number[],
): number {
  let near = boxAround(edge!)!;
  let count = 0;
  for (const row of beyond) {
    const box = boxAround(row)!;
    const gap = Math.max(box.top - near.bottom, near.top - box.bottom);
    if (gap > JOINING_GAP * row[0]!.size || row.some((part) => crosses(part, gutters))) break;
    near = box;
    count++;
  }
  return count;
}

function crosses({ left, right }: Box, gutters: readonly number[]): boolean {
  return gutters.some((gutter) => left < gutter - 1 && right > gutter + 1);
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
  const lines = parts.flatMap((part) => toLine(part) ?? []);
  return isSpread(lines) ? [line] : lines;
}

/** “绩 效 目 标 表”: a title with its characters set apart. */
function isSpread(parts: readonly Line[]): boolean {
  if (parts.length < 3 || !parts.every((part) => /^\p{sc=Han}$/u.test(textOf(part)))) return false;
  const gaps = parts.slice(1).map((part, index) => part.left - parts[index]!.right);
  return Math.max(...gaps) < Math.min(4 * parts[0]!.size, 1.2 * Math.min(...gaps));
}

/**
 * Where columns part, in points: where nothing stands in any line, and where gaps of several lines
 * lie one above the other though merged cells cross them.
 */
function findGutters(lines: readonly (readonly Line[])[], gaps: readonly Gap[]): number[] {
  const parts = lines.flat();
  const points: number[] = [];
  for (const { from, to } of gaps.toSorted((a, b) => a.to - b.to)) {
    if (!points.some((point) => from < point && point < to)) points.push(to - 0.1);
  }
  const inked = parts.flatMap(({ glyphs }) => glyphs.filter(({ isSpace }) => !isSpace));
  // Over many lines, even a narrow band is no accident.
  const free =
    lines.length < MANY_LINES ? freeBands(parts, WIDE_BAND) : freeBands(inked, NARROW_BAND);
  const voted = (points.length > MOST_COLUMNS ? [] : points).flatMap((point) => {
    if (free.some(({ from, to }) => from <= point && point <= to)) return [];
    const around = gaps.filter(({ from, to }) => from < point && point < to);
    const alone = around.filter(({ from, to }) =>
      points.every((other) => other === point || other < from || other > to),
    );
    const place = middleOf({
      from: Math.max(...around.map(({ from }) => from)),
      to: Math.min(...around.map(({ to }) => to)),
    });
    const crossings = parts.filter((part) => crosses(part, [place])).length;
    return alone.length > 2 || alone.length > crossings ? [place] : [];
  });
  return [...free.map(middleOf), ...voted].sort((a, b) => a - b);
}

type Gutter = Pick<Gap, "from" | "to">;

function middleOf({ from, to }: Gutter): number {
  return (from + to) / 2;
}

/** Bands from top to bottom in which nothing stands. */
function freeBands(parts: readonly (Box & { size: number })[], least: number): Gutter[] {
  const bands: Gutter[] = [];
  let right = Infinity;
  for (const part of parts.toSorted((a, b) => a.left - b.left)) {
    if (part.left - right > least * part.size) bands.push({ from: right, to: part.left });
    right = right === Infinity ? part.right : Math.max(right, part.right);
  }
  return bands;
}

function cutAt(parts: readonly Line[], gutters: readonly number[]): Fragment[] {
  return parts
    .flatMap((part) =>
      cut(
        part,
        (gap, before, glyph, overBlank) =>
          gap > (overBlank ? 0.7 : NARROW_BAND) * Math.min(before.size, glyph.size) &&
          gutters.some((gutter) => before.right <= gutter + 1 && gutter - 1 <= glyph.left),
      ),
    )
    .map((part) => ({ ...part, column: columnOf(part, gutters) }));
}

function columnOf(part: Box, gutters: readonly number[]): number {
  const place = crosses(part, gutters) ? part.left + 1 : (part.left + part.right) / 2;
  return gutters.filter((gutter) => gutter < place).length;
}

function tableRows(table: StreamTable, habits: Habits): RowText[] {
  const columns = table.gutters.length + 1;
  const byColumn = columnsOf(table);
  const boxes = byColumn.map((own) => boxAround(own));
  const leading = Math.min(habits.leading ?? Infinity, leadingOf(table));
  const latin = byColumn.flatMap((own) =>
    leadings(own).filter((_, i) => isLatin(own[i]!, own[i + 1]!)),
  );
  const latinLeading = leading === Infinity ? Infinity : Math.min(leading, quantile(latin, 0.25));
  const blocks = byColumn.map((own) =>
    toBlocks(own, (above, below) => {
      if (isRowEnd(above, below, byColumn, boxes)) return Infinity;
      return isLatin(above, below) ? latinLeading : leading;
    }),
  );
  const apart = blocks.flat().filter((block) => !bridges(block, blocks));
  const free = apart.filter((block) => !floats(block, apart));
  const bands = bandsOf(free);
  const bounds = boundsOf(bands);
  const texts = Array.from({ length: bounds.length - 1 }, () =>
    Array.from({ length: columns }, () => EMPTY_CELL),
  );
  const hasMerged = blocks.flat().length > free.length;
  for (const [column, own] of blocks.entries()) {
    const isNested = nesting(column, blocks, bounds);
    for (const [block, row] of placeBlocks(own, bands, hasMerged ? isNested : () => false)) {
      const box = boxes[column]!;
      const text = texts[row]![column]!.text + joinLines(block.lines, box);
      texts[row]![column] = { text, isFull: isFilled(block.lines.at(-1)!, box) };
    }
  }
  return texts.filter((row) => row.some(({ text }) => text !== ""));
}

/** The fragments of each column, from the top. */
function columnsOf({ fragments, gutters }: StreamTable): Fragment[][] {
  return Array.from({ length: gutters.length + 1 }, (_, column) =>
    fragments.filter((fragment) => fragment.column === column).sort((a, b) => a.top - b.top),
  );
}

/**
 * Space between the lines of a cell, as a share of the font's height: that below the full lines of
 * wide columns; else the narrower one, where there are two kinds. Infinite where neither is known.
 */
function leadingOf(table: StreamTable): number {
  const sure = sureLeadings(table);
  if (sure.length > 0) return nearest(sure);
  const all = columnsOf(table).flatMap(leadings);
  const near = all.filter((leading) => leading < MOST_LEADING);
  const least = quantile(near, 0.1);
  const wider = near.filter((leading) => leading > least + 0.15);
  return wider.length > 0.2 * near.length ? least : Infinity;
}

function leadings(column: readonly Fragment[]): number[] {
  return column.slice(1).map((below, i) => (below.top - column[i]!.bottom) / column[i]!.size);
}

/** The space below lines that fill a wide column: what stands below goes on with them. */
function sureLeadings(table: StreamTable): number[] {
  return columnsOf(table).flatMap((column) => {
    const box = boxAround(column);
    if (!box) return [];
    return leadings(column).filter((leading, index) => {
      const line = column[index]!;
      const isWideColumn = box.right - box.left > WIDE_COLUMN * line.size;
      return leading < MOST_LEADING && isWideColumn && isFilled(line, box);
    });
  });
}

/**
 * The least of several leadings that is no accident: rows may stand hardly further apart than the
 * lines of a cell, and full lines end rows as well.
 */
function nearest(leadings: readonly number[]): number {
  const common = leadings.toSorted((a, b) => a - b);
  return (
    common.find((leading, index) => common[index + 1]! - leading < SAME_LEADING) ??
    quantile(leadings, 0.25)
  );
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Infinity;
}

function isFilled(fragment: Line, column: Box): boolean {
  return fragment.right > column.right - ROOM * fragment.size;
}

/** Whether two lines hold figures and Latin words alone: their fonts stand closer than Chinese ones. */
function isLatin(above: Line, below: Line): boolean {
  return ![above, below].some(({ glyphs }) => glyphs.some(({ text }) => CJK.test(text)));
}

/**
 * Whether a row ends between two lines that stand as close as those of a cell: in several columns a
 * line stands above another though there was room left behind it.
 */
function isRowEnd(
  above: Fragment,
  below: Fragment,
  columns: readonly (readonly Fragment[])[],
  boxes: readonly (Box | undefined)[],
): boolean {
  let [ends, goesOn] = [0, 0];
  for (const [index, column] of columns.entries()) {
    const at = column.findIndex((line) => isBeside(line, below));
    const [upper, lower] = [column[at - 1], column[at]];
    if (!upper || !lower || !isBeside(upper, above)) continue;
    const box = boxes[index]!;
    const isWide = box.right - box.left > WIDE_COLUMN * upper.size;
    const isNumber = NUMBER.test(textOf(upper)) && NUMBER.test(textOf(lower));
    if (isWide ? !isFilled(upper, box) : isNumber && upper.right < box.right - upper.size / 2)
      ends++;
    else if (isWide) goesOn++;
  }
  return ends >= FEWEST_ENDS && ends > goesOn;
}

function isBeside(a: Box, b: Box): boolean {
  return overlapOf(a, b) > 0.5 * Math.min(a.bottom - a.top, b.bottom - b.top);
}

function toBlocks(
  fragments: readonly Fragment[],
  leadingBetween: (above: Fragment, below: Fragment) => number,
): Block[] {
  const groups: Fragment[][] = [];
  for (const fragment of fragments) {
    const above = groups.at(-1)?.at(-1);
    const leading = above ? leadingBetween(above, fragment) : Infinity;
    const most = leading === Infinity ? 0 : (leading + LEADING_SLACK) * fragment.size;
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

/** So much room above and below a block together, as a share of the font's height, is too little. */
const FLOATING = 0.5;

/** Whether a block alone stands between two rows that leave no room for a third: a merged cell. */
function floats(block: Block, blocks: readonly Block[]): boolean {
  const others = blocks.filter((other) => other !== block);
  if (others.some((other) => overlaps(block, other))) return false;
  const above = Math.max(
    ...others.map(({ bottom }) => (bottom < block.bottom ? bottom : -Infinity)),
  );
  const below = Math.min(...others.map(({ top }) => (top > block.top ? top : Infinity)));
  const room = below - above - (block.bottom - block.top);
  return room < FLOATING * block.lines[0]!.size;
}

function overlaps(a: Box, b: Box): boolean {
  return overlapOf(a, b) > 1;
}

/** How much of the height two boxes share, in points; negative if none. */
function overlapOf(a: Box, b: Box): number {
  return Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
}

/** A row by its words, in points. */
interface Band {
  readonly top: number;
  readonly bottom: number;
}

function bandsOf(blocks: readonly Block[]): Band[] {
  const bands: { top: number; bottom: number }[] = [];
  for (const { top, bottom } of blocks.toSorted((a, b) => a.top - b.top)) {
    const last = bands.at(-1);
    if (last && top < last.bottom - 1) last.bottom = Math.max(last.bottom, bottom);
    else bands.push({ top, bottom });
  }
  return bands;
}

/** Where rows begin and end, in points; one more than there are rows. */
function boundsOf(bands: readonly Band[]): number[] {
  const between = bands.slice(1).map((band, index) => (bands[index]!.bottom + band.top) / 2);
  const [first, last] = [bands[0]!, bands.at(-1)!];
  const margin = between.length > 0 ? Math.max(0, between[0]! - first.bottom) : 0;
  return [first.top - margin, ...between, last.bottom + margin];
}

/**
 * Tells whether a cell of a column may be merged over some rows: cells nest from left to right, so
 * that no column in front of it has two blocks beside them, and each of the rows has cells behind.
 */
function nesting(
  column: number,
  blocks: readonly (readonly Block[])[],
  bounds: readonly number[],
): (from: number, to: number) => boolean {
  const inside = (from: number, to: number) => (block: Block) => {
    const middle = (block.top + block.bottom) / 2;
    return bounds[from]! < middle && middle < bounds[to]!;
  };
  return (from, to) => {
    const isNested = blocks
      .slice(0, column)
      .every((own) => own.filter(inside(from, to)).length < 2);
    const behind = blocks.slice(column + 1);
    const isFilled = (row: number) => {
      const own = behind.map((other) => other.some(inside(row, row + 1)));
      // A line in the middle of the page stands beside no cell.
      return own[0] === true || own.filter(Boolean).length > 1;
    };
    return isNested && bounds.slice(from, to).every((_, index) => isFilled(from + index));
  };
}

/**
 * The row of each block of a column. Where cells are merged over rows, their text stands in the
 * middle of them: it belongs to the first.
 */
function placeBlocks(
  blocks: readonly Block[],
  bands: readonly Band[],
  mayMerge: (from: number, to: number) => boolean,
): [Block, number][] {
  const bounds = boundsOf(bands);
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
    // The rows around a cell tell where it stands, or its own words where those are of one height.
    const off = (end: number) =>
      Math.min(
        Math.abs((bounds[start]! + bounds[end]!) / 2 - middle),
        Math.abs((bands[start]!.top + bands[end - 1]!.bottom) / 2 - middle),
      );
    const end = ends.toSorted((a, b) => off(a) - off(b))[0]!;
    if (start <= home && end > start + 1 && off(end) < 3 && mayMerge(start, end)) {
      next = end;
      return [block, start];
    }
    next = home + 1;
    return [block, home];
  });
}
