import { scaleLinear, scaleLog } from "d3";
import type { DrawContext } from "./context.ts";
import { choice, element, frame, widthOf, type Choice } from "./slice-svg.ts";

/** How many things are within one step of a logarithmic scale. */
export interface StepBar {
  readonly choice: Choice;
  /** Its ends on the scale; both null for what has no place on it. */
  readonly from: number | null;
  readonly below: number | null;
  readonly count: number;
  /** Name of what has no place on the scale. */
  readonly label: string;
  /** Outside the selection. */
  readonly faint: boolean;
}

interface Options {
  readonly height: number;
  /** Counts above the bars, which a small chart has no room for. */
  readonly isLabelled: boolean;
  /** A number of the scale, briefly. */
  tick(value: number): string;
}

const SIZE = 12;
const FOOT = 20;
const HEAD = 16;
/** Width of a bar that is beside the scale, in the width of a usual step. */
const BESIDE = 1.4;

/**
 * Columns over a logarithmic scale, those without a place on it to the left of it. Columns touch, so that
 * a drag across them passes each.
 */
export function sliceSteps(
  bars: readonly StepBar[],
  { height, isLabelled, tick }: Options,
  label: string,
  context: DrawContext,
): Element {
  const { width } = context;
  const beside = bars.filter(({ from }) => from === null);
  const steps = bars.filter((bar): bar is StepBar & { from: number; below: number } => {
    return bar.from !== null && bar.below !== null;
  });
  const unit = width / (steps.length + beside.length * BESIDE || 1);
  const besideWidth = Math.max(
    unit * BESIDE,
    ...beside.map(({ label }) => widthOf(label, SIZE) + 4),
  );
  const left = beside.length * besideWidth;
  const ends = [steps[0]?.from ?? 1, steps.at(-1)?.below ?? 10];
  const x = scaleLog(ends, [left, width]);
  const top = isLabelled ? HEAD : 2;
  const y = scaleLinear([0, Math.max(1, ...bars.map(({ count }) => count))], [height - FOOT, top]);

  return frame(context, height, label, [
    ...axis(),
    ...bars.map((bar, column) => choice(context, bar.choice, [0, column], marksOf(bar, column))),
  ]);

  function placeOf(bar: StepBar, column: number): readonly [number, number] {
    if (bar.from !== null && bar.below !== null) return [x(bar.from), x(bar.below)];
    return [column * besideWidth, (column + 1) * besideWidth];
  }

  function marksOf(bar: StepBar, column: number): Element[] {
    const [from, to] = placeOf(bar, column);
    const middle = (from + to) / 2;
    const tall = y(0) - y(bar.count);
    const text = { x: middle, "text-anchor": "middle", "font-size": SIZE, fill: "var(--ink-soft)" };
    return [
      // The whole column can be clicked and dragged over, also where there is nothing.
      element(context, "rect", { x: from, width: to - from, height: y(0), fill: "transparent" }),
      element(context, "rect", {
        x: from + 0.5,
        y: bar.count > 0 ? Math.min(y(bar.count), y(0) - 2) : y(0),
        width: Math.max(1, to - from - 1),
        height: bar.count > 0 ? Math.max(2, tall) : 0,
        fill: bar.from === null ? "var(--chart-none)" : "var(--chart-1)",
        opacity: bar.faint ? 0.35 : null,
      }),
      ...(isLabelled && bar.count > 0
        ? [element(context, "text", { ...text, y: y(bar.count) - 4 }, String(bar.count))]
        : []),
      ...(bar.from === null
        ? [element(context, "text", { ...text, y: height - 5 }, bar.label)]
        : []),
    ];
  }

  function axis(): Element[] {
    const base = { x1: left, x2: width, y1: y(0), y2: y(0), stroke: "var(--rule)" };
    const powers = steps
      .map(({ from }) => from)
      .filter((from) => Number.isInteger(Math.round(Math.log10(from) * 1e6) / 1e6));
    let free = left;
    const ticks = powers.flatMap((power) => {
      const text = tick(power);
      const half = widthOf(text, SIZE) / 2;
      const at = Math.min(x(power), width - half);
      if (at - half < free - 2) return [];
      free = at + half + 8;
      return [
        element(context, "line", {
          x1: x(power),
          x2: x(power),
          y1: y(0),
          y2: y(0) + 4,
          stroke: "var(--ink-faint)",
        }),
        element(
          context,
          "text",
          {
            x: at,
            y: height - 5,
            "text-anchor": "middle",
            "font-size": SIZE,
            fill: "var(--ink-soft)",
          },
          text,
        ),
      ];
    });
    return [element(context, "line", base), ...ticks];
  }
}
