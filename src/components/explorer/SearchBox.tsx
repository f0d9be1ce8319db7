import { useEffect, useRef, useState } from "preact/hooks";
import type { FoundProject } from "../../query/search-rows.ts";
import { useLanguage } from "../use-language.ts";
import { withWords } from "./codec.ts";
import type { Facets } from "./facets.ts";
import type { Searching } from "./searching.ts";
import type { Store } from "./store.ts";
import { suggestionsFor, type Offers } from "./suggestions.ts";

interface Props {
  store: Store;
  searching: Searching;
  facets: Facets;
  offers: Offers;
  /** Whether somebody acts on what is typed. */
  isAlive: boolean;
}

/** Milliseconds without a key after which the results follow. */
const PAUSE = 300;

/** What is found of what is typed, before the results show it. */
interface Preview {
  readonly typed: string;
  readonly projects: number;
  readonly indicators: number;
  readonly named: readonly FoundProject[];
}

/** A line below the box. */
interface Option {
  readonly key: string;
  readonly text: string;
  readonly kind: string;
  choose(): void;
}

const ID = "search-options";

/** The search of the explorer: words narrow the slice as one types; places, departments and projects are offered. */
export function SearchBox({ store, searching, facets, offers, isAlive }: Props) {
  const language = useLanguage();
  const t = language.words.search;
  const { q } = store.slice.value;
  const [typed, setTyped] = useState(q);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  // All that is typed in one go is one step of the history.
  const hasStepped = useRef(false);
  const newest = useRef(q);
  const applied = useRef(q);

  // After a step back, or when the words are removed elsewhere.
  useEffect(() => {
    if (q === applied.current) return;
    applied.current = q;
    newest.current = q;
    setTyped(q);
  }, [q]);

  const options = isOpen ? optionsOf() : [];
  const shown = preview?.typed === typed ? preview : null;
  return (
    <div class="search">
      <div class="search-head">
        <label for="search">{t.label}</label>
        <span id="search-count" class="note" aria-live="polite">
          {shown && typed.trim() !== "" && t.count(shown.projects, shown.indicators)}
        </span>
      </div>
      <div class="search-field">
        <input
          id="search"
          type="search"
          autocomplete="off"
          spellcheck={false}
          disabled={!isAlive}
          value={typed}
          placeholder={t.placeholder}
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls={ID}
          aria-autocomplete="list"
          aria-activedescendant={options[active] ? `${ID}-${active}` : undefined}
          aria-describedby="search-hint"
          onFocus={() => {
            hasStepped.current = false;
            load();
          }}
          onInput={({ currentTarget, isComposing }) => {
            setTyped(currentTarget.value);
            if (!isComposing) follow(currentTarget.value);
          }}
          onCompositionEnd={({ currentTarget }) => follow(currentTarget.value)}
          onKeyDown={onKey}
          onBlur={() => {
            setOpen(false);
            apply(typed);
          }}
        />
        {options.length > 0 && (
          <ul id={ID} role="listbox" aria-label={t.offers}>
            {options.map((option, i) => (
              <li
                key={option.key}
                id={`${ID}-${i}`}
                role="option"
                aria-selected={i === active}
                // The box keeps the focus.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                <span lang={language.langOf(option.text)}>{option.text}</span>
                <span class="note">{option.kind}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <p id="search-hint" class="note">
        {t.hint}
      </p>
    </div>
  );

  /** The results follow what is typed after a pause; what is offered, at once. */
  function follow(text: string): void {
    newest.current = text;
    setActive(-1);
    setOpen(text.trim() !== "");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => apply(text), PAUSE);
    void look(text);
  }

  async function look(text: string): Promise<void> {
    if (text.trim() === "") return setPreview(null);
    try {
      const { projects, indicators } = await searching.find(text);
      if (newest.current === text) setPreview({ typed: text, projects, indicators, named: [] });
      const named = await store.projectsWith(withWords(store.slice.value, text).q);
      if (newest.current === text) setPreview({ typed: text, projects, indicators, named });
    } catch (error) {
      // The results tell the reader that the search failed.
      console.warn(error);
    }
  }

  /** So that the index is there when the first word is. */
  function load(): void {
    searching.find("").catch(console.warn);
  }

  function apply(text: string): void {
    clearTimeout(timer.current);
    const next = withWords(store.slice.value, text);
    if (next.q === store.slice.value.q) return;
    applied.current = next.q;
    store.go(next, hasStepped.current ? "same" : "next");
    hasStepped.current = true;
  }

  function choose(option: Option): void {
    clearTimeout(timer.current);
    newest.current = "";
    applied.current = "";
    setTyped("");
    hasStepped.current = false;
    setOpen(false);
    option.choose();
  }

  function onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { key } = event;
    const option = options[active];
    if (key === "Enter") {
      event.preventDefault();
      if (option) return choose(option);
      setOpen(false);
      apply(typed);
    } else if (key === "Escape" && options.length > 0) {
      event.preventDefault();
      setOpen(false);
    } else if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (options.length === 0) return setOpen(typed.trim() !== "");
      const step = key === "ArrowDown" ? 1 : -1;
      // One place more than there are options: the box itself.
      setActive(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    }
  }

  function optionsOf(): Option[] {
    const { facets: kinds } = language.words.explorer;
    const values = suggestionsFor(typed, store.slice.value, offers, searching.known.value);
    const named = preview?.typed === typed ? preview.named : [];
    return [
      ...values.map(({ facet, key, slice }) => ({
        key: `${facet} ${key}`,
        text: facets.nameOf(facet, key),
        kind: kinds[facet],
        choose: () => store.go(slice),
      })),
      ...named.map(({ projectId, name, department }) => ({
        key: projectId,
        text: name,
        kind: department === null ? t.project : t.projectOf(department),
        choose: () => location.assign(language.projectHref(projectId)),
      })),
    ];
  }
}
