import type { Words } from "../model/table.ts";
import { sliceWords } from "../model/words.ts";
import { fold } from "../text.ts";
import type { Column, StreamRow } from "./stream-rows.ts";
import { BEGINS_WORD, SIGN, UNIT } from "./stream-values.ts";

const FIGURES = String.raw`\d[\d,]*(?:\.\d+)?`;
const SCALE = "(?:万亿|亿|万)?";
/** “元/人·月”, “台(套)”, or a unit that is printed in brackets alone: “(人次)”. */
const MEASURE = String.raw`(?:(?:${UNIT})次?(?:[/·](?:${UNIT}))*(?:\([^()\d]{1,12}\))?|\([^()\d]{1,8}\))`;
const PER = String.raw`(?:每(?:半?年|季度?|月|周|日|天|次|人|户|村|校|镇|县|亩|家|班))?`;
const BOUND = "(?:及以上|以上|以下|以内|左右)?";
const NUMBER = new RegExp(
  `${PER}(?:${SIGN})?(${FIGURES})${SCALE}(${MEASURE})?${BOUND}(?:得满分|即达标)?`,
  "yu",
);
const BEGINS_WITH_SIGN = new RegExp(`^(?:${SIGN})`, "u");
/** “45-55人”, “≥10场次或1000人次”, “2个站点、15套装备”: several numbers in one value. */
const NUMBERS = new RegExp(
  `(?:${SIGN})?${FIGURES}${SCALE}(?:${MEASURE})?(?:\\p{Script=Han}{0,2}(?:[-~—至]|或者?|且|[、,;](?:每年(?:增加|增长|减少|下降))?)(?:${SIGN})?${FIGURES}${SCALE}(?:${MEASURE})?){1,3}${BOUND}`,
  "yu",
);
const WHEN = "(?:每年|每月|每季度?|当年|本年|次年|次月|年)?";
const DATE = new RegExp(
  `${WHEN}(?:20\\d\\d年)?(?:第?[一二三四1-4]季度|[上下]半年|(?:\\d{1,2}月)?(?:\\d{1,2}[日号])?)(?:年?底|末|份)?(?:之前|以前|前|之内|内)?(?:完成)?|(?:开学|学期结束|汛期?|入汛|春节|国庆节?|入冬|供暖季?|高考)(?:来临)?前`,
  "uy",
);
const ADVERB =
  "(?:不断|持续|长期|显著|明显|有效|逐步|进一步|稳步|稳中|稳定|大幅度?|有所|有|得到|基本|初步|全面|更加|日益|逐年|保持|[较比](?:上|去)年(?:度|同期)?|同比|较大|比较|较|向)";
const JUDGED =
  "(?:提升|提高|改善|增强|促进|好转|良好|优良|完善|保障|达标|合格|及时|完成|稳定|增加|增长|减少|减轻|降低|缩小|扩大|延长|丰富|满意|有效|长期|明显|显著|健全|建立|形成|规范|到位|巩固|维护|落实|加强|优化|缓解|壮大|减轻|合规|规范|向好|好|高|优)";
/** “长效运行”, “落实到位”, “安全有序”: a pair of words. */
const PAIR = String.raw`\p{Script=Han}{2}(?:运行|有序|到位|可靠|易懂)`;
const QUALITY = new RegExp(`${ADVERB}{0,2}${JUDGED}|${PAIR}|无|是|否`, "uy");

/** A way to read a part of the text: what it costs, where it ends, what it says. */
interface Way {
  readonly cost: number;
  readonly end: number;
  readonly cells: readonly Span[];
}

interface Span {
  readonly column: Column;
  readonly from: number;
  readonly to: number;
}

/** Longer text is prose rather than a row of indicators. */
const LONGEST = 600;
const LONGEST_NAME = 70;
/** Two ways that cost nearly the same leave it open which is meant. */
const MARGIN = 0.4;
/** Ways to one end that are kept. */
const MOST_WAYS = 4;
/** Ways to read a part of a row that are kept, whatever their ends. */
const MOST_ENDS = 32;

