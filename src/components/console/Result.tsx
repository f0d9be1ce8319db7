import { useEffect, useRef, useState } from "preact/hooks";
import type { Strings } from "../../i18n/index.ts";
import type { Answer } from "../../query/answer.ts";
import type { Outcome } from "../../query/console.ts";
import { useLanguage } from "../use-language.ts";
import { useVirtualRows } from "../use-virtual-rows.ts";
import type { Flavour } from "../take/csv.ts";
import { csvHead, csvRows } from "./csv.ts";
import { plainError, tidied, type PlainError } from "./plain-error.ts";
import { QuickChart } from "./QuickChart.tsx";
import type { ConsoleStore } from "./store.ts";
import { columnWidths } from "./widths.ts";
import { save } from "../take/save.ts";

/** What came of the script: rows and a chart, or why there are none. */
export function Result({ store }: { store: ConsoleStore }) {
  const words = useLanguage().words.console;
  const result = store.result.value;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (result?.isAsked) section.current?.scrollIntoView({ block: "nearest" });
  }, [result]);
  if (!result) return null;
  const { outcome, milliseconds } = result;
  return (
    <section class="console-result" ref={section} aria-busy={store.running.value !== null}>
      <h2 class="hidden">{words.resultTitle}</h2>
      {outcome.kind === "answered" ? (
        <>
          <Rows store={store} answer={outcome.answer} milliseconds={milliseconds} />
          <QuickChart key={outcome.answer} answer={outcome.answer} />
        </>
      ) : (
        <Refusal outcome={outcome} />
      )}
    </section>
  );
}

function Refusal({ outcome }: { outcome: Exclude<Outcome, { kind: "answered" }> }) {
  const words = useLanguage().words.console;
  if (outcome.kind === "stopped") return <p role="status">{words.stopped}</p>;
  return (
    <div class="console-error" role="alert">
      {outcome.kind === "failed" ? (
        <>
          <p>{errorText(plainError(outcome.message), words.errors)}</p>
          <p class="note">{words.engineSays}</p>
          <pre lang="en">{tidied(outcome.message)}</pre>
        </>
      ) : (
        <p>{outcome.kind === "refused" ? words.refused(outcome.verb) : words[outcome.kind]}</p>
      )}
    </div>
  );
}

function errorText(error: PlainError, words: Strings["console"]["errors"]): string {
  switch (error.kind) {
    case "syntax":
      return words.syntax(error.near);
    case "table":
    case "function":
      return words[error.kind](error.name, error.like);
    case "column":
      return words.column(error.name, error.like);
    case "ambiguous":
      return words.ambiguous(error.name, error.choices);
    case "ungrouped":
    case "extension":
      return words[error.kind](error.name);
    case "types":
      return words.types(error.call);
    case "conversion":
      return words.conversion(error.value, error.type);
    default:
      return words[error.kind];
  }
}

interface RowsProps {
  store: ConsoleStore;
  answer: Answer;
  milliseconds: number;
}

/** Pixels of a row of one line. */
const ROW_HEIGHT = 30;

function Rows({ store, answer, milliseconds }: RowsProps) {
  const { words, langOf } = useLanguage();
  const t = words.console;
  const box = useRef<HTMLDivElement>(null);
  const { rows, before, after, measure } = useVirtualRows(box, answer.rows, ROW_HEIGHT, answer);
  const { columns } = answer;
  const widths = columnWidths(answer);
  return (
    <>
      <div class="console-head">
        <p role="status">
          {answer.isCut ? t.cut(answer.rows) : t.resultOf(answer.rows, milliseconds)}
        </p>
        {answer.rows > 0 && <Download store={store} />}
      </div>
      {answer.rows === 0 ? (
        <p>{t.none}</p>
      ) : (
        <div class="console-rows" ref={box} tabIndex={0} role="region" aria-label={t.resultTitle}>
          <table aria-rowcount={answer.rows + 1}>
            <colgroup>
              <col style={{ width: `${String(answer.rows).length * 0.6 + 1.6}em` }} />
              {widths.map((width, i) => (
                <col key={i} style={{ width: `${width}em` }} />
              ))}
            </colgroup>
            <thead>
              <tr aria-rowindex={1}>
                <th scope="col" class="number">
                  <span class="hidden">{t.row}</span>
                </th>
                {columns.map(({ name, kind }, i) => (
                  <th key={i} scope="col" class={kind === "number" ? "number" : undefined}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <Room height={before} />
              {rows.map((row) => (
                <tr key={row} ref={measure} data-index={row} aria-rowindex={row + 2}>
                  <th scope="row" class="number">
                    {row + 1}
                  </th>
                  {columns.map(({ kind }, column) => {
                    const text = answer.text(row, column);
                    return (
                      <td key={column} class={classOf(kind, text)} lang={langOf(text)}>
                        {text ?? t.null}
                      </td>
                    );
                  })}
                </tr>
              ))}
              <Room height={after} />
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

/** In place of the rows that are not drawn. */
function Room({ height }: { height: number }) {
  return height > 0 ? <tr aria-hidden="true" style={{ height: `${height}px` }} /> : null;
}

function classOf(kind: string, text: string | null): string {
  const art = text !== null && /[┌│└]/u.test(text);
  return [kind === "number" && "number", text === null && "absent", art && "drawn"]
    .filter(Boolean)
    .join(" ");
}

function Download({ store }: { store: ConsoleStore }) {
  const { words } = useLanguage();
  const t = words.console;
  const [written, setWritten] = useState<number | null>(null);
  const download = async (flavour: Flavour) => {
    setWritten(0);
    const parts = await csvParts(store, flavour, setWritten);
    setWritten(null);
    if (parts) save(`${t.fileName}.csv`, new Blob(parts), "text/csv;charset=utf-8");
  };
  return (
    <p class="console-downloads">
      {written !== null && <span class="note">{t.downloading(written)}</span>}
      {(["exact", "spreadsheet"] as const).map((flavour) => (
        <button
          key={flavour}
          type="button"
          title={t.csvNote}
          disabled={store.running.value !== null}
          onClick={() => void download(flavour)}
        >
          {t.csv[flavour]}
        </button>
      ))}
    </p>
  );
}

/** All rows of the result as CSV, asked for anew; null if they do not come. */
async function csvParts(
  store: ConsoleStore,
  flavour: Flavour,
  onRows: (rows: number) => void,
): Promise<string[] | null> {
  const parts: string[] = [];
  let rows = 0;
  const outcome = await store.takeAll((piece) => {
    parts.push(csvRows(piece, flavour));
    onRows((rows += piece.rows));
  });
  if (outcome?.kind !== "answered") return null;
  return [csvHead(outcome.answer.columns, flavour), ...parts];
}
