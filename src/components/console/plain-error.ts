/** What is wrong with a statement, told apart as far as DuckDB's message allows. */
export type PlainError =
  | { readonly kind: "syntax"; readonly near: string | null }
  | { readonly kind: "unclosed" }
  | { readonly kind: "table"; readonly name: string; readonly like: string | null }
  | { readonly kind: "column"; readonly name: string; readonly like: readonly string[] }
  | { readonly kind: "function"; readonly name: string; readonly like: string | null }
  | { readonly kind: "ambiguous"; readonly name: string; readonly choices: readonly string[] }
  | { readonly kind: "ungrouped"; readonly name: string }
  | { readonly kind: "types"; readonly call: string }
  | { readonly kind: "conversion"; readonly value: string; readonly type: string }
  | { readonly kind: "rows" }
  | { readonly kind: "extension"; readonly name: string }
  | { readonly kind: "outside" }
  | { readonly kind: "memory" }
  | { readonly kind: "other" };

type Reader = (match: RegExpExecArray, message: string) => PlainError;

/** DuckDB's messages, the most particular first. */
const PATTERNS: readonly [pattern: RegExp, read: Reader][] = [
  [/unterminated quoted (?:string|identifier)/u, () => ({ kind: "unclosed" })],
  [/syntax error at end of input/u, () => ({ kind: "syntax", near: null })],
  [/(?:syntax error )?at or near "(.+?)"/su, ([, near]) => ({ kind: "syntax", near: near! })],
  [
    /"(.+?)" is not in the catalog, but it exists in the \w+ extension/u,
    ([, name]) => ({ kind: "extension", name: name! }),
  ],
  [
    /Table with name (.+?) does not exist!/u,
    ([, name], message) => ({ kind: "table", name: name!, like: suggestion(message) }),
  ],
  [
    /Function with name "?(.+?)"? does not exist!/u,
    ([, name], message) => ({ kind: "function", name: name!, like: suggestion(message) }),
  ],
  [
    /Referenced column "(.+?)" (?:was )?not found/u,
    ([, name], message) => ({ kind: "column", name: name!, like: candidates(message) }),
  ],
  [
    /Table "(.+?)" does not have a column named "(.+?)"/u,
    ([, table, name], message) => ({
      kind: "column",
      name: `${table!}.${name!}`,
      like: candidates(message),
    }),
  ],
  [
    /Referenced table "(.+?)" not found/u,
    ([, name], message) => ({ kind: "table", name: name!, like: candidates(message)[0] ?? null }),
  ],
  [
    /Ambiguous reference to column name "(.+?)" \(use: (.+?)\)/u,
    ([, name, choices]) => ({ kind: "ambiguous", name: name!, choices: quotedIn(choices!) }),
  ],
  [
    /column "?(.+?)"? must appear in the GROUP BY clause/u,
    ([, name]) => ({ kind: "ungrouped", name: name! }),
  ],
  [
    /No function matches the given name and argument types '(.+?)'/u,
    ([, call]) => ({ kind: "types", call: call! }),
  ],
  [
    /Could not convert string ['"](.*?)['"] to ([\w(),]+)/su,
    ([, value, type]) => ({ kind: "conversion", value: value!, type: type! }),
  ],
  [/More than one row returned by a subquery/u, () => ({ kind: "rows" })],
  [/^Permission Error/u, () => ({ kind: "outside" })],
  [/^Out of Memory Error/u, () => ({ kind: "memory" })],
];

/** Reads DuckDB's message of an error in a statement. Never throws: what it does not know is other. */
export function plainError(message: string): PlainError {
  for (const [pattern, read] of PATTERNS) {
    const match = pattern.exec(message);
    if (match) return read(match, message);
  }
  return { kind: "other" };
}

/** DuckDB's message without the lines that it prints twice. */
export function tidied(message: string): string {
  const [first, ...others] = message.trimEnd().split(/\n\n(?=LINE )/u);
  return [first, ...others.slice(0, 1)].join("\n\n");
}

function suggestion(message: string): string | null {
  return /Did you mean "(.+?)"/u.exec(message)?.[1] ?? null;
}

function candidates(message: string): string[] {
  return quotedIn(/Candidate (?:bindings|tables): (.+)/u.exec(message)?.[1] ?? "");
}

function quotedIn(text: string): string[] {
  return [...text.matchAll(/"(.+?)"/gu)].map((match) => match[1]!);
}
