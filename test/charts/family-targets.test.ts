import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { familyStrip } from "../../src/charts/family-strip.ts";
import { familyTargets, isFarApart, type TargetMark } from "../../src/charts/family-targets.ts";
import { render } from "../../src/charts/render.ts";
import { shareStrip } from "../../src/charts/share-strip.ts";

const mark = (name: string, says: string, more: Partial<TargetMark>): TargetMark => ({
  name,
  says,
  comparison: null,
  value: null,
  upper: null,
  amount: null,
  ...more,
});

const GROUPS = [
  {
    name: "甲市 · 甲市协作办公室",
    marks: [
      mark("3 项", "至少 90%", { comparison: "≥", value: 90, amount: 4e6 }),
      mark("会议费", "大于 80%", { comparison: ">", value: 80, amount: 1e6 }),
      mark("设备购置", "等于 90%", { comparison: "=", value: 90 }),
      mark("装修", "60%至 70%", { value: 60, upper: 70 }),
    ],
  },
  {
    name: "乙市 · 乙市援助局",
    marks: [
      mark("一个名称很长很长很长很长很长很长很长很长很长的项目", "至多 95%", {
        comparison: "≤",
        value: 95,
      }),
      mark("培训", "小于 85%", { comparison: "<", value: 85 }),
      mark("考察", "约 75%", { comparison: "≈", value: 75 }),
      mark("部门整体", "定性：良好", {}),
    ],
  },
];

const WORDS = { label: "以“%”计的目标", tick: (value: number) => `${value}%` };

function draw(groups: Parameters<typeof familyTargets>[0], width: number) {
  const svg = render((context) => familyTargets(groups, WORDS, context), width);
  const { document } = parseHTML(svg);
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  return {
    svg,
    texts: all("text").map((text) => text.textContent.trim()),
    hollow: all('[aria-label="dot"][fill="var(--paper)"] > *').length,
    filled: all('[aria-label="dot"][fill="var(--chart-1)"] > *').length,
    areas: all('[aria-label="dot"][fill="var(--chart-shared)"] > *').length,
    spans: all('[aria-label="link"] > *').length,
  };
}

describe.each([
  ["wide", 1000],
  ["narrow", 360],
])("the targets of a family on a %s column", (name, width) => {
  it("look different by comparison, and drop none", async () => {
    const { svg, texts, hollow, filled, areas, spans } = draw(GROUPS, width);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    // >, < and ≈; then ≥, = and ≤. A range is a span without a mark.
    expect([hollow, filled, areas, spans]).toEqual([3, 3, 2, 5]);
    for (const text of ["甲市 · 甲市协作办公室", "至少 90%", "大于 80%", "定性：良好"]) {
      expect(texts).toContain(text);
    }
    await expect(svg).toMatchFileSnapshot(`snapshots/family-targets-${name}.svg`);
  });

  it("cuts a long name, never a target", () => {
    const { texts } = draw(GROUPS, width);
    const long = texts.find((text) => text.startsWith("一个名称"));
    expect(long?.endsWith("…")).toBe(width < 600);
    expect(texts).toContain("至多 95%");
  });
});

it("has no axis where no target has a number", () => {
  const { texts } = draw([{ name: "甲市", marks: [mark("培训", "定性：良好", {})] }], 1000);
  expect(texts).toEqual(["甲市", "培训", "定性：良好"]);
});

it.each([
  ["people from 500 to two million", [500, 2_000_000], true],
  ["shares", [80, 100], false],
  ["a target of 0, which has no logarithm", [0, 1000], false],
])("tells what lies far apart: %s", (_, values, expected) => {
  expect(isFarApart(values)).toBe(expected);
});

it("draws the targets of a family as small as a word", async () => {
  const targets = [
    { comparison: "≥", value: 80, targets: 1 },
    { comparison: "≥", value: 90, targets: 11 },
    { comparison: "<", value: 95, targets: 1 },
    { comparison: "=", value: 100, targets: 2 },
  ] as const;
  const svg = render((context) => familyStrip(targets, "目标", context), 132);
  expect(svg).not.toMatch(/NaN|Infinity/);
  expect(svg.match(/<path/g)).toHaveLength(3);
  expect(svg.match(/<circle/g)).toHaveLength(1);
  await expect(svg).toMatchFileSnapshot("snapshots/family-strip.svg");
});

it("sets the own share among those of the others", async () => {
  const others = [
    { share: 0, count: 1 },
    { share: 1, count: 4 },
  ];
  const svg = render((context) => shareStrip(0.5, others, "对照", context), 200);
  const { document } = parseHTML(svg);
  const [rect] = document.querySelectorAll("rect");
  const dots = [...document.querySelectorAll("circle")].map((dot) => dot.getAttribute("cx"));
  expect([dots, rect?.getAttribute("x")]).toEqual([["8", "192"], "98"]);
  await expect(svg).toMatchFileSnapshot("snapshots/share-strip.svg");
});
