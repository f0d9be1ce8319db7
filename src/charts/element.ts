const SVG = "http://www.w3.org/2000/svg";

/** An SVG element with its attributes and children, made by the document passed in. */
export function element(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (Element | string)[]
): Element {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  for (const child of children) {
    made.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
  }
  return made;
}

/** Chinese and Japanese signs, Hangul and full-width forms. */
const WIDE =
  /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{20000}-\u{3ffff}]/u;
/** Mean width of a Latin letter, a digit or a space, in parts of the size of the type. */
const LATIN = 0.56;

/** About how wide a text is in type of some size: no font is at hand to measure it by. */
export function widthOf(text: string, size: number): number {
  return [...text].reduce((width, sign) => width + (WIDE.test(sign) ? size : LATIN * size), 0);
}

/** A coordinate short enough for a file that is sent to every reader. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
