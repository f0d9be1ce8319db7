import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DERIVED_TABLES, type Value } from "../../src/model/schema.ts";
import { deriveTables } from "../../src/publish/derive.ts";
import { partOf, partsOfFolders, type Part } from "../../src/publish/index.ts";
import { jaccard, LEAST_SIMILARITY, runsOf } from "../../src/publish/similar-texts.ts";
import { readCatalogue } from "../../scripts/catalogue.ts";
import { makeReader } from "../../scripts/reader.ts";
import { openWriter } from "../../src/publish/writer.ts";
import { sampleTables } from "../query/sample.ts";

const folder = mkdtempSync(join(tmpdir(), "derive-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes parts and derives what follows from them: what publishing begins with. */
async function write(parts: AsyncIterable<Part> | Iterable<Part>, name: string) {
  mkdirSync(join(folder, name));
  const writer = openWriter(join(folder, name));
  for await (const part of parts) writer.add(part);
  writer.finish();
  await deriveTables(join(folder, name));
}

type Row = Readonly<Record<string, string>>;

function table(name: string, where = "all"): Row[] {
  const text = readFileSync(join(folder, where, `${name}.csv`), "utf8");
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

const GOAL = "通过驻镇帮镇扶村工作，巩固脱贫攻坚成果，改善镇村人居环境，带动当地群众增收。";
const sample = sampleTables();
type Rows = readonly Readonly<Record<string, Value>>[];
const projects: Rows = sample.projects.map((project, i) => ({
  ...project,
  goal:
    [GOAL, "全面完成年度对口支援任务，促进受援地经济社会发展。", GOAL, `${GOAL}有力有序。`][i] ??
    null,
}));
const indicators: Rows = sample.indicators.map((each) =>
  each["seq"] === 1 ? { ...each, period_value: each["annual_value"] ?? null } : each,
);

beforeAll(async () => {
  const tables = sampleTables({ projects, indicators });
  await write([partOf(tables, [])], "all");
});

describe("measure_values", () => {
  const of = (scope: string, id: string): Row =>
    Object.fromEntries<string>(
      table("measure_values")
        .filter((row) => row["scope"] === scope && row["id"] === id)
        .map((row) => [row["measure"] ?? "", `${row["numerator"]}/${row["denominator"]}`]),
    );

  it("counts what targets are, with the denominator", () => {
    expect(of("project", "jia-projects-2025/p02")).toEqual({
      number: "1/3",
      date: "1/3",
      words: "1/3",
      "no-target": "0/3",
      "same-as-period": "1/1",
      "class-absent": "1/3",
    });
  });

  it("asks for the ceiling of rates of which higher is stricter alone", () => {
    expect(of("project", "jia-projects-2025/p01")["ceiling"]).toBe("1/2");
    expect(of("disclosure", "jia-department-2024")["ceiling"]).toBeUndefined();
  });

  it("does not count the classes of a project with an indicator of none", () => {
    expect(of("project", "yi-projects-2025/p02")["class-absent"]).toBeUndefined();
  });

  it("adds documents up to departments", () => {
    const all = sample.indicators.filter((row) => row["department_id"] === "jia").length;
    expect(of("department", "jia")["number"]).toMatch(new RegExp(`/${all}$`));
  });

  it("names measures that are defined, in both languages", () => {
    const defined = table("measures");
    const used = new Set(table("measure_values").map((row) => row["measure"]!));
    expect([...used].filter((name) => !defined.some((row) => row["measure"] === name))).toEqual([]);
    expect(defined.filter((row) => Object.values(row).includes(""))).toEqual([]);
  });
});

describe("similar_texts", () => {
  it("links what repeats to the first that has it, in one group", () => {
    expect(table("similar_texts")).toMatchObject([
      {
        kind: "goal",
        first_id: "jia-projects-2025/p01",
        second_id: "jia-projects-2025/p03",
        similarity: "1",
        across: "document",
        group_id: "jia-projects-2025/p01",
      },
      {
        first_id: "jia-projects-2025/p01",
        second_id: "yi-projects-2025/p01",
        across: "department",
        group_id: "jia-projects-2025/p01",
      },
    ]);
    const near = Number(table("similar_texts")[1]!["similarity"]);
    expect(near).toBeGreaterThan(LEAST_SIMILARITY);
    expect(near).toBeLessThan(1);
  });

  it("weighs texts by the runs of characters that they share", () => {
    const share = (a: string, b: string) => jaccard(runsOf(a), runsOf(b));
    expect(share(GOAL, GOAL.replaceAll("，", ""))).toBe(1);
    expect(share(GOAL, `${GOAL}有力有序。`)).toBeGreaterThan(LEAST_SIMILARITY);
    expect(share(GOAL, "全面完成年度对口支援任务")).toBe(0);
    expect(share("", "")).toBe(0);
  });
});

it("finds what a department changed between two documents", async () => {
  const reader = makeReader(undefined);
  const read = async (file: string) => {
    const path = join("test/fixtures/years", file);
    const disclosureId = file.replace(/\.txt$/, "");
    const task = { path, file, disclosureId, source: undefined, duplicateOf: null };
    return (await reader.read(task)).part;
  };
  const documents = [await read("qingpu-water-2025.txt"), await read("qingpu-water-2026.txt")];
  const parts = [readCatalogue(), ...documents];
  await write(parts, "years");
  const changes = table("target_changes", "years").map((row) =>
    [row["change"], row["text_before"], row["text_after"]].filter(Boolean).join(" │ "),
  );
  expect(changes).toEqual([
    "raised │ 轮疏河道长度：≥18.5公里 │ 轮疏河道长度：≥20公里",
    "changed │ 日常保洁河道条段数：=96条段 │ 日常保洁河道条段数：≥96条段",
    "unchanged │ 疏浚工程验收合格率：100% │ 疏浚工程验收合格率：100%",
    "unchanged │ 年度任务完成时间：2025年11月底前 │ 年度任务完成时间：2026年11月底前",
    "reworded │ 河道水环境面貌：持续改善 │ 河道水环境面貌：明显改善",
    "lowered │ 沿河居民满意度：≥90% │ 沿河居民的满意度：≥88%",
    "dropped │ 河道有责投诉件数：≤5件",
    "added │ 长效管护机制：健全",
    "dropped │ 储备编织袋：10万只",
    "dropped │ 街镇满意度：≥90%",
  ]);
  expect(table("similar_texts", "years")).toMatchObject([{ kind: "goal", across: "year" }]);
});

it("derives of joined parts what one run derives, byte for byte", async () => {
  const shards = ["jia", "yi"].map((id) => partOf(shardOf(id), []));
  await write(shards, "once");
  for (const [i, shard] of shards.entries()) await write([shard], `shard-${i}`);
  const parts = partsOfFolders([join(folder, "shard-1"), join(folder, "shard-0")]);
  await write(parts, "merged");
  for (const name of DERIVED_TABLES) {
    const bytes = (where: string) => readFileSync(join(folder, where, `${name}.csv`), "utf8");
    expect(bytes("merged")).toBe(bytes("once"));
  }
  expect(table("similar_texts", "merged")).toHaveLength(2);
});

/** The sample's rows of one department. */
function shardOf(id: string) {
  const own = (rows: Rows): Rows =>
    rows.filter((row) => String(row["disclosure_id"]).startsWith(id));
  return sampleTables({
    disclosures: own(sample.disclosures),
    departments: sample.departments.filter((row) => row["department_id"] === id),
    projects: own(projects),
    project_regions: sample.project_regions.filter((row) =>
      String(row["project_id"]).startsWith(id),
    ),
    indicators: own(indicators),
    totals: own(sample.totals),
    department_budgets: own(sample.department_budgets),
    tasks: own(sample.tasks),
    findings: own(sample.findings),
    disclosure_rules: own(sample.disclosure_rules),
    corrections: own(sample.corrections),
  });
}
