import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BASE_TABLES, SCHEMA, type PublishedTables } from "../../src/model/schema.ts";
import { partOf, publish } from "../../src/publish/index.ts";
import type { OpenDatabase } from "../../src/query/database.ts";
import { openDatabase } from "../../src/query/node.ts";
import { ENGINES } from "../query/engines.ts";
import { sampleTables } from "../query/sample.ts";

/** Texts that a format could bend: each is a project of its own. */
const ODD_TEXTS = [
  'he said "hi"',
  "一行\n二行",
  "a\r\nb",
  "全角，（）：；“”",
  " spaces around ",
  "=SUM(A1)",
  "NULL",
  "",
  ",",
  "'; DROP TABLE projects; --",
  "mark\u{feff}",
  "𠮷𰻝",
  "0012.50",
  "tab\tbed",
  "back\\slash",
  "a\u0000b",
  "长".repeat(100_000),
];

const ODD_MONEY = [null, 0n, 1n, -5n, 999_999_999_999_999_999n, -999_999_999_999_999_999n];

const folder = mkdtempSync(join(tmpdir(), "publish-"));
const tables = oddTables();
const TEXT = "第一页\n乙市援助局 𠮷\r\n";
const texts = [["yi-projects-2025", TEXT]] as const;

beforeAll(() => publish([partOf(tables, texts)], join(folder, "data")));

afterAll(() => rmSync(folder, { recursive: true }));

/** The sample without what depends on its projects, and a project for every odd value. */
function oddTables(): PublishedTables {
  const odd = [...ODD_TEXTS.map((goal) => ({ goal })), ...ODD_MONEY.map((fen) => ({ fen }))];
  return sampleTables({
    project_regions: [],
    indicators: [],
    findings: [],
    projects: odd.map((value, i) => ({
      project_id: `yi-projects-2025/p${i + 1}`,
      disclosure_id: "yi-projects-2025",
      seq: i + 1,
      name: "goal" in value ? value.goal || "无" : "钱",
      unit: "goal" in value ? value.goal : null,
      goal: "goal" in value ? value.goal : null,
      amount_yuan: "fen" in value ? value.fen : null,
    })),
  });
}

/** What a query of the projects yields: money is compared as text, since it must stay exact. */
const PROJECTS = tables.projects.map(({ seq, goal, unit, amount_yuan: fen }) => {
  const cents = fen === null ? "" : String(Number(BigInt(fen!) % 100n)).replace("-", "");
  const sign = fen !== null && BigInt(fen!) < 0n ? "-" : "";
  const whole = fen === null ? "" : String(BigInt(fen!) / 100n).replace("-", "");
  const amount = fen === null ? null : `${sign}${whole}.${cents.padStart(2, "0")}`;
  return { seq, goal, unit, amount };
});

const projectsFrom = (source: string) =>
  `SELECT seq, goal, unit::VARCHAR AS unit, amount_yuan::VARCHAR AS amount FROM ${source} ORDER BY seq`;

describe.each(ENGINES)("atlas.duckdb in %s", (_, open) => {
  let db: OpenDatabase;

  beforeAll(async () => {
    db = await open(join(folder, "data/atlas.duckdb"));
  });

  afterAll(() => db.close());

  it("holds every odd value as it was", async () => {
    expect(await db.rows(projectsFrom("projects"))).toEqual(PROJECTS);
  });

  it.each(SCHEMA)("has the columns of $name in the order of the schema", async (table) => {
    const sql = `SELECT column_name FROM duckdb_columns() WHERE table_name = $1 ORDER BY column_index`;
    const rows = await db.rows<{ column_name: string }>(sql, [table.name]);
    expect(rows.map((row) => row.column_name)).toEqual(table.columns.map((column) => column.name));
  });

  it.each(BASE_TABLES)("has all rows of %s", async (name) => {
    expect(await db.rows(`SELECT count(*) AS n FROM ${name}`)).toEqual([
      { n: tables[name].length },
    ]);
  });

  it("has dimensions as ENUMs of their values, in order", async () => {
    expect(await db.rows("SELECT enum_range(NULL::rules_severity) AS values")).toEqual([
      { values: ["error", "note", "warning"] },
    ]);
  });

  it("answers questions about dimensions that are empty throughout", async () => {
    expect(await db.rows("SELECT min(theme) AS first FROM projects")).toEqual([{ first: null }]);
    expect(await db.rows("SELECT max(unit) AS last FROM indicators")).toEqual([{ last: null }]);
  });
});

