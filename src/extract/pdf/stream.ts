import { textOf, type Line } from "./lines.ts";

/** Reads lines that no rules part into rows. */
export function streamRows(lines: readonly Line[]): string[][] {
  return lines.map((line) => [textOf(line)]);
}
