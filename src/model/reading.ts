/**
 * What the form says: verbatim, labelled, nothing interpreted. A Reading is the output of
 * `recognise` and the input of `normalise`.
 */
import type { Words } from "./table.ts";

/** The funding columns of the forms, in their printed order. */
export const FUNDS = ["fiscal", "special", "other"] as const;
export type Fund = (typeof FUNDS)[number];

/** The amounts of one row: the total, and the parts behind it by their position. */
export interface FundingReading {
  readonly total: Words | undefined;
  readonly parts: readonly { readonly amount: Words; readonly position: number }[];
  /** Rows of one shape (those of a page) share the meaning of their positions. */
  readonly shape: string;
  /** How many positions for parts rows of this shape have. */
  readonly positions: number;
  /** What fund each position is; undefined where no header stands over them. */
  readonly columns: readonly Fund[] | undefined;
  /** Words that state the unit of these amounts, where they stand nearer than the document's. */
  readonly unit?: Words;
}

export interface IndicatorReading {
  /** Level-1 and level-2 class as printed; undefined where the form prints none. */
  readonly level1: Words | undefined;
  readonly level2: Words | undefined;
  readonly name: Words;
  readonly periodValue: Words | undefined;
  readonly annualValue: Words | undefined;
  readonly actualValue: Words | undefined;
  readonly weight: Words | undefined;
  readonly score: Words | undefined;
  /** The number printed in front (“7、”), where the form prints one. */
  readonly number: number | undefined;
  /** The source breaks off inside it. */
  readonly truncated: boolean;
  /** All words of the indicator. */
  readonly words: Words;
}

export interface ProjectReading {
  readonly name: Words;
  readonly unit: Words | undefined;
  readonly funding: FundingReading;
  readonly category: Words | undefined;
  readonly grade: Words | undefined;
  readonly startYear: Words | undefined;
  readonly endYear: Words | undefined;
  readonly goal: Words | undefined;
  readonly periodGoal: Words | undefined;
  readonly indicators: readonly IndicatorReading[];
  /** Level-2 classes printed with nothing beside them; none where the layout does not tell. */
  readonly blankClasses?: readonly Words[];
}

/** An aggregate row: the document's 合计 (`unit: false`) or the subtotal of a spending unit. */
export interface TotalReading {
  readonly name: Words;
  readonly isUnit: boolean;
  readonly funding: FundingReading;
}

export interface BudgetReading {
  readonly item: Words;
  readonly amount: Words;
  /** As in FundingReading. */
  readonly unit?: Words;
}

export interface TaskReading {
  readonly name: Words | undefined;
  readonly content: Words | undefined;
  readonly amount: Words | undefined;
  /** As in FundingReading. */
  readonly unit?: Words;
  readonly goal: Words | undefined;
}

export interface Reading {
  /** Name of the layout that was recognised. */
  readonly layout: string;
  readonly title: Words | undefined;
  readonly department: Words | undefined;
  /** Words that state the fiscal year of the budget itself: “2024年预算金额（元）”. */
  readonly fiscalYear: Words | undefined;
  /** Words that state the unit of money: “单位：万元”. */
  readonly amountUnit: Words | undefined;
  readonly goal: Words | undefined;
  readonly totals: readonly TotalReading[];
  readonly projects: readonly ProjectReading[];
  readonly indicators: readonly IndicatorReading[];
  readonly tasks: readonly TaskReading[];
  readonly budgets: readonly BudgetReading[];
  /** Text that belongs to no field, for the maintainer: nothing is dropped in silence. */
  readonly unread: readonly Words[];
}
