import type { DrawContext } from "../../charts/context.ts";
import { formatNumber } from "../../format.ts";
import type { Measure, Slice } from "../../query/slice-conditions.ts";
import type { SliceView } from "../../query/slice.ts";
import type { Language } from "../language.ts";
import { formatSlice } from "./codec.ts";

/** A chart of the explorer with all that belongs to it. */
export interface Figure {
  /** The finding, for this slice. */
  readonly title: string;
  readonly note: string;
  /** Null where there is nothing to draw. */
  readonly draw: ((context: DrawContext) => Element) | null;
  /** The numbers of the chart: heads, then rows of a name and its numbers. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly [name: string, ...numbers: string[]])[];
}

/** A slice with the answers to it. */
export interface Shown {
  readonly slice: Slice;
  readonly view: SliceView;
}

/** The same with the language in which it is told. */
export interface Told extends Shown {
  readonly language: Language;
}

/** A figure of a measure as it stands in a chart or table; “—” where no amount is stated. */
export function figureOf(measure: Measure, value: number | null, { formatYuan }: Language): string {
  return measure === "amount" ? formatYuan(value) : formatNumber(value ?? 0, 0);
}

/** The same with what it counts, as one says it: “12 个项目”. */
export function printed(measure: Measure, value: number | null, language: Language): string {
  return language.words.explorer.value[measure](figureOf(measure, value, language));
}

/** The address of the explorer with a slice. */
export function sliceHref(slice: Slice, { href }: Pick<Language, "href">): string {
  return href("/explore/") + formatSlice(slice);
}

/** Whether a click on a link means to stay: without a key that opens it elsewhere. */
export function isPlain(event: MouseEvent): boolean {
  return !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}

/** The sum of what `of` finds in each row. */
export function sum<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
