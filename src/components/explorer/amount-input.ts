import { fold } from "../../text.ts";

/** What a number may be followed by, in both languages. */
const TIMES: Readonly<Record<string, number>> = {
  "": 1,
  万: 1e4,
  亿: 1e8,
  k: 1e3,
  m: 1e6,
  bn: 1e9,
};
const AMOUNT = /^(\d{1,12}(?:\.\d+)?) ?(万|亿|k|m|bn|)元?$/;

/**
 * Reads an amount as a reader writes it, in yuan to the fen; null where nothing is written, undefined
 * for what is no amount.
 *
 * @example
 * parseYuan("50万") // 500_000
 * parseYuan("1.2m") // 1_200_000
 */
export function parseYuan(text: string): number | null | undefined {
  const written = fold(text).toLowerCase().replaceAll(",", "");
  if (written === "") return null;
  const [, digits, times = ""] = AMOUNT.exec(written) ?? [];
  const factor = TIMES[times];
  if (digits === undefined || factor === undefined) return undefined;
  return Math.round(Number(digits) * factor * 100) / 100;
}
