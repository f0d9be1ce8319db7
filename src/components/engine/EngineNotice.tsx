import type { ComponentChildren } from "preact";
import { useLanguage } from "../use-language.ts";
import { Elsewhere } from "./Elsewhere.tsx";
import type { EngineState } from "./engine.ts";
import "./engine.css";

interface Props {
  state: EngineState;
  load: () => Promise<void>;
  /** What the page cannot do meanwhile. */
  children?: ComponentChildren;
}

/** How the engine fares, where the reader should know: on the way, or not coming. */
export function EngineNotice({ state, load, children }: Props) {
  const language = useLanguage();
  const words = language.words.engine;
  switch (state.kind) {
    case "ready":
      return null;
    case "absent":
      return (
        <div class="engine">
          <p>
            {words.absent} <span class="note">{words.absentNote}</span>
          </p>
          <button type="button" onClick={() => void load()}>
            {words.load}
          </button>
          {children}
        </div>
      );
    case "failed":
      return (
        <div class="engine failed" role="alert">
          <p>{words.faults[state.fault]}</p>
          <Elsewhere language={language} />
          {state.canRetry && (
            <button type="button" onClick={() => void load()}>
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
          {children}
        </div>
      );
    }
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
