import { createHash } from "node:crypto";
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  readdirSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { SCHEMA, type PublishedTables } from "../model/schema.ts";
import { csvPieces } from "./csv.ts";
import { datapackage, type PublishedFile } from "./datapackage.ts";
import { writeDuckdb } from "./duckdb.ts";
import { replaceFolder } from "./folder.ts";
import { assertSound } from "./integrity.ts";
import { writeParquet } from "./parquet.ts";

/** Extracted texts by disclosure id: a Map will do, or a generator where they are many. */
export type Texts = Iterable<readonly [disclosureId: string, text: string]>;

/**
 * Publishes the tables and the texts as `folder`, in the place of what is there: CSV, Parquet,
 * `atlas.duckdb`, `texts/` and `datapackage.json`.
 *
 * The folder is replaced as a whole or not at all, and the same tables yield the same bytes. Throws
 * before anything is written if the tables break the schema.
 */
export async function publish(
  tables: PublishedTables,
  texts: Texts,
  folder: string,
): Promise<void> {
  assertSound(tables);
  await replaceFolder(folder, async (draft) => {
    writeTexts(texts, draft);
    await writeCsv(tables, draft);
    await writeDuckdb(draft);
    await writeParquet(draft);
    await writeDatapackage(draft);
  });
}

function writeTexts(texts: Texts, folder: string): void {
  mkdirSync(join(folder, "texts"));
  for (const [id, text] of texts) {
    if (id !== basename(id)) throw new Error(`disclosure id is not a file name: ${id}`);
    writeFileSync(join(folder, "texts", `${id}.txt`), text);
  }
}

async function writeCsv(tables: PublishedTables, folder: string): Promise<void> {
  for (const table of SCHEMA) {
    const pieces = csvPieces(table, tables[table.name]);
    await pipeline(Readable.from(pieces), createWriteStream(join(folder, `${table.name}.csv`)));
  }
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
