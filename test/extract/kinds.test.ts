import { globSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readReference } from "../../scripts/reference.ts";
import type { Records } from "../../src/model/records.ts";
import { makePipeline } from "../../src/pipeline.ts";
import { unwrap } from "../../src/text.ts";

/** The five disclosures, which are text, as other kinds of file; see fixtures/make-office.ts. */
const FILES = globSync(join(import.meta.dirname, "../fixtures/{html,docx,xlsx,csv}/*-*.*"));
const FORMATS: Readonly<Record<string, string>> = { ".xls": "xlsx" };
/** What tells one file from another, not what is in it. */
const OF_THE_FILE = new Set([
  "place",
  "goalPlace",
  "sha256",
  "format",
  "file",
  "pages",
  "shape",
  "positions",
]);
/**
 * A scan lost other columns on each page, and a sheet has no pages: without them, nothing tells
 * which fund these amounts are.
 */
const BY_PAGE = new Set(["special", "other", "fundingShifted"]);

// Corrections are of one file, by its hash.
const pipeline = makePipeline({ ...readReference(), corrections: [] });

async function read(path: string, disclosureId: string) {
  const bytes = new Uint8Array(readFileSync(path));
  const file = { file: disclosureId, source: undefined, problem: null, duplicateOf: null };
  return pipeline.read({ disclosureId, bytes, ...file });
}

/** Records as they are compared: without places, white space of wraps aside. */
function content(records: Records, omitted: ReadonlySet<string>): unknown {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value === "string") return unwrap(value);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).filter(
      ([key]) => !OF_THE_FILE.has(key) && !omitted.has(key),
    );
    return Object.fromEntries(entries.map(([key, item]) => [key, plain(item)]));
  };
  return plain(records);
}

it("every kind is there", () => {
  expect(FILES.length).toBe(20);
});

describe.each(FILES.map((path) => [basename(path), path] as const))("%s", (file, path) => {
  const kind = extname(file);
  const id = basename(file, kind);
  const text = join(import.meta.dirname, "../../data/disclosures", `${id}.txt`);

  it("yields the records of the text", async () => {
    const isSheet = kind === ".csv" || kind === ".xlsx";
    const omitted =
      isSheet && id === "guangzhou-cooperation-office-projects" ? BY_PAGE : new Set("");
    const [found, expected] = await Promise.all([read(path, id), read(text, id)]);
    expect(found.records.disclosure.format).toBe(FORMATS[kind] ?? kind.slice(1));
    expect(content(found.records, omitted)).toEqual(content(expected.records, omitted));
  });

  it("takes every place from its text", async () => {
    const found = await read(path, id);
    const points = [...found.text];
    for (const { name, place } of found.records.indicators) {
      expect(unwrap(points.slice(place.start, place.end).join(""))).toContain(unwrap(name));
    }
  });
});
