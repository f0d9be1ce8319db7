import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "../../src/query/database.ts";
import { EXAMPLES } from "../../src/query/examples.ts";
import { openDatabase } from "../../src/query/node.ts";
import { openWasm, sampleAtlas, type SampleAtlas, type WasmDatabase } from "./engines.ts";

const PUBLISHED = "public/data/atlas.duckdb";

let atlas: SampleAtlas;
let node: OpenDatabase;
let wasm: WasmDatabase;
beforeAll(async () => {
  atlas = await sampleAtlas();
  const file = existsSync(PUBLISHED) ? PUBLISHED : atlas.file;
  [node, wasm] = await Promise.all([openDatabase(file), openWasm(file)]);
});
afterAll(async () => {
  await Promise.all([node.close(), wasm.close()]);
  atlas.remove();
});

describe.each(Object.entries(EXAMPLES))("the example “%s”", (_, sql) => {
  it("answers alike in both engines", async () => {
    const [inNode, inWasm] = await Promise.all([node.rows(sql), wasm.rows(sql)]);
    expect(inNode.length).toBeGreaterThan(0);
    // SUMMARIZE estimates; each engine in its own way.
    if (!sql.startsWith("SUMMARIZE")) expect(inWasm).toEqual(inNode);
    expect(inWasm.length).toBe(inNode.length);
  });

  it("is one that the console runs", async () => {
    expect((await wasm.console.ask(sql, 1000)).kind).toBe("answered");
  });
});