/**
 * Cuts text without anything between its cells into rows of the header's columns:
 * “安装水标尺10≥266米≥266米10” is a name, a weight, a target, what was achieved, a score. What tells
 * is the order of the columns, that most targets are just met, and that most scores are full.
 *
 * What several ways, as good, do not agree on is no cell: a row whose target is open has a name
 * alone, and the rest as a remark; one whose name is open is a remark.
 *
 * @param isTable whether words behind the end of a name are its value; in prose they need not be
 * @returns undefined where there is no such way
 */
export function gluedRows(
  words: Words,
  columns: readonly Column[],
  isTable = true,
): StreamRow[] | undefined {
  const { text, at } = withoutSpace(words.text);
  if (text.length > LONGEST || text === "") return undefined;
  const [best, ...rivals] = bestWays(text, columns, isTable);
  if (!best) return undefined;
  const slice = (from: number, to: number) => sliceWords(words, at[from]!, at[to - 1]! + 1);
  return rowsOf(best).map((row) => {
    const others = rivals.map((rival) => sameName(row, rowsOf(rival)));
    const agreed = row.filter((cell) => others.every((other) => other.some(isSame(cell))));
    const isAgreed = (column: Column) => count(agreed, column) === count(row, column);
    const end = row.at(-1)!.to;
    if (!isAgreed("level3")) return { remark: slice(row[0]!.from, end) };
    const [name] = row;
    if (!isAgreed("annualValue"))
      return { level3: slice(name!.from, name!.to), remark: slice(name!.to, end) };
    return Object.fromEntries(agreed.map(({ column, from, to }) => [column, slice(from, to)]));
  });
}

/** The cells of one way, row by row. */
function rowsOf({ cells }: Way): Span[][] {
  const rows: Span[][] = [];
  for (const cell of cells) {
    if (cell.column === "level3") rows.push([]);
    rows.at(-1)!.push(cell);
  }
  return rows;
}

function sameName(row: readonly Span[], rows: readonly Span[][]): readonly Span[] {
  return rows.find(([name]) => isSame(row[0]!)(name!)) ?? [];
}

function isSame(cell: Span): (other: Span) => boolean {
  return ({ column, from, to }) => column === cell.column && from === cell.from && to === cell.to;
}

function count(cells: readonly Span[], column: Column): number {
  return cells.filter((cell) => cell.column === column).length;
}

/**
 * The name in front of numbers that cannot be told apart (“受益县2312222”): the one thing that is
 * certain of such a row.
 */
export function nameBefore(words: Words): Words | undefined {
  if (words.text.length > LONGEST) return undefined;
  const found = /^([^\d≥≤><=]*\p{Script=Han}{2}[^\d≥≤><=]*)[\d≥≤><=.%,\s]+$/u.exec(words.text);
  return found ? sliceWords(words, 0, found[1]!.length) : undefined;
}

/** Text without white space, its signs of half width, and where each character stood. */
function withoutSpace(text: string): { text: string; at: number[] } {
  const at = text.split("").flatMap((character, index) => (/\s/u.test(character) ? [] : [index]));
  return { text: at.map((index) => half(text[index]!)).join(""), at };
}

function half(character: string): string {
  return /[\uff01-\uff5e≧≦﹥﹤]/u.test(character) ? fold(character) : character;
}

