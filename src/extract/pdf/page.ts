import type { Box } from "./geometry.ts";
import { cellAt, findLattices, type Cell, type Lattice } from "./lattice.ts";
import { isFull, joinLines, toLines, upright, type Line } from "./lines.ts";
import type { Glyph, Marks } from "./marks.ts";
import { EMPTY_CELL, type RowText } from "./rows.ts";
import { learn, streamRows, type Habits } from "./stream.ts";

/** The rows of a page, and what it taught about the next. */
export interface PageRows {
  readonly rows: readonly RowText[];
  readonly habits: Habits;
}

/** “— 3 —”, “3/12”, “第 3 页 共 12 页”, “Page 3 of 12” at the head or foot of a page. */
const PAGE_NUMBER =
  /^(?:[-—–·~\s]*\d{1,4}[-—–·~\s]*|\d{1,4}\s*\/\s*\d{1,4}|第\s*\d{1,4}\s*页[\s,，/]*(?:共\s*\d{1,4}\s*页)?|page\s*\d{1,4}(?:\s*of\s*\d{1,4})?)$/iu;
/** With fewer columns, a row of merged cells looks like another table. */
const FEWEST_WALLS = 3;
/** Share of the page's height in which page numbers stand. */
const MARGIN = 0.1;

/** Reads what is drawn on a page into rows, top down: tables between rules, columns without, lines. */
export function pageRows({ glyphs, rules }: Marks, page: Box, habits: Habits): PageRows {
  const lattices = findLattices(rules);
  const { inside, outside } = assign(glyphs, lattices);
  const own = lattices.filter((lattice) => lattice.cells.some((cell) => inside.has(cell)));
  const lines = toLines(outside).filter((line) => !isPageNumber(line, page));
  const learned = learn(lines, habits);
  const rows: RowText[] = [];
  let from = 0;
  let gutters = learned.gutters;
  for (const lattice of own) {
    const middle = (line: Line) => (line.top + line.bottom) / 2;
    const next = lines.findIndex((line, index) => index >= from && middle(line) > lattice.top);
    const to = next < 0 ? lines.length : next;
    rows.push(...streamRows(lines.slice(from, to), withGutters(gutters)).rows);
    rows.push(...latticeRows(lattice, inside));
    gutters = undefined;
    from = to;
  }
  const rest = streamRows(lines.slice(from), withGutters(gutters));
  return { rows: [...rows, ...rest.rows], habits: withGutters(rest.gutters) };

  function withGutters(gutters: readonly number[] | undefined): Habits {
    const { leading } = learned;
    return { ...(leading !== undefined && { leading }), ...(gutters && { gutters }) };
  }
}

/** The characters of each cell, and those outside all tables. Of nested tables the inner one counts. */
function assign(
  glyphs: readonly Glyph[],
  lattices: readonly Lattice[],
): { inside: Map<Cell, Glyph[]>; outside: Glyph[] } {
  const area = ({ left, top, right, bottom }: Box) => (right - left) * (bottom - top);
  const innerFirst = lattices.toSorted((a, b) => area(a) - area(b));
  const inside = new Map<Cell, Glyph[]>();
  const outside: Glyph[] = [];
  for (const glyph of glyphs) {
    const [x, y] = [(glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2];
    const cell = innerFirst.map((lattice) => cellAt(lattice, x, y)).find(Boolean);
    if (!cell) outside.push(glyph);
    else if (inside.has(cell)) inside.get(cell)!.push(glyph);
    else inside.set(cell, [glyph]);
  }
  return { inside, outside };
}

function latticeRows(lattice: Lattice, inside: ReadonlyMap<Cell, readonly Glyph[]>): RowText[] {
  return partsOf(lattice).flatMap((cells) => {
    const rows = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b);
    const columns = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
    const texts = rows.map(() => columns.map(() => EMPTY_CELL));
    for (const cell of cells) {
      const lines = toLines(upright(inside.get(cell) ?? []));
      const last = lines.at(-1);
      if (!last) continue;
      const text = { text: joinLines(lines, cell), isFull: isFull(last, cell) };
      texts[rows.indexOf(cell.row)]![columns.indexOf(cell.column)] = text;
    }
    return texts.filter((row) => row.some(({ text }) => text !== ""));
  });
}

/** Tables that touch are ruled as one: the cells of each, told by columns that do not go on. */
function partsOf({ fields }: Lattice): Cell[][] {
  const parts: Cell[][] = [];
  let walls = new Set<number>();
  for (const [index, row] of fields.entries()) {
    const own = [...new Set(row)];
    const starts = own.map(({ column }) => column).filter((column) => column > 0);
    const common = starts.filter((column) => walls.has(column)).length;
    const isOther = common < Math.min(starts.length, walls.size) / 2;
    const isNew = own.every((cell) => cell.row === index);
    const isApart = isNew && isOther && Math.min(starts.length, walls.size) >= FEWEST_WALLS;
    if (parts.length === 0 || isApart) {
      parts.push([]);
      walls = new Set();
    }
    for (const column of starts) walls.add(column);
    parts.at(-1)!.push(...own.filter((cell) => cell.row === index));
  }
  return parts;
}

function isPageNumber(line: Line, page: Box): boolean {
  const height = page.bottom - page.top;
  const isAtEdge =
    line.bottom < page.top + MARGIN * height || line.top > page.bottom - MARGIN * height;
  return isAtEdge && PAGE_NUMBER.test(joinLines([line], line));
}
