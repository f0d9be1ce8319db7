import type { Words } from "../model/table.ts";
import { joinWords } from "../model/words.ts";
import { squash } from "../text.ts";
import type { Meaning } from "./lexicon.ts";
import { isBlank } from "./lexicon.ts";
import type { Style, Token } from "./stream-tokens.ts";
import { isWholeValue, looksLikeValue, NAME_END } from "./stream-values.ts";

/** What a column of the indicator part may hold, in the order of the header. */
export type Column = Extract<
  Meaning,
  | "level3"
  | "nature"
  | "periodValue"
  | "annualValue"
  | "measure"
  | "actualValue"
  | "weight"
  | "score"
  | "remark"
>;

/** The cells of one indicator by column. */
export type StreamRow = Readonly<Partial<Record<Column, Words>>>;

/** What it costs to leave a column of a row blank. */
const BLANK_COST: Readonly<Record<Column, number>> = {
  level3: 20,
  nature: 2,
  periodValue: 3,
  annualValue: 5,
  measure: 1.5,
  actualValue: 2.5,
  weight: 2.5,
  score: 1.2,
  remark: 0,
};
/** What it costs that a cell does not look like the column that it is put in. */
const NEVER = 12;

/**
 * Puts the cells between two class labels into rows of the header's columns, the way that fits
 * best: each cell as its column expects, as few blanks and broken cells as possible.
 *
 * @param columns the columns behind level 2, the name first
 */
export function toRows(
  cells: readonly Token[],
  columns: readonly Column[],
  style: Style,
): StreamRow[] {
  const rows: Partial<Record<Column, Words>>[] = [];
  for (const [index, { column, isNew }] of bestSteps(cells, columns, style).entries()) {
    const { words, edge } = cells[index]!;
    if (isNew) rows.push({});
    const row = rows.at(-1);
    if (!row || words.text === "") continue;
    const name = columns[column]!;
    const before = row[name];
    row[name] = before ? joinWords([before, words], edge === "space" ? " " : "") : words;
  }
  return rows;
}

/** The cheapest way that ends with a cell in some column. */
interface State {
  readonly cost: number;
  /** The column of the cell before. */
  readonly from: number;
  /** A row begins with the cell. */
  readonly isNew: boolean;
}

const NO_WAY: State = { cost: Infinity, from: 0, isNew: true };

/** The column of each cell on the cheapest way through all of them. */
function bestSteps(
  cells: readonly Token[],
  columns: readonly Column[],
  style: Style,
): { column: number; isNew: boolean }[] {
  const last = columns.length - 1;
  let states = columns.map((_, column): State => ({
    cost: column === last ? 0 : Infinity,
    from: last,
    isNew: false,
  }));
  const table: State[][] = [];
  for (const [index, cell] of cells.entries()) {
    const [before, previous] = [states, cells[index - 1]];
    const fits = columns.map((column) => fit(cell.words.text, column, style));
    states = columns.map((_, to) => {
      const ways = before.flatMap(({ cost }, from): State[] => {
        if (cost === Infinity) return [];
        const step = { cell, previous, columns, fits, from, to, style };
        return [
          { cost: cost + stepCost(step), from, isNew: false },
          { cost: cost + newRowCost(step), from, isNew: true },
        ];
      });
      return ways.reduce((best, way) => (way.cost < best.cost ? way : best), NO_WAY);
    });
    table.push(states);
  }
  const total = states.map(({ cost }, column) => cost + blanks(columns, column + 1));
  let column = total.indexOf(Math.min(...total));
  return table
    .reverse()
    .map((row) => {
      const { from, isNew } = row[column]!;
      const step = { column, isNew };
      column = from;
      return step;
    })
    .reverse();
}

interface Step {
  readonly cell: Token;
  readonly previous: Token | undefined;
  readonly columns: readonly Column[];
  /** What it costs to put the cell in each column. */
  readonly fits: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly style: Style;
}

function newRowCost(step: Step): number {
  const { cell, columns, fits, from, to } = step;
  if (to !== 0 || cell.words.text === "") return Infinity;
  return blanks(columns, from + 1) + rowCost(step) + fits[0]!;
}

function stepCost(step: Step): number {
  const { cell, previous, columns, fits, from, to } = step;
  if (cell.words.text === "") return blankStep(step);
  if (!previous || to < from) return Infinity;
  if (to === from) return wrapCost(step);
  return blanks(columns, from + 1, to) + columnCost(step) + fits[to]!;
}

