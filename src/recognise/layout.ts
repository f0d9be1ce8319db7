import type { Reading } from "../model/reading.ts";
import type { Table } from "../model/table.ts";

/** One of the ways departments lay out a form (表样). */
export interface Layout {
  readonly name: string;
  /** Whether the pages have this layout. Looks only at labels, never at values. */
  matches(pages: readonly Table[]): boolean;
  /** Reads pages that match. Never throws: what it cannot place goes to `unread`. */
  read(pages: readonly Table[]): Reading;
}