/** The cheapest way through the whole text, and those that are nearly as cheap. */
function bestWays(text: string, columns: readonly Column[], isTable: boolean): Way[] {
  const behind = columns.slice(1);
  const ways: Way[][] = Array.from({ length: text.length + 1 }, () => []);
  ways[text.length] = [{ cost: 0, end: text.length, cells: [] }];
  const values = new Map<number, Way[]>();
  const valuesAt = (at: number) => {
    const known = values.get(at) ?? columnWays(text, at, behind, isTable);
    values.set(at, known);
    return known;
  };
  for (let from = text.length - 1; from >= 0; from--) {
    const found: Way[] = [];
    for (let to = from + 2; to <= Math.min(text.length, from + LONGEST_NAME); to++) {
      // Few places begin a value: whether a name ends there is asked of those alone.
      const behindName = valuesAt(to);
      const cost = behindName.length > 0 ? nameCost(text.slice(from, to), from === 0) : Infinity;
      if (cost === Infinity) continue;
      const name = { column: "level3" as const, from, to };
      for (const value of behindName)
        for (const rest of ways[value.end]!)
          found.push({
            cost: cost + value.cost + rest.cost,
            end: rest.end,
            cells: [name, ...value.cells, ...rest.cells],
          });
    }
    ways[from] = found.sort((a, b) => a.cost - b.cost).slice(0, MOST_WAYS);
  }
  const least = ways[0]![0]?.cost ?? 0;
  return ways[0]!.filter(({ cost }) => cost - least < MARGIN);
}

/** Of the ways to one end, the best. */
function cheapest(ways: readonly Way[]): Way[] {
  const byEnd = Map.groupBy(ways, ({ end }) => end);
  return [...byEnd.values()].flatMap((same) =>
    same.sort((a, b) => a.cost - b.cost).slice(0, MOST_WAYS),
  );
}

const NAME_END =
  /(?:率|数|量|数量|人数|情况|度|成本|金额|标准|面积|里程|比例|时间|时限|程度|水平|状况|影响|补助|投资|性|机制|内容|类别|质量|水质|能力|制度)$/u;

/** A value within a name: a row before, or the first of several targets, is not cut off. */
const HOLDS_VALUE = new RegExp(
  `(?:≥|≤|>|<|=|≧|≦|不[低少高小大]于|不超过)\\d|\\d(?:万|亿)?(?:${UNIT})(?:/(?:${UNIT}))?[、，,；;]`,
  "u",
);

const BEGINS_AS_UNIT = new RegExp(`^(?:${UNIT}|以上|以下|以内)`, "u");
/** What a value begins with: a comparison or a part of it, an adverb, a time. */
const HALF = new RegExp(
  `(?:${SIGN}|显著|明显|有效|不断|持续|逐步|进一步|稳步|稳定|稳中|大幅|有所|得到|较|基本|初步|向|不|控制|超|至|每|定性|定量|当年|本年|次月|第|第?[一二三四]季度?|20\\d\\d年度?)$`,
  "u",
);
/** “10座种公羊”: a number with its unit in front of more of the name is rather a value. */
const HOLDS_COUNT = new RegExp(
  `\\d(?:万|亿)?(?!年|月|日|岁|级|度|天|小时)(?:${UNIT})(?=\\p{Script=Han})(?!以|及|型|级|内|左右)`,
  "u",
);
/** “程度进一步提升借阅人次”: so is a judgement behind the end of a name. */
const HOLDS_JUDGEMENT = new RegExp(
  `(?:率|数|量|情况|度|水平|状况|质量|影响|生活|能力|机制)${ADVERB}{1,2}${JUDGED}(?=\\p{Script=Han})`,
  "u",
);

function nameCost(name: string, isFirst: boolean): number {
  if (
    /^[≥≤><=%,，、。;；)）.]/u.test(name) ||
    (!isFirst && /^[万亿](?:元|人|亩|吨)/u.test(name)) ||
    !/\p{Script=Han}{2}/u.test(name)
  )
    return Infinity;
  if (/[≥≤><=≧≦.,，、\d]$/u.test(name) || opens(name)) return Infinity;
  const plain = name.replace(/[(（][^()（）]*[)）]/gu, "");
  const digits = plain.match(/\d+/gu)?.length ?? 0;
  if (digits > 2) return Infinity;
  if (HOLDS_VALUE.test(plain)) return Infinity;
  const holds = HOLDS_COUNT.test(plain) || HOLDS_JUDGEMENT.test(plain) ? 2 : 0;
  const signs = /[≥≤><=%]|定性|定量/u.test(plain) ? 4 : 0;
  const unit = BEGINS_AS_UNIT.test(name) && !BEGINS_WORD.test(name) ? 1 : 0;
  const half = HALF.test(name) ? 2 : 0;
  return 0.5 + half + holds + digits + signs + unit + (NAME_END.test(plain) ? 0 : 1);
}

