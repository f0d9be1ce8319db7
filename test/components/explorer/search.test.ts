import { describe, expect, it, vi } from "vitest";
import { highlightOf } from "../../../src/components/explorer/highlight.ts";
import { createSearching, type Connection } from "../../../src/components/explorer/searching.ts";
import { suggestionsFor } from "../../../src/components/explorer/suggestions.ts";
import type { Database } from "../../../src/query/database.ts";
import { simplifiedCharacters, soundOf } from "../../../src/query/search-source.ts";
import { makeFolding } from "../../../src/query/search-text.ts";
import { WHOLE, type Facet, type Slice } from "../../../src/query/slice-conditions.ts";
import type { FacetValue } from "../../../src/query/slice-facets.ts";

const names = ["梅州市", "广州市", "广州市协作办公室"].map((name) => ({
  name,
  sound: soundOf(name),
}));
const known = { folding: makeFolding(simplifiedCharacters()), names };

describe("highlightOf", () => {
  it.each<[why: string, typed: string, text: string, shown: string]>([
    ["nothing is typed", "", "梅州市", "梅州市"],
    ["the words of all terms", "满意 ≥90%", "满意度≥90％", "[满意]度[≥90％]"],
    ["a name meant by its sound", "mz", "对口帮扶梅州市", "对口帮扶[梅州市]"],
    ["no name that sounds otherwise", "mz", "广州市", "广州市"],
  ])("%s", (_, typed, text, shown) => {
    const stretches = highlightOf(typed, known)(text);
    expect(stretches.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join("")).toBe(
      shown,
    );
  });

  it("shows nothing before the index is there", () => {
    expect(highlightOf("梅州", null)("梅州")).toEqual([{ text: "梅州", isFound: false }]);
  });
});

describe("suggestionsFor", () => {
  const value = (facet: Facet, key: string, name: string | null, nameEn: string | null = null) => {
    return { facet, key, name, nameEn, parent: null } satisfies FacetValue;
  };
  const values = [
    value("region", "441400", "梅州市", "Meizhou"),
    value("region", "440100", "广州市", "Guangzhou"),
    value("city", "440100", "广州市", "Guangzhou"),
    value("department", "gz", "广州市协作办公室"),
    value("department", "hd", "广州市花都区人民政府办公室"),
    value("family", "satisfaction", "满意度", "satisfaction"),
    value("theme", "对口帮扶", "对口帮扶"),
    value("region", "none", null),
  ];
  const counts = [
    { facet: "department", key: "gz", count: 1 },
    { facet: "department", key: "hd", count: 9 },
  ] as const;
  const suggested = (typed: string, some: Partial<Slice> = {}, of: typeof known | null = known) =>
    suggestionsFor(typed, { ...WHOLE, ...some }, { values, counts }, of).map(
      ({ facet, key }) => `${facet} ${key}`,
    );

  it.each<[why: string, typed: string, offered: string[]]>([
    ["nothing for nothing", " ", []],
    ["a place by its name", "梅州", ["region 441400"]],
    [
      "a place in traditional characters",
      "廣州市",
      ["region 440100", "department hd", "department gz", "city 440100"],
    ],
    ["a place by its initials", "mz", ["region 441400"]],
    ["a place by its English name", "meizhou", ["region 441400"]],
    ["a department by initials within its name", "xzb", ["department gz"]],
    ["a family by its English name", "satis", ["family satisfaction"]],
    ["departments, those with most first", "办公室", ["department hd", "department gz"]],
    ["nothing of facets without names of their own", "对口", []],
  ])("offers %s", (_, typed, offered) => {
    expect(suggested(typed)).toEqual(offered);
  });

  it("offers nothing twice, and does without an index", () => {
    expect(suggested("梅州", { region: ["441400"] })).toEqual([]);
    expect(suggested("梅州", {}, null)).toEqual(["region 441400"]);
  });

  it("puts the value in the place of the words", () => {
    const [first] = suggestionsFor(
      "梅州",
      { ...WHOLE, q: "梅", year: ["2024"] },
      { values, counts },
      known,
    );
    expect(first?.slice).toEqual({ ...WHOLE, q: "", year: ["2024"], region: ["441400"] });
  });
});

describe("createSearching", () => {
  const database = (mark: string): Database => ({
    rows: <Row>() => Promise.resolve([{ mark }] as Row[]),
  });
  const connection = (mark: string): Connection => ({
    mark,
    simplified: "",
    names,
    find: (typed) =>
      Promise.resolve({ hits: { projects: mark, indicators: typed }, projects: 1, indicators: 1 }),
    close: vi.fn(),
  });

  it("opens the index once, when it is first wanted", async () => {
    const connect = vi.fn(() => Promise.resolve(connection("a")));
    const searching = createSearching(connect);
    expect(connect).not.toHaveBeenCalled();
    expect(searching.known.value).toBeNull();
    await Promise.all([searching.find("梅州"), searching.hitsIn(database("a"), "梅州")]);
    expect(connect).toHaveBeenCalledTimes(1);
    expect(searching.known.value?.names).toBe(names);
  });

  it("tries again after it did not come", async () => {
    const connect = vi.fn(() => Promise.resolve(connection("a")));
    connect.mockRejectedValueOnce(new Error("offline"));
    const searching = createSearching(connect);
    await expect(searching.find("梅州")).rejects.toThrow("offline");
    expect(await searching.find("梅州")).toMatchObject({ projects: 1 });
  });

  it("asks for the index anew where it is of other data, and gives up if it still is", async () => {
    const [old, current] = [connection("old"), connection("new")];
    const connect = vi.fn(({ fresh }: { fresh: boolean }) =>
      Promise.resolve(fresh ? current : old),
    );
    const searching = createSearching(connect);
    expect(await searching.hitsIn(database("new"), "梅州")).toEqual({
      projects: "new",
      indicators: "梅州",
    });
    expect(old.close).toHaveBeenCalled();
    await expect(searching.hitsIn(database("newer"), "梅州")).rejects.toThrow("of other data");
  });
});
