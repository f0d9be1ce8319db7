import { CFB, utils, write, type WorkSheet } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { extract } from "../../src/extract/index.ts";
import { displayed } from "../../src/extract/number.ts";
import { archive, utf8 } from "./archive.ts";

/** A cell as SheetJS writes it: a value, and how it is formatted. */
type Value = string | number | boolean | Date | { v: number; z: string } | undefined;

function sheetOf(rows: readonly (readonly Value[])[], more: Partial<WorkSheet> = {}): WorkSheet {
  const sheet = utils.aoa_to_sheet(
    rows.map((row) => row.map((value) => (isFormatted(value) ? { t: "n", ...value } : value))),
  );
  return Object.assign(sheet, more);
}

function isFormatted(value: Value): value is { v: number; z: string } {
  return typeof value === "object" && "z" in value;
}

function bookOf(
  sheets: readonly WorkSheet[],
  bookType: "xlsx" | "biff8" | "xlsb" | "xlml" = "xlsx",
  hidden: readonly number[] = [],
): Uint8Array {
  const book = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(book, sheet);
  book.Workbook = {
    Sheets: sheets.map((_, index) => ({ Hidden: hidden.includes(index) ? 1 : 0 })),
  };
  return new Uint8Array(write(book, { type: "array", bookType, compression: true }) as ArrayBuffer);
}

async function textOf(content: Uint8Array): Promise<string> {
  const found = await extract(content);
  return "text" in found ? found.text : `not read: ${found.reason}`;
}

const range = (ref: string) => utils.decode_range(ref);

