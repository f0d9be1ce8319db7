import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { basename, join } from "node:path";
import { BASE_TABLES, tableSchema, type BaseTable, type TableName } from "../model/schema.ts";
import { csvHeader, csvLines } from "./csv.ts";
import { collectShared, SHARED_TABLES, type Part } from "./part.ts";

/** Characters of a table that are held back before they are written. */
const BUFFER = 1 << 20;

/** Writes the CSV files and texts of a folder, part by part, in flat memory. */
export interface Writer {
  add(part: Part): void;
  /** Writes the shared tables and closes the files. */
  finish(): void;
}

/** Opens a writer into a folder that is there and empty. */
export function openWriter(folder: string): Writer {
  mkdirSync(join(folder, "texts"));
  const files = new Map<BaseTable, TableWriter>(
    BASE_TABLES.map((name) => [name, openTable(folder, name)]),
  );
  const shared = collectShared();
  return {
    add(part) {
      for (const [name, lines] of Object.entries(part.csv))
        files.get(name as BaseTable)!.write(lines);
      shared.add(part);
      for (const [id, text] of part.texts) writeText(folder, id, text);
    },
    finish() {
      const rows = shared.rows();
      for (const name of SHARED_TABLES)
        files.get(name)!.write(csvLines(tableSchema(name), rows[name]));
      for (const file of files.values()) file.close();
    },
  };
}

/** Writes one CSV file, its header first. */
export interface TableWriter {
  /** Adds finished lines. */
  write(lines: string): void;
  close(): void;
}

/** Opens the CSV file of a table in a folder. */
export function openTable(folder: string, name: TableName): TableWriter {
  const file = openSync(join(folder, `${name}.csv`), "w");
  let buffer = csvHeader(tableSchema(name));
  const flush = () => {
    writeSync(file, buffer);
    buffer = "";
  };
  return {
    write(lines: string) {
      buffer += lines;
      if (buffer.length > BUFFER) flush();
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}

function writeText(folder: string, id: string, text: string): void {
  if (id !== basename(id)) throw new Error(`disclosure id is not a file name: ${id}`);
  writeFileSync(join(folder, "texts", `${id}.txt`), text);
}
