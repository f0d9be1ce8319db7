import type { Slice } from "../../query/slice-conditions.ts";
import { withPairs } from "./address.ts";
import { formatSlice } from "./codec.ts";
import { FIGURES, type FigureName } from "./look.ts";
import type { Language } from "../language.ts";

const KEY = "chart";

/** The address of one chart alone, for a frame in another page. */
export function embedHref(
  name: FigureName,
  slice: Slice,
  { href }: Pick<Language, "href">,
): string {
  const search = formatSlice({ ...slice, tab: "projects", sort: null });
  return href("/embed/") + withPairs(search, [KEY], [[KEY, name]]);
}

/** Which chart an address asks for; the first where it names none that there is. */
export function embeddedFigure(search: string): FigureName {
  const asked = new URLSearchParams(search).get(KEY);
  return FIGURES.find((name) => name === asked) ?? FIGURES[0];
}

/** The code that puts the chart into another page. */
export function embedSnippet(address: string, title: string): string {
  const [src, name] = [address, title].map((text) =>
    text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;"),
  );
  return `<iframe src="${src}" title="${name}" width="100%" height="560" style="border: 0" loading="lazy"></iframe>`;
}
