import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clear,
  formatSlice,
  isNarrowed,
  parseSlice,
  toggle,
  withCounting,
  withMeasure,
  withSort,
  withTab,
} from "../../../src/components/explorer/codec.ts";
import {
  FIGURES,
  FIRST_LOOK,
  flip,
  formatLook,
  parseLook,
  type Look,
} from "../../../src/components/explorer/look.ts";
import {
  COUNTINGS,
  FACETS,
  FILTERS,
  MEASURES,
  NO_FACETS,
  defaultCounting,
  SORTS,
  TABS,
  WHOLE,
  type Slice,
} from "../../../src/query/slice-conditions.ts";

describe("parseSlice and formatSlice", () => {
  it.each<[why: string, search: string, slice: Partial<Slice>]>([
    ["nothing is everything", "", {}],
    ["a link from a region's page", "?region=441400", { region: ["441400"] }],
    [
      "several values repeat the key, and are put in order",
      "?region=522200&region=441400",
      { region: ["441400", "522200"] },
    ],
    ["a value twice counts once", "?year=2024&year=2024", { year: ["2024"] }],
    ["an empty value is none", "?year=&theme=", {}],
    ["what no document says is a value too", "?region=none", { region: ["none"] }],
    ["a level-2 class is completed", "?type=数量指标", { type: ["产出指标-数量指标"] }],
    ["“成本指标” is the level-1 class", "?type=成本指标", { type: ["成本指标"] }],
    [
      "the cost class under output, in full",
      "?type=产出指标-成本指标",
      { type: ["产出指标-成本指标"] },
    ],
    ["an unknown class stays, to be removed by the reader", "?type=甲", { type: ["甲"] }],
    [
      "a name every object has is no class",
      "?type=constructor&measure=toString",
      { type: ["constructor"] },
    ],
    ["a measure that does not exist is the default", "?measure=votes", {}],
    ["a range of amounts", "?amount=10000-500000", { amount: { from: 10_000, below: 500_000 } }],
    ["an open range", "?amount=-0.5", { amount: { from: null, below: 0.5 } }],
    ["amounts that are not stated", "?amount=none", { amount: "none" }],
    ["no range at all", "?amount=much", {}],
    ["a way to count", "?count=full", { counting: "full" }],
    [
      "the way that suits the measure is the default",
      "?measure=projects&count=full",
      { measure: "projects" },
    ],
    ["a way that does not exist", "?count=twice", {}],
    ["a sort downwards", "?sort=-findings", { sort: { column: "findings", descending: true } }],
    ["a sort of the other table is none", "?sort=target", {}],
    [
      "a sort of the table in front",
      "?tab=indicators&sort=target",
      { tab: "indicators", sort: { column: "target", descending: false } },
    ],
  ])("%s: %s", (_, search, slice) => {
    expect(parseSlice(search)).toEqual({ ...WHOLE, ...slice });
  });

  it("leaves defaults out, sorts keys, and keeps unknown keys behind", () => {
    const slice: Slice = {
      ...WHOLE,
      theme: ["东西部协作"],
      department: ["b", "a"],
      measure: "projects",
    };
    expect(decodeURIComponent(formatSlice(slice, "?utm=x&region=1&a=2&a=1"))).toBe(
      "?department=a&department=b&measure=projects&theme=东西部协作&utm=x&a=2&a=1",
    );
  });

  it("says nothing of everything", () => {
    expect(formatSlice(WHOLE)).toBe("");
  });

  it("gives back every slice", () => {
    fc.assert(
      fc.property(slices(), (slice) => {
        expect(parseSlice(formatSlice(slice))).toEqual(slice);
      }),
    );
  });

  it("comes to rest: an address written from an address reads the same and stays the same", () => {
    fc.assert(
      fc.property(searches(), (search) => {
        const once = formatSlice(parseSlice(search), search);
        expect(parseSlice(once)).toEqual(parseSlice(search));
        expect(formatSlice(parseSlice(once), once)).toBe(once);
      }),
    );
  });

  it("keeps what it does not know, in order, and nothing else twice", () => {
    const ours = [
      ...FACETS,
      "q",
      "amount",
      "measure",
      "count",
      "tab",
      "sort",
      "open",
      "numbers",
      "project-columns",
      "indicator-columns",
      "row",
    ];
    const unknown = (search: string) =>
      [...new URLSearchParams(search)].filter(([key]) => !ours.includes(key));
    fc.assert(
      fc.property(slices(), searches(), (slice, search) => {
        const written = formatSlice(slice, search);
        expect(unknown(written)).toEqual(unknown(search));
        expect(parseSlice(written)).toEqual(slice);
      }),
    );
  });
});

