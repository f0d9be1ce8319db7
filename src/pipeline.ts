import { askRules, RULES, type Asked } from "./check/index.ts";
import { extract, type ExtractOptions } from "./extract/index.ts";
import type { Disclosure, Records, Status } from "./model/records.ts";
import type { Reference, Source } from "./model/reference.ts";
import type { Extract, Format, Place } from "./model/table.ts";
import {
  correctReading,
  familyFinder,
  makeGazetteer,
  normalise,
  type FamilyFinder,
  type Gazetteer,
  type Normalised,
} from "./normalise/index.ts";
import { recognise } from "./recognise/index.ts";

/** One file of a folder of disclosures. */
export interface Input {
  readonly disclosureId: string;
  /** Base name. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Why there are no bytes, where the file could not be opened. */
  readonly problem: string | null;
  /** What sources.csv says of it. */
  readonly source: Source | undefined;
  /** File of the same name that was read before. */
  readonly duplicateOf: string | null;
}

/** What came of one file: records (without content where it was not read), findings, its text. */
export interface Output {
  readonly records: Records;
  readonly asked: Asked;
  /** The extracted text that places count in; "" where nothing was extracted. */
  readonly text: string;
}

/** Reads one disclosure after another; made once, for it holds the gazetteer. */
export interface Pipeline {
  readonly gazetteer: Gazetteer;
  read(input: Input): Promise<Output>;
}

/** What differs between Node and browsers. */
export interface PipelineOptions extends ExtractOptions {
  /** SHA-256 in lower-case hexadecimal digits; by Web Crypto where none is given. */
  readonly sha256?: (bytes: Uint8Array) => string;
}

/**
 * Puts the stages in a row: bytes → tables → reading → records → findings. Runs in Node and in
 * browsers.
 *
 * `read` never rejects because of what a file holds: a file that cannot be read yields a disclosure
 * of status `unrecognised` with the reason. It rejects for a correction that no longer fits its file.
 */
export function makePipeline(reference: Reference, options: PipelineOptions = {}): Pipeline {
  const gazetteer = makeGazetteer(reference.regions, reference.aliases);
  const familyOf = familyFinder(reference.families);
  const { themes, corrections } = reference;
  const known = { gazetteer, familyOf, themes, corrections };
  return {
    gazetteer,
    async read(input) {
      const hash = await (options.sha256 ?? sha256)(input.bytes);
      const { problem } = input;
      const extracted = problem
        ? { format: "txt" as const, reason: problem }
        : await extract(input.bytes, options);
      const text = "tables" in extracted ? extracted.text : "";
      const records =
        "tables" in extracted
          ? recordsOf(input, hash, extracted, known)
          : unreadRecords(input, hash, extracted.format, extracted.reason);
      const published = hasSurrogates(text) ? withCodePoints(records, text) : records;
      return { records: published, asked: askRules(RULES, published), text };
    },
  };
}

/** What is known beside the documents, ready for use. */
interface Known {
  readonly gazetteer: Gazetteer;
  readonly familyOf: FamilyFinder;
  readonly themes: Reference["themes"];
  readonly corrections: Reference["corrections"];
}

function recordsOf(
  input: Input,
  hash: string,
  extracted: Extract,
  { gazetteer, familyOf, themes, corrections }: Known,
): Records {
  const reading = recognise(extracted.tables);
  if (!reading) {
    return unreadRecords(input, hash, extracted.format, UNKNOWN_LAYOUT, extracted.tables.length);
  }
  const own = corrections.filter((correction) => correction.sha256 === hash);
  const corrected = correctReading(reading, own);
  const normalised = normalise(corrected.reading, input.disclosureId, gazetteer, {
    familyOf,
    themes,
  });
  const { projects, indicators, projectRegions, totals, budgets, tasks } = normalised;
  return {
    disclosure: {
      ...factsOf(input, hash, extracted.format),
      ...yearOf(normalised.fiscalYear, input.source),
      title: normalised.title,
      layout: reading.layout,
      departmentId: normalised.department?.departmentId ?? null,
      departmentName: normalised.department?.name ?? null,
      amountUnit: normalised.amountUnit,
      amountUnitBasis: normalised.amountUnitBasis,
      goal: normalised.goal,
      goalPlace: normalised.goalPlace,
      pages: extracted.tables.length,
      status: extracted.isPartial ? "partly" : statusOf(normalised),
      note: noteOf(normalised, input.source, extracted.note),
    },
    department: normalised.department,
    projects,
    indicators,
    projectRegions,
    totals,
    budgets,
    tasks,
    unread: normalised.unread,
    ambiguousPlaces: normalised.ambiguousPlaces,
    unknownPlaces: normalised.unknownPlaces,
    corrections: corrected.applied,
    duplicateOf: input.duplicateOf,
  };
}

