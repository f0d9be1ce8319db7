/** Scripts that are kept. */
const LENGTH = 50;
const KEY = "atlas.console.history";

/** What the history needs of `localStorage`. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** The history with a script that was run: the newest first, each but once, the oldest let go. */
export function remembered(history: readonly string[], script: string): string[] {
  const text = script.trim();
  if (text === "") return [...history];
  return [text, ...history.filter((other) => other !== text)].slice(0, LENGTH);
}

/** The history that the browser keeps; empty where it keeps none, or something else. */
export function readHistory(shelf: Shelf | null): string[] {
  try {
    const kept: unknown = JSON.parse(shelf?.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((script) => typeof script === "string") : [];
  } catch {
    return [];
  }
}

/** Keeps the history, as long as the browser lets us: a private window may not. */
export function writeHistory(shelf: Shelf | null, history: readonly string[]): void {
  try {
    if (history.length === 0) shelf?.removeItem(KEY);
    else shelf?.setItem(KEY, JSON.stringify(history));
  } catch {
    // Then it lasts as long as the page.
  }
}
