import type { Row } from "../model/table.ts";

/** The same function of a row, its answers kept: every layout asks the same of every row. */
export function perRow<Answer>(read: (row: Row) => Answer): (row: Row) => Answer {
  const kept = new WeakMap<Row, { readonly answer: Answer }>();
  return (row) => {
    const known = kept.get(row);
    if (known) return known.answer;
    const answer = read(row);
    kept.set(row, { answer });
    return answer;
  };
}
