import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { DrawContext } from "../../charts/context.ts";
import type { QuickPoint, QuickWords } from "../../charts/quick-chart.ts";
import { formatNumber } from "../../format.ts";
import type { Answer } from "../../query/answer.ts";
import { useLanguage } from "../use-language.ts";
import { chartChoice, chartKind, type ChartChoice, type ChartKind } from "./chart-choice.ts";

/** Rows that are drawn: bars are read one by one. */
const DRAWN: Readonly<Record<ChartKind, number>> = { bars: 30, line: 5000, dots: 5000 };

type Draw = (points: readonly QuickPoint[], words: QuickWords, context: DrawContext) => Element;

/** A chart of an answer, of columns that the reader may choose; nothing if there are none to draw. */
export function QuickChart({ answer }: { answer: Answer }) {
  const t = useLanguage().words.console;
  const [choice, setChoice] = useState(() => chartChoice(answer.columns));
  if (!choice || answer.rows < 2) return null;
  const { columns } = answer;
  const [x, y] = [columns[choice.x]!, columns[choice.y]!];
  const kind = chartKind(x);
  const { points, skipped } = pointsOf(answer, choice, DRAWN[kind]);
  const isCut = points.length + skipped < answer.rows;
  return (
    <figure class="console-chart">
      <figcaption>
        <h3>{t.chartOf(y.name, x.name)}</h3>
        <p class="console-axes">
          <Axis
            title={t.axes.x}
            answer={answer}
            value={choice.x}
            isOf={() => true}
            onChoose={(x) => setChoice({ ...choice, x })}
          />
          <Axis
            title={t.axes.y}
            answer={answer}
            value={choice.y}
            isOf={(column) => columns[column]?.kind === "number"}
            onChoose={(y) => setChoice({ ...choice, y })}
          />
        </p>
      </figcaption>
      <Canvas
        kind={kind}
        points={points}
        words={{ label: t.chartOf(y.name, x.name), x: x.name, y: y.name, formatNumber }}
      />
      <p class="note">
        {isCut && t.chartRows(points.length + skipped, answer.rows)}{" "}
        {skipped > 0 && t.chartSkipped(skipped)}
      </p>
    </figure>
  );
}

interface AxisProps {
  title: string;
  answer: Answer;
  value: number;
  isOf: (column: number) => boolean;
  onChoose: (column: number) => void;
}

function Axis({ title, answer: { columns }, value, isOf, onChoose }: AxisProps) {
  return (
    <label>
      {title}{" "}
      <select
        value={String(value)}
        onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}
      >
        {columns.map(({ name }, column) =>
          isOf(column) ? (
            <option key={column} value={String(column)}>
              {name}
            </option>
          ) : null,
        )}
      </select>
    </label>
  );
}

interface CanvasProps {
  kind: ChartKind;
  points: readonly QuickPoint[];
  words: QuickWords;
}

/** Draws to the width of its place; Plot is loaded apart, when there is something to draw. */
function Canvas({ kind, points, words }: CanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [charts, setCharts] = useState<Readonly<Record<ChartKind, Draw>> | null>(null);

  useEffect(() => {
    let isGone = false;
    void import("../../charts/quick-chart.ts").then(({ quickBars, quickDots, quickLine }) => {
      if (!isGone) setCharts({ bars: quickBars, line: quickLine, dots: quickDots });
    });
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    if (place.current) observer.observe(place.current);
    return () => {
      isGone = true;
      observer.disconnect();
    };
  }, []);
  useLayoutEffect(() => {
    if (!charts || width === 0) return;
    const context = { document, width: Math.round(width) };
    place.current?.replaceChildren(charts[kind](points, words, context));
  }, [charts, kind, points, width]);

  return <div class="chart" ref={place} />;
}

/** The first rows as points, without those that lack a value. */
function pointsOf(
  answer: Answer,
  { x, y }: ChartChoice,
  limit: number,
): { points: QuickPoint[]; skipped: number } {
  const points: QuickPoint[] = [];
  const rows = Math.min(limit, answer.rows);
  for (let row = 0; row < rows; row++) {
    const [at, value] = [place(answer, row, x), answer.number(row, y)];
    if (at !== null && value !== null && Number.isFinite(value)) points.push({ x: at, y: value });
  }
  return { points, skipped: rows - points.length };
}

function place(answer: Answer, row: number, column: number): QuickPoint["x"] | null {
  const { kind } = answer.columns[column]!;
  if (kind === "number") return answer.number(row, column);
  const text = answer.text(row, column);
  return kind === "date" && text !== null ? new Date(text) : text;
}
