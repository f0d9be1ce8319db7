import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { SCHEMA, type TableName } from "../../model/schema.ts";
import { EXAMPLES, type ExampleName } from "../../query/examples.ts";
import { useLanguage } from "../use-language.ts";
import type { Insert } from "./Editor.tsx";
import type { ConsoleStore } from "./store.ts";

export type TableRows = Readonly<Record<TableName, number>>;

/** A part of the page that can be folded: on a phone it is at first, since the result is below. */
function Fold({ title, children }: { title: string; children: ComponentChildren }) {
  const [isOpen, setOpen] = useState(true);
  useEffect(() => setOpen(matchMedia("(min-width: 60rem)").matches), []);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** Questions to begin with. */
export function ExampleList({ store }: { store: ConsoleStore }) {
  const words = useLanguage().words.console;
  return (
    <Fold title={words.examplesTitle}>
      <ul>
        {(Object.keys(EXAMPLES) as ExampleName[]).map((name) => (
          <li key={name}>
            <button type="button" class="plain" onClick={() => choose(store, EXAMPLES[name])}>
              {words.examples[name]}
            </button>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

interface TableListProps {
  store: ConsoleStore;
  rows: TableRows;
  insert: { readonly current: Insert };
}

/** The published tables with their columns; a name is put into the script. */
export function TableList({ store, rows, insert }: TableListProps) {
  const { words, locale } = useLanguage();
  const t = words.console;
  return (
    <Fold title={t.tablesTitle}>
      <ul class="console-tables">
        {SCHEMA.map(({ name, columns, ...table }) => (
          <li key={name}>
            <details>
              <summary>
                <code>{name}</code> <span class="note">{table[locale]}</span>
              </summary>
              <p class="note">
                {t.rowsOf(rows[name])}{" "}
                <button
                  type="button"
                  class="plain"
                  onClick={() => choose(store, `SELECT *\nFROM ${name}`)}
                >
                  {t.look}
                </button>
              </p>
              <dl>
                {columns.map((column) => (
                  <div key={column.name}>
                    <dt>
                      <button
                        type="button"
                        class="plain"
                        title={t.insert(column.name)}
                        onClick={() => insert.current(column.name)}
                      >
                        <code>{column.name}</code>
                      </button>{" "}
                      <span class="note">{words.data.types[column.type]}</span>
                    </dt>
                    <dd>{column[locale]}</dd>
                  </div>
                ))}
              </dl>
            </details>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** Scripts that were run in this browser, the newest first. */
export function HistoryList({ store }: { store: ConsoleStore }) {
  const words = useLanguage().words.console;
  const scripts = store.history.value;
  return (
    <details>
      <summary>{words.historyTitle}</summary>
      {scripts.length === 0 ? (
        <p class="note">{words.noHistory}</p>
      ) : (
        <>
          <ul>
            {scripts.map((script) => (
              <li key={script}>
                <button
                  type="button"
                  class="plain"
                  title={script}
                  onClick={() => (store.script.value = script)}
                >
                  <code>{brief(script)}</code>
                </button>
              </li>
            ))}
          </ul>
          <p class="note">
            {words.historyNote}{" "}
            <button type="button" onClick={store.forget}>
              {words.forget}
            </button>
          </p>
        </>
      )}
    </details>
  );
}

/** An example is meant to be seen at work. */
function choose(store: ConsoleStore, script: string): void {
  store.script.value = script;
  void store.run();
}

/** The first words of a script, without its comments. */
function brief(script: string): string {
  const text = script.replace(/--.*$/gmu, "").replace(/\s+/gu, " ").trim();
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
