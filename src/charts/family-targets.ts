import * as Plot from "@observablehq/plot";
import type { Comparison } from "../model/taxonomy.ts";
import type { DrawContext } from "./context.ts";
import { widthOf } from "./element.ts";

/** One target, or several of a department that are the same. */
export interface TargetMark {
  /** Whose it is, at the left. */
  readonly name: string;
  /** What it says in few words, before the axis: “至少 90%”. */
  readonly says: string;
  readonly comparison: Comparison | null;
  /** Null for a target without a number on this axis: it is told in words. */
  readonly value: number | null;
  /** The other end of a range. */
  readonly upper: number | null;
  /** Yuan, drawn as an area; null where none is to be drawn. */
  readonly amount: number | null;
}

/** The targets of one department. */
export interface TargetGroup {
  readonly name: string;
  readonly marks: readonly TargetMark[];
}

/** The words of the chart. */
export interface FamilyTargetWords {
  readonly label: string;
  /** How a value on the axis is printed, with its unit. */
  readonly tick: (value: number) => string;
}

const ROW = 26;
const TOP = 26;
const LARGEST = 15;
const GAP = 16;
const INK = "var(--chart-1)";

/** The symbol of each comparison. Triangles point to where a target is met. */
const SYMBOLS: Readonly<
  Record<Comparison, readonly [symbol: "triangle" | "circle", turn: number]>
> = {
  "≥": ["triangle", 90],
  ">": ["triangle", 90],
  "≤": ["triangle", -90],
  "<": ["triangle", -90],
  "=": ["circle", 0],
  "≈": ["circle", 0],
};
/** Comparisons that leave the value itself out, or do not mean it exactly. */
const HOLLOW = new Set<Comparison | null>([">", "<", "≈"]);

/**
 * The targets of a family that share one unit, a line each, grouped by department. A mark at the
 * value shows by its form how the target compares, and a thin line the values by which it is met:
 * ≥ 90 and = 90 never look the same. Targets without a number are told in words in their line.
 * Amounts, where given, are the areas of circles behind the marks.
 */
export function familyTargets(
  groups: readonly TargetGroup[],
  { label, tick }: FamilyTargetWords,
  { document, width }: DrawContext,
): Element {
  const size = width < 600 ? 12 : 14;
  const lines = linesOf(groups);
  const marks = lines.flatMap(({ mark, y }) => (mark ? [{ ...mark, y }] : []));
  const drawn = marks.filter(hasValue);
  const { left, nameWidth } = columnsOf(marks, width, size);
  const { domain, type } = axisOf(drawn.flatMap(({ value, upper }) => [value, upper ?? value]));
  const sized = drawn.filter(({ amount }) => amount !== null);
  const reach = spansOf(drawn, domain);
  return Plot.plot({
    document,
    width,
    height: TOP + lines.length * ROW + 4,
    className: "plot",
    ariaLabel: label,
    margin: 0,
    marginTop: TOP,
    marginLeft: left,
    marginRight: LARGEST + 8,
    marginBottom: 4,
    style: { fontSize: `${size}px`, background: "none" },
    x: { domain, type, axis: null },
    y: { domain: [-0.5, Math.max(1, lines.length) - 0.5], reverse: true, axis: null },
    r: { range: [0, LARGEST], domain: [0, Math.max(1, ...sized.map(({ amount }) => amount ?? 0))] },
    marks: [
      ...(drawn.length === 0 ? [] : axis(domain, type, width - left, tick)),
      Plot.dot(sized, {
        x: "value",
        y: "y",
        r: "amount",
        fill: "var(--chart-shared)",
        fillOpacity: 0.55,
      }),
      Plot.link(reach, {
        x1: "from",
        x2: "to",
        y: "y",
        stroke: INK,
        strokeOpacity: 0.45,
        strokeWidth: 2,
      }),
      ...drawnMarks(drawn),
      Plot.text(
        lines.filter(({ head }) => head !== undefined),
        {
          frameAnchor: "left",
          y: "y",
          dx: -left,
          textAnchor: "start",
          text: "head",
          fontWeight: 600,
          fill: "currentColor",
        },
      ),
      Plot.text(marks, {
        frameAnchor: "left",
        y: "y",
        dx: -left,
        textAnchor: "start",
        text: ({ name }: TargetMark) => clipped(name, nameWidth, size),
        fill: "var(--ink-soft)",
      }),
      Plot.text(marks.filter(hasValue), {
        frameAnchor: "left",
        y: "y",
        dx: -GAP,
        textAnchor: "end",
        text: "says",
        fill: "currentColor",
      }),
      Plot.text(
        marks.filter((mark) => !hasValue(mark)),
        {
          frameAnchor: "left",
          y: "y",
          textAnchor: "start",
          text: ({ says }: TargetMark) => clipped(says, width - left, size),
          fill: "var(--ink-soft)",
        },
      ),
    ],
  });
}

