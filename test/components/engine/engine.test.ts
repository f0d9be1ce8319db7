import { describe, expect, it, vi } from "vitest";
import { createEngine, type Progress } from "../../../src/components/engine/engine.ts";

/** An engine whose opening the test ends by hand. */
function held() {
  const close = vi.fn(() => Promise.resolve());
  const openings: {
    resolve: () => void;
    reject: (error: Error) => void;
    progress: (progress: Progress) => void;
  }[] = [];
  const engine = createEngine(
    (progress) =>
      new Promise<{ close: typeof close }>((resolve, reject) => {
        openings.push({ resolve: () => resolve({ close }), reject, progress });
      }),
  );
  return { engine, openings, close };
}

const unsupported = Object.assign(new Error("no"), { name: "UnsupportedError" });

describe("the engine", () => {
  it("is absent until it is asked for, tells its progress, and is loaded but once", async () => {
    const { engine, openings } = held();
    expect(engine.state.value).toEqual({ kind: "absent" });
    const [first, second] = [engine.load(), engine.load()];
    openings[0]?.progress({ loaded: 1, total: 2 });
    expect(engine.state.value).toEqual({ kind: "loading", progress: { loaded: 1, total: 2 } });
    openings[0]?.resolve();
    await Promise.all([first, second, engine.load()]);
    expect(openings).toHaveLength(1);
    expect(engine.state.value).toEqual({ kind: "ready" });
    expect(engine.database()).not.toBeNull();
  });

  it("is offered once more after it failed, and not again", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const { engine, openings } = held();
    for (const canRetry of [true, false]) {
      const loading = engine.load();
      openings.at(-1)?.reject(new Error("no network"));
      await loading;
      expect(engine.state.value).toEqual({ kind: "failed", fault: "unreachable", canRetry });
    }
  });

  it("is not offered where the browser cannot run it", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const { engine, openings } = held();
    const loading = engine.load();
    openings[0]?.reject(unsupported);
    await loading;
    expect(engine.state.value).toEqual({ kind: "failed", fault: "unsupported", canRetry: false });
  });

  it("frees its memory when a question breaks it", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const { engine, openings, close } = held();
    const loading = engine.load();
    openings[0]?.resolve();
    await loading;
    const database = engine.database();
    if (!database) throw new Error("no database");
    engine.break(database, new Error("memory access out of bounds"));
    expect(engine.state.value).toEqual({ kind: "failed", fault: "crashed", canRetry: true });
    expect(close).toHaveBeenCalledOnce();
    expect(engine.database()).toBeNull();
    engine.release();
    engine.break(database, new Error("the database was closed"));
    expect(engine.state.value).toEqual({ kind: "absent" });
  });

  it("that comes after it was let go is closed, and the next one stays", async () => {
    const { engine, openings, close } = held();
    const first = engine.load();
    engine.release();
    expect(engine.state.value).toEqual({ kind: "absent" });
    const second = engine.load();
    openings[0]?.resolve();
    await first;
    expect(close).toHaveBeenCalledOnce();
    expect(engine.state.value).toEqual({ kind: "loading", progress: null });
    openings[1]?.resolve();
    await second;
    expect(engine.state.value).toEqual({ kind: "ready" });
    expect(close).toHaveBeenCalledOnce();
  });
});
