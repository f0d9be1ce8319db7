/** What the charts of the explorer are made of: SVG elements, text that fits, marks that are links. */
import { element as make, round } from "./element.ts";
import type { DrawContext } from "./context.ts";

export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

/** An SVG element with attributes (null and undefined are left out) and children. */
export function element(
  { document }: Pick<DrawContext, "document">,
  name: string,
  attributes: Attributes,
  ...children: readonly (Element | string)[]
): Element {
  const present: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    present[key] = typeof value === "number" ? round(value) : value;
  }
  return make(document, name, present, ...children);
}

/** An SVG of the context's width, named for those who cannot see it. */
export function frame(
  context: DrawContext,
  height: number,
  label: string,
  children: readonly Element[],
): Element {
  const { width } = context;
  const size = { width, height, viewBox: `0 0 ${round(width)} ${round(height)}` };
  const named = { role: "group", "aria-label": label, fill: "var(--ink)" };
  const svg = element(context, "svg", { ...size, ...named }, ...children);
  const first = svg.querySelector('a[data-row="0"][data-column="0"]') ?? svg.querySelector("a");
  first?.setAttribute("tabindex", "0");
  return svg;
}

/** Something in a chart that a reader can choose. */
export interface Choice {
  /** Tells it from the others, across drawings: the focus returns to it. */
  readonly key: string;
  /** Address of the slice that choosing it leads to. */
  readonly href: string;
  readonly selected: boolean;
  /** All it says, in words. */
  readonly title: string;
}

/**
 * A mark that is a link: reached by keyboard, read aloud, followed by a click. `row` and `column`
 * tell the arrow keys where it is; of a whole chart, Tab stops at the first mark alone (`frame`).
 */
export function choice(
  context: DrawContext,
  { key, href, selected, title }: Choice,
  [row, column]: readonly [row: number, column: number],
  children: readonly Element[],
): Element {
  const attributes = {
    href,
    "data-key": key,
    "data-row": row,
    "data-column": column,
    "aria-label": title,
    "aria-current": selected ? "true" : null,
    tabindex: -1,
  };
  return element(context, "a", attributes, ...children);
}

/** Width that a text takes at a font size, near enough: Chinese characters are square. */
export function widthOf(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += character.codePointAt(0)! < 0x2e80 ? 0.58 : 1;
  return ems * size;
}

/** The text, cut to a width with “…” at its end. */
export function fit(text: string, size: number, width: number): string {
  if (widthOf(text, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && widthOf(`${characters.join("")}…`, size) > width) {
    characters.pop();
  }
  return `${characters.join("")}…`;
}
