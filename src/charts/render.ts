import { parseHTML } from "linkedom";
import type { DrawContext } from "./context.ts";

export type { DrawContext } from "./context.ts";

/**
 * Draws a chart to a string of SVG or HTML, at build.
 *
 * Plot's own style element is left out: `base.css` says what it says, once for all charts. Readers of the
 * screen hear the chart's label, and find its numbers in the table beside it.
 */
export function render(draw: (context: DrawContext) => Element, width: number): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const element = draw({ document, width });
  for (const style of element.querySelectorAll("style")) style.remove();
  element.setAttribute("role", "img");
  return element.outerHTML;
}