/** A cell that is printed blank leaves its column blank for less; too many of them count little. */
function blankStep({ columns, previous, from, to }: Step): number {
  if (to === from && from === columns.length - 1) return 0.1;
  if (!previous) return Infinity;
  return to === from + 1 ? 0.4 * BLANK_COST[columns[to]!] : Infinity;
}

function blanks(columns: readonly Column[], from: number, to: number = columns.length): number {
  let cost = 0;
  for (const column of columns.slice(from, to)) cost += BLANK_COST[column];
  return cost;
}

/** A row begins at a line where rows stand on lines. */
function rowCost({ cell, previous, style }: Step): number {
  if (!previous) return 0;
  if (cell.edge === "line") return openEnd(previous);
  if (cell.edge === "space") return style.rowwise ? 3 : 0.3;
  return cell.edge === "cell" ? 2 : 0;
}

function columnCost({ cell, previous, columns, from, to, style }: Step): number {
  const value = columns[to] === "actualValue" && columns[from] === "annualValue";
  const same = value && previous && squash(previous.words.text) === squash(cell.words.text);
  const other = value && previous && isOtherNumber(previous.words.text, cell.words.text) ? 0.7 : 0;
  const newLine = style.rowwise && cell.edge === "line" ? 2 : 0;
  return newLine + other + openEnd(previous) - (same ? 1.5 : 0);
}

/** What it costs to leave a cell that stops at a comma or in an open bracket. */
function openEnd(previous: Token | undefined): number {
  const text = squash(previous?.words.text ?? "");
  return /[、,，和与及的]$/u.test(text) || unclosed(text) ? 2 : 0;
}

/** A bare number that is not that of the target is rather a weight than what was achieved. */
function isOtherNumber(target: string, text: string): boolean {
  const number = squash(text);
  return (
    /^\d+(?:\.\d+)?$/u.test(number) && !new RegExp(`(?<![\\d.])${number}(?!\\d)`, "u").test(target)
  );
}

function wrapCost({ cell, previous, columns, to, style }: Step): number {
  const column = columns[to]!;
  if (!previous || previous.words.text === "" || column === "weight" || column === "score")
    return Infinity;
  if (cell.edge === "cell" || (style.exact && cell.edge === "line")) return 9;
  if (style.width && isFull(cell, previous, column, style.width)) return 0.2;
  const wrapped = column === "level3" ? nameWrap(cell, previous) : valueWrap(cell, previous, style);
  return wrapped + lineCost(cell, style);
}

/** What it costs in itself that a cell goes on behind a space or in the next line. */
function lineCost({ edge }: Token, { rowwise, broken }: Style): number {
  if (edge === "space") return 0.6;
  return broken ? 0.5 : rowwise ? 1 : 1.5;
}

/** A line as long as the longest ones is broken, unless it is a value or a value follows. */
function isFull(cell: Token, previous: Token, column: Column, width: number): boolean {
  const [before, after] = [squash(previous.words.text), squash(cell.words.text)];
  const isValue = readsAsTarget(before) || (column !== "level3" && isQuality(before));
  const isNext = readsAsTarget(after) || (NAME_END.test(before) && isQuality(after));
  return previous.words.text.length >= width && !isValue && !isNext;
}

function nameWrap(cell: Token, previous: Token): number {
  const joined = squash(previous.words.text + cell.words.text);
  const opened = unclosed(squash(previous.words.text));
  if (opened) return 0;
  const after = squash(cell.words.text);
  const begins = looksLikeValue(after) ? 3 : ADVERB.test(after) ? 1.5 : 0.5;
  return begins + (joined.length > 60 ? 2 : 0);
}

function valueWrap(cell: Token, previous: Token, { broken }: Style): number {
  const [before, after] = [squash(previous.words.text), squash(cell.words.text)];
  if (unclosed(before)) return 0;
  if (/^[≥≤><=]$/u.test(before) && /^\d/u.test(after)) return 0;
  const isWhole = isWholeValue(before + after);
  if (isWhole && (/^20\d\d年$/u.test(before) || !isWholeValue(after))) return 0;
  if (ADVERB.test(before) && isQuality(before + after)) return 0;
  if (broken && isTail(after) && !looksLikeValue(before)) return 0.5;
  if (/[\d.]$/u.test(before) && /^(?:%|[\d.]+(?:%|\([^()]*\))?$|\p{Script=Han}{1,3}$)/u.test(after))
    return 0.5;
  // A value in prose goes on; a number is a value of its own.
  if (looksLikeValue(before) && !/[、,，;；]$/u.test(before)) return 5;
  return before.length >= 6 && /^[)）。、,，%]|[。；;]$/u.test(after) ? 0.5 : 2;
}

