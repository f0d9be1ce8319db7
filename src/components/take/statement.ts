/**
 * A statement with its parameters (`$1`, `$2`…) written into it, so that it runs as it stands.
 * Throws if it names a parameter that is not there.
 */
export function withLiterals(sql: string, params: readonly (string | number)[]): string {
  return sql.replace(/'(?:[^']|'')*'|\$(\d+)/g, (whole, index: string | undefined) => {
    if (index === undefined) return whole;
    const value = params[Number(index) - 1];
    if (value === undefined) throw new Error(`the statement names ${whole}, which has no value`);
    return typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`;
  });
}

/** Lines that SQL does not read. */
export function commentOf(lines: readonly string[]): string {
  return lines
    .flatMap((line) => line.split(/\r?\n/))
    .map((line) => `-- ${line}\n`)
    .join("");
}

/** A statement without the indentation that it has in our code. */
export function unindented(sql: string): string {
  const lines = sql.split("\n").filter((line) => line.trim() !== "");
  const depths = lines.slice(1).map((line) => line.length - line.trimStart().length);
  const least = Math.min(...depths);
  return lines.map((line, i) => (i === 0 ? line.trimStart() : line.slice(least))).join("\n");
}
