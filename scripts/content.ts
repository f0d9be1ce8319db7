import { readFileSync, statSync } from "node:fs";

/** Larger files are not opened: no table of targets is anywhere near. */
const MOST_BYTES = 200_000_000;

/** The bytes of a file, or why there are none. */
export interface Content {
  readonly bytes: Uint8Array;
  readonly problem: string | null;
}

/** Opens a file. Never throws: one that cannot be opened, or is too large, yields the reason. */
export function contentOf(path: string): Content {
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) {
      const megabytes = Math.round(size / 1e6);
      return refused(`文件过大：${megabytes} MB（the file is too large: ${megabytes} MB）`);
    }
    return { bytes: readFileSync(path), problem: null };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return refused(`无法打开文件（${code ?? message}: the file cannot be opened）`);
  }
}

function refused(problem: string): Content {
  return { bytes: new Uint8Array(), problem };
}