describe("a workbook", () => {
  it.each<[why: string, sheet: WorkSheet, text: string]>([
    [
      "a title over all columns",
      sheetOf([["标题"], ["甲", "乙"]], { "!merges": [range("A1:B1")] }),
      "标题\t\n甲\t乙\n",
    ],
    [
      "a class merged over rows",
      sheetOf(
        [
          ["产出", "甲"],
          [undefined, "乙"],
        ],
        { "!merges": [range("A1:A2")] },
      ),
      "产出\t甲\n\t乙\n",
    ],
    [
      "nothing of what lies under a merged cell",
      sheetOf(
        [
          ["甲", "旧"],
          ["乙", "丙"],
        ],
        { "!merges": [range("A1:B1")] },
      ),
      "甲\t\n乙\t丙\n",
    ],
    [
      "a merged cell whose first row is hidden",
      sheetOf(
        [
          ["产出", "甲"],
          [undefined, "乙"],
        ],
        { "!merges": [range("A1:A2")], "!rows": [{ hidden: true }] },
      ),
      "产出\t乙\n",
    ],
    [
      "no hidden rows and columns",
      sheetOf(
        [
          ["甲", "乙", "丙"],
          ["a", "b", "c"],
        ],
        { "!rows": [{}, { hidden: true }], "!cols": [{}, { hidden: true }] },
      ),
      "甲\t丙\n",
    ],
    [
      "no blank rows and columns around and between columns",
      sheetOf([[], [undefined, "甲", undefined, "乙"], []]),
      "甲\t乙\n",
    ],
    ["blank rows as one blank line", sheetOf([["甲", "乙"], [], [], ["丙"]]), "甲\t乙\n\n丙\t\n"],
    [
      "lines of a cell as one, without a space between Chinese",
      sheetOf([["社会效益\n指标", "GDP\r\ngrowth"]]),
      "社会效益指标\tGDP growth\n",
    ],
    [
      "numbers as they are shown",
      sheetOf([
        [
          { v: 0.95, z: "0%" },
          { v: 1554.35, z: "#,##0.00" },
          { v: 12, z: '0"个"' },
        ],
      ]),
      "95%\t1,554.35\t12个\n",
    ],
    ["numbers that are text", sheetOf([["001", "≥95%"]]), "001\t≥95%\n"],
    [
      "dates",
      sheetOf([
        [
          { v: 45296, z: "m/d/yy" },
          { v: 45296, z: 'yyyy"年"m"月"d"日"' },
        ],
      ]),
      "2024/1/5\t2024年1月5日\n",
    ],
    ["truth values", sheetOf([[true]]), "TRUE\n"],
  ])("yields %s", async (_, sheet, text) => {
    expect(await textOf(bookOf([sheet]))).toBe(text);
  });

  it.each(["xlsx", "biff8", "xlsb", "xlml"] as const)("is read as %s", async (type) => {
    const sheet = sheetOf([["标题"], ["甲", { v: 0.5, z: "0%" }]], { "!merges": [range("A1:B1")] });
    expect(await textOf(bookOf([sheet], type))).toBe("标题\t\n甲\t50%\n");
  });

  it("has a page for each sheet that is shown and holds words", async () => {
    const sheets = [sheetOf([["甲"]]), sheetOf([["乙"]]), sheetOf([[]]), sheetOf([["丙"]])];
    const found = await extract(bookOf(sheets, "xlsx", [1]));
    expect(found).toMatchObject({ format: "xlsx", text: "甲\n\f丙\n" });
    expect(
      "tables" in found && found.tables.map(({ page, rows }) => [page, rows[0]!.number]),
    ).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it("knows where each cell stands", async () => {
    const found = await extract(bookOf([sheetOf([["甲"]]), sheetOf([["标题"], ["名称", "金额"]])]));
    if (!("tables" in found)) throw new Error(found.reason);
    const { pieces } = found.tables[1]!.rows[1]!.cells[1]!;
    expect(pieces).toEqual([{ at: 0, start: 10, length: 2, page: 2, row: 2, column: 2 }]);
    expect(found.text.slice(10, 12)).toBe("金额");
  });

  it("shows the values that its formulas had", async () => {
    const sheet = sheetOf([["合计"]]);
    sheet["B1"] = { t: "n", f: "1+1", v: 2 };
    sheet["!ref"] = "A1:B1";
    expect(await textOf(bookOf([sheet]))).toBe("合计\t2\n");
  });

  it("may be formatted to its last row", async () => {
    const blank = Array.from(
      { length: 120_000 },
      (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" s="0"/></row>`,
    );
    const first = '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>';
    expect(await textOf(workbook(first + blank.join("")))).toBe("甲\n");
  });
});

describe("a number is shown", () => {
  it.each<[why: string, value: number, shown: string, format: string, text: string]>([
    ["as it is formatted", 310.02, "310.02", "0.00", "310.02"],
    ["with the digits that the format hides", 310.0249, "310.02", "0.00", "310.0249"],
    [
      "with thousands marked where the format marks them",
      12345.678,
      "12,345.68",
      "#,##0.00",
      "12,345.678",
    ],
    ["as a share with its decimals", 0.955, "96%", "0%", "95.5%"],
    ["rounded where it is a quotient", 1 / 3, "33.33%", "0.00%", "33.33%"],
    ["rounded where it is a sum of fractions", 0.1 + 0.2, "0.30", "0.00", "0.30"],
    ["never in powers of ten", 4.4e17, "4.4E+17", "General", "440000000000000000"],
    ["in thousands where the format says so", 12345678, "12,346", "#,##0,", "12,346"],
    ["with the signs around it", 9.6, "10个", '0"个"', "9.6个"],
    ["negative in brackets", -9.66, "(9.7)", "0.0_);(0.0)", "(9.66)"],
    ["as the dash that stands for nothing", 0, "-", '0;-0;"-"', "-"],
    ["as a date", 45296, "2024/1/5", "date", "2024/1/5"],
  ])("%s: %j", (_, value, shown, format, text) => {
    expect(displayed(value, shown, format)).toBe(text);
  });
});

const WORKBOOK =
  '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="r"><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>';
const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${[
  ["workbook", "sheet.main"],
  ["worksheets/sheet1", "worksheet"],
]
  .map(
    ([part, type]) =>
      `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
  )
  .join("")}</Types>`;

/** A workbook whose only sheet holds the rows, as XML. */
function workbook(rows: string, declared?: number): Uint8Array {
  return archive([
    ["[Content_Types].xml", utf8(TYPES)],
    ["xl/workbook.xml", utf8(WORKBOOK)],
    [
      "xl/worksheets/sheet1.xml",
      utf8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
      declared,
    ],
  ]);
}

const cells = (count: number) =>
  Array.from({ length: count }, (_, i) => `<c r="${utils.encode_col(i)}1"><v>${i}</v></c>`).join(
    "",
  );

/** An OLE2 container with a stream of this name. */
function container(stream: string): Uint8Array {
  const { utils: archives, write: writeArchive } = CFB as {
    utils: { cfb_new(): object; cfb_add(archive: object, name: string, content: Uint8Array): void };
    write(archive: object, options: object): number[];
  };
  const streams = archives.cfb_new();
  archives.cfb_add(streams, stream, new Uint8Array(5000));
  return Uint8Array.from(writeArchive(streams, { type: "array" }));
}

describe("a file is refused with the reason", () => {
  it.each<[why: string, content: () => Uint8Array, reason: RegExp]>([
    ["a workbook that declares gigabytes", () => workbook("", 3e9), /200 MB/],
    [
      "a workbook that holds more than it declares",
      () => workbook(" ".repeat(201 * 2 ** 20), 100),
      /200 MB/,
    ],
    ["a sheet of 10,000 columns", () => workbook(`<row r="1">${cells(10_000)}</row>`), /内容太多/],
    [
      "a sheet of a million values",
      () => workbook("<row><c><v>1</v></c></row>".repeat(600_001)),
      /内容太多/,
    ],
    ["a workbook without words", () => workbook(""), /没有文字/],
    ["a workbook that is cut off", () => workbook(cells(50)).subarray(0, 400), /损坏/],
    ["an archive that is none", () => archive([["a.txt", utf8("甲")]]), /压缩包里没有工作簿/],
    ["an encrypted workbook", () => container("EncryptedPackage"), /密码/],
    ["a legacy Word file", () => container("WordDocument"), /旧版 Word/],
    ["another file of Office", () => container("Document"), /不是 Excel/],
    ["a container that is damaged", () => container("Workbook").fill(0x41, 8, 600), /损坏/],
  ])("%s", async (_, content, reason) => {
    expect(await extract(content())).toEqual({
      format: expect.any(String) as string,
      reason: expect.stringMatching(reason) as string,
    });
  });
});

it("says how much a workbook hides", async () => {
  const hiding = { "!rows": [{}, { hidden: true }], "!cols": [{}, { hidden: true }] };
  const sheets = [
    sheetOf(
      [
        ["甲", "乙"],
        ["a", "b"],
      ],
      hiding,
    ),
    sheetOf([["丙"]]),
  ];
  expect(await extract(bookOf(sheets, "xlsx", [1]))).toMatchObject({
    note: "文件中隐藏的 1 张工作表、1 行、1 列没有读取",
  });
  expect(await extract(bookOf([sheetOf([["甲"]])]))).not.toHaveProperty("note");
});
