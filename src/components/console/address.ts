/** The script in the query of an address; null if there is none. */
export function scriptOf(search: string): string | null {
  return new URLSearchParams(search).get("sql");
}

/**
 * The query of the address that shows a script; other keys of `search` are kept behind.
 *
 * @example
 * searchOf("SELECT 1") // "?sql=SELECT+1"
 */
export function searchOf(script: string, search = ""): string {
  const params = new URLSearchParams({ sql: script });
  for (const [key, value] of new URLSearchParams(search)) {
    if (key !== "sql") params.append(key, value);
  }
  return `?${params}`;
}
