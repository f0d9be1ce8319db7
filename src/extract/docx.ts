import type { Extract } from "../model/table.ts";
import { decodePage } from "./decode.ts";
import { makeNumbering, type Numbering } from "./docx-lists.ts";
import { makeWriter, pagesOf, type FlowCell, type Writer } from "./flow.ts";
import { layOut } from "./grid.ts";
import { DAMAGED, Refusal } from "./unreadable.ts";
import { attributeOf, childOf, elementsIn, findElement, parseXml, type Element } from "./xml.ts";
import type { Zip } from "./zip.ts";

const PARTS = /^word\/(?:document\d*|numbering|styles)\.xml$/iu;
/** Deleted and moved text, comments, and what stands in a field instead of its result. */
const DROPPED = new Set([
  "del",
  "movefrom",
  "deltext",
  "instrtext",
  "ppr",
  "rpr",
  "tblpr",
  "tblgrid",
  "trpr",
  "tcpr",
  "sectpr",
  "sdtpr",
  "rt",
  "annotation",
  "bindata",
]);
const OFF = /^(?:false|0|off)$/iu;

/**
 * Reads a Word file (DOCX): its tables with their spans, a line for each paragraph, changes that
 * were tracked as accepted, numbers of lists as Word prints them.
 *
 * Headers, footers, notes and hidden text are not read. A page ends at a page break that the
 * author set; where the text alone fills a page, the file does not say.
 */
export async function docxToExtract(zip: Zip): Promise<Extract> {
  const parts = await zip.read((name) => PARTS.test(name));
  const part = (name: RegExp) => {
    const found = [...parts].find(([path]) => name.test(path));
    return found && parseXml(decodePage(found[1]));
  };
  const document = part(/document\d*\.xml$/iu);
  if (!document) throw new Refusal(DAMAGED);
  return toExtract(document, part(/numbering\.xml$/iu), part(/styles\.xml$/iu));
}

/** Reads a Word file that is one XML file: that of Word 2003, or a package made flat. */
export function wordXmlToExtract(text: string): Extract {
  const root = parseXml(text);
  return toExtract(root, root, root);
}

function toExtract(
  document: Element,
  lists: Element | undefined,
  styles: Element | undefined,
): Extract {
  const body = findElement(document, "body");
  if (!body) throw new Refusal(DAMAGED);
  const numbering = makeNumbering(
    lists && findElement(lists, "numbering"),
    styles && findElement(styles, "styles"),
  );
  const writer = makeWriter((line) => line.trim());
  write(body, writer, numbering);
  return layOut("docx", pagesOf(writer.end()));
}

function write(parent: Element, writer: Writer, numbering: Numbering): void {
  let before: Element[] = [];
  for (const child of elementsIn(parent)) {
    const properties = childOf(child, "ppr");
    if (child.name === "p" && childOf(childOf(properties, "rpr"), "del")) {
      // Where the end of a paragraph is deleted, the next one goes on with it.
      before.push(...elementsIn(child).filter(({ name }) => name !== "ppr"));
      continue;
    }
    const whole =
      child.name === "p" && before.length > 0
        ? {
            ...child,
            children: [...(properties ? [properties] : []), ...before, ...child.children],
          }
        : child;
    if (whole !== child) before = [];
    writeElement(whole, writer, numbering);
  }
}

function writeElement(element: Element, writer: Writer, numbering: Numbering): void {
  switch (element.name) {
    case "p":
      return writeParagraph(element, writer, numbering);
    case "tbl":
      return writeTable(element, writer, numbering);
    case "r":
      return writeRun(element, writer, numbering);
    case "t":
      return writer.text(element.children.filter((child) => typeof child === "string").join(""));
    case "tab":
      return writer.text(" ");
    case "nobreakhyphen":
      return writer.text("-");
    case "sym":
      return writer.text(symbolOf(element));
    case "br":
      if (attributeOf(element, "type") === "page") return writer.push({ kind: "page" });
      return writer.lineBreak();
    case "cr":
      return writer.lineBreak();
    case "alternatecontent":
      // The same drawing twice: for new and for old versions of Word.
      return write(childOf(element, "choice") ?? element, writer, numbering);
    default:
      if (!DROPPED.has(element.name)) write(element, writer, numbering);
  }
}

function writeParagraph(paragraph: Element, writer: Writer, numbering: Numbering): void {
  const properties = childOf(paragraph, "ppr");
  if (isOn(childOf(properties, "pagebreakbefore"))) writer.push({ kind: "page" });
  // A text box stands inside a paragraph and holds some of its own.
  writer.block(true);
  const mark = numbering(properties);
  if (mark) writer.mark(mark);
  write(paragraph, writer, numbering);
  writer.block(true);
  const section = childOf(properties, "sectpr");
  if (section && attributeOf(childOf(section, "type"), "val") !== "continuous") {
    writer.push({ kind: "page" });
  }
}

