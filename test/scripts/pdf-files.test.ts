import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

const FILES = join(import.meta.dirname, "../../scripts/pdf-files.ts");

/** Whether a process lives on that forgets a promise rejected with an error from a file. */
function livesOn(file: string): boolean {
  const script = `
    const { outlivePdfJs } = await import(${JSON.stringify(FILES)});
    outlivePdfJs();
    const error = new Error("forgotten");
    error.stack = "at ${file}";
    Promise.reject(error);
    setTimeout(() => console.log("alive"), 50);`;
  try {
    const options = { encoding: "utf8", stdio: "pipe" } as const;
    return (
      execFileSync(process.execPath, ["--input-type=module", "-e", script], options) === "alive\n"
    );
  } catch {
    // execFileSync throws for a process that ends with an error: it did not live on.
    return false;
  }
}

it.each([
  ["pdf.js's worker forgets", "pdfjs-dist/legacy/build/pdf.worker.mjs:1", true],
  ["ours forgets", "src/pipeline.ts:1", false],
])("a promise that %s: the process lives on or not", (_, file, lives) => {
  expect(livesOn(file)).toBe(lives);
});
