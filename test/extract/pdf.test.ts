import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PDF_FILES } from "../../scripts/pdf-files.ts";
import { extractPdf } from "../../src/extract/pdf.ts";
import { foldGlyph } from "../../src/extract/pdf/fold.ts";
import { filledGrid, makePdf, strokedGrid, turnedWords, words, type PdfPage } from "./pdf-file.ts";

async function read(...pages: readonly (PdfPage | string)[]) {
  const made = pages.map((page) => (typeof page === "string" ? { content: page } : page));
  const read = await extractPdf(makePdf(made), PDF_FILES);
  if (!("text" in read)) throw new Error(read.reason);
  return read;
}

const XS = [50, 150, 250, 350];
const YS = [640, 660, 680, 700];
const HEADER = words(60, 686, "三级指标") + words(160, 686, "指标值") + words(260, 686, "完成值");
const ROW = words(60, 666, "培训人数") + words(160, 666, "≥90%") + words(260, 666, "95%");
const LAST = words(60, 646, "出勤率") + words(260, 646, "88.5%");

describe("a table between rules", () => {
  const expected = "三级指标\t指标值\t完成值\n培训人数\t≥90%\t95%\n出勤率\t\t88.5%";
  it.each<[why: string, content: string, text: string]>([
    ["stroked lines", strokedGrid(XS, YS) + HEADER + ROW + LAST, expected],
    ["thin rectangles", filledGrid(XS, YS) + HEADER + ROW + LAST, expected],
    [
      "rules between its rows alone",
      YS.map((y) => `50 ${y} m 350 ${y} l S\n`).join("") + HEADER + ROW + LAST,
      expected,
    ],
    [
      "rules between its rows and a frame",
      strokedGrid([50, 350], YS) + HEADER + ROW + LAST,
      expected,
    ],
    [
      "no lines at its sides",
      strokedGrid([150, 250], YS) +
        YS.map((y) => `50 ${y} m 350 ${y} l S\n`).join("") +
        HEADER +
        ROW +
        LAST,
      expected,
    ],
    [
      "a cell merged over rows, its text in the middle of them",
      "50 640 m 50 700 l S 350 640 m 350 700 l S 150 640 m 150 700 l S\n" +
        "50 640 m 350 640 l S 50 700 m 350 700 l S 150 670 m 350 670 l S\n" +
        words(60, 666, "产出指标") +
        words(160, 680, "培训人数") +
        words(160, 650, "出勤率"),
      "产出指标\t培训人数\n\t出勤率",
    ],
    [
      "a cell merged over columns",
      strokedGrid([50, 350], [660, 680, 700]) +
        "150 660 m 150 680 l S 250 660 m 250 680 l S\n" +
        words(60, 686, "绩效指标") +
        ROW,
      "绩效指标\t\t\n培训人数\t≥90%\t95%",
    ],
    [
      "words that wrap: joined in Chinese, spaced in Latin, numbers whole",
      strokedGrid([50, 100, 150, 200], [640, 700]) +
        words(60, 680, "培训人") +
        words(60, 660, "数") +
        words(105, 680, "Open") +
        words(105, 660, "data") +
        words(155, 680, "1,234,56") +
        words(155, 660, "7.00"),
      "培训人数\tOpen data\t1,234,567.00",
    ],
    [
      "lines of text around it, in reading order",
      words(60, 720, "绩效目标表") +
        strokedGrid(XS, YS) +
        HEADER +
        ROW +
        LAST +
        words(60, 600, "注"),
      `绩效目标表\n${expected}\n注`,
    ],
    [
      "an underline in it, and a drawing of one rule beside it",
      strokedGrid(XS, YS) + "60 664 m 100 664 l S 400 600 m 500 600 l S\n" + HEADER + ROW + LAST,
      expected,
    ],
  ])("is read with %s", async (_, content, text) => {
    expect((await read(content)).text).toBe(text);
  });
});

describe("a table without rules", () => {
  it.each<[why: string, content: string, text: string]>([
    [
      "columns told by the gaps of its lines",
      HEADER + ROW + LAST,
      "三级指标\t指标值\t完成值\n培训人数\t≥90%\t95%\n出勤率\t\t88.5%",
    ],
    [
      "rows told by wider gaps than between the lines of a cell",
      words(60, 700, "通过因公出国项目加强对外交流") +
        words(60, 687, "扎实推进") +
        words(220, 693.5, "60.00") +
        words(60, 667, "通过做好证照办理提高知名度服") +
        words(60, 654, "务发展") +
        words(220, 660.5, "5.90"),
      "通过因公出国项目加强对外交流扎实推进\t60.00\n通过做好证照办理提高知名度服务发展\t5.90",
    ],
  ])("is read with %s", async (_, content, text) => {
    expect((await read(content)).text).toBe(text);
  });

  it("leaves a title whose characters stand apart whole", async () => {
    const title = [..."绩效目标表"]
      .map((sign, index) => words(60 + 30 * index, 700, sign))
      .join("");
    expect((await read(title)).text).toBe("绩 效 目 标 表");
  });
});

