import type { Found } from "../../query/search.ts";
import { fileHref } from "../href.ts";
import type { Answer, Opened, Question } from "./search-worker.ts";
import type { Connect } from "./searching.ts";

/** A question without its number; of each kind, so that the union stays one. */
type Asked = Question extends infer One ? (One extends Question ? Omit<One, "id"> : never) : never;

/** Opens the index of the search in a worker. Rejects if it is not there. */
export const connectSearch: Connect = async ({ fresh }) => {
  const worker = new Worker(new URL("./search-worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, PromiseWithResolvers<Answer>>();
  let asked = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.id)?.resolve(data);
    waiting.delete(data.id);
  });
  worker.addEventListener("error", ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message || "no worker"));
    waiting.clear();
  });

  try {
    const opened = await openIndex();
    return { ...opened, find, close: () => worker.terminate() };
  } catch (error) {
    worker.terminate();
    throw error;
  }

  async function openIndex(): Promise<Opened> {
    const url = new URL(fileHref("/search.txt"), location.href).href;
    // It is of one build with the page: the browser asks whether it has changed.
    const answer = await ask({ url, cache: fresh ? "reload" : "no-cache" });
    if (!("opened" in answer)) throw new Error("the index of the search was not opened");
    return answer.opened;
  }

  async function find(typed: string): Promise<Found> {
    const answer = await ask({ typed });
    if (!("found" in answer)) throw new Error(`nothing was looked for: ${typed}`);
    return answer.found;
  }

  async function ask(question: Asked): Promise<Answer> {
    const id = ++asked;
    const answer = Promise.withResolvers<Answer>();
    waiting.set(id, answer);
    worker.postMessage({ ...question, id });
    const answered = await answer.promise;
    if ("error" in answered) throw new Error(answered.error);
    return answered;
  }
};
