import type { AmountUnit, Fen } from "../model/records.ts";
import type { Words } from "../model/table.ts";
import { squash } from "../text.ts";

/** What stands in brackets behind an amount is what it is made of. */
const DIGITS = /^([-－]?)(\d+)(?:\.(\d+))?(亿元|万元|万|元)?(?:\(.*)?$/u;
const FEN_PER: Readonly<Record<string, bigint>> = {
  元: 100n,
  万元: 1_000_000n,
  万: 1_000_000n,
  亿元: 10_000_000_000n,
};

/**
 * Reads an amount of money exactly, in fen. Spaces between digits and thousands separators are the
 * scanner's and the printer's. A unit printed in the cell wins over that of the form.
 *
 * Null where the text is no amount. Digits below one fen are rounded half up.
 *
 * @example
 * parseAmount("233, 875. 26", "万元") // 233875260000n fen: 2,338,752,600.00 yuan
 */
export function parseAmount(text: string, unit: AmountUnit): Fen | null {
  const found = DIGITS.exec(squash(text).replaceAll(",", ""));
  if (!found) return null;
  const [, sign, whole, fraction = "", own] = found;
  const factor = FEN_PER[own ?? unit]!;
  const scale = 10n ** BigInt(fraction.length);
  const scaled = BigInt(whole! + fraction) * factor;
  const fen = (scaled * 2n + scale) / (scale * 2n);
  return sign ? -fen : fen;
}

/** The unit that some words state: “单位：万元”, “2024年预算金额（元）”. */
export function moneyUnitOf(words: Words | undefined): AmountUnit | undefined {
  return /万元|元/u.exec(squash(words?.text ?? ""))?.[0] as AmountUnit | undefined;
}

/** The unit that most amounts print behind their numbers: “10000万元”. */
export function commonUnit(amounts: readonly string[]): AmountUnit | undefined {
  const units = amounts.map((text) => /(万)?(?:元|(?<=万))$/u.exec(squash(text)));
  const [inWan, inYuan] = [units.filter((u) => u?.[1]), units.filter((u) => u && !u[1])];
  if (inWan.length + inYuan.length === 0) return undefined;
  return inWan.length >= inYuan.length ? "万元" : "元";
}

/** The median from which an amount is more likely yuan than 万元. */
const YUAN_FROM = 10_000;

/**
 * The unit that amounts without a printed unit are in.
 *
 * A project of a Chinese department costs some 10,000 yuan to some 100 million yuan. The same
 * number read in the other unit would be 10,000 times off, so the median tells: in the documents
 * read so far it is 50 to 300 in 万元 and 700,000 in 元.
 */
export function inferAmountUnit(amounts: readonly string[]): AmountUnit {
  const numbers = amounts
    .map((text) => Number(squash(text).replaceAll(",", "")))
    .filter((value) => value > 0)
    .sort((a, b) => a - b);
  const median = numbers[Math.floor(numbers.length / 2)] ?? 0;
  return median >= YUAN_FROM ? "元" : "万元";
}
