import { attributeOf, childOf, elementsIn, type Element } from "./xml.ts";

/** Gives each paragraph the number that Word prints in front of it, in the order of the paragraphs. */
export type Numbering = (properties: Element | undefined) => string;

interface Level {
  readonly start: number;
  readonly format: string;
  /** “%1.%2、”: the numbers of the levels in a frame of signs. */
  readonly text: string;
}

interface List {
  /** Lists of one definition count on together. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, Level>;
}

/** Makes the numbering of a document from its parts for lists and styles. */
export function makeNumbering(lists: Element | undefined, styles: Element | undefined): Numbering {
  const known = listsOf(lists);
  const byStyle = new Map(
    elementsIn(styles).map((style) => [attributeOf(style, "styleid"), style] as const),
  );
  const counts = new Map<string, number[]>();
  return (properties) => {
    const { list: id, level: index } = listOf(properties, byStyle);
    const list = known.get(id ?? "");
    const level = list?.levels.get(index);
    if (!list || !level) return "";
    const count = counts.get(list.definition) ?? [];
    counts.set(list.definition, count);
    count[index] = (count[index] ?? level.start - 1) + 1;
    count.length = index + 1;
    return markOf(list, level, count);
  };
}

function listsOf(root: Element | undefined): Map<string, List> {
  const definitions = new Map<string, ReadonlyMap<number, Level>>();
  for (const element of elementsIn(root).filter(({ name }) => name === "abstractnum")) {
    const levels = elementsIn(element).filter(({ name }) => name === "lvl");
    definitions.set(
      attributeOf(element, "abstractnumid") ?? "",
      new Map(levels.map((level) => [Number(attributeOf(level, "ilvl")), toLevel(level)])),
    );
  }
  const lists = new Map<string, List>();
  for (const element of elementsIn(root).filter(({ name }) => name === "num")) {
    const id = attributeOf(element, "numid") ?? "";
    const base = attributeOf(childOf(element, "abstractnumid"), "val") ?? "";
    const restarts = childOf(element, "lvloverride") !== undefined;
    const levels = definitions.get(base) ?? new Map<number, Level>();
    lists.set(id, { definition: restarts ? `${base} ${id}` : base, levels });
  }
  return lists;
}

function toLevel(level: Element): Level {
  return {
    start: Number(attributeOf(childOf(level, "start"), "val") ?? 1),
    format: attributeOf(childOf(level, "numfmt"), "val") ?? "decimal",
    text: attributeOf(childOf(level, "lvltext"), "val") ?? "",
  };
}

/** The list of a paragraph, by its own properties or those of its style and the styles below it. */
function listOf(
  properties: Element | undefined,
  byStyle: ReadonlyMap<string | undefined, Element>,
): { list: string | undefined; level: number } {
  let from = properties;
  let styleId = attributeOf(childOf(properties, "pstyle"), "val");
  let level: number | undefined;
  for (let i = 0; i < 10; i++) {
    const numbers = childOf(from, "numpr");
    const own = attributeOf(childOf(numbers, "ilvl"), "val");
    level ??= own === undefined ? undefined : Number(own);
    const list = attributeOf(childOf(numbers, "numid"), "val");
    if (list !== undefined) return { list, level: level ?? 0 };
    const style = byStyle.get(styleId);
    if (!style) break;
    from = childOf(style, "ppr");
    styleId = attributeOf(childOf(style, "basedon"), "val");
  }
  return { list: undefined, level: 0 };
}

function markOf({ levels }: List, { format, text }: Level, count: readonly number[]): string {
  if (format === "bullet" || format === "none") return "";
  const mark = text.replace(/%(\d)/gu, (_, digit: string) => {
    const index = Number(digit) - 1;
    const level = levels.get(index);
    return numeral(count[index] ?? level?.start ?? 1, level?.format ?? "decimal");
  });
  // “1.” before “5个” would read as 1.5.
  return /[\w.)]$/u.test(mark) ? `${mark} ` : mark;
}

function numeral(number: number, format: string): string {
  if (/chinese|ideograph|japanese|taiwanese/iu.test(format)) return chinese(number);
  if (format === "decimalEnclosedCircle" && number <= 20)
    return String.fromCodePoint(0x245f + number);
  if (/letter$/iu.test(format)) {
    const letter = String.fromCodePoint(0x61 + ((number - 1) % 26));
    return format === "upperLetter" ? letter.toUpperCase() : letter;
  }
  return String(number);
}

/** 一 to 九十九. */
function chinese(number: number): string {
  const digits = [..."零一二三四五六七八九"];
  if (number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const head = tens === 0 ? "" : tens === 1 ? "十" : `${digits[tens]}十`;
  return number % 10 === 0 && tens > 0 ? head : head + digits[number % 10]!;
}