function readsAsTarget(t: string): boolean {
  return looksLikeValue(t) || ENDS_IN_CONDITION.test(t);
}

/** Whether a bracket is open at the end of a text. */
export function unclosed(text: string): boolean {
  return (text.match(/[(（]/gu)?.length ?? 0) > (text.match(/[)）]/gu)?.length ?? 0);
}

/** How badly some text fits a column. */
function fit(text: string, column: Column, { broken = false }: Style): number {
  const t = squash(text);
  switch (column) {
    case "level3":
      return broken && isTail(t) ? 4 : nameFit(t);
    case "nature":
      return /^[≥≤><=≧≦]+$|^(?:定性|定量|大于|小于|等于|不低于|不超过|正向|反向)/u.test(t)
        ? 0
        : NEVER;
    case "measure":
      return t.length <= 8 && !/\d/u.test(t) ? 0 : NEVER / 2;
    case "weight":
    case "score":
      return /^\d{1,3}(?:\.\d+)?分?$/u.test(t) && Number.parseFloat(t) <= 100
        ? 0
        : isBlank(t)
          ? 1
          : NEVER;
    case "remark":
      return looksLikeValue(t) ? 3 : isBlank(t) ? 0.2 : 1.5;
    default:
      return valueFit(t) + (broken && isProse(t) ? (isTail(t) ? 2 : 1) : 0);
  }
}

/**
 * Whether a text is so short that it is the end of a line above, as “率” and “件数” are, rather than
 * a name or a value.
 */
export function isTail(t: string): boolean {
  return /^\p{Script=Han}{1,2}$/u.test(t) && !isQuality(t) && !isBlank(t);
}

/** Whether a text is what a broken line leaves of a name: a tail, or “合格率”, “满意度”. */
export function isEndOfName(t: string): boolean {
  return isTail(t) || (/^\p{Script=Han}{3}$/u.test(t) && NAME_END.test(t));
}

function isProse(t: string): boolean {
  return !looksLikeValue(t) && !isBlank(t) && !isQuality(t);
}

/** “媒体报道次数≥15次”: a sentence that ends in a number to reach is a value. */
const ENDS_IN_CONDITION =
  /\p{Script=Han}(?:[≥≤><=]|不低于|不少于|不超过)\d[\d.,]*[^\d()]{0,6}(?:\([^()]*\))?$/u;

function nameFit(t: string): number {
  if (/^[≥≤><=]?\s*\d[\d.,]*%?$/u.test(t)) return NEVER;
  if (/^[≥≤><=]/u.test(t) && !NAME_END.test(t)) return 8;
  if (isBlank(t)) return 1;
  if (ENDS_IN_CONDITION.test(t)) return 5;
  if (looksLikeValue(t)) return NAME_END.test(t) ? 0.5 : 5;
  // “率”, “情况” are the end of a name rather than one.
  if (t.length < 3) return NAME_END.test(t) ? 2 : 1.5;
  return NAME_END.test(t) ? 0 : isQuality(t) ? 3 : 0.5;
}

function valueFit(t: string): number {
  if (looksLikeValue(t)) return 0;
  if (isBlank(t)) return 0.5;
  if (isQuality(t) || ENDS_IN_CONDITION.test(t)) return 0.3;
  const long = t.length > 25 ? 2 : t.length > 12 ? 1.5 : 1;
  return NAME_END.test(t) ? long + 1.5 : long;
}

/** Words that a judgement begins with. */
const ADVERB =
  /^(?:不断|持续|显著|明显|有效|逐步|进一步|稳步|大幅|得到|基本|较|全面)(?:得到|有效|明显)?$/u;

const QUALITY =
  /^(?:不断|持续|长期|显著|明显|有效|逐步|进一步|较|良好|优|良|好|是|否|高|合格|及时|达标|完成|已完成|按时|按期|正常|稳定|改善|提高|提升|增强|促进|保障|达到|达成|符合|全面|全部|优秀|较好|较高)/u;

/** A word or two of judgement, as qualitative targets are: “显著提升”, “效果良好”. */
function isQuality(t: string): boolean {
  if (t.length > 12) return false;
  return (
    QUALITY.test(t) ||
    /^(?:基本)?(?:健全|完善|健全完善|建立|规范|到位|有序)$/u.test(t) ||
    /(?:提升|提高|改善|增强|良好|明显|显著|达标|合格|完成|保障|持续|长期|及时|满意|稳定|巩固|落实|较好|优秀)$/u.test(
      t,
    )
  );
}
