import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SCHEMA } from "../../src/model/schema.ts";
import type { OpenDatabase } from "../../src/query/database.ts";
import { packagedFile, rowsOf, tableEntries } from "../../src/query/dictionary.ts";
import { ENGINES, sampleAtlas, type SampleAtlas } from "./engines.ts";

const DESCRIPTOR = {
  version: "0",
  resources: SCHEMA.flatMap(({ name }, i) => [
    { path: `${name}.csv`, bytes: i },
    { path: `${name}.parquet`, bytes: 100 + i },
  ]),
};

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

  it("lists every table of the schema with its rows and its files", async () => {
    const entries = await tableEntries(db, DESCRIPTOR);
    expect(entries.map(({ table }) => table.name)).toEqual(SCHEMA.map(({ name }) => name));
    const projects = entries.find(({ table }) => table.name === "projects");
    expect([projects?.rows, projects?.csv.path, projects?.parquet.bytes]).toEqual([
      5,
      "projects.csv",
      100 + SCHEMA.findIndex(({ name }) => name === "projects"),
    ]);
    expect(rowsOf(entries)).toBeGreaterThan(30);
  });
});

it("says what to do where the package lacks a file", () => {
  expect(() => packagedFile({ version: "0", resources: [] }, "atlas.duckdb")).toThrow(
    /atlas\.duckdb.*npm run data/,
  );
});
