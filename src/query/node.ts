import {
  BOOLEAN,
  DOUBLE,
  DuckDBInstance,
  DuckDBTypeId,
  JSDuckDBValueConverter,
  SQLNULL,
  VARCHAR,
  type DuckDBType,
  type DuckDBValueConverter,
  type JS,
} from "@duckdb/node-api";
import type { OpenDatabase, Parameter } from "./database.ts";

/** Opens a DuckDB file in Node, for pages and charts rendered at build. Never writes to it. */
export async function openDatabase(path: string): Promise<OpenDatabase> {
  const instance = await DuckDBInstance.create(path, { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  return {
    async rows<Row>(sql: string, params: readonly Parameter[] = []) {
      const reader = await connection.runAndReadAll(sql, [...params], params.map(parameterType));
      return reader.convertRowObjects(plainValue) as Row[];
    },
    close() {
      connection.closeSync();
      instance.closeSync();
      return Promise.resolve();
    },
  };
}

/** As DuckDB-Wasm binds them. */
function parameterType(value: Parameter): DuckDBType {
  if (value === null) return SQLNULL;
  if (typeof value === "number") return DOUBLE;
  return typeof value === "boolean" ? BOOLEAN : VARCHAR;
}

const plainValue: DuckDBValueConverter<JS> = (value, type, converter) => {
  if (value !== null && type.typeId === DuckDBTypeId.DATE) return String(value);
  const plain = JSDuckDBValueConverter(value, type, converter);
  if (typeof plain === "bigint") return Number(plain);
  return plain instanceof Date ? plain.toISOString() : plain;
};
