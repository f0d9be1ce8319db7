import type { Words } from "../model/table.ts";
import { LEVEL1_OF, level1Of, level2Of, type Level1, type Level2 } from "../model/taxonomy.ts";
import { remembering, squash } from "../text.ts";

/** Longer texts name no class. */
const LONGEST_CLASS = 24;

/** The level-1 class that a cell names. */
export function classOf1(text: string): Level1 | undefined {
  return text.length > LONGEST_CLASS ? undefined : readClass1(text);
}

/** The level-2 class that a cell names. */
export function classOf2(text: string): Level2 | undefined {
  return text.length > LONGEST_CLASS ? undefined : readClass2(text);
}

const readClass1 = remembering((text) => level1Of(squash(text)));
const readClass2 = remembering((text) => level2Of(squash(text)));

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
