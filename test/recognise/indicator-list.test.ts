import { describe, expect, it } from "vitest";
import { wordsAt } from "../../src/model/words.ts";
import { readIndicatorList } from "../../src/recognise/indicator-list.ts";

const cell = (text: string) => wordsAt(text, 100, { page: 1, row: 1, column: 7 });
type Item = [level1: string, level2: string, name: string, period: string, annual: string];

const read = (text: string): Item[] =>
  readIndicatorList(cell(text)).indicators.map(
    ({ level1, level2, name, periodValue, annualValue }) => [
      level1?.text ?? "",
      level2?.text ?? "",
      name.text,
      periodValue?.text ?? "",
      annualValue?.text ?? "",
    ],
  );

describe("readIndicatorList", () => {
  it.each<[why: string, text: string, items: Item[]]>([
    [
      "the form with a class and commas",
      "1、产出指标:展览面积,年度指标值:5万平方。2、效益指标:参观人次,年度指标值:5万人次。",
      [
        ["产出指标", "", "展览面积", "", "5万平方"],
        ["效益指标", "", "参观人次", "", "5万人次"],
      ],
    ],
    [
      "the form with coded classes and semicolons",
      "1、1-产出指标；11-数量指标；培训人次；实施周期指标值:≥9人；年度指标值:≥3人。",
      [["1-产出指标", "11-数量指标", "培训人次", "≥9人", "≥3人"]],
    ],
    [
      "half-width semicolons with spaces",
      "1、1-产出指标; 12-质量指标; 合格率; 实施周期指标值:合格率; 年度指标值:100%。",
      [["1-产出指标", "12-质量指标", "合格率", "合格率", "100%"]],
    ],
    [
      "a class printed in the place of another",
      "2、24-可持续影响；24-可持续影响；网络安全性；实施周期指标值:100%；年度指标值:100%。",
      [["24-可持续影响", "24-可持续影响", "网络安全性", "100%", "100%"]],
    ],
    [
      "labels broken over lines",
      "1、产 出指标:参会个数,年度 指标值:不少于10个。",
      [["产 出指标", "", "参会个数", "", "不少于10个"]],
    ],
    [
      "a name with a colon and a bracket",
      "1、效益指标:规范性:(计算方法:定性指标)合法合规,年度指标值:合法合规。",
      [["效益指标", "", "规范性:(计算方法:定性指标)合法合规", "", "合法合规"]],
    ],
    [
      "a stuttered label as part of the value",
      "4、效益指标:影响力,年度指标值:影响力,年度指标值:影响力较好。",
      [["效益指标", "", "影响力", "", "影响力,年度指标值:影响力较好"]],
    ],
    [
      "a repeated number",
      "1、产出指标:合规性,年度指标值:合规。1、产出指标:相关性,年度指标值:相符。",
      [
        ["产出指标", "", "合规性", "", "合规"],
        ["产出指标", "", "相关性", "", "相符"],
      ],
    ],
    [
      "a number inside a value that begins no item",
      "1、效益指标:研究成果,年度指标值:完成2、3项课题。",
      [["效益指标", "", "研究成果", "", "完成2、3项课题"]],
    ],
    [
      "two full stops at an end",
      "1、产出指标:干部人数,年度指标值:不低于85个。。2、产出指标:到位率,年度指标值:100%。",
      [
        ["产出指标", "", "干部人数", "", "不低于85个"],
        ["产出指标", "", "到位率", "", "100%"],
      ],
    ],
  ])("reads %s", (_, text, items) => {
    expect(read(text)).toEqual(items);
  });

  it.each<[why: string, text: string, truncated: boolean]>([
    [
      "a cell that ends with its value",
      "1、1-产出指标；11-数量指标；条数；年度指标值:≥20条",
      false,
    ],
    ["a cell that ends before its value", "1、产出指标:满意度,实施周期指标值:≥90%; 年", true],
    [
      "a cell that ends inside a repeated label",
      "1、效益指标:影响力,年度指标值:影响力,年度指标",
      true,
    ],
    ["a cell that ends inside a bracket", "1、效益指标:成果,年度指标值:统筹各工作组(队", true],
    ["a cell that ends with a full stop", "1、效益指标:成果,年度指标值:显著。", false],
  ])("tells whether the source breaks off: %s", (_, text, truncated) => {
    expect(readIndicatorList(cell(text)).indicators.map((item) => item.truncated)).toEqual([
      truncated,
    ]);
  });

  it("keeps the value of the period where the year's is cut off", () => {
    expect(read("1、产出指标;11-数量指标;满意度;实施周期指标值:≥90%; 年")[0]?.[3]).toBe("≥90%");
  });

  it("keeps the head of an item that the cell breaks off in out of the value before it", () => {
    const list = readIndicatorList(cell("1、产出指标:到位率,年度指标值:及时。2、1-"));
    expect(list.indicators[0]!.annualValue!.text).toBe("及时");
    expect(list.cutHead!.text).toBe("2、1-");
  });

  it("knows where each name stands", () => {
    const [item] = readIndicatorList(cell("1、产出指标:展览面积,年度指标值:5万平方。")).indicators;
    expect(item!.name.pieces[0]).toMatchObject({ start: 107, length: 4, column: 7 });
  });
});
