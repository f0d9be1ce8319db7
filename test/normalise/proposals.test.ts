import { expect, it } from "vitest";
import { proposals, type Unplaced } from "../../src/normalise/proposals.ts";

const LIMITS = { least: 2, alike: 0.6 };

function unplaced(name: string, kinds: Unplaced["kinds"] = ["things"]): Unplaced {
  return { indicatorId: name, department: "d", name, value: "≥5", kinds, kind: "quantity" };
}
const names = (list: readonly Unplaced[], limits = LIMITS) =>
  proposals(list, limits).map(({ words, members }) => [words, ...members.map(({ name }) => name)]);

it("groups names that are much alike, by what they end in", () => {
  expect(
    names([unplaced("检测桥梁数量"), unplaced("年度检测桥梁数量"), unplaced("新增公办学位数")]),
  ).toEqual([["检测桥梁数量", "检测桥梁数量", "年度检测桥梁数量"]]);
});

it("keeps names of two kinds of unit apart", () => {
  expect(
    names([unplaced("救护培训规模", ["people"]), unplaced("救护培训规模", ["occasions"])]),
  ).toEqual([]);
});

it("proposes nothing for names that share an empty ending alone", () => {
  expect(names([unplaced("甲数量"), unplaced("乙数量")])).toEqual([]);
});

it("puts the largest group first and leaves out those below the least", () => {
  const three = ["甲区流动图书车出车台数", "乙区流动图书车出车台数", "丙区流动图书车出车台数"];
  const list = [
    unplaced("检测桥梁数量"),
    unplaced("检测桥梁数量"),
    ...three.map((n) => unplaced(n)),
  ];
  expect(names(list).map(([words]) => words)).toEqual(["区流动图书车出车台数", "检测桥梁数量"]);
  expect(names(list, { ...LIMITS, least: 3 })).toHaveLength(1);
});

it("suggests the class and kinds of units", () => {
  const [proposal] = proposals(
    [unplaced("应用上云率", ["share"]), unplaced("应用上云率", ["share"])],
    LIMITS,
  );
  expect(proposal).toMatchObject({ unitClass: "ratio", units: ["share"] });
});
