import { expect, it } from "vitest";
import { KINDS_OF, UNIT_CLASSES, unitKinds } from "../../src/model/units.ts";

it.each<[why: string, unit: string, kinds: string[]]>([
  ["a percentage", "%", ["share"]],
  ["a percentage in words", "百分比", ["share"]],
  ["people and attendances alike", "人次", ["people"]],
  ["the point of older forms", "人·次", ["people"]],
  ["households, which are no people", "户", ["households"]],
  ["sessions", "期", ["occasions"]],
  ["visits to sites", "站次", ["occasions"]],
  ["two ways to count", "次(篇)", ["occasions", "things"]],
  ["a list of them", "期(篇、条、专辑等)", ["occasions", "things"]],
  ["bodies", "家次", ["bodies"]],
  ["a measure word that no list names", "盏", ["things"]],
  ["money", "元", ["yuan"]],
  ["a price", "元/人·天", ["price"]],
  ["a price in prose", "元每亩", ["price"]],
  ["working days", "个工作日", ["duration"]],
  ["floor", "m²", ["floor"]],
  ["land", "亩", ["land"]],
  ["how often is not how many", "次/天", []],
  ["prose", "个以上重点项目完成", []],
  ["no unit", "", []],
])("knows %s: %j", (_, unit, kinds) => {
  expect(unitKinds(unit)).toEqual(kinds);
});

it("has kinds for every class but words", () => {
  const empty = UNIT_CLASSES.filter((name) => KINDS_OF[name].length === 0);
  expect(empty).toEqual(["none"]);
});