interface Line {
  readonly y: number;
  readonly head?: string;
  readonly mark?: TargetMark;
}

/** A line for each department's name and each of its targets, from the top. */
function linesOf(groups: readonly TargetGroup[]): Line[] {
  return groups
    .flatMap(({ name, marks }) => [{ head: name }, ...marks.map((mark) => ({ mark }))])
    .map((line, y) => ({ ...line, y }));
}

type Drawn = TargetMark & { readonly value: number };

function hasValue<Mark extends TargetMark>(mark: Mark): mark is Mark & Drawn {
  return mark.value !== null;
}

/** How much room the words before the axis have. */
function columnsOf(marks: readonly TargetMark[], width: number, size: number) {
  const widest = (texts: readonly string[]) =>
    Math.max(0, ...texts.map((text) => widthOf(text, size)));
  const says = widest(marks.filter(hasValue).map((mark) => mark.says));
  const nameWidth = Math.min(
    widest(marks.map(({ name }) => name)),
    Math.max(3 * size, width * 0.56 - says - GAP),
  );
  return { nameWidth, left: Math.ceil(nameWidth + says + 2 * GAP) };
}

/** Whether values differ so much that they stand on a logarithmic axis. */
export function isFarApart(values: readonly number[]): boolean {
  const least = Math.min(...values);
  return least > 0 && Math.max(...values) / least >= 50;
}

/** Values far apart stand on a logarithmic axis, shares below their ceiling, others from 0. */
function axisOf(values: readonly number[]): {
  domain: readonly [number, number];
  type: "linear" | "log";
} {
  if (values.length === 0) return { domain: [0, 1], type: "linear" };
  const least = Math.min(...values);
  const greatest = Math.max(...values);
  if (isFarApart(values)) {
    return { domain: [least / 1.5, greatest * 1.5], type: "log" };
  }
  // Targets of 80 to 100 are told apart only where the axis does not begin at 0.
  if (least >= 40 && greatest <= 100) {
    return { domain: [Math.floor(least / 10) * 10 - 10, 100], type: "linear" };
  }
  return { domain: [Math.min(0, least), greatest * 1.1 || 1], type: "linear" };
}

/** The values by which a target is met, as far as the axis goes; nothing for a single value. */
function spansOf(
  marks: readonly (Drawn & { readonly y: number })[],
  [min, max]: readonly [number, number],
) {
  return marks.flatMap(({ comparison, value, upper, y }) => {
    if (upper !== null) return [{ from: value, to: upper, y }];
    if (comparison === "≥" || comparison === ">") return [{ from: value, to: max, y }];
    if (comparison === "≤" || comparison === "<") return [{ from: min, to: value, y }];
    return [];
  });
}

function axis(
  domain: readonly [number, number],
  type: "linear" | "log",
  room: number,
  tick: (value: number) => string,
): Plot.Markish[] {
  const ticks = Math.max(2, Math.floor(room / 110));
  const shared = type === "log" ? { ticks: decades(domain) } : { ticks };
  return [
    Plot.gridX({ ...shared, stroke: "var(--chart-grid)", strokeOpacity: 1 }),
    Plot.axisX({ ...shared, anchor: "top", tickSize: 0, tickFormat: tick, label: null }),
  ];
}

/** Powers of ten within the axis, no more than there is room for. */
function decades([min, max]: readonly [number, number]): number[] {
  const first = Math.ceil(Math.log10(min));
  const last = Math.floor(Math.log10(max));
  const step = Math.ceil((last - first + 1) / 4);
  const powers: number[] = [];
  for (let power = first; power <= last; power += step) powers.push(10 ** power);
  return powers;
}

function drawnMarks(marks: readonly (Drawn & { readonly y: number })[]): Plot.Markish[] {
  const kinds: readonly (Comparison | null)[] = ["≥", ">", "=", "≈", "<", "≤", null];
  return kinds.flatMap((comparison) => {
    const those = marks.filter((mark) => mark.comparison === comparison && mark.upper === null);
    if (those.length === 0) return [];
    const [symbol, rotate] = comparison === null ? (["circle", 0] as const) : SYMBOLS[comparison];
    return [
      Plot.dot(those, {
        x: "value",
        y: "y",
        r: 5,
        symbol,
        rotate,
        fill: HOLLOW.has(comparison) ? "var(--paper)" : INK,
        stroke: INK,
        strokeWidth: 2,
      }),
    ];
  });
}

/** As much of a text as fits, with an ellipsis where it is cut. */
function clipped(text: string, room: number, size: number): string {
  if (widthOf(text, size) <= room) return text;
  let kept = "";
  for (const sign of text) {
    if (widthOf(`${kept}${sign}…`, size) > room) break;
    kept += sign;
  }
  return `${kept}…`;
}
