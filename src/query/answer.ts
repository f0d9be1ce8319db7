import { DataType, type RecordBatch, type Schema } from "apache-arrow";

/** What a column holds, for aligning and drawing it. */
export type AnswerKind = "number" | "date" | "text" | "boolean";

export interface AnswerColumn {
  readonly name: string;
  readonly kind: AnswerKind;
}

/** What a reader's own statement answered: kept as it arrived, a cell is read when it is shown. */
export interface Answer {
  readonly columns: readonly AnswerColumn[];
  readonly rows: number;
  /** Whether there are more rows, which were not fetched. */
  readonly isCut: boolean;
  /** A cell in DuckDB's words: decimals and large integers exact, days as ISO. Null for NULL. */
  text(row: number, column: number): string | null;
  /** A cell of numbers as a double; null for NULL and in columns of another kind. */
  number(row: number, column: number): number | null;
}

/** The answer in batches of one schema: of numbers, texts, days and truths. */
export function answerOf(
  schema: Schema,
  batches: readonly RecordBatch[],
  { isCut = false } = {},
): Answer {
  const types = schema.fields.map(({ type }) => type as DataType);
  const ends: number[] = [];
  for (const { numRows } of batches) ends.push((ends.at(-1) ?? 0) + numRows);

  return {
    columns: schema.fields.map(({ name }, i) => ({ name, kind: kindOf(types[i]!) })),
    rows: ends.at(-1) ?? 0,
    isCut,
    text: (row, column) => textOf(cell(row, column), types[column]!),
    number(row, column) {
      const type = types[column]!;
      return kindOf(type) === "number" ? numberOf(cell(row, column), type) : null;
    },
  };

  function cell(row: number, column: number): unknown {
    const batch = ends.findIndex((end) => row < end);
    return batches[batch]?.getChildAt(column)?.get(row - (ends[batch - 1] ?? 0)) ?? null;
  }
}

const NUMERIC = [DataType.isInt, DataType.isFloat, DataType.isDecimal];

function kindOf(type: DataType): AnswerKind {
  if (NUMERIC.some((is) => is(type))) return "number";
  if (DataType.isDate(type)) return "date";
  return DataType.isBool(type) ? "boolean" : "text";
}

function textOf(value: unknown, type: DataType): string | null {
  if (value === null) return null;
  if (DataType.isDecimal(type)) return decimalText(value as Uint32Array, type.scale);
  if (DataType.isDate(type)) return new Date(Number(value)).toISOString().slice(0, 10);
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- a text, number or truth
  return String(value);
}

function numberOf(value: unknown, type: DataType): number | null {
  const text = textOf(value, type);
  return text === null ? null : Number(text);
}

/** A decimal of an unscaled integer, given in two's complement by its words, the least first. */
function decimalText(words: Uint32Array, scale: number): string {
  let bits = 0n;
  for (const word of [...words].reverse()) bits = (bits << 32n) | BigInt(word);
  const unscaled = BigInt.asIntN(words.length * 32, bits);
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, "0");
  const point = digits.length - scale;
  const sign = unscaled < 0n ? "-" : "";
  return sign + digits.slice(0, point) + (scale > 0 ? `.${digits.slice(point)}` : "");
}
