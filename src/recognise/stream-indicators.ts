import type { IndicatorReading } from "../model/reading.ts";
import type { Words } from "../model/table.ts";
import { LEVEL1_OF, level1Of, level2Of } from "../model/taxonomy.ts";
import { joinWords, sliceWords } from "../model/words.ts";
import { squash } from "../text.ts";
import { takeLevels, type Levels } from "./levels.ts";
import { isBlank, type Meaning } from "./lexicon.ts";
import { gluedRows, nameBefore } from "./stream-glued-rows.ts";
import { isEndOfName, toRows, unclosed, type Column, type StreamRow } from "./stream-rows.ts";
import type { Style, Token } from "./stream-tokens.ts";
import { looksLikeValue } from "./stream-values.ts";

/** What the labels of a header mean as columns of the indicator part. */
const COLUMN_OF: Readonly<Partial<Record<Meaning, Column>>> = {
  level3: "level3",
  nature: "nature",
  periodValue: "periodValue",
  annualValue: "annualValue",
  measure: "measure",
  moneyUnit: "measure",
  actualValue: "actualValue",
  goalActual: "actualValue",
  weight: "weight",
  score: "score",
  remark: "remark",
  end: "remark",
  moneyColumn: "remark",
};

/** A header of indicators: where its labels begin and end, and its columns behind level 2. */
export interface Header {
  readonly from: number;
  readonly to: number;
  readonly columns: readonly Column[];
  /** Columns of the whole period stand in front of those of the year, with classes of their own. */
  readonly isDouble: boolean;
  /** It has a column of level-2 classes and none of level-1 classes. */
  readonly isFlat: boolean;
  /** The places that head the columns of values, where a table gives each its own. */
  readonly places: readonly Words[];
}

/** Labels between the third level and the last column that a header may have. */
const WIDEST = 14;

/** The headers of indicators among some tokens. */
export function findHeaders(tokens: readonly Token[]): Header[] {
  const headers: Header[] = [];
  for (const [index, token] of tokens.entries()) {
    const header = token.meaning === "level3" ? headerAt(tokens, index) : undefined;
    const last = headers.at(-1);
    // Two headers without a row between them stand side by side: the period's and the year's.
    if (header && last?.to === header.from) {
      headers[headers.length - 1] = { ...header, from: last.from, isDouble: true };
    } else if (header) {
      headers.push(header);
    }
  }
  return headers.length > 0 ? headers : impliedHeaders(tokens);
}

/** Classes that a form without a header has at least. */
const FEWEST_CLASSES = 3;

/**
 * The header that a form leaves out: classes on lines of their own behind the name of a project,
 * names and values between them. What stands behind a class in prose is sentences.
 */
function impliedHeaders(tokens: readonly Token[]): Header[] {
  const name = tokens.findIndex(({ meaning }) => meaning === "projectName");
  const from = tokens.findIndex(({ level }, index) => index > name && level !== undefined);
  if (name < 0 || from < 0) return [];
  const body = tokens.slice(from, from + endOf(tokens.slice(from)));
  const classes = body.filter(({ level }) => level !== undefined);
  const isTable = body.every(
    ({ words, edge }) =>
      edge !== "glue" && !/(?<!^指标\d{1,2})[。；;：:]/u.test(words.text.slice(0, -1)),
  );
  const hasSentence = body.some(({ words }) => /[。；;：:]$/u.test(words.text));
  if (classes.length < FEWEST_CLASSES || !isTable || hasSentence) return [];
  const columns: Column[] = ["level3", "annualValue"];
  return [{ from, to: from, columns, isDouble: false, isFlat: false, places: [] }];
}

function headerAt(tokens: readonly Token[], level3: number): Header | undefined {
  let from = level3;
  while (isAbove(tokens[from - 1]) || isOtherClass(tokens, from - 1)) from--;
  const end = tokens.findIndex((token, index) => index > level3 && endsHeader(token));
  const labels = tokens.slice(level3, Math.min(end < 0 ? Infinity : end, level3 + WIDEST));
  const known = labels.findLastIndex((token) => token.meaning && COLUMN_OF[token.meaning]);
  // What stands between the last known column and the first class heads a column that is unknown.
  const isClosed = end > 0 && end - level3 - known <= 3 && !isAbove(tokens[end]);
  const header = labels.slice(0, isClosed ? labels.length : known + 1);
  const columns = header
    .filter((token, index) => token.words.text !== "" && !isCutLabel(header, index))
    .map((token): Column => (token.meaning && COLUMN_OF[token.meaning]) ?? "remark");
  const places = end < 0 ? [] : placesIn(tokens.slice(level3 + 1, end));
  const isFull =
    places.length > 0 ||
    ["annualValue", "periodValue", "nature"].some((name) => columns.includes(name as Column));
  const isPlain = columns.filter((name) => name === "level3").length === 1;
  return isFull && isPlain
    ? {
        from,
        to: places.length > 0 ? end : level3 + header.length,
        columns: places.length > 0 ? ["level3"] : columns,
        isDouble: isDouble(tokens.slice(Math.max(0, from - 4), from)),
        isFlat: isFlat(tokens.slice(from, level3)),
        places,
      }
    : undefined;
}

