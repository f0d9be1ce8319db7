import { globSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { PDF_FILES } from "../scripts/pdf-files.ts";
import { readReference } from "../scripts/reference.ts";
import type { Indicator, Records } from "../src/model/records.ts";
import { makePipeline } from "../src/pipeline.ts";
import { squash } from "../src/text.ts";

/** Data read by hand, one file a disclosure; amounts in 万元. */
interface Gold {
  readonly file: string;
  readonly department: string;
  readonly year: number | null;
  readonly amount_unit: string;
  readonly goal: string | null;
  readonly units: readonly { name: string; total: string }[];
  readonly tasks: readonly { name: string; amount: string; goal: string }[];
  readonly headline: Readonly<Record<string, string>>;
  readonly indicators: readonly GoldIndicator[];
  readonly projects: readonly {
    unit: string;
    name: string;
    total: string;
    extra?: { amount?: string };
    fiscal: string | null;
    special: string | null;
    other: string | null;
    goal: string | null;
    period_goal: string | null;
    start_year: number | null;
    end_year: number | null;
    regions: readonly string[];
    indicators: readonly GoldIndicator[];
  }[];
}

interface GoldIndicator {
  readonly level1: string | null;
  readonly level2: string | null;
  readonly name: string;
  readonly period_value: string | null;
  readonly annual_value: string | null;
  /** Where a form reports what was achieved. */
  readonly actual_value?: string | null;
  readonly truncated: boolean;
  readonly target: {
    readonly kind: string;
    readonly op: string | null;
    readonly value: number | null;
    readonly unit: string | null;
  } | null;
}

/** Real disclosures read by hand, and made ones with the trouble that others of their kind have. */
const FOLDERS = [
  ["../data/disclosures", "gold"],
  ["fixtures/made", "fixtures/made"],
  ["fixtures/country", "fixtures/country"],
] as const;
const KINDS: Readonly<Record<string, string>> = { numeric: "quantity", compound: "multiple" };
const SIGNS: Readonly<Record<string, string>> = { ">=": "≥", "<=": "≤", "~": "≈" };

const pipeline = makePipeline(readReference(), { pdf: PDF_FILES });

async function read(folder: string, file: string): Promise<Records & { source: string }> {
  const bytes = readFileSync(join(import.meta.dirname, folder, file));
  const disclosureId = basename(file, extname(file));
  const input = { disclosureId, file, bytes, source: undefined, problem: null, duplicateOf: null };
  const { records, text } = await pipeline.read(input);
  return { ...records, source: text };
}

/** Text as it is compared: the gold keeps line wraps, quotes and raised figures in its own way. */
const text = (value: string | null) =>
  squash((value ?? "").replaceAll(/<\/?sup>/gu, "")).replace(/[。.;,]+$/u, "");
const wan = (fen: bigint | null) => (fen === null ? null : Number(fen) / 1e6);
const number = (amount: string | null) => (amount === null ? null : Number(amount));

const expectedIndicator = ({ target, truncated, ...gold }: GoldIndicator) => ({
  level1: gold.level1,
  level2: gold.level2,
  name: text(gold.name),
  period: text(gold.period_value),
  ...(gold.actual_value !== undefined && { actual: text(gold.actual_value) }),
  truncated,
  // A text that breaks off may be cut at any point.
  ...(!truncated && {
    annual: text(gold.annual_value),
    target: [
      target ? (KINDS[target.kind] ?? target.kind) : "missing",
      target?.op ? (SIGNS[target.op] ?? target.op) : null,
      target?.value ?? null,
      text(target?.unit ?? null),
    ],
  }),
});

const foundIndicator = (
  { target, truncated, ...found }: Indicator,
  gold: GoldIndicator | undefined,
) => ({
  // A class that the form does not print may be inferred.
  level1: gold?.level1 === null ? null : found.level1,
  level2: found.level2Basis === "printed" ? found.level2 : null,
  name: text(found.name),
  period: text(found.periodValue),
  ...(gold?.actual_value !== undefined && { actual: text(found.actualValue) }),
  truncated,
  ...(!truncated && {
    annual: text(found.annualValue),
    // By hand a range is one of several conditions, whose numbers are not written down.
    target:
      target.kind === "range"
        ? ["multiple", null, null, ""]
        : [target.kind, target.comparison, target.value, text(target.unit)],
  }),
});

/** Whether a name stands in some words, in one or broken around a value in the middle of its lines. */
function isIn(words: string, name: string): boolean {
  if (words.includes(name)) return true;
  return [...name].some((_, cut) => {
    const from = words.indexOf(name.slice(0, cut));
    return cut > 0 && from >= 0 && words.includes(name.slice(cut), from + cut);
  });
}

const golds = FOLDERS.flatMap(([documents, folder]) =>
  globSync(join(import.meta.dirname, folder, "*.json")).map((path) => {
    const gold = JSON.parse(readFileSync(path, "utf8")) as Gold;
    return [gold.file, documents, gold] as const;
  }),
);

describe.each(golds)("%s", (file, documents, gold) => {
  it("reads as by hand: the document", async () => {
    const { disclosure, totals, tasks, budgets } = await read(documents, file);
    expect([disclosure.departmentName, disclosure.amountUnit]).toEqual([
      gold.department,
      gold.amount_unit,
    ]);
    expect(text(disclosure.goal)).toBe(text(gold.goal));
    if (gold.year) expect(disclosure.fiscalYear).toBe(gold.year);
    expect(totals.map(({ name, funding }) => [name, wan(funding.total)])).toEqual(
      gold.units.map(({ name, total }) => [name, number(total)]),
    );
    expect(tasks.map(({ name, amount, goal }) => [name, wan(amount), text(goal)])).toEqual(
      gold.tasks.map(({ name, amount, goal }) => [name, number(amount), text(goal)]),
    );
    expect(Object.fromEntries(budgets.map(({ item, amount }) => [item, wan(amount)]))).toEqual(
      Object.fromEntries(Object.entries(gold.headline).map(([key, value]) => [key, number(value)])),
    );
  });

  it("reads as by hand: the projects", async () => {
    const { projects, projectRegions } = await read(documents, file);
    const found = projects.map(({ funding, ...project }) => ({
      unit: project.unit,
      name: text(project.name),
      amounts: [funding.total, funding.fiscal, funding.special, funding.other].map(wan),
      goals: [text(project.goal), text(project.periodGoal)],
      years: [project.startYear, project.endYear],
      regions: projectRegions
        .filter(({ projectId }) => projectId === project.projectId)
        .map(({ regionName }) => regionName)
        .sort(),
    }));
    expect(found).toEqual(
      gold.projects.map((project) => ({
        unit: project.unit,
        name: text(project.name),
        // Where the printed total is 0, the amount is that of the row below it.
        amounts: [
          project.extra?.amount ?? project.total,
          project.fiscal,
          project.special,
          project.other,
        ].map(number),
        goals: [text(project.goal), text(project.period_goal)],
        years: [project.start_year, project.end_year],
        regions: [...project.regions].sort(),
      })),
    );
  });

  it("reads as by hand: the indicators", async () => {
    const { indicators, projects } = await read(documents, file);
    const of = (projectId: string | null, expected: readonly GoldIndicator[]) =>
      indicators
        .filter((indicator) => indicator.projectId === projectId)
        .map((indicator, index) => foundIndicator(indicator, expected[index]));
    expect(of(null, gold.indicators)).toEqual(gold.indicators.map(expectedIndicator));
    const expected = gold.projects.map((project) => project.indicators);
    expect(projects.map(({ projectId }, index) => of(projectId, expected[index] ?? []))).toEqual(
      expected.map((all) => all.map(expectedIndicator)),
    );
  });

  it("takes every place from the text", async () => {
    const { indicators, source } = await read(documents, file);
    for (const { name, place } of indicators) {
      const words = text(source.slice(place.start, place.end));
      expect(isIn(words, text(name)), `${name} in ${words}`).toBe(true);
    }
  });
});
