import {
  BASE_TABLES,
  tableSchema,
  type BaseTable,
  type PublishedRow,
  type PublishedTables,
} from "../model/schema.ts";
import { csvLines } from "./csv.ts";
import { assertRows } from "./integrity.ts";

/** Tables whose rows come of several disclosures; all others hold rows of one disclosure each. */
export const SHARED_TABLES = [
  "departments",
  "rules",
  "regions",
  "indicator_families",
] as const satisfies readonly BaseTable[];
export type SharedTable = (typeof SHARED_TABLES)[number];
export type SharedRows = Readonly<Record<SharedTable, readonly PublishedRow[]>>;

/** Columns of shared tables that count over disclosures. */
const COUNTED = {
  rules: ["asked", "findings", "not_applicable"],
  indicator_families: ["indicators"],
} as const satisfies Partial<Record<SharedTable, readonly string[]>>;
type CountedTable = keyof typeof COUNTED;

/** What is added to the counts of rows: table → key of the row → column → number. */
export type Counts = Readonly<
  Partial<Record<CountedTable, Readonly<Record<string, Readonly<Record<string, number>>>>>>
>;

/**
 * A piece of what is published: what came of one disclosure, or of many that were published before.
 *
 * Parts hold finished lines, so that a thread can make them, a cache keep them and a run put them
 * together without holding the rows of a whole corpus.
 */
export interface Part {
  /** Lines of CSV without header, by table. */
  readonly csv: Readonly<Partial<Record<BaseTable, string>>>;
  readonly shared: Partial<SharedRows>;
  /** Counts alone, of shared rows that an earlier part holds: these are long, and most are zero. */
  readonly counts?: Counts;
  /** Extracted texts by disclosure id. */
  readonly texts: readonly (readonly [disclosureId: string, text: string])[];
}

/** Makes a part of tables. Throws at the first value that breaks the schema. */
export function partOf(tables: PublishedTables, texts: Part["texts"]): Part {
  for (const name of BASE_TABLES) assertRows(tableSchema(name), tables[name]);
  const own = BASE_TABLES.filter((name) => !isShared(name));
  return {
    csv: Object.fromEntries(own.map((name) => [name, csvLines(tableSchema(name), tables[name])])),
    shared: Object.fromEntries(SHARED_TABLES.map((name) => [name, tables[name]])),
    texts,
  };
}

export function isShared(name: BaseTable): name is SharedTable {
  return (SHARED_TABLES as readonly string[]).includes(name);
}

/** Puts the shared rows of parts together: each key once, its counts added up. */
export interface SharedCollector {
  add(part: Pick<Part, "shared" | "counts">): void;
  /** In the order of their first part; regions by code. */
  rows(): SharedRows;
}

export function collectShared(): SharedCollector {
  const tables = new Map<SharedTable, Map<string, PublishedRow>>(
    SHARED_TABLES.map((name) => [name, new Map()]),
  );
  return {
    add({ shared, counts = {} }) {
      for (const name of SHARED_TABLES)
        for (const row of shared[name] ?? []) addRow(tables.get(name)!, name, row);
      for (const [name, added] of Object.entries(counts))
        for (const [key, row] of Object.entries(added))
          addCounts(tables.get(name as CountedTable)!, name as CountedTable, key, row);
    },
    rows() {
      const rowsOf = (name: SharedTable) => [...tables.get(name)!.values()];
      const code = (row: PublishedRow) => row["code"] as string;
      return {
        departments: rowsOf("departments"),
        rules: rowsOf("rules"),
        regions: rowsOf("regions").sort((a, b) => (code(a) < code(b) ? -1 : 1)),
        indicator_families: rowsOf("indicator_families"),
      };
    },
  };
}

/** Adds a row, or its counts to those of the row that is known by its key. */
function addRow(rows: Map<string, PublishedRow>, name: SharedTable, row: PublishedRow): void {
  const [key] = tableSchema(name).primaryKey;
  const id = row[key!] as string;
  if (!rows.has(id)) rows.set(id, row);
  else if (isCounted(name)) addCounts(rows, name, id, row);
}

function addCounts(
  rows: Map<string, PublishedRow>,
  name: CountedTable,
  key: string,
  added: PublishedRow,
): void {
  const known = rows.get(key);
  if (!known) throw new Error(`counts of ${name} ${key}, which no part holds; add its row first`);
  const sums = COUNTED[name].map((column) => [
    column,
    Number(known[column]) + Number(added[column] ?? 0),
  ]);
  rows.set(key, { ...known, ...(Object.fromEntries(sums) as PublishedRow) });
}

function isCounted(name: SharedTable): name is CountedTable {
  return name in COUNTED;
}
