import type { IndicatorReading } from "../model/reading.ts";
import type { Row, Words } from "../model/table.ts";
import { LEVEL1_OF } from "../model/taxonomy.ts";
import { joinWords } from "../model/words.ts";
import { squash } from "../text.ts";
import {
  cellUnder,
  readHeader,
  type ColumnName,
  type Columns,
  type GroupKind,
  type Header,
} from "./columns.ts";
import { isFragment } from "./form-fields.ts";
import { filledCells, findTitle, findYear, isNumberRow } from "./heading.ts";
import { classOf1, classOf2 } from "./levels.ts";
import { isBlank, meaningOf } from "./lexicon.ts";

/** An indicator as its row prints it, classes carried down from the rows above. */
export type Draft = { -readonly [K in ColumnName]?: Words } & {
  kind: GroupKind;
  /** Values of several places, each behind the name of its own. */
  places?: Words;
  /** Level 1 stands in a row above: its cell is merged, or missing. */
  inherits1?: boolean;
  all: Words[];
};

/** The parts of a draft that a row cut by a page break goes on with. */
const EXTENDABLE = ["level3", "periodValue", "annualValue", "actualValue"] as const;
/** The comparison that a column in front of the value prints. */
const SIGN = /^(?:[≥≤><=≈]{1,2}|大于等于|小于等于|大于|小于|等于|不低于|不少于|不高于|不超过|约)$/u;
/** Characters of a line in the narrowest cells of names. */
const SHORTEST_LINE = 4;
/** How names of indicators end: “完成率”, “道路里程”. */
const WHOLE_NAME =
  /(?:率|数|量|度|成本|金额|标准|面积|里程|比例|比重|时间|时限|期限|情况|水平|效果|影响|作用)(?:\([^()]*\))?$/u;
/** What a blank form leaves in the cell of a name: “指标1：”. */
const BLANK_NAME = /^指标\d+[:.、]?$/u;
/** A title of another table or part: “附件3”, “表四”, “第四部分 名词解释”, “2024年政府采购预算表”. */
const TABLE_TITLE =
  /^(?:附[件表]\d*|(?:公开)?表\d+|表[一二三四五六七八九十]{1,3}(?=$|[:.、])|第[一二三四五六七八九十\d]{1,3}(?:部分|章|节))|(?:表|清单)(?:\(.*\))?$/u;
/** “一、收入说明”: a line of the text that stands around the tables of a book. */
const OUTLINE = /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\))/u;

/**
 * Reads the rows of a table of indicators, from its header on:
 *
 * ```text
 * 绩效指标 │ 一级指标 │ 二级指标 │ 三级指标   │ 指标性质 │ 指标值 │ 度量单位 │ 实际完成值 │ 分值
 *         │ 产出指标 │ 数量指标 │ 培训人数   │ ≥        │ 100    │ 人       │ 120        │ 10
 *         │ (merged) │ 质量指标 │ 出勤率     │ ≥        │ 80     │ %        │ 95%        │ 10
 * ```
 *
 * A class holds until the next one is printed. Columns are told by the header, also where it is
 * printed again; cells that a converter dropped from the front of a row by the classes. Of two
 * groups side by side or below one another, one of the year and one of several years, the
 * indicators are those of the year; the other gives them their value of the period.
 */
export function readIndicatorGrid(
  rows: readonly Row[],
  title?: string,
  implied?: Header,
): { indicators: IndicatorReading[]; blankClasses: Words[]; unread: Words[] } {
  const drafts: Draft[] = [];
  const unread: Words[] = [];
  const blankClasses: Words[] = [];
  let header = implied;
  let open: OpenLevels[] = implied ? [{}] : [];
  let previous: Draft[] = [];
  /** Page of the last row of an indicator. */
  let page: number | undefined;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const found = readHeader(rows, index);
    if (found) {
      header = found;
      if (open.length !== header.groups.length) {
        open = header.groups.map(() => ({}));
      }
      index += found.rows - 1;
      continue;
    }
    if (!header) continue;
    const heading = headingOf(row);
    if ((heading !== undefined && heading === title) || isNumberRow(row)) continue;
    if (heading !== undefined) break;
    const isTopOfPage = page !== undefined && pageOf(row) !== page;
    if (isNote(row)) header = undefined;
    if (!header || isClosing(row, header) || isLine(rows, index, isTopOfPage)) {
      previous = [];
      continue;
    }
    const cells = alignCells(row, header, open[0]?.level1);
    const current: Draft[] = [];
    for (const [group, { kind, columns }] of header.groups.entries()) {
      const draft = draftOf(cells, columns, header, kind, filledCells(row));
      const before = previous[group];
      open[group] = levelsAfter(draft, open[group]!);
      if (before && goesOn(draft, before, isTopOfPage)) {
        extend(before, draft);
        current[group] = before;
      } else if (draft.level3) {
        current[group] = { ...draft, ...open[group], inherits1: !draft.level1 };
        drafts.push(current[group]);
      } else if (draft.level1 || draft.level2) {
        const values = valuesOf(draft).filter((cell) => !isBlank(cell.text));
        unread.push(...values);
        if (draft.level2 && values.length === 0 && !draft.all.some(saysNone))
          blankClasses.push(draft.level2);
      }
    }
    previous = current;
    page = pageOf(row);
  }
  const { indicators, left } = reconcile(withoutStrays(drafts));
  return { indicators: indicators.map(toIndicator), blankClasses, unread: [...unread, ...left] };
}

