import { withNumber, type KindCounts } from "../query/indicators.ts";
import { element, round, widthOf } from "./element.ts";
import type { DrawContext } from "./context.ts";

/** How many targets of each kind one class or department has. */
export interface TargetRow {
  readonly name: string;
  readonly counts: KindCounts;
}

/** The words of the chart. */
export interface TargetKindWords {
  readonly label: string;
  /** Names of the parts of a bar: with a number, a date, in words, not stated. */
  readonly legend: readonly [number: string, deadline: string, words: string, missing: string];
  /** What stands behind a bar. */
  readonly total: (targets: number, numbers: number) => string;
}

const COLOURS = ["var(--chart-1)", "var(--chart-3)", "var(--chart-2)", "var(--chart-none)"];
const LEGEND = 30;
const SWATCH = 11;
const BAR = 16;

/**
 * A bar for each row, as long as it has targets, cut by how the targets can be checked. Rows in the
 * order given; on a narrow column the name stands above its bar.
 */
export function targetKinds(
  rows: readonly TargetRow[],
  words: TargetKindWords,
  { document, width }: DrawContext,
): Element {
  const isNarrow = width < 600;
  const size = isNarrow ? 12 : 14;
  const rowHeight = isNarrow ? 40 : 27;
  const bars = rows.map(({ name, counts }) => {
    const parts = [withNumber(counts), counts.deadline, counts.qualitative, counts.missing];
    return { name, parts, total: parts.reduce((a, b) => a + b, 0) };
  });
  const widest = (texts: readonly string[]) =>
    Math.max(0, ...texts.map((text) => widthOf(text, size)));
  const left = isNarrow ? 0 : widest(rows.map(({ name }) => name)) + 14;
  const totals = bars.map(({ parts, total }) => words.total(total, parts[0] ?? 0));
  const right = Math.max(isNarrow ? 118 : 150, widest(totals) + 10);
  const most = Math.max(1, ...bars.map(({ total }) => total));
  const scale = (width - left - right) / most;

  return element(
    document,
    "svg",
    {
      viewBox: `0 0 ${width} ${LEGEND + rows.length * rowHeight}`,
      role: "img",
      "aria-label": words.label,
      "font-size": size,
      fill: "currentColor",
    },
    ...legend(),
    ...bars.flatMap(row),
  );

  function legend(): Element[] {
    let x = left;
    return words.legend.flatMap((name, i) => {
      const at = x;
      x += SWATCH + 5 + widthOf(name, size) + 1.2 * size;
      return [
        element(document, "rect", { x: at, width: SWATCH, height: SWATCH, fill: COLOURS[i]! }),
        element(document, "text", { x: at + SWATCH + 5, y: SWATCH - 0.5 }, name),
      ];
    });
  }

  function row({ name, parts }: (typeof bars)[number], i: number): Element[] {
    const y = LEGEND + i * rowHeight + (isNarrow ? rowHeight - BAR - 4 : 0);
    const middle = { y: round(y + BAR / 2), dy: "0.36em" };
    let x = left;
    const rects = parts.map((part, kind) => {
      const at = x;
      x += part * scale;
      const box = { x: round(at), y, width: round(Math.max(0, x - at - 1)), height: BAR };
      return element(document, "rect", { ...box, fill: COLOURS[kind]! });
    });
    return [
      element(
        document,
        "text",
        isNarrow ? { x: 0, y: y - 5 } : { ...middle, x: left - 12, "text-anchor": "end" },
        name,
      ),
      ...rects.filter((_, kind) => parts[kind]! > 0),
      element(document, "text", { ...middle, x: round(x + 7) }, totals[i]!),
    ];
  }
}
