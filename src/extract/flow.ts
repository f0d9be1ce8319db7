import { MOST_CELLS, joinLines, type Block } from "./grid.ts";
import { Refusal, TOO_LARGE } from "./unreadable.ts";

/** What running documents (web pages, Word files) hold, before it is known which tables are layout. */
export type Flow =
  | { readonly kind: "line"; readonly text: string; readonly afterGap: boolean }
  | { readonly kind: "page" }
  | { readonly kind: "table"; readonly rows: readonly (readonly FlowCell[])[] };

/** A cell with what it holds: lines, and tables nested in it. */
export interface FlowCell {
  readonly columns: number;
  readonly rows: number;
  readonly content: readonly Flow[];
}

/** Columns that a cell may span: the bound that browsers have. */
const MOST_SPAN = 1_000;
/** A wider table than any page shows. */
const MOST_COLUMNS = 20_000;

/**
 * The pages of a running document. Tables that only arrange others are taken apart: the innermost
 * table with data stays a table, the rows around it become lines; words of a small table inside a
 * row of data belong to its cell.
 */
export function pagesOf(flow: readonly Flow[]): Block[][] {
  const pages: Block[][] = [[]];
  for (const item of flow) {
    if (item.kind === "page") pages.push([]);
    else for (const block of blocksOf(item)) pages.at(-1)!.push(block);
  }
  const filled = pages.filter((blocks) => blocks.some(hasWords));
  return filled.length > 0 ? filled : [[]];
}

function hasWords(block: Block): boolean {
  return block.kind === "grid" || block.text.trim() !== "";
}

function blocksOf(item: Flow): Block[] {
  if (item.kind === "line") return [item];
  return item.kind === "table" ? tableBlocks(item.rows) : [];
}

/** A cell at its place in the grid, its nested tables taken apart. */
interface Placed {
  readonly column: number;
  readonly blocks: readonly Block[];
}

function tableBlocks(rows: readonly (readonly FlowCell[])[]): Block[] {
  const placed = place(rows);
  const filled = placed.map((row) => row.filter(({ blocks }) => blocks.some(hasWords)));
  const columns = new Set(filled.flat().map(({ column }) => column));
  const isLayout = columns.size === 1 || filled.some(arranges);
  const blocks: Block[] = [];
  let grid: string[][] = [];
  for (const row of filled) {
    if (!arranges(row) && !(isLayout && row.length === 1)) {
      grid.push(textsOf(row));
      continue;
    }
    blocks.push({ kind: "grid", rows: grid });
    for (const { blocks: inside } of row) for (const block of inside) blocks.push(block);
    grid = [];
  }
  return [...blocks, { kind: "grid" as const, rows: grid }].filter(
    (block) => block.kind === "line" || block.rows.length > 0,
  );
}

function arranges(row: readonly Placed[]): boolean {
  return row.some(({ blocks }) => blocks.some((block) => isData(block, row.length)));
}

/** A table that is more than words of the cell it stands in: the cells beside it say how much. */
function isData(block: Block, cellsInRow: number): boolean {
  if (block.kind === "line") return false;
  const width = block.rows.reduce((most, row) => Math.max(most, wordsIn(row)), 0);
  return block.rows.length > 1 && (width > 2 || (width === 2 && cellsInRow <= 2));
}

function wordsIn(row: readonly string[]): number {
  return row.filter((text) => text !== "").length;
}

function textsOf(row: readonly Placed[]): string[] {
  const texts: string[] = [];
  for (const { column, blocks } of row) {
    while (texts.length < column) texts.push("");
    texts[column] = joinLines(blocks.flatMap(linesOf));
  }
  return texts;
}

function linesOf(block: Block): string[] {
  if (block.kind === "line") return [block.text];
  const rows = block.rows.map((row) => row.filter((text) => text !== "").join(" "));
  return [rows.join(" ")];
}

/**
 * Gives each cell its column: one that spans rows pushes those of the rows below to the right.
 * Refuses spans that make more cells than any table has.
 */
function place(rows: readonly (readonly FlowCell[])[]): Placed[][] {
  /** For each column, up to which row a cell from above reaches. */
  const taken: number[] = [];
  let size = 0;
  return rows.map((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while ((taken[column] ?? 0) > row) column++;
      const placed = { column, blocks: cell.content.flatMap(blocksOf) };
      const end = column + Math.min(Math.max(1, cell.columns), MOST_SPAN);
      for (; column < end; column++) taken[column] = row + Math.max(1, cell.rows);
      size += end - placed.column;
      if (size > MOST_CELLS || column > MOST_COLUMNS) throw new Refusal(TOO_LARGE);
      return placed;
    });
  });
}

/** Gathers what a document shows, line by line. */
export interface Writer {
  text(text: string): void;
  /** Ends the line; a second one leaves a blank line. */
  lineBreak(): void;
  /** Begins and ends a paragraph; the next line stands below white space if `gap` says so. */
  block(gap: boolean): void;
  /** What the next line begins with: the number of a list's item. */
  mark(text: string): void;
  push(item: Flow): void;
  end(): Flow[];
}

/** Makes a writer whose lines are cleaned by `show` when they are complete. */
export function makeWriter(show: (line: string) => string): Writer {
  const flow: Flow[] = [];
  let line = "";
  let mark = "";
  let afterGap = false;
  const endLine = () => {
    const text = show(line);
    line = "";
    if (text === "") return false;
    flow.push({ kind: "line", text: mark + text, afterGap });
    mark = "";
    afterGap = false;
    return true;
  };
  return {
    text(text) {
      line += text;
    },
    lineBreak() {
      if (!endLine() && flow.length > 0) afterGap = true;
    },
    block(gap) {
      endLine();
      afterGap ||= gap;
    },
    mark(text) {
      endLine();
      mark = text;
    },
    push(item) {
      endLine();
      flow.push(item);
      afterGap = true;
    },
    end() {
      endLine();
      return flow;
    },
  };
}