describe("what is drawn", () => {
  const GRID = strokedGrid(XS, YS) + HEADER + ROW + LAST;
  const expected = "三级指标\t指标值\t完成值\n培训人数\t≥90%\t95%\n出勤率\t\t88.5%";
  it.each<[why: string, page: PdfPage, text: string]>([
    ["invisible text", { content: `${GRID}3 Tr ${words(60, 600, "看不见")}` }, expected],
    [
      "clipped text",
      { content: `${GRID}q 300 500 100 100 re W n ${words(60, 600, "剪掉")} Q` },
      expected,
    ],
    ["text beyond the page", { content: GRID + words(60, -40, "页外") }, expected],
    [
      "a watermark aslant",
      { content: GRID + turnedWords("0.7 0.7 -0.7 0.7 80 640", "样本") },
      expected,
    ],
    ["the page number at its foot", { content: GRID + words(290, 20, "- 3 -") }, expected],
    [
      "characters drawn twice to look bold",
      { content: GRID + words(60.3, 666, "培训人数") },
      expected,
    ],
  ])("does not count %s", async (_, page, text) => {
    expect((await read(page)).text).toBe(text);
  });

  it.each([90, 180, 270])("is read upright on a page turned by %i degrees", async (rotate) => {
    const turned = { 90: "0 1 -1 0 750 0", 180: "-1 0 0 -1 600 800", 270: "0 -1 1 0 -600 400" }[
      rotate
    ];
    // The content is drawn so that the turned page shows it upright.
    expect((await read({ content: `${turned} cm ${GRID}`, rotate })).text).toBe(expected);
  });

  it("is read along the long side of a page that is not turned", async () => {
    expect((await read(`0 1 -1 0 750 0 cm ${GRID}`)).text).toBe(expected);
  });

  it("says what one searches for where the font says a radical", async () => {
    expect((await read(words(60, 700, "部⻔、⻋辆、⽤户"))).text).toBe("部门、车辆、用户");
  });
});

describe("a glyph", () => {
  it.each<[why: string, glyph: string, text: string]>([
    ["a radical that NFKC knows", "⽤", "用"],
    ["one that NFKC takes to another country's form", "⼾", "户"],
    ["those that NFKC leaves", "⻔⻋⻓⻅⺠⻰", "门车长见民龙"],
    ["a compatibility ideograph", "金", "金"],
    ["a ligature", "ﬁ", "fi"],
    ["wide punctuation as printed", "（％）", "（％）"],
    ["a unit as printed", "㎡", "㎡"],
    ["a space of any width", "　", " "],
    ["a control character as nothing", "", ""],
  ])("is folded: %s", (_, glyph, text) => {
    expect(foldGlyph(glyph)).toBe(text);
  });
});

describe("pages", () => {
  const row = (y: number, ...cells: string[]) =>
    cells.map((cell, index) => words(55 + 100 * index, y, cell)).join("");

  it("are tables of their own, also those without words", async () => {
    const { text, tables } = await read(words(60, 700, "一"), "", words(60, 700, "三"));
    expect(text).toBe("一\f\f三");
    expect(tables.map(({ page, rows }) => [page, rows.length])).toEqual([
      [1, 1],
      [2, 0],
      [3, 1],
    ]);
  });

  const header = (y: number) => row(y, "名称", "目标");
  const first =
    strokedGrid([50, 150, 250], [50, 70, 90]) +
    header(76) +
    row(56, "驻镇帮镇扶村经费", "按时足额拨付资金和");
  const rest = row(736, "", "使用") + row(716, "培训", "按时完成");
  const whole = ["驻镇帮镇扶村经费", "按时足额拨付资金和使用"];

  it.each<[why: string, second: string, rows: string[][]]>([
    [
      "its words where they stand",
      strokedGrid([50, 150, 250], [710, 730, 750]) + rest,
      [["培训", "按时完成"]],
    ],
    [
      "below a header that is printed again",
      strokedGrid([50, 150, 250], [710, 730, 750, 770]) + header(756) + rest,
      [
        ["名称", "目标"],
        ["培训", "按时完成"],
      ],
    ],
  ])("share a row that the break between them cuts: %s", async (_, second, rows) => {
    const { text, tables } = await read(first, second);
    const cells = tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
    expect(
      tables.map((table) => table.rows.map((row) => row.cells.map((cell) => cell.text))),
    ).toEqual([[["名称", "目标"], whole], rows]);
    for (const cell of cells)
      for (const { at, start, length } of cell.pieces)
        expect(text.slice(start, start + length)).toBe(cell.text.slice(at, at + length));
  });
});

const ENCRYPTED = join(import.meta.dirname, "../fixtures/pdf/bad/encrypted.pdf");

describe("a PDF that cannot be read", () => {
  it.each<[why: string, bytes: Uint8Array, reason: RegExp]>([
    ["encrypted", readFileSync(ENCRYPTED), /密码.*encrypted/],
    ["a scan", makePdf([{ content: "0 0 600 800 re f" }]), /扫描件.*OCR/],
    ["no pages", makePdf([]), /没有页面|damaged/],
    ["nothing behind the first bytes", new TextEncoder().encode("%PDF-1.7\n"), /damaged/],
    [
      "more pages than any disclosure",
      makePdf(Array.from({ length: 2001 }, () => ({ content: "" }))),
      /2000/,
    ],
  ])("says why: %s", async (_, bytes, reason) => {
    expect(await extractPdf(bytes, PDF_FILES)).toMatchObject({
      format: "pdf",
      reason: expect.stringMatching(reason) as string,
    });
  });
});

it("reads the pages beside one that is damaged, and says which that is", async () => {
  const pages = ["第一页", "第二页"].map((text) => ({ content: words(50, 700, text) }));
  const file = new TextDecoder("latin1").decode(makePdf(pages));
  const bytes = Uint8Array.from(file.replace("7 0 R", "77 0 R"), (sign) => sign.charCodeAt(0));
  expect(await extractPdf(bytes, PDF_FILES)).toMatchObject({
    text: "第一页\f",
    note: expect.stringContaining("第 2 页损坏") as string,
    isPartial: true,
  });
});
