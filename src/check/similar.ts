import { remembering, squash } from "../text.ts";

/** The pairs of neighbouring Chinese characters of a text: what two phrases can share. */
export const parts = remembering((text): ReadonlySet<string> => {
  const pairs = new Set<string>();
  for (const [run] of squash(text).matchAll(/\p{Script=Han}{2,}/gu))
    for (let i = 0; i + 1 < run.length; i++) pairs.add(run.slice(i, i + 2));
  return pairs;
});
