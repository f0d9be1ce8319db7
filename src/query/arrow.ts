import { DataType, type Table } from "apache-arrow";

/** Rows of an Arrow table, as DuckDB-Wasm answers, in the plain values that `Database` promises. */
export function rowsOfArrow<Row>(table: Table): Row[] {
  const columns = table.schema.fields.map((field, index) => {
    const type = field.type as DataType;
    const vector = table.getChildAt(index);
    return { name: field.name, value: (row: number) => plainValue(vector?.get(row), type) };
  });
  return Array.from({ length: table.numRows }, (_, row) =>
    Object.fromEntries(columns.map(({ name, value }) => [name, value(row)])),
  ) as Row[];
}

function plainValue(value: unknown, type: DataType): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number(value);
  if (DataType.isDecimal(type)) return decimal(value as Uint32Array, type.scale);
  if (DataType.isDate(type)) return isoTime(value).slice(0, 10);
  if (DataType.isTimestamp(type)) return isoTime(value);
  if (DataType.isList(type)) {
    const itemType = type.valueType as DataType;
    return Array.from(value as Iterable<unknown>, (item) => plainValue(item, itemType));
  }
  if (DataType.isStruct(type)) {
    const struct = value as Readonly<Record<string, unknown>>;
    const fields = type.children.map(({ name, type }) => [name, type as DataType] as const);
    return Object.fromEntries(fields.map(([name, type]) => [name, plainValue(struct[name], type)]));
  }
  return value;
}

/** Arrow's number of four words prints itself without the scale. */
function decimal(unscaled: Uint32Array, scale: number): number {
  return Number(`${unscaled.toString()}e-${scale}`);
}

function isoTime(milliseconds: unknown): string {
  return new Date(Number(milliseconds)).toISOString();
}
