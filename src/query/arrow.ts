import { DataType, type Table } from "apache-arrow";

/** Rows of an Arrow table, as DuckDB-Wasm answers, in the plain values that `Database` promises. */
export function rowsOfArrow<Row>(table: Table): Row[] {
  const columns = table.schema.fields.map(({ name, type }, index) => {
    const vector = table.getChildAt(index);
    return { name, value: (row: number) => plainValue(vector?.get(row), type) };
  });
  return Array.from({ length: table.numRows }, (_, row) =>
    Object.fromEntries(columns.map(({ name, value }) => [name, value(row)])),
  ) as Row[];
}

function plainValue(value: unknown, type: DataType): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number(value);
  if (DataType.isDecimal(type)) return Number(`${String(value)}e-${type.scale}`);
  if (DataType.isDate(type)) return isoTime(value).slice(0, 10);
  if (DataType.isTimestamp(type)) return isoTime(value);
  if (DataType.isList(type)) {
    return Array.from(value as Iterable<unknown>, (item) => plainValue(item, type.valueType));
  }
  if (DataType.isStruct(type)) {
    const struct = value as Readonly<Record<string, unknown>>;
    return Object.fromEntries(
      type.children.map((child) => [child.name, plainValue(struct[child.name], child.type)]),
    );
  }
  return value;
}

function isoTime(milliseconds: unknown): string {
  return new Date(Number(milliseconds)).toISOString();
}
