/** What a citation says of a page of this site. */
export interface Cited {
  /** Who publishes it. */
  readonly site: string;
  /** What is cited: a selection, in words. */
  readonly title: string;
  /** The address that leads to the very same. */
  readonly url: string;
  /** Tells the state of the data: the first digits of a hash over all of it. */
  readonly version: string;
  /** When it was looked at. */
  readonly accessed: Date;
}

/** The same citation in each of the styles. */
export interface Citation {
  /** GB/T 7714—2015, for a data set online. */
  readonly gb: string;
  /** The American Psychological Association's, seventh edition; for a work without a date. */
  readonly apa: string;
  readonly bibtex: string;
}

/**
 * Cites a selection of the data. The data have no date of issue, so none is made up: the version
 * tells them apart.
 */
export function cite(cited: Cited): Citation {
  return { gb: gb(cited), apa: apa(cited), bibtex: bibtex(cited) };
}

function gb({ site, title, url, version, accessed }: Cited): string {
  return `${site}. ${title}（数据版本 ${version}）[DS/OL]. [${isoDate(accessed)}]. ${url}.`;
}

function apa({ site, title, url, version, accessed }: Cited): string {
  const month = accessed.toLocaleString("en-US", { month: "long" });
  const day = `${month} ${accessed.getDate()}, ${accessed.getFullYear()}`;
  return `${site}. (n.d.). ${title} (Version ${version}) [Data set]. Retrieved ${day}, from ${url}`;
}

function bibtex({ site, title, url, version, accessed }: Cited): string {
  const day = isoDate(accessed);
  const fields = {
    author: `{${tex(site)}}`,
    title: `{${tex(title)}}`,
    version: version,
    url: url.replace(/[{}\\]/g, encodeURIComponent),
    urldate: day,
    note: `Data set, version ${version}, accessed ${day}`,
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{budget-performance-atlas-${version},\n${lines.join(",\n")}\n}\n`;
}

const TEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Text with the signs that TeX would take for its own. */
function tex(text: string): string {
  return text.replace(/[\\{}$&#%_~^]/g, (sign) => TEX[sign] ?? `\\${sign}`);
}

/** The day where the reader is, as `2026-11-20`. */
export function isoDate(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
