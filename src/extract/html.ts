import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import type { Extract } from "../model/table.ts";
import { makeWriter, pagesOf, type Flow, type FlowCell, type Writer } from "./flow.ts";
import { joinLines, layOut } from "./grid.ts";
import { Refusal, TOO_LARGE } from "./unreadable.ts";

/** parse5 takes a second and 60 MB for each million. */
const MOST_CHARACTERS = 10_000_000;
const PICTURE = /data:[\w/+.-]+;base64,[\w+/=]+/gu;
/** Browsers nest no deeper either. */
const DEEPEST = 512;
const TOO_DEEP = "网页嵌套过深，不予读取（elements are nested too deep: the page is not read）";

/** Elements without words, or with words that are no part of the document. */
const DROPPED = new Set<string>([
  "head",
  "script",
  "style",
  "nav",
  "noscript",
  "template",
  "iframe",
  "object",
  "svg",
  "select",
  "button",
  "video",
  "audio",
  "canvas",
  "map",
]);
/** Elements with white space above them. */
const PARAGRAPHS = new Set<string>([
  "p",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "ul",
  "ol",
  "dl",
  "blockquote",
  "pre",
  "hr",
  "table",
  "fieldset",
  "figure",
]);
/** Elements with a line of their own. */
const LINES = new Set<string>([
  "div",
  "li",
  "dt",
  "dd",
  "section",
  "article",
  "header",
  "footer",
  "main",
  "aside",
  "address",
  "center",
  "form",
  "caption",
  "tr",
  "td",
  "th",
  "option",
  "legend",
  "figcaption",
  "summary",
  "details",
]);

const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/iu;
const PAGE_BREAK = /(?:page-break-before\s*:\s*always|break-before\s*:\s*page)/iu;

/** Reads a web page: its tables, and a line for each paragraph and each line break. */
export function htmlToExtract(text: string): Extract {
  return layOut("html", pagesOf(htmlToFlow(text)));
}

/** What a web page shows, in its order. Refuses one that is huge or nested beyond all sense. */
export function htmlToFlow(page: string): Flow[] {
  const text = page.replace(PICTURE, "");
  if (text.length > MOST_CHARACTERS) throw new Refusal(TOO_LARGE);
  const writer = makeWriter(showLine);
  // Tables in Markdown: the lines around them are lines.
  const isMarkup = /<(?:!doctype|html|body|p|div|br)\b/iu.test(text);
  write(parseShallow(isMarkup ? text : text.replaceAll("\n", "<br>")), writer);
  return writer.end();
}

/** Parses, giving up where elements nest so deep that the parser itself would take for ever. */
function parseShallow(text: string): Tree.Document {
  let depth = 0;
  return parse(text, {
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush() {
        if (++depth > DEEPEST) throw new Refusal(TOO_DEEP);
      },
      onItemPop() {
        depth--;
      },
    },
  });
}

/** A line as browsers show it: line breaks of the source are wraps, runs of spaces are one. */
function showLine(source: string): string {
  return joinLines(source.split(/[\t\n\f\r]+/u)).replace(/[ \u00a0]+/gu, collapse);
}

/** Ordinary spaces run into one; a run of fixed ones is as wide as its author made it. */
function collapse(spaces: string): string {
  return spaces.includes("\u00a0") ? spaces.replaceAll("\u00a0", " ") : " ";
}

function write(node: Tree.Node, writer: Writer): void {
  if (node.nodeName === "#text") writer.text((node as Tree.TextNode).value);
  if (!("childNodes" in node)) return;
  if (!("tagName" in node)) {
    for (const child of node.childNodes) write(child, writer);
    return;
  }
  if (isHidden(node)) return;
  if (PAGE_BREAK.test(attribute(node, "style") ?? "")) writer.push({ kind: "page" });
  writeElement(node, writer);
}

function writeElement(element: Tree.Element, writer: Writer): void {
  const { tagName } = element;
  if (tagName === "br") return writer.lineBreak();
  if (tagName === "input") return writer.text(attribute(element, "value") ?? "");
  if (tagName === "sup") return writer.text(raised(element));
  if (tagName === "table") return writeTable(element, writer);
  const gap = PARAGRAPHS.has(tagName);
  const isBlock = gap || LINES.has(tagName);
  if (isBlock) writer.block(gap);
  if (tagName === "ol") writeNumbered(element, writer);
  else if (tagName === "pre") writePre(element, writer);
  else for (const child of element.childNodes) write(child, writer);
  if (isBlock) writer.block(gap);
}

/** Lines stay lines: the white space of such text is its layout. */
function writePre(element: Tree.Element, writer: Writer): void {
  for (const child of element.childNodes) {
    if (child.nodeName !== "#text") {
      write(child, writer);
      continue;
    }
    for (const [index, line] of (child as Tree.TextNode).value.split("\n").entries()) {
      if (index > 0) writer.lineBreak();
      writer.text(line.replaceAll(" ", "\u00a0"));
    }
  }
}

/** Writes the numbers that a browser prints in front of the items of a list. */
function writeNumbered(list: Tree.Element, writer: Writer): void {
  const first = Number.parseInt(attribute(list, "start") ?? "1", 10);
  let number = Number.isNaN(first) ? 1 : first;
  for (const child of list.childNodes) {
    if (child.nodeName === "li") writer.mark(`${number++}. `);
    write(child, writer);
  }
}

function isHidden(element: Tree.Element): boolean {
  if (DROPPED.has(element.tagName) || attribute(element, "hidden") !== undefined) return true;
  if (element.tagName === "input" && !/^text$/iu.test(attribute(element, "type") ?? "text"))
    return true;
  return HIDDEN.test(attribute(element, "style") ?? "");
}

function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** Raised figures keep what they mean: “m²”, not “m2”. */
function raised(element: Tree.Element): string {
  const text = wordsIn(element);
  return text.trim() === "2" ? "²" : text.trim() === "3" ? "³" : text;
}

function wordsIn(element: Tree.Element): string {
  const writer = makeWriter(showLine);
  for (const child of element.childNodes) write(child, writer);
  return joinLines(writer.end().map((item) => (item.kind === "line" ? item.text : "")));
}

function writeTable(table: Tree.Element, writer: Writer): void {
  const rows: FlowCell[][] = [];
  for (const part of table.childNodes) {
    if (!("tagName" in part) || isHidden(part)) continue;
    if (part.tagName === "caption") write(part, writer);
    else for (const row of rowsOf(part)) rows.push(row);
  }
  writer.push({ kind: "table", rows });
}

/** The rows of a table's head, body or foot. */
function rowsOf(section: Tree.Element): FlowCell[][] {
  return section.childNodes
    .filter((row): row is Tree.Element => row.nodeName === "tr")
    .filter((row) => !isHidden(row))
    .map((row) =>
      row.childNodes
        .filter((cell): cell is Tree.Element => cell.nodeName === "td" || cell.nodeName === "th")
        .filter((cell) => !isHidden(cell))
        .map(toCell),
    );
}

function toCell(cell: Tree.Element): FlowCell {
  const writer = makeWriter(showLine);
  for (const child of cell.childNodes) write(child, writer);
  return {
    columns: span(attribute(cell, "colspan")),
    // By HTML's rule, 0 rows are all that follow.
    rows: attribute(cell, "rowspan") === "0" ? Infinity : span(attribute(cell, "rowspan")),
    content: writer.end(),
  };
}

function span(value: string | undefined): number {
  const number = Number.parseInt(value ?? "1", 10);
  return number > 0 ? number : 1;
}
