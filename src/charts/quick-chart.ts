import * as Plot from "@observablehq/plot";
import type { DrawContext } from "./context.ts";
import { widthOf } from "./element.ts";

/** A row of an answer: a word, a number or a day against a number. */
export interface QuickPoint {
  readonly x: string | number | Date;
  readonly y: number;
}

/** The words of the chart. */
export interface QuickWords {
  readonly label: string;
  /** Names of the columns. */
  readonly x: string;
  readonly y: string;
  readonly formatNumber: (value: number) => string;
}

const ROW = 26;
const SIZE = 13;

/** Horizontal bars of words, in the order given. */
export function quickBars(
  points: readonly QuickPoint[],
  words: QuickWords,
  { document, width }: DrawContext,
): Element {
  // A word may occur twice, so the row is what tells bars apart.
  const rows = points.map(({ y }, row) => ({ row, y, text: words.formatNumber(y) }));
  const names = points.map(({ x }) => shortened(String(x), width * 0.4));
  const left = Math.max(0, ...names.map((name) => widthOf(name, SIZE)));
  const right = Math.max(0, ...rows.map(({ text }) => widthOf(text, SIZE)));
  return Plot.plot({
    document,
    width,
    height: rows.length * ROW + 30,
    className: "plot",
    ariaLabel: words.label,
    marginTop: 26,
    marginBottom: 4,
    marginLeft: left + 14,
    marginRight: right + 14,
    style: { fontSize: `${SIZE}px`, background: "none" },
    x: { axis: "top", label: words.y, ticks: 0 },
    y: {
      type: "band",
      label: null,
      domain: rows.map(({ row }) => row),
      tickFormat: (row: number) => names[row] ?? "",
      tickSize: 0,
      padding: 0.3,
    },
    marks: [
      Plot.barX(rows, { x: "y", y: "row", fill: "var(--chart-1)" }),
      Plot.text(rows, {
        x: (row: { y: number }) => Math.max(row.y, 0),
        y: "row",
        text: "text",
        textAnchor: "start",
        dx: 6,
        fill: "var(--ink-soft)",
      }),
      Plot.ruleX([0], { stroke: "currentColor" }),
    ],
  });
}

/** A line over days or years, with a dot at each value. */
export function quickLine(
  points: readonly QuickPoint[],
  words: QuickWords,
  context: DrawContext,
): Element {
  const line = { x: "x", y: "y", stroke: "var(--chart-1)" } as const;
  return plotted(points, words, context, [
    Plot.lineY(points, { ...line, sort: "x", strokeWidth: 1.75 }),
    Plot.dot(points, { x: "x", y: "y", r: 3, fill: "var(--chart-1)" }),
  ]);
}

/** A dot for each row, of two numbers. */
export function quickDots(
  points: readonly QuickPoint[],
  words: QuickWords,
  context: DrawContext,
): Element {
  return plotted(points, words, context, [
    Plot.dot(points, { x: "x", y: "y", r: 3.5, fill: "var(--chart-1)", fillOpacity: 0.6 }),
  ]);
}

function plotted(
  points: readonly QuickPoint[],
  words: QuickWords,
  { document, width }: DrawContext,
  marks: Plot.Markish[],
): Element {
  const { formatNumber } = words;
  const ticks = Math.max(2, Math.floor(width / 130));
  const widest = Math.max(0, ...points.map(({ y }) => widthOf(formatNumber(y), SIZE)));
  const isYears = points.every(({ x }) => typeof x === "number" && x > 1900 && x < 2200);
  const tickFormat = (value: unknown) => {
    if (value instanceof Date) return value.toISOString().slice(0, 10);
    return isYears ? String(value) : formatNumber(Number(value));
  };
  return Plot.plot({
    document,
    width,
    height: Math.min(400, Math.max(240, width / 2)),
    className: "plot",
    ariaLabel: words.label,
    marginTop: 30,
    marginBottom: 48,
    marginLeft: widest + 20,
    marginRight: 40,
    style: { fontSize: `${SIZE}px`, background: "none" },
    x: { label: words.x, ticks: isYears ? yearsOf(points) : ticks, tickFormat },
    y: { label: words.y, ticks: 5, grid: true, zero: true, tickFormat: formatNumber },
    marks: [Plot.ruleY([0], { stroke: "currentColor" }), ...marks],
  });
}

/** The years that occur: there is nothing between them. */
function yearsOf(points: readonly QuickPoint[]): number[] {
  return [...new Set(points.map(({ x }) => Number(x)))];
}

function shortened(text: string, width: number): string {
  let short = text;
  while (short.length > 1 && widthOf(`${short}…`, SIZE) > width) short = short.slice(0, -1);
  return short === text ? text : `${short}…`;
}