function opens(text: string): boolean {
  return (text.match(/[(（]/gu)?.length ?? 0) !== (text.match(/[)）]/gu)?.length ?? 0);
}

const BLANK: Readonly<Record<Column, number>> = {
  level3: 99,
  nature: 2,
  periodValue: 4,
  annualValue: 8,
  measure: 2,
  actualValue: 3.5,
  weight: 3,
  score: 2,
  remark: 0,
};

/** All ways to read the columns behind a name. */
function columnWays(text: string, at: number, columns: readonly Column[], isTable: boolean): Way[] {
  let ways: Way[] = [{ cost: 0, end: at, cells: [] }];
  for (const column of columns) {
    const isSplit = column === "annualValue" && columns.includes("measure");
    const longer = ways.flatMap((way) => [
      { ...way, cost: way.cost + blankCost(text, way, column) },
      ...(isSplit ? figuresAt(text, way) : []),
      ...cellsAt(text, way, column).map(({ to, cost }): Way => {
        const cell = { column, from: way.end, to };
        return { cost: way.cost + cost, end: to, cells: [...way.cells, cell] };
      }),
    ]);
    ways = cheapest(longer)
      .sort((a, b) => a.cost - b.cost)
      .slice(0, MOST_ENDS);
  }
  const read = ways.filter(({ cells }) => cells.length > 0);
  const rest = isTable ? restAfter(text, at) : undefined;
  return rest === undefined ? read : cheapest([...read, rest]);
}

/** What a blank column costs: a judgement has no unit. */
function blankCost(text: string, { cells }: Way, column: Column): number {
  const nature = cells.find((cell) => cell.column === "nature");
  const isJudged = nature !== undefined && text.startsWith("定性", nature.from);
  return column === "measure" && isJudged ? 0 : BLANK[column];
}

/** A bare number, where its comparison and its unit have columns of their own. */
function figuresAt(text: string, { cost, end, cells }: Way): Way[] {
  const [figures] = new RegExp(`^${FIGURES}`, "u").exec(text.slice(end)) ?? [];
  if (!figures || !WHOLE_NUMBER.test(figures)) return [];
  const cell = { column: "annualValue" as const, from: end, to: end + figures.length };
  return [{ cost, end: cell.to, cells: [...cells, cell] }];
}

/** The last words of all, behind the end of a name: “工程管护机制长效运行”. */
function restAfter(text: string, at: number): Way | undefined {
  const words = text.slice(at);
  const isValue =
    /^\p{Script=Han}[\p{Script=Han}、Ⅰ-Ⅻ]{1,11}$/u.test(words) && !NAME_END.test(words);
  if (!isValue || !NAME_END.test(text.slice(0, at))) return undefined;
  const cell = { column: "annualValue" as const, from: at, to: text.length };
  return { cost: REST + 0.05 * words.length, end: text.length, cells: [cell] };
}

/** What words of no known kind cost as a value. */
const REST = 1.2;

interface Cell {
  readonly to: number;
  readonly cost: number;
}

/** The cells that may stand here, each end once. */
function cellsAt(text: string, way: Way, column: Column): Cell[] {
  const byEnd = Map.groupBy(allCellsAt(text, way, column), ({ to }) => to);
  return [...byEnd].map(([to, same]) => ({ to, cost: Math.min(...same.map(({ cost }) => cost)) }));
}

