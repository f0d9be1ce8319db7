/** What a statement may take as `$1`, `$2`…: numbers arrive as DOUBLE in both engines. */
export type Parameter = string | number | boolean | null;

/**
 * What a query needs of DuckDB: the same in Node, at build, and in the reader's browser.
 *
 * Values come out as plain JavaScript, alike in both engines: numbers of every kind (DECIMAL and
 * BIGINT too, rounded to a double) as number, text and ENUM as string, DATE as "2026-01-31",
 * TIMESTAMP as "2026-01-31T08:00:00.000Z", LIST as array, STRUCT as object, NULL as null. What else
 * there is (TIME, INTERVAL, BLOB, MAP), and money that must stay exact, is cast to VARCHAR in SQL.
 */
export interface Database {
  /**
   * Runs one statement; `$1`, `$2`… stand for `params`.
   *
   * Rejects with an `Error` whose message is DuckDB's.
   */
  rows<Row>(sql: string, params?: readonly Parameter[]): Promise<Row[]>;
}

/** A database that somebody opened and has to close. */
export interface OpenDatabase extends Database {
  close(): Promise<void>;
}
