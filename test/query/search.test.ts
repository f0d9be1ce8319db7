import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDatabase } from "../../src/query/database.ts";
import { formatIndex, markOf, parseIndex } from "../../src/query/search-file.ts";
import { indexOf } from "../../src/query/search-source.ts";
import { openSearch, type Search } from "../../src/query/search.ts";
import { TABS, WHOLE, type Slice } from "../../src/query/slice-conditions.ts";
import { sliceRows } from "../../src/query/slice-rows.ts";
import { slicePart, sliceView } from "../../src/query/slice.ts";
import { ENGINES, sampleAtlas, type SampleAtlas } from "./engines.ts";

let atlas: SampleAtlas;
beforeAll(async () => {
  atlas = await sampleAtlas();
});
afterAll(() => atlas.remove());

describe.each(ENGINES)("in %s", (_, open) => {
  let db: OpenDatabase;
  let search: Search;
  /** By `rowid`. */
  let projects: string[];
  let indicators: string[];

  beforeAll(async () => {
    db = await open(atlas.file);
    search = openSearch(formatIndex(await indexOf(db)));
    const idsOf = async (sql: string) =>
      (await db.rows<{ id: string }>(`${sql} ORDER BY rowid`)).map(({ id }) => id);
    projects = await idsOf("SELECT project_id AS id FROM projects");
    indicators = await idsOf("SELECT indicator_id AS id FROM indicators");
  });
  afterAll(() => db.close());

  function found(typed: string): { projects: string[]; indicators: string[] } {
    const { hits } = search.find(typed);
    expect(hits.projects).toHaveLength(projects.length);
    expect(hits.indicators).toHaveLength(indicators.length);
    return {
      projects: projects.filter((_, row) => hits.projects[row] === "1").sort(),
      indicators: indicators.filter((_, row) => hits.indicators[row] === "1").sort(),
    };
  }

  const JIA = "jia-projects-2025";
  const YI = "yi-projects-2025";

  it.each<[why: string, typed: string, projects: string[], indicators: string[]]>([
    ["a word of an indicator", "验收", [], [`${JIA}/p01/i02`]],
    ["part of a word", "收合", [], [`${JIA}/p01/i02`]],
    ["traditional characters", "羣眾滿意度", [], [`${JIA}/p01/i03`]],
    ["a value", "≥90%", [], [`${JIA}/p01/i03`]],
    ["a value as it is typed", ">= 90％", [], [`${JIA}/p01/i03`]],
    ["a value by the target that was read", "≥20000人", [], [`${YI}/p02/i01`]],
    ["a range by its ends", "3-5台", [], [`${JIA}/p03/i01`]],
    ["a word of a goal, which is the project's", "乡村振兴", [`${JIA}/p01`], []],
    [
      "a word of a name, which its indicators share",
      "西藏",
      [`${JIA}/p02`],
      [`${JIA}/p02/i01`, `${JIA}/p02/i02`, `${JIA}/p02/i03`],
    ],
    [
      "a spending unit",
      "对口支援中心",
      [`${JIA}/p02`],
      [`${JIA}/p02/i01`, `${JIA}/p02/i02`, `${JIA}/p02/i03`],
    ],
    [
      "a department, its own indicators too",
      "协作办公室",
      [`${JIA}/p01`, `${JIA}/p02`, `${JIA}/p03`],
      [
        "jia-department-2024/i01",
        `${JIA}/p01/i01`,
        `${JIA}/p01/i02`,
        `${JIA}/p01/i03`,
        `${JIA}/p02/i01`,
        `${JIA}/p02/i02`,
        `${JIA}/p02/i03`,
        `${JIA}/p03/i01`,
      ],
    ],
    [
      "a region that is named otherwise in the text",
      "黔西南布依",
      [`${YI}/p02`],
      [`${YI}/p02/i01`, `${YI}/p02/i02`],
    ],
    ["initials of a region", "sgs", [`${YI}/p01`], [`${YI}/p01/i01`, `${YI}/p01/i02`]],
    ["pinyin of a region", "shaoguan", [`${YI}/p01`], [`${YI}/p01/i01`, `${YI}/p01/i02`]],
    [
      "initials of a department",
      "YSYZJ",
      [`${YI}/p01`, `${YI}/p02`],
      [`${YI}/p01/i01`, `${YI}/p01/i02`, `${YI}/p02/i01`, `${YI}/p02/i02`],
    ],
    ["two terms, one of the project and one of the indicator", "西藏 拨付", [], [`${JIA}/p02/i01`]],
    ["two terms by sound and by word", "mz 满意", [], [`${JIA}/p01/i03`, `${YI}/p01/i02`]],
    ["two terms that never meet", "西藏 验收", [], []],
    ["what is nowhere", "航天", [], []],
    ["a name with its value", "满意度≥90%", [], [`${JIA}/p01/i03`]],
    ["no word over the end of a text", "满意度90", [], []],
  ])("finds %s", (_, typed, projects, indicators) => {
    expect(found(typed)).toEqual({ projects, indicators });
  });

  it("finds everything where nothing is asked", () => {
    expect(found(" “”")).toEqual({
      projects: [...projects].sort(),
      indicators: [...indicators].sort(),
    });
  });

  it("counts a project once, for itself or for an indicator", () => {
    expect(search.find("满意度")).toMatchObject({ projects: 2, indicators: 2 });
    expect(search.find("乡村振兴")).toMatchObject({ projects: 1, indicators: 0 });
    expect(search.find("预算控制率")).toMatchObject({ projects: 0, indicators: 1 });
    expect(search.find("协作办公室")).toMatchObject({ projects: 3, indicators: 8 });
  });

  describe("a slice of what has the words", () => {
    const slice = (some: Partial<Slice>) => {
      const asked = { ...WHOLE, ...some };
      return { ...asked, hits: search.find(asked.q).hits };
    };

    it.each<[why: string, some: Partial<Slice>, projects: number, indicators: number]>([
      ["of nothing is everything", { q: "" }, 5, 12],
      ["of indicators, with their projects", { q: "满意度" }, 2, 2],
      ["of a project, without its indicators", { q: "乡村振兴" }, 1, 0],
      ["of a region by its sound, with its indicators", { q: "mz" }, 2, 5],
      ["narrowed by a region", { q: "满意度", region: ["440200"] }, 1, 1],
      ["narrowed by a type, of the same indicator", { q: "验收", type: ["满意度指标"] }, 0, 0],
      [
        "narrowed by a type, of a project with the words",
        { q: "乡村振兴", type: ["满意度指标"] },
        1,
        0,
      ],
      ["narrowed by a type that the project lacks", { q: "乡村振兴", type: ["效益指标"] }, 0, 0],
      ["narrowed by a year in which only the department has it", { q: "预算控制率" }, 0, 1],
    ])("%s", async (_, some, projects, indicators) => {
      const { headline } = await slicePart(db, slice(some), "headline");
      expect(headline).toMatchObject({ projects, indicators });
      const tables = TABS.map((tab) => sliceRows(db, slice({ ...some, tab })));
      expect((await Promise.all(tables)).map(({ rows }) => rows.length)).toEqual([
        projects,
        indicators,
      ]);
    });

    it("counts facets of it, each without its own condition", async () => {
      const { counts } = await slicePart(db, slice({ q: "满意度", department: ["jia"] }), "counts");
      const of = (facet: string) =>
        counts.filter((count) => count.facet === facet).map(({ key, count }) => [key, count]);
      expect(of("department")).toEqual([
        ["jia", 1],
        ["yi", 1],
      ]);
      expect(of("type")).toEqual([
        ["满意度指标", 1],
        ["满意度指标-服务对象满意度指标", 1],
      ]);
    });

    it("draws all charts", async () => {
      const view = await sliceView(db, slice({ q: "满意度", measure: "indicators" }));
      expect(view.targets).toEqual([{ type: "满意度指标", kind: "quantity", indicators: 2 }]);
      expect(view.regions.map(({ name }) => name)).toEqual(["梅州市", "韶关市"]);
    });

    it("is not asked for before somebody has looked", async () => {
      await expect(sliceView(db, { ...WHOLE, q: "满意度" })).rejects.toThrow("nobody has looked");
    });
  });

  it("tells the state of the data that it was made of", async () => {
    expect(search.mark).toBe(await markOf(db));
    expect(search.mark).toMatch(/^[0-9a-f]{32}-5-12$/u);
  });
});

describe("the file of the index", () => {
  it("holds what was written", async () => {
    const [, open] = ENGINES[0]!;
    const db = await open(atlas.file);
    const index = await indexOf(db);
    await db.close();
    expect(parseIndex(formatIndex(index))).toEqual(index);
    expect(index.names).toContainEqual({ name: "梅州市", sound: "mei zhou shi" });
    expect(index.owners.split("\n")).toHaveLength(7);
  });

  it("of no data finds nothing", async () => {
    const empty = await sampleAtlas({
      disclosures: [],
      departments: [],
      projects: [],
      project_regions: [],
      indicators: [],
      totals: [],
      department_budgets: [],
      tasks: [],
      findings: [],
      disclosure_rules: [],
      corrections: [],
    });
    const [, open] = ENGINES[0]!;
    const db = await open(empty.file);
    const search = openSearch(formatIndex(await indexOf(db)));
    await db.close();
    empty.remove();
    expect(search.find("梅州")).toMatchObject({ projects: 0, indicators: 0 });
  });

  it("is refused if it is something else", () => {
    expect(() => parseIndex("<!doctype html>")).toThrow("no index of the search: <!doctype html>");
  });
});
