import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Answer } from "../../query/answer.ts";
import type { Console, Outcome } from "../../query/console.ts";
import type { Engine } from "../engine/engine.ts";
import { scriptOf, searchOf } from "./address.ts";
import { readHistory, remembered, writeHistory, type Shelf } from "./history.ts";

/** Rows of an answer that are kept to be shown; the download has all. */
export const SHOWN_ROWS = 50_000;
/** How long a statement may take to heed that it is stopped, before the engine is ended. */
const STOP_MS = 1000;

/** The database as the console sees it. */
export interface ConsoleDatabase {
  readonly console: Console;
  close(): Promise<void>;
}

/** A script that was run, with how it fared. */
export interface Result {
  readonly script: string;
  readonly outcome: Outcome;
  readonly milliseconds: number;
  /** By the reader, here; not by the address that led here. */
  readonly isAsked: boolean;
}

/** What the store needs of the page. */
export interface Surroundings {
  /** The query of the current address. */
  search(): string;
  /** Puts a new entry into the history of the browser. */
  push(search: string): void;
  /** Where the scripts are kept that were run; null where the browser lets nobody keep anything. */
  readonly shelf: Shelf | null;
  /** Milliseconds since some moment. */
  now(): number;
}

/** The state of the console: the script, what came of it, and the scripts before it. */
export interface ConsoleStore {
  readonly engine: Engine<ConsoleDatabase>;
  readonly script: Signal<string>;
  readonly result: ReadonlySignal<Result | null>;
  /** The script that waits for the engine or runs in it. */
  readonly running: ReadonlySignal<string | null>;
  readonly history: ReadonlySignal<readonly string[]>;
  /** Runs the script as it stands, once the engine is there; into the address and the history. */
  run(): Promise<void>;
  /** Stops what runs; ends the engine, and loads another, where it heeds nothing. */
  stop(): Promise<void>;
  /** Brings back the history that the browser keeps; not at build, where there is none. */
  recall(): void;
  /** Takes the script of the address, and runs it if `isAsked`. */
  follow(isAsked: boolean): void;
  /** All rows of the result, given piece by piece. */
  takeAll(take: (piece: Answer) => void): Promise<Outcome | null>;
  forget(): void;
}

/** Makes the store with the script to begin with. */
export function createStore(
  engine: Engine<ConsoleDatabase>,
  first: string,
  page: Surroundings,
): ConsoleStore {
  const script = signal(first);
  const result = signal<Result | null>(null);
  const asked = signal<{ readonly script: string } | null>(null);
  const history = signal<readonly string[]>([]);
  const running = computed(() => asked.value?.script ?? null);

  return {
    ...{ engine, script, result, running, history },
    ...{ run, stop, recall, follow, takeAll, forget },
  };

  async function run(): Promise<void> {
    if (asked.value) return;
    const text = script.value;
    const search = searchOf(text, page.search());
    if (search !== page.search()) page.push(search);
    keep(remembered(history.value, text));
    await show(text, true);
  }

  async function show(text: string, isAsked: boolean): Promise<void> {
    const start = { now: 0 };
    const outcome = await ask(text, (database) => {
      start.now = page.now();
      return database.console.ask(text, SHOWN_ROWS);
    });
    if (!outcome) return;
    result.value = { script: text, outcome, milliseconds: page.now() - start.now, isAsked };
  }

  /** Null if there is no engine, or it breaks; or if what was asked was stopped with it. */
  async function ask(
    text: string,
    question: (database: ConsoleDatabase) => Promise<Outcome>,
  ): Promise<Outcome | null> {
    const own = { script: text };
    asked.value = own;
    await engine.load();
    const database = engine.database();
    try {
      return database && asked.value === own ? await question(database) : null;
    } catch (error) {
      if (database) engine.break(database, error);
      return null;
    } finally {
      if (asked.value === own) asked.value = null;
    }
  }

  async function stop(): Promise<void> {
    const own = asked.value;
    const start = page.now();
    void engine
      .database()
      ?.console.stop()
      .catch(() => undefined);
    while (asked.value === own && engine.database() && page.now() - start < STOP_MS) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    if (!own || asked.value !== own) return;
    asked.value = null;
    const outcome = { kind: "stopped" } as const;
    result.value = { script: own.script, outcome, milliseconds: 0, isAsked: true };
    if (!engine.database()) return;
    engine.release();
    void engine.load();
  }

  function recall(): void {
    history.value = readHistory(page.shelf);
  }

  function follow(isAsked: boolean): void {
    const text = scriptOf(page.search());
    if (text === null) return;
    script.value = text;
    if (isAsked && !asked.value && result.value?.script !== text) void show(text, false);
  }

  async function takeAll(take: (piece: Answer) => void): Promise<Outcome | null> {
    const shown = result.value;
    if (!shown || asked.value) return null;
    return ask(shown.script, (database) => database.console.askForAll(shown.script, take));
  }

  function forget(): void {
    keep([]);
  }

  function keep(scripts: readonly string[]): void {
    history.value = scripts;
    writeHistory(page.shelf, scripts);
  }
}
