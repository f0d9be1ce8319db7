import { strToU8, zipSync, type Zippable } from "fflate";

/** Files that are packed on, whatever they hold. */
const PACKED = /\.(?:parquet|xlsx|png)$/;

/**
 * A ZIP of files in a folder.
 *
 * @param folder Its name, without a slash.
 * @param files By name: text as UTF-8, or bytes.
 * @param date When they were made, for the archive's entries.
 */
export function toZip(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  date: Date,
): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === "string" ? strToU8(content) : content;
    entries[`${folder}/${name}`] = [bytes, { mtime: date, level: PACKED.test(name) ? 0 : 6 }];
  }
  return new Uint8Array(zipSync(entries));
}
