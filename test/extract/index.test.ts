import { describe, expect, it } from "vitest";
import { decode, extract } from "../../src/extract/index.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe("decode", () => {
  it.each<[why: string, content: Uint8Array, text: string | undefined]>([
    ["UTF-8", utf8("绩效"), "绩效"],
    ["UTF-8 with a byte order mark", bytes(0xef, 0xbb, 0xbf, 0x61), "a"],
    ["UTF-16, little end first", bytes(0xff, 0xfe, 0xe9, 0x7e), "绩"],
    ["UTF-16, big end first", bytes(0xfe, 0xff, 0x7e, 0xe9), "绩"],
    ["GB18030", bytes(0xbc, 0xa8, 0xd0, 0xa7), "绩效"],
    [
      "UTF-8 that breaks off",
      utf8("绩效".repeat(100)).subarray(0, -1),
      `${"绩效".repeat(99)}绩\ufffd`,
    ],
    ["bytes with a NUL as no text", bytes(0x61, 0, 0x62), undefined],
    ["control characters as no text", bytes(1, 2, 3, 4, 5, 6, 7, 8), undefined],
  ])("reads %s", (_, content, text) => {
    expect(decode(content)).toBe(text);
  });
});

describe("extract", () => {
  it.each<[why: string, content: Uint8Array, reason: RegExp]>([
    ["an empty file", utf8(" \n"), /空/],
    ["a PDF by its first bytes", utf8("%PDF-1.7"), /PDF/],
    ["a ZIP archive that is cut off", bytes(0x50, 0x4b, 3, 4), /损坏/],
    ["a binary file", bytes(0x89, 0, 1, 2), /不是文本/],
  ])("says why it cannot read %s", async (_, content, reason) => {
    expect(await extract(content)).toMatchObject({
      reason: expect.stringMatching(reason) as string,
    });
  });
});
