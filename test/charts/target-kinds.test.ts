import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { render } from "../../src/charts/render.ts";
import { targetKinds, type TargetRow } from "../../src/charts/target-kinds.ts";
import type { KindCounts } from "../../src/query/indicators.ts";

const counts = (more: Partial<KindCounts>): KindCounts => ({
  quantity: 0,
  range: 0,
  multiple: 0,
  deadline: 0,
  qualitative: 0,
  missing: 0,
  ...more,
});

const ROWS: TargetRow[] = [
  { name: "数量", counts: counts({ quantity: 60, range: 2, multiple: 4 }) },
  { name: "时效", counts: counts({ quantity: 11, deadline: 6, qualitative: 5 }) },
  { name: "满意度", counts: counts({ quantity: 23, missing: 1 }) },
];

const WORDS = {
  label: "各类指标的目标",
  legend: ["有数字", "时限", "定性", "未载明"] as const,
  total: (targets: number, numbers: number) => `${targets} 项，${numbers} 项有数字`,
};

function draw(rows: readonly TargetRow[], width: number) {
  const svg = render((context) => targetKinds(rows, WORDS, context), width);
  const { document } = parseHTML(svg);
  return {
    svg,
    texts: [...document.querySelectorAll("text")].map((text) => text.textContent),
    rects: [...document.querySelectorAll("rect")].map((rect) => ({
      fill: rect.getAttribute("fill"),
      width: Number(rect.getAttribute("width")),
      end: Number(rect.getAttribute("x")) + Number(rect.getAttribute("width")),
    })),
  };
}

describe.each([
  ["wide", 1000],
  ["narrow", 360],
])("the kinds of targets on a %s column", (name, width) => {
  it("stand in proportion, the parts of each bar in the order of the legend", async () => {
    const { svg, texts, rects } = draw(ROWS, width);
    const bars = rects.slice(WORDS.legend.length);
    expect(texts).toEqual([
      ...WORDS.legend,
      "数量",
      "66 项，66 项有数字",
      "时效",
      "22 项，11 项有数字",
      "满意度",
      "24 项，23 项有数字",
    ]);
    expect(bars.map(({ fill }) => fill)).toEqual([
      "var(--chart-1)",
      "var(--chart-1)",
      "var(--chart-3)",
      "var(--chart-2)",
      "var(--chart-1)",
      "var(--chart-none)",
    ]);
    expect((bars[0]!.width + 1) / (bars[1]!.width + 1)).toBeCloseTo(66 / 11, 1);
    expect(Math.max(...bars.map(({ end }) => end))).toBeLessThan(width);
    await expect(svg).toMatchFileSnapshot(`snapshots/target-kinds-${name}.svg`);
  });

  it("can be none at all", () => {
    expect(draw([], width).texts).toEqual([...WORDS.legend]);
  });
});
