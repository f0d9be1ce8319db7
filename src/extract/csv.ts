import Papa from "papaparse";
import type { Extract } from "../model/table.ts";
import { joinLines, layOut } from "./grid.ts";
import { Refusal, TOO_LARGE } from "./unreadable.ts";

const MOST_CHARACTERS = 64 * 2 ** 20;
const DELIMITERS = [",", ";"] as const;
/** Records that tell whether a text is a table; the rest of a long one is taken on trust. */
const SAMPLE = 200;
/** A comma inside a number: “1,234.56”. */
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/gu;
/** How Excel is told the delimiter. */
const HINT = /^sep=.\r?\n/iu;
/** A quoted cell that holds a line break or a tab: what a cut at each tab would tear apart. */
const QUOTED = /(?:^|[\t\n])"[^"\n\t]*[\n\t](?:[^"]|"")*"(?=[\t\r\n]|$)/u;
/** “年度指标值：10人”: a list in prose, whose commas separate no cells. */
const LABELLED = /\p{Script=Han}\s*[:：]/u;

/**
 * The delimiter of a text whose records have cells of one number, as programs write them.
 * Undefined for any other text: prose with commas, amounts with thousands marked, and text whose
 * tabs need no more than a cut at each (they are read as plain text, with its pages).
 */
export function delimiterOf(text: string): string | undefined {
  const sample = text.slice(0, 2 ** 20);
  // Commas beside tabs belong to the words of the cells.
  if (sample.includes("\t")) return sample.includes('"') && QUOTED.test(sample) ? "\t" : undefined;
  return DELIMITERS.find((delimiter) => {
    if (!sample.includes(delimiter)) return false;
    const records = parse(sample, delimiter, SAMPLE).filter((record) => record.some(isFilled));
    const width = mostCommon(records.map((record) => record.length));
    const alike = records.filter((record) => record.length === width);
    const wider = records.filter((record) => record.length > width);
    const isTable =
      alike.length > 1 &&
      alike.length >= records.length * 0.6 &&
      wider.length <= records.length * 0.1;
    const marks = alike.length * (width - 1);
    const isEven = width > 1 && isTable && !isProse(sample, alike, delimiter, marks);
    return isEven || isRagged(records);
  });
}

/** Blank cells in so many of the records, as merged ones leave them, are no prose's. */
const RAGGED = 0.3;

/** Records of any number of cells, many of them with a blank one in front or between others. */
function isRagged(records: readonly string[][]): boolean {
  const gapped = records.filter((record) => {
    const last = record.findLastIndex(isFilled);
    return record.slice(0, last).some((cell) => cell === "");
  });
  return gapped.length > 2 && gapped.length >= records.length * RAGGED;
}

function isFilled(cell: string): boolean {
  return cell.trim() !== "";
}

/** Whether the delimiters are rather the commas of sentences or of numbers. */
function isProse(
  sample: string,
  records: readonly string[][],
  delimiter: string,
  marks: number,
): boolean {
  if (delimiter === "," && isThousands(sample, marks)) return true;
  const hasBlanks = records.some((record) => !record.every(isFilled));
  const labelled = records.filter((record) => record.some((cell) => LABELLED.test(cell)));
  return !hasBlanks && !sample.includes('"') && labelled.length > records.length / 2;
}

/** Whether most of the commas that would separate cells stand inside numbers. */
function isThousands(sample: string, separators: number): boolean {
  return (sample.match(THOUSANDS)?.length ?? 0) > separators / 2;
}

function mostCommon(widths: readonly number[]): number {
  const counts = [...Map.groupBy(widths, (width) => width)];
  return counts.sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? 0;
}

/** Reads a table of cells between delimiters, which may be quoted and hold line breaks. */
export function csvToExtract(text: string, delimiter: string): Extract {
  if (text.length > MOST_CHARACTERS) throw new Refusal(TOO_LARGE);
  const rows = parse(text.replace(HINT, ""), delimiter).map((record) =>
    record.map((cell) => joinLines(cell.split(/[\r\n]+/u))),
  );
  return layOut("csv", [[{ kind: "grid", rows }]]);
}

function parse(text: string, delimiter: string, preview = 0): string[][] {
  return Papa.parse<string[]>(text, { delimiter, preview, skipEmptyLines: false }).data;
}