/** The names of places that are all there is between the third level and the first class. */
function placesIn(tokens: readonly Token[]): Words[] {
  const isPlace = ({ words, meaning }: Token) =>
    meaning === undefined && PLACE.test(squash(words.text));
  return tokens.length > 1 && tokens.every(isPlace) ? tokens.map(({ words }) => words) : [];
}

const PLACE = /^\p{Script=Han}{1,6}(?:省|市|县|区|旗|镇|乡|街道|村|社区|农场|林场)$/u;

/** “年度（项目” in front of “指标值”: the beginning of a label that is broken in a new way. */
function isCutLabel(header: readonly Token[], index: number): boolean {
  const [token, next] = [header[index]!, header[index + 1]];
  const isValue = next?.meaning === "annualValue" || next?.meaning === "actualValue";
  return (
    !token.meaning &&
    isValue &&
    /^(?:年度|当年|本年|全年|年初|预期|计划|项目)/u.test(squash(token.words.text))
  );
}

/** A class that is none of the taxonomy's: “计划管理指标”, where no value follows. */
function isOtherClass(tokens: readonly Token[], index: number): boolean {
  const [token, next] = [tokens[index], tokens[index + 1]];
  const text = squash(token?.words.text ?? "");
  const isNamed = token?.meaning === undefined && /^\p{Script=Han}{2,6}指标$/u.test(text);
  return isNamed && next !== undefined && !looksLikeValue(squash(next.words.text));
}

function isDouble(before: readonly Token[]): boolean {
  return before.some(({ words }) =>
    /指标值?\((?:长期|中期|实施期|总体)\)$/u.test(squash(words.text)),
  );
}

function isFlat(above: readonly Token[]): boolean {
  const has = (name: Meaning) => above.some(({ meaning }) => meaning === name);
  return has("level2") && !has("level1");
}

function isAbove(token: Token | undefined): boolean {
  return ["level1", "level2", "indicators", "periodIndicators"].includes(token?.meaning ?? "");
}

function endsHeader(token: Token): boolean {
  const isClass = token.level !== undefined || level1Of(squash(token.words.text)) !== undefined;
  return isClass || token.meaning === "projectName" || isAbove(token);
}

/** What the indicator part of a form holds, and what in it is no indicator. */
export interface IndicatorPart {
  readonly indicators: readonly IndicatorReading[];
  readonly unread: readonly Words[];
}

/** Reads the tokens below a header. */
export function readIndicators(
  tokens: readonly Token[],
  { columns, isDouble, isFlat, places }: Header,
  style: Style,
): IndicatorPart {
  const indicators: IndicatorReading[] = [];
  const unread: Words[] = [];
  const levels: Levels = {};
  let run: Token[] = [];
  // Of two classes in a row of both groups the first is that of the whole period.
  let isOfPeriod = false;
  const close = (isLast: boolean) => {
    const ofYear = places.length > 0 ? rowsOfPlaces(run, places) : rowsOf(run, columns, lined);
    const rows = isOfPeriod ? [] : ofYear;
    for (const [index, row] of rows.entries()) {
      const isEnd = isLast && index === rows.length - 1 && run.at(-1)?.edge !== "glue";
      const isClassed = !hasClasses || levels.level1 !== undefined || levels.level2 !== undefined;
      const isRead = isClassed && isIndicator(row, isEnd);
      if (isRead) indicators.push(toIndicator(row, levels));
      unread.push(...leftOver(row, isRead));
    }
    run = [];
  };
  const body = tokens.slice(0, endOf(tokens)).filter(({ meaning }) => meaning !== "indicators");
  const lined = { ...style, ...(!style.exact && !style.rowwise && linesOf(body)) };
  const hasLevel1 = !isFlat || body.some(({ level }) => level && isOnlyLevel1(level));
  const hasClasses = body.some(({ level }) => level !== undefined);
  for (const [index, token] of body.entries()) {
    const label = token.level ?? bareClass(body, index) ?? otherClass(body, index);
    if (!label) {
      run.push(token);
      continue;
    }
    close(false);
    const next = body[index + 1]?.level ?? otherClass(body, index + 1);
    if (hasLevel1) open(label, next, levels);
    else levels.level2 = label;
    isOfPeriod = isDouble && levels.level2 === label && !isOfPeriod;
  }
  close(true);
  return { indicators, unread };
}