function allCellsAt(text: string, way: Way, column: Column): Cell[] {
  const from = way.end;
  const said = (name: Column) => {
    const cell = way.cells.find((one) => one.column === name);
    return cell && text.slice(cell.from, cell.to);
  };
  switch (column) {
    case "weight":
    case "score":
      return pointsAt(text, from, said("weight"));
    case "nature":
      return matchAt(/[≥≤=><]{1,2}|定性|定量/uy, text, from).map((to) => ({ to, cost: 0 }));
    case "measure":
      return measuresAt(text, from);
    case "remark":
      return remarkAt(text, from);
    case "actualValue":
      return actualAt(text, from, said("annualValue"));
    default:
      return valueAt(text, from);
  }
}

/** A unit of our list, or one behind the last number of all. */
function measuresAt(text: string, from: number): Cell[] {
  const known = matchAt(new RegExp(`(?:万亿|亿|万)?${MEASURE}`, "yu"), text, from);
  const isWord = BEGINS_WORD.test(text.slice(from));
  const rest = /^\p{Script=Han}{1,4}$/u.test(text.slice(from))
    ? [{ to: text.length, cost: 0.4 }]
    : [];
  return [...known.map((to) => ({ to, cost: isWord ? 1 : 0 })), ...rest];
}

/** A weight or a score: up to 100, the score mostly as high as the weight. */
function pointsAt(text: string, from: number, weight: string | undefined): Cell[] {
  const found = /\d{1,3}(?:\.\d{1,2})?/u.exec(text.slice(from));
  if (!found || found.index > 0) return [];
  const whole = found[0];
  const sizes = [...whole].map((_, index) => index + 1);
  return sizes
    .map((size) => ({ to: from + size, number: whole.slice(0, size) }))
    .filter(({ number }) => /^(?:0|[1-9]\d*)(?:\.\d+)?$/u.test(number) && Number(number) <= 100)
    .filter(({ number }) => weight !== undefined || Number(number) > 0)
    .map(({ to, number }) => {
      const over = weight !== undefined && Number(number) > Number(weight) ? 4 : 0;
      return { to, cost: (weight === number ? -0.5 : weight === undefined ? 0 : 0.8) + over };
    });
}

/** What was achieved is mostly what was aimed at, with or without its sign. */
function actualAt(text: string, from: number, target: string | undefined): Cell[] {
  const bare = target?.replace(BEGINS_WITH_SIGN, "");
  const same = [target, bare].flatMap((value) =>
    value && text.startsWith(value, from) ? [{ to: from + value.length, cost: -1.5 }] : [],
  );
  const unit = /^[^\d]*[\d.,]+(\p{Script=Han}{1,4})$/u.exec(target ?? "")?.[1];
  const number = /^[≥≤><=]?[\d.,]+/u.exec(text.slice(from))?.[0];
  if (unit && number && text.startsWith(unit, from + number.length))
    same.push({ to: from + number.length + unit.length, cost: 0 });
  return [...same, ...valueAt(text, from).map(({ to, cost }) => ({ to, cost: cost + 0.5 }))];
}

function valueAt(text: string, from: number): Cell[] {
  return [
    ...numbersAt(text, from),
    ...datesAt(text, from),
    ...wordsAt(text, from),
    ...twiceAt(text, from),
    ...namedAt(text, from),
  ];
}

/** A number to its unit, or a part of its digits where those of the next cell touch it. */
function numbersAt(text: string, from: number): Cell[] {
  const several = matchAt(NUMBERS, text, from).map((to) => ({ to, cost: 0.2 }));
  NUMBER.lastIndex = from;
  const found = NUMBER.exec(text);
  if (!found) return several;
  const [whole, digits, unit] = found;
  const start = from + whole.indexOf(digits!);
  const behind = start + digits!.length;
  const scaled = behind + /^(?:万亿|亿|万)?/u.exec(text.slice(behind, behind + 2))![0].length;
  // “项” behind “85” is rather the beginning of “项目验收合格率”.
  const isWord = unit !== undefined && BEGINS_WORD.test(text.slice(behind));
  const cells = [...several];
  if (WHOLE_NUMBER.test(digits!))
    cells.push({ to: from + whole.length, cost: isWord ? 1.2 : unit ? 0 : 0.6 });
  for (let size = 1; size < digits!.length; size++) {
    const [number, rest] = [digits!.slice(0, size), digits!.slice(size)];
    // Digits that begin with 0 are the end of a number, unless it is 0 itself.
    const isCut = !rest.startsWith("0") || number === "0";
    if (isCut && WHOLE_NUMBER.test(number)) cells.push({ to: start + size, cost: 2 });
  }
  if (WHOLE_NUMBER.test(digits!)) cells.push(...unknownUnits(text, scaled, unit ?? ""));
  if (unit) cells.push({ to: behind, cost: isWord ? 0.8 : 1.6 });
  return cells;
}

