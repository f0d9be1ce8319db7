import { LEVEL1_OF, LEVELS1, LEVELS2, type Level1, type Level2 } from "../model/taxonomy.ts";

/** How many indicators one class has. */
export interface ClassCount {
  readonly level1: string | null;
  /** Null where the document does not tell the level-2 class. */
  readonly level2: string | null;
  readonly indicators: number;
}

/** A class of indicators as a column or bar: level 1, and level 2 where it is told. */
export interface IndicatorClass {
  readonly key: string;
  readonly level1: Level1 | null;
  readonly level2: Level2 | null;
}

/** The colour of each level-1 class, the same in every chart. */
export const CLASS_COLOUR: Readonly<Record<Level1, string>> = {
  产出指标: "var(--chart-1)",
  效益指标: "var(--chart-2)",
  满意度指标: "var(--chart-4)",
  成本指标: "var(--chart-3)",
};

/** The colour of a level-1 class as published; grey for none. */
export function classColour(level1: string | null): string {
  const known = LEVELS1.find((level) => level === level1);
  return known ? CLASS_COLOUR[known] : "var(--chart-none)";
}

/** The key of a class, which tells 产出指标's 成本指标 from the level-1 class of that name. */
export function classKey({ level1, level2 }: Pick<ClassCount, "level1" | "level2">): string {
  return `${level1 ?? ""}/${level2 ?? ""}`;
}

/** The classes that occur, in the order of the forms; within a level 1, the untold last. */
export function classesOf(rows: readonly ClassCount[]): IndicatorClass[] {
  const occurring = new Set(rows.map(classKey));
  const all = [...LEVELS1, null].flatMap((level1): Omit<IndicatorClass, "key">[] => [
    ...LEVELS2.filter((level2) => LEVEL1_OF[level2] === level1).map((level2) => ({
      level1,
      level2,
    })),
    { level1, level2: null },
  ]);
  return all.map((one) => ({ ...one, key: classKey(one) })).filter(({ key }) => occurring.has(key));
}
