import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { quickBars, quickDots, quickLine } from "../../src/charts/quick-chart.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const context = { document, width: 600 };
const words = { label: "amount by name", x: "name", y: "amount", formatNumber: String };

describe("the quick chart", () => {
  it("draws a bar a row, also of words that occur twice, in the order given", () => {
    const points = [
      { x: "乙", y: 3 },
      { x: "甲", y: -1 },
      { x: "乙", y: 2 },
    ];
    const chart = quickBars(points, words, context);
    expect(chart.querySelectorAll('[aria-label="bar"] rect')).toHaveLength(3);
    const names = [...chart.querySelectorAll('[aria-label="y-axis tick label"] text')];
    expect(names.map((name) => name.textContent)).toEqual(["乙", "甲", "乙"]);
    expect(chart.getAttribute("aria-label")).toBe("amount by name");
  });

  it("shortens a long word, so that room is left for its bar", () => {
    const chart = quickBars([{ x: "很".repeat(200), y: 1 }], words, context);
    const name = chart.querySelector('[aria-label="y-axis tick label"] text')?.textContent ?? "";
    expect(name).toMatch(/^很{10,30}…$/u);
  });

  it("draws a line through days in their order, and names years as years", () => {
    const days = [new Date("2025-03-01"), new Date("2024-03-01")].map((x, y) => ({ x, y }));
    const line = quickLine(days, words, context);
    expect(line.querySelectorAll('[aria-label="line"] path')).toHaveLength(1);
    expect(line.querySelectorAll('[aria-label="dot"] circle')).toHaveLength(2);
    const years = quickLine(
      [
        { x: 2023, y: 1 },
        { x: 2024, y: 2 },
      ],
      words,
      context,
    );
    const ticks = [...years.querySelectorAll('[aria-label="x-axis tick label"] text')];
    expect(ticks.map((tick) => tick.textContent)).toEqual(["2023", "2024"]);
  });

  it("draws a dot a row", () => {
    const points = Array.from({ length: 50 }, (_, i) => ({ x: i * 1e6, y: i % 7 }));
    expect(quickDots(points, words, context).querySelectorAll("circle")).toHaveLength(50);
  });
});
