import type { RecordBatch, Schema, Table, Utf8 } from "apache-arrow";
import { answerOf, type Answer } from "./answer.ts";
import { statementOf, type ScriptTokens, type Statement } from "./statement.ts";

/** How a reader's script fared. */
export type Outcome =
  | { readonly kind: "answered"; readonly answer: Answer }
  /** By `stop`. */
  | { readonly kind: "stopped" }
  /** `message` is DuckDB's. */
  | { readonly kind: "failed"; readonly message: string }
  | Exclude<Statement, { readonly kind: "reads" }>;

/** What the console needs of DuckDB: a script of the reader's own, which may be stopped. */
export interface Console {
  /** Runs a script of one reading statement, and keeps its first rows. Rejects if the engine dies. */
  ask(script: string, limit: number): Promise<Outcome>;
  /** Runs it for all of its rows, given piece by piece; the answer of the outcome has none. */
  askForAll(script: string, take: (piece: Answer) => void): Promise<Outcome>;
  /** Stops what runs; it may go on for a tenth of a second, and for longer in some operators. */
  stop(): Promise<void>;
}

/** DuckDB-Wasm, in a worker or in the same thread. */
interface Engine {
  tokenize(script: string): ScriptTokens | Promise<ScriptTokens>;
}

/** A connection of DuckDB-Wasm, likewise. */
interface Connection {
  prepare(sql: string): Closable | Promise<Closable>;
  query(sql: string): Table | Promise<Table>;
  send(sql: string, allowStreamResult: boolean): Promise<Batches>;
  cancelSent(): boolean | Promise<boolean>;
}

interface Closable {
  close(): unknown;
}

type Batches = { readonly schema: Schema; open(): unknown } & (
  Iterable<RecordBatch> | AsyncIterable<RecordBatch>
);

type Reading = Extract<Statement, { kind: "reads" }>;

/** “Parser Error: …”; what has another shape comes from the engine's ruins. */
const DUCKDB_ERROR = /^(?!INTERNAL |FATAL )\w[\w ]* Error: /;

/**
 * What arrives whole, piece by piece, in the values of Arrow. Not so ENUM, whose words DuckDB-Wasm
 * loses on the way, nor what JavaScript has no value for; these are asked for as text.
 */
const PLAIN_TYPE =
  /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*|VARCHAR|DATE|BOOLEAN|"NULL")$/;

/** Puts a console on a connection that nothing else uses. */
export function consoleOn(engine: Engine, connection: Connection): Console {
  let isStopped = false;

  return {
    async ask(script, limit) {
      const kept: RecordBatch[] = [];
      let rows = 0;
      const outcome = await run(script, (batch) => {
        kept.push(batch.slice(0, limit - rows));
        rows += batch.numRows;
        return rows <= limit;
      });
      if (outcome.kind !== "answered") return outcome;
      const answer = answerOf(outcome.schema, kept, { isCut: rows > limit });
      return { kind: "answered", answer };
    },
    async askForAll(script, take) {
      const outcome = await run(script, (batch, schema) => {
        take(answerOf(schema, [batch]));
        return true;
      });
      if (outcome.kind !== "answered") return outcome;
      return { kind: "answered", answer: answerOf(outcome.schema, []) };
    },
    async stop() {
      isStopped = true;
      await connection.cancelSent();
    },
  };

  /** Gives each batch to `take`, until that has enough. */
  async function run(
    script: string,
    take: (batch: RecordBatch, schema: Schema) => boolean,
  ): Promise<{ kind: "answered"; schema: Schema } | Exclude<Outcome, { kind: "answered" }>> {
    isStopped = false;
    try {
      const statement = statementOf(script, await engine.tokenize(script));
      if (statement.kind === "refused") await parse(script);
      if (statement.kind !== "reads") return statement;
      const batches = await send(statement);
      // A reader that came to its end forgets it.
      const { schema } = batches;
      for await (const batch of batches) {
        // A stream that was cancelled may simply end.
        if (isStopped || !take(batch, schema)) break;
      }
      if (isStopped) return { kind: "stopped" };
      await connection.cancelSent();
      return { kind: "answered", schema };
    } catch (error) {
      if (isStopped) return { kind: "stopped" };
      if (!(error instanceof Error) || !DUCKDB_ERROR.test(error.message)) throw error;
      return { kind: "failed", message: error.message };
    }
  }

  /** Rejects where the verb is none: a misspelt SELECT does nothing that could be refused. */
  async function parse(script: string): Promise<void> {
    try {
      await (await connection.prepare(script)).close();
    } catch (error) {
      if (error instanceof Error && error.message.startsWith("Parser Error")) throw error;
    }
  }

  async function send({ sql, verb }: Reading): Promise<Batches> {
    // Accepts one statement alone, whatever we took the script for, and tells what is wrong with it.
    await (await connection.prepare(sql)).close();
    const batches = await connection.send(verb === "EXPLAIN" ? sql : await inTexts(sql), true);
    await batches.open();
    return batches;
  }

  /** The statement with its columns of other types cast to VARCHAR. */
  async function inTexts(sql: string): Promise<string> {
    const types = await connection.query(`DESCRIBE FROM (${sql}\n)`);
    const [names, typeNames] = [types.getChildAt<Utf8>(0), types.getChildAt<Utf8>(1)];
    const casts = Array.from({ length: types.numRows }, (_, i) => i)
      .filter((i) => !PLAIN_TYPE.test(typeNames?.get(i) ?? ""))
      .map((i) => quoted(names?.get(i) ?? ""))
      .map((name) => `${name}::VARCHAR AS ${name}`);
    return casts.length === 0 ? sql : `SELECT * REPLACE (${casts.join(", ")}) FROM (${sql}\n)`;
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
