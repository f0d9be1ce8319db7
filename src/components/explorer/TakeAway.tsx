import { createContext } from "preact";
import { useContext, useState } from "preact/hooks";
import { LOCALES } from "../../i18n/index.ts";
import type { FacetValue } from "../../query/slice-facets.ts";
import { languageOf } from "../language.ts";
import { cite, type Cited } from "../take/citation.ts";
import { copyText } from "../take/clipboard.ts";
import { fileOf, FORMATS, type Format, type Package } from "../take/files.ts";
import { save } from "../take/save.ts";
import { unindented, withLiterals } from "../take/statement.ts";
import { today } from "../take/today.ts";
import { useLanguage } from "../use-language.ts";
import { recordsOf } from "./columns.ts";
import { facetsOf, type Facets } from "./facets.ts";
import { sliceHref } from "./figure.ts";
import { sentenceText } from "./sentence.ts";
import type { Store } from "./store.ts";

/** What citations need of the data as a whole. */
export const CitedData = createContext<{
  readonly version: string;
  /** To name the conditions in another language. */
  readonly values: readonly FacetValue[];
} | null>(null);

interface Props {
  store: Store;
  facets: Facets;
  /** Rows of the table, all of which are taken. */
  total: number;
}

/** The table in each format, a link to it and how to cite it. */
export function TakeAway({ store, facets, total }: Props) {
  const language = useLanguage();
  const words = language.words.take;
  const data = useContext(CitedData);
  const [said, say] = useState("");
  const { slice } = store.shown.value;
  const isReady = store.engine.value.kind === "ready" && !store.isPending.value;
  if (!data) return null;

  const title = sentenceText(slice, facets, language);
  const cited = (): Cited => ({
    site: language.words.site.name,
    title: title.replace(/[。.]$/, ""),
    url: new URL(sliceHref(slice, language), location.href).href,
    version: data.version,
    accessed: today(),
  });

  async function take(format: Format): Promise<void> {
    say(words.waiting);
    try {
      const all = await store.allRows();
      if (!all || !data) return say(words.failed);
      const { sql, params } = all.statement;
      const selection = LOCALES.map((locale) => {
        const other = languageOf(locale);
        const named = facetsOf(data.values, store.shown.value.view.counts, other.words);
        return [locale, sentenceText(slice, named, other)] as const;
      });
      const table: Package = {
        records: recordsOf(all.table, language, store.look.value.columns),
        name: language.words.explorer.fileName[all.table.tab],
        selection: Object.fromEntries(selection) as Package["selection"],
        sql: unindented(withLiterals(sql, params)),
        cited: cited(),
      };
      const others = LOCALES.filter((locale) => locale !== language.locale).map(languageOf);
      const { name, content, type } = await fileOf(format, table, [language, ...others]);
      save(name, content, type);
      say(words.done(name));
    } catch (error) {
      console.warn(error);
      say(error instanceof RangeError ? words.tooLarge : words.failed);
    }
  }

  async function copy(text: string): Promise<void> {
    say((await copyText(text)) ? words.link.copied : words.link.failed);
  }

  return (
    <details class="take">
      <summary>{words.title}</summary>
      <div class="take-body">
        <h3>{words.heading(total, words.tabs[slice.tab])}</h3>
        <p class="note">{isReady ? words.note : words.notReady}</p>
        <ul class="formats">
          {FORMATS.map((format) => (
            <li key={format}>
              <button type="button" disabled={!isReady} onClick={() => void take(format)}>
                {words.formats[format][0]}
              </button>
              <span class="note">{words.formats[format][1]}</span>
            </li>
          ))}
        </ul>
        <p>
          <button type="button" onClick={() => void copy(cited().url)}>
            {words.link.copy}
          </button>{" "}
          {canShare() && (
            <button type="button" onClick={() => void share(cited())}>
              {words.share}
            </button>
          )}
        </p>
        <Citations cited={cited} onCopy={(text) => void copy(text)} />
        <p class="note" role="status">
          {said}
        </p>
      </div>
    </details>
  );
}

/** How to cite the table: made when it is asked for, since it tells the day. */
function Citations({ cited, onCopy }: { cited: () => Cited; onCopy: (text: string) => void }) {
  const words = useLanguage().words.take;
  const [isOpen, setOpen] = useState(false);
  const citation = isOpen ? cite(cited()) : null;
  return (
    <details class="citations" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.citation.title}</summary>
      {citation && (
        <dl>
          {(["gb", "apa", "bibtex"] as const).map((style) => (
            <div key={style}>
              <dt>
                {words.citation[style]}{" "}
                <button type="button" onClick={() => onCopy(citation[style])}>
                  {words.citation.copy}
                </button>
              </dt>
              <dd>{style === "bibtex" ? <pre>{citation[style]}</pre> : citation[style]}</dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  );
}

function canShare(): boolean {
  return typeof navigator !== "undefined" && "share" in navigator;
}

/** Opens the device's own way to share. */
async function share({ title, url }: Cited): Promise<void> {
  try {
    await navigator.share({ title, url });
  } catch {
    // The reader has closed it.
  }
}
