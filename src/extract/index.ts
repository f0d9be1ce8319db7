import type { Extract, Format } from "../model/table.ts";
import { csvToExtract, delimiterOf } from "./csv.ts";
import { decode, decodePage } from "./decode.ts";
import { hasHtmlTable, kindOf, type Kind } from "./kind.ts";
import { extractPdf, isPdf, type PdfFiles } from "./pdf.ts";
import { textToTables } from "./text.ts";
import { Refusal, TOO_LARGE, type Unreadable } from "./unreadable.ts";
import { openZip } from "./zip.ts";

export { decode } from "./decode.ts";
export type { Unreadable } from "./unreadable.ts";

/** What the readers of some kinds need from whoever calls them. */
export interface ExtractOptions {
  readonly pdf?: PdfFiles;
}

const REASONS = {
  binary: "不是文本文件，请先转换成文本（not text: convert it to text first）",
  empty: "文件是空的（the file is empty）",
  archive:
    "压缩包里没有工作簿（XLSX）或 Word 文件（DOCX），请先解压或另存（no workbook and no Word file is in the archive: unpack it, or save as XLSX or DOCX）",
  rtf: "RTF 文件无法读取，请另存为 DOCX 或 PDF（RTF is not read: save it as DOCX or PDF）",
} as const;

/** No table of targets is as large: such a file holds scans, or is no document. */
const MOST_BYTES = 200 * 2 ** 20;

/** What each way of reading is called in the published tables. */
const FORMATS: Readonly<Record<Kind, Format>> = {
  workbook: "xlsx",
  word: "docx",
  archive: "xlsx",
  ole2: "xlsx",
  rtf: "docx",
  mhtml: "html",
  html: "html",
  "spreadsheet-xml": "xlsx",
  "word-xml": "docx",
  text: "txt",
};

/**
 * Reads a file's bytes into text and tables, telling the kind by its content.
 *
 * Never throws: a file that is empty, binary or of a kind that we do not read yields the reason.
 */
export async function extract(
  bytes: Uint8Array,
  options: ExtractOptions = {},
): Promise<Extract | Unreadable> {
  if (isPdf(bytes)) return extractPdf(bytes, options.pdf);
  // Until more is known: only an archive that is cut off hides its kind.
  let format: Format = "xlsx";
  try {
    const kind = kindOf(bytes);
    format = FORMATS[kind];
    return await readAs(kind, bytes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { format: error.format ?? format, reason: error.message };
  }
}

/** The readers are loaded when the first file of their kind comes. */
async function readAs(kind: Kind, bytes: Uint8Array): Promise<Extract> {
  if (bytes.length > MOST_BYTES) throw new Refusal(TOO_LARGE);
  switch (kind) {
    case "workbook":
      return (await import("./xlsx.ts")).xlsxToExtract(openZip(bytes));
    case "word":
      return (await import("./docx.ts")).docxToExtract(openZip(bytes));
    case "archive":
      throw new Refusal(REASONS.archive);
    case "ole2":
      return (await import("./ole2.ts")).ole2ToExtract(bytes);
    case "rtf":
      throw new Refusal(REASONS.rtf);
    case "mhtml":
      return (await import("./mhtml.ts")).mhtmlToExtract(bytes);
    case "html":
      return (await import("./html.ts")).htmlToExtract(decodePage(bytes));
    case "spreadsheet-xml":
      return (await import("./xlsx.ts")).workbookToExtract(decodePage(bytes));
    case "word-xml":
      return (await import("./docx.ts")).wordXmlToExtract(decodePage(bytes));
    case "text":
      return readText(bytes);
  }
}

async function readText(bytes: Uint8Array): Promise<Extract> {
  const text = decode(bytes);
  if (text === undefined) throw new Refusal(REASONS.binary);
  if (text.trim() === "") throw new Refusal(REASONS.empty);
  if (hasHtmlTable(text)) return (await import("./html.ts")).htmlToExtract(text);
  const delimiter = delimiterOf(text);
  if (delimiter) return csvToExtract(text, delimiter);
  return { format: "txt", text, tables: textToTables(text) };
}
