import type { ShareCount } from "../query/measures.ts";
import type { DrawContext } from "./context.ts";
import { element, round } from "./element.ts";

const HEIGHT = 22;
const PAD = 8;
const MIDDLE = HEIGHT / 2;

/**
 * A line from 0 to 100 %, no larger than a word, with a dot for each share that others have, the
 * stronger the more have it, and a bar at the own share.
 */
export function shareStrip(
  own: number,
  others: readonly ShareCount[],
  label: string,
  { document, width }: DrawContext,
): Element {
  const x = (share: number) => round(PAD + share * (width - 2 * PAD));
  const most = Math.max(1, ...others.map(({ count }) => count));
  const tick = (share: number) =>
    element(document, "line", {
      x1: x(share),
      x2: x(share),
      y1: MIDDLE - 4,
      y2: MIDDLE + 4,
      stroke: "var(--chart-none)",
    });
  return element(
    document,
    "svg",
    { viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", "aria-label": label, width, height: HEIGHT },
    element(document, "line", {
      x1: x(0),
      x2: x(1),
      y1: MIDDLE,
      y2: MIDDLE,
      stroke: "var(--chart-none)",
    }),
    ...[0, 0.5, 1].map(tick),
    ...others.map(({ share, count }) =>
      element(document, "circle", {
        cx: x(share),
        cy: MIDDLE,
        r: 4,
        fill: "var(--chart-2)",
        opacity: round(0.35 + 0.65 * (count / most)),
      }),
    ),
    element(document, "rect", {
      x: x(own) - 2,
      y: MIDDLE - 9,
      width: 4,
      height: 18,
      fill: "var(--chart-1)",
    }),
  );
}
