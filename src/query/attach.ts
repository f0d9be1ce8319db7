/** Name under which a DuckDB file is registered with DuckDB-Wasm before it is attached. */
export const ATTACHED_FILE = "atlas.duckdb";

/**
 * Attaches the file, and then keeps DuckDB-Wasm from asking anything of any other address, whatever
 * statement a reader runs: it fetches extensions on its own, and waits for good where it cannot.
 */
export const ATTACH_STATEMENTS: readonly string[] = [
  `ATTACH '${ATTACHED_FILE}' AS atlas (READ_ONLY)`,
  "USE atlas",
  "SET autoinstall_known_extensions = false",
  "SET autoload_known_extensions = false",
  "SET enable_external_access = false",
  "SET lock_configuration = true",
];
