import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { PDF_FILES } from "../scripts/pdf-files.ts";
import { readReference } from "../scripts/reference.ts";
import { DEPARTMENT_RULES, RULES } from "../src/check/index.ts";
import {
  amountCells,
  cellsIn,
  cellWith,
  filledCells,
  mentionCell,
} from "../src/components/source-cell.ts";
import { cutSource, type SourceCell, type SourcePage } from "../src/components/source-text.ts";
import { extract } from "../src/extract/index.ts";
import {
  SCHEMA,
  type PublishedRow,
  type PublishedTables,
  type TableName,
} from "../src/model/schema.ts";
import { makePipeline } from "../src/pipeline.ts";
import { toTables } from "../src/publish/rows.ts";

/** Tables whose rows are read from a place. */
const PLACED = [
  "projects",
  "indicators",
  "totals",
  "department_budgets",
  "tasks",
  "corrections",
] as const satisfies readonly TableName[];

/** Tables of ours, with what each rests on: none of them holds words of a document. */
const OURS: Readonly<Record<string, string>> = {
  departments: "the names of disclosures",
  rules: "the rules",
  disclosure_rules: "the rules",
  regions: "the gazetteer",
  indicator_families: "the families",
  family_matches: "names of indicators, which have a place",
  measures: "definitions",
  measure_values: "counts of rows that have a place",
  unit_amounts: "projects and indicators, which have a place",
  target_changes: "indicators, which have a place",
  similar_texts: "projects, which have a place",
};

