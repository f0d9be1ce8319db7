import { max, scaleSqrt } from "d3";
import type { DrawContext } from "./context.ts";
import { choice, element, fit, frame, widthOf, type Choice } from "./slice-svg.ts";

export interface HeatCell {
  /** Null where there is nothing to choose. */
  readonly choice: Choice | null;
  readonly value: number;
  /** The value in few characters; left out where it does not fit. */
  readonly text: string;
  readonly faint: boolean;
}

export interface HeatRow {
  readonly label: string;
  /** One for each column. */
  readonly cells: readonly HeatCell[];
}

export interface HeatColumn {
  /** Few characters, written downwards. */
  readonly label: string;
  /** Columns of one group stand together under its name, in its colour. */
  readonly group: string;
  readonly colour: string;
}

const SIZE = 12;
const GROUP = 22;
const LABEL = 22;
const CELL = 26;
const PAD = 8;
/** Below this width, a row's name stands above its cells and not beside them. */
const WIDE = 600;
const LIGHT = ["var(--chart-2)", "var(--chart-3)", "var(--chart-none)"];

/** Rows by grouped columns, the more the darker. */
export function sliceHeat(
  columns: readonly HeatColumn[],
  rows: readonly HeatRow[],
  label: string,
  context: DrawContext,
): Element {
  const wide = context.width >= WIDE;
  const widest = Math.max(0, ...rows.map(({ label }) => widthOf(label, SIZE + 1)));
  const left = wide ? Math.min(widest + PAD, context.width * 0.36) : 0;
  const step = (context.width - left) / columns.length;
  const head = GROUP + SIZE * 1.15 * Math.max(0, ...columns.map(({ label }) => [...label].length));
  const height = wide ? CELL : LABEL + CELL;
  const most = max(rows, (row) => max(row.cells, (cell) => cell.value)) ?? 0;
  const shade = scaleSqrt([0, Math.max(most, 1e-9)], [0.08, 1]);

  return frame(context, head + PAD + rows.length * (height + PAD), label, [
    ...groups(),
    ...columns.map(heading),
    ...rows.flatMap(row),
  ]);

  function groups(): Element[] {
    const names = [...new Set(columns.map(({ group }) => group))];
    return names.flatMap((name) => {
      const first = columns.findIndex(({ group }) => group === name);
      const count = columns.filter(({ group }) => group === name).length;
      const from = left + first * step;
      const to = from + count * step;
      return [
        element(
          context,
          "text",
          { x: from + 2, y: SIZE, "font-size": SIZE, fill: "var(--ink-soft)" },
          fit(name, SIZE, to - from - 2),
        ),
        element(context, "line", {
          x1: from + 2,
          x2: to - 2,
          y1: GROUP - 4,
          y2: GROUP - 4,
          stroke: "var(--rule)",
        }),
      ];
    });
  }

  function heading({ label }: HeatColumn, column: number): Element {
    const x = left + (column + 0.5) * step;
    return element(
      context,
      "text",
      { "font-size": SIZE, "text-anchor": "middle", "aria-label": label },
      ...[...label].map((character, i) =>
        element(context, "tspan", { x, y: GROUP + SIZE * (0.9 + 1.15 * i) }, character),
      ),
    );
  }

  function row({ label, cells }: HeatRow, index: number): Element[] {
    const top = head + PAD + index * (height + PAD);
    const place = wide
      ? { x: left - PAD, y: top + CELL / 2, "text-anchor": "end" }
      : { x: 0, y: top + LABEL / 2 };
    return [
      element(
        context,
        "text",
        { ...place, "dominant-baseline": "central", "font-size": SIZE + 1 },
        fit(label, SIZE + 1, wide ? left - PAD : context.width),
      ),
      ...cells.map((cell, column) => {
        const marks = marksOf(cell, columns[column]!.colour, [
          left + column * step,
          wide ? top : top + LABEL,
        ]);
        return cell.choice
          ? choice(context, cell.choice, [index, column], marks)
          : element(context, "g", {}, ...marks);
      }),
    ];
  }

  function marksOf(
    { value, text, faint, choice }: HeatCell,
    colour: string,
    [x, y]: readonly [number, number],
  ): Element[] {
    const depth = choice ? shade(value) : 0;
    const box = element(context, "rect", {
      x: x + 1,
      y,
      width: step - 2,
      height: CELL,
      fill: choice ? colour : "var(--paper-sunk)",
      "fill-opacity": choice ? (faint ? depth * 0.35 : depth) : null,
      stroke: choice?.selected ? "var(--ink)" : null,
      "stroke-width": choice?.selected ? 2 : null,
    });
    if (!choice || widthOf(text, SIZE - 1) > step - 4) return [box];
    const number = element(
      context,
      "text",
      {
        x: x + step / 2,
        y: y + CELL / 2,
        "text-anchor": "middle",
        "dominant-baseline": "central",
        "font-size": SIZE - 1,
        fill: depth > 0.55 && !faint ? inkOn(colour) : "var(--ink)",
      },
      text,
    );
    return [box, number];
  }
}

/** Orange and green are light in both colour schemes, blue and purple in the dark one alone. */
function inkOn(colour: string): string {
  return LIGHT.includes(colour) ? "#1d2226" : "var(--paper)";
}
