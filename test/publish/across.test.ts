import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEPARTMENT_RULES } from "../../src/check/index.ts";
import { SCHEMA, type PublishedRow, type PublishedTables } from "../../src/model/schema.ts";
import { partOf, partsOfFolders, publish } from "../../src/publish/index.ts";
import { sampleTables } from "../query/sample.ts";

const RULE = "amount/projects-above-department";
const folder = mkdtempSync(join(tmpdir(), "across-"));
const path = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

/** The sample with the form of 甲 of the year of its projects, and with the rule. */
const all = (() => {
  const tables = sampleTables();
  const [first] = tables.rules;
  const never = { asked: 0, findings: 0, not_applicable: 0 };
  return {
    ...tables,
    rules: [...tables.rules, { ...first!, ...never, rule: RULE, scope: "department" }],
    disclosures: tables.disclosures.map((row) =>
      row["disclosure_id"] === "jia-department-2024" ? { ...row, fiscal_year: 2025 } : row,
    ),
    // A row that quotes an id and breaks its line is no row of that rule.
    findings: tables.findings.map((row) => ({ ...row, message: `见“${RULE}”\n第二行` })),
  } as PublishedTables;
})();

/** What of it belongs to one document, as one shard holds it. */
function of(isOwn: (id: string) => boolean): PublishedTables {
  const owns = (row: PublishedRow) => {
    const id = row["disclosure_id"] ?? row["project_id"];
    return id === undefined || isOwn(String(id).split("/")[0]!);
  };
  const rows = Object.entries(all).map(([name, table]) => [name, table.filter(owns)]);
  return Object.fromEntries(rows) as Record<keyof PublishedTables, PublishedRow[]>;
}

const read = (name: string, table: string) =>
  Papa.parse<Record<string, string>>(
    readFileSync(join(path(name), `${table}.csv`), "utf8").trim(),
    {
      header: true,
    },
  ).data.filter((row) => row["rule"] === RULE);

beforeAll(() => publish([partOf(all, [])], path("one"), DEPARTMENT_RULES));

describe("a rule about all documents of a department", () => {
  it("adds its finding, its place that of the printed total", () => {
    expect(read("one", "findings")).toMatchObject([
      {
        finding_id: `jia-projects-2025/${RULE}/1`,
        disclosure_id: "jia-projects-2025",
        found: "3700000.50",
        expected: "3600000.00",
        row: "21",
      },
    ]);
  });

  it("counts where it was asked, and where it did not apply", () => {
    expect(read("one", "rules")).toMatchObject([
      { asked: "1", findings: "1", not_applicable: "1" },
    ]);
    expect(read("one", "disclosure_rules")).toMatchObject([
      { disclosure_id: "jia-projects-2025", asked: "1", findings: "1" },
      { disclosure_id: "yi-projects-2025", asked: "0", not_applicable: "1" },
    ]);
  });

  it("asks anew of what several runs published, and yields what one run yields", async () => {
    const isOther = (id: string) => id === "yi-projects-2025" || id === "unknown";
    for (const [name, tables] of [
      ["a", of((id) => !isOther(id))],
      ["b", of(isOther)],
    ] as const)
      await publish([partOf(tables, [])], path(name), DEPARTMENT_RULES);
    expect(read("a", "findings")).toHaveLength(1);
    await publish(partsOfFolders([path("a"), path("b")]), path("merged"), DEPARTMENT_RULES);
    for (const table of ["findings", "disclosure_rules", "rules"])
      expect(read("merged", table)).toEqual(read("one", table));
  }, 60_000);

  it("finds the same in what was published with it", async () => {
    await publish(partsOfFolders([path("one")]), path("again"), DEPARTMENT_RULES);
    for (const { name } of SCHEMA) {
      const bytes = (of: string) => readFileSync(join(path(of), `${name}.csv`), "utf8");
      expect(bytes("again")).toBe(bytes("one"));
    }
  }, 60_000);
});
