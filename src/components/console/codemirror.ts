import { acceptCompletion, autocompletion } from "@codemirror/autocomplete";
import { sql, SQLDialect } from "@codemirror/lang-sql";
import { syntaxHighlighting } from "@codemirror/language";
import { Prec } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { effect, type Signal } from "@preact/signals";
import { minimalSetup } from "codemirror";
import type { Locale } from "../../format.ts";
import { SCHEMA } from "../../model/schema.ts";
import { completionsOf } from "./completions.ts";

/** An editor on the page, tied to a script. */
export interface EditorHandle {
  insert(text: string): void;
  focus(): void;
  destroy(): void;
}

interface EditorOptions {
  /** What a screen reader calls it. */
  readonly label: string;
  readonly locale: Locale;
  run(): void;
}

/** The words of DuckDB's SQL, as far as they serve to read. */
const DUCKDB = SQLDialect.define({
  keywords:
    "all analyze and anti any as asc asof between by case cast columns cross cube current_date desc describe distinct else end escape except exclude exists explain extract false fetch filter following for from full glob group grouping having ilike in inner intersect interval is isnull join lateral left like limit materialized natural not notnull null nulls offset on or order outer over partition pivot positional preceding qualify recursive replace right rollup rows sample select semi sets show similar some summarize table tables then to true try_cast unbounded union unpivot using values when where window with within",
  builtin:
    "any_value arg_max arg_min array_agg avg coalesce contains count date_part date_trunc first greatest last least len length list lower max median min mode nullif quantile_cont range regexp_extract regexp_matches round row_number split starts_with strftime string_agg sum trim typeof unnest upper",
  types:
    "bigint blob boolean date decimal double float hugeint integer list map smallint struct text time timestamp tinyint varchar",
});

/** Makes an editor in a place; it follows the script, and the script follows it. */
export function makeEditor(
  parent: Element,
  script: Signal<string>,
  { label, locale, run }: EditorOptions,
): EditorHandle {
  const view = new EditorView({
    parent,
    doc: script.value,
    extensions: [
      // Before CodeMirror's own, for which Mod-Enter is an empty line.
      Prec.highest(
        keymap.of([
          { key: "Mod-Enter", run: () => (run(), true) },
          { key: "Tab", run: acceptCompletion },
        ]),
      ),
      minimalSetup,
      lineNumbers(),
      EditorView.lineWrapping,
      syntaxHighlighting(classHighlighter),
      autocompletion({ icons: false }),
      sql({ dialect: DUCKDB, schema: completionsOf(SCHEMA, locale), upperCaseKeywords: true }),
      EditorView.contentAttributes.of({ "aria-label": label, "aria-describedby": "editor-note" }),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged) script.value = state.doc.toString();
      }),
    ],
  });
  const unfollow = effect(() => {
    const text = script.value;
    if (text === view.state.doc.toString()) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  });
  return {
    insert(text) {
      view.dispatch(view.state.replaceSelection(text));
      view.focus();
    },
    focus: () => view.focus(),
    destroy() {
      unfollow();
      view.destroy();
    },
  };
}
