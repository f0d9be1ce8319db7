import { CFB, read, SSF, type CellObject, type Range, type WorkSheet } from "@e965/xlsx";
import type { Extract } from "../model/table.ts";
import { decodePage } from "./decode.ts";
import { MOST_CELLS, layOut, joinLines, type Block, type Grid } from "./grid.ts";
import { displayed } from "./number.ts";
import { DAMAGED, Refusal, TOO_LARGE } from "./unreadable.ts";
import type { Zip } from "./zip.ts";

/** Parts of a workbook that hold no cells: pictures, macros, copies of other workbooks. */
const NO_CELLS =
  /(?:^|\/)(?:media|embeddings|printerSettings|pivotCache|pivotTables|externalLinks|customXml)\/|vbaProject/iu;
const PART = /\.(?:xml|rels|bin)$/iu;
const SHEET = /\/worksheets\/[^/]*\.xml$/iu;
/** A sheet of this size is mostly cells and rows that have a format and no words. */
const LARGE_SHEET = 4 * 2 ** 20;
const BLANK_CELL = /<(?:\w+:)?c\b[^<>]*(?:\/>|>\s*<\/(?:\w+:)?c>)/gu;
const BLANK_ROW = /<(?:\w+:)?row\b[^<>]*(?:\/>|>\s*<\/(?:\w+:)?row>)/gu;
/** SheetJS takes some 5 µs a cell. */
const MOST_VALUES = 600_000;
/** A workbook that is not packed: at this size it holds pictures, or more cells than that. */
const MOST_BYTES = 32 * 2 ** 20;

const LOCKED = "工作簿有密码，请先解除密码（the workbook has a password: remove it first）";

/** The part of SheetJS's archive writer that we use; its own types leave it out. */
interface Archive {
  readonly utils: {
    cfb_new(): object;
    cfb_add(archive: object, name: string, content: Uint8Array, options: object): void;
  };
  write(archive: object, options: object): Uint8Array;
}

/**
 * Reads a workbook from its ZIP archive (XLSX, XLSM, XLSB), a page for each sheet.
 *
 * SheetJS gets the archive anew, unpacked: it would inflate whatever a file claims to be.
 */
export async function xlsxToExtract(zip: Zip): Promise<Extract> {
  const parts = await zip.read((name) => PART.test(name) && !NO_CELLS.test(name));
  const { utils, write } = CFB as Archive;
  const archive = utils.cfb_new();
  const sheets = [...parts].filter(([name]) => SHEET.test(name));
  if (sheets.reduce((sum, [, sheet]) => sum + countValues(sheet), 0) > MOST_VALUES) {
    throw new Refusal(TOO_LARGE);
  }
  for (const [name, part] of parts) {
    const isLarge = SHEET.test(name) && part.length > LARGE_SHEET;
    utils.cfb_add(archive, name, isLarge ? withoutBlanks(part) : part, { unsafe: true });
  }
  return readWorkbook(write(archive, { fileType: "zip", type: "array", compression: false }));
}

/** How many cells of a sheet hold something, by its tags `v` and `is`. */
function countValues(sheet: Uint8Array): number {
  const [less, colon, more, i, s, v] = [..."<:>isv"].map((sign) => sign.charCodeAt(0));
  let count = 0;
  for (let at = sheet.indexOf(more!); at >= 0; at = sheet.indexOf(more!, at + 1)) {
    const start = sheet[at - 1] === v ? at - 2 : at - 3;
    const isTag = sheet[at - 1] === v || (sheet[at - 1] === s && sheet[at - 2] === i);
    if (isTag && (sheet[start] === less || sheet[start] === colon)) count++;
  }
  return count;
}

function withoutBlanks(sheet: Uint8Array): Uint8Array {
  const text = decodePage(sheet).replace(BLANK_CELL, "").replace(BLANK_ROW, "");
  return new TextEncoder().encode(text);
}

/**
 * Reads a workbook (XLS in its OLE2 container, XML of Excel 2003 as text), a page for each sheet.
 *
 * Only what the workbook shows is read: not hidden sheets, rows and columns, nor what lies under
 * a merged cell. Numbers stand as they are shown, unless that would hide digits of them.
 */
export function workbookToExtract(content: Uint8Array | string): Extract {
  if (content.length > MOST_BYTES) throw new Refusal(TOO_LARGE);
  return readWorkbook(content);
}

