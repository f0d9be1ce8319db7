import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readReference } from "../scripts/reference.ts";
import { makePipeline } from "../src/pipeline.ts";
import { squash, unwrap } from "../src/text.ts";
import { SHAPES, type Sample, type Shape } from "./shapes.ts";

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

interface Tolerance {
  readonly shape: RegExp;
  /** Share of indicators and fields that must be read. */
  readonly share: number;
  /** Indicators that may come out though none is there, or otherwise than they are. */
  readonly wrong: number;
}

/** Shapes that lose where a cell ends; the first that fits counts. All others must be read without a fault. */
const LOSSY: readonly Tolerance[] = [
  { shape: /^nothing between the cells: self-evaluation/u, share: 0.99, wrong: 4 },
  { shape: /^nothing between the cells: values in three/u, share: 0.95, wrong: 100 },
  { shape: /^nothing between the cells/u, share: 0.96, wrong: 48 },
  { shape: /^lines broken at 12: values in three/u, share: 0.98, wrong: 26 },
  { shape: /^lines broken at 12/u, share: 0.99, wrong: 20 },
  { shape: /^(?:one cell a line|labels broken at 4): values in three/u, share: 0.98, wrong: 12 },
  { shape: /^one cell a line, no header/u, share: 0.97, wrong: 0 },
  { shape: /^narrative/u, share: 0.97, wrong: 24 },
];

/** So many samples take each shape, others for each: all of them would take a minute. */
const SAMPLES = 80;

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
function factsOf(
  { project, department, unit, amount, goal, indicators }: Sample,
  { expected }: Shape,
): string[] {
  return [
    ...[project, department, unit, String(Number(amount)), goal].map(text),
    ...indicators.map(({ level1, level2, name, value }) =>
      [level1, level2, text(name), text(expected(value))].join("|"),
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

  it.each(Object.entries(SHAPES))("%s", async (name, shape) => {
    const missed: string[] = [];
    const wrong: string[] = [];
    let facts = 0;
    for (const sample of samplesFor(name)) {
      const expected = factsOf(sample, shape);
      const found = await read(shape.write(sample));
      facts += expected.length;
      missed.push(...without(expected, found));
      wrong.push(...without(found, expected).filter((line) => line.includes("|")));
    }
    const lossy = LOSSY.find(({ shape: pattern }) => pattern.test(name));
    if (!lossy) expect({ missed, wrong }).toEqual({ missed: [], wrong: [] });
    else {
      expect(1 - missed.length / facts).toBeGreaterThanOrEqual(lossy.share);
      expect(wrong.length).toBeLessThanOrEqual(lossy.wrong);
    }
  });
});

/** Every so many-th sample, from another one on for each shape. */
function samplesFor(shape: string): Sample[] {
  const step = Math.max(1, Math.floor(samples.length / SAMPLES));
  const from = Object.keys(SHAPES).indexOf(shape) % step;
  return samples.filter((_, index) => index % step === from);
}
