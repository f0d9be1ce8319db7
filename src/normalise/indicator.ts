import type { IndicatorReading } from "../model/reading.ts";
import type { Indicator } from "../model/records.ts";
import type { Words } from "../model/table.ts";
import {
  LEVEL1_OF,
  level1Of,
  level2Of,
  type Level1,
  type Level2,
  type LevelBasis,
} from "../model/taxonomy.ts";
import { placeOf } from "../model/words.ts";
import { squash, unwrap } from "../text.ts";
import type { FamilyFinder } from "./family.ts";
import { parseTarget } from "./target.ts";
import { completeTarget } from "./template.ts";

/** What an indicator belongs to. */
export interface Owner {
  readonly disclosureId: string;
  readonly projectId: string | null;
  readonly departmentId: string | null;
}

/** Makes records of the indicators of one project, or of a department where it has no project. */
export function normaliseIndicators(
  readings: readonly IndicatorReading[],
  owner: Owner,
  familyOf: FamilyFinder,
): Indicator[] {
  return readings.map((reading, index) => normaliseIndicator(reading, index + 1, owner, familyOf));
}

function normaliseIndicator(
  reading: IndicatorReading,
  seq: number,
  owner: Owner,
  familyOf: FamilyFinder,
): Indicator {
  const name = unwrap(reading.name.text);
  const annualValue = valueOf(reading.annualValue);
  const periodValue = valueOf(reading.periodValue);
  const target = completeTarget(parseTarget(annualValue), name, annualValue);
  return {
    ...owner,
    indicatorId: `${owner.projectId ?? owner.disclosureId}/i${String(seq).padStart(2, "0")}`,
    seq,
    ...classOf(reading.level1, reading.level2),
    name,
    family: familyOf({ name, annualValue, target }),
    periodValue,
    annualValue,
    actualValue: valueOf(reading.actualValue),
    weight: numberOf(reading.weight),
    score: numberOf(reading.score),
    target,
    periodTarget: completeTarget(parseTarget(periodValue), name, periodValue),
    truncated: reading.truncated,
    number: reading.number ?? null,
    place: placeOf(reading.words)!,
  };
}

type Class = Pick<
  Indicator,
  "level1" | "level2" | "level1Printed" | "level2Printed" | "level2Basis"
>;

/**
 * The classes of an indicator. A level-1 class that is none (“24-可持续影响” in its place) is that of
 * the level-2 class; a wrong but possible one stays as printed. Level 2 is inferred only where
 * level 1 has a single class below it.
 */
export function classOf(printed1: Words | undefined, printed2: Words | undefined): Class {
  const label = (words: Words | undefined) => squash(words?.text ?? "");
  const level2Printed = level2Of(label(printed2));
  const misplaced = level2Of(label(printed1));
  const level1: Level1 | undefined =
    level1Of(label(printed1)) ??
    (level2Printed && LEVEL1_OF[level2Printed]) ??
    (misplaced && LEVEL1_OF[misplaced]) ??
    // Investment plans make 产出指标 a level 2 of 实施效果指标.
    level1Of(label(printed2));
  const inferred: Level2 | undefined =
    misplaced && !level1Of(label(printed1)) ? misplaced : onlyClassIn(level1);
  const basis: LevelBasis = level2Printed ? "printed" : inferred ? "inferred" : "none";
  return {
    level1: level1 ?? null,
    level2: level2Printed ?? inferred ?? null,
    level1Printed: textOf(printed1),
    level2Printed: textOf(printed2),
    level2Basis: basis,
  };
}

/** The level-2 class of a level-1 class that has just one. */
function onlyClassIn(level1: Level1 | undefined): Level2 | undefined {
  const classes = (Object.keys(LEVEL1_OF) as Level2[]).filter((c) => LEVEL1_OF[c] === level1);
  return classes.length === 1 ? classes[0] : undefined;
}

/** The words as published; null where there are none. */
export function textOf(words: Words | undefined): string | null {
  return unwrap(words?.text ?? "") || null;
}

/** A value without the full stop that ends its cell or item. */
function valueOf(words: Words | undefined): string | null {
  return textOf(words)?.replace(/[。\s]+$/u, "") || null;
}

function numberOf(words: Words | undefined): number | null {
  const text = squash(words?.text ?? "");
  return /^\d+(\.\d+)?$/u.test(text) ? Number(text) : null;
}
