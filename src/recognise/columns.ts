import type { Row, Words } from "../model/table.ts";
import { joinWords } from "../model/words.ts";
import { squash } from "../text.ts";
import { meaningOf, meaningsIn, type Meaning } from "./lexicon.ts";

/** What a column of a table of indicators holds. */
export type ColumnName =
  | "level1"
  | "level2"
  | "level3"
  | "nature"
  | "periodValue"
  | "annualValue"
  | "measure"
  | "actualValue"
  | "weight"
  | "score";

/** Cells of a row by index, half-open: a label over merged columns stands over several. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type Columns = ReadonlyMap<ColumnName, Span>;

/** Which target the values of a group of columns are. */
export type GroupKind = "annual" | "period";

export interface Group {
  readonly kind: GroupKind;
  readonly columns: Columns;
}

/** A column of values of one place: its name, and where it stands. */
export interface PlaceColumn {
  readonly name: Words;
  readonly span: Span;
}

/** The header of a table of indicators. */
export interface Header {
  /** Side by side, in printed order; levels that only the first prints are those of all. */
  readonly groups: readonly Group[];
  /** Columns of values named by places, where a table gives each its own. */
  readonly places: readonly PlaceColumn[];
  /** Cells up to the last column that we read. */
  readonly width: number;
  /** Cells that the header itself has. */
  readonly cells: number;
  /** Rows that it takes. */
  readonly rows: number;
}

const LEVELS = ["level1", "level2", "level3"] as const;
/** Columns that a group has once; weights and results may be printed twice for one target. */
const OPENS_GROUP: ReadonlySet<ColumnName> = new Set<ColumnName>([
  ...LEVELS,
  "nature",
  "periodValue",
  "annualValue",
]);
const LONGEST_PLACE = 15;

/** How a second row names the parts of a value: “符号 │ 值”. */
const PARTS: Readonly<Record<string, ColumnName>> = {
  符号: "nature",
  性质: "nature",
  值: "annualValue",
  数值: "annualValue",
};

/** Words of the groups that stand side by side or below one another. */
const PERIOD = /中期|长期|中长期|实施期|实施周期|总体|总目标/u;
const ANNUAL = /年度|当年|本年/u;

/** Whether words over or beside columns say that their values are those of several years. */
function kindIn(text: string): GroupKind | undefined {
  const t = squash(text);
  if (ANNUAL.test(t)) return "annual";
  return PERIOD.test(t) ? "period" : undefined;
}

/**
 * Reads the header of a table of indicators that begins in a row: the third level and a column of
 * values (or several, one a place), in up to two rows. Undefined for any other row.
 */
export function readHeader(rows: readonly Row[], index: number): Header | undefined {
  const first = rows[index]!;
  if (!meaningsIn(first).includes("level3")) return undefined;
  const second = rows[index + 1];
  const isTwoRows = second !== undefined && isSubHeader(first, second);
  const labels = labelsOf(isTwoRows ? overlay(first, second) : first.cells);
  const above = index > 0 ? rows[index - 1]! : undefined;
  const groups = groupsOf(labels, first, above);
  const places = groups.length === 0 ? placesOf(labels) : isTwoRows ? placesBelow(second) : [];
  if (groups.length === 0 && places.length === 0) return undefined;
  const spans = [
    ...(groups.length > 0 ? groups : [levelsOf(labels)]).flatMap(({ columns }) => [
      ...columns.values(),
    ]),
    ...places.map(({ span }) => span),
  ];
  return {
    groups: groups.length > 0 ? groups : [levelsOf(labels)],
    places: places.length > 1 ? places : [],
    width: Math.max(...spans.map(({ from }) => from)) + 1,
    cells: first.cells.length,
    rows: isTwoRows ? 2 : 1,
  };
}

interface Label {
  readonly cell: Words;
  readonly name: ColumnName | undefined;
  readonly span: Span;
}

/** What a header cell says of its column; columns of remarks and the like are none. */
function columnOf(text: string): ColumnName | undefined {
  const meaning: Meaning | undefined = meaningOf(text);
  switch (meaning) {
    case "level1":
    case "level2":
    case "level3":
    case "nature":
    case "periodValue":
    case "annualValue":
    case "measure":
    case "actualValue":
    case "weight":
    case "score":
      return meaning;
    case "goalActual":
      return "actualValue";
    case "goalTarget":
      return "annualValue";
    case "moneyUnit":
      return "measure";
    default:
      return PARTS[squash(text)];
  }
}

/**
 * Whether a row goes on with the header above it: it names places or parts of the values below a
 * label that stands over several columns, and nothing under the levels.
 */
function isSubHeader(first: Row, second: Row): boolean {
  const cells = [...second.cells.entries()].filter(([, cell]) => cell.text !== "");
  if (cells.length < 2) return false;
  const isUnder = cells.every(([index, cell]) => {
    const above = first.cells[index];
    if (above?.text === cell.text) return true;
    const over = first.cells.findLastIndex(({ text }, i) => i <= index && text !== "");
    const name = columnOf(first.cells[over]?.text ?? "");
    const isLevel = name === "level1" || name === "level2" || name === "level3";
    return !isLevel && (above === undefined || above.text === "" || isOverValues(above.text));
  });
  const isNamed = (text: string) =>
    columnOf(text) !== undefined || kindIn(text) !== undefined || isShortName(text);
  return (
    isUnder &&
    cells.every(([index, { text }]) => first.cells[index]?.text === text || isNamed(text))
  );
}