/**
 * A class without “指标” behind its name: in front of another class, or where a name follows. The
 * same words in front of a value are a name (“成本 10万元”).
 */
function bareClass(tokens: readonly Token[], index: number): Words | undefined {
  const { words } = tokens[index]!;
  const label = squash(words.text);
  const next = tokens[index + 1];
  if (!next || label.length > 12 || NAMES_NO_CLASS.test(label)) return undefined;
  if (level1Of(label) && next.level) return words;
  const below = level2Of(label);
  const isBehindClass = index === 0 || tokens[index - 1]!.level !== undefined;
  const follows = next.level === undefined && !looksLikeValue(squash(next.words.text));
  return below && follows && (label.length >= 4 || isBehindClass) ? words : undefined;
}

function otherClass(tokens: readonly Token[], index: number): Words | undefined {
  return isOtherClass(tokens, index) && !tokens[index]!.level ? tokens[index]!.words : undefined;
}

/** Words of a satisfaction are as often the name of an indicator as its class. */
const NAMES_NO_CLASS = /满意度$/u;

/** What a row says that no indicator holds: all of it, or the numbers behind a name alone. */
function leftOver(row: StreamRow, isRead: boolean): Words[] {
  const rest = isRead ? (row.annualValue ? [] : [row.remark]) : Object.values(row);
  return rest.filter((words) => words !== undefined).filter((words) => !isBlank(words.text));
}

/**
 * The rows between two classes. Where nothing parts the cells and it stays open how to cut them,
 * a name in front of them is read, and the rest is left as it is.
 */
function rowsOf(run: readonly Token[], columns: readonly Column[], style: Style): StreamRow[] {
  if (!run.some(({ edge }) => edge === "glue")) return toRows(run, columns, style);
  return run.flatMap(({ words }): StreamRow[] => {
    const rows = gluedRows(words, columns);
    const name = rows ? undefined : nameBefore(words);
    if (!name) return rows ?? [{ remark: words }];
    return [{ level3: name, remark: sliceWords(words, name.text.length) }];
  });
}

/** Rows of a name and a value for each place; what does not come out even is left as it is. */
function rowsOfPlaces(run: readonly Token[], places: readonly Words[]): StreamRow[] {
  const cells = run.map(({ words }) => words).filter(({ text }) => text !== "");
  const width = places.length + 1;
  if (cells.length % width > 0) return [{ remark: joinWords(cells, " ") }];
  return Array.from({ length: cells.length / width }, (_, row): StreamRow => {
    const [name, ...values] = cells.slice(row * width, (row + 1) * width);
    const named = values.map((value, index) => joinWords([places[index]!, value], "："));
    const filled = named.filter((_, index) => !isBlank(values[index]!.text));
    return { level3: name!, annualValue: joinWords(filled, "；") };
  });
}

/** 产出指标, 效益指标: classes that are of the first level wherever they stand. */
function isOnlyLevel1({ text }: Words): boolean {
  const label = squash(text);
  return level1Of(label) !== undefined && level2Of(label) === undefined;
}

/** How lines are broken: at one length, or in narrow cells that leave many ends of a line or two. */
function linesOf(body: readonly Token[]): Partial<Style> {
  const isText = (token: Token | undefined) =>
    token !== undefined && !token.level && /\p{Script=Han}/u.test(token.words.text);
  const isName = (token: Token | undefined) => isText(token) && !/\d/u.test(token!.words.text);
  const texts = body.filter(isText).length;
  const tails = body.filter(
    ({ words }, index) => isName(body[index - 1]) && isEndOfName(squash(words.text)),
  ).length;
  return { ...widthOf(body), broken: tails >= 3 && tails * 8 >= texts };
}

/** The longest line of words, where it is no exception. */
function widthOf(tokens: readonly Token[]): { width: number } | undefined {
  const lengths = tokens.flatMap(({ words, level }) =>
    level || /[\d≥≤><=]/u.test(words.text) ? [] : [words.text.length],
  );
  const width = Math.max(...lengths);
  return width >= 4 && lengths.filter((length) => length === width).length >= 3
    ? { width }
    : undefined;
}

/**
 * Lets a class hold. 成本指标 in front of its own parts is the level-1 class; a satisfaction of
 * somebody (服务对象满意度) that stands below 效益指标, without 满意度指标 above it, is a part of it.
 */
