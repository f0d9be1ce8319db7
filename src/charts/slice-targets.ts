import type { DrawContext } from "./context.ts";
import { choice, element, frame, widthOf, type Choice } from "./slice-svg.ts";

/** One bar of the whole: how the targets of a class are put. */
export interface TargetBar {
  readonly choice: Choice;
  readonly label: string;
  /** Parts of 1, in the order of the legend. */
  readonly shares: readonly number[];
  /** What the bar says, in few words, at the right above it. */
  readonly text: string;
  readonly faint: boolean;
}

const COLOURS = ["var(--chart-1)", "var(--chart-3)", "var(--chart-2)", "var(--chart-none)"];
const SIZE = 13;
const LEGEND = 24;
const LABEL = 22;
const BAR = 20;
const ROW = LABEL + BAR + 10;
const SWATCH = 10;

/** Bars of equal length, one a class, cut by kind of target; a legend in the same order above. */
export function sliceTargets(
  legend: readonly string[],
  bars: readonly TargetBar[],
  label: string,
  context: DrawContext,
): Element {
  const { width } = context;
  return frame(context, LEGEND + bars.length * ROW, label, [
    ...swatches(),
    ...bars.map((bar, row) => choice(context, bar.choice, [row, 0], marksOf(bar, row))),
  ]);

  function swatches(): Element[] {
    let x = 0;
    return legend.flatMap((name, i) => {
      const at = x;
      x += SWATCH + 4 + widthOf(name, SIZE - 1) + 14;
      const text = {
        x: at + SWATCH + 4,
        y: SWATCH,
        "font-size": SIZE - 1,
        fill: "var(--ink-soft)",
      };
      return [
        element(context, "rect", { x: at, width: SWATCH, height: SWATCH, fill: COLOURS[i] }),
        element(context, "text", text, name),
      ];
    });
  }

  function marksOf(bar: TargetBar, row: number): Element[] {
    const top = LEGEND + row * ROW;
    const line = { y: top + LABEL / 2, "dominant-baseline": "central", "font-size": SIZE };
    let x = 0;
    const parts = bar.shares.map((share, i) => {
      const at = x;
      x += share * width;
      const size = { x: at, y: top + LABEL, width: Math.max(0, x - at - 1), height: BAR };
      const opacity = bar.faint ? 0.35 : null;
      return element(context, "rect", { ...size, fill: COLOURS[i], opacity });
    });
    return [
      element(context, "rect", { y: top, width, height: ROW, fill: "transparent" }),
      element(context, "text", { ...line, x: 0 }, bar.label),
      element(
        context,
        "text",
        { ...line, x: width, "text-anchor": "end", fill: "var(--ink-soft)" },
        bar.text,
      ),
      ...parts,
    ];
  }
}
