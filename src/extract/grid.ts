import type { Extract, Format } from "../model/table.ts";
import { laidOutToTables } from "./text.ts";
import { NO_WORDS, Refusal, TOO_LARGE } from "./unreadable.ts";

/** A table as rows of cells, as wide as its widest row; a merged cell's words stand in its first. */
export type Grid = readonly (readonly string[])[];

/** What a page holds, from top to bottom: lines of running text and tables. */
export type Block =
  | { readonly kind: "line"; readonly text: string; readonly afterGap: boolean }
  | { readonly kind: "grid"; readonly rows: Grid };

/** More cells than the tables of any budget have; beyond it a file is refused. */
export const MOST_CELLS = 2_000_000;
const MOST_COLUMNS = 1_000;

const CJK = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—·￥]/u;
/** What a text file would take for the end of a line, a cell or a page, and other controls. */
const CONTROLS = /[\u0000-\u001f\u0085\u2028\u2029]+/gu;

/**
 * The lines of a cell as one: a line break between Chinese characters is a mere wrap, between
 * others it stands for a space.
 */
export function joinLines(lines: readonly string[]): string {
  let all = "";
  for (const line of lines) {
    const text = line.trim();
    if (text === "") continue;
    const isWrap = all === "" || CJK.test(all.at(-1)!) || CJK.test(text[0]!);
    all += isWrap ? text : ` ${text}`;
  }
  return all;
}

/**
 * Lays pages out as the text that is published, and cuts it into tables: a form feed between
 * pages, a tab between cells, a blank line between what stands apart.
 *
 * Refuses a file without words and one of more columns or cells than a budget's tables have.
 */
export function layOut(format: Format, pages: readonly (readonly Block[])[]): Extract {
  const text = pages.map(pageText).join("\f");
  if (text.trim() === "") throw new Refusal(NO_WORDS);
  return { format, text, tables: laidOutToTables(text) };
}

function pageText(blocks: readonly Block[]): string {
  return blocks
    .map(textOf)
    .join("")
    .replace(/^\n+/u, "")
    .replace(/\n{2,}/gu, "\n\n")
    .replace(/\n+$/u, "\n");
}

function textOf(block: Block): string {
  if (block.kind === "line") return `${block.afterGap ? "\n" : ""}${flat(block.text)}\n`;
  return `\n${tidy(block.rows).map(rowText).join("")}\n`;
}

/** Words without what would look like the end of a cell, a row or a page. */
function flat(text: string): string {
  return text.replace(CONTROLS, " ").replaceAll("\u00a0", " ").trim();
}

function rowText(cells: readonly string[]): string {
  return isFilled(cells) ? `${cells.join("\t")}\n` : "\n";
}

/** A grid without empty columns, at most one empty row between others, every row as wide. */
function tidy(rows: Grid): string[][] {
  const filled = rows
    .map((row) => row.map(flat))
    .filter((row, index, all) => isFilled(row) || (index > 0 && isFilled(all[index - 1]!)));
  const used = new Set<number>();
  for (const row of filled) row.forEach((cell, column) => cell !== "" && used.add(column));
  const columns = [...used].sort((a, b) => a - b);
  if (columns.length > MOST_COLUMNS || columns.length * filled.length > MOST_CELLS) {
    throw new Refusal(TOO_LARGE);
  }
  return filled.map((row) => columns.map((column) => row[column] ?? ""));
}

function isFilled(row: readonly string[]): boolean {
  return row.some((cell) => cell !== "");
}