/** A cell that says that there is nothing to say. */
function saysNone({ text }: Words): boolean {
  return /^(?:无|不适用|\/|不涉及)$/u.test(squash(text));
}

/** Rows of classes must agree on where their columns are. */
const FEWEST_CLASSES = 3;

/**
 * The header that a table of indicators has none of: level-2 classes in one column, a name behind
 * them, a value behind that, and nothing else that could be one.
 */
export function impliedHeader(rows: readonly Row[]): { header: Header; from: number } | undefined {
  const classed = rows.flatMap(({ cells }, from) => {
    // 满意度指标 is a class of either level: the last of a row is that of level 2.
    const level2 = cells.findLastIndex(
      ({ text }) => classOf2(text) !== undefined && /指标$/u.test(squash(text)),
    );
    return level2 >= 0 ? [{ from, level2 }] : [];
  });
  const byColumn = [...Map.groupBy(classed, ({ level2 }) => level2)];
  const [level2, own] = byColumn.sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  if (level2 === undefined || own === undefined) return undefined;
  const below = rows.slice(own[0]!.from);
  const isNarrow = below.every(({ cells }) =>
    cells.slice(level2 + 3).every(({ text }) => text === ""),
  );
  if (own.length < FEWEST_CLASSES || level2 === 0 || !isNarrow) return undefined;
  const at = (column: number) => ({ from: column, to: column + 1 });
  const columns = new Map([
    ["level1", at(level2 - 1)],
    ["level2", at(level2)],
    ["level3", at(level2 + 1)],
    ["annualValue", at(level2 + 2)],
  ] as const);
  const width = level2 + 3;
  const groups = [{ kind: "annual" as const, columns }];
  return { header: { groups, places: [], width, cells: width, rows: 0 }, from: own[0]!.from };
}

/** The classes that hold for the rows below those that print them. */
type OpenLevels = Pick<Draft, "level1" | "level2">;

function levelsAfter({ level1, level2 }: Draft, open: OpenLevels): OpenLevels {
  const above = level1 && !isSame(level1, open.level1) ? { level1 } : open;
  return level2 ? { ...above, level2 } : above;
}

