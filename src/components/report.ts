import type { Strings } from "../i18n/index.ts";

/** A value that a reader takes to be wrong: which, where it stands, and how it was read. */
export interface Reported {
  /** Id of the row. */
  readonly id: string;
  /** Address of the page that shows it. */
  readonly page: string;
  /** Where it stands in the source: “第 3 页第 4 行”; null for a whole document. */
  readonly where: string | null;
  readonly printed: string | null;
  readonly read: string | null;
}

/** Longer words make addresses that mail programs and servers cut off. */
const LONGEST = 300;

/**
 * The address that opens a prepared report. `target` is one setting of the site: a mail address
 * (`mailto:data@example.org`), or the address of a form with `{title}` and `{body}` in it
 * (`https://github.com/owner/name/issues/new?title={title}&body={body}`). Undefined where none is set.
 *
 * Throws for a setting of another kind: it is a fault of whoever builds the site.
 */
export function reportHref(
  target: string | undefined,
  reported: Reported,
  { report: t, colon }: Pick<Strings, "report" | "colon">,
): string | undefined {
  if (!target) return undefined;
  const title = encodeURIComponent(t.subject(reported.id));
  const body = encodeURIComponent(bodyOf(reported, t, colon));
  if (target.startsWith("mailto:")) {
    return `${target}${target.includes("?") ? "&" : "?"}subject=${title}&body=${body}`;
  }
  if (/^https?:\/\//u.test(target) && target.includes("{title}") && target.includes("{body}"))
    return target.replaceAll("{title}", title).replaceAll("{body}", body);
  throw new Error(
    `REPORT_URL is “${target}”; give mailto:somebody@example.org, or an address with {title} and {body} in it`,
  );
}

function bodyOf(reported: Reported, t: Strings["report"], colon: string): string {
  const { id, page, where, printed, read } = reported;
  const lines: [string, string | null][] = [
    [t.id, id],
    [t.page, page],
    [t.place, where],
    [t.printed, printed],
    [t.read, read],
    [t.ask, ""],
  ];
  return lines
    .map(([label, text]) => `${label}${colon}${text === null ? t.none : cut(text)}`)
    .join("\n");
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
