import { widthOf } from "../../charts/element.ts";
import type { Answer } from "../../query/answer.ts";

/** Rows that are looked at: the table must not move while it is scrolled. */
const LOOKED_AT = 200;
const LEAST = 4;
const MOST = 26;

/** How wide the columns of an answer are to be, in em: as wide as their texts, within limits. */
export function columnWidths({ columns, rows, text }: Answer): number[] {
  return columns.map(({ name }, column) => {
    let widest = widthOf(name, 1);
    for (let row = 0; row < Math.min(rows, LOOKED_AT); row++) {
      for (const line of (text(row, column) ?? "").split("\n")) {
        widest = Math.max(widest, widthOf(line, 1));
      }
    }
    return Math.min(MOST, Math.max(LEAST, Math.ceil(widest) + 2));
  });
}
