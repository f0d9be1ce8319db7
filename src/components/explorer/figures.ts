import type { Language } from "../language.ts";
import { amountsFigure } from "./amounts-figure.ts";
import type { Facets } from "./facets.ts";
import { familiesFigure } from "./families-figure.ts";
import type { Figure, Shown, Told } from "./figure.ts";
import { flowsFigure } from "./flows-figure.ts";
import type { FigureName } from "./look.ts";
import { regionsFigure } from "./regions-figure.ts";
import { targetsFigure } from "./targets-figure.ts";
import { typesFigure } from "./types-figure.ts";

const MAKERS: Readonly<Record<FigureName, (told: Told, facets: Facets) => Figure>> = {
  regions: regionsFigure,
  flows: flowsFigure,
  amounts: amountsFigure,
  targets: targetsFigure,
  families: familiesFigure,
  types: typesFigure,
};

/** A chart of a slice. */
export function figureFor(
  name: FigureName,
  shown: Shown,
  facets: Facets,
  language: Language,
): Figure {
  return MAKERS[name]({ ...shown, language }, facets);
}
