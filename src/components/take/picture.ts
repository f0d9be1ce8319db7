import type { DrawContext } from "../../charts/context.ts";
import { element, widthOf } from "../../charts/element.ts";
import tokens from "../../styles/tokens.css?raw";

/** What a chart says when it stands alone. */
export interface Caption {
  readonly title: string;
  /** Lines below it: unit, source, address. */
  readonly lines: readonly string[];
  /** The address that its marks' links start from. */
  readonly base: string;
}

const EDGE = 24;
const TITLE = 18;
const LINE = 12;
const LEADING = 1.5;
const GAP = 16;

/** The site's tokens as they are on a light screen, which is also what prints. */
const LIGHT = tokensOf(tokens);

/**
 * A chart as a picture of its own: title above, unit, source and address below, light background, its
 * colours and type written into it. `svg` is the chart as the page draws it, with a width and a height
 * in pixels; it is not changed.
 */
export function picture(
  svg: Element,
  { title, lines, base }: Caption,
  document: Document,
): Element {
  const width = Number(svg.getAttribute("width"));
  const height = Number(svg.getAttribute("height"));
  const context: DrawContext = { document, width };
  const heads = textLines(wrap(title, TITLE, width), TITLE, EDGE, context, "font-weight", "600");
  const top = EDGE + heads.height + GAP;
  const below = lines.flatMap((line) => wrap(line, LINE, width));
  const foot = textLines(below, LINE, top + height + GAP, context, "fill", light("--ink-soft"));
  const whole = {
    width: width + 2 * EDGE,
    height: top + height + GAP + foot.height + EDGE,
  };
  return element(
    document,
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      ...whole,
      viewBox: `0 0 ${whole.width} ${whole.height}`,
      "font-family": light("--sans"),
      fill: light("--ink"),
    },
    element(document, "title", {}, title),
    element(document, "rect", { width: "100%", height: "100%", fill: light("--paper") }),
    ...heads.elements,
    standalone(svg, { x: EDGE, y: top, base }),
    ...foot.elements,
  );
}

/** The chart without what only the page can tell: tokens, addresses of the site, the focus. */
function standalone(
  svg: Element,
  { x, y, base }: { readonly x: number; readonly y: number; readonly base: string },
): Element {
  const copy = svg.cloneNode(true) as Element;
  copy.setAttribute("x", String(x));
  copy.setAttribute("y", String(y));
  for (const part of [copy, ...copy.querySelectorAll("*")]) {
    for (const { name, value } of [...part.attributes]) {
      if (name.startsWith("data-") || name === "tabindex") part.removeAttribute(name);
      else if (name === "href") part.setAttribute(name, new URL(value, base).href);
      else if (value.includes("var(")) part.setAttribute(name, resolved(value));
    }
  }
  return copy;
}

function resolved(value: string): string {
  return value.replace(/var\(\s*(--[\w-]+)\s*(?:,[^)]*)?\)/g, (_, name: string) => light(name));
}

/** Throws for a token that the style sheet does not have. */
function light(name: string): string {
  const value = LIGHT.get(name);
  if (value === undefined) throw new Error(`tokens.css has no ${name}`);
  return value;
}

/** The declarations of the first rule: those for light screens and for Chinese. */
function tokensOf(sheet: string): ReadonlyMap<string, string> {
  const rule = /:root\s*\{([^}]*)\}/.exec(sheet)?.[1] ?? "";
  const plain = rule.replace(/\/\*[^]*?\*\//g, "");
  const pairs = [...plain.matchAll(/(--[\w-]+)\s*:\s*([^;]+);/g)];
  return new Map(pairs.map(([, name, value]) => [name!, value!.replace(/\s+/g, " ").trim()]));
}

/** Lines of text below one another, and the height that they take. */
function textLines(
  lines: readonly string[],
  size: number,
  top: number,
  { document }: Pick<DrawContext, "document">,
  attribute: string,
  value: string,
): { readonly elements: readonly Element[]; readonly height: number } {
  const elements = lines.map((line, i) =>
    element(
      document,
      "text",
      { x: EDGE, y: top + size + i * size * LEADING, "font-size": size, [attribute]: value },
      line,
    ),
  );
  return { elements, height: lines.length * size * LEADING };
}

/** Text in lines no wider than a width: broken between Chinese signs and at spaces. */
export function wrap(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  // An address has no spaces: it may be broken behind its signs.
  for (const piece of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef/&?]+[/&?]*|\s+|[/&?]+/gu) ??
    []) {
    if (line !== "" && widthOf(line + piece, size) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return line.trim() === "" ? lines : [...lines, line];
}
