import type { Format } from "../model/table.ts";

/** A file that cannot be read, with the reason and what to do, in one line each. */
export interface Unreadable {
  readonly format: Format;
  readonly reason: string;
}

/**
 * Gives a file up from deep inside a reader. Never leaves `extract`, which hands over the reason:
 * what is wrong with the file and what to do, in both languages.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  /** What kind of file it is, where the reader knows better than who called it. */
  readonly format: Format | undefined;

  constructor(reason: string, { format, ...options }: ErrorOptions & { format?: Format } = {}) {
    super(reason, options);
    this.format = format;
  }
}

/** What a file is refused with that breaks off or breaks the rules of its kind. */
export const DAMAGED = "文件已损坏，读不出来，请重新下载（the file is damaged: fetch it again）";
export const TOO_LARGE =
  "内容太多，不像绩效目标表，请拆分后再读（too large for performance tables: split it first）";
export const NO_WORDS = "文件里没有文字（there are no words in the file）";
