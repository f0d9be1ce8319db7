import { CFB } from "@e965/xlsx";
import type { Extract } from "../model/table.ts";
import { workbookToExtract } from "./xlsx.ts";
import { DAMAGED, Refusal } from "./unreadable.ts";

const LOCKED = "文件有密码，请先解除密码（protected by a password: remove it first）";
const LEGACY_WORD =
  "旧版 Word 文件（.doc）无法读取，请另存为 DOCX 或 PDF（a legacy Word file: save it as DOCX or PDF）";
const OTHER =
  "不是 Excel 工作簿，请另存为 XLSX、DOCX 或 PDF（an Office file, but no workbook: save it as XLSX, DOCX or PDF）";

/** Reads the workbook in an OLE2 container, the file of Office before 2007. Refuses what is none. */
export function ole2ToExtract(bytes: Uint8Array): Extract {
  const names = streamsIn(bytes);
  const has = (name: string) => names.some((path) => path.toLowerCase().endsWith(`/${name}`));
  if (has("encryptedpackage")) throw new Refusal(LOCKED);
  if (has("workbook") || has("book")) return workbookToExtract(bytes);
  if (has("worddocument")) throw new Refusal(LEGACY_WORD, { format: "docx" });
  throw new Refusal(OTHER);
}

function streamsIn(bytes: Uint8Array): readonly string[] {
  try {
    const { read } = CFB as {
      read(bytes: Uint8Array, options: object): { readonly FullPaths: readonly string[] };
    };
    return read(bytes, { type: "array" }).FullPaths;
  } catch (error) {
    throw new Refusal(DAMAGED, { cause: error });
  }
}
