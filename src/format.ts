/** Numbers, amounts and dates as the site prints them. */

const WAN = 1e4;
const YI = 1e8;
const TENTHS = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];

/** What stands where the document says nothing. */
export const ABSENT = "—";

/**
 * A number with thousands separators, rounded to at most `digits` decimals.
 *
 * @example
 * formatNumber(233875.26, 1) // "233,875.3"
 */
export function formatNumber(value: number, digits = 2): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: digits });
}

/**
 * An amount of yuan in the unit in which it reads best: 元 below ten thousand, 万元 below a hundred
 * million, then 亿元. At most two decimals. “—” for null: the document does not say.
 *
 * @example
 * formatYuan(2_338_752_600) // "23.39 亿元"
 */
export function formatYuan(yuan: number | null): string {
  if (yuan === null) return ABSENT;
  // The limits are those of the rounded figure, so that 99,999,999 yuan is not “10,000 万元”.
  if (Math.abs(yuan) >= YI - WAN / 200) return `${formatNumber(yuan / YI)} 亿元`;
  if (Math.abs(yuan) >= WAN - 1 / 200) return `${formatNumber(yuan / WAN)} 万元`;
  return `${formatNumber(yuan)} 元`;
}

/**
 * An amount of yuan for a label in a chart: three figures or the whole number, then the unit.
 *
 * @example
 * formatYuanBrief(70_573_333) // "7,057 万元"
 */
export function formatYuanBrief(yuan: number): string {
  const [unit, name] =
    Math.abs(yuan) >= YI ? [YI, "亿元"] : Math.abs(yuan) >= WAN ? [WAN, "万元"] : [1, "元"];
  const value = Math.abs(yuan) / unit;
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${formatNumber(yuan / unit, digits)} ${name}`;
}

/**
 * An amount of yuan in 万元 with two decimals and no unit, for the columns of a table whose head
 * names the unit. “—” for null.
 */
export function formatWan(yuan: number | null): string {
  if (yuan === null) return ABSENT;
  return (yuan / WAN).toLocaleString("en-US", {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
}

/**
 * A ratio in percent. What is not nothing is never printed as 0 %, what is not all never as 100 %.
 *
 * @example
 * formatPercent(0.706) // "71%"
 * formatPercent(0.0004) // "<1%"
 */
export function formatPercent(ratio: number, digits = 0): string {
  const least = 10 ** -digits;
  const percent = ratio * 100;
  if (percent > 0 && percent < least / 2) return `<${least}%`;
  if (percent < 100 && percent > 100 - least / 2) return `>${formatNumber(100 - least, digits)}%`;
  return `${formatNumber(percent, digits)}%`;
}

/**
 * A ratio as one says it: “七成”, “近七成”, “七成多”, “七成半”, “全部”; in percent where tenths are too
 * coarse (below one tenth, above nine and a half).
 */
export function formatTenths(ratio: number): string {
  if (ratio === 1) return "全部";
  if (ratio < 0.1 || ratio > 0.95) return formatPercent(ratio);
  const tenths = Math.floor(ratio * 10 + 1e-9);
  const rest = ratio * 10 - tenths;
  const named = (n: number) => `${TENTHS[n]!}成`;
  if (rest < 0.05) return named(tenths);
  if (rest < 0.45) return `${named(tenths)}多`;
  if (rest <= 0.55) return `${named(tenths)}半`;
  return `近${named(tenths + 1)}`;
}

/**
 * An ISO day in Chinese; a string that is not one is returned as it is.
 *
 * @example
 * formatDate("2025-03-31") // "2025年3月31日"
 */
export function formatDate(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!parts) return iso;
  return `${Number(parts[1])}年${Number(parts[2])}月${Number(parts[3])}日`;
}
