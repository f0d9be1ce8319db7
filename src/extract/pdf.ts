import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Extract, Row, Table } from "../model/table.ts";
import { joinWords } from "../model/words.ts";
import type { Box, Matrix } from "./pdf/geometry.ts";
import { commonTurn } from "./pdf/lines.ts";
import { readMarks, type FontShape, type Marks, type Operators } from "./pdf/marks.ts";
import { pageRows, type PageRows } from "./pdf/page.ts";
import { goesOn, type RowText } from "./pdf/rows.ts";
import type { Habits } from "./pdf/stream.ts";
import { laidOutToTables } from "./text.ts";
import type { Unreadable } from "./unreadable.ts";

/** Where pdf.js finds its files, as URLs (in Node: paths) that end in a slash. */
export interface PdfFiles {
  /** Adobe's character maps: without them, Chinese in fonts that are not embedded has no text. */
  readonly cMapUrl?: string;
  readonly standardFontDataUrl?: string;
  /** The script of the worker, for browsers; Node finds it beside pdf.js. */
  readonly workerSrc?: string;
}

/** The signature may stand behind other bytes, as far as Acrobat looks for it. */
const SIGNATURE = "%PDF-";
const SIGNATURE_WITHIN = 1024;

/** Whether bytes begin as a PDF does. */
export function isPdf(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, SIGNATURE_WITHIN);
  if (!start.includes(SIGNATURE.charCodeAt(0))) return false;
  const head = latin1(start);
  const at = head.indexOf(SIGNATURE);
  // Text may tell of PDFs; before a real one stand no words, or a byte order mark.
  return at >= 0 && !/[A-Za-z]{2}/u.test(head.slice(0, at));
}

/** Where the address of a PDF's table of contents stands, whatever a server adds behind it. */
const ADDRESS = "startxref";
const ADDRESS_WITHIN = 2 ** 16;
/** pdf.js searches all of a file that is cut off; what was never filled takes it thirty times as much memory. */
const MOST_SEARCHED = 8 * 2 ** 20;

