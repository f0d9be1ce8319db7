import type { Words } from "../model/table.ts";
import {
  CLASS_WORDS,
  LEVEL1_OF,
  level1Of,
  level2Of,
  type Level1,
  type Level2,
} from "../model/taxonomy.ts";
import { remembering, squash, TRADITIONAL } from "../text.ts";

/** Longer texts name no class. */
const LONGEST_CLASS = 48;

/** The level-1 class that a cell names. */
export function classOf1(text: string): Level1 | undefined {
  return mayBeClass(text) ? readClass(text).level1 : undefined;
}

/** The level-2 class that a cell names. */
export function classOf2(text: string): Level2 | undefined {
  return mayBeClass(text) ? readClass(text).level2 : undefined;
}

/** Whether a text begins as the words of the classes do, or with what is folded, a number, a space. */
function mayBeClass(text: string): boolean {
  const first = text.charAt(0);
  return text.length <= LONGEST_CLASS && (FIRST.has(first) || !/^[\u4e00-\u9fff≥]/u.test(first));
}

const FIRST = new Set([...CLASS_WORDS.map((word) => word[0]!), ...TRADITIONAL]);

const readClass = remembering((text) => {
  const label = squash(text);
  return { level1: level1Of(label), level2: level2Of(label) };
});

/** The classes that hold for the rows below their labels. */
export interface Levels {
  level1?: Words;
  level2?: Words;
}

const ENDS_AS_LABEL = /指标$|^\d{1,2}-/u;

/**
 * Takes the class labels from the front of a row and lets them hold from here on.
 *
 * 成本指标 and 满意度指标 name classes of both levels: they are level 2 under the level-1 class that
 * they belong to (成本指标 under 产出指标), else level 1.
 */
export function takeLevels(cells: readonly Words[], levels: Levels): Words[] {
  const rest = [...cells];
  if (rest[0] && isLevel1(rest[0], levels.level1)) {
    levels.level1 = rest.shift()!;
    delete levels.level2;
  }
  if (rest[0] && isLabel(rest[0]) && level2Of(squash(rest[0].text))) levels.level2 = rest.shift()!;
  return rest;
}

function isLevel1(cell: Words, open: Words | undefined): boolean {
  const label = squash(cell.text);
  const level2 = level2Of(label);
  const isPartOfOpen = level2 && open && level1Of(squash(open.text)) === LEVEL1_OF[level2];
  return isLabel(cell) && level1Of(label) !== undefined && !isPartOfOpen;
}

function isLabel(cell: Words): boolean {
  return ENDS_AS_LABEL.test(squash(cell.text));
}
