import * as Plot from "@observablehq/plot";
import type { Formats } from "../format.ts";
import type { DrawContext } from "./context.ts";
import { widthOf } from "./element.ts";

/** What a region receives. */
export interface RegionBar {
  readonly name: string;
  readonly shortName: string;
  /** Yuan of projects for this region alone, and its part of projects for several. */
  readonly sole: number;
  readonly shared: number;
}

/** The words of the chart, in the reader's language. */
export interface RegionWords extends Pick<Formats, "formatYuanBrief"> {
  readonly label: string;
}

const ROW = 25;

/**
 * Horizontal bars of what regions receive: amounts for one region alone in full colour, shares of
 * projects for several regions paler. Rows are drawn in the order given, values stand at the bars.
 */
export function regionBars(
  rows: readonly RegionBar[],
  { label, formatYuanBrief }: RegionWords,
  { document, width }: DrawContext,
): Element {
  const isNarrow = width < 600;
  const name = (row: RegionBar) => (isNarrow ? row.shortName : row.name);
  const widest = Math.max(0, ...rows.map((row) => widthOf(name(row), isNarrow ? 12 : 14)));
  const parts = rows.flatMap((row) => [
    { name: name(row), amount: row.sole, fill: "var(--chart-1)" },
    { name: name(row), amount: row.shared, fill: "var(--chart-shared)" },
  ]);
  return Plot.plot({
    document,
    width,
    height: rows.length * ROW + 8,
    className: "plot",
    ariaLabel: label,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: Math.max(isNarrow ? 78 : 168, widest + 12),
    marginRight: isNarrow ? 82 : 100,
    style: { fontSize: isNarrow ? "12px" : "14px", background: "none" },
    x: { axis: null },
    y: { label: null, domain: rows.map(name), tickSize: 0, padding: 0.28 },
    marks: [
      Plot.barX(
        parts.filter((part) => part.amount > 0),
        { x: "amount", y: "name", fill: "fill" },
      ),
      Plot.text(rows, {
        x: (row: RegionBar) => row.sole + row.shared,
        y: name,
        text: (row: RegionBar) => formatYuanBrief(row.sole + row.shared),
        textAnchor: "start",
        dx: 6,
        fill: "currentColor",
      }),
      Plot.ruleX([0], { stroke: "currentColor" }),
    ],
  });
}
