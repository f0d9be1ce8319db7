import { openSearch, type Found, type Search } from "../../query/search.ts";
import type { NamedSound } from "../../query/search-file.ts";

/** What the worker is asked: to open an index, which comes first, or to find words. */
export type Question =
  | { readonly id: number; readonly url: string; readonly cache: RequestCache }
  | { readonly id: number; readonly typed: string };

/** What is known of the index outside of the worker. */
export interface Opened {
  readonly mark: string;
  readonly simplified: string;
  readonly names: readonly NamedSound[];
}

/** What it answers to the question of the same id. */
export type Answer =
  | { readonly id: number; readonly opened: Opened }
  | { readonly id: number; readonly found: Found }
  | { readonly id: number; readonly error: string };

let search: Search | undefined;

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  void answer(data).then((answer) => self.postMessage(answer));
});

async function answer(question: Question): Promise<Answer> {
  const { id } = question;
  try {
    if ("url" in question) return { id, opened: await open(question.url, question.cache) };
    if (!search) throw new Error("the index of the search is not open");
    return { id, found: search.find(question.typed) };
  } catch (error) {
    return { id, error: (error as Error).message };
  }
}

async function open(url: string, cache: RequestCache): Promise<Opened> {
  const response = await fetch(url, { cache });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  search = openSearch(await response.text());
  const { mark, simplified, names } = search;
  return { mark, simplified, names };
}
