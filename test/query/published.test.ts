import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { sampleAtlas } from "./engines.ts";

const folder = mkdtempSync(join(tmpdir(), "published-"));

afterAll(() => rmSync(folder, { recursive: true }));

/** What a process in the folder prints of the published data. */
function ask(sql: string): string {
  const module = new URL("../../src/query/published.ts", import.meta.url).href;
  const script = `
    import { published } from ${JSON.stringify(module)};
    try {
      console.log(JSON.stringify(await published.rows(${JSON.stringify(sql)})));
    } catch (error) {
      console.log(error.message);
    }`;
  const args = ["--input-type=module-typescript", "--eval", script];
  return execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" }).trim();
}

it("names the remedy if nothing has been published", () => {
  expect(ask("SELECT 1")).toMatch(/public\/data\/atlas\.duckdb is not there: run npm run data$/);
});

it("reads what has been published", async () => {
  const atlas = await sampleAtlas();
  mkdirSync(join(folder, "public/data"), { recursive: true });
  cpSync(atlas.file, join(folder, "public/data/atlas.duckdb"));
  atlas.remove();
  expect(ask("SELECT count(*) AS n FROM projects")).toBe('[{"n":5}]');
});
