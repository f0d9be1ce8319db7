import type { Format } from "../model/table.ts";

/** A file that cannot be read, with the reason and what to do, in one line each. */
export interface Unreadable {
  readonly format: Format;
  readonly reason: string;
}
