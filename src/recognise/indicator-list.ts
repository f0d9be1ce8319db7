import type { IndicatorReading } from "../model/reading.ts";
import type { Words } from "../model/table.ts";
import { CLASS_WORDS } from "../model/taxonomy.ts";
import { sliceWords, trimWords } from "../model/words.ts";
import { wrapped } from "./lexicon.ts";
import { indicatorReading } from "./indicator-reading.ts";

const CLASS = String.raw`(?:\d{1,2}\s*[-－—]\s*)?(?:${wrapped(CLASS_WORDS)})(?:\s*指\s*标)?`;
const SEPARATOR = String.raw`\s*[:：;；]`;

/** Where an item begins: “7、效益指标:”, “2、24-可持续影响；”. A number may be lost to the scan. */
const HEAD = new RegExp(
  String.raw`(?:(\d{1,3})\s*[、.．]\s*|(?<=^\s*[、.．]?\s*|[。;；]\s*[、.．]?\s*)(?=${CLASS}\s*[:：]))(?=${CLASS}${SEPARATOR})`,
  "gu",
);
const LEVEL = new RegExp(String.raw`^\s*(${CLASS})${SEPARATOR}\s*`, "u");

const ANNUAL = /(?:当\s*)?年\s*度\s*指\s*标\s*值\s*[:：]/u;
const PERIOD = /实\s*施\s*周\s*期\s*指\s*标\s*值\s*[:：]/u;

/** The head of an item that a cell breaks off in: “。3、1-”, “。8、产出”. */
const CUT_HEAD = /(?<=[。;；]\s*)(\d{1,3})\s*[、.．][^:：;；,，。]{0,8}$/u;

/** What may be left of a label where a cell breaks off: “年”, “年度指标”, “实施周”. */
const CUT_LABEL =
  /[;；,，。]\s*(?:年(?:度(?:指(?:标(?:值)?)?)?)?|实(?:施(?:周(?:期(?:指(?:标(?:值)?)?)?)?)?)?)\s*$/u;

/** The indicators of a cell, and the head of one more where the cell breaks off in it. */
export interface IndicatorList {
  readonly indicators: readonly IndicatorReading[];
  readonly cutHead: Words | undefined;
}

/**
 * Reads the numbered list of indicators that some tables print in one cell, in either of its
 * forms:
 *
 * ```text
 * 1、产出指标:展览面积,年度指标值:5万平方。2、效益指标:参观人次,年度指标值:5万人次。
 * 1、1-产出指标；11-数量指标；培训人次；实施周期指标值：≥100人次；年度指标值：≥100人次。
 * ```
 *
 * Everything behind an item's first value label belongs to the value, also where the scan repeats
 * the label. A cell that stops in the middle of its last item marks that item as truncated.
 */
export function readIndicatorList(cell: Words): IndicatorList {
  const heads = [...cell.text.matchAll(HEAD)];
  const cut = CUT_HEAD.exec(cell.text);
  const isCut = cut !== null && Number(cut[1]) === Number(heads.at(-1)?.[1]) + 1;
  const end = isCut ? cut.index : cell.text.length;
  const indicators = heads.map((head, index) => {
    const next = heads[index + 1];
    const item = trimWords(sliceWords(cell, head.index, next?.index ?? end));
    const body = sliceWords(item, head[0].length);
    return readItem(item, body, head[1], next === undefined);
  });
  return { indicators, cutHead: isCut ? sliceWords(cell, end) : undefined };
}

/** The text in front of the first item, which belongs to no indicator. */
export function textBeforeList(cell: Words): Words | undefined {
  const first = cell.text.matchAll(HEAD).next();
  const before = trimWords(sliceWords(cell, 0, first.done ? undefined : first.value.index));
  return /[\p{L}\d]/u.test(before.text) ? before : undefined;
}

/** Whether a cell holds such a list. */
export function isIndicatorList(text: string): boolean {
  return text.search(HEAD) >= 0;
}

function readItem(
  item: Words,
  body: Words,
  number: string | undefined,
  isLast: boolean,
): IndicatorReading {
  const [level1, afterLevel1] = readLevel(body);
  const [level2, whole] = readLevel(afterLevel1);
  const annual = ANNUAL.exec(whole.text);
  const cutLabel = isLast && !annual ? CUT_LABEL.exec(whole.text) : null;
  const rest = cutLabel ? sliceWords(whole, 0, cutLabel.index) : whole;
  const period = PERIOD.exec(rest.text);
  const nameEnd = Math.min(period?.index ?? Infinity, annual?.index ?? Infinity, rest.text.length);
  const annualValue = valueAfter(rest, annual, period);
  const isOpen = !annualValue && !/[。.;；]\s*$/u.test(body.text);
  const cut = isLast && (!annual || isOpen || CUT_LABEL.test(rest.text));
  return indicatorReading({
    level1,
    level2,
    name: trimEnds(sliceWords(rest, 0, nameEnd)),
    periodValue: valueAfter(rest, period, annual),
    annualValue,
    number: number === undefined ? undefined : Number(number),
    truncated: cut || (isLast && endsInMidSentence(body.text, annual)),
    words: item,
  });
}

function readLevel(text: Words): [level: Words | undefined, rest: Words] {
  const found = LEVEL.exec(text.text);
  if (!found) return [undefined, text];
  const start = found[0].indexOf(found[1]!);
  return [sliceWords(text, start, start + found[1]!.length), sliceWords(text, found[0].length)];
}

/** What stands between a label and the other one behind it, or the end of the item. */
function valueAfter(
  text: Words,
  label: RegExpExecArray | null,
  other: RegExpExecArray | null,
): Words | undefined {
  if (!label) return undefined;
  const from = label.index + label[0].length;
  const to = other && other.index > label.index ? other.index : text.text.length;
  const value = trimEnds(sliceWords(text, from, to));
  return value.text === "" ? undefined : value;
}

/** A value in words, long enough to be prose, that stops at a comma or inside an open bracket. */
function endsInMidSentence(text: string, annual: RegExpExecArray | null): boolean {
  if (!annual || /[。.;；]\s*$/u.test(text)) return false;
  const opened = text.match(/[(（“《]/gu)?.length ?? 0;
  const closed = text.match(/[)）”》]/gu)?.length ?? 0;
  return /[,，、和与及的]\s*$/u.test(text) || opened > closed;
}

/** Words without the list's own punctuation around them. */
function trimEnds(words: Words): Words {
  const from = /^[\s;；,，、]*/u.exec(words.text)![0].length;
  const end = words.text.replace(/[\s。;；,，]+$/u, "").length;
  return sliceWords(words, from, Math.max(from, end));
}
