import type { Comparison } from "../model/taxonomy.ts";
import type { DrawContext } from "./context.ts";
import { element, round } from "./element.ts";
import { isFarApart } from "./family-targets.ts";

/** Targets of one value and comparison. */
export interface StripTarget {
  readonly comparison: Comparison | null;
  readonly value: number;
  readonly targets: number;
}

const HEIGHT = 22;
const PAD = 9;
/** A triangle as wide as high, pointing right, around its middle. */
const TRIANGLE = "M-4.5,-5L5,0L-4.5,5Z";

/**
 * A line with the targets of one unit at their values, no larger than a word: triangles point to
 * where a target is met, circles are exact, hollow marks leave the value itself out. More targets
 * make a stronger mark.
 */
export function familyStrip(
  targets: readonly StripTarget[],
  label: string,
  { document, width }: DrawContext,
): Element {
  const values = targets.map(({ value }) => value);
  const least = Math.min(...values);
  const greatest = Math.max(...values);
  const isWide = isFarApart(values);
  const scaled = (value: number) => (isWide ? Math.log(value) : value);
  const spread = scaled(greatest) - scaled(least);
  const x = (value: number) =>
    spread === 0 ? width / 2 : PAD + ((scaled(value) - scaled(least)) / spread) * (width - 2 * PAD);
  const most = Math.max(...targets.map((target) => target.targets));
  return element(
    document,
    "svg",
    { viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", "aria-label": label, width, height: HEIGHT },
    element(document, "line", {
      x1: 0,
      x2: width,
      y1: HEIGHT / 2,
      y2: HEIGHT / 2,
      stroke: "var(--chart-grid)",
    }),
    ...targets.map(({ comparison, value, targets }) =>
      mark(document, comparison, x(value), 0.45 + 0.55 * (targets / most)),
    ),
  );
}

function mark(document: Document, comparison: Comparison | null, x: number, strength: number) {
  const isHollow = comparison === ">" || comparison === "<" || comparison === "≈";
  const style = {
    fill: isHollow ? "var(--paper)" : "var(--chart-1)",
    stroke: "var(--chart-1)",
    "stroke-width": 1.5,
    opacity: round(strength),
  };
  const at = `translate(${round(x)},${HEIGHT / 2})`;
  if (comparison === "≥" || comparison === ">") {
    return element(document, "path", { d: TRIANGLE, transform: at, ...style });
  }
  if (comparison === "≤" || comparison === "<") {
    return element(document, "path", { d: TRIANGLE, transform: `${at} scale(-1,1)`, ...style });
  }
  return element(document, "circle", { r: 4, transform: at, ...style });
}
