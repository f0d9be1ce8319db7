import type { Language } from "../language.ts";
import { useLanguage } from "../use-language.ts";
import type { Store } from "./store.ts";

/** How the engine fares, where the reader should know: on the way, or not coming. */
export function EngineNotice({ store }: { store: Store }) {
  const engine = store.engine.value;
  const language = useLanguage();
  const { engine: words, stale } = language.words.explorer;
  if (engine.kind === "ready") return null;
  if (engine.kind === "failed") {
    return (
      <div class="engine failed" role="alert">
        <p>{words.failed}</p>
        <Elsewhere language={language} />
        {engine.canRetry && (
          <button type="button" onClick={() => void store.load()}>
            {words.retry}
          </button>
        )}
      </div>
    );
  }
  const { progress } = engine;
  return (
    <div class="engine">
      <label>
        {words.loading}
        <progress {...(progress && { value: progress.loaded, max: progress.total })} />
      </label>
      {progress && (
        <span class="number">
          {words.progress(megabytes(progress.loaded), megabytes(progress.total))}
        </span>
      )}
      {store.isPending.value && <p class="note">{stale}</p>}
    </div>
  );
}

/** The pages that say the same without the engine. */
export function Elsewhere({ language: { words, href } }: { language: Language }) {
  return (
    <ul class="elsewhere">
      {words.explorer.elsewhere.map(({ path, text }) => (
        <li key={path}>
          <a href={href(path)}>{text}</a>
        </li>
      ))}
    </ul>
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
