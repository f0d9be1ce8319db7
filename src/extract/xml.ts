import { DAMAGED, Refusal, TOO_LARGE } from "./unreadable.ts";

/** An element of an XML file: names without prefix, in small letters, as Word's kinds differ in both. */
export interface Element {
  readonly name: string;
  readonly children: (Element | string)[];
  /** Its attributes as written. */
  readonly source: string;
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)(?:[^\s<>/:]+:)?([^\s<>/:]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>|([^<]+)/gu;
const REFERENCE = /&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/giu;
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};
/** What Word writes for some thousand pages. */
const MOST_CHARACTERS = 64 * 2 ** 20;
/** Far deeper than Word nests its tables; a bound for those who walk the tree. */
const DEEPEST = 1_000;

/** Parses the XML of an office file. Refuses what is cut off or nested beyond all sense. */
export function parseXml(text: string): Element {
  if (text.length > MOST_CHARACTERS) throw new Refusal(TOO_LARGE);
  const root: Element = { name: "", children: [], source: "" };
  const open = [root];
  for (const [, data, slash, name, source, empty, words] of text.matchAll(TOKEN)) {
    const parent = open.at(-1)!;
    if (words !== undefined || data !== undefined) {
      parent.children.push(data ?? unescape(words!));
    } else if (slash === "/") {
      if (open.length > 1) open.pop();
    } else if (name !== undefined) {
      const element: Element = { name: name.toLowerCase(), children: [], source: source! };
      parent.children.push(element);
      if (empty !== "/") open.push(element);
      if (open.length > DEEPEST) throw new Refusal(DAMAGED);
    }
  }
  if (open.length > 1) throw new Refusal(DAMAGED);
  return root;
}

const PATTERNS = new Map<string, RegExp>();

/** Value of an attribute, by its name without prefix. */
export function attributeOf(element: Element | undefined, name: string): string | undefined {
  if (!element?.source) return undefined;
  const pattern =
    PATTERNS.get(name) ?? new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "iu");
  PATTERNS.set(name, pattern);
  const found = pattern.exec(element.source);
  return found ? unescape(found[1] ?? found[2]!) : undefined;
}

/** First child of a name. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  return elementsIn(element).find((child) => child.name === name);
}

/** Children without the text between them. */
export function elementsIn(element: Element | undefined): Element[] {
  return (element?.children ?? []).filter((child) => typeof child !== "string");
}

/** First descendant of a name, in the order of the text. */
export function findElement(element: Element, name: string): Element | undefined {
  for (const child of elementsIn(element)) {
    const found = child.name === name ? child : findElement(child, name);
    if (found) return found;
  }
  return undefined;
}

function unescape(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(REFERENCE, (whole, hex?: string, decimal?: string, named?: string) => {
    if (named) return NAMED[named.toLowerCase()]!;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