describe("parseLook and formatLook", () => {
  it.each<[why: string, search: string, look: Partial<Look>]>([
    ["nothing is the first look", "?region=441400", {}],
    ["a facet unfolded alone", "?open=theme", { open: ["theme"] }],
    ["all facets folded", "?open=none", { open: [] }],
    [
      "charts with their numbers",
      "?numbers=types&numbers=regions&numbers=x",
      { numbers: ["regions", "types"] },
    ],
    [
      "columns of one table, in its order",
      "?project-columns=goal+unit+name+x",
      { columns: { ...FIRST_LOOK.columns, projects: ["unit", "goal"] } },
    ],
    [
      "no column but the first",
      "?indicator-columns=none",
      { columns: { ...FIRST_LOOK.columns, indicators: [] } },
    ],
    ["rows that show their source", "?row=b&row=a&row=b", { rows: ["a", "b"] }],
  ])("%s: %s", (_, search, look) => {
    expect(parseLook(search)).toEqual({ ...FIRST_LOOK, ...look });
  });

  it("gives back every look, and leaves the slice alone", () => {
    fc.assert(
      fc.property(
        looks(),
        slices(),
        fc.constantFrom("", "?utm=x&a=2&a=1"),
        (look, slice, search) => {
          const written = formatLook(look, formatSlice(slice, search));
          expect(parseLook(written)).toEqual(look);
          expect(parseSlice(written)).toEqual(slice);
          expect(formatSlice(slice, formatLook(look, search))).toBe(written);
          const keys = [...new URLSearchParams(written).keys()].filter(
            (key) => !/^(utm|a)$/.test(key),
          );
          expect(keys).toEqual([...keys].sort());
        },
      ),
    );
  });

  it("says nothing of the first look", () => {
    expect(formatLook(FIRST_LOOK)).toBe("");
    expect(formatLook({ ...FIRST_LOOK, open: [...FIRST_LOOK.open].reverse() })).toBe("");
  });

  it("flip adds and takes away", () => {
    expect(flip(["a"], "b")).toEqual(["a", "b"]);
    expect(flip(["a", "b"], "a")).toEqual(["b"]);
  });
});

describe("changes of a slice", () => {
  it("toggle adds in order and takes away again", () => {
    const one = toggle(WHOLE, "region", "522200");
    const two = toggle(one, "region", "441400");
    expect(two.region).toEqual(["441400", "522200"]);
    expect(toggle(two, "region", "441400")).toEqual(one);
  });

  it("clear leaves measure, table and sort alone", () => {
    const slice = parseSlice("?region=1&theme=x&measure=projects&tab=indicators&sort=-type");
    expect(isNarrowed(slice)).toBe(true);
    expect(formatSlice(clear(slice))).toBe("?measure=projects&sort=-type&tab=indicators");
    expect(isNarrowed(clear(slice))).toBe(false);
  });

  it("clear takes the range of amounts away too", () => {
    const slice = parseSlice("?amount=1-2");
    expect(isNarrowed(slice)).toBe(true);
    expect(clear(slice)).toEqual(WHOLE);
  });

  it("another measure keeps a way to count unless it is its own default", () => {
    const full = withCounting(WHOLE, "full");
    expect(full.counting).toBe("full");
    expect(withMeasure(full, "projects").counting).toBeNull();
    expect(withMeasure(withCounting(WHOLE, "sole"), "projects").counting).toBe("sole");
    expect(withCounting(full, "shared").counting).toBeNull();
  });

  it("the other table forgets the sort of the first", () => {
    const slice = parseSlice("?sort=-findings");
    expect(withTab(slice, "indicators").sort).toBeNull();
    expect(withTab(slice, "projects").sort).toEqual(slice.sort);
  });

  it("sorting by the same column again turns it round", () => {
    const down = withSort(WHOLE, "amount", true);
    expect(down.sort).toEqual({ column: "amount", descending: true });
    expect(withSort(down, "amount", true).sort?.descending).toBe(false);
    expect(withSort(down, "name", false).sort?.descending).toBe(false);
  });
});

function slices(): fc.Arbitrary<Slice> {
  const value = fc.oneof(
    fc.constantFrom("441400", "none", "产出指标", "产出指标-数量指标", "2024", "东西部协作"),
    fc.string({ minLength: 1, unit: "binary" }).filter((text) => text.isWellFormed()),
  );
  const values = fc.uniqueArray(value).map((all) => all.sort());
  const yuan = fc.option(fc.integer({ min: 0, max: 1e14 }).map((fen) => fen / 100));
  const conditions = fc.record({
    ...Object.fromEntries(FACETS.map((facet) => [facet, values])),
    q: fc
      .array(fc.string({ unit: fc.constantFrom(..."≥90%梅州a+&#") }), { maxLength: 3 })
      .map((terms) => terms.filter(Boolean).join(" ")),
    amount: fc.option(
      fc.oneof(fc.constant("none" as const), fc.record({ from: yuan, below: yuan })),
    ),
  });
  const facets = fc
    .constantFrom(...MEASURES)
    .chain((measure) =>
      fc
        .tuple(
          conditions,
          fc.option(
            fc.constantFrom(...COUNTINGS.filter((one) => one !== defaultCounting(measure))),
          ),
        )
        .map(([condition, counting]) => ({ ...NO_FACETS, ...condition, measure, counting })),
    );
  const tables = fc.constantFrom(...TABS).chain((tab) =>
    fc.record({
      tab: fc.constant(tab),
      sort: fc.option(
        fc.record({ column: fc.constantFrom(...SORTS[tab]), descending: fc.boolean() }),
      ),
    }),
  );
  return fc.tuple(facets, tables).map(([facet, table]) => ({ ...facet, ...table }));
}

function looks(): fc.Arbitrary<Look> {
  const [[, ...projects], [, ...indicators]] = [SORTS.projects, SORTS.indicators];
  return fc.record({
    open: fc.subarray([...FILTERS]),
    numbers: fc.subarray([...FIGURES]),
    columns: fc.record({ projects: fc.subarray(projects), indicators: fc.subarray(indicators) }),
    rows: fc.subarray(["a/p01", "b/p02/i01", "c"]),
  });
}

function searches(): fc.Arbitrary<string> {
  const key = fc.oneof(
    fc.constantFrom(...FACETS, "q", "amount", "measure", "count", "tab", "sort", "open", "lang"),
    fc.string(),
  );
  const value = fc.oneof(
    fc.constantFrom(
      "441400",
      "none",
      "数量指标",
      "projects",
      "indicators",
      "-amount",
      "target",
      "1-2",
      "full",
    ),
    fc.string(),
  );
  return fc.array(fc.tuple(key, value)).map((pairs) => `?${new URLSearchParams(pairs)}`);
}
