import * as Plot from "@observablehq/plot";
import type { DrawContext } from "./context.ts";
import { widthOf } from "./element.ts";
import { classColour, classesOf, classKey, type ClassCount } from "./types.ts";

/** The words of the chart. */
export interface BarWords {
  readonly label: string;
  /** The short name of a class; no two classes share one. */
  readonly classLabel: (level1: string | null, level2: string | null) => string;
}

const ROW = 25;

/** Horizontal bars of the number of indicators of each class, in the order of the forms. */
export function typeBars(
  rows: readonly ClassCount[],
  words: BarWords,
  { document, width }: DrawContext,
): Element {
  const isNarrow = width < 600;
  const counts = new Map(rows.map((row) => [classKey(row), row.indicators]));
  const bars = classesOf(rows).map(({ key, level1, level2 }) => ({
    name: words.classLabel(level1, level2),
    indicators: counts.get(key)!,
    fill: classColour(level1),
  }));
  const widest = Math.max(0, ...bars.map(({ name }) => widthOf(name, isNarrow ? 12 : 14)));
  return Plot.plot({
    document,
    width,
    height: bars.length * ROW + 8,
    className: "plot",
    ariaLabel: words.label,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: Math.max(isNarrow ? 110 : 168, widest + 14),
    marginRight: 40,
    style: { fontSize: isNarrow ? "12px" : "14px", background: "none" },
    x: { axis: null },
    y: { label: null, domain: bars.map(({ name }) => name), tickSize: 0, padding: 0.28 },
    marks: [
      Plot.barX(bars, { x: "indicators", y: "name", fill: "fill" }),
      Plot.text(bars, {
        x: "indicators",
        y: "name",
        text: "indicators",
        textAnchor: "start",
        dx: 6,
        fill: "currentColor",
      }),
      Plot.ruleX([0], { stroke: "currentColor" }),
    ],
  });
}
