import type { DrawContext } from "../../charts/context.ts";
import { formatNumber } from "../../format.ts";
import { countingOf, type Measure, type Slice } from "../../query/slice-conditions.ts";
import type { Shares } from "../../query/slice-charts.ts";
import type { SliceView } from "../../query/slice.ts";
import type { Language } from "../language.ts";
import { formatSlice } from "./codec.ts";

/** A chart of the explorer with all that belongs to it. */
export interface Figure {
  /** The finding, for this slice. */
  readonly title: string;
  /** What is drawn and how it counts, a sentence each. */
  readonly notes: readonly string[];
  /** What is shared and can be counted otherwise; null where everything adds up. */
  readonly shared: "region" | "type" | null;
  readonly unit: string;
  /** Null where there is nothing to draw. */
  readonly draw: ((context: DrawContext) => Element) | null;
  /** The slice that a drag across marks leads to, by their keys; absent where marks have no order. */
  readonly brush?: (keys: readonly string[], slice: Slice) => Slice;
  /** What each mark says, by its key. */
  readonly cards: ReadonlyMap<string, Card>;
  /** The numbers of the chart: heads, then rows of a name and its numbers. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly [name: string, ...numbers: string[]])[];
}

/** What a mark of a chart says when it is pointed at: its numbers, and where they are from. */
export interface Card {
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly links: readonly { readonly text: string; readonly href: string }[];
  /** Whether choosing the mark lets go of it. */
  readonly selected: boolean;
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
  // A count may be shared: a project of three regions is a third in each.
  return measure === "amount" ? formatYuan(value) : formatNumber(value ?? 0, 1);
}

/** The same in few characters, for a label in a chart. */
export function brieflyOf(measure: Measure, value: number, language: Language): string {
  return measure === "amount"
    ? language.formatYuanBrief(value)
    : figureOf(measure, value, language);
}

/** A figure with what it counts, as one says it: “12 个项目”. */
export function printed(measure: Measure, value: number | null, language: Language): string {
  return language.words.explorer.value[measure](figureOf(measure, value, language));
}

/** What is counted of projects of several, in the way of the slice. */
export function sharedOf({ shared, whole }: Shares, slice: Slice): number {
  return { sole: 0, shared, full: whole }[countingOf(slice)];
}

/** All that is counted, in the way of the slice. */
export function countedOf(shares: Shares, slice: Slice): number {
  return shares.sole + sharedOf(shares, slice);
}

/** What a card says of shares: what is counted, and of what it is made. */
export function sharesFacts(shares: Shares, { slice, language }: Told): Card["facts"] {
  const { charts } = language.words.explorer;
  const { measure } = slice;
  const facts = [
    [charts.value, countedOf(shares, slice)],
    [charts.sole, shares.sole],
    [charts.shared, shares.shared],
    [charts.whole, shares.whole],
  ] as const;
  const told = shares.whole === 0 ? facts.slice(0, 1) : facts;
  return told.map(([name, value]) => [name, printed(measure, value, language)]);
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