function open(label: Words, next: Words | undefined, levels: Levels): void {
  const text = squash(label.text);
  // Without 指标 behind it, or none of the taxonomy's: a class above the one that follows.
  const isKnown = /指标$/u.test(text) && (level1Of(text) ?? level2Of(text)) !== undefined;
  if (!isKnown && next) {
    levels.level1 = label;
    delete levels.level2;
    return;
  }
  if (!isKnown) {
    levels.level2 = label;
    return;
  }
  const [name, below] = [label, next].map((words) => words && level2Of(squash(words.text)));
  const above = levels.level1 && level1Of(squash(levels.level1.text));
  if (name === "成本指标" && below && LEVEL1_OF[below] === "成本指标") {
    levels.level1 = label;
    delete levels.level2;
  } else if (
    name === "服务对象满意度指标" &&
    above === "效益指标" &&
    !below &&
    isOfSomebody(label)
  ) {
    levels.level2 = label;
  } else {
    takeLevels([label], levels);
  }
}

function isOfSomebody(label: Words): boolean {
  return !/^满意度/u.test(squash(label.text));
}

const TITLE = /(?:绩效.*|目标.*)(?:申报|自评|审批|批复)?表(?:\(.*\))?\d*$/u;

const CLOSES = new RegExp(
  "^(?:" +
    [
      "注[:：\\d]|(?:备注|说明|附)[:：]|附[件表](?:\\d|[:：]|$)|填[报制]?(?:表|人|单位|日期|时间|说明)",
      "(?:审核|评价|编制|联系|打印)(?:人|意见|结论|等级|单位|机构|电话|方式|地址|日期|时间|[:：]|$)",
      "(?:财政|主管)部门(?:审|意见|负责|[:：]|$)|(?:项目|单位)负责人|单位[:：(]",
      "(?:总分|总计|合计)(?:[:：\\d(]|得分|$)|\\(?20\\d\\d年度\\)?$",
      "扫一扫|[[【](?:下载|打印|关闭)|责任编辑|[上下]一[篇条]|分享到|版权所有|关闭窗口",
      "第[一二三四五六七八九十]{1,3}(?:部分|章|节)",
    ].join("|") +
    ")",
  "u",
);

/** A heading of the report that a form stands in: “二、项目资金申报及使用情况”. */
const HEADING = /^(?:[(（]?[一二三四五六七八九十]{1,2}[)）、.]|\d{1,2}[.、．].{15})/u;

/** Where the indicators of a form end: a closing line, a total, the title of the next form. */
function endOf(tokens: readonly Token[]): number {
  const last = tokens.findLastIndex(({ level }) => level !== undefined);
  const at = tokens.findIndex(({ words, meaning, level }, index) => {
    if (level || unclosed(squash(tokens[index - 1]?.words.text ?? ""))) return false;
    if (meaning === "end" || meaning === "aside" || meaning === "projectName") return true;
    const text = squash(words.text);
    return CLOSES.test(text) || isTitle(text) || (index > last && HEADING.test(text));
  });
  return at < 0 ? tokens.length : at;
}

/** “项目支出绩效目标表”: the title of a form. */
export function isTitle(text: string): boolean {
  return text.length <= 60 && TITLE.test(text);
}

/** A row without a value at the very end is text below the table rather than an indicator. */
function isIndicator(row: StreamRow, isEnd: boolean): boolean {
  const name = row.level3 && squash(row.level3.text);
  if (!name || isBlank(name) || /^指标\d*:?$|^[…·.]+$/u.test(name)) return false;
  const hasValue = [row.annualValue, row.periodValue, row.nature].some(
    (words) => words && words.text !== "",
  );
  return (
    hasValue || (!isEnd && name.length <= 40 && !/[。;:]/u.test(name) && !looksLikeValue(name))
  );
}

function toIndicator(row: StreamRow, levels: Levels): IndicatorReading {
  const { level1, level2 } = levels;
  return {
    level1,
    level2,
    name: row.level3!,
    periodValue: row.periodValue,
    annualValue: valueOf(row),
    actualValue: row.actualValue,
    weight: row.weight,
    score: row.score,
    number: undefined,
    truncated: false,
    words: joinWords(Object.values(row)),
  };
}

/** A target that is printed in three columns: its comparison, its number, its unit. */
function valueOf({ nature, annualValue, measure }: StreamRow): Words | undefined {
  if (!annualValue && !nature) return undefined;
  const isSign = nature && /[≥≤><=≧≦]|[大小等]于|不/u.test(squash(nature.text));
  const sign = isSign ? nature : undefined;
  const value = annualValue && !isBlank(annualValue.text) ? annualValue : undefined;
  if (!value) return annualValue;
  const unit = measure && !isBlank(measure.text) && /\d$/u.test(value.text) ? measure : undefined;
  return joinWords([sign, value, unit].filter((words) => words !== undefined));
}
