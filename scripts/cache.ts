import { createHash } from "node:crypto";
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./command.ts";
import type { Reading, Task } from "./reader.ts";

/** What was read of files before, by their content and by the code that read them. */
export interface Cache {
  /** The key of a file: its bytes, what is known of it, and the version of the code. */
  key(task: Task, bytes: Uint8Array): string;
  get(key: string): Reading | undefined;
  put(key: string, reading: Reading): void;
}

/** Everything that decides what is read: code, reference data, versions of libraries. */
const DECIDES = [
  "src/*.ts",
  "src/{model,extract,recognise,normalise,check,publish}/**/*.ts",
  "scripts/{reader,reference,folder,pdf-files}.ts",
  "data/reference/*.csv",
  "data/corrections.csv",
  "package-lock.json",
];

/** A hash of everything that decides what is read of a file, beside the file. */
export function codeVersion(): string {
  const hash = createHash("sha256");
  for (const path of globSync(DECIDES, { cwd: ROOT }).sort()) {
    hash.update(path).update(readFileSync(join(ROOT, path)));
  }
  return hash.digest("hex");
}

/** Opens the cache in a folder, which is made where it is not there. */
export function openCache(folder: string, version: string): Cache {
  const pathOf = (key: string) => join(folder, key.slice(0, 2), `${key}.json`);
  return {
    key({ disclosureId, file, duplicateOf, source }, bytes) {
      const known = JSON.stringify([version, disclosureId, file, duplicateOf, source ?? null]);
      return createHash("sha256").update(known).update(bytes).digest("hex");
    },
    get(key) {
      try {
        return JSON.parse(readFileSync(pathOf(key), "utf8")) as Reading;
      } catch {
        // Not there, or cut off by a kill: it is read again.
        return undefined;
      }
    },
    put(key, reading) {
      mkdirSync(join(folder, key.slice(0, 2)), { recursive: true });
      const draft = `${pathOf(key)}.${process.pid}`;
      writeFileSync(draft, JSON.stringify(reading));
      renameSync(draft, pathOf(key));
    },
  };
}
