import type { Extract, Format } from "../model/table.ts";
import { extractPdf, isPdf, type PdfFiles } from "./pdf.ts";
import { textToTables } from "./text.ts";
import type { Unreadable } from "./unreadable.ts";

export type { Unreadable } from "./unreadable.ts";

/** What the readers of some kinds need from whoever calls them. */
export interface ExtractOptions {
  readonly pdf?: PdfFiles;
}

/** How the kinds that we know by their first bytes begin, and what stands in the way of each. */
const SIGNATURES: readonly { bytes: readonly number[]; format: Format; name: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], format: "xlsx", name: "XLSX / DOCX" },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], format: "xlsx", name: "XLS / DOC" },
];

const BINARY_REASON = "不是文本文件，请先转换成文本（not text: convert it to text first）";

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
  const known = SIGNATURES.find(({ bytes: begin }) => begin.every((byte, i) => bytes[i] === byte));
  if (known) {
    return {
      format: known.format,
      reason: `暂不支持 ${known.name} 文件，请先转换成文本（${known.name} is not supported yet: convert it to text first）`,
    };
  }
  const text = decode(bytes);
  if (text === undefined) return { format: "txt", reason: BINARY_REASON };
  if (text.trim() === "") return { format: "txt", reason: "文件是空的（the file is empty）" };
  return { format: "txt", text, tables: textToTables(text) };
}

/**
 * Decodes text in UTF-8, UTF-16 (with a byte order mark) or GB18030, the encodings that Chinese
 * governments publish in. Undefined where the bytes are no text.
 */
export function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return tryDecode("utf-16le", bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return tryDecode("utf-16be", bytes);
  if (bytes.subarray(0, 4096).includes(0)) return undefined;
  const text = tryDecode("utf-8", bytes) ?? tryDecode("gb18030", bytes);
  return text !== undefined && isText(text) ? text : undefined;
}

function tryDecode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // `fatal` makes bytes that are not of this encoding throw: the answer is “not this one”.
    return undefined;
  }
}

/** Whether a decoded text holds next to no control characters. */
function isText(text: string): boolean {
  const sample = text.slice(0, 4096);
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001f\u007f\ufffd]/gu)?.length ?? 0;
  return controls <= sample.length / 100;
}