/** The title in a row of a single cell. */
export function headingOf(row: Row): string | undefined {
  const cells = filledCells(row);
  const [cell] = cells;
  if (!cell || cells.length > 1) return undefined;
  const text = squash(cell.text).replace(/^#+/u, "");
  const isTitle = findTitle([row]) !== undefined || (text.length <= 40 && TABLE_TITLE.test(text));
  return isTitle && meaningOf(cell.text) === undefined ? text : undefined;
}

/** “备注：1.…”: explanations of the form, to its end, or the text of a book below it. */
function isNote(row: Row): boolean {
  const [cell, ...others] = filledCells(row);
  if (!cell) return false;
  const isText = others.length === 0 && OUTLINE.test(squash(cell.text));
  return isText || /^(?:备注|注|说明|填[报表]说明)[:：]/u.test(cell.text);
}

/**
 * A line alone is none of the table's rows, unless it is the rest of a cell of the page before and
 * the table goes on right below it.
 */
function isLine(rows: readonly Row[], index: number, isTopOfPage: boolean): boolean {
  const row = rows[index]!;
  if (row.cells.length > 1) return false;
  const goesOn = (rows[index + 1]?.cells.length ?? 0) > 1;
  const isText = /[。:：]/u.test(row.cells[0]!.text) || findYear([row], undefined) !== undefined;
  return !isTopOfPage || !goesOn || isText;
}

/** A row below the indicators: “总分 100”, “填报人”. */
function isClosing(row: Row, header: Header): boolean {
  const at = row.cells.findIndex((cell) => cell.text !== "");
  if (at < 0) return true;
  const meaning = meaningOf(row.cells[at]!.text.replace(/[:：].*$/su, ""));
  if (meaning === "end") return true;
  const level3 = header.groups[0]!.columns.get("level3")!.from;
  const isNumber = squash(row.cells[at]!.text) === "序号";
  return at < level3 && (meaning === "aside" || meaning === "remark" || isNumber);
}

function pageOf(row: Row): number | undefined {
  return row.cells.flatMap((cell) => cell.pieces)[0]?.page;
}

/**
 * The cells of a row under the header's columns. Where a converter dropped merged cells from the
 * front, the first filled cell tells its column: a class label its level, any other the third.
 */
function alignCells(
  row: Row,
  header: Pick<Header, "groups" | "cells" | "width">,
  open: Words | undefined,
): readonly Words[] {
  const { columns } = header.groups[0]!;
  const at = row.cells.findIndex(
    (cell, index) =>
      cell.text !== "" && meaningOf(cell.text) !== "indicators" && !isFragment(cell, index),
  );
  const first = row.cells[at];
  if (!first) return row.cells;
  const lost = lostLevel2(row, at, columns);
  if (lost) return lost;
  const column = columnOfFirst(row, at, columns, open);
  const isWhole = row.cells.length >= header.width;
  if (column === undefined && (isWhole || row.cells[0]!.text === "")) {
    const level3 = columns.get("level3")!.from;
    return isWhole || at >= level3 ? row.cells : shifted(row.cells, level3 - at);
  }
  return shifted(row.cells, (column ?? columns.get("level3")!.from) - at);
}

/**
 * “满意度指标 │ 群众满意度 │ ≥90%”: a cell merged over both levels leaves one where two should be,
 * so that the value stands under the name.
 */
function lostLevel2({ cells }: Row, at: number, columns: Columns): Words[] | undefined {
  const [from1, from2, from3] = (["level1", "level2", "level3"] as const).map(
    (level) => columns.get(level)?.from,
  );
  if (from1 === undefined || from2 === undefined || from3 !== from2 + 1) return undefined;
  const [name, value] = [cells[at + 1], cells[at + 2]];
  const isClass1 = classOf1(cells[at]!.text) !== undefined;
  const isMoved =
    isClass1 &&
    name &&
    name.text !== "" &&
    value &&
    /^[≥≤><=]|^\d[\d.]*%?$/u.test(squash(value.text));
  if (!isMoved || at > from1) return undefined;
  const front = Array.from({ length: from1 }, () => ({ text: "", pieces: [] }));
  return [...front, cells[at]!, { text: "", pieces: [] }, ...cells.slice(at + 1)];
}

function shifted(cells: readonly Words[], by: number): readonly Words[] {
  if (by <= 0) return cells;
  return [...Array.from({ length: by }, () => ({ text: "", pieces: [] })), ...cells];
}

/** The column that a class label at the front of a row belongs to. */
function columnOfFirst(
  row: Row,
  at: number,
  columns: Columns,
  open: Words | undefined,
): number | undefined {
  const label = row.cells[at]!.text;
  const [class1, class2] = [classOf1(label), classOf2(label)];
  const [from1, from2] = [columns.get("level1")?.from, columns.get("level2")?.from];
  if ((class1 && at === from1) || (class2 && at === from2)) return at;
  if (row.cells.length > 1 && class1 && class2 && from1 !== undefined) {
    const isLevel1 = classOf2(row.cells[at + 1]!.text) !== undefined;
    const isPartOfOpen = open !== undefined && classOf1(open.text) === LEVEL1_OF[class2];
    return isLevel1 || !isPartOfOpen ? from1 : from2;
  }
  if (class1) return from1;
  return class2 ? from2 : undefined;
}

/** The cells of a row by the columns of a group. */
export function draftOf(
  cells: readonly Words[],
  columns: Columns,
  header: Header,
  kind: GroupKind,
  all: readonly Words[],
): Draft {
  const draft: Draft = { kind, all: [...all] };
  for (const [name, span] of columns) {
    const cell = cellUnder(cells, span);
    if (cell && !(isLevel(name) && isNothing(cell.text))) draft[name] = cell;
  }
  const places = header.places.flatMap(({ name, span }) => {
    const value = cellUnder(cells, span);
    return value && !isBlank(value.text) ? [joinWords([name, value], "：")] : [];
  });
  if (places.length > 0) draft.places = joinWords(places, "；");
  return draft;
}

function isLevel(name: ColumnName): boolean {
  return name === "level1" || name === "level2" || name === "level3";
}

/** Whether a cell says nothing, or only what a blank form leaves in it. */
export function isNothing(text: string): boolean {
  return isBlank(text) || BLANK_NAME.test(squash(text));
}

function isSame(a: Words, b: Words | undefined): boolean {
  return b !== undefined && squash(a.text) === squash(b.text);
}

function valuesOf(draft: Draft): Words[] {
  return [draft.periodValue, draft.annualValue].filter((cell) => cell !== undefined);
}

/**
 * Whether a row is the rest of the one above: it has neither class nor name, or stands at the top
 * of a page with nothing but words of a name, or with what a name cut off above lacks.
 */
function goesOn(draft: Draft, before: Draft, isTopOfPage: boolean): boolean {
  if (draft.level1 || draft.level2) return false;
  if (!draft.level3) return true;
  if (!isTopOfPage) return false;
  return hasMore(before) ? !hasMore(draft) : hasMore(draft) && isCut(before.level3);
}

/** A name as long as a line of a narrow cell that does not end as names do. */
function isCut(name: Words | undefined): boolean {
  const text = squash(name?.text ?? "");
  return text.length >= SHORTEST_LINE && !WHOLE_NAME.test(text);
}

/** Whether a row has more than classes and a name. */
function hasMore(draft: Draft): boolean {
  return valuesOf(draft).length > 0 || (draft.actualValue ?? draft.weight) !== undefined;
}

/** Adds the rest of cells cut by a page break. */
function extend(draft: Draft, rest: Draft): void {
  for (const name of EXTENDABLE) {
    const more = rest[name];
    if (!more || isBlank(more.text)) continue;
    const before = draft[name];
    draft[name] = before ? joinWords([before, more]) : more;
    draft.all.push(more);
  }
}

/**
 * A level-1 class that a form lost altogether would leave its parts under the class above: where
 * 社会效益 stands under 产出 and 效益指标 is printed nowhere, the class is left to the level below.
 * Where it is printed elsewhere the department has put the row there.
 */
function withoutStrays(drafts: readonly Draft[]): Draft[] {
  const printed = new Set(drafts.map(({ level1 }) => level1 && classOf1(level1.text)));
  return drafts.map((draft) => {
    const own = classOf2(draft.level2?.text ?? "");
    if (!draft.inherits1 || !own || !draft.level1) return draft;
    const parent = LEVEL1_OF[own];
    const isCommon = parent === "效益指标" || (parent === "产出指标" && own !== "成本指标");
    if (!isCommon || printed.has(parent)) return draft;
    const { level1: _, ...rest } = draft;
    return rest;
  });
}

/** The indicators of the year, those of several years beside them as their value of the period. */
function reconcile(drafts: readonly Draft[]): { indicators: Draft[]; left: Words[] } {
  const annual = drafts.filter(({ kind }) => kind === "annual");
  const period = drafts.filter(({ kind }) => kind === "period");
  if (annual.length === 0) return { indicators: period, left: [] };
  const left: Words[] = [];
  const indicators = [...annual];
  for (const draft of period) {
    const at = indicators.findIndex(
      (other) =>
        !other.periodValue && isSame(draft.level3!, other.level3) && isSameClass(draft, other),
    );
    const value = composed(draft);
    if (at >= 0 && value) indicators[at] = { ...indicators[at]!, periodValue: value };
    else if (at < 0) left.push(joinWords([draft.level3!, ...(value ? [value] : [])], " "));
  }
  return { indicators, left };
}

function isSameClass(a: Draft, b: Draft): boolean {
  return !a.level2 || !b.level2 || isSame(a.level2, b.level2);
}

/** The target in one: the sign of one column, the value of the next, the unit of another. */
function composed({ nature, annualValue, periodValue, measure }: Draft): Words | undefined {
  const value = annualValue ?? periodValue;
  if (!value) return undefined;
  const text = squash(value.text);
  const isNumber = /^[\d.,]+(?:万|亿)?(?:[-~—至][\d.,]+)?(?:万|亿)?$/u.test(
    text.replace(/^[≥≤><=]+/u, ""),
  );
  const sign = nature && SIGN.test(squash(nature.text)) && /^\d/u.test(text) ? [nature] : [];
  const unit = measure && isNumber && !isBlank(measure.text) ? [measure] : [];
  return joinWords([...sign, value, ...unit]);
}

/** What a row says of an indicator, its value in one. */
export function toIndicator(draft: Draft): IndicatorReading {
  const value = composed(draft);
  const isPeriod = draft.kind === "period";
  return {
    level1: draft.level1,
    level2: draft.level2,
    name: draft.level3!,
    periodValue: isPeriod ? value : draft.periodValue,
    annualValue: isPeriod ? undefined : (draft.places ?? (draft.annualValue && value)),
    actualValue: draft.actualValue,
    weight: draft.weight,
    score: draft.score,
    number: undefined,
    truncated: false,
    words: joinWords(draft.all),
  };
}
