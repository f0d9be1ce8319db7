import { parquetWriteBuffer, type ColumnSource, type SchemaElement } from "hyparquet-writer";

import type { ColumnType } from "../../model/schema.ts";
import type { Field, Records } from "./records.ts";

/** As the published Parquet files have them; a date stays text, as the page shows it. */
const TYPES: Readonly<Record<ColumnType, Omit<SchemaElement, "name">>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  dimension: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  date: { type: "INT32", converted_type: "DATE" },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  money: { type: "INT64", converted_type: "DECIMAL", precision: 18, scale: 2 },
  boolean: { type: "BOOLEAN" },
};

/** The rows as a Parquet file, columns by their names for programs, with the types of the published tables. */
export function toParquet({ fields, data }: Records): Uint8Array<ArrayBuffer> {
  const schema: SchemaElement[] = [
    { name: "root", num_children: fields.length },
    ...fields.map(({ name, type }): SchemaElement => {
      return { name, repetition_type: "OPTIONAL", ...TYPES[type] };
    }),
  ];
  const columnData = fields.map((field, i): ColumnSource => {
    return { name: field.name, data: data.map((row) => valueOf(field, row[i] ?? null)) };
  });
  return new Uint8Array(parquetWriteBuffer({ schema, columnData }));
}

function valueOf({ type }: Field, value: string | number | null): string | number | Date | null {
  return type === "date" && value !== null ? new Date(value) : value;
}
