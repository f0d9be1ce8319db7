import { describe, expect, it } from "vitest";
import { parseSlice } from "../../../src/components/explorer/codec.ts";
import { embeddedFigure, embedHref, embedSnippet } from "../../../src/components/explorer/embed.ts";
import { FIGURES } from "../../../src/components/explorer/look.ts";
import { languageOf } from "../../../src/components/language.ts";

describe("embedHref", () => {
  it("keeps selection, chart and language, and leaves the table out", () => {
    const slice = parseSlice("?region=441400&tab=indicators&sort=name");
    expect(embedHref("flows", slice, languageOf("en"))).toBe(
      "/en/embed/?chart=flows&region=441400",
    );
  });

  it.each(FIGURES)("is read back: %s", (name) => {
    const href = embedHref(name, parseSlice("?year=2024"), languageOf("zh"));
    const { search } = new URL(href, "https://example.org");
    expect(embeddedFigure(search)).toBe(name);
    expect(parseSlice(search)).toEqual(parseSlice("?year=2024"));
  });
});

it("shows the first chart where an address names none that there is", () => {
  expect(embeddedFigure("?chart=pie")).toBe(FIGURES[0]);
});

it("writes an address and a title into code without breaking out of it", () => {
  expect(embedSnippet("https://e.org/?a=1&b=2", '“甲” "><script>')).toBe(
    '<iframe src="https://e.org/?a=1&amp;b=2" title="“甲” &quot;>&lt;script>" width="100%" height="560" style="border: 0" loading="lazy"></iframe>',
  );
});
