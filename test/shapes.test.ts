import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readReference } from "../scripts/reference.ts";
import { makePipeline } from "../src/pipeline.ts";
import { squash, unwrap } from "../src/text.ts";
import { SHAPES, type Sample } from "./shapes.ts";

/** The parts of data read by hand that a form can be made of again. */
interface Gold {
  readonly department: string;
  readonly projects: readonly {
    readonly name: string;
    readonly unit: string;
    readonly total: string | null;
    readonly goal: string | null;
    readonly indicators: readonly {
      readonly level1: string | null;
      readonly level2: string | null;
      readonly name: string;
      readonly annual_value: string | null;
      readonly truncated: boolean;
      /** A value for each place, which only a table with columns for them prints. */
      readonly values_by_unit?: unknown;
    }[];
  }[];
}

/** Fewer indicators make no table. */
const FEWEST = 3;

/**
 * Shapes that lose where a cell ends, with the share of indicators and fields that must be read all
 * the same, and how many rows may come out that are none. All others must be read without a fault.
 */
const LOSSY: Readonly<Record<string, { readonly share: number; readonly extra: number }>> = {
  "one cell a line, broken at 12": { share: 0.99, extra: 20 },
  "nothing between the cells": { share: 0.975, extra: 18 },
  "nothing between the cells, self-evaluation": { share: 0.99, extra: 4 },
  narrative: { share: 0.97, extra: 24 },
};

const pipeline = makePipeline(readReference());
const samples = ["fixtures/made", "fixtures/country", "gold"].flatMap((folder) =>
  globSync(join(import.meta.dirname, folder, "*.json"))
    .sort()
    .flatMap((path) => samplesOf(JSON.parse(readFileSync(path, "utf8")) as Gold)),
);

/** The projects whose every indicator has both classes and a value. */
function samplesOf({ department, projects }: Gold): Sample[] {
  return projects.flatMap(({ name, unit, total, goal, indicators }) => {
    const rows = indicators.flatMap(({ level1, level2, name, annual_value: value, ...gold }) =>
      level1 && level2 && value && !gold.truncated && !gold.values_by_unit
        ? [{ level1, level2, name, value }]
        : [],
    );
    if (
      !department ||
      !unit ||
      !total ||
      !goal ||
      rows.length < FEWEST ||
      rows.length < indicators.length
    )
      return [];
    return [{ project: name, department, unit, amount: total, goal, indicators: rows }];
  });
}

const text = (value: string | null | undefined) =>
  squash(unwrap(value ?? "")).replace(/[。.;,]+$/u, "");

/** What a sample says, one line a fact. */
function factsOf({ project, department, unit, amount, goal, indicators }: Sample): string[] {
  return [
    ...[project, department, unit, String(Number(amount)), goal].map(text),
    ...indicators.map(({ level1, level2, name, value }) =>
      [level1, level2, text(name), text(value)].join("|"),
    ),
  ];
}

/** What we read of it, in the same way. */
async function read(content: string): Promise<string[]> {
  const bytes = new TextEncoder().encode(content);
  const input = { disclosureId: "d", file: "d", bytes, source: undefined };
  const { records } = await pipeline.read({ ...input, problem: null, duplicateOf: null });
  const [project, ...others] = records.projects;
  return [
    ...[project?.name, records.disclosure.departmentName, project?.unit].map(text),
    String(Number(project?.funding.total ?? 0n) / 1e6),
    text(project?.goal),
    ...others.map(({ name }) => name),
    ...records.indicators.map(({ level1, level2, name, annualValue }) =>
      [level1, level2, text(name), text(annualValue)].join("|"),
    ),
  ];
}

/** The lines of one list that the other lacks, each counted as often as it stands. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

describe("the same form in every shape", () => {
  it("has many samples", () => {
    expect(samples.length).toBeGreaterThan(100);
  });

  it.each(Object.entries(SHAPES))("%s", async (shape, make) => {
    const missed: string[] = [];
    const extra: string[] = [];
    let facts = 0;
    for (const sample of samples) {
      const expected = factsOf(sample);
      const found = await read(make(sample));
      facts += expected.length;
      missed.push(...without(expected, found));
      extra.push(...without(found, expected).filter((line) => line.includes("|")));
    }
    const lossy = LOSSY[shape];
    if (!lossy) expect({ missed, extra }).toEqual({ missed: [], extra: [] });
    else {
      expect(1 - missed.length / facts).toBeGreaterThanOrEqual(lossy.share);
      expect(extra.length).toBeLessThanOrEqual(lossy.extra);
    }
  });
});