/** Whether the end of a PDF is missing, of one too long to be searched for what is left. */
function isCutOff(bytes: Uint8Array): boolean {
  if (bytes.length <= MOST_SEARCHED) return false;
  return !latin1(bytes.subarray(-ADDRESS_WITHIN)).includes(ADDRESS);
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

/** Longer documents are no disclosures, and take minutes. */
const MOST_PAGES = 2000;

const REASONS = {
  password: "PDF 文件设有打开密码，请先解除（the PDF is encrypted: remove its password first）",
  damaged: "PDF 文件已损坏，无法打开（the PDF is damaged and cannot be opened）",
  empty: "PDF 文件没有页面（the PDF has no pages）",
  scan: "PDF 是扫描件，没有文字层，请先做文字识别（OCR）（the PDF is a scan without text: it needs OCR first）",
  long: `PDF 超过 ${MOST_PAGES} 页，请先拆分（the PDF has more than ${MOST_PAGES} pages: split it first）`,
} as const;

/**
 * Reads a PDF: page by page, each row of a table as a line of cells between tabs, other text line
 * by line.
 *
 * Never throws: a PDF that is encrypted, damaged, a scan or far too long yields the reason.
 */
export async function extractPdf(
  bytes: Uint8Array,
  { workerSrc, ...files }: PdfFiles = {},
): Promise<Extract | Unreadable> {
  if (isCutOff(bytes)) return { format: "pdf", reason: REASONS.damaged };
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  if (workerSrc) pdfjs.GlobalWorkerOptions.workerSrc = workerSrc;
  const task = pdfjs.getDocument({
    // pdf.js takes the bytes over; the caller keeps its own.
    data: new Uint8Array(bytes),
    ...files,
    // We draw nothing: fonts need not be loaded, and images need not be decoded.
    disableFontFace: true,
    maxImageSize: 1,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const reason = whyUnread(document);
    if (reason) return { format: "pdf", reason };
    return await readPages(document, pdfjs.OPS);
  } catch (error) {
    const isLocked = (error as Error).name === "PasswordException";
    return { format: "pdf", reason: isLocked ? REASONS.password : REASONS.damaged };
  } finally {
    await task.destroy();
  }
}

function whyUnread({ numPages }: PDFDocumentProxy): string | undefined {
  if (numPages === 0) return REASONS.empty;
  return numPages > MOST_PAGES ? REASONS.long : undefined;
}

type Ops = Parameters<typeof readMarks>[1];

async function readPages(document: PDFDocumentProxy, ops: Ops): Promise<Extract | Unreadable> {
  const pages: (readonly RowText[])[] = [];
  const broken: number[] = [];
  let habits: Habits = {};
  for (let number = 1; number <= document.numPages; number++) {
    const read = await tryPage(document, number, ops, habits);
    if (!read) broken.push(number);
    pages.push(read?.rows ?? []);
    habits = read?.habits ?? habits;
  }
  const text = pages.map(toText).join("\f");
  if (text.trim() === "") {
    return { format: "pdf", reason: broken.length > 0 ? REASONS.damaged : REASONS.scan };
  }
  const filled = pages.map((rows) => rows.filter((row) => row.length > 0));
  const cut = filled.map((rows, index) => cutRowOf(filled[index - 1] ?? [], rows));
  const tables = joinCutRows(laidOutToTables(text), cut);
  return { format: "pdf", text, tables, ...(broken.length > 0 && brokenNote(broken)) };
}

/** A page that is damaged costs the others nothing: undefined. */
async function tryPage(
  document: PDFDocumentProxy,
  number: number,
  ops: Ops,
  habits: Habits,
): Promise<PageRows | undefined> {
  try {
    const page = await document.getPage(number);
    const read = await readPage(page, ops, habits);
    page.cleanup();
    return read;
  } catch {
    return undefined;
  }
}

function brokenNote(pages: readonly number[]): Pick<Extract, "note" | "isPartial"> {
  const list = pages.join("、");
  const note = `第 ${list} 页损坏，没有读取（page ${pages.join(", ")} of the PDF is damaged and was not read）`;
  return { note, isPartial: true };
}

async function readPage(page: PDFPageProxy, ops: Ops, habits: Habits): Promise<PageRows> {
  const operators = (await page.getOperatorList()) as Operators;
  const marks = marksOf(page, operators, ops, 0);
  // A table printed along the long side of an upright page is read with the page turned.
  const turn = commonTurn(marks.glyphs);
  const { width, height } = viewOf(page, turn);
  const box = { left: 0, top: 0, right: width, bottom: height };
  return pageRows(turn === 0 ? marks : marksOf(page, operators, ops, turn), box, habits);
}

function marksOf(page: PDFPageProxy, operators: Operators, ops: Ops, turn: number): Marks {
  const { transform, width, height } = viewOf(page, turn);
  const box: Box = { left: 0, top: 0, right: width, bottom: height };
  const fontOf = (name: string): FontShape =>
    page.commonObjs.has(name) ? (page.commonObjs.get(name) as FontShape) : {};
  return readMarks(operators, ops, fontOf, transform as unknown as Matrix, box);
}

function viewOf(page: PDFPageProxy, turn: number) {
  return page.getViewport({ scale: 1, rotation: page.rotate - 90 * turn });
}

/** Index of the row that goes on from the page before, below the header that a page repeats. */
function cutRowOf(before: readonly RowText[], rows: readonly RowText[]): number {
  const printed = new Set(before.map(lineOf));
  const index = rows.findIndex((row) => !printed.has(lineOf(row)));
  const [tail, head] = [before.at(-1), rows[index]];
  return tail !== undefined && head !== undefined && goesOn(tail, head) ? index : -1;
}

/** Tables in which a row that a page break cuts is one, on the page where it begins. */
function joinCutRows(tables: readonly Table[], cut: readonly number[]): Table[] {
  const joined: { page: number; rows: Row[] }[] = [];
  for (const [index, { page, rows }] of tables.entries()) {
    const before = joined.findLast((table) => table.rows.length > 0)?.rows;
    const [tail, head] = [before?.at(-1), rows[cut[index]!]];
    if (!before || !tail || !head || tail.cells.length !== head.cells.length) {
      joined.push({ page, rows: [...rows] });
      continue;
    }
    const cells = tail.cells.map((cell, column) => joinWords([cell, head.cells[column]!]));
    before.splice(-1, 1, { ...tail, cells });
    joined.push({ page, rows: rows.filter((row) => row !== head) });
  }
  return joined;
}

function toText(rows: readonly RowText[]): string {
  return rows.map(lineOf).join("\n");
}

function lineOf(row: RowText): string {
  return row.map(({ text }) => clean(text)).join("\t");
}

/** Words without the signs that cut text into cells, lines and pages. */
function clean(words: string): string {
  return words.replaceAll(/\s+/gu, " ").trim();
}
