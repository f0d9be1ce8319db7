import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differences } from "../../src/components/text-diff.ts";

const told = (first: string, second: string) =>
  differences(first, second).map(({ kind, text }) =>
    kind === "both" ? text : kind === "first" ? `-${text}-` : `+${text}+`,
  );

describe("the differences of two texts", () => {
  it.each([
    ["nothing", "支持清远市", "支持清远市", ["支持清远市"]],
    ["a number as a whole", "支持12个镇", "支持15个镇", ["支持", "-12-", "+15+", "个镇"]],
    ["words that were added", "完成任务", "按时完成任务", ["+按时+", "完成任务"]],
    ["words that are gone", "完成任务。", "完成", ["完成", "-任务。-"]],
    [
      "two changes with one sign in common, which says nothing",
      "支援梅州市建设",
      "帮扶清远州建设",
      ["-支援梅州市-", "+帮扶清远州+", "建设"],
    ],
    ["everything", "甲", "乙", ["-甲-", "+乙+"]],
    ["one that is empty", "", "新增", ["+新增+"]],
    ["two that are", "", "", []],
  ])("%s", (_, first, second, expected) => {
    expect(told(first, second)).toEqual(expected);
  });

  it("leave both texts whole, whatever they are", () => {
    const texts = fc.string({ unit: fc.constantFrom("支", "持", "1", "2", "a", "，", "😀", "\n") });
    fc.assert(
      fc.property(texts, texts, (first, second) => {
        const stretches = differences(first, second);
        const without = (side: string) =>
          stretches.flatMap(({ kind, text }) => (kind === side ? [] : [text])).join("");
        expect([without("second"), without("first")]).toEqual([first, second]);
      }),
    );
  });

  it("end in time for texts too long to compare sign by sign", () => {
    const first = Array.from({ length: 5000 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join("");
    const second = [...first].toReversed().join("");
    expect(told(`${first}。`, `${second}。`)).toEqual([`-${first}-`, `+${second}+`, "。"]);
  });
});
