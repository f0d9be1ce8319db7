import { holds, type Box } from "./geometry.ts";
import type { Rule } from "./marks.ts";

/** A cell between ruled lines, from its first row and column in the grid; both from 0. */
export interface Cell extends Box {
  readonly row: number;
  readonly column: number;
}

/** A table between ruled lines. A merged cell is one cell, at its first row and column. */
export interface Lattice extends Box {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Cell[];
  /** The cell of each field of the grid: `fields[row][column]`. */
  readonly fields: readonly (readonly Cell[])[];
  /** Where rows and columns begin and end, in points; one more than there are. */
  readonly ys: readonly number[];
  readonly xs: readonly number[];
}

/** Lines of a border drawn double or not quite in line are one, up to this many points apart. */
const SAME = 3;
/** Dots and dashes of one line are at most this far apart. */
const DASH = 4;
/** A line that ends this far before another meets it all the same. */
const TOUCH = 2.5;
/** Drawings have more lines than any table; to find cells in them takes too long. */
const MOST_RULES = 4000;
const MOST_FIELDS = 100_000;

/** Finds the tables that lines rule, top down. Lines that cross no other are underlines. */
export function findLattices(rules: readonly Rule[]): Lattice[] {
  const across = mergeRules(rules.filter(({ horizontal }) => horizontal));
  const down = mergeRules(rules.filter(({ horizontal }) => !horizontal));
  if (across.length + down.length > MOST_RULES) return [];
  return connect(across, down)
    .flatMap(([own, crossing]) => toLattice(own, crossing) ?? [])
    .sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Collinear lines that touch, as one. */
function mergeRules(rules: readonly Rule[]): Rule[] {
  const merged: Rule[] = [];
  const byPlace = rules.toSorted((a, b) => a.at - b.at);
  for (let from = 0; from < byPlace.length;) {
    let to = from + 1;
    while (to < byPlace.length && byPlace[to]!.at - byPlace[from]!.at < SAME) to++;
    merged.push(...mergeCollinear(byPlace.slice(from, to)));
    from = to;
  }
  return merged;
}

function mergeCollinear(rules: readonly Rule[]): Rule[] {
  const merged: { horizontal: boolean; at: number; start: number; end: number }[] = [];
  for (const rule of rules.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && rule.start - last.end <= DASH) last.end = Math.max(last.end, rule.end);
    else merged.push({ ...rule });
  }
  return merged;
}

/** Groups of lines that hang together. */
function connect(across: readonly Rule[], down: readonly Rule[]): [Rule[], Rule[]][] {
  const parents = [...across, ...down].map((_, index) => index);
  const find = (index: number): number => {
    while (parents[index] !== index) index = parents[index] = parents[parents[index]!]!;
    return index;
  };
  for (const [i, row] of across.entries()) {
    for (const [j, column] of down.entries()) {
      if (cross(row, column)) parents[find(across.length + j)] = find(i);
    }
  }
  const groups = Map.groupBy([...across, ...down].entries(), ([index]) => find(index));
  return [...groups.values()].map((group) => {
    const own = group.map(([, rule]) => rule);
    return [own.filter((rule) => rule.horizontal), own.filter((rule) => !rule.horizontal)];
  });
}

function cross(row: Rule, column: Rule): boolean {
  return (
    column.at >= row.start - TOUCH &&
    column.at <= row.end + TOUCH &&
    row.at >= column.start - TOUCH &&
    row.at <= column.end + TOUCH
  );
}

function toLattice(across: readonly Rule[], down: readonly Rule[]): Lattice | undefined {
  if (across.length === 0 || down.length === 0) return undefined;
  // A table cut by the page break, or one without lines at its sides, ends where its lines end.
  const xs = cluster([
    ...down.map(({ at }) => at),
    Math.min(...across.map(({ start }) => start)),
    Math.max(...across.map(({ end }) => end)),
  ]);
  const ys = cluster([
    ...across.map(({ at }) => at),
    Math.min(...down.map(({ start }) => start)),
    Math.max(...down.map(({ end }) => end)),
  ]);
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  // Lines across alone part no columns: what stands between them is told by its gaps.
  if (rows < 1 || columns < 2 || rows * columns > MOST_FIELDS) return undefined;
  const fields = mergeFields(xs, ys, wallsOf(down, xs, ys), wallsOf(across, ys, xs));
  const cells = [...new Set(fields.flat())];
  if (cells.length < 2) return undefined;
  return {
    left: xs[0]!,
    right: xs.at(-1)!,
    top: ys[0]!,
    bottom: ys.at(-1)!,
    rows,
    columns,
    cells,
    fields,
    xs,
    ys,
  };
}

/** Places in order, those that are the same within the tolerance as their mean. */
function cluster(places: readonly number[]): number[] {
  const groups: number[][] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    const last = groups.at(-1);
    if (last && place - last[0]! < SAME) last.push(place);
    else groups.push([place]);
  }
  return groups.map((group) => group.reduce((sum, place) => sum + place, 0) / group.length);
}

/** For each place of lines, whether a line stands between each two neighbours of `along`. */
function wallsOf(
  rules: readonly Rule[],
  places: readonly number[],
  along: readonly number[],
): boolean[][] {
  const walls = places.map(() => along.slice(1).map(() => false));
  for (const { at, start, end } of rules) {
    const distances = places.map((place) => Math.abs(place - at));
    const wall = walls[distances.indexOf(Math.min(...distances))]!;
    for (let i = 0; i + 1 < along.length; i++) {
      const middle = (along[i]! + along[i + 1]!) / 2;
      if (start <= middle && middle <= end) wall[i] = true;
    }
  }
  return walls;
}

/** Fields without a line between them are one cell; it covers a rectangle. */
function mergeFields(
  xs: readonly number[],
  ys: readonly number[],
  upright: readonly (readonly boolean[])[],
  level: readonly (readonly boolean[])[],
): Cell[][] {
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  const fields: Cell[][] = Array.from({ length: rows }, () => []);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (fields[row]![column]) continue;
      let right = column + 1;
      while (right < columns && !upright[right]![row] && !fields[row]![right]) right++;
      let below = row + 1;
      while (below < rows && isOpen(below)) below++;
      const cell: Cell = {
        row,
        column,
        left: xs[column]!,
        top: ys[row]!,
        right: xs[right]!,
        bottom: ys[below]!,
      };
      for (let r = row; r < below; r++) for (let c = column; c < right; c++) fields[r]![c] = cell;

      function isOpen(at: number): boolean {
        for (let c = column; c < right; c++) {
          if (level[at]![c] || fields[at]![c]) return false;
          if (c > column && upright[c]![at]) return false;
        }
        return true;
      }
    }
  }
  return fields;
}

/** The cell of a table that holds a point; undefined outside. */
export function cellAt(lattice: Lattice, x: number, y: number): Cell | undefined {
  if (!holds(lattice, x, y)) return undefined;
  const row = Math.max(
    0,
    lattice.ys.findLastIndex((place) => place <= y),
  );
  const column = Math.max(
    0,
    lattice.xs.findLastIndex((place) => place <= x),
  );
  return lattice.fields[Math.min(row, lattice.rows - 1)]![Math.min(column, lattice.columns - 1)];
}
