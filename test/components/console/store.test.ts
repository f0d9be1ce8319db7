import { describe, expect, it, vi } from "vitest";
import {
  createStore,
  type ConsoleDatabase,
  type Surroundings,
} from "../../../src/components/console/store.ts";
import { createEngine } from "../../../src/components/engine/engine.ts";
import { answerOf } from "../../../src/query/answer.ts";
import type { Outcome } from "../../../src/query/console.ts";
import { Schema } from "apache-arrow";

const ANSWERED: Outcome = { kind: "answered", answer: answerOf(new Schema([]), []) };

/** A store over an engine whose answers the test gives by hand. */
function setUp({ heeds = true } = {}) {
  const asked: string[] = [];
  const answers: ((outcome: Outcome) => void)[] = [];
  const close = vi.fn(() => Promise.resolve());
  const open = vi.fn((): Promise<ConsoleDatabase> =>
    Promise.resolve({
      close,
      console: {
        ask: (script) => {
          asked.push(script);
          return new Promise((resolve) => answers.push(resolve));
        },
        askForAll: () => Promise.resolve(ANSWERED),
        stop: () => {
          if (heeds) answers.at(-1)?.({ kind: "stopped" });
          return Promise.resolve();
        },
      },
    }),
  );
  const pushed: string[] = [];
  let now = 0;
  const page: Surroundings = {
    search: () => pushed.at(-1) ?? "?from=test",
    push: (search) => pushed.push(search),
    shelf: null,
    now: () => (now += 10),
  };
  const store = createStore(createEngine(open), "SELECT 1", page);
  return { store, asked, answers, open, close, pushed };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("the console's store", () => {
  it("loads the engine for the first script, and puts it into address and history", async () => {
    const { store, asked, answers, open, pushed } = setUp();
    const running = store.run();
    expect(store.running.value).toBe("SELECT 1");
    await settled();
    answers[0]?.(ANSWERED);
    await running;
    expect([asked, pushed, store.history.value]).toEqual([
      ["SELECT 1"],
      ["?sql=SELECT+1&from=test"],
      ["SELECT 1"],
    ]);
    expect(store.result.value).toMatchObject({ script: "SELECT 1", outcome: ANSWERED });
    expect(store.running.value).toBeNull();
    expect(open).toHaveBeenCalledOnce();
  });

  it("runs one script at a time", async () => {
    const { store, asked, answers } = setUp();
    const first = store.run();
    await settled();
    store.script.value = "SELECT 2";
    await store.run();
    answers[0]?.(ANSWERED);
    await first;
    expect(asked).toEqual(["SELECT 1"]);
  });

  it("stops a script that heeds it, and keeps the engine", async () => {
    const { store, close } = setUp();
    const running = store.run();
    await settled();
    await store.stop();
    await running;
    expect(store.result.value?.outcome).toEqual({ kind: "stopped" });
    expect(close).not.toHaveBeenCalled();
  });

  it("ends the engine of a script that heeds nothing, and loads another", async () => {
    const { store, close, open } = setUp({ heeds: false });
    void store.run();
    await settled();
    await store.stop();
    expect(store.result.value?.outcome).toEqual({ kind: "stopped" });
    expect(store.running.value).toBeNull();
    expect(close).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(store.engine.state.value.kind).toBe("ready"));
    expect(open).toHaveBeenCalledTimes(2);
  });

  it("does not run what was stopped before the engine came", async () => {
    const { store, asked } = setUp();
    const running = store.run();
    await store.stop();
    await running;
    expect(asked).toEqual([]);
    expect(store.result.value?.outcome).toEqual({ kind: "stopped" });
  });

  it("takes the script of the address, and runs it only if asked", async () => {
    const { store, asked, pushed } = setUp();
    pushed.push("?sql=SELECT+3");
    store.follow(false);
    await settled();
    expect([store.script.value, asked]).toEqual(["SELECT 3", []]);
    store.follow(true);
    await settled();
    expect(asked).toEqual(["SELECT 3"]);
  });
});
