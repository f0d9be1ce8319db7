import { parseHTML } from "linkedom";

/** What a chart is drawn with: the document that makes its elements, and its width in pixels. */
export interface DrawContext {
  readonly document: Document;
  readonly width: number;
}

/**
 * Draws a chart to a string of SVG or HTML, at build.
 *
 * Plot's own style element is left out: `base.css` says what it says, once for all charts.
 */
export function render(draw: (context: DrawContext) => Element, width: number): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const element = draw({ document, width });
  for (const style of element.querySelectorAll("style")) style.remove();
  return element.outerHTML;
}
