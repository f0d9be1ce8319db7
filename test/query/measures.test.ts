import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "../../src/query/database.ts";
import { measuresOf } from "../../src/query/measures.ts";
import { ENGINES, sampleAtlas, type SampleAtlas } from "./engines.ts";

let atlas: SampleAtlas;

beforeAll(async () => {
  atlas = await sampleAtlas();
});

afterAll(() => atlas.remove());

describe.each(ENGINES)("in %s", (_, open) => {
  let db: OpenDatabase;

  beforeAll(async () => {
    db = await open(atlas.file);
  });

  afterAll(() => db.close());

  it("gives the measures of a project with those of the others, not itself among them", async () => {
    const measures = await measuresOf(db, "project", "jia-projects-2025/p02");
    expect(measures.slice(0, 3)).toMatchObject([
      {
        measure: "number",
        name: "以数字为目标",
        numerator: 1,
        denominator: 3,
        others: [
          { share: 0.5, count: 1 },
          { share: 1, count: 3 },
        ],
      },
      { measure: "date", numerator: 1, denominator: 3, others: [{ share: 0, count: 4 }] },
      { measure: "words", numerator: 1, denominator: 3 },
    ]);
  });

  it("leaves out what cannot be asked", async () => {
    const measures = await measuresOf(db, "project", "jia-projects-2025/p02");
    expect(measures.map(({ measure }) => measure)).not.toContain("ceiling");
  });

  it("has none for what is not there", async () => {
    expect(await measuresOf(db, "department", "nobody")).toEqual([]);
  });
});