const UNKNOWN_LAYOUT = "没有认出绩效目标表的表样（no known layout of a performance-target form）";

function unreadRecords(
  input: Input,
  hash: string,
  format: Format,
  reason: string,
  pages = 0,
): Records {
  return {
    disclosure: {
      ...factsOf(input, hash, format),
      ...yearOf(null, input.source),
      title: null,
      layout: null,
      departmentId: null,
      departmentName: null,
      amountUnit: null,
      amountUnitBasis: null,
      goal: null,
      goalPlace: null,
      pages,
      status: "unrecognised",
      note: reason,
    },
    department: null,
    projects: [],
    indicators: [],
    projectRegions: [],
    totals: [],
    budgets: [],
    tasks: [],
    unread: [],
    ambiguousPlaces: [],
    unknownPlaces: [],
    corrections: [],
    duplicateOf: input.duplicateOf,
  };
}

type Facts = Pick<
  Disclosure,
  "disclosureId" | "file" | "format" | "sha256" | "sourceUrl" | "retrieved"
>;

function factsOf({ disclosureId, file, source }: Input, sha256: string, format: Format): Facts {
  const sourceUrl = source?.sourceUrl || null;
  const retrieved = source?.retrieved || null;
  return { disclosureId, file, format, sha256, sourceUrl, retrieved };
}

/** The year that the document states; else the one that sources.csv gives reasons for. */
function yearOf(
  printed: number | null,
  source: Source | undefined,
): Pick<Disclosure, "fiscalYear" | "fiscalYearBasis"> {
  if (printed !== null) return { fiscalYear: printed, fiscalYearBasis: "printed" };
  if (!source?.fiscalYear) return { fiscalYear: null, fiscalYearBasis: "none" };
  return { fiscalYear: source.fiscalYear, fiscalYearBasis: "inferred" };
}

function statusOf({ projects, indicators, tasks, unread }: Normalised): Status {
  const isEmpty = projects.length + indicators.length + tasks.length === 0;
  const isCut = indicators.some((indicator) => indicator.truncated);
  return isEmpty || isCut || unread.length > 0 ? "partly" : "read";
}

function noteOf(
  { fiscalYear }: Normalised,
  source: Source | undefined,
  extracted: string | undefined,
): string | null {
  const isInferred = fiscalYear === null && source?.fiscalYear;
  const year = isInferred ? `预算年度为推断，依据：${source.fiscalYearEvidence}` : undefined;
  return [year, extracted].filter(Boolean).join("；") || null;
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function hasSurrogates(text: string): boolean {
  return /[\u{10000}-\u{10ffff}]/u.test(text);
}

/** Records whose places count code points, as other languages do, instead of UTF-16 units. */
function withCodePoints(records: Records, text: string): Records {
  const points = new Uint32Array(text.length + 1);
  let count = 0;
  for (let i = 0; i <= text.length; i++) {
    points[i] = count;
    const code = text.charCodeAt(i);
    if (code < 0xd800 || code > 0xdbff) count++;
  }
  return mapPlaces(records, (place) => ({
    ...place,
    start: points[place.start]!,
    end: points[place.end]!,
  }));
}

function mapPlaces<T>(value: T, change: (place: Place) => Place): T {
  if (Array.isArray(value)) return value.map((item) => mapPlaces<unknown>(item, change)) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    (key === "place" || key === "goalPlace") && item
      ? change(item as Place)
      : mapPlaces<unknown>(item, change),
  ]);
  return Object.fromEntries(entries) as T;
}
