import { href, projectHref } from "./href.ts";
import type { SourceSpot } from "./source-cell.ts";

/** The address of a document's page. */
export function disclosureHref(disclosureId: string): string {
  return href(`/disclosures/${encodeURIComponent(disclosureId)}/`);
}

/** The address of the page that shows the whole text of a document, cell by cell. */
export function sourceHref(disclosureId: string): string {
  return `${disclosureHref(disclosureId)}source/`;
}

/** The anchor of a page there. */
export function pageAnchor(page: number): string {
  return `p${page}`;
}

/** The anchor of a row, a cell or words in it: “p3r4”, “p3r4c2”, “p3r4c2s120”. */
export function spotAnchor({ page, row, column, start }: SourceSpot): string {
  const cell = column === undefined ? "" : `c${column}`;
  return `${pageAnchor(page)}r${row}${cell}${start === undefined ? "" : `s${start}`}`;
}

/** The address of a row, a cell or words in it. */
export function spotHref(disclosureId: string, spot: SourceSpot): string {
  return `${sourceHref(disclosureId)}#${spotAnchor(spot)}`;
}

/** The address of the text that was extracted from a document. */
export function textHref(disclosureId: string): string {
  return href(`/data/texts/${encodeURIComponent(disclosureId)}.txt`);
}

/** The anchor of an indicator on the page of its project or document: the last part of its id. */
export function indicatorAnchor(indicatorId: string): string {
  return indicatorId.slice(indicatorId.lastIndexOf("/") + 1);
}

/** The address of an indicator: its row on the page of its project, else of its document. */
export function indicatorHref(indicator: {
  readonly indicatorId: string;
  readonly projectId: string | null;
  readonly disclosureId: string;
}): string {
  const { indicatorId, projectId, disclosureId } = indicator;
  const page = projectId === null ? disclosureHref(disclosureId) : projectHref(projectId);
  return `${page}#${indicatorAnchor(indicatorId)}`;
}

/** The anchor of a rule on the page of the findings. */
export function ruleAnchor(rule: string): string {
  return rule.replaceAll("/", "-");
}
