import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { picture, wrap } from "../../../src/components/take/picture.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");

function chart(): Element {
  const holder = document.createElement("div");
  holder.innerHTML = `<svg width="200" height="50" fill="var(--ink)"><a href="/explore/?region=1" data-key="1" tabindex="0"><rect fill="var(--chart-1, red)" width="9" height="9"/></a></svg>`;
  return holder.firstElementChild!;
}

describe("picture", () => {
  const caption = {
    title: "点名的 14 个地区中，梅州市最多：4.2 亿元，这一行要折",
    lines: ["单位：万元", "来源：甲局"],
    base: "https://example.org/atlas/",
  };
  const drawn = picture(chart(), caption, document);

  it("says title, unit and source, and holds the chart between them", () => {
    const texts = [...drawn.querySelectorAll("text")].map((text) => text.textContent);
    expect(texts.slice(0, -2).join("")).toBe(caption.title);
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.slice(-2)).toEqual(caption.lines);
    const inner = drawn.querySelector("svg")!;
    expect(Number(drawn.getAttribute("height"))).toBeGreaterThan(
      Number(inner.getAttribute("y")) + 50,
    );
  });

  it("needs nothing of the page: colours are written in, links are whole", () => {
    const text = drawn.outerHTML;
    expect(text).not.toContain("var(");
    expect(text).not.toContain("data-key");
    expect(drawn.querySelector("a")!.getAttribute("href")).toBe(
      "https://example.org/explore/?region=1",
    );
    expect(drawn.querySelector("a rect")!.getAttribute("fill")).toMatch(/^#[0-9a-f]{6}$/);
  });

  it("leaves the chart of the page as it is", () => {
    const svg = chart();
    const before = svg.outerHTML;
    picture(svg, caption, document);
    expect(svg.outerHTML).toBe(before);
  });

  it("throws for a colour that the style sheet does not have", () => {
    const svg = chart();
    svg.setAttribute("fill", "var(--nothing)");
    expect(() => picture(svg, caption, document)).toThrow("--nothing");
  });
});

describe("wrap", () => {
  it.each([
    ["一行", 10, 100, ["一行"]],
    ["甲乙丙丁", 10, 25, ["甲乙", "丙丁"]],
    ["two words", 10, 30, ["two", "words"]],
    ["https://example.org/a/b", 10, 120, ["https://example.org/", "a/b"]],
    ["", 10, 100, []],
  ])("breaks “%s” at %d px in %d px", (text, size, width, lines) => {
    expect(wrap(text, size, width)).toEqual(lines);
  });
});