function readWorkbook(content: Uint8Array | string): Extract {
  const { SheetNames, Sheets, Workbook } = open(content);
  const visible = SheetNames.filter((_, index) => !Workbook?.Sheets?.[index]?.Hidden);
  const sheets = visible.map((name) => Sheets[name]).filter((sheet) => sheet !== undefined);
  if (sheets.length === 0) throw new Refusal(DAMAGED);
  const pages = sheets.map((sheet): Block[] => [{ kind: "grid", rows: gridOf(sheet) }]);
  const extracted = layOut(
    "xlsx",
    pages.filter(([block]) => block?.kind === "grid" && block.rows.some(hasWords)),
  );
  const note = hiddenNote(SheetNames.length - visible.length, sheets);
  return note === undefined ? extracted : { ...extracted, note };
}

/** How much the workbook hides: it is left out, and that is said. */
function hiddenNote(sheets: number, shown: readonly WorkSheet[]): string | undefined {
  const count = (key: "!rows" | "!cols") =>
    shown.reduce((sum, sheet) => sum + (sheet[key] ?? []).filter((each) => each?.hidden).length, 0);
  const parts = [
    sheets > 0 && `${sheets} 张工作表`,
    count("!rows") > 0 && `${count("!rows")} 行`,
    count("!cols") > 0 && `${count("!cols")} 列`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? `文件中隐藏的 ${parts.join("、")}没有读取` : undefined;
}

function hasWords(row: readonly string[]): boolean {
  return row.some((cell) => cell !== "");
}

function open(content: Uint8Array | string) {
  try {
    return read(content, {
      type: typeof content === "string" ? "string" : "array",
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellNF: true,
      // Without it SheetJS does not tell which rows and columns are hidden.
      cellStyles: true,
      // What Excel shows in China for the date format that has no form of its own.
      dateNF: "yyyy/m/d",
    });
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/iu.test(error.message);
    throw new Refusal(isLocked ? LOCKED : DAMAGED, { cause: error });
  }
}

function gridOf(sheet: WorkSheet): Grid {
  const data: readonly (CellObject[] | undefined)[] = sheet["!data"] ?? [];
  const rows: string[][] = [];
  let size = 0;
  for (const cells of data) {
    size += cells?.length ?? 0;
    if (size > 2 * MOST_CELLS) throw new Refusal(TOO_LARGE);
    rows.push(Array.from(cells ?? [], (cell) => (cell ? textOf(cell) : "")));
  }
  const isRowShown = (row: number) => sheet["!rows"]?.[row]?.hidden !== true;
  const isColumnShown = (column: number) => sheet["!cols"]?.[column]?.hidden !== true;
  for (const merge of sheet["!merges"] ?? []) moveToShown(rows, merge, isRowShown, isColumnShown);
  return rows
    .filter((_, row) => isRowShown(row))
    .map((cells) => cells.filter((_, column) => isColumnShown(column)));
}

/**
 * Leaves a merged cell's words in the first cell of it that is shown, and none in the others:
 * a workbook keeps what stood there before.
 */
function moveToShown(
  rows: string[][],
  { s: start, e: end }: Range,
  isRowShown: (row: number) => boolean,
  isColumnShown: (column: number) => boolean,
): void {
  const last = Math.min(end.r, rows.length - 1);
  const text = rows[start.r]?.[start.c] ?? "";
  for (const cells of rows.slice(start.r, last + 1)) {
    cells.fill("", start.c, Math.min(end.c + 1, cells.length));
  }
  const row = firstOf(start.r, last, isRowShown);
  const column = firstOf(start.c, end.c, isColumnShown);
  if (text === "" || row === undefined || column === undefined) return;
  const cells = rows[row]!;
  while (cells.length <= column) cells.push("");
  cells[column] = text;
}

function firstOf(from: number, to: number, test: (n: number) => boolean): number | undefined {
  for (let n = from; n <= to; n++) if (test(n)) return n;
  return undefined;
}

function textOf(cell: CellObject): string {
  if (cell.t === "n") {
    const format = String(cell.z ?? "General");
    const { is_date: isDate } = SSF as { is_date(format: string): boolean };
    return displayed(cell.v as number, cell.w, isDate(format) ? "date" : format);
  }
  const text = cell.t === "s" ? String(cell.v ?? "") : (cell.w ?? String(cell.v ?? ""));
  return joinLines(text.split(/[\r\n]+/u));
}
