import type { Engine } from "./engine.ts";

type Attended = Pick<Engine<unknown>, "load" | "release">;

/** What browsers tell of the connection; not all do. */
interface Connection {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}

const SLOW: ReadonlySet<string | undefined> = new Set(["slow-2g", "2g", "3g"]);
/** The longest that a busy page keeps the engine waiting. */
const PATIENCE_MS = 2000;
const TOUCHES = ["pointerdown", "keydown"] as const;

/**
 * Loads the engine when the page has nothing else to do; on a slow or metered connection when the
 * reader first touches the page. Lets it go when the page is left, also where the browser keeps the
 * page for a step back, and loads it again after that. Returns what ends this.
 */
export function attend(engine: Attended): () => void {
  const load = () => void engine.load();
  const cancel = isSlow() ? onTouch(load) : onIdle(load);
  const leave = () => engine.release();
  const comeBack = (event: PageTransitionEvent) => {
    if (event.persisted) load();
  };
  addEventListener("pagehide", leave);
  addEventListener("pageshow", comeBack);
  return () => {
    cancel();
    removeEventListener("pagehide", leave);
    removeEventListener("pageshow", comeBack);
    engine.release();
  };
}

/** Whether 24 MB, 4 compressed, are much to ask of the connection. */
export function isSlow(): boolean {
  const { connection } = navigator as { connection?: Connection };
  return connection?.saveData === true || SLOW.has(connection?.effectiveType);
}

function onTouch(act: () => void): () => void {
  const once = () => {
    cancel();
    act();
  };
  const cancel = () => {
    for (const name of TOUCHES) removeEventListener(name, once, { capture: true });
  };
  for (const name of TOUCHES) addEventListener(name, once, { capture: true });
  return cancel;
}

/** Safari has no idle callbacks. */
function onIdle(act: () => void): () => void {
  if (typeof requestIdleCallback !== "function") {
    const timer = setTimeout(act, 200);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(act, { timeout: PATIENCE_MS });
  return () => cancelIdleCallback(handle);
}
