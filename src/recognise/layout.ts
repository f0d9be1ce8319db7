import type { Reading } from "../model/reading.ts";
import type { Row, Table } from "../model/table.ts";

/** One of the ways departments lay out a form (表样). */
export interface Layout {
  readonly name: string;
  /**
   * Whether a part of a document that has this layout begins in a row, heading aside. A layout
   * without it is one of whole documents.
   */
  startsAt?(rows: readonly Row[], index: number): boolean;
  /** The layout behind which alone it may begin so; behind any where it names none. */
  readonly follows?: string;
  /** Whether the pages have this layout. Looks only at labels, never at values. */
  matches(pages: readonly Table[]): boolean;
  /** Reads pages that match. Never throws: what it cannot place goes to `unread`. */
  read(pages: readonly Table[]): Reading;
}
