import type { Language } from "../language.ts";
import type { Facets } from "./facets.ts";
import type { Figure, Shown } from "./figure.ts";
import { regionsFigure } from "./regions-figure.ts";
import { targetsFigure } from "./targets-figure.ts";
import { themesFigure } from "./themes-figure.ts";
import { typesFigure } from "./types-figure.ts";

/** The charts, in the order of the page. */
export const FIGURES = ["regions", "themes", "targets", "types"] as const;
export type FigureName = (typeof FIGURES)[number];

/** The charts of a slice. */
export function figuresOf(
  shown: Shown,
  facets: Facets,
  language: Language,
): Record<FigureName, Figure> {
  const told = { ...shown, language };
  return {
    regions: regionsFigure(told, facets),
    themes: themesFigure(told, facets),
    targets: targetsFigure(told, facets),
    types: typesFigure(told, facets),
  };
}
