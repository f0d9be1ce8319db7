import { formatNumber } from "../format.ts";
import type { DisclosureDetail } from "../query/disclosures.ts";
import type { ProjectDetail } from "../query/projects.ts";
import { textHref } from "./href.ts";
import type { Language } from "./language.ts";

/** Something known of a thing: a term and its value. */
export interface Fact {
  readonly term: string;
  readonly text: string;
  readonly href?: string | undefined;
  /** What the value rests on. */
  readonly remark?: string | undefined;
  /** Set in the face of code: hashes and the like. */
  readonly code?: boolean;
}

/** A fact whose value the document may not say. */
type MaybeFact = Omit<Fact, "text"> & { readonly text: string | null };

/** What a document says, and the terms of which it says nothing. */
export interface Facts {
  readonly said: readonly Fact[];
  readonly unsaid: readonly string[];
}

/** The facts of a project. */
export function projectFacts(
  project: ProjectDetail,
  { words, departmentHref, disclosureHref }: Language,
): Facts {
  const { facts, ...t } = words.project;
  const { departmentId, title, file, year, startYear, endYear, theme } = project;
  return sort([
    {
      term: facts.department,
      text: project.department,
      href: departmentId === null ? undefined : departmentHref(departmentId),
    },
    { term: facts.unit, text: project.unit },
    {
      term: facts.document,
      text: title === null ? file : words.quote(title),
      href: disclosureHref(project.disclosureId),
    },
    {
      term: facts.year,
      text: year === null ? null : String(year),
      remark: t.yearBasis[project.yearBasis],
    },
    { term: facts.theme, text: theme, remark: t.theme },
    { term: facts.category, text: project.category },
    { term: facts.grade, text: project.grade },
    {
      term: facts.period,
      text: startYear === null && endYear === null ? null : t.period(startYear, endYear),
    },
  ]);
}

/** The facts of a document. */
export function disclosureFacts(
  document: DisclosureDetail,
  { words, departmentHref, formatDate, sourceHref }: Language,
): Facts {
  const { facts, ...t } = words.disclosure;
  const { departmentId, year, amountUnit, amountUnitBasis, layout, sourceUrl, retrieved } =
    document;
  const layouts: Readonly<Record<string, string>> = t.layouts;
  return sort([
    {
      term: facts.department,
      text: document.department,
      href: departmentId === null ? undefined : departmentHref(departmentId),
    },
    {
      term: facts.year,
      text: year === null ? null : String(year),
      remark: words.project.yearBasis[document.yearBasis],
    },
    {
      term: facts.unit,
      text: amountUnit,
      remark: amountUnitBasis === null ? undefined : t.unitBasis[amountUnitBasis],
    },
    { term: facts.layout, text: layout === null ? null : (layouts[layout] ?? layout) },
    { term: facts.status, text: t.statuses[document.status] },
    { term: facts.pages, text: formatNumber(document.pages) },
    { term: facts.file, text: t.file(document.file, document.format) },
    { term: facts.cells, text: t.cells, href: sourceHref(document.disclosureId) },
    {
      term: facts.text,
      text: t.text(document.disclosureId),
      href: textHref(document.disclosureId),
    },
    { term: facts.source, text: sourceUrl, href: sourceUrl ?? undefined },
    { term: facts.retrieved, text: retrieved === null ? null : formatDate(retrieved) },
    { term: facts.sha256, text: document.sha256, code: true },
    { term: facts.note, text: document.note },
  ]);
}

function sort(facts: readonly MaybeFact[]): Facts {
  return {
    said: facts.filter((fact): fact is Fact => fact.text !== null),
    unsaid: facts.filter(({ text }) => text === null).map(({ term }) => term),
  };
}
