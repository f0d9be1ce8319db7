import { useEffect, useRef } from "preact/hooks";
import { useLanguage } from "../use-language.ts";
import type { EditorHandle } from "./codemirror.ts";
import type { ConsoleStore } from "./store.ts";

/** Puts words into the script where the reader stands. */
export type Insert = (text: string) => void;

/**
 * The script: a plain box of text until CodeMirror has come, which is loaded apart; the same box for
 * good where it does not come.
 */
export function Editor({ store, insert }: { store: ConsoleStore; insert: { current: Insert } }) {
  const { words, locale } = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLTextAreaElement>(null);
  const editor = useRef<EditorHandle | null>(null);
  const label = words.console.editor;

  useEffect(() => {
    let isGone = false;
    insert.current = (text) => {
      plain.current?.setRangeText(text, plain.current.selectionStart, plain.current.selectionEnd);
      store.script.value = plain.current?.value ?? "";
    };
    void import("./codemirror.ts").then(({ makeEditor }) => {
      if (isGone || !place.current || !plain.current) return;
      const options = { label, locale, run: () => void store.run() };
      const made = makeEditor(place.current, store.script, options);
      if (document.activeElement === plain.current) made.focus();
      plain.current.hidden = true;
      insert.current = made.insert;
      editor.current = made;
    });
    return () => {
      isGone = true;
      editor.current?.destroy();
    };
  }, [store, insert, label, locale]);

  return (
    <div class="editor" ref={place}>
      <textarea
        ref={plain}
        aria-label={label}
        aria-describedby="editor-note"
        rows={9}
        spellcheck={false}
        placeholder={words.console.placeholder}
        value={store.script.value}
        onInput={({ currentTarget }) => (store.script.value = currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void store.run();
        }}
      />
    </div>
  );
}
