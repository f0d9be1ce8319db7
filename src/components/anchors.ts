import type { SourceSpot } from "./source-cell.ts";

/** The anchor of a page of the extracted text. */
export function pageAnchor(page: number): string {
  return `p${page}`;
}

/** The anchor of a row there, a cell or words in it: “p3r4”, “p3r4c2”, “p3r4c2s120”. */
export function spotAnchor({ page, row, column, start }: SourceSpot): string {
  const cell = column === undefined ? "" : `c${column}`;
  return `${pageAnchor(page)}r${row}${cell}${start === undefined ? "" : `s${start}`}`;
}

/** The anchor of an indicator on the page of its project or document: the last part of its id. */
export function indicatorAnchor(indicatorId: string): string {
  return indicatorId.slice(indicatorId.lastIndexOf("/") + 1);
}

/** The anchor of a finding in a list of them. */
export function findingAnchor(findingId: string): string {
  return findingId.replaceAll("/", "-");
}
