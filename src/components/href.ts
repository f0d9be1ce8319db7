import type { Locale } from "../format.ts";
import { indicatorAnchor, spotAnchor } from "./anchors.ts";
import { classSlugs } from "./class-slugs.ts";
import type { SourceSpot } from "./source-cell.ts";

/** What the explorer can be opened with; every key may hold several values. */
export interface Selection {
  readonly region?: string | readonly string[];
  /** Level-1 class, or `level1-level2`. */
  readonly type?: string | readonly string[];
  readonly department?: string | readonly string[];
  readonly year?: number | readonly number[];
  readonly theme?: string | readonly string[];
  readonly measure?: "amount" | "projects" | "indicators";
}

/** The addresses of the site's pages in one language. */
export interface Hrefs {
  /**
   * The address of a page, given from the root of the site.
   *
   * @example
   * href("/regions/441400/")
   */
  readonly href: (path: string) => string;
  /** The address of the explorer showing a selection. */
  readonly exploreHref: (selection?: Selection) => string;
  readonly regionHref: (code: string) => string;
  readonly departmentHref: (departmentId: string) => string;
  /** The address of a project's page; the slashes of the id are those of the address. */
  readonly projectHref: (projectId: string) => string;
  /** The address of the page of a class of indicators. */
  readonly classHref: (level1: string | null, level2: string | null) => string;
  /** The address of the page of a family of indicators. */
  readonly familyHref: (familyId: string) => string;
  /** The address of the comparison of one with others of its kind, which make up the number. */
  readonly compareHref: (kind: "department" | "government" | "region", id: string) => string;
  readonly disclosureHref: (disclosureId: string) => string;
  /** The address of a page of a rule's findings, from 1. */
  readonly ruleHref: (rule: string, page?: number) => string;
  /** The address of the page that shows the whole text of a document, cell by cell. */
  readonly sourceHref: (disclosureId: string) => string;
  /** The address of a row there, a cell or words in it. */
  readonly spotHref: (disclosureId: string, spot: SourceSpot) => string;
  /** The address of an indicator: its row on the page of its project, else of its document. */
  readonly indicatorHref: (indicator: {
    readonly indicatorId: string;
    readonly projectId: string | null;
    readonly disclosureId: string;
  }) => string;
}

/** Where the pages of a language begin. Chinese, which comes first, stands at the root. */
const PREFIXES: Readonly<Record<Locale, string>> = { zh: "", en: "/en" };

/** The address of a file of this site, which is the same in every language. */
export function fileHref(path: string): string {
  return root() + path;
}

/** The address of the text that was extracted from a document. */
export function textHref(disclosureId: string): string {
  return fileHref(`/data/texts/${encodeURIComponent(disclosureId)}.txt`);
}

/** The addresses of the pages in a language. */
export function hrefsIn(locale: Locale): Hrefs {
  const href = (path: string) => root() + PREFIXES[locale] + path;
  const projectHref = (projectId: string) =>
    href(`/projects/${projectId.split("/").map(encodeURIComponent).join("/")}/`);
  const disclosureHref = (disclosureId: string) =>
    href(`/disclosures/${encodeURIComponent(disclosureId)}/`);
  const sourceHref = (disclosureId: string) => `${disclosureHref(disclosureId)}source/`;
  return {
    href,
    exploreHref: (selection = {}) => href("/explore/") + queryOf(selection),
    regionHref: (code) => href(`/regions/${code}/`),
    departmentHref: (id) => href(`/departments/${encodeURIComponent(id)}/`),
    projectHref,
    classHref(level1, level2) {
      const slugs = classSlugs(level1, level2);
      return href(`/indicators/${slugs.level1}/${slugs.level2}/`);
    },
    familyHref: (id) => href(`/families/${encodeURIComponent(id)}/`),
    compareHref: (kind, id) => `${href("/compare/")}?${new URLSearchParams({ kind, id })}`,
    disclosureHref,
    ruleHref: (rule, page = 1) => href(`/findings/${rule}/${page === 1 ? "" : `${page}/`}`),
    sourceHref,
    spotHref: (disclosureId, spot) => `${sourceHref(disclosureId)}#${spotAnchor(spot)}`,
    indicatorHref({ indicatorId, projectId, disclosureId }) {
      const page = projectId === null ? disclosureHref(disclosureId) : projectHref(projectId);
      return `${page}#${indicatorAnchor(indicatorId)}`;
    },
  };
}

/** The path of a page from the root of the site, without its language. */
export function pathOf(address: string, locale: Locale): string {
  const prefix = root() + PREFIXES[locale];
  return address.startsWith(`${prefix}/`) ? address.slice(prefix.length) : "/";
}

function queryOf(selection: Selection): string {
  const params = new URLSearchParams();
  for (const [key, values] of Object.entries(selection)) {
    for (const value of [values].flat()) params.append(key, String(value));
  }
  return params.size > 0 ? `?${params}` : "";
}

/** The path under which the site stands, without a slash at its end. */
function root(): string {
  return import.meta.env.BASE_URL.replace(/\/$/, "");
}
