import { describe, expect, it } from "vitest";
import {
  defaultChoice,
  formatChoice,
  parseChoice,
  withId,
  without,
  withOneMore,
} from "../../../src/components/compare/choice.ts";
import type { Subject, SubjectKind } from "../../../src/query/profile.ts";

const subject = (kind: SubjectKind, id: string): Subject => ({ kind, id, name: id, nameEn: id });
const SUBJECTS = [
  ...["a", "b", "c", "d", "e"].map((id) => subject("department", id)),
  ...["441400", "441800", "520600"].map((id) => subject("region", id)),
];

describe("the choice of an address", () => {
  it.each([
    ["nothing", "", "department", ["a", "b"]],
    ["two", "?kind=region&id=441800&id=520600", "region", ["441800", "520600"]],
    ["four in their order", "?id=d&id=c&id=b&id=a", "department", ["d", "c", "b", "a"]],
    ["one too many", "?id=a&id=b&id=c&id=d&id=e", "department", ["a", "b", "c", "d"]],
    ["one only, made up for", "?id=b", "department", ["b", "a"]],
    ["one twice", "?id=c&id=c", "department", ["c", "a"]],
    ["an id of another kind", "?kind=region&id=a&id=520600", "region", ["520600", "441400"]],
    ["a kind that is not there", "?kind=planet&id=c&id=d", "department", ["c", "d"]],
  ])("%s", (_, search, kind, ids) => {
    expect(parseChoice(search, SUBJECTS)).toEqual({ kind, ids });
  });

  it.each([
    ["the first two", { kind: "department", ids: ["a", "b"] }, ""],
    ["others", { kind: "region", ids: ["520600", "441400"] }, "?kind=region&id=520600&id=441400"],
  ] as const)("is written back: %s", (_, choice, search) => {
    expect(formatChoice(choice, SUBJECTS)).toBe(search);
    expect(parseChoice(search, SUBJECTS)).toEqual(choice);
  });
});

describe("a change of the choice", () => {
  const choice = { kind: "department", ids: ["a", "b", "c"] } as const;

  it.each([
    ["puts another in a place", withId(choice, 0, "e"), ["e", "b", "c"]],
    ["lets two change places", withId(choice, 0, "c"), ["c", "b", "a"]],
    ["adds the next", withOneMore(choice, SUBJECTS), ["a", "b", "c", "d"]],
    ["takes one away", without(choice, 1), ["a", "c"]],
    ["starts with the first of a kind", defaultChoice("region", SUBJECTS), ["441400", "441800"]],
  ])("%s", (_, { ids }, expected) => {
    expect(ids).toEqual(expected);
  });

  it("adds none where there is none", () => {
    const all = { kind: "region", ids: ["441400", "441800", "520600"] } as const;
    expect(withOneMore(all, SUBJECTS).ids).toEqual(all.ids);
  });
});
