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

/** A coordinate short enough for a file that is sent to every reader. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
