import { createHash } from "node:crypto";
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./command.ts";
import type { Content } from "./content.ts";
import type { Reading, Task } from "./reader.ts";

/**
 * What was read of files before, by their bytes, by what is known of them, and by the version of
 * the code that read them. A file that could not be opened is not kept.
 */
export interface Cache {
  get(task: Task, content: Content): Reading | undefined;
  put(task: Task, content: Content, reading: Reading): void;
}

/** Everything that decides what is read: code, reference data, versions of libraries. */
const DECIDES = [
  "src/*.ts",
  "src/{model,extract,recognise,normalise,check,publish}/**/*.ts",
  "scripts/{reader,reference,folder,content,pdf-files}.ts",
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
  const pathOf = ({ disclosureId, file, duplicateOf, source }: Task, { bytes }: Content) => {
    const known = JSON.stringify([version, disclosureId, file, duplicateOf, source ?? null]);
    const key = createHash("sha256").update(known).update(bytes).digest("hex");
    return join(folder, key.slice(0, 2), `${key}.json`);
  };
  return {
    get(task, content) {
      if (content.problem) return undefined;
      try {
        return JSON.parse(readFileSync(pathOf(task, content), "utf8")) as Reading;
      } catch {
        // Not there, or cut off by a kill: it is read again.
        return undefined;
      }
    },
    put(task, content, reading) {
      if (content.problem) return;
      const path = pathOf(task, content);
      mkdirSync(dirname(path), { recursive: true });
      const draft = `${path}.${process.pid}`;
      writeFileSync(draft, JSON.stringify(reading));
      renameSync(draft, path);
    },
  };
}
