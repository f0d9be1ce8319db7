import { readdirSync, statSync } from "node:fs";
import { basename, extname, join, relative, sep } from "node:path";

/** Files of a folder of disclosures that are about it rather than of it. */
const NOT_DISCLOSURES = /^(?:sources\.csv|corrections\.csv|readme(?:\..*)?|\..*|~\$.*)$/iu;
/** Characters that an id, being part of addresses and file names, cannot hold. */
const UNSAFE = /[\s\\/:*?"<>|#%&+~]+/gu;

/** A file of a folder, with the id that its disclosure gets. */
export interface FolderFile {
  readonly path: string;
  readonly file: string;
  readonly disclosureId: string;
  /** File of the same name, in another folder or of another kind, that keeps the plain id. */
  readonly duplicateOf: string | null;
}

/**
 * Lists the disclosures of a folder and the folders in it, by id. The id is the file's name without
 * its ending; a second file of that name, by path, gets “~2” behind it.
 */
export function listDisclosures(folder: string): FolderFile[] {
  const first = new Map<string, string>();
  const count = new Map<string, number>();
  const files = pathsIn(folder).map((path) => {
    const file = basename(path);
    const id = basename(file, extname(file)).replace(UNSAFE, "-");
    const shown = relative(folder, path).replaceAll(sep, "/");
    const number = (count.get(id) ?? 0) + 1;
    count.set(id, number);
    if (number === 1) first.set(id, shown);
    const disclosureId = number === 1 ? id : `${id}~${number}`;
    return { path, file, disclosureId, duplicateOf: number === 1 ? null : first.get(id)! };
  });
  return files.sort((a, b) => (a.disclosureId < b.disclosureId ? -1 : 1));
}

function pathsIn(folder: string): string[] {
  const names = readdirSync(folder)
    .filter((name) => !NOT_DISCLOSURES.test(name))
    .sort();
  return names.flatMap((name) => {
    const path = join(folder, name);
    // A link to nothing is listed too: that it cannot be read is said in its row.
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? pathsIn(path) : [path];
  });
}
