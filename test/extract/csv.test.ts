import { describe, expect, it } from "vitest";
import { delimiterOf } from "../../src/extract/csv.ts";
import { extract } from "../../src/extract/index.ts";
import { utf8 } from "./archive.ts";

describe("a table between delimiters", () => {
  it.each<[why: string, content: string, text: string]>([
    ["commas", "名称,金额\n甲,1\n", "名称\t金额\n甲\t1\n"],
    ["semicolons", "名称;金额\n甲;1\n", "名称\t金额\n甲\t1\n"],
    ["commas in quotes", '名称,金额\n甲,"1,234.00"\n', "名称\t金额\n甲\t1,234.00\n"],
    [
      "line breaks in quotes",
      '名称,金额\r\n"社会效益\r\n指标",1\r\n乙,2',
      "名称\t金额\n社会效益指标\t1\n乙\t2\n",
    ],
    ["tabs and line breaks in quotes", '名称\t金额\n"甲\n乙"\t1\n', "名称\t金额\n甲乙\t1\n"],
    [
      "a title over the table",
      "标题\n名称,金额\n甲,1\n乙,2\n",
      "标题\t\n名称\t金额\n甲\t1\n乙\t2\n",
    ],
    ["a mark of Excel's", "\ufeffsep=;\n名称;金额\n甲;1\n", "名称\t金额\n甲\t1\n"],
    ["empty cells", "名称,目标,金额\n甲,,1\n", "名称\t目标\t金额\n甲\t\t1\n"],
    ["blank lines", "名称,金额\n\n甲,1\n", "名称\t金额\n\n甲\t1\n"],
  ])("is read with %s", async (_, content, text) => {
    expect(await extract(utf8(content))).toMatchObject({ format: "csv", text });
  });

  it.each<[why: string, text: string]>([
    ["prose with commas", "通过举办,宣传广州\n增强影响力\n扩大开放,促进合作,推动发展\n"],
    ["amounts with thousands marked", "基本支出 4,192.11\n项目支出 65,460.48\n其他 1,715.52\n"],
    ["one line", "a,b,c"],
    ["a list of indicators", "1、数量指标:培训,年度指标值:10人\n2、质量指标:合格,年度指标值:90%\n"],
    ["a list with semicolons", "1、产出; 培训; 年度指标值:10人\n2、产出; 合格; 年度指标值:90%\n"],
    ["tabs beside a word in quotes", '"三农"资金\t1\n甲\t2\n'],
    ["tabs that need no more than a cut", "名称\t金额\n甲\t1\n"],
    ["cells of many widths", "a,b\nc,d,e\nf\ng,h,i,j\n"],
  ])("is not seen in %s", (_, text) => {
    expect(delimiterOf(text)).toBeUndefined();
  });

  it.each([
    ["10,000 columns", `${"1,".repeat(9_999)}1\n`.repeat(3)],
    ["more cells than any budget has", "a,b,c\n".repeat(700_000)],
  ])("is refused for %s", async (_, content) => {
    expect(await extract(utf8(content))).toMatchObject({
      reason: expect.stringMatching(/内容太多/u) as string,
    });
  });
});
