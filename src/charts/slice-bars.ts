import { scaleLinear } from "d3";
import type { DrawContext } from "./context.ts";
import { choice, element, fit, frame, widthOf, type Choice } from "./slice-svg.ts";

/** A bar in one or two parts. */
export interface SliceBar {
  /** Null for a row that cannot be chosen: the rest. */
  readonly choice: Choice | null;
  readonly label: string;
  /** What it has alone, and what it shares with others; the second is drawn lighter. */
  readonly sole: number;
  readonly shared: number;
  /** The sum as printed at the end of the bar. */
  readonly text: string;
  /** What no document names is drawn grey. */
  readonly named: boolean;
  /** Outside the selection. */
  readonly faint: boolean;
}

const SIZE = 13;
const ROW = 26;
const BAR = 14;
const GAP = 8;

/** Horizontal bars in the order given, with direct labels. */
export function sliceBars(bars: readonly SliceBar[], label: string, context: DrawContext): Element {
  const { width } = context;
  const left = Math.min(width * 0.4, Math.max(0, ...bars.map((bar) => widthOf(bar.label, SIZE))));
  const right = Math.max(0, ...bars.map((bar) => widthOf(bar.text, SIZE)));
  const x = scaleLinear(
    [0, Math.max(1e-9, ...bars.map((bar) => bar.sole + bar.shared))],
    [left + GAP, width - right - GAP],
  );
  const rows = bars.map((bar, row) => {
    const marks = marksOf(bar, row);
    return bar.choice
      ? choice(context, bar.choice, [row, 0], marks)
      : element(context, "g", {}, ...marks);
  });
  return frame(context, bars.length * ROW, label, rows);

  function marksOf(bar: SliceBar, row: number): Element[] {
    const top = row * ROW;
    const middle = top + ROW / 2;
    const text = { y: middle, "dominant-baseline": "central", "font-size": SIZE };
    const fill = bar.named ? "var(--chart-1)" : "var(--chart-none)";
    const end = x(bar.sole + bar.shared);
    const opacity = bar.faint ? 0.35 : null;
    return [
      // The whole row can be clicked, not the ink alone.
      element(context, "rect", { y: top, width, height: ROW, fill: "transparent" }),
      element(
        context,
        "text",
        { ...text, x: left, "text-anchor": "end", fill: bar.choice ? null : "var(--ink-soft)" },
        fit(bar.label, SIZE, left),
      ),
      part(0, bar.sole, fill),
      part(bar.sole, bar.sole + bar.shared, "var(--chart-shared)"),
      element(context, "text", { ...text, x: end + GAP, fill: "var(--ink-soft)" }, bar.text),
    ];

    function part(from: number, to: number, fill: string): Element {
      const size = { x: x(from), y: middle - BAR / 2, width: x(to) - x(from), height: BAR };
      return element(context, "rect", { ...size, fill, opacity });
    }
  }
}
