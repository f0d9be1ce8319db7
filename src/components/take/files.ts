import type { Locale } from "../../format.ts";
import type { Language } from "../language.ts";
import { cite, isoDate, type Cited } from "./citation.ts";
import { toCsv } from "./csv.ts";
import type { Records } from "./records.ts";
import { commentOf } from "./statement.ts";

/** In which a table can be taken away. */
export const FORMATS = ["csv", "spreadsheet", "xlsx", "parquet", "sql", "zip"] as const;
export type Format = (typeof FORMATS)[number];

/** A table with all that a file says of it. */
export interface Package {
  readonly records: Records;
  /** Base of the names of its files. */
  readonly name: string;
  /** What was selected, in each language. */
  readonly selection: Readonly<Record<Locale, string>>;
  /** Runs on `atlas.duckdb` and gives the rows. */
  readonly sql: string;
  readonly cited: Cited;
}

/** A file ready to be saved. */
export interface File {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/**
 * Makes a file of a table, in the first of the languages; the README of an archive is in each. What
 * writes workbooks, Parquet and archives is loaded when it is asked for. Rejects with a `RangeError`
 * where Excel would cut something off.
 */
export async function fileOf(
  format: Format,
  table: Package,
  languages: readonly [Language, ...Language[]],
): Promise<File> {
  const { records, name } = table;
  const [language] = languages;
  switch (format) {
    case "csv":
    case "spreadsheet": {
      const flavour = format === "csv" ? "exact" : "spreadsheet";
      return {
        name: `${name}.csv`,
        type: "text/csv;charset=utf-8",
        content: toCsv(records, flavour),
      };
    }
    case "xlsx": {
      const { toWorkbook } = await import("./workbook.ts");
      const { sheets } = language.words.take;
      const content = toWorkbook(name, records, [
        { title: sheets.fields, rows: dictionaryOf(records, language) },
        { title: sheets.about, rows: aboutOf(table, language) },
      ]);
      return { name: `${name}.xlsx`, type: WORKBOOK, content };
    }
    case "parquet": {
      const { toParquet } = await import("./parquet.ts");
      const type = "application/vnd.apache.parquet";
      return { name: `${name}.parquet`, type, content: toParquet(records) };
    }
    case "sql":
      return { name: `${name}.sql`, type: "application/sql", content: scriptOf(table, language) };
    case "zip": {
      const { toZip } = await import("./archive.ts");
      const content = toZip(name, await filesOf(table, languages), table.cited.accessed);
      return { name: `${name}.zip`, type: "application/zip", content };
    }
  }
}

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The files of the archive. */
async function filesOf(
  table: Package,
  languages: readonly [Language, ...Language[]],
): Promise<Record<string, string | Uint8Array>> {
  const { records, cited } = table;
  const [language] = languages;
  const { toParquet } = await import("./parquet.ts");
  const { gb, apa, bibtex } = cite(cited);
  return {
    "README.md": languages.map((each) => readme(table, each)).join("\n"),
    "data.csv": toCsv(records, "exact"),
    "data.parquet": toParquet(records),
    "dictionary.csv": toCsv(dictionaryRecords(records, language), "exact"),
    "citation.txt": `${gb}\n\n${apa}\n`,
    "citation.bib": bibtex,
    "view.sql": scriptOf(table, language),
  };
}

/** The query with what it is, as comments. */
function scriptOf({ sql, selection, cited }: Package, { locale, words }: Language): string {
  return `${commentOf([selection[locale], cited.url, words.take.sqlHow])}${sql};\n`;
}

function dictionaryOf({ fields }: Records, { words }: Language): string[][] {
  const rows = fields.map(({ name, title, type, description }) => [name, title, type, description]);
  return [[...words.take.fieldHeads], ...rows];
}

function dictionaryRecords(records: Records, language: Language): Records {
  const [, ...data] = dictionaryOf(records, language);
  const fields = ["name", "title", "type", "description"].map((name) => {
    return { name, title: name, description: "", type: "text" as const };
  });
  return { fields, data };
}

function aboutOf({ records, selection, cited }: Package, { locale, words }: Language): string[][] {
  const { about, meaning } = words.take;
  return [
    [about.selection, selection[locale]],
    [about.rows, String(records.data.length)],
    [about.link, cited.url],
    [about.source, words.take.picture.source],
    [about.version, cited.version],
    [about.accessed, isoDate(cited.accessed)],
    [about.citation, cite(cited).gb],
    [about.meaning, meaning],
  ];
}

/** What a reader who finds the folder later must know. */
function readme({ records, selection, cited }: Package, { locale, words }: Language): string {
  const { readme, meaning, terms } = words.take;
  const { gb, apa } = cite(cited);
  const count = readme.rows(records.data.length);
  return `# ${readme.heading}

- ${readme.selection}${words.colon}${selection[locale]}
- ${readme.link}${words.colon}${cited.url}
- ${readme.version}${words.colon}${cited.version}
- ${readme.accessed}${words.colon}${isoDate(cited.accessed)}

## ${readme.files}

- \`data.csv\`, \`data.parquet\`${words.colon}${readme.data}${words.aside(count)}
- \`dictionary.csv\`${words.colon}${readme.dictionary}
- \`view.sql\`${words.colon}${readme.sql}
- \`citation.txt\`, \`citation.bib\`${words.colon}${readme.citation}

## ${readme.meaning}

${meaning}

## ${readme.terms}

${terms}

> ${gb}
>
> ${apa}
`;
}
