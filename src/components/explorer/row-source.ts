import type { RowDetail } from "../../query/row-detail.ts";
import { excerptOf, type Excerpt } from "../excerpt.ts";
import { textHref } from "../href.ts";
import type { Language } from "../language.ts";
import { cellsIn, cellWith, filledCells } from "../source-cell.ts";
import { cutSource, type SourceCell } from "../source-text.ts";

/** The words of a row in its document, and the address of the cell that prints them there. */
export interface RowSourceText {
  readonly excerpt: Excerpt;
  /** “第 3 页第 4 行”. */
  readonly where: string;
  readonly href: string;
}

/** Characters shown on each side. */
const CONTEXT = 60;
/** The row of a project may be a page long. */
const MOST_WORDS = 400;

/** A document's text with its cells. */
interface Document {
  readonly text: string;
  readonly cells: readonly SourceCell[];
}

const documents = new Map<string, Promise<Document>>();

/**
 * Fetches what a row says in its source, from this site. Null for a row without a place; rejects where the text does
 * not come, and asks again the next time.
 */
export async function rowSource(
  detail: RowDetail,
  language: Language,
): Promise<RowSourceText | null> {
  const { disclosureId, format, start, end, page, row, words } = detail;
  if (start === null || end === null || page === null || row === null) return null;
  const { text, cells } = await documentOf(disclosureId, format);
  const cell = cellWith(cellsIn(cells, { page, row, start, end }), words);
  const spot = cell ?? { page, row };
  return {
    excerpt: shortened(excerptOf(text, start, end, CONTEXT)),
    where: language.words.excerpt.where(spot.page, spot.row),
    href: language.spotHref(disclosureId, {
      page: spot.page,
      row: spot.row,
      ...(cell && { column: cell.column }),
    }),
  };
}

function shortened(excerpt: Excerpt): Excerpt {
  const words = [...excerpt.words];
  if (words.length <= MOST_WORDS) return excerpt;
  return { ...excerpt, words: words.slice(0, MOST_WORDS).join(""), after: "", endsInside: true };
}

function documentOf(disclosureId: string, format: string): Promise<Document> {
  const known = documents.get(disclosureId);
  if (known) return known;
  const document = readDocument(disclosureId, format);
  documents.set(disclosureId, document);
  document.catch(() => documents.delete(disclosureId));
  return document;
}

async function readDocument(disclosureId: string, format: string): Promise<Document> {
  const href = textHref(disclosureId);
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href} answered ${response.status}`);
  const text = await response.text();
  return { text, cells: filledCells(cutSource(text, format)) };
}
