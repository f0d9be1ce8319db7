import {
  correctionsOf,
  documentFormat,
  targetSpans,
  type CorrectionEntry,
} from "../query/disclosures.ts";
import type { Span } from "../query/indicators.ts";
import { published, publishedText } from "../query/published.ts";
import type { Language } from "./language.ts";
import {
  amountCells,
  cellsIn,
  cellWith,
  filledCells,
  marksIn,
  mentionCell,
  type SourceMark,
  type SourceSpot,
} from "./source-cell.ts";
import { correctionOf } from "./steps.ts";
import { cutSource, type SourceCell, type SourcePage } from "./source-text.ts";

/** The extracted text of a document, cut into its cells. */
interface Text {
  readonly disclosureId: string;
  readonly text: string;
  readonly pages: readonly SourcePage[];
  /** Those with words, in the order of the document. */
  readonly cells: readonly SourceCell[];
  /** Indicators that share a cell with others, by where they begin. */
  readonly marks: ReadonlyMap<number, SourceMark>;
  /** Words that are read otherwise than they are printed, in the order of the document. */
  readonly corrections: readonly CorrectionEntry[];
}

/** A text with the language in which links into it are told. */
export interface Source extends Text {
  readonly language: Language;
}

/** Pages of one document are built after one another: no more than these are kept. */
const MOST_KEPT = 8;
const kept = new Map<string, Text>();

/** The source of a published document, with links in a language. */
export async function sourceOf(disclosureId: string, language: Language): Promise<Source> {
  return { ...(await textOf(disclosureId)), language };
}

/** The sources of several documents, by id. */
export async function sourcesOf(
  ids: Iterable<string>,
  language: Language,
): Promise<Map<string, Source>> {
  const sources = new Map<string, Source>();
  for (const id of new Set(ids)) sources.set(id, await sourceOf(id, language));
  return sources;
}

async function textOf(disclosureId: string): Promise<Text> {
  const known = kept.get(disclosureId);
  if (known) return known;
  const text = publishedText(disclosureId);
  const pages = cutSource(text, await documentFormat(published, disclosureId));
  const cells = filledCells(pages);
  const marks = marksIn(cells, await targetSpans(published, disclosureId));
  const corrections = await correctionsOf(published, disclosureId);
  const whole = { disclosureId, text, pages, cells, marks, corrections };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(disclosureId, whole);
  return whole;
}

/** A link into the source: “第 3 页第 4 行”. */
export interface SourceLink {
  readonly text: string;
  readonly href: string;
  /** Where it leads, for a cell of a table: the same as the text. */
  readonly source: string;
}

/**
 * A link to the cell of a record that prints some words; without words, or where no cell does, to
 * the row in which the record begins. Undefined for a record without a place.
 */
export function linkTo(
  source: Source,
  span: Span,
  words: string | null = null,
  which: "first" | "last" = "first",
): SourceLink | undefined {
  const correction = correctionOf(source.corrections, span, words);
  if (correction) return linkToCell(source, correction);
  const cells = cellsIn(source.cells, span);
  return linkOf(source, words === null ? undefined : cellWith(cells, words, which), span);
}

/** A link to the cell of a correction. */
export function linkToCell(
  source: LinkedSource,
  { page, row, cell }: Pick<CorrectionEntry, "page" | "row" | "cell">,
): SourceLink | undefined {
  if (page === null || row === null) return undefined;
  return link(source, { page, row, column: cell });
}

/** Links to the cells that print some amounts of a record, in the order of the form. */
export function linksToAmounts(
  source: Source,
  span: Span,
  amounts: readonly (number | null)[],
  amountUnit: string | null,
): (SourceLink | undefined)[] {
  const found = amountCells(cellsIn(source.cells, span), amounts, amountUnit);
  return found.map((cell, index) =>
    amounts[index] === null ? undefined : linkOf(source, cell, span),
  );
}

/** The printed target of an indicator, with where it stands. */
type PrintedTarget = Span & {
  readonly name: string;
  readonly annualValue: string | null;
  readonly periodValue: string | null;
};

/**
 * A link to the target of the year. Where a cell holds several indicators, it leads to the words of
 * this one; where the period's target prints the same, to the cell on its right.
 */
export function linkToTarget(source: Source, target: PrintedTarget): SourceLink | undefined {
  const { annualValue, periodValue, name, start, end } = target;
  const mark = start === null ? undefined : source.marks.get(start);
  if (mark?.end === end) {
    const { page, row, column } = mark.cell;
    return link(source, { page, row, column, start: mark.start });
  }
  if (annualValue === null) return linkTo(source, target, periodValue ?? name);
  return linkTo(source, target, annualValue, annualValue === periodValue ? "last" : "first");
}

/** The words by which a project names a place. */
interface Mention {
  readonly mention: string;
  readonly basis: "name" | "goal" | "indicator";
}

/** A link to the cell in which a project names a place. */
export function linkToMention(
  source: Source,
  project: Span & { readonly name: string; readonly goal: string | null },
  { mention, basis }: Mention,
): SourceLink | undefined {
  const context = basis === "indicator" ? null : project[basis];
  const cell = mentionCell(cellsIn(source.cells, project), mention, context);
  return linkOf(source, cell, project);
}

/** What a link needs of its source. */
type LinkedSource = Pick<Source, "disclosureId" | "language">;

/** A link to a cell; where there is none, to the row of its record. */
export function linkOf(
  source: LinkedSource,
  cell: SourceCell | undefined,
  { page, row }: Pick<Span, "page" | "row">,
): SourceLink | undefined {
  if (cell) return link(source, { page: cell.page, row: cell.row, column: cell.column });
  return page === null || row === null ? undefined : link(source, { page, row });
}

/** A figure of a table that leads to the cell that prints it. */
export function figureCell(text: string, to: SourceLink | undefined) {
  return to ? { ...to, text } : text;
}

function link({ disclosureId, language }: LinkedSource, spot: SourceSpot): SourceLink {
  const text = language.words.excerpt.where(spot.page, spot.row);
  return { text, href: language.spotHref(disclosureId, spot), source: text };
}
