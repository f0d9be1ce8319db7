import { zh } from "../../i18n/zh.ts";
import { href } from "../href.ts";
import type { Store } from "./store.ts";

/** How the engine fares, where the reader should know: on the way, or not coming. */
export function EngineNotice({ store }: { store: Store }) {
  const engine = store.engine.value;
  const { engine: words, stale } = zh.explorer;
  if (engine.kind === "ready") return null;
  if (engine.kind === "failed") {
    return (
      <div class="engine failed" role="alert">
        <p>{words.failed}</p>
        <Elsewhere />
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
export function Elsewhere() {
  return (
    <ul class="elsewhere">
      {zh.explorer.elsewhere.map(({ path, text }) => (
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
