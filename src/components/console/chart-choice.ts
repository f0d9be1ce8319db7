import type { AnswerColumn } from "../../query/answer.ts";

/** How a chart is drawn: by what stands on its first axis. */
export type ChartKind = "bars" | "line" | "dots";

/** Columns of an answer, by number, that a chart is drawn of. */
export interface ChartChoice {
  readonly x: number;
  /** One of numbers. */
  readonly y: number;
}

/**
 * The chart that an answer is drawn as until the reader chooses another: the first two columns of
 * numbers if the answer begins with them, else the first column that holds none, by the first of
 * numbers. Null if nothing can be drawn.
 */
export function chartChoice(columns: readonly AnswerColumn[]): ChartChoice | null {
  const isNumber = (i: number) => columns[i]?.kind === "number";
  if (isNumber(0) && isNumber(1)) return { x: 0, y: 1 };
  const x = columns.findIndex((_, i) => !isNumber(i));
  const y = columns.findIndex((_, i) => isNumber(i));
  return x < 0 || y < 0 ? null : { x, y };
}

/** Days and years make a line, other numbers dots, words bars. */
export function chartKind({ kind, name }: AnswerColumn): ChartKind {
  if (kind === "date" || (kind === "number" && /year$/iu.test(name))) return "line";
  return kind === "number" ? "dots" : "bars";
}
