import type { Completion } from "@codemirror/autocomplete";
import type { Locale } from "../../format.ts";
import type { TableSchema } from "../../model/schema.ts";

/** A table with its columns, as CodeMirror completes them. */
export interface TableCompletions {
  readonly self: Completion;
  readonly children: readonly Completion[];
}

/** The published tables and their columns, each with what it is in the reader's language. */
export function completionsOf(
  schema: readonly TableSchema[],
  locale: Locale,
): Record<string, TableCompletions> {
  return Object.fromEntries(
    schema.map((table) => [
      table.name,
      {
        self: { label: table.name, type: "type", detail: table[locale] },
        children: table.columns.map((column) => ({
          label: column.name,
          type: "property",
          detail: column[locale],
        })),
      },
    ]),
  );
}