function writeRun(run: Element, writer: Writer, numbering: Numbering): void {
  const properties = childOf(run, "rpr");
  if (isOn(childOf(properties, "vanish"))) return;
  const isRaised = attributeOf(childOf(properties, "vertalign"), "val") === "superscript";
  if (!isRaised) return write(run, writer, numbering);
  const raised = makeWriter((line) => line);
  write(run, raised, numbering);
  const text = raised
    .end()
    .map((item) => (item.kind === "line" ? item.text : ""))
    .join("");
  // Raised figures keep what they mean: “m²”, not “m2”.
  writer.text(text === "2" ? "²" : text === "3" ? "³" : text);
}

function isOn(property: Element | undefined): boolean {
  return property !== undefined && !OFF.test(attributeOf(property, "val") ?? "");
}

/** Symbol fonts number their signs from F000; ≥ and ≤ are the ones that targets use. */
const SYMBOLS: Readonly<Record<string, string>> = { f0b3: "≥", f0a3: "≤", f0b1: "±", f0b4: "×" };

function symbolOf(element: Element): string {
  return SYMBOLS[attributeOf(element, "char")?.toLowerCase() ?? ""] ?? "";
}

function writeTable(table: Element, writer: Writer, numbering: Numbering): void {
  const rows = rowsOf(table, numbering);
  // A table that begins a page says so in its first cell.
  const beginsPage = rows[0]?.some(({ content }) => content[0]?.kind === "page");
  if (beginsPage) writer.push({ kind: "page" });
  writer.push({ kind: "table", rows });
}

interface OpenCell {
  columns: number;
  rows: number;
  content: FlowCell["content"];
}

function rowsOf(table: Element, numbering: Numbering): FlowCell[][] {
  const snapped = snapOf(table);
  /** The cell that each column of the row above belongs to. */
  let above = new Map<number, OpenCell>();
  return inside(table, "tr").flatMap((row) => {
    const properties = childOf(row, "trpr");
    if (childOf(properties, "del")) return [];
    const cells: OpenCell[] = [];
    const current = new Map<number, OpenCell>();
    let column = numberIn(childOf(properties, "gridbefore"), 0);
    if (snapped(column) > 0) cells.push({ columns: snapped(column), rows: 1, content: [] });
    for (const element of inside(row, "tc")) {
      const cell = toCell(element, numbering);
      const start = snapped(column);
      column += cell.columns;
      const columns = snapped(column) - start;
      if (columns === 0 && cell.content.length === 0) continue;
      const merge = childOf(childOf(element, "tcpr"), "vmerge");
      const goesOn = merge && !/^restart$/iu.test(attributeOf(merge, "val") ?? "");
      const open = goesOn ? above.get(start) : undefined;
      if (open) open.rows++;
      else cells.push({ ...cell, columns: Math.max(1, columns) });
      current.set(start, open ?? cells.at(-1)!);
    }
    above = current;
    return [cells];
  });
}

/** A column as narrow as this (3 mm) is no column: somebody dragged the border of a few cells. */
const SLIVER = 170;

/** Gives each border between the columns of Word's grid the column of ours that begins there. */
function snapOf(table: Element): (border: number) => number {
  const widths = elementsIn(childOf(table, "tblgrid")).map((column) =>
    Number(attributeOf(column, "w") ?? 0),
  );
  const borders = [0];
  for (const width of widths) borders.push(borders.at(-1)! + (width > SLIVER ? 1 : 0));
  const isTold = widths.every((width) => width > 0) && borders.at(-1)! > 1;
  const last = borders.length - 1;
  if (!isTold) return (border) => border;
  return (border) => borders[Math.min(border, last)]! + Math.max(0, border - last);
}

/** Elements of a name in a table or row, also those that a content control or a change wraps. */
function inside(parent: Element, name: string): Element[] {
  return elementsIn(parent).flatMap((child) => {
    if (child.name === name) return [child];
    return /^(?:sdt|sdtcontent|ins|moveto|customxml|smarttag|sect|sub-section)$/u.test(child.name)
      ? inside(child, name)
      : [];
  });
}

function toCell(element: Element, numbering: Numbering): OpenCell {
  const writer = makeWriter((line) => line.trim());
  write(element, writer, numbering);
  const columns = numberIn(childOf(childOf(element, "tcpr"), "gridspan"), 1);
  return { columns, rows: 1, content: writer.end() };
}

function numberIn(element: Element | undefined, otherwise: number): number {
  const number = Number(attributeOf(element, "val") ?? otherwise);
  return Number.isInteger(number) && number >= 0 ? number : otherwise;
}
