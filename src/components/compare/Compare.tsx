import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Locale } from "../../format.ts";
import {
  SUBJECT_KINDS,
  type Profile,
  type Subject,
  type SubjectKind,
} from "../../query/profile.ts";
import { fileHref } from "../href.ts";
import { languageOf, type Language } from "../language.ts";
import { LanguageContext, useLanguage } from "../use-language.ts";
import {
  defaultChoice,
  FEWEST,
  formatChoice,
  MOST,
  parseChoice,
  withId,
  without,
  withOneMore,
  type Choice,
} from "./choice.ts";
import { matricesOf, ownOf, summaryOf } from "./matrices.ts";
import { Matrix } from "./Matrix.tsx";

interface Props {
  locale: Locale;
  subjects: readonly Subject[];
  /** The profiles that are compared where the address does not say which. */
  first: readonly Profile[];
}

/** Two to four of a kind side by side: rendered at build with the first two, then alive. */
export default function Compare({ locale, subjects, first }: Props) {
  const language = useMemo(() => languageOf(locale), [locale]);
  const { words } = language;
  const [choice, setChoice] = useState<Choice>(() => defaultChoice(SUBJECT_KINDS[0], subjects));
  const { profiles, hasFailed, retry } = useProfiles(choice, first);
  // Until then a choice would be lost: the browser would show it, and nobody act on it.
  const [isAlive, setAlive] = useState(false);

  useEffect(() => {
    const follow = () => setChoice(parseChoice(location.search, subjects));
    follow();
    setAlive(true);
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, [subjects]);

  useEffect(() => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>("a.language")) {
      link.search = location.search;
    }
  }, [choice]);

  function go(next: Choice): void {
    history.pushState(null, "", location.pathname + formatChoice(next, subjects));
    setChoice(next);
  }

  return (
    <LanguageContext.Provider value={language}>
      <Chooser choice={choice} subjects={subjects} isAlive={isAlive} go={go} />
      {hasFailed && (
        <p role="alert">
          {words.compare.failed} <button onClick={retry}>{words.compare.retry}</button>
        </p>
      )}
      <Results profiles={profiles} isBusy={!isOf(profiles, choice) && !hasFailed} />
    </LanguageContext.Provider>
  );
}

/** The profiles of a choice; those of the choice before while they are on their way. */
function useProfiles({ kind, ids }: Choice, first: readonly Profile[]) {
  const known = useRef(new Map(first.map((profile) => [keyOf(profile), profile])));
  const [profiles, setProfiles] = useState(first);
  const [hasFailed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let isCurrent = true;
    setFailed(false);
    Promise.all(ids.map((id) => load(kind, id, known.current))).then(
      (loaded) => isCurrent && setProfiles(loaded),
      (error: unknown) => {
        console.warn(error);
        if (isCurrent) setFailed(true);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [kind, ids, attempt]);

  return { profiles, hasFailed, retry: () => setAttempt(attempt + 1) };
}

async function load(kind: SubjectKind, id: string, known: Map<string, Profile>): Promise<Profile> {
  const key = keyOf({ kind, id });
  const found = known.get(key);
  if (found) return found;
  const response = await fetch(fileHref(`/compare/${key}.json`));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const profile = (await response.json()) as Profile;
  known.set(key, profile);
  return profile;
}

function keyOf({ kind, id }: Pick<Subject, "kind" | "id">): string {
  return `${kind}/${encodeURIComponent(id)}`;
}

function isOf(profiles: readonly Profile[], { kind, ids }: Choice): boolean {
  return profiles.map(keyOf).join() === ids.map((id) => keyOf({ kind, id })).join();
}

interface ChooserProps {
  choice: Choice;
  subjects: readonly Subject[];
  isAlive: boolean;
  go: (choice: Choice) => void;
}

function Chooser({ choice, subjects, isAlive, go }: ChooserProps) {
  const { words } = useLanguage();
  const t = words.compare;
  const some = subjects.filter(({ kind }) => kind === choice.kind);
  return (
    <form class="chooser" aria-label={t.choose} onSubmit={(event) => event.preventDefault()}>
      <fieldset disabled={!isAlive}>
        <legend class="hidden">{t.kind}</legend>
        {SUBJECT_KINDS.filter((kind) => subjects.some((subject) => subject.kind === kind)).map(
          (kind) => (
            <label key={kind}>
              <input
                type="radio"
                name="kind"
                checked={choice.kind === kind}
                onChange={() => go(defaultChoice(kind, subjects))}
              />
              {t.kinds[kind]}
            </label>
          ),
        )}
      </fieldset>
      <p class="note">{t.kindNotes[choice.kind]}</p>
      <fieldset disabled={!isAlive}>
        <legend class="hidden">{t.choose}</legend>
        {choice.ids.map((id, at) => (
          <span class="pick" key={at}>
            <select
              aria-label={t.place(at + 1)}
              value={id}
              onChange={(event) => go(withId(choice, at, event.currentTarget.value))}
            >
              {some.map((subject) => (
                <option key={subject.id} value={subject.id} selected={subject.id === id}>
                  {words.either(subject.name, subject.nameEn)}
                </option>
              ))}
            </select>
            {choice.ids.length > FEWEST && (
              <button
                type="button"
                aria-label={t.removeAt(at + 1)}
                onClick={() => go(without(choice, at))}
              >
                {t.remove}
              </button>
            )}
          </span>
        ))}
        {choice.ids.length < Math.min(MOST, some.length) && (
          <button type="button" onClick={() => go(withOneMore(choice, subjects))}>
            {t.add}
          </button>
        )}
      </fieldset>
    </form>
  );
}

function Results({ profiles, isBusy }: { profiles: readonly Profile[]; isBusy: boolean }) {
  const language: Language = useLanguage();
  const { familyHref, words } = language;
  const summary = summaryOf(profiles, language);
  const own = ownOf(profiles, language);
  return (
    <div class="compared" aria-busy={isBusy}>
      <p class="lede" role="status">
        {isBusy ? words.compare.pending : summary}
      </p>
      {matricesOf(profiles, language).map((matrix) => (
        <Matrix key={matrix.key} matrix={matrix} />
      ))}
      <section class="section">
        <h2>{words.compare.ownTitle}</h2>
        <div class="columns">
          {own.map(({ key, name, families }) => (
            <div key={key}>
              <h3>{name}</h3>
              {families.length === 0 && <p>{words.compare.ownNone}</p>}
              <ul>
                {families.map(({ familyId, text, says }) => (
                  <li key={familyId}>
                    <a href={familyHref(familyId)}>{text}</a> <span class="soft">{says}</span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </section>
    </div>
  );
}
