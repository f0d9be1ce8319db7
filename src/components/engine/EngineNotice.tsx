import { useLanguage } from "../use-language.ts";
import { Elsewhere } from "./Elsewhere.tsx";
import type { Engine } from "./engine.ts";
import "./engine.css";

/** How the engine fares, where the reader should know: on the way, or not coming. */
export function EngineNotice({ engine }: { engine: Engine<unknown> }) {
  const language = useLanguage();
  const words = language.words.engine;
  const state = engine.state.value;
  const load = () => void engine.load();
  switch (state.kind) {
    case "ready":
      return null;
    case "absent":
      return (
        <div class="engine">
          <p>
            {words.absent} <span class="note">{words.absentNote}</span>
          </p>
          <button type="button" onClick={load}>
            {words.load}
          </button>
        </div>
      );
    case "failed":
      return (
        <div class="engine failed" role="alert">
          <p>{words.faults[state.fault]}</p>
          <Elsewhere language={language} />
          {state.canRetry && (
            <button type="button" onClick={load}>
              {words.retry}
            </button>
          )}
        </div>
      );
    case "loading": {
      const { progress } = state;
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
        </div>
      );
    }
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
