import { useLanguage } from "../use-language.ts";
import { clear, isNarrowed } from "./codec.ts";
import type { Facets } from "./facets.ts";
import { isPlain, sliceHref } from "./figure.ts";
import { sentenceOf } from "./sentence.ts";
import type { Store } from "./store.ts";

/** The whole selection as a sentence, every part of which can be removed. */
export function Selection({ store, facets }: { store: Store; facets: Facets }) {
  const language = useLanguage();
  const { words } = language;
  const slice = store.slice.value;
  return (
    <div class="selection">
      <p>
        {words.explorer.sentence.lead}
        {sentenceOf(slice, facets, language).map((piece) =>
          piece.kind === "words" ? (
            piece.text
          ) : (
            // Not a button: a line would break between it and the comma behind it.
            <a
              key={`${piece.condition} ${piece.key}`}
              class="chip"
              href={sliceHref(piece.without, language)}
              aria-label={words.explorer.remove(piece.text)}
              onClick={(event) => {
                if (!isPlain(event)) return;
                event.preventDefault();
                store.go(piece.without);
              }}
            >
              {piece.text}
              <span aria-hidden="true">{"\u00a0×"}</span>
            </a>
          ),
        )}
      </p>
      {isNarrowed(slice) && (
        <button type="button" class="clear" onClick={() => store.go(clear(slice))}>
          {words.explorer.clear}
        </button>
      )}
    </div>
  );
}
