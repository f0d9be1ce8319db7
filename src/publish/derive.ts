import type { DuckDBConnection } from "@duckdb/node-api";
import { BASE_TABLES, tableSchema, type DerivedTable, type PublishedRow } from "../model/schema.ts";
import { csvLines } from "./csv.ts";
import { assertRows } from "./integrity.ts";
import { MEASURE_ROWS, MEASURE_VALUES } from "./measures.ts";
import { inScratch, readCsv, rowsOf, type Batches } from "./scratch.ts";
import { similarTexts } from "./similar-texts.ts";
import { targetChanges } from "./target-changes.ts";
import { unitAmounts } from "./unit-amounts.ts";
import { openTable } from "./writer.ts";

/** How the rows of each derived table come of the tables that a connection shows. */
const DERIVATIONS: Readonly<Record<DerivedTable, (connection: DuckDBConnection) => Batches>> = {
  measures: constant(MEASURE_ROWS),
  measure_values: (connection) => rowsOf(connection, MEASURE_VALUES),
  unit_amounts: unitAmounts,
  target_changes: targetChanges,
  similar_texts: similarTexts,
};

/**
 * Writes the CSV files of the derived tables into a folder that holds those of all others. They
 * follow from these files alone, so that parts that are joined yield what one run yields.
 */
export async function deriveTables(folder: string): Promise<void> {
  await inScratch(folder, async (connection) => {
    for (const name of BASE_TABLES)
      await connection.run(`CREATE VIEW ${name} AS FROM ${readCsv(tableSchema(name), folder)}`);
    for (const [name, derive] of Object.entries(DERIVATIONS))
      await writeRows(folder, name as DerivedTable, derive(connection));
  });
}

async function writeRows(folder: string, name: DerivedTable, batches: Batches): Promise<void> {
  const schema = tableSchema(name);
  const file = openTable(folder, name);
  try {
    for await (const rows of batches) {
      assertRows(schema, rows);
      file.write(csvLines(schema, rows));
    }
  } finally {
    file.close();
  }
}

function constant(rows: readonly PublishedRow[]): () => Batches {
  return async function* () {
    await Promise.resolve();
    yield rows;
  };
}
