import binaryen from "binaryen";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { graphOf, slimmed } from "../../scripts/slim.ts";

const TEXT = `(module
  (func $helper (result i32) (i32.const 7))
  (func (export "called") (result i32) (call $helper))
  (func (export "idle") (result i32) (i32.const 9)))`;
/** As Emscripten writes it: an underscore before the symbol of C. */
const SCRIPT = `Module["_called"] = (...a) => (Module["_called"] = wasmExports["called"])(...a);`;

let folder: string;
let path: string;
const bytes = new Uint8Array(binaryen.parseText(TEXT).emitBinary());

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "atlas-slim-"));
  path = join(folder, "whole.wasm");
  writeFileSync(path, bytes);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("the script is the root and reaches what it names", () => {
  expect(graphOf(bytes, SCRIPT)).toEqual([
    { name: "script", root: true, reaches: ["export called"] },
    { name: "export called", export: "called" },
  ]);
});

test("what the script calls stays and works, the rest goes", async () => {
  const module = new WebAssembly.Module(new Uint8Array(await slimmed(path, SCRIPT)));
  expect(WebAssembly.Module.exports(module).map(({ name }) => name)).toEqual(["called"]);
  const { called } = new WebAssembly.Instance(module).exports as { called(): number };
  expect(called()).toBe(7);
}, 60_000);

test("a file that is no module is refused", async () => {
  const broken = join(folder, "broken.wasm");
  writeFileSync(broken, "no module");
  await expect(slimmed(broken, SCRIPT)).rejects.toThrow();
});
