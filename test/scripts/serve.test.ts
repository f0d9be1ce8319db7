import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serve, type Site } from "../../scripts/serve.ts";

const folder = mkdtempSync(join(tmpdir(), "serve-"));
let site: Site;

beforeAll(async () => {
  mkdirSync(join(folder, "regions"));
  const files = {
    "index.html": "home",
    "404.html": "not here",
    "regions/index.html": "regions",
    "atlas.duckdb": "0123456789",
    "engine.wasm": "\0asm",
    "project.csv": "预算",
    "源文.txt": "对口帮扶",
    "table.parquet": "PAR1",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  site = await serve(folder);
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, init?: RequestInit) => fetch(new URL(path, site.address), init);

it.each([
  ["WebAssembly, or the engine is not compiled while it loads", "engine.wasm", "application/wasm"],
  ["a database as bytes", "atlas.duckdb", "application/octet-stream"],
  ["Parquet", "table.parquet", "application/vnd.apache.parquet"],
  ["CSV with its encoding", "project.csv", "text/csv; charset=utf-8"],
  ["text with its encoding, and a Chinese name", "源文.txt", "text/plain; charset=utf-8"],
  ["the page of a folder", "regions/", "text/html;charset=utf-8"],
])("serves %s: %s", async (_, path, type) => {
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe(type);
});

it("tells the size of a file without its bytes", async () => {
  const response = await get("atlas.duckdb", { method: "HEAD" });
  expect(response.headers.get("content-length")).toBe("10");
  expect(await response.text()).toBe("");
});

it("serves the blocks that a query reads", async () => {
  const response = await get("atlas.duckdb", { headers: { Range: "bytes=2-4" } });
  expect(response.status).toBe(206);
  expect(response.headers.get("content-range")).toBe("bytes 2-4/10");
  expect(await response.text()).toBe("234");
});

it("has a page for what is not there", async () => {
  const response = await get("nowhere/");
  expect(response.status).toBe(404);
  expect(await response.text()).toBe("not here");
});

it("never leaves its folder", async () => {
  expect((await get("..%2f..%2fetc/passwd")).status).toBe(404);
});

it("takes the next port if one is taken", async () => {
  const { port } = new URL(site.address);
  const other = await serve(folder, { port: Number(port) });
  await other.close();
  expect(Number(new URL(other.address).port)).toBeGreaterThan(Number(port));
});

it("sees that another program has taken the port", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as { port: number };
  const next = await serve(folder, { port });
  await next.close();
  other.close();
  expect(next.address).not.toContain(`:${port}/`);
});

describe("under a base path", () => {
  it.each(["/atlas/", "/atlas", "atlas"])("written %s", async (base) => {
    const based = await serve(folder, { base });
    const texts = await Promise.all(
      [based.address, new URL("/", based.address), new URL("regions/", based.address)].map(
        async (url) => (await fetch(url)).text(),
      ),
    );
    await based.close();
    expect(based.address).toMatch(/\/atlas\/$/);
    expect(texts).toEqual(["home", "home", "regions"]);
  });
});

it("says what to do if nothing is built", async () => {
  await expect(serve(join(folder, "dist"))).rejects.toThrow("run npm run build first");
});
