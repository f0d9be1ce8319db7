import type { Row, Table, Words } from "../model/table.ts";
import { joinWords, sliceWords, trimWords } from "../model/words.ts";
import { squash } from "../text.ts";
import { isAmount, meaningOf, type Meaning } from "./lexicon.ts";
import { isLabelText, levelOf, levelWords, partsOf, type Line } from "./stream-labels.ts";
import { mendLabels } from "./stream-split-labels.ts";
import { isGlued, unglue } from "./stream-glue.ts";

/**
 * What parts a cell from the one before it: the end of a line, the border of a column (a tab, a
 * pipe), a space within a line, or nothing at all.
 */
export type Edge = "line" | "cell" | "space" | "glue";

/** A label or a value of a form whose grid is lost, in reading order. */
export interface Token {
  readonly words: Words;
  readonly edge: Edge;
  readonly afterGap: boolean;
  /** What it means as a label of a field or a column. */
  readonly meaning: Meaning | undefined;
  /** The words of the class of indicators that it names, without the points behind them. */
  readonly level: Words | undefined;
}

/** How the text shows where a cell ends. */
export interface Style {
  /** Cells are told apart by pipes or blank lines, so that a line is never part of a cell. */
  readonly exact: boolean;
  /** Rows stand on lines, their cells parted by spaces. */
  readonly rowwise: boolean;
  /** The length at which lines are broken, where several are of one length and none is longer. */
  readonly width?: number;
  /** Cells are narrow: most names and many values are broken over lines. */
  readonly broken?: boolean;
}

interface Cell {
  readonly words: Words;
  readonly edge: Edge;
  readonly afterGap: boolean;
}

/** Most lines that a label or a cell is broken into. */
const MOST_PARTS = 6;
const LONGEST_PART = 12;

interface Tokens {
  readonly tokens: readonly Token[];
  readonly style: Style;
}

/** Asked for twice, to match and to read. */
const KEPT = new WeakMap<readonly Table[], Tokens>();

/** Cuts the pages of a form into its labels and values. */
export function tokenise(pages: readonly Table[]): Tokens {
  const kept = KEPT.get(pages) ?? cut(pages);
  KEPT.set(pages, kept);
  return kept;
}

function cut(pages: readonly Table[]): Tokens {
  const lines = closeLines(pages.flatMap((page) => page.rows.map(toLine)));
  const filled = lines.filter(({ cells }) => cells.some(({ text }) => text !== ""));
  const share = (test: (line: Line) => boolean) => filled.filter(test).length / filled.length;
  const piped = share(({ closed, isPiped }) => closed && isPiped) > 0.4;
  const gapped = !piped && share(({ afterGap }) => afterGap) > 0.6;
  const exact = piped || gapped;
  const rowwise = !exact && lines.some(isSpacedHeader);
  const whole = exact ? joinLines(lines, piped) : mendLabels(lines).flatMap(toCells);
  const glued = whole.some(({ words }) => isGlued(words.text));
  const cells = glued
    ? unglue(whole.map(({ words }) => words)).map((words): Cell => ({
        words,
        edge: "glue",
        afterGap: false,
      }))
    : whole.flatMap((cell) => cutSpaces(cell, rowwise)).flatMap(cutLabel);
  return { tokens: label(cells), style: { exact, rowwise } };
}

/**
 * Whether classes stand in lines of their own: a table that came through with borders in some of
 * its rows alone.
 */
export function hasBareClasses(pages: readonly Table[]): boolean {
  const rows = pages.flatMap((page) => page.rows);
  const classes = rows.filter((row) => row.cells.some(({ text }) => levelOf(text)));
  const bare = classes.filter((row) => row.cells.length === 1);
  return bare.length >= 2 && bare.length * 3 >= classes.length;
}

/** Whether a token is a label of any kind. */
export function isLabel(token: Token | undefined): boolean {
  return token !== undefined && (token.meaning !== undefined || token.level !== undefined);
}

function toLine(row: Row): Line {
  const text = row.cells.length === 1 ? row.cells[0]!.text : "";
  const closed = /\|\s*$/u.test(text) || row.cells.length > 1;
  const isPiped = text.includes("|");
  return { cells: row.cells.flatMap(cutPipes), afterGap: row.afterGap, closed, isPiped };
}

/** “| 数量指标”: a pipe in front of a cell ends the one above it. */
function closeLines(lines: readonly Line[]): Line[] {
  const opens = (line: Line | undefined) =>
    line !== undefined && line.cells.length > 1 && line.cells[0]!.text === "" && line.isPiped;
  return lines.map((line, index) => ({
    ...line,
    cells: opens(line) ? line.cells.slice(1) : line.cells,
    closed: line.closed || opens(lines[index + 1]),
    isPiped: line.isPiped || opens(lines[index + 1]),
  }));
}

/** “数量指标 |”: a pipe ends a cell; what stands behind the last one is no cell. */
function cutPipes(cell: Words): Words[] {
  if (!cell.text.includes("|")) return [cell];
  const cells: Words[] = [];
  let from = 0;
  for (const part of cell.text.split("|")) {
    cells.push(trimWords(sliceWords(cell, from, from + part.length)));
    from += part.length + 1;
  }
  return cells.at(-1)!.text === "" ? cells.slice(0, -1) : cells;
}

