import { zh } from "../../i18n/zh.ts";
import { clear, isNarrowed, toggle } from "./codec.ts";
import { sentenceOf, type Facets } from "./facets.ts";
import type { Store } from "./store.ts";

/** The whole selection as a sentence, every part of which can be removed. */
export function Selection({ store, facets }: { store: Store; facets: Facets }) {
  const slice = store.slice.value;
  return (
    <div class="selection">
      <p>
        {zh.explorer.sentence.lead}
        {sentenceOf(slice, facets).map((piece) =>
          piece.kind === "words" ? (
            piece.text
          ) : (
            <button
              key={`${piece.facet} ${piece.key}`}
              class="chip"
              type="button"
              aria-label={zh.explorer.remove(piece.text)}
              onClick={() => store.go(toggle(slice, piece.facet, piece.key))}
            >
              {piece.text}
              <span aria-hidden="true"> ×</span>
            </button>
          ),
        )}
      </p>
      {isNarrowed(slice) && (
        <button type="button" class="clear" onClick={() => store.go(clear(slice))}>
          {zh.explorer.clear}
        </button>
      )}
    </div>
  );
}
