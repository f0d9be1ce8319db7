import { formatNumber } from "../format.ts";
import { counted } from "./english.ts";
import type { Strings } from "./strings.ts";
import type { zhConsole } from "./zh-console.ts";

const listed = (names: readonly string[]) => names.map((name) => `“${name}”`).join(", ");
/** A guess of what was meant. */
const meant = (name: string | null) => (name === null ? "" : ` Did you mean “${name}”?`);

/** Strings of the engine in the browser and of the page that asks it in SQL. */
export const enConsole: Pick<Strings, keyof typeof zhConsole> = {
  engine: {
    absent: "The query engine is not loaded yet.",
    absentNote:
      "The connection is slow or set to save data, so it waits for you (about 4 MB, compressed).",
    load: "Load the query engine",
    loading: "Loading the query engine",
    progress: (loaded, total) => `${loaded} / ${total} MB`,
    faults: {
      unreachable:
        "The query engine did not load. Please check the connection; the pages below need no engine and say the same.",
      unsupported:
        "This browser cannot run the query engine (it takes WebAssembly, which browsers since 2021 have). The pages below need no engine and say the same.",
      crashed:
        "The query engine broke off, most likely for lack of memory. It can be tried once more; the pages below need no engine and say the same.",
    },
    retry: "Try again",
  },
  console: {
    title: "SQL console",
    description:
      "Query all tables in SQL, in the browser: completion, examples, charts, downloads. Read-only; queries never leave this device.",
    heading: "Ask the data in SQL",
    lede: "The engine is DuckDB, running in the browser: queries are not sent anywhere, the data is read-only, and the address holds the query, ready to be shared.",
    noscript:
      "Querying here takes JavaScript in the browser. Without it, download atlas.duckdb and query it with DuckDB’s own command line; tables and columns are listed below.",
    download: "Download atlas.duckdb",
    editor: "SQL statement",
    editorNote:
      "Ctrl/⌘ + Enter runs; Ctrl + Space completes; Tab leaves the editor (press Esc first while the list of completions is open). One reading statement at a time: SELECT, WITH, DESCRIBE, SHOW, SUMMARIZE, EXPLAIN.",
    placeholder: "SELECT … FROM …",
    run: "Run",
    stop: "Stop",
    running: "Running",
    waiting: "Runs as soon as the query engine is loaded",
    copyLink: "Copy link",
    copied: "Copied",
    examplesTitle: "Examples",
    tablesTitle: "Tables and columns",
    historyTitle: "History",
    historyNote: "Kept in this browser only.",
    noHistory: "No query has been run yet.",
    forget: "Clear history",
    look: "Look at this table",
    insert: (name) => `Put ${name} into the statement`,
    rowsOf: (rows) => counted(rows, "row"),
    resultTitle: "Result",
    resultOf: (rows, milliseconds) =>
      `${counted(rows, "row")} in ${formatNumber(milliseconds, 0)} ms`,
    none: "No row matches.",
    cut: (rows) =>
      `There are more: only the first ${formatNumber(rows)} rows are listed here. The CSV to download has all rows.`,
    row: "Row",
    null: "null",
    csv: { exact: "CSV", spreadsheet: "CSV (for spreadsheets)" },
    csvNote: "All rows",
    fileName: "query-result",
    downloading: (rows) => `Writing the CSV: ${counted(rows, "row")}`,
    chartTitle: "Chart",
    chartOf: (y, x) => `${y} by ${x}`,
    chartRows: (shown, rows) =>
      `Drawn: the first ${formatNumber(shown)} of ${formatNumber(rows)} rows.`,
    chartSkipped: (rows) => `Not drawn for lack of a value: ${counted(rows, "row")}.`,
    axes: { x: "Axis or category", y: "Value" },
    stopped: "Stopped.",
    empty: "Write a statement first, or choose an example.",
    several: "One statement at a time: please remove what follows the semicolon.",
    refused: (verb) =>
      `Data is only read here, so ${verb} does not run. SELECT, WITH, DESCRIBE, SHOW, SUMMARIZE and EXPLAIN do.`,
    engineSays: "The engine’s own words",
    errors: {
      syntax: (near) =>
        near === null
          ? "The statement is not complete: a parenthesis or its second half may be missing."
          : `The syntax is wrong near “${near}”: look for a missing comma, parenthesis or keyword before it.`,
      unclosed:
        "A quote is not closed: texts take single quotes '…', column names double ones \"…\".",
      table: (name, like) => `There is no table “${name}”.${meant(like)}`,
      column: (name, like) =>
        `There is no column “${name}”.${like.length > 0 ? ` Similar ones: ${listed(like)}.` : ""} Texts take single quotes.`,
      function: (name, like) => `There is no function “${name}”.${meant(like)}`,
      ambiguous: (name, choices) =>
        `Several tables have a column “${name}”; please say which: ${listed(choices)}.`,
      ungrouped: (name) =>
        `“${name}” is neither grouped nor aggregated: add it to GROUP BY, or use any_value(${name}).`,
      types: (call) =>
        `${call}: the function does not take values of this type; cast them first, with ::DOUBLE or the like.`,
      conversion: (value, type) =>
        `“${value}” cannot be turned into ${type}. TRY_CAST makes null of what cannot.`,
      rows: "The subquery returns several rows where there is room for one value: aggregate, or add LIMIT 1.",
      extension: (name) => `“${name}” belongs to an extension, and this site loads none.`,
      outside: "Queries read the tables of this site alone: no files, no addresses, no settings.",
      memory: "Out of memory: take fewer columns, or filter or aggregate first.",
      other: "The engine did not run this statement.",
    },
    examples: {
      regions: "How much goes to each region? (projects of several regions spread evenly)",
      departments: "How many projects and how much money has each department?",
      largest: "Which are the 20 largest projects, and what do their goals say?",
      themes: "Projects, total and median of each kind of cooperation?",
      flows: "Who pays, and where is it for?",
      years: "How many projects and how much money in each fiscal year?",
      satisfaction: "At how many percent are satisfaction targets set?",
      measurable: "How many of each department’s targets have a number?",
      kinds: "Are the targets of each class quantities, deadlines or words?",
      families:
        "Which indicators do several departments share, and how far apart are their targets?",
      scale: "How do the amount of a project and the number of its indicators go together?",
      words: "Which indicators and goals speak of training?",
      findings: "How often was each rule asked, and how often did it find something?",
      source: "On which page and in which row of which document does each indicator stand?",
      summary: "What values does each column of the indicators have?",
    },
  },
};
