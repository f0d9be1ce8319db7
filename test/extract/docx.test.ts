import { describe, expect, it } from "vitest";
import { extract } from "../../src/extract/index.ts";
import { archive, utf8 } from "./archive.ts";

const p = (text: string, properties = "") =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const tc = (content: string, properties = "") =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const tr = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
const tbl = (...rows: string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join("")}</w:tbl>`;
const cells = (...texts: string[]) => tr(...texts.map((text) => tc(p(text))));

function docx(body: string, more: readonly (readonly [string, string])[] = []): Uint8Array {
  const document = `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}<w:sectPr/></w:body></w:document>`;
  return archive(
    [["word/document.xml", document] as const, ...more].map(([name, xml]) => [name, utf8(xml)]),
  );
}

async function textOf(content: Uint8Array): Promise<string> {
  const found = await extract(content);
  return "text" in found ? found.text : `not read: ${found.reason}`;
}

const RESTART = '<w:vMerge w:val="restart"/>';
const GOES_ON = "<w:vMerge/>";
const DELETED = "<w:rPr><w:del/></w:rPr>";

describe("a Word file", () => {
  it.each<[why: string, body: string, text: string]>([
    ["paragraphs", p("甲") + p("乙"), "甲\n\n乙\n"],
    [
      "a paragraph of several runs",
      "<w:p><w:r><w:t>绩</w:t></w:r><w:r><w:t xml:space='preserve'>效 </w:t></w:r></w:p>",
      "绩效\n",
    ],
    [
      "a line break inside a paragraph",
      "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>",
      "甲\n乙\n",
    ],
    ["a table between paragraphs", p("甲") + tbl(cells("1", "2")) + p("乙"), "甲\n\n1\t2\n\n乙\n"],
    [
      "a cell over columns",
      tbl(tr(tc(p("标题"), '<w:gridSpan w:val="2"/>')), cells("甲", "乙")),
      "标题\t\n甲\t乙\n",
    ],
    [
      "a cell over rows",
      tbl(tr(tc(p("产出"), RESTART), tc(p("甲"))), tr(tc(p(""), GOES_ON), tc(p("乙")))),
      "产出\t甲\n\t乙\n",
    ],
    [
      "cells over rows and columns at once",
      tbl(
        tr(tc(p("产"), `<w:gridSpan w:val="2"/>${RESTART}`), tc(p("甲"))),
        tr(tc(p(""), `<w:gridSpan w:val="2"/>${GOES_ON}`), tc(p("乙"))),
        cells("1", "2", "3"),
      ),
      "产\t\t甲\n\t\t乙\n1\t2\t3\n",
    ],
    [
      "a row that begins later",
      tbl(
        cells("甲", "乙"),
        `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc(p("丙"))}</w:tr>`,
      ),
      "甲\t乙\n\t丙\n",
    ],
    [
      "paragraphs of a cell as wraps",
      tbl(tr(tc(p("目标1。") + p("目标2。")), tc(p("GDP") + p("up")))),
      "目标1。目标2。\tGDP up\n",
    ],
    ["empty cells", tbl(cells("甲", "", "乙"), cells("1", "2", "3")), "甲\t\t乙\n1\t2\t3\n"],
    [
      "the table that another one frames",
      tbl(tr(tc(tbl(cells("甲", "乙"), cells("1", "2")) + p("")))),
      "甲\t乙\n1\t2\n",
    ],
    [
      "one column where a border was dragged",
      `<w:tbl><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="90"/><w:gridCol w:w="2000"/></w:tblGrid>${tr(
        tc(p("名称"), '<w:gridSpan w:val="2"/>'),
        tc(p("金额")),
      )}${tr(tc(p("甲")), tc(p("1"), '<w:gridSpan w:val="2"/>'))}</w:tbl>`,
      "名称\t金额\n甲\t1\n",
    ],
    [
      "changes as accepted",
      "<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>",
      "新\n",
    ],
    [
      "rows without those deleted",
      tbl(cells("甲", "乙"), `<w:tr><w:trPr><w:del/></w:trPr>${tc(p("x"))}</w:tr>`),
      "甲\t乙\n",
    ],
    ["paragraphs whose border is deleted as one", p("甲", DELETED) + p("乙"), "甲乙\n"],
    [
      "no hidden text",
      "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r><w:r><w:t>甲</w:t></w:r></w:p>",
      "甲\n",
    ],
    [
      "the result of a field, not its code",
      "<w:p><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:t>2024年</w:t></w:r></w:p>",
      "2024年\n",
    ],
    [
      "a text box once",
      "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" +
        p("框") +
        "</w:txbxContent></mc:Choice><mc:Fallback>" +
        p("框") +
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>",
      "框\n",
    ],
    [
      "what a content control holds",
      tbl(
        `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${cells("甲", "乙")}</w:sdtContent></w:sdt>`,
      ),
      "甲\t乙\n",
    ],
    [
      "raised figures",
      "<w:p><w:r><w:t>m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r></w:p>",
      "m²\n",
    ],
    [
      "a symbol of a symbol font",
      "<w:p><w:r><w:sym w:font='Symbol' w:char='F0B3'/><w:t>95%</w:t></w:r></w:p>",
      "≥95%\n",
    ],
    ["references", p("A&amp;B &#x2265;1"), "A&B ≥1\n"],
    [
      "page breaks",
      `${p("甲")}<w:p><w:r><w:br w:type="page"/></w:r></w:p>${p("乙")}${p("丙", "<w:pageBreakBefore/>")}`,
      "甲\n\f乙\n\f丙\n",
    ],
    [
      "a page that a table begins",
      p("甲") + tbl(tr(tc(p("乙", "<w:pageBreakBefore/>")), tc(p("丙")))),
      "甲\n\f乙\t丙\n",
    ],
    ["a section as a page", p("甲", "<w:sectPr/>") + p("乙"), "甲\n\f乙\n"],
  ])("yields %s", async (_, body, text) => {
    expect(await textOf(docx(body))).toBe(text);
  });

  it.each<[why: string, format: string, frame: string, text: string]>([
    ["figures", "decimal", "%1、", "1、甲\n\n2、乙\n"],
    ["Chinese figures", "chineseCountingThousand", "（%1）", "（一）甲\n\n（二）乙\n"],
    ["a full stop, which must not join a number", "decimal", "%1.", "1. 甲\n\n2. 乙\n"],
    ["bullets, which are none", "bullet", "•", "甲\n\n乙\n"],
  ])("prints the numbers of its lists: %s", async (_, format, frame, text) => {
    const level = `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${frame}"/></w:lvl>`;
    const lists = `<w:numbering><w:abstractNum w:abstractNumId="7">${level}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
    const styles =
      '<w:styles><w:style w:styleId="list"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>';
    const own = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>';
    const body = p("甲", own) + p("乙", '<w:pStyle w:val="list"/>');
    const parts = [
      ["word/numbering.xml", lists],
      ["word/styles.xml", styles],
    ] as const;
    expect(await textOf(docx(body, parts))).toBe(text);
  });

  it("of Word 2003 is XML", async () => {
    const xml = `<?xml version="1.0"?><w:wordDocument xmlns:w="w"><w:body><wx:sect>${p("甲")}</wx:sect></w:body></w:wordDocument>`;
    expect(await extract(utf8(xml))).toMatchObject({ format: "docx", text: "甲\n" });
  });

  const nested = `${"<w:tbl><w:tr><w:tc>".repeat(5000)}${"</w:tc></w:tr></w:tbl>".repeat(5000)}`;

  it.each<[why: string, content: Uint8Array, reason: RegExp]>([
    ["has no document in it", archive([["word/styles.xml", utf8("<w:styles/>")]]), /损坏/],
    ["breaks off", archive([["word/document.xml", utf8("<w:document><w:body><w:p>")]]), /损坏/],
    ["nests tables without end", docx(nested), /损坏/],
    ["claims gigabytes", archive([["word/document.xml", utf8(""), 3e9]]), /200 MB/],
    ["has no words", docx(p("")), /没有文字/],
  ])("is refused if it %s", async (_, content, reason) => {
    expect(await extract(content)).toEqual({
      format: "docx",
      reason: expect.stringMatching(reason) as string,
    });
  });

  it("of another kind is named", async () => {
    expect(await extract(utf8("{\\rtf1 甲}"))).toMatchObject({
      reason: expect.stringMatching(/RTF/u) as string,
    });
  });
});
