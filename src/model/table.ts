/**
 * What the page shows: cells as printed, each with its place. A Table is the output of `extract`
 * and the input of `recognise`.
 */

/** Where a value stands in its source. */
export interface Place {
  /** Page of the disclosure, from 1. */
  readonly page: number;
  /** Row within the page, from 1. */
  readonly row: number;
  /** Cell within the row, from 1. */
  readonly column: number;
  /** First character in the extracted text (UTF-16 units until published, code points afterwards). */
  readonly start: number;
  /** One past the last character. */
  readonly end: number;
}

/** A run of the extracted text: `length` characters of a value, `at` in it, stand at `start`. */
export interface Piece {
  readonly at: number;
  readonly start: number;
  readonly length: number;
  readonly page: number;
  readonly row: number;
  readonly column: number;
}

/**
 * Words of a document, verbatim, that know where they stand.
 *
 * A cell is one piece; words that run over a page break or over several lines are several.
 */
export interface Words {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

export interface Row {
  /** From 1 within the page. */
  readonly number: number;
  /** White space stands above it: in flattened text, the only trace of a cell's border. */
  readonly afterGap: boolean;
  readonly cells: readonly Words[];
}

/** One page of a disclosure. Text without separators yields rows of one cell. */
export interface Table {
  /** From 1. */
  readonly page: number;
  readonly rows: readonly Row[];
}

/** A disclosure as extracted: the text that is published beside the data, and its tables. */
export interface Extract {
  readonly format: Format;
  /** The text that `start` and `end` of every place count in. */
  readonly text: string;
  readonly tables: readonly Table[];
  /** What of the file was left out, where anything was. */
  readonly note?: string;
  /** What was left out may hold data: a page that is damaged, not one that is hidden. */
  readonly isPartial?: boolean;
}

export type Format = "txt" | "pdf" | "xlsx" | "docx" | "html" | "csv";
