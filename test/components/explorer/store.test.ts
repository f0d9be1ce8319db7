import { describe, expect, it, vi } from "vitest";
import { createStore, PAGE_ROWS, type Open } from "../../../src/components/explorer/store.ts";
import type { Database, OpenDatabase } from "../../../src/query/database.ts";
import { WHOLE } from "../../../src/query/slice-conditions.ts";
import type { SliceView } from "../../../src/query/slice.ts";

const view = (projects: number): SliceView => ({
  headline: { projects, amount: 0, unstated: 0, indicators: 0 },
  counts: [],
  regions: [],
  types: [],
  targets: [],
  table: { tab: "projects", rows: [] },
});

/** Answers every statement with one row of `projects`, when told to. */
function slowDatabase(answers: readonly Promise<number>[]) {
  let asked = -1;
  const limits: string[] = [];
  const database: Database = {
    async rows<Row>(sql: string) {
      if (sql.includes("unstated")) asked += 1;
      limits.push(...(sql.match(/LIMIT \d+/g) ?? []));
      return [{ projects: await answers[asked] }] as Row[];
    },
  };
  return { database: database as OpenDatabase, limits };
}

function memoryAddress(start = "") {
  const entries = [start];
  return { entries, search: () => entries.at(-1)!, push: (search: string) => entries.push(search) };
}

const settle = () =>
  vi.waitFor(() => undefined).then(() => new Promise((done) => setTimeout(done)));

describe("createStore", () => {
  it("shows what was prepared at build until it is asked for something else", async () => {
    const open = vi.fn<Open>(() => Promise.resolve(slowDatabase([]).database));
    const store = createStore(view(5), open, memoryAddress());
    store.follow();
    await store.load();
    expect(store.shown.value.view.headline.projects).toBe(5);
    expect(store.isPending.value).toBe(false);
    expect(store.engine.value.kind).toBe("ready");
  });

  it("answers the address as soon as the engine is there", async () => {
    const { database } = slowDatabase([Promise.resolve(2)]);
    const store = createStore(
      view(5),
      () => Promise.resolve(database),
      memoryAddress("?year=2024"),
    );
    store.follow();
    expect(store.isPending.value).toBe(true);
    await store.load();
    expect(store.shown.value.slice.year).toEqual(["2024"]);
    expect(store.shown.value.view.headline.projects).toBe(2);
  });

  it("lets no late answer overwrite a newer one", async () => {
    let late = (_: number) => {};
    const answers = [new Promise<number>((done) => (late = done)), Promise.resolve(2)];
    const store = createStore(
      view(5),
      () => Promise.resolve(slowDatabase(answers).database),
      memoryAddress(),
    );
    await store.load();
    store.go({ ...WHOLE, year: ["2023"] });
    store.go({ ...WHOLE, year: ["2024"] });
    await settle();
    late(1);
    await settle();
    expect(store.shown.value.slice.year).toEqual(["2024"]);
    expect(store.shown.value.view.headline.projects).toBe(2);
    expect(store.isPending.value).toBe(false);
  });

  it("puts each step into the history, once, and keeps keys it does not know", () => {
    const address = memoryAddress("?lang=zh");
    const store = createStore(view(5), () => new Promise(() => {}), address);
    store.go({ ...WHOLE, year: ["2024"] });
    store.go({ ...WHOLE, year: ["2024"] });
    expect(address.entries).toEqual(["?lang=zh", "?year=2024&lang=zh"]);
  });

  it("asks for more rows, and for the first again after another question", async () => {
    const { database, limits } = slowDatabase([1, 1, 1].map((n) => Promise.resolve(n)));
    const store = createStore(view(5), () => Promise.resolve(database), memoryAddress());
    await store.load();
    store.more();
    await settle();
    store.go({ ...WHOLE, year: ["2024"] });
    await settle();
    expect(limits).toEqual([`LIMIT ${2 * PAGE_ROWS}`, `LIMIT ${PAGE_ROWS}`]);
  });

  it("may be loaded once more after it failed, not for ever", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const { database } = slowDatabase([Promise.resolve(3)]);
    const open = vi
      .fn<Open>()
      .mockRejectedValueOnce(new Error("no WebAssembly"))
      .mockResolvedValueOnce(database);
    const store = createStore(view(5), open, memoryAddress("?year=2024"));
    store.follow();
    await store.load();
    expect(store.engine.value).toEqual({ kind: "failed", canRetry: true });
    expect(store.shown.value.view.headline.projects).toBe(5);
    await store.load();
    expect(store.engine.value.kind).toBe("ready");
    expect(store.shown.value.view.headline.projects).toBe(3);

    const broken = createStore(view(5), () => Promise.reject(new Error("gone")), memoryAddress());
    await broken.load();
    await broken.load();
    expect(broken.engine.value).toEqual({ kind: "failed", canRetry: false });
  });
});
