import { useEffect, useState } from "preact/hooks";
import type { RowDetail } from "../../query/row-detail.ts";
import type { Tab } from "../../query/slice-conditions.ts";
import { useLanguage } from "../use-language.ts";
import type { Highlight } from "./highlight.ts";
import { Marked } from "./Marked.tsx";
import { rowSource, type RowSourceText } from "./row-source.ts";
import type { Store } from "./store.ts";

interface Props {
  store: Store;
  tab: Tab;
  id: string;
  highlight: Highlight;
}

/** What is known of a row: null before it is there. */
interface Answer {
  readonly detail: RowDetail;
  readonly source: RowSourceText | null;
}

/** What a row says in its source, where that is, and what is to be known of it. */
export function RowSource({ store, tab, id, highlight }: Props) {
  const language = useLanguage();
  const { words } = language;
  const [answer, setAnswer] = useState<Answer | "failed" | null>(null);
  const isReady = store.engine.value.kind === "ready";

  useEffect(() => {
    let isWanted = true;
    const show = (next: Answer | "failed" | null) => {
      if (isWanted) setAnswer(next);
    };
    if (isReady) {
      ask().then(show, (error: unknown) => {
        console.warn(error);
        show("failed");
      });
    }
    return () => {
      isWanted = false;
    };
  }, [isReady, tab, id]);

  if (answer === null) return <p class="note">{words.table.loading}</p>;
  if (answer === "failed") return <p class="note">{words.table.failed}</p>;
  const { detail, source } = answer;
  return (
    <div class="row-source">
      <div>
        <h3>{words.table.source(detail.title)}</h3>
        {source ? <Source source={source} /> : <p class="note">{words.table.noPlace}</p>}
        {detail.goal !== null && (
          <p lang={language.langOf(detail.goal)}>
            <Marked text={detail.goal} highlight={highlight} />
          </p>
        )}
      </div>
      <div>
        <h3>{words.table.findings}</h3>
        {detail.findings.length === 0 && <p class="note">{words.table.noFindings}</p>}
        <ul>
          {detail.findings.map(({ findingId, rule, severity, message, messageEn }) => (
            <li key={findingId}>
              <a class={`severity severity-${severity}`} href={language.ruleHref(rule)}>
                {words.severity[severity]}
              </a>{" "}
              {words.either(message, messageEn)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );

  async function ask(): Promise<Answer | null> {
    const detail = await store.detailOf(tab, id);
    return detail && { detail, source: await rowSource(detail, language) };
  }
}

function Source({ source: { excerpt, where, href } }: { source: RowSourceText }) {
  const { words, langOf } = useLanguage();
  return (
    <>
      <pre class="printed" lang={langOf(excerpt.words)}>
        {(excerpt.startsInside ? "……" : "") + excerpt.before}
        <mark>{excerpt.words}</mark>
        {excerpt.after + (excerpt.endsInside ? "……" : "")}
      </pre>
      <p class="note">
        <a href={href}>{words.excerpt.at(where)}</a>
      </p>
    </>
  );
}
