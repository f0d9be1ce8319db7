/** Digits beyond these belong to a quotient that somebody rounded on purpose. */
const MOST_DECIMALS = 6;
const NUMBER = /\d[\d,]*(?:\.\d+)?|\.\d+/gu;
/** A format that shows thousands or millions instead of ones. */
const SCALES = /[0#?],+(?![0#?,])/u;

/**
 * A workbook's number as it is shown, unless the format hides digits of it (310.0249 as “310.02”,
 * a long number as “4.4E+17”): then with all of them, and with the signs around it that the
 * format shows. Quotients without end, dates and formats that scale stay as they are shown.
 *
 * @example
 * displayed(0.955, "96%", "0%") // "95.5%"
 */
export function displayed(value: number, shown: string | undefined, format: string): string {
  const text = shown?.trim() ?? plain(value);
  if (format === "date" || SCALES.test(format.replace(/"[^"]*"/gu, ""))) return text;
  if (/\dE[+-]?\d/iu.test(text)) return plain(value);
  const [number, ...others] = [...text.matchAll(NUMBER)];
  if (!number || others.length > 0) return text;
  const exact = Math.abs(text.includes("%") ? value * 100 : value);
  const isWhole = isClose(Number(number[0].replaceAll(",", "")), exact);
  if (isWhole || !isClose(Number(exact.toFixed(MOST_DECIMALS)), exact)) return text;
  const digits = plain(exact, number[0].includes(","));
  return text.slice(0, number.index) + digits + text.slice(number.index + number[0].length);
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(b));
}

function plain(value: number, useGrouping = false): string {
  return value.toLocaleString("en-US", { useGrouping, maximumFractionDigits: MOST_DECIMALS });
}
