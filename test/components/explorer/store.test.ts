import { describe, expect, it, vi } from "vitest";
import type { Open } from "../../../src/components/engine/engine.ts";
import {
  createStore as createSearchedStore,
  PAGE_ROWS,
  type Address,
  type Answers,
  type Store,
} from "../../../src/components/explorer/store.ts";
import { FIRST_LOOK } from "../../../src/components/explorer/look.ts";
import type { Searching } from "../../../src/components/explorer/searching.ts";
import type { Database, OpenDatabase, Parameter } from "../../../src/query/database.ts";
import { WHOLE } from "../../../src/query/slice-conditions.ts";

const headline = (projects: number) => ({
  projects,
  amount: 0,
  unstated: 0,
  indicators: 0,
  median: null,
  half: 0,
});

const view = (projects: number): Answers => ({
  view: {
    headline: headline(projects),
    counts: [],
    regions: [],
    flows: [],
    types: [],
    amounts: [],
    targets: [],
    families: [],
  },
  table: { tab: "projects", rows: [] },
});

/** Answers every statement of a view with a headline of `projects`, when told to. */
function slowDatabase(answers: readonly Promise<number>[]) {
  let asked = -1;
  const limits: string[] = [];
  const database: OpenDatabase = {
    close: () => Promise.resolve(),
    async rows<Row>(sql: string) {
      limits.push(...(sql.match(/LIMIT \d+ OFFSET \d+/g) ?? []));
      if (!sql.includes("AS headline")) return [];
      asked += 1;
      return [{ headline: [headline((await answers[asked])!)] }] as Row[];
    },
  };
  return { database, limits, views: () => asked + 1 };
}

/** A store in which nobody searches, unless told otherwise. */
function createStore(
  whole: Answers,
  open: Open<OpenDatabase>,
  address: Address,
  hitsIn: Searching["hitsIn"] = () => Promise.reject(new Error("nobody searches")),
): Store {
  return createSearchedStore(whole, open, { hitsIn }, address);
}

function memoryAddress(start = "") {
  const entries = [start];
  return {
    entries,
    search: () => entries.at(-1)!,
    push: (search: string) => entries.push(search),
    replace: (search: string) => entries.splice(-1, 1, search),
  };
}

const settle = () =>
  vi.waitFor(() => undefined).then(() => new Promise((done) => setTimeout(done)));

