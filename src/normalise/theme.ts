import type { ThemeRule } from "../model/reference.ts";
import { squash } from "../text.ts";

/**
 * The kind of cooperation that a project is. Its name decides, by the first theme it names; a goal
 * decides where the name says nothing and the goal names one theme alone.
 */
export function themeOf(
  name: string,
  goal: string | null,
  themes: readonly ThemeRule[],
): string | null {
  const namedIn = (text: string) => {
    const squashed = squash(text);
    return themes.filter(({ words }) => words.some((word) => squashed.includes(word)));
  };
  const byName = namedIn(name)[0];
  if (byName) return byName.theme;
  const byGoal = namedIn(goal ?? "");
  return byGoal.length === 1 ? byGoal[0]!.theme : null;
}
