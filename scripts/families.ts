// Proposes families for indicators that have none: names that are much alike.

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import Papa from "papaparse";
import { tableSchema } from "../src/model/schema.ts";
import { unitKinds } from "../src/model/units.ts";
import { proposals, type Proposal, type Unplaced } from "../src/normalise/proposals.ts";
import { readArguments, refuse, ROOT } from "./command.ts";

const USAGE = `Usage: npm run families [-- --data DIR --least N --alike SHARE]

Proposes families for review: names of indicators without a family that are much alike, with their
values and departments, and a row for data/reference/indicator-families.csv to start from. Nothing
is changed.

  --data DIR     folder of published tables (default public/data)
  --least N      fewest indicators of a proposal (default 2)
  --alike SHARE  how much two names must share, 0 to 1 (default 0.6)
  --help         this text`;

type CsvRow = Readonly<Record<string, string>>;

/** Columns that most families leave empty. */
const LEFT_EMPTY = ["unit_words", "counter_words", "purpose", "companions"];

const { values } = readArguments(USAGE, {
  data: { type: "string", default: join(ROOT, "public/data") },
  least: { type: "string", default: "2" },
  alike: { type: "string", default: "0.6" },
});
const folder = resolve(values.data);
if (!existsSync(join(folder, "datapackage.json")))
  refuse(`--data ${values.data} holds no published data; run npm run data first`);
const least = numberOf("least", values.least, 2, Infinity);
const alike = numberOf("alike", values.alike, 0, 1);

const departments = new Map(
  readTable("departments").map((row) => [row["department_id"]!, row["name"]!]),
);
const all = readTable("indicators");
const unplaced = all.filter((row) => !row["family_id"]).map(toUnplaced);
const found = proposals(unplaced, { least, alike });
for (const proposal of found) print(proposal);
const gathered = found.reduce((sum, { members }) => sum + members.length, 0);
console.log(
  `${unplaced.length} of ${all.length} indicators have no family; ${found.length} proposals hold ${gathered} of them`,
);

function numberOf(option: string, text: string, from: number, to: number): number {
  const number = Number(text);
  if (text.trim() !== "" && number >= from && number <= to) return number;
  return refuse(
    `--${option} ${text} is not a number from ${from}${to < Infinity ? ` to ${to}` : ""}`,
  );
}

function readTable(name: string): CsvRow[] {
  const text = readFileSync(join(folder, `${name}.csv`), "utf8");
  return Papa.parse<CsvRow>(text, { header: true, skipEmptyLines: true }).data;
}

function toUnplaced(row: CsvRow): Unplaced {
  return {
    indicatorId: row["indicator_id"]!,
    department: departments.get(row["department_id"] ?? "") ?? row["disclosure_id"]!,
    name: row["name"]!,
    value: row["annual_value"] ?? "",
    kinds: unitKinds(row["unit"] ?? ""),
    kind: row["target_kind"]!,
  };
}

function print({ members, words, unitClass, units }: Proposal): void {
  const owners = new Set(members.map(({ department }) => department));
  console.log(`${words} — ${members.length} indicators, ${owners.size} departments`);
  for (const { indicatorId, department, name, value } of members)
    console.log(`  ${name} │ ${value || "—"} │ ${department} (${indicatorId})`);
  console.log(`  ${suggestedRow({ members, words, unitClass, units })}\n`);
}

/** A row in the order of indicator-families.csv; what a person has to write is “?”. */
function suggestedRow({ members, words, unitClass, units }: Proposal): string {
  const examples = new Set(members.map(({ name, value }) => `${name} ${value}`));
  const known: CsvRow = {
    name: words,
    unit_class: unitClass,
    units: units.join(";"),
    belongs: [...examples].slice(0, 3).join("；"),
    words: `${words}$`,
    ...Object.fromEntries(LEFT_EMPTY.map((column) => [column, ""])),
  };
  const columns = tableSchema("indicator_families").columns.map(({ name }) => name);
  const own = columns.filter((name) => name !== "indicators");
  return Papa.unparse([own.map((name) => known[name] ?? "?")]);
}
