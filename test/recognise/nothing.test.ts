import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { readReference } from "../../scripts/reference.ts";
import { makePipeline } from "../../src/pipeline.ts";

/** Texts that speak of projects, targets and forms, and hold none; and what explains them. */
const TEXTS = [
  ...globSync(join(import.meta.dirname, "../fixtures/none/*.txt")).sort(),
  ...["../../README.md", "../../data/reference/README.md", "../../data/reference/themes.csv"].map(
    (path) => join(import.meta.dirname, path),
  ),
  join(import.meta.dirname, "../../src/recognise/project-form.ts"),
];

const pipeline = makePipeline(readReference());

it.each(TEXTS.map((path) => [basename(path), path] as const))(
  "finds nothing in %s",
  async (file, path) => {
    const input = { disclosureId: "none", file, problem: null, source: undefined };
    const bytes = new Uint8Array(readFileSync(path));
    const { records } = await pipeline.read({ ...input, bytes, duplicateOf: null });
    const { projects, indicators, tasks, totals, budgets } = records;
    expect({ projects, indicators, tasks, totals, budgets }).toEqual({
      projects: [],
      indicators: [],
      tasks: [],
      totals: [],
      budgets: [],
    });
  },
);
