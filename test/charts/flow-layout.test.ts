import { describe, expect, it } from "vitest";
import { layOutFlows, type Link } from "../../src/charts/flow-layout.ts";

const OPTIONS = { scale: 100, slot: 20, head: 10 };
const LINKS: readonly Link[] = [
  { from: "小市", to: "丁县", amount: 10 },
  { from: "大市", to: "丙县", amount: 30 },
  { from: "大市", to: "丁县", amount: 10 },
  { from: "大市", to: "戊县", amount: 0.1 },
  { from: "小市", to: "未点名", amount: 49.9 },
];

describe("layOutFlows", () => {
  it("puts the larger payer first, and each receiver near those who pay it", () => {
    const { left, right } = layOutFlows(LINKS, OPTIONS);
    expect(left.map((node) => node.name)).toEqual(["小市", "大市"]);
    expect(right.map((node) => node.name)).toEqual(["未点名", "丁县", "丙县", "戊县"]);
  });

  it("draws the same amount with the same height at both ends, small ones too", () => {
    const { left, right, bands } = layOutFlows(LINKS, OPTIONS);
    const heights = (nodes: readonly { height: number }[]) =>
      nodes.reduce((sum, node) => sum + node.height, 0);
    expect(heights(left)).toBeCloseTo(100);
    expect(heights(right)).toBeCloseTo(100);
    expect(heights(bands)).toBeCloseTo(100);
  });

  it("leaves every receiver room for its label, and no two nodes overlap", () => {
    const { left, right, height } = layOutFlows(LINKS, OPTIONS);
    const middles = right.map((node) => node.y + node.height / 2);
    for (const [i, middle] of middles.slice(1).entries()) {
      expect(middle - middles[i]!).toBeGreaterThanOrEqual(20 - 1e-9);
    }
    expect(left[1]!.y).toBeGreaterThanOrEqual(left[0]!.y + left[0]!.height + 10);
    for (const node of [...left, ...right]) {
      expect(node.y + node.height).toBeLessThanOrEqual(height + 1e-9);
    }
  });

  it("fills each node with its bands, one below the other", () => {
    const { left, bands } = layOutFlows(LINKS, OPTIONS);
    const own = bands.filter(({ link }) => link.from === "大市");
    expect(own.map(({ link }) => link.to)).toEqual(["丁县", "丙县", "戊县"]);
    expect(own[0]!.y0).toBe(left[1]!.y);
    expect(own[1]!.y0).toBeCloseTo(own[0]!.y0 + own[0]!.height);
  });

  it.each([
    ["no flow", []],
    ["flows of no money", [{ from: "甲市", to: "丙县", amount: 0 }]],
  ])("draws %s without a number that is none", (_, links) => {
    const { left, right, bands, height } = layOutFlows(links, OPTIONS);
    const numbers = [...left, ...right].flatMap((node) => [node.y, node.height]);
    for (const number of [...numbers, height, ...bands.map((band) => band.height)]) {
      expect(number).toBeGreaterThanOrEqual(0);
    }
  });
});