it("knows of every published table where its rows come from", () => {
  const known = [...PLACED, ...Object.keys(OURS), "disclosures", "project_regions", "findings"];
  expect(SCHEMA.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
});

const reference = readReference();
const pipeline = makePipeline(reference, { pdf: PDF_FILES });

/** The five real documents, as text and in every other kind of file that is read. */
const FILES = [
  "../data/disclosures/*.txt",
  "fixtures/{csv,docx,html,pdf,xlsx}/*.*",
  "fixtures/{made,blind}/*.txt",
].flatMap((pattern) => globSync(join(import.meta.dirname, pattern)));

/**
 * Documents with a value that is no cell's: one a place under several heads, one put together from
 * columns that stand apart, one that a scan damaged. They lead to the row.
 */
const IN_SEVERAL_CELLS =
  /made-(?:grid-budget-book|grid-counties|stream-pipes-evaluation|water-heyuan)\.txt$/u;

interface Document {
  readonly text: string;
  readonly format: string;
  readonly tables: PublishedTables;
  readonly pages: readonly SourcePage[];
  readonly cells: readonly SourceCell[];
}

async function read(path: string): Promise<Document> {
  const bytes = new Uint8Array(readFileSync(path));
  const { records, asked, text } = await pipeline.read({
    disclosureId: "d",
    file: basename(path),
    bytes,
    problem: null,
    source: undefined,
    duplicateOf: null,
  });
  const tables = toTables([{ records, ...asked }], {
    rules: RULES,
    departmentRules: DEPARTMENT_RULES,
    families: reference.families,
    region: (code) => pipeline.gazetteer.region(code),
  });
  const { format } = records.disclosure;
  const pages = cutSource(text, format);
  return { text, format, tables, pages, cells: filledCells(pages) };
}

describe.each(FILES.map((path) => [path.split(/[\\/]/u).slice(-2).join("/"), path]))(
  "%s",
  (_, path) => {
    let document: Document;
    beforeAll(async () => {
      document = await read(path);
    });

    it("is cut into the very cells that its rows were read from", async () => {
      const extracted = await extract(new Uint8Array(readFileSync(path)), { pdf: PDF_FILES });
      if (!("tables" in extracted)) return;
      const characters = [...document.text];
      for (const { start, end, text } of document.cells)
        expect(characters.slice(start, end).join("")).toBe(text);
      // A row that a page break cuts is one to the recogniser, on the page where it begins.
      const numbers = extracted.tables.flatMap(({ page, rows }) =>
        rows.map((row) => `p${page}r${row.number}`),
      );
      const own = document.pages.flatMap(({ page, rows }) =>
        rows.map((row) => `p${page}r${row.number}`),
      );
      expect(numbers.filter((number) => !own.includes(number))).toEqual([]);
      if (extracted.format !== "pdf") expect(own).toEqual(numbers);
    });

    it("has a place for every published value, in the row that it names", () => {
      const rows = PLACED.flatMap((name) => document.tables[name]);
      expect(rows.filter((row) => row["text_start"] === null).map(nameOf)).toEqual([]);
      expect(rows.flatMap(misplaced)).toEqual([]);
    });

    it("has a place for the goal of a department", () => {
      const { goal, goal_page, goal_row, goal_text_start, goal_text_end } =
        document.tables.disclosures[0]!;
      expect(goal_text_start === null).toBe(goal === null);
      if (goal === null) return;
      const place = {
        name: "goal",
        page: goal_page!,
        row: goal_row!,
        text_start: goal_text_start!,
        text_end: goal_text_end!,
      };
      expect(misplaced(place)).toEqual([]);
    });

    it("places a finding in the row that it names, or nowhere", () => {
      const rows = document.tables.findings.filter((row) => row["text_start"] !== null);
      expect(rows.flatMap(misplaced)).toEqual([]);
    });

    it("names every region inside the span of its project", () => {
      const projects = new Map(document.tables.projects.map((row) => [row["project_id"], row]));
      const lost = document.tables.project_regions.filter((link) => {
        const span = spanOf(projects.get(link["project_id"])!);
        const cells = cellsIn(document.cells, span);
        return mentionCell(cells, link["mention"] as string, null) === undefined;
      });
      expect(lost.map((link) => link["mention"])).toEqual([]);
    });

    it.runIf(!IN_SEVERAL_CELLS.test(path))(
      "finds the cell of every amount and every target",
      () => {
        const { tables, cells } = document;
        const unit = tables.disclosures[0]!["amount_unit"] as string | null;
        const lost = [
          ...tables.projects.filter(
            (row) =>
              row["amount_printed"] !== null &&
              !cellWith(cellsIn(cells, spanOf(row)), row["amount_printed"] as string),
          ),
          ...tables.indicators.filter(
            (row) =>
              row["annual_value"] !== null &&
              !cellWith(cellsIn(cells, spanOf(row)), row["annual_value"] as string),
          ),
          ...[...tables.department_budgets, ...tables.tasks].filter(
            (row) =>
              row["amount_yuan"] !== null &&
              !amountCells(cellsIn(cells, spanOf(row)), [yuanOf(row["amount_yuan"])], unit)[0],
          ),
        ];
        expect(lost.map(nameOf)).toEqual([]);
      },
    );

    /** What is wrong with the place of a row, if anything is. */
    function misplaced(row: PublishedRow): string[] {
      const span = spanOf(row);
      const cells = cellsIn(document.cells, span);
      // The header that a record is read from, where records stand side by side, is above its row.
      const inRow = cells.find(
        ({ page, row: number }) => page === span.page && number === span.row,
      );
      const isInside = span.start < span.end && span.end <= [...document.text].length;
      return inRow && isInside ? [] : [`${nameOf(row)}: ${JSON.stringify(span)}`];
    }
  },
);

function nameOf(row: PublishedRow): string {
  const names = ["finding_id", "indicator_id", "project_id", "item", "name"];
  return String(names.map((name) => row[name]).find((name) => name !== undefined));
}

function spanOf(row: PublishedRow) {
  const [page, number, start, end] = ["page", "row", "text_start", "text_end"].map(
    (name) => row[name] as number,
  );
  return { page: page!, row: number!, start: start!, end: end! };
}

/** Money is published in hundredths. */
function yuanOf(money: unknown): number {
  return Number(money) / 100;
}
