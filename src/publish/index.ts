import { createHash } from "node:crypto";
import { createReadStream, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DepartmentRule, Finding } from "../model/finding.ts";
import { askAcross } from "./across.ts";
import { datapackage, type PublishedFile } from "./datapackage.ts";
import { deriveTables } from "./derive.ts";
import { writeDuckdb } from "./duckdb.ts";
import { replaceFolder } from "./folder.ts";
import type { Part } from "./part.ts";
import { writeParquet } from "./parquet.ts";
import { openWriter } from "./writer.ts";

export { partsOfFolders } from "./merge.ts";
export { partOf, type Part } from "./part.ts";
export { countsIn, toTables } from "./rows.ts";

/**
 * Publishes parts, in the order in which they come, as `folder`, in the place of what is there: CSV,
 * Parquet, `atlas.duckdb`, `texts/` and `datapackage.json`.
 *
 * `departmentRules` are asked of all documents together, once they are there; what they find is
 * returned.
 *
 * The folder is replaced as a whole or not at all, and the same parts yield the same bytes
 * (`atlas.duckdb` aside). Throws, and leaves the folder, if the rows do not fit together.
 */
export async function publish(
  parts: AsyncIterable<Part> | Iterable<Part>,
  folder: string,
  departmentRules: readonly DepartmentRule[] = [],
): Promise<readonly Finding[]> {
  let findings: readonly Finding[] = [];
  await replaceFolder(folder, async (draft) => {
    const writer = openWriter(draft);
    for await (const part of parts) writer.add(part);
    writer.finish();
    findings = await askAcross(draft, departmentRules);
    await deriveTables(draft);
    await writeDuckdb(draft);
    await writeParquet(draft);
    await writeDatapackage(draft);
  });
  return findings;
}

async function writeDatapackage(folder: string): Promise<void> {
  const files: PublishedFile[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile()) files.push(await fileIn(folder, entry.name));
  }
  const descriptor = JSON.stringify(datapackage(files), undefined, 2);
  writeFileSync(join(folder, "datapackage.json"), descriptor + "\n");
}

async function fileIn(folder: string, path: string): Promise<PublishedFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of createReadStream(join(folder, path)) as AsyncIterable<Buffer>) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { path, bytes, sha256: hash.digest("hex") };
}