/** A header of two levels and more on one line, its cells parted by spaces. */
function isSpacedHeader({ cells }: Line): boolean {
  return cells.some(({ text }) => {
    const columns = text.split(/\s+/u).map(meaningOf).filter(isColumn);
    return columns.length >= 3 && columns.includes("level3");
  });
}

const COLUMNS: readonly (Meaning | undefined)[] = [
  "level1",
  "level2",
  "level3",
  "periodValue",
  "annualValue",
  "actualValue",
];

function isColumn(meaning: Meaning | undefined): boolean {
  return COLUMNS.includes(meaning);
}

function toCells({ cells, afterGap }: Line): Cell[] {
  const start = cells.findIndex(({ text }) => text !== "");
  return (start < 0 ? [] : cells.slice(start)).map((words, index) => ({
    words,
    edge: index === 0 ? "line" : "cell",
    afterGap: index === 0 && afterGap,
  }));
}

/** Lines of one cell become one: up to its pipe, or up to a blank line. */
function joinLines(lines: readonly Line[], piped: boolean): Cell[] {
  const cells: Cell[] = [];
  let parts = 1;
  let open = false;
  for (const line of lines) {
    const last = cells.at(-1);
    const [first, ...others] = line.cells;
    if (!first) continue;
    const goesOn = open && last && !line.afterGap && parts < MOST_PARTS;
    if (goesOn && !isLabelText(last.words.text) && !isLabelText(first.text)) {
      cells[cells.length - 1] = { ...last, words: joinWords([last.words, first]) };
      parts++;
    } else {
      cells.push({ words: first, edge: "line", afterGap: line.afterGap });
      parts = 1;
    }
    cells.push(...others.map((words): Cell => ({ words, edge: "cell", afterGap: false })));
    open = piped ? !line.closed : others.length === 0;
  }
  return cells;
}

/** Cuts a line at its spaces where they part cells: in forms with such a header, or at a label. */
function cutSpaces(cell: Cell, rowwise: boolean): Cell[] {
  const { text } = cell.words;
  if (!/\s/u.test(text) || isLabelText(text)) return [cell];
  const parts = partsOf(cell.words);
  const hasLabel = parts.some((part) => isLabelText(part.text.replace(/[:：].*$/u, "")));
  if (!rowwise && !hasLabel) return [cell];
  return parts.map((words, index) =>
    index === 0 ? { ...cell, words } : { words, edge: "space", afterGap: false },
  );
}

/** “年度资金总额:500”, “预算单位：某局”: a label and its value in one cell. */
function cutLabel(cell: Cell): Cell[] {
  const { words } = cell;
  if (isLabelText(words.text)) return [cell];
  const colon = /^(?:其\s*中\s*[:：])?[^:：]{2,20}[:：]\s*(?=\S)/u.exec(words.text);
  const number = /^[^\d]{4,24}(?=[\d,.，]+(?:万元|元)?$)/u.exec(words.text);
  const cut = [colon, number].find((found) => found && meaningOf(found[0]) !== undefined);
  if (!cut) return [cell];
  const value = sliceWords(words, cut[0].length);
  if (!colon && !isAmount(value.text)) return [cell];
  const label = trimWords(sliceWords(words, 0, cut[0].length));
  return [
    { ...cell, words: label },
    { words: value, edge: "glue", afterGap: false },
  ];
}

/** Finds the labels; one that is broken over several cells becomes one token. */
function label(cells: readonly Cell[]): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < cells.length;) {
    const length = labelLength(cells, at);
    const parts = cells.slice(at, at + Math.max(length, 1));
    const words = joinWords(parts.map((part) => part.words));
    const { edge, afterGap } = cells[at]!;
    const level = length > 0 && levelOf(words.text) ? levelWords(words) : undefined;
    const meaning = length > 0 ? meaningOf(words.text) : undefined;
    tokens.push({ words, edge, afterGap, meaning, level });
    at += parts.length;
  }
  return tokens;
}

/** How many cells from here make the longest label; 0 where none do. */
function labelLength(cells: readonly Cell[], at: number): number {
  // “0” in front of 生态效益指标 is a value, not the code of the class.
  if (/^\d+$/u.test(cells[at]!.words.text)) return 0;
  let text = "";
  let longest = 0;
  for (let length = 1; length <= MOST_PARTS && at + length <= cells.length; length++) {
    const part = squash(cells[at + length - 1]!.words.text);
    if (part === "" || (length > 1 && part.length > LONGEST_PART)) break;
    if (length > 1 && startsAnew(cells, at, length)) break;
    text += part;
    if (isLabelText(text)) longest = length;
  }
  return longest;
}

/**
 * A label does not swallow a second one: 总额 behind 项目资金 heads a row of its own. 服务对象 in front
 * of 满意度指标 is none, so both are one class.
 */
function startsAnew(cells: readonly Cell[], at: number, length: number): boolean {
  const parts = cells.slice(at, at + length).map(({ words }) => words.text);
  const [first, last] = [parts[0]!, parts.at(-1)!];
  if (!isLabelText(last)) return false;
  const isPrefix = (part: string) => /^\p{Script=Han}+$/u.test(part) && !isLabelText(part);
  if (levelOf(last) && parts.slice(0, -1).every(isPrefix)) return false;
  const size = squash(last).length;
  return size >= 3 || (isLabelText(first) && squash(first).length >= 4);
}
