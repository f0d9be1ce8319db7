import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { PDF_FILES } from "../../scripts/pdf-files.ts";
import { readReference } from "../../scripts/reference.ts";
import type { Records } from "../../src/model/records.ts";
import { makePipeline } from "../../src/pipeline.ts";
import { squash } from "../../src/text.ts";

/**
 * Disclosures printed by LibreOffice and Chromium from the text in data/disclosures, with and
 * without rules. What they say must be what the text says; their fonts are taken out to keep them
 * small.
 */
const PDFS = globSync(join(import.meta.dirname, "../fixtures/pdf/*.pdf")).sort();
const TEXTS = join(import.meta.dirname, "../../data/disclosures");

const pipeline = makePipeline(readReference(), { pdf: PDF_FILES });

async function read(path: string): Promise<Records> {
  const file = basename(path);
  const given = { disclosureId: "x", file, source: undefined, problem: null, duplicateOf: null };
  return (await pipeline.read({ ...given, bytes: readFileSync(path) })).records;
}

/** Where words stand differs, and how the text wraps, as do marks about pages. */
const OF_THE_FILE = new Set(["place", "fundingShifted"]);

function comparable(value: unknown): unknown {
  if (typeof value === "string") return squash(value);
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !OF_THE_FILE.has(key));
  return Object.fromEntries(entries.map(([key, inner]) => [key, comparable(inner)]));
}

function said({ disclosure, projects, indicators, projectRegions, totals }: Records): unknown {
  const { title, departmentName, fiscalYear, amountUnit, layout } = disclosure;
  const heading = { title, departmentName, fiscalYear, amountUnit, layout };
  return comparable({ heading, projects, indicators, projectRegions, totals });
}

it.each(PDFS.map((path) => [basename(path), path]))(
  "%s says what its text says",
  async (file, path) => {
    const text = await read(join(TEXTS, `${file.split(".")[0]!}.txt`));
    expect(text.projects.length).toBeGreaterThan(0);
    expect(said(await read(path))).toEqual(said(text));
  },
);