function isOverValues(text: string): boolean {
  const meaning = meaningOf(text);
  return (
    kindIn(text) !== undefined ||
    meaning === "annualValue" ||
    meaning === "indicators" ||
    meaning === "goal"
  );
}

/** Characters that are no label, few enough to name a place: “新罗” stands for 新罗区. */
function isShortName(text: string): boolean {
  const t = squash(text);
  return t.length <= LONGEST_PLACE && /^\p{Script=Han}+$/u.test(t) && meaningOf(text) === undefined;
}

/** The cells of two header rows as one: what the second says is the more particular. */
function overlay(first: Row, second: Row): Words[] {
  const width = Math.max(first.cells.length, second.cells.length);
  return Array.from({ length: width }, (_, index) => {
    const [above, below] = [first.cells[index], second.cells[index]];
    const named = [above, below].find((cell) => cell && columnOf(cell.text) === undefined);
    const kind = below && below.text !== "" && named ? kindIn(named.text) : undefined;
    if (kind === "period") return { text: "实施周期指标值", pieces: below!.pieces };
    if (kind === "annual") return { text: "年度指标值", pieces: below!.pieces };
    if (below && below.text !== "") return below;
    return above ?? { text: "", pieces: [] };
  });
}

/** Labels with the columns they stand over: up to the next label, a repeated one being the same. */
function labelsOf(cells: readonly Words[]): Label[] {
  const labels: Label[] = [];
  for (const [index, cell] of cells.entries()) {
    const last = labels.at(-1);
    const isSame = cell.text === "" || (last && last.cell.text === cell.text);
    if (last && isSame) {
      labels[labels.length - 1] = { ...last, span: { from: last.span.from, to: index + 1 } };
    } else if (cell.text !== "") {
      labels.push({ cell, name: columnOf(cell.text), span: { from: index, to: index + 1 } });
    }
  }
  return labels;
}

/** Groups of columns: a new one begins where a column repeats that the one before has. */
function groupsOf(labels: readonly Label[], first: Row, above: Row | undefined): Group[] {
  const groups: { columns: Map<ColumnName, Span>; from: number }[] = [];
  for (const { name, span } of labels) {
    if (!name) continue;
    const last = groups.at(-1);
    const hasValue = last && (last.columns.has("annualValue") || last.columns.has("periodValue"));
    if (!last || (last.columns.has(name) && hasValue && OPENS_GROUP.has(name))) {
      groups.push({ columns: new Map([[name, span]]), from: span.from });
    } else if (!last.columns.has(name)) {
      last.columns.set(name, span);
    }
  }
  const filled = groups.filter(
    ({ columns }) => columns.has("annualValue") || columns.has("periodValue"),
  );
  const [head, next] = filled;
  if (!head?.columns.has("level3")) return [];
  if (!next) return [{ kind: kindOf(first, 0) ?? "annual", columns: head.columns }];
  const isSwapped = above && kindOf(above, next.from) === "period";
  const columns = new Map([...levelSpans(head.columns), ...next.columns]);
  return isSwapped
    ? [
        { kind: "annual", columns: head.columns },
        { kind: "period", columns },
      ]
    : [
        { kind: "period", columns: head.columns },
        { kind: "annual", columns },
      ];
}

/** What the label at or in front of a column says: “长期绩效指标” beside a header. */
function kindOf({ cells }: Row, index: number): GroupKind | undefined {
  const label = cells.findLast(({ text }, i) => i <= index && text !== "");
  return label && columnOf(label.text) === undefined ? kindIn(label.text) : undefined;
}

/** The levels that a second group shares with the first: those it does not print itself. */
function levelSpans(columns: Columns): [ColumnName, Span][] {
  return LEVELS.flatMap((level) => {
    const span = columns.get(level);
    return span ? [[level, span] as [ColumnName, Span]] : [];
  });
}

function levelsOf(labels: readonly Label[]): Group {
  const columns = new Map<ColumnName, Span>();
  for (const { name, span } of labels) if (name && !columns.has(name)) columns.set(name, span);
  return { kind: "annual", columns };
}

/** Columns behind the third level that places name, where no column of values stands. */
function placesOf(labels: readonly Label[]): PlaceColumn[] {
  const level3 = labels.findIndex(({ name }) => name === "level3");
  const places = labels
    .slice(level3 + 1)
    .filter(({ cell }) => isShortName(cell.text))
    .map(({ cell, span }) => ({ name: cell, span: { from: span.from, to: span.from + 1 } }));
  return places.length > 1 ? places : [];
}

/** Places that a second row names below the label of the values. */
function placesBelow(second: Row): PlaceColumn[] {
  return [...second.cells.entries()].flatMap(([index, cell]) =>
    isShortName(cell.text) && !columnOf(cell.text)
      ? [{ name: cell, span: { from: index, to: index + 1 } }]
      : [],
  );
}

/** The words of a row under a label, a merged cell that a converter repeats once. */
export function cellUnder(cells: readonly Words[], { from, to }: Span): Words | undefined {
  const filled = cells.slice(from, to).filter((cell) => cell.text !== "");
  const distinct = filled.filter((cell, index) => cell.text !== filled[index - 1]?.text);
  return distinct.length > 0 ? joinWords(distinct) : undefined;
}
