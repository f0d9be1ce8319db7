import { describe, expect, it } from "vitest";
import { extract } from "../../src/extract/index.ts";
import { utf8 } from "./archive.ts";

async function textOf(content: Uint8Array): Promise<string> {
  const found = await extract(content);
  return "text" in found ? found.text : `not read: ${found.reason}`;
}

const page = (body: string) => utf8(`<!doctype html><html><body>${body}</body></html>`);
const bytes = (...values: number[]) => Uint8Array.from(values);
const joined = (...parts: readonly Uint8Array[]) => bytes(...parts.flatMap((part) => [...part]));

/** “绩效” in GB18030. */
const GBK = bytes(0xbc, 0xa8, 0xd0, 0xa7);

describe("a web page", () => {
  it.each<[why: string, body: string, text: string]>([
    ["a table", "<table><tr><th>名称<td>金额<tr><td>甲<td>1</table>", "名称\t金额\n甲\t1\n"],
    [
      "empty cells",
      "<table><tr><td>甲<td><td>乙<tr><td>1<td>2<td>3</table>",
      "甲\t\t乙\n1\t2\t3\n",
    ],
    [
      "a cell over columns",
      "<table><tr><td colspan=2>标题<tr><td>甲<td>乙</table>",
      "标题\t\n甲\t乙\n",
    ],
    [
      "a cell over rows",
      "<table><tr><td rowspan=2>产出<td>甲<tr><td>乙</table>",
      "产出\t甲\n\t乙\n",
    ],
    [
      "a cell over all rows below",
      "<table><tr><td rowspan=0>产<td>甲<tr><td>乙<tr><td>丙</table>",
      "产\t甲\n\t乙\n\t丙\n",
    ],
    [
      "cells over rows and columns at once",
      "<table><tr><td rowspan=2 colspan=2>产<td>甲<tr><td>乙<tr><td>1<td>2<td>3</table>",
      "产\t\t甲\n\t\t乙\n1\t2\t3\n",
    ],
    [
      "head, body and foot, and the caption above",
      "<table><caption>表<thead><tr><th>甲<th>乙<tbody><tr><td>1<td>2<tfoot><tr><td>3<td>4</table>",
      "表\n\n甲\t乙\n1\t2\n3\t4\n",
    ],
    [
      "line breaks in a cell as wraps",
      "<table><tr><td>社会效益<br>指标<td>GDP<br>growth</table>",
      "社会效益指标\tGDP growth\n",
    ],
    [
      "paragraphs in a cell as wraps",
      "<table><tr><td><p>目标1：甲。</p><p>目标2：乙。</p><td>丙</table>",
      "目标1：甲。目标2：乙。\t丙\n",
    ],
    [
      "line breaks of the source as none between Chinese",
      "<table><tr><td>社会\n  效益<td>a\n b</table>",
      "社会效益\ta b\n",
    ],
    ["entities", "<table><tr><td>&ge;95&#37;<td>&nbsp;<td>A&amp;B</table>", "≥95%\tA&B\n"],
    ["raised figures", "<p>100m<sup>2</sup></p>", "100m²\n"],
    [
      "paragraphs apart, line breaks below one another",
      "<p>甲<br>乙</p><p>丙</p>",
      "甲\n乙\n\n丙\n",
    ],
    ["elements of their own line", "<div>甲</div><div>乙<span>丙</span></div>", "甲\n乙丙\n"],
    ["text above and below a table", "甲<table><tr><td>1<td>2</table>乙", "甲\n\n1\t2\n\n乙\n"],
    ["the numbers of a list", "<ol start=2><li>甲<li>乙</ol>", "2. 甲\n3. 乙\n"],
    ["preformatted lines", "<pre>甲  1\n乙  2</pre>", "甲  1\n乙  2\n"],
    [
      "values of a form",
      "<table><tr><td>名称<td><input value=甲><input type=hidden value=x></table>",
      "名称\t甲\n",
    ],
    [
      "no scripts, styles and navigation",
      "<nav>首页</nav><script>x</script><style>y</style><p>甲",
      "甲\n",
    ],
    [
      "nothing hidden",
      '<p hidden>a<p style="display: none">b<p>甲<table><tr style="display:none"><td>x<td>y<tr><td>1<td>2</table>',
      "甲\n\n1\t2\n",
    ],
    ["a page break", '<p>甲<br style="page-break-before:always">乙', "甲\n\f乙\n"],
  ])("yields %s", async (_, body, text) => {
    expect(await textOf(page(body))).toBe(text);
  });

  const inner = "<table><tr><td>名称<td>金额<td>目标<tr><td>甲<td>1<td>x</table>";

  it.each<[why: string, body: string, text: string]>([
    [
      "in one that only frames it",
      `<table><tr><td>${inner}</table>`,
      "名称\t金额\t目标\n甲\t1\tx\n",
    ],
    [
      "in one that frames it twice",
      `<table><tr><td><table><tr><td>${inner}</table></table>`,
      "名称\t金额\t目标\n甲\t1\tx\n",
    ],
    [
      "beside navigation",
      `<table><tr><td>首页<td>${inner}</table>`,
      "首页\n\n名称\t金额\t目标\n甲\t1\tx\n",
    ],
    [
      "below rows of a form",
      `<table><tr><td>项目名称<td>某<tr><td>主管部门<td>乙<tr><td colspan=2>${inner}</table>`,
      "项目名称\t某\n主管部门\t乙\n\n名称\t金额\t目标\n甲\t1\tx\n",
    ],
    ["around an article", "<table><tr><td><p>甲</p><p>乙</p></td></tr></table>", "甲\n\n乙\n"],
  ])("finds the table %s", async (_, body, text) => {
    expect(await textOf(page(body))).toBe(text);
  });

  it("leaves a small table inside a row of data to its cell", async () => {
    const list = "<table><tr><td>数量<td>10个<tr><td>质量<td>90%</table>";
    const body = `<table><tr><td>名称<td>金额<td>指标<tr><td>甲<td>1<td>${list}</table>`;
    expect(await textOf(page(body))).toBe("名称\t金额\t指标\n甲\t1\t数量 10个 质量 90%\n");
  });

  it("keeps the lines of a text around a table of HTML", async () => {
    const text = "# 标题\n部门：甲\n\n<table><tr><td>1</td><td>2</td></tr></table>\n";
    expect(await textOf(utf8(text))).toBe("# 标题\n部门：甲\n\n1\t2\n");
  });

  it.each<[why: string, content: Uint8Array]>([
    ["in GB18030 as it declares", joined(utf8("<html><meta charset=gb2312><p>"), GBK)],
    ["in GB18030 without a word", joined(utf8("<html><p>"), GBK)],
    ["in GB18030 that says UTF-8", joined(utf8('<html><meta charset="utf-8"><p>'), GBK)],
    ["in UTF-8 that says GBK", utf8("<html><meta charset=gbk><p>绩效")],
    ["in UTF-8 with a mark", utf8("\ufeff<html><p>绩效")],
    [
      "in UTF-16",
      bytes(
        0xff,
        0xfe,
        ...[..."<html><p>绩效"].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
      ),
    ],
    ["in the encoding of a server that is unknown", utf8('<html><meta charset="x-none"><p>绩效')],
  ])("is decoded %s", async (_, content) => {
    expect(await textOf(content)).toBe("绩效\n");
  });

  it("with a broken character is not lost", async () => {
    const content = joined(utf8("<html><meta charset=gb2312><p>"), GBK, bytes(0xff, 0x20), GBK);
    expect(await textOf(content)).toMatch(/^绩效.*绩效\n$/u);
  });

  it.each<[why: string, encoding: string, body: string]>([
    ["quoted", "quoted-printable", "<html><p>=E7=BB=A9=\r\n=E6=95=88"],
    ["in base64", "base64", Buffer.from("<html><p>绩效").toString("base64")],
    ["as it is", "8bit", "<html><p>绩效"],
  ])("is found in an archive of Word's, %s", async (_, encoding, body) => {
    const text = [
      'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="----=x"\r\n',
      `------=x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`,
      "\r\n------=x\r\nContent-Type: image/png\r\n\r\nxxx\r\n------=x--",
    ].join("");
    expect(await extract(utf8(text))).toMatchObject({ format: "html", text: "绩效\n" });
  });

  it.each<[why: string, content: Uint8Array, reason: RegExp]>([
    ["elements nested without end", page("<div>".repeat(100_000)), /嵌套过深/],
    ["tables nested without end", page("<table><tr><td>".repeat(100_000)), /嵌套过深/],
    [
      "cells that span everything",
      page(`<table>${"<tr><td colspan=1000 rowspan=65534>x".repeat(5000)}`),
      /内容太多/,
    ],
    ["a huge page", page("<p>x".repeat(2_600_000)), /内容太多/],
    ["a page without words", page("<table><tr><td>&nbsp;</table>"), /没有文字/],
    [
      "an archive without a page",
      utf8("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"),
      /损坏/,
    ],
  ])("is refused for %s", async (_, content, reason) => {
    expect(await extract(content)).toEqual({
      format: "html",
      reason: expect.stringMatching(reason) as string,
    });
  });

  it("may nest as deep as old pages do", async () => {
    expect(await textOf(page("<table><tr><td>".repeat(80) + "甲"))).toBe("甲\n");
  });
});
