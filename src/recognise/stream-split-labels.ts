import type { Words } from "../model/table.ts";
import { joinWords } from "../model/words.ts";
import { squash } from "../text.ts";
import { meaningOf, type Meaning } from "./lexicon.ts";
import { isLabelText, levelOf, partsOf, type Line } from "./stream-labels.ts";
import { looksLikeValue } from "./stream-values.ts";

/** Lines between the halves of a label that is set in the middle of its rows. */
const MOST_ROWS = 3;
const LONGEST_HALF = 6;
/** The rest of a name below its row is no longer. */
const LONGEST_TAIL = 8;
/** Shorter lines in front of a label that stands beside prose are no part of it. */
const SHORTEST_PROSE = 15;
const GOALS: readonly (Meaning | undefined)[] = ["goal", "annualGoal", "periodGoal"];

/**
 * Puts labels together whose halves the text layer of a PDF prints on the lines beside the text
 * that they stand next to, and names that go on below the row of their value:
 *
 * ```text
 * 社会效益 人均公共图书馆藏      社会效益指标
 * 1.8册                      →  人均公共图书馆藏书量
 * 指标 书量                      1.8册
 * ```
 */
export function mendLabels(lines: readonly Line[]): Line[] {
  const mended: Line[] = [];
  for (let at = 0; at < lines.length;) {
    const found = splitLabel(lines, at) ?? splitName(lines, at);
    if (!found) {
      mended.push(lines[at]!);
      at++;
      continue;
    }
    if (found.isProse) {
      const front = proseBefore(mended);
      const text = joinWords([
        ...mended.splice(mended.length - front).flatMap(wordsOf),
        ...found.rows.flat(),
      ]);
      mended.push(...asLines([[found.label], [text]], lines[at]!));
    } else {
      mended.push(...asLines([[found.label], ...found.rows], lines[at]!));
    }
    at = found.end;
  }
  return mended;
}

interface Mended {
  readonly label: Words;
  readonly rows: readonly (readonly Words[])[];
  /** The label is that of a goal. */
  readonly isProse: boolean;
  /** The line behind it. */
  readonly end: number;
}

/** A label whose second half begins one of the next lines. */
function splitLabel(lines: readonly Line[], at: number): Mended | undefined {
  const [first, ...rest] = partsAt(lines, at);
  if (!first || !isHalf(first)) return undefined;
  for (let end = at + 1; end <= at + MOST_ROWS + 1; end++) {
    const [second, ...behind] = partsAt(lines, end);
    if (!second) return undefined;
    const label = joinWords([first, second]);
    const isGoal = GOALS.includes(meaningOf(label.text));
    if (levelOf(label.text) || isGoal) {
      const between = lines.slice(at + 1, end).map((_, index) => partsAt(lines, at + 1 + index));
      const isBroken = rest.length + behind.length + between.length === 0;
      if (isBroken) return undefined;
      const rows = isGoal ? [rest, ...between, behind] : rowsBeside(rest, between, behind);
      return { label, rows, isProse: isGoal, end: end + 1 };
    }
    if (partsAt(lines, end).some(({ text }) => isLabelText(text))) return undefined;
  }
  return undefined;
}

/** The rows beside a label: whole ones, or one whose name is broken around its value. */
function rowsBeside(
  first: readonly Words[],
  between: readonly (readonly Words[])[],
  last: readonly Words[],
): (readonly Words[])[] {
  const [middle, ...others] = between;
  const isWhole = first.length === 0 || endsInValue(first);
  if (isWhole || !middle || others.length > 0) return [first, ...between, last];
  const value = middle.at(-1)!;
  return [[joinWords([...first, ...middle.slice(0, -1), ...last]), value]];
}

/** “新增纸质图书册”, “数量指标 ≥5.2万册”, “数”: a name broken around the line of its class. */
function splitName(lines: readonly Line[], at: number): Mended | undefined {
  const [name, row, tail] = [0, 1, 2].map((offset) => partsAt(lines, at + offset));
  const [label, value] = row ?? [];
  if (name?.length !== 1 || row?.length !== 2 || tail?.length !== 1 || !label || !value)
    return undefined;
  const isRow = levelOf(label.text) && looksLikeValue(squash(value.text));
  const [head, end] = [name[0]!, tail[0]!];
  const isTail = end.text.length <= LONGEST_TAIL && isText(end);
  if (!isRow || !isTail || !isText(head)) return undefined;
  return { label, rows: [[joinWords([head, end]), value]], isProse: false, end: at + 3 };
}

/** Whether words are neither label nor value. */
function isText({ text }: Words): boolean {
  return /^[^\d≥≤><=]+$/u.test(text) && !isLabelText(text);
}

/** How many of the last lines are prose that stands in front of its label. */
function proseBefore(lines: readonly Line[]): number {
  const end = lines.findLastIndex((line) => {
    const [only, ...others] = line.cells;
    return (
      !only || others.length > 0 || only.text.length < SHORTEST_PROSE || isLabelText(only.text)
    );
  });
  return lines.length - 1 - end;
}

function partsAt(lines: readonly Line[], at: number): readonly Words[] {
  const line = lines[at];
  return line?.cells.length === 1 && !line.isPiped ? partsOf(line.cells[0]!) : [];
}

function wordsOf({ cells }: Line): readonly Words[] {
  return cells;
}

function isHalf({ text }: Words): boolean {
  return text.length <= LONGEST_HALF && /^\p{Script=Han}{2,}$/u.test(text) && !isLabelText(text);
}

function endsInValue(parts: readonly Words[]): boolean {
  const last = parts.at(-1);
  return parts.length > 1 && last !== undefined && looksLikeValue(squash(last.text));
}

/** The label on a line, and each row on one of its own. */
function asLines(rows: readonly (readonly Words[])[], { afterGap, closed, isPiped }: Line): Line[] {
  return rows
    .filter((cells) => cells.length > 0)
    .map((cells, index) => ({ cells, afterGap: index === 0 && afterGap, closed, isPiped }));
}
