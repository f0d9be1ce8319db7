import type { Words } from "../model/table.ts";

/** Whether a line holds a header of indicators without anything between its cells. */
export function isGlued(text: string): boolean {
  return /二\s*级\s*指\s*标[^\s\d]{0,6}三\s*级\s*指\s*标/u.test(text);
}

export function unglue(lines: readonly Words[]): Words[] {
  return [...lines];
}
