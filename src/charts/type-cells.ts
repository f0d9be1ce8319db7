import type { TypeCount } from "../query/home.ts";
import { element, round, widthOf } from "./element.ts";
import type { DrawContext } from "./context.ts";
import { classColour, classesOf, classKey, type IndicatorClass } from "./types.ts";

/** The words of the chart. */
export interface CellWords {
  readonly label: string;
  /** The short name of a level, as it stands over its column or group of columns. */
  readonly levelLabel: (level: string) => string;
  /** Over the column of what has no level-2 class; over the group of what has no class at all. */
  readonly untold: string;
  readonly unclassed: string;
}

const HEAD = 26;
/** From this part of a department's indicators on, a cell is as strong as it gets. */
const STRONGEST = 0.6;

/**
 * A row of cells for each department, a column for each class, in groups by level 1: the number of
 * indicators, the stronger the larger its part of the department's own. Rows in the order given.
 */
export function typeCells(
  rows: readonly TypeCount[],
  words: CellWords,
  { document, width }: DrawContext,
): Element {
  const isNarrow = width < 600;
  const classes = classesOf(rows);
  const departments = [...new Set(rows.map((row) => row.department))];
  const size = isNarrow ? 12 : 14;
  // On a narrow column the department's name stands above its cells, else to their left.
  const left = isNarrow ? 0 : 300;
  const rowHeight = isNarrow ? 52 : 36;
  const cellHeight = isNarrow ? 28 : 34;
  const labels = classes.map(({ level2 }) =>
    level2 === null ? words.untold : words.levelLabel(level2),
  );
  const heightOf = (label: string) =>
    isChinese(label) ? label.length * size * 1.1 : widthOf(label, size);
  const top = HEAD + Math.max(...labels.map(heightOf), 0) + 12;
  const columnWidth = (width - left) / classes.length;
  const xOf = (column: number) => left + column * columnWidth;
  const yOf = (row: number) => top + row * rowHeight + rowHeight - cellHeight;

  const group = (one: IndicatorClass, column: number) => {
    const text = one.level1 === null ? words.unclassed : words.levelLabel(one.level1);
    const columns = classes.filter(({ level1 }) => level1 === one.level1).length;
    const x = round(xOf(column) + 1);
    // The last group may be narrower than its name.
    const fits = x + widthOf(text, size) <= width;
    return [
      element(document, "rect", {
        x,
        y: HEAD - 6,
        width: round(columns * columnWidth - 2),
        height: 3,
        fill: classColour(one.level1),
      }),
      element(
        document,
        "text",
        {
          x: fits ? x : width,
          y: HEAD - 12,
          "font-weight": 600,
          ...(!fits && { "text-anchor": "end" }),
        },
        text,
      ),
    ];
  };
  const column = (label: string, i: number) =>
    isChinese(label) ? signs(label, i) : turned(label, i);
  /** Chinese runs down a narrow column as well as across; so does each sign here. */
  const signs = (label: string, i: number) =>
    element(
      document,
      "text",
      { "text-anchor": "middle" },
      ...[...label].map((sign, line) =>
        element(
          document,
          "tspan",
          { x: round(xOf(i) + columnWidth / 2), y: round(HEAD + 4 + (line + 1) * size * 1.1) },
          sign,
        ),
      ),
    );
  const turned = (label: string, i: number) => {
    const x = round(xOf(i) + columnWidth / 2);
    const y = round(top - 2);
    return element(
      document,
      "text",
      { x, y, dy: "0.36em", transform: `rotate(-90 ${x} ${y})` },
      label,
    );
  };
  const department = (name: string, i: number) =>
    element(
      document,
      "text",
      isNarrow
        ? { x: 0, y: round(yOf(i) - 6) }
        : { x: left - 12, y: round(yOf(i) + cellHeight / 2), dy: "0.36em", "text-anchor": "end" },
      name,
    );
  const cell = (row: TypeCount) => {
    const x = xOf(classes.findIndex(({ key }) => key === classKey(row)));
    const y = yOf(departments.indexOf(row.department));
    return [
      element(document, "rect", {
        x: round(x + 1),
        y: round(y),
        width: round(columnWidth - 2),
        height: cellHeight,
        fill: classColour(row.level1),
        "fill-opacity": round2(0.12 + 0.88 * Math.min(1, row.share / STRONGEST)),
      }),
      element(
        document,
        "text",
        {
          x: round(x + columnWidth / 2),
          y: round(y + cellHeight / 2),
          dy: "0.36em",
          "text-anchor": "middle",
          // Strong cells carry the colour of the paper; the limit holds in both colour schemes.
          fill: row.share > STRONGEST / 2 ? "var(--paper)" : "var(--ink)",
        },
        String(row.indicators),
      ),
    ];
  };

  return element(
    document,
    "svg",
    {
      viewBox: `0 0 ${width} ${Math.ceil(top + departments.length * rowHeight)}`,
      "aria-label": words.label,
      "font-size": size,
      fill: "currentColor",
    },
    ...classes.flatMap((one, i) => (classes[i - 1]?.level1 === one.level1 ? [] : group(one, i))),
    ...labels.map(column),
    ...departments.map(department),
    ...rows.flatMap(cell),
  );
}

function isChinese(label: string): boolean {
  return /^\p{Script=Han}+$/u.test(label);
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
