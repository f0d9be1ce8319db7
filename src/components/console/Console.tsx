import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Locale } from "../../format.ts";
import { EXAMPLES } from "../../query/examples.ts";
import { attend, isSlow } from "../engine/attend.ts";
import { createEngine } from "../engine/engine.ts";
import { EngineNotice } from "../engine/EngineNotice.tsx";
import { openEngine } from "../engine/open.ts";
import { languageOf } from "../language.ts";
import { LanguageContext, useLanguage } from "../use-language.ts";
import { searchOf } from "./address.ts";
import { Editor, type Insert } from "./Editor.tsx";
import { Result } from "./Result.tsx";
import { createStore, type ConsoleStore, type Surroundings } from "./store.ts";
import { ExampleList, HistoryList, TableList, type TableRows } from "./Sources.tsx";
import { copyText } from "../take/clipboard.ts";

interface Props {
  locale: Locale;
  /** How many rows each published table has. */
  rows: TableRows;
}

const PAGE: Surroundings = {
  search: () => location.search,
  push: (search) => history.pushState(null, "", location.pathname + search),
  get shelf() {
    try {
      return localStorage;
    } catch {
      return null;
    }
  },
  now: () => performance.now(),
};

/** The console: a script, the tables it may ask, and what came of it. */
export default function Console({ locale, rows }: Props) {
  const language = useMemo(() => languageOf(locale), [locale]);
  const store = useMemo(() => createStore(createEngine(openEngine), EXAMPLES.regions, PAGE), []);
  const insert = useRef<Insert>(() => undefined);

  useEffect(() => {
    store.recall();
    store.follow(!isSlow());
    const follow = () => store.follow(true);
    const leave = attend(store.engine);
    addEventListener("popstate", follow);
    return () => {
      leave();
      removeEventListener("popstate", follow);
    };
  }, [store]);
  useEffect(() => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>("a.language")) {
      link.search = location.search;
    }
  }, [store.result.value]);

  return (
    <LanguageContext.Provider value={language}>
      <div class="console">
        <div class="console-work">
          <Editor store={store} insert={insert} />
          <Bar store={store} />
          <EngineNotice state={store.engine.state.value} load={store.engine.load} />
        </div>
        <aside class="console-sources">
          <ExampleList store={store} />
          <TableList store={store} rows={rows} insert={insert} />
          <HistoryList store={store} />
        </aside>
        <Result store={store} />
      </div>
    </LanguageContext.Provider>
  );
}

/** What can be done with the script. */
function Bar({ store }: { store: ConsoleStore }) {
  const words = useLanguage().words.console;
  const isAlive = useIsAlive();
  const isRunning = store.running.value !== null;
  const isReady = store.engine.state.value.kind === "ready";
  return (
    <div class="console-bar">
      {isRunning ? (
        <button type="button" class="primary" onClick={() => void store.stop()}>
          {words.stop}
        </button>
      ) : (
        <button type="button" class="primary" disabled={!isAlive} onClick={() => void store.run()}>
          {words.run}
        </button>
      )}
      <CopyLink store={store} />
      <span role="status">{isRunning && (isReady ? words.running : words.waiting)}</span>
      <p class="note" id="editor-note">
        {words.editorNote}
      </p>
    </div>
  );
}

function CopyLink({ store }: { store: ConsoleStore }) {
  const words = useLanguage().words.console;
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async () => {
    const { script } = store;
    const link = new URL(searchOf(script.value, location.search), location.href);
    if (await copyText(link.href)) setCopied(script.value);
  };
  return (
    <button type="button" onClick={() => void copy()}>
      {copied === store.script.value ? words.copied : words.copyLink}
    </button>
  );
}

/** Until then a click would be lost. */
function useIsAlive(): boolean {
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  return isAlive;
}
