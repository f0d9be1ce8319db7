/** How a statement may begin; what else there is changes something, or reaches for something. */
const READS: ReadonlySet<string> = new Set([
  "SELECT",
  "FROM",
  "VALUES",
  "WITH",
  "DESCRIBE",
  "SHOW",
  "SUMMARIZE",
  "EXPLAIN",
]);

/** What may follow the common tables of a WITH. */
const AFTER_WITH: ReadonlySet<string> = new Set([
  ...["SELECT", "FROM", "VALUES"],
  ...["INSERT", "UPDATE", "DELETE", "MERGE", "COPY", "CREATE"],
]);

/** Tokens of a script as DuckDB-Wasm tells them. */
export interface ScriptTokens {
  /** Where each begins, in bytes of UTF-8. Comments are no tokens. */
  readonly offsets: readonly number[];
}

/** One statement that only reads, or why a reader's script is not run. */
export type Statement =
  | { readonly kind: "reads"; readonly sql: string; /** In upper case. */ readonly verb: string }
  | { readonly kind: "empty" }
  | { readonly kind: "several" }
  | { readonly kind: "refused"; readonly verb: string };

/**
 * Takes a script for one statement that reads: SELECT (also as FROM … or VALUES …), WITH, DESCRIBE,
 * SHOW, SUMMARIZE, or EXPLAIN of such. A semicolon at its end is left out.
 *
 * The database is attached read-only and the engine reaches nothing outside; this keeps a reader
 * from changing the engine itself, and says so in time.
 */
export function statementOf(script: string, tokens: ScriptTokens): Statement {
  const words = wordsOf(script, tokens);
  const end = words.findIndex(({ text }) => text === ";");
  const statement = end < 0 ? words : words.slice(0, end);
  if (words.slice(statement.length).some(({ text }) => text !== ";")) return { kind: "several" };
  if (statement.length === 0) return { kind: "empty" };
  const verb = refusedVerb(statement.map(({ text }) => text));
  if (verb !== null) return { kind: "refused", verb };
  const sql = end < 0 ? script : textBefore(script, words[end]!.offset);
  return { kind: "reads", sql, verb: statement[0]!.text };
}

interface Word {
  /** A keyword or name in upper case, or a sign. */
  readonly text: string;
  readonly offset: number;
}

function wordsOf(script: string, { offsets }: ScriptTokens): Word[] {
  const bytes = new TextEncoder().encode(script);
  const decoder = new TextDecoder();
  return offsets.map((offset, i) => {
    const text = decoder.decode(bytes.subarray(offset, offsets[i + 1]));
    return { text: /^\w+|^./su.exec(text)?.[0].toUpperCase() ?? "", offset };
  });
}

function textBefore(script: string, bytes: number): string {
  return new TextDecoder().decode(new TextEncoder().encode(script).subarray(0, bytes));
}

/** The verb by which a statement does more than read; null if it does not. */
function refusedVerb(words: readonly string[]): string | null {
  const start = words.findIndex((word) => word !== "(");
  const verb = words[start] ?? "";
  if (!READS.has(verb)) return verb;
  if (verb === "EXPLAIN") return refusedVerb(explained(words.slice(start + 1)));
  if (verb === "WITH") return refusedVerb([verbAfterWith(words.slice(start + 1))]);
  return null;
}

/** What EXPLAIN explains: with ANALYZE it runs it, whatever it is. */
function explained(words: readonly string[]): readonly string[] {
  if (words[0] === "ANALYZE") return explained(words.slice(1));
  const isOptions = words[0] === "(" && !READS.has(words[1] ?? "") && words[1] !== "(";
  return isOptions ? words.slice(words.indexOf(")") + 1) : words;
}

/** The first verb that stands outside of parentheses. SELECT if there is none: DuckDB will complain. */
function verbAfterWith(words: readonly string[]): string {
  let depth = 0;
  for (const word of words) {
    if (word === "(") depth += 1;
    else if (word === ")") depth -= 1;
    else if (depth === 0 && AFTER_WITH.has(word)) return word;
  }
  return "SELECT";
}
