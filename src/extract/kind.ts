import { openZip } from "./zip.ts";

/** How a file is read; a kind of its own for each way. */
export type Kind =
  | "workbook"
  | "word"
  | "archive"
  | "ole2"
  | "rtf"
  | "mhtml"
  | "html"
  | "spreadsheet-xml"
  | "word-xml"
  | "text";

/** A web page with all that belongs to it in one file, as Word and Excel save it. */
const MHTML = /^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*content-type:\s*multipart\/related/iu;
/** How far into a file its kind shows. */
const HEAD = 4096;
const HTML =
  /<(?:!doctype\s+html|html|head|body|table|meta)[\s>]|^\s*(?:<[?!][^>]*>\s*)*<(?:div|p|center|span|font|section|article|h[1-6]|ul|ol)[\s>]/iu;

/** Tells how to read a file from its first bytes. Its name says nothing: an .xls may be a web page. */
export function kindOf(bytes: Uint8Array): Kind {
  const start = String.fromCharCode(...bytes.subarray(0, 5));
  if (/^PK(?:\u0003\u0004|\u0005\u0006)/u.test(start)) return zipKindOf(bytes);
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) return "ole2";
  if (start === "{\\rtf") return "rtf";
  const head = headOf(bytes);
  if (MHTML.test(head)) return "mhtml";
  if (!head.includes("<")) return "text";
  if (
    head.includes("urn:schemas-microsoft-com:office:spreadsheet") &&
    /<(?:\w+:)?Workbook/u.test(head)
  ) {
    return "spreadsheet-xml";
  }
  if (/<(?:w:wordDocument|pkg:package)\b/u.test(head)) return "word-xml";
  return HTML.test(head) ? "html" : "text";
}

/** Whether decoded text holds a table of HTML somewhere. */
export function hasHtmlTable(text: string): boolean {
  return /<table[\s>]/iu.test(text) && /<\/tr\s*>/iu.test(text);
}

/** The kind of an archive by its parts. Refuses one that is cut off. */
function zipKindOf(bytes: Uint8Array): Kind {
  const { names } = openZip(bytes);
  if (names.some((name) => /^xl\//iu.test(name))) return "workbook";
  return names.some((name) => /^word\//iu.test(name)) ? "word" : "archive";
}

function headOf(bytes: Uint8Array): string {
  const isWide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = isWide ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "latin1";
  return new TextDecoder(encoding).decode(bytes.subarray(0, HEAD)).replace(/^\ufeff|^ï»¿/u, "");
}