const WHOLE_NUMBER = /^(?:0|[1-9][\d,]*)(?:\.\d+)?$/u;

/** Units that are not in our list, behind a number. */
function unknownUnits(text: string, behind: number, known: string): Cell[] {
  const cells: Cell[] = [];
  const rest = text.slice(behind, behind + 40);
  // One stands behind the target and behind what was achieved.
  const [, twice = ""] = /^(\p{Script=Han}{1,4})[≥≤><=]?[\d.,]+\1/u.exec(rest) ?? [];
  if (twice.length > known.length) cells.push({ to: behind + twice.length, cost: -0.2 });
  // So does all that stands behind the last number, unless it is a judgement.
  const isUnit =
    /^\p{Script=Han}{1,4}$/u.test(rest) && !matchAt(QUALITY, rest, 0).includes(rest.length);
  if (isUnit) cells.push({ to: text.length, cost: 0.4 });
  // The name says what is counted: “话务座席数85席”.
  const before = text.slice(Math.max(0, behind - LOOK_BACK), behind);
  const own = /^\p{Script=Han}/u.exec(rest)?.[0];
  if (own && known === "" && before.includes(own)) cells.push({ to: behind + 1, cost: 0.1 });
  return cells;
}

/** How far in front of a number its name may say the unit. */
const LOOK_BACK = 24;

function datesAt(text: string, from: number): Cell[] {
  return matchAt(DATE, text, from)
    .filter((to) => /[年月日底前末]/u.test(text.slice(from, to)))
    .map((to) => ({ to, cost: 0 }));
}

function wordsAt(text: string, from: number): Cell[] {
  return matchAt(QUALITY, text, from).map((to) => ({
    to,
    cost: to - from < 2 ? 2 : to - from < 4 ? 1 : 0.3,
  }));
}

/** “显著提升显著提升”: words that stand twice are a target and what was achieved. */
function twiceAt(text: string, from: number): Cell[] {
  const cells: Cell[] = [];
  for (let size = 2; size <= 20 && from + 2 * size <= text.length; size++) {
    const words = text.slice(from, from + size);
    if (/^\p{Script=Han}/u.test(words) && text.startsWith(words, from + size))
      cells.push({ to: from + size, cost: 0.9 });
  }
  return cells;
}

/** “出访团组批次出访团组批次≥5批次”: a value that begins with its name. */
function namedAt(text: string, from: number): Cell[] {
  for (let size = Math.min(LONGEST_NAME, from); size >= SHORTEST_REPEATED; size--) {
    if (text.slice(from - size, from) !== text.slice(from, from + size)) continue;
    return numbersAt(text, from + size).map(({ to, cost }) => ({ to, cost: cost - 0.5 }));
  }
  return [];
}

const SHORTEST_REPEATED = 4;

/** What is left to say in a row: nothing, or text up to the end. */
function remarkAt(text: string, from: number): Cell[] {
  const none = matchAt(/说明无|无|\/|—+|-+/uy, text, from).map((to) => ({ to, cost: 0.3 }));
  const rest = text.slice(from);
  return /^\p{Script=Han}[^\d≥≤%]*$/u.test(rest) && rest.length <= 60
    ? [...none, { to: text.length, cost: 3.5 }]
    : none;
}

function matchAt(pattern: RegExp, text: string, from: number): number[] {
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found && found[0] !== "" ? [from + found[0].length] : [];
}