describe("createStore", () => {
  it("shows what was prepared at build until it is asked for something else", async () => {
    const open = vi.fn<Open<OpenDatabase>>(() => Promise.resolve(slowDatabase([]).database));
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

  it("asks for the rows that are wanted, each page once, and anew of another table", async () => {
    const { database, limits } = slowDatabase([1, 1, 1].map((n) => Promise.resolve(n)));
    const store = createStore(view(5), () => Promise.resolve(database), memoryAddress());
    store.want(0, 20);
    await store.load();
    store.want(150, 210);
    store.want(150, 210);
    await settle();
    const page = (number: number) => `LIMIT ${PAGE_ROWS} OFFSET ${number * PAGE_ROWS}`;
    expect(limits).toEqual([page(1), page(2)]);
    expect([...store.pages.value.keys()]).toEqual([1, 2]);
    store.go({ ...WHOLE, year: ["2024"] });
    await settle();
    store.want(0, 120);
    await settle();
    expect(limits.slice(2)).toEqual([page(0), page(1)]);
    expect([...store.pages.value.keys()]).toEqual([0, 1]);
  });

  it("drops rows that come after the table has become another", async () => {
    const { database } = slowDatabase([1].map((n) => Promise.resolve(n)));
    let late = () => {};
    const waits: OpenDatabase = {
      close: () => Promise.resolve(),
      async rows<Row>(sql: string, params?: readonly Parameter[]) {
        if (sql.includes("OFFSET 300")) await new Promise<void>((done) => (late = done));
        return database.rows<Row>(sql, params);
      },
    };
    const store = createStore(view(5), () => Promise.resolve(waits), memoryAddress());
    await store.load();
    store.want(300, 310);
    store.go({ ...WHOLE, sort: { column: "name", descending: false } });
    await settle();
    late();
    await settle();
    expect([...store.pages.value.keys()]).toEqual([0]);
  });

  it("asks only for what changes: another order asks no charts, another count nothing", async () => {
    const { database, limits, views } = slowDatabase([1, 1].map((n) => Promise.resolve(n)));
    const store = createStore(view(5), () => Promise.resolve(database), memoryAddress());
    await store.load();
    const charts = store.shown.value.view;
    store.go({ ...WHOLE, sort: { column: "name", descending: false } });
    await settle();
    expect([limits.length, views()]).toEqual([1, 0]);
    expect(store.shown.value.view).toBe(charts);
    store.go({ ...store.slice.value, counting: "full" });
    expect(store.isPending.value).toBe(false);
    expect([limits.length, views()]).toEqual([1, 0]);
    store.go({ ...store.slice.value, measure: "projects" });
    await settle();
    expect([limits.length, views()]).toEqual([1, 1]);
  });

  it("counts otherwise without the engine", () => {
    const store = createStore(view(5), () => new Promise(() => {}), memoryAddress());
    store.go({ ...WHOLE, counting: "sole" });
    expect(store.isPending.value).toBe(false);
    expect(store.shown.value.slice.counting).toBe("sole");
  });

  it("puts what is unfolded into the address, as no step of the history", () => {
    const address = memoryAddress("?year=2024");
    const store = createStore(view(5), () => new Promise(() => {}), address);
    store.follow();
    const unfolded = { ...FIRST_LOOK, open: [], numbers: ["types"] } as const;
    store.unfold(unfolded);
    expect(address.entries).toEqual(["?numbers=types&open=none&year=2024"]);
    store.go({ ...store.slice.value, year: [] });
    expect(address.entries.at(-1)).toBe("?numbers=types&open=none");
    store.follow();
    expect(store.look.value).toEqual(unfolded);
  });

  it("may be loaded once more after it failed, not for ever", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const { database } = slowDatabase([Promise.resolve(3)]);
    const open = vi
      .fn<Open<OpenDatabase>>()
      .mockRejectedValueOnce(new Error("no WebAssembly"))
      .mockResolvedValueOnce(database);
    const store = createStore(view(5), open, memoryAddress("?year=2024"));
    store.follow();
    await store.load();
    expect(store.engine.value).toMatchObject({ kind: "failed", canRetry: true });
    expect(store.shown.value.view.headline.projects).toBe(5);
    await store.load();
    expect(store.engine.value.kind).toBe("ready");
    expect(store.shown.value.view.headline.projects).toBe(3);

    const broken = createStore(view(5), () => Promise.reject(new Error("gone")), memoryAddress());
    await broken.load();
    await broken.load();
    expect(broken.engine.value).toMatchObject({ kind: "failed", canRetry: false });
  });

  it("looks for words before it asks for their slice, and steps once for all that is typed", async () => {
    const { database } = slowDatabase([1, 1].map((n) => Promise.resolve(n)));
    const hitsIn = vi.fn((_: Database, typed: string) =>
      Promise.resolve({ projects: "1", indicators: typed }),
    );
    const address = memoryAddress();
    const store = createStore(view(5), () => Promise.resolve(database), address, hitsIn);
    await store.load();
    store.go({ ...WHOLE, q: "梅" });
    store.go({ ...WHOLE, q: "梅州" }, "same");
    await settle();
    expect(address.entries.map((entry) => decodeURIComponent(entry))).toEqual(["", "?q=梅州"]);
    expect(hitsIn.mock.calls.map(([, typed]) => typed)).toEqual(["梅", "梅州"]);
    expect(store.shown.value.slice.q).toBe("梅州");
    expect(store.engine.value.kind).toBe("ready");
  });

  it("says that the engine failed where the search does", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const { database } = slowDatabase([]);
    const store = createStore(view(5), () => Promise.resolve(database), memoryAddress());
    await store.load();
    store.go({ ...WHOLE, q: "梅州" });
    await settle();
    expect(store.engine.value).toMatchObject({ kind: "failed", canRetry: true });
    warn.mockRestore();
  });
});
