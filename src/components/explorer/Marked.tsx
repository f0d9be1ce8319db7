import type { Highlight } from "./highlight.ts";

/** A text with what was found in it marked. */
export function Marked({ text, highlight }: { text: string; highlight: Highlight }) {
  return (
    <>
      {highlight(text).map(({ text, isFound }, i) =>
        isFound ? <mark key={i}>{text}</mark> : text,
      )}
    </>
  );
}
