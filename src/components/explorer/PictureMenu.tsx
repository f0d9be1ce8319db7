import { useState } from "preact/hooks";
import type { Slice } from "../../query/slice-conditions.ts";
import { copyText } from "../take/clipboard.ts";
import { save } from "../take/save.ts";
import { useLanguage } from "../use-language.ts";
import { embedHref, embedSnippet } from "./embed.ts";
import type { Facets } from "./facets.ts";
import { sliceHref, type Figure } from "./figure.ts";
import type { FigureName } from "./look.ts";
import { sentenceText } from "./sentence.ts";

/** Pixels: wide enough for a page of print, and for a phone's screen at twice its pixels. */
const WIDTH = 760;
const SCALE = 2;

interface Props {
  name: FigureName;
  figure: Figure;
  slice: Slice;
  facets: Facets;
}

/** A chart as a picture with all that it must say, and as code for another page. */
export function PictureMenu({ name, figure, slice, facets }: Props) {
  const language = useLanguage();
  const words = language.words.take.picture;
  const [said, say] = useState("");
  const address = () => new URL(sliceHref(slice, language), location.href).href;

  async function drawn(): Promise<Element | null> {
    if (!figure.draw) return null;
    const { picture } = await import("../take/picture.ts");
    const selection = sentenceText(slice, facets, language);
    const lines = [selection, words.unit(figure.unit), words.source, address()];
    const caption = { title: figure.title, lines, base: location.href };
    return picture(figure.draw({ document, width: WIDTH }), caption, document);
  }

  async function take(kind: "svg" | "png"): Promise<void> {
    try {
      const { svgText, toPng } = await import("../take/images.ts");
      const svg = await drawn();
      if (!svg) return;
      if (kind === "svg") save(`${figure.title}.svg`, svgText(svg), "image/svg+xml");
      else save(`${figure.title}.png`, await toPng(svg, SCALE), "image/png");
      say("");
    } catch (error) {
      console.warn(error);
      say(language.words.take.failed);
    }
  }

  async function copyCode(): Promise<void> {
    const href = new URL(embedHref(name, slice, language), location.href).href;
    const isCopied = await copyText(embedSnippet(href, figure.title));
    say(isCopied ? words.copied : language.words.take.link.failed);
  }

  return (
    <p class="picture" role="group" aria-label={words.title}>
      <button type="button" onClick={() => void take("svg")}>
        {words.svg}
      </button>
      <button type="button" onClick={() => void take("png")}>
        {words.png}
      </button>
      <button type="button" title={words.embedNote} onClick={() => void copyCode()}>
        {words.embed}
      </button>
      <span class="note" role="status">
        {said}
      </span>
    </p>
  );
}
