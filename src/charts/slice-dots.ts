import { scaleLinear, scaleLog, scaleSqrt } from "d3";
import type { DrawContext } from "./context.ts";
import { round } from "./element.ts";
import { choice, element, fit, frame, widthOf, type Choice } from "./slice-svg.ts";

/** Things that set the same number. */
export interface Dot {
  readonly choice: Choice;
  readonly value: number;
  /** ≥ > = < ≤ ≈; null where none is told. */
  readonly comparison: string | null;
  readonly count: number;
}

/** Numbers that can be compared: of one kind and in one unit. */
export interface DotRow {
  readonly choice: Choice;
  readonly label: string;
  /** How many there are, in few words, at the right above the line. */
  readonly text: string;
  readonly dots: readonly Dot[];
  /** Rows of one scale stand together and share it; null has a scale of its own. */
  readonly scale: "percent" | null;
  /** A number of the row with its unit, briefly. */
  tick(value: number): string;
  readonly faint: boolean;
}

const SIZE = 13;
const SMALL = 11;
const LABEL = 20;
const LINE = 30;
/** Ends of a scale: below each row that has its own, once above the rows that share one. */
const TICKS = 18;
const LEGEND = 26;
const PAD = 10;
/** From here on the greatest is too far from the least for a scale of equal steps. */
const FAR = 50;
const COLOURS = { above: "var(--chart-1)", equal: "var(--ink-soft)", below: "var(--chart-2)" };

/** The signs, each with its shape: a triangle points to where the target is met. */
const SIGNS = {
  "≥": { lane: -7, points: 1, isFilled: true, colour: COLOURS.above },
  ">": { lane: -7, points: 1, isFilled: false, colour: COLOURS.above },
  "=": { lane: 0, points: 0, isFilled: true, colour: COLOURS.equal },
  "≈": { lane: 0, points: 0, isFilled: false, colour: COLOURS.equal },
  "≤": { lane: 7, points: -1, isFilled: true, colour: COLOURS.below },
  "<": { lane: 7, points: -1, isFilled: false, colour: COLOURS.below },
} as const;

/** A row of dots for each kind of number, marked by their comparison, the larger the more there are. */
export function sliceDots(
  rows: readonly DotRow[],
  legend: Readonly<Record<string, string>>,
  label: string,
  context: DrawContext,
): Element {
  const { width } = context;
  const most = Math.max(1, ...rows.flatMap(({ dots }) => dots.map(({ count }) => count)));
  const size = scaleSqrt([1, Math.max(2, most)], [4.5, 9]);
  const present = Object.entries(legend).filter(([sign]) =>
    rows.some(({ dots }) => dots.some(({ comparison }) => comparison === sign)),
  );
  const sharing = rows.filter(({ scale }) => scale === "percent");
  const shared = sharing.length > 0 ? limitsOf(sharing) : null;
  const tops: number[] = [];
  let bottom = LEGEND + (shared ? TICKS : 0);
  for (const { scale } of rows) {
    tops.push(bottom);
    bottom += LABEL + LINE + (scale === null ? TICKS : 0) + 4;
  }
  return frame(context, bottom, label, [
    ...swatches(),
    ...(shared && sharing[0] ? ends(sharing[0], shared, LEGEND + TICKS - 6) : []),
    ...rows.flatMap(drawRow),
  ]);

  function swatches(): Element[] {
    let x = 6;
    return present.flatMap(([sign, name]) => {
      const at = x;
      x += 12 + widthOf(name, SMALL + 1) + 14;
      const text = { x: at + 10, y: 10, "font-size": SMALL + 1, fill: "var(--ink-soft)" };
      return [shape(sign, at, 6 - laneOf(sign), 5, false), element(context, "text", text, name)];
    });
  }

  function drawRow(row: DotRow, index: number): Element[] {
    const top = tops[index] ?? 0;
    const middle = top + LABEL + LINE / 2;
    const limits = row.scale === "percent" && shared ? shared : limitsOf([row]);
    const x = scaleOf(row)([...limits], [PAD, width - PAD]);
    const head = { y: top + LABEL / 2, "dominant-baseline": "central", "font-size": SIZE };
    const line = { x1: PAD, x2: width - PAD, y1: middle, y2: middle };
    return [
      element(context, "line", { ...line, stroke: "var(--chart-grid)", "stroke-width": 2 }),
      ...(row.scale === null ? ends(row, limits, middle + LINE / 2 + 8) : []),
      choice(
        context,
        row.choice,
        [index, 0],
        [
          element(context, "rect", { y: top, width, height: LABEL, fill: "transparent" }),
          element(
            context,
            "text",
            { ...head, x: 0, opacity: row.faint ? 0.5 : null },
            fit(row.label, SIZE, width - widthOf(row.text, SIZE) - PAD),
          ),
          element(
            context,
            "text",
            { ...head, x: width, "text-anchor": "end", fill: "var(--ink-soft)" },
            row.text,
          ),
        ],
      ),
      ...row.dots.map((dot, i) =>
        choice(
          context,
          dot.choice,
          [index, i + 1],
          [shape(dot.comparison, x(dot.value), middle, size(dot.count), row.faint)],
        ),
      ),
    ];
  }

  /** The numbers at both ends of a scale. */
  function ends(row: DotRow, [least, greatest]: Limits, y: number): Element[] {
    const text = { y, "font-size": SMALL, fill: "var(--ink-faint)" };
    return [
      element(context, "text", { ...text, x: 0 }, row.tick(least)),
      element(context, "text", { ...text, x: width, "text-anchor": "end" }, row.tick(greatest)),
    ];
  }

  function shape(
    comparison: string | null,
    x: number,
    middle: number,
    radius: number,
    faint: boolean,
  ): Element {
    const sign = signOf(comparison);
    const y = middle + sign.lane;
    const paint = {
      fill: sign.isFilled ? sign.colour : "var(--paper)",
      stroke: sign.colour,
      "stroke-width": 1.5,
      opacity: faint ? 0.35 : 0.9,
    };
    if (sign.points === 0)
      return element(context, "circle", { cx: x, cy: y, r: radius * 0.8, ...paint });
    const tip = radius * sign.points;
    const [back, front] = [round(x - tip * 0.8), round(x + tip)];
    const d = `M${back},${round(y - radius)}L${front},${round(y)}L${back},${round(y + radius)}Z`;
    return element(context, "path", { d, ...paint });
  }
}

function signOf(comparison: string | null) {
  return SIGNS[comparison as keyof typeof SIGNS] ?? SIGNS["="];
}

function laneOf(comparison: string): number {
  return signOf(comparison).lane;
}

type Limits = readonly [least: number, greatest: number];

/** Percentages from 0 to 100 at least; other numbers from 0, or from the least where they are far apart. */
function limitsOf(rows: readonly DotRow[]): Limits {
  const values = rows.flatMap(({ dots }) => dots.map(({ value }) => value));
  const least = Math.min(...values);
  const greatest = Math.max(...values);
  if (rows.some(({ scale }) => scale === "percent")) {
    return [Math.min(0, least), Math.max(100, greatest)];
  }
  if (isFar(values)) return [least, greatest];
  return [Math.min(0, least), greatest > 0 ? greatest : 1];
}

function scaleOf({ dots, scale }: DotRow) {
  return scale === null && isFar(dots.map(({ value }) => value))
    ? scaleLog<number>
    : scaleLinear<number>;
}

function isFar(values: readonly number[]): boolean {
  const least = Math.min(...values);
  return least > 0 && Math.max(...values) / least > FAR;
}