describe("Parquet", () => {
  let db: OpenDatabase;

  beforeAll(async () => {
    db = await openDatabase(join(folder, "data/atlas.duckdb"));
  });

  afterAll(() => db.close());

  it("holds every odd value as it was", async () => {
    const source = `'${join(folder, "data/projects.parquet")}'`;
    expect(await db.rows(projectsFrom(source))).toEqual(PROJECTS);
  });

  it.each(SCHEMA)("has the rows of $name in the same order as DuckDB", async ({ name }) => {
    const parquet = `'${join(folder, `data/${name}.parquet`)}'`;
    const rows = (source: string) => db.rows(`SELECT COLUMNS(*)::VARCHAR FROM ${source}`);
    expect(await rows(parquet)).toEqual(await rows(name));
  });
});

it("sorts projects and indicators by their first region, then as in the document", async () => {
  const target = join(folder, "sorted");
  await publish([partOf(sampleTables(), [])], target);
  const db = await openDatabase(join(target, "atlas.duckdb"));
  const rows = await db.rows<{ project_id: string }>("SELECT project_id FROM projects");
  expect(rows.map((row) => row.project_id)).toEqual([
    "yi-projects-2025/p01", // 440200
    "jia-projects-2025/p01", // 441400
    "yi-projects-2025/p02", // 522300
    "jia-projects-2025/p02", // 540000
    "jia-projects-2025/p03", // none
  ]);
  await db.close();
});

it("writes the texts as they are", () => {
  expect(readdirSync(join(folder, "data/texts"))).toEqual(["yi-projects-2025.txt"]);
  expect(readFileSync(join(folder, "data/texts/yi-projects-2025.txt"), "utf8")).toBe(TEXT);
});

it("writes the same bytes again", async () => {
  await publish([partOf(oddTables(), texts)], join(folder, "again"));
  const hashes = (name: string) =>
    readdirSync(join(folder, name), { recursive: true, encoding: "utf8" })
      .sort()
      // DuckDB's own file holds some bytes that mean nothing and differ.
      .filter((file) => file.includes(".") && !file.endsWith(".duckdb"))
      .map((file) => [file, sha256(join(folder, name, file))]);
  expect(hashes("again")).toEqual(hashes("data"));
  expect(hashes("data")).toHaveLength(2 * SCHEMA.length + 2);
});

it("describes every table in datapackage.json, with the hash of its bytes", () => {
  const path = join(folder, "data/datapackage.json");
  const { resources } = JSON.parse(readFileSync(path, "utf8")) as { resources: Resource[] };
  expect(resources).toHaveLength(2 * SCHEMA.length + 1);
  for (const { path: file, hash } of resources) {
    const expected = `sha256:${sha256(join(folder, "data", file))}`;
    expect(hash).toBe(file === "atlas.duckdb" ? undefined : expected);
  }
  expect(resources.find(({ name }) => name === "totals")?.schema).toMatchObject({
    primaryKey: ["disclosure_id", "seq"],
    foreignKeys: [
      {
        fields: ["disclosure_id"],
        reference: { resource: "disclosures", fields: ["disclosure_id"] },
      },
    ],
  });
});

interface Resource {
  name: string;
  path: string;
  hash?: string;
  schema?: object;
}

function sha256(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
