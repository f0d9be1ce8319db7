/** Numbers, amounts and dates as the site prints them. */

/** The languages that the site speaks. */
export type Locale = "zh" | "en";

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

/** What is printed otherwise in each language. */
export interface Formats {
  /**
   * An amount of yuan in the unit in which it reads best: 元, 万元 from ten thousand, 亿元 from a
   * hundred million; in English “CNY”, with million and billion. At most two decimals. “—” for null:
   * the document does not say.
   *
   * @example
   * formatYuan(2_338_752_600) // "23.39 亿元", "CNY 2.34 billion"
   */
  readonly formatYuan: (yuan: number | null) => string;
  /**
   * The same for a label in a chart: three figures or the whole number, then the unit.
   *
   * @example
   * formatYuanBrief(70_573_333) // "7,057 万元", "CNY 70.6 m"
   */
  readonly formatYuanBrief: (yuan: number) => string;
  /**
   * An amount of yuan without a unit, for the columns of a table whose head names it: 万元 with two
   * decimals, in English thousands with one, so that both are exact to a hundred yuan. “—” for null.
   *
   * @example
   * formatTabular(2_338_752_600) // "233,875.26", "2,338,752.6"
   */
  readonly formatTabular: (yuan: number | null) => string;
  /**
   * A ratio as one says it: “七成”, “近七成”, “七成多”, “七成半”, “全部”; in percent where tenths are
   * too coarse (below one tenth, above nine and a half), and in English always but for “all”.
   */
  readonly formatTenths: (ratio: number) => string;
  /**
   * An ISO day; a string that is not one is returned as it is.
   *
   * @example
   * formatDate("2025-03-31") // "2025年3月31日", "31 March 2025"
   */
  readonly formatDate: (iso: string) => string;
  /**
   * A number with the unit of its document, in Chinese large ones by 万 and 亿 as one says them; a
   * percent sign stands close to its number.
   *
   * @example
   * formatQuantity(14_000, "人") // "1.4 万人", "14,000 人"
   */
  readonly formatQuantity: (value: number, unit: string | null) => string;
}

/** A unit of amounts, from this many yuan on. */
type Scale = readonly [yuan: number, name: string];

const WAN = 1e4;
const YI = 1e8;
const TENTHS = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
// prettier-ignore
const MONTHS = [
  "January", "February", "March", "April", "May", "June", "July",
  "August", "September", "October", "November", "December",
];
/** Decimals that no target exceeds. */
const TARGET_DIGITS = 6;

const CHINESE_SCALES: readonly Scale[] = [
  [YI, " 亿元"],
  [WAN, " 万元"],
  [1, " 元"],
];
const ENGLISH_SCALES: readonly Scale[] = [
  [1e9, " billion"],
  [1e6, " million"],
  [1, ""],
];
const BRIEF_SCALES: readonly Scale[] = [
  [1e9, " bn"],
  [1e6, " m"],
  [1e3, " k"],
  [1, ""],
];

const chinese: Formats = {
  formatYuan: (yuan) => (yuan === null ? ABSENT : inScale(yuan, CHINESE_SCALES)),
  formatYuanBrief: (yuan) => inScale(yuan, CHINESE_SCALES, threeFigures),
  formatTabular: (yuan) => (yuan === null ? ABSENT : fixed(yuan / WAN, 2)),
  formatTenths,
  formatDate(iso) {
    const day = dayOf(iso);
    return day ? `${day[0]}年${day[1]}月${day[2]}日` : iso;
  },
  formatQuantity(value, unit) {
    const [power, scale] = value >= YI ? [YI, "亿"] : value >= WAN ? [WAN, "万"] : [1, ""];
    return withUnit(value / power, scale + (unit ?? ""));
  },
};

const english: Formats = {
  formatYuan: (yuan) => (yuan === null ? ABSENT : `CNY ${inScale(yuan, ENGLISH_SCALES)}`),
  formatYuanBrief: (yuan) => `CNY ${inScale(yuan, BRIEF_SCALES, threeFigures)}`,
  formatTabular: (yuan) => (yuan === null ? ABSENT : fixed(yuan / 1e3, 1)),
  formatTenths: (ratio) => (ratio === 1 ? "all" : formatPercent(ratio)),
  formatDate(iso) {
    const day = dayOf(iso);
    return day ? `${day[2]} ${MONTHS[day[1] - 1]} ${day[0]}` : iso;
  },
  formatQuantity: (value, unit) => withUnit(value, unit ?? ""),
};

const FORMATS: Readonly<Record<Locale, Formats>> = { zh: chinese, en: english };

/** The formats of a language. */
export function formatsIn(locale: Locale): Formats {
  return FORMATS[locale];
}

/** The limits are those of the rounded figure, so that 99,999,999 yuan is not “10,000 万元”. */
function inScale(
  yuan: number,
  scales: readonly Scale[],
  digitsOf: (value: number) => number = () => 2,
): string {
  const rounded = ([unit]: Scale) => Math.abs(yuan) / unit;
  const scale = scales.find((scale, i) => {
    const smaller = scales[i + 1]?.[0];
    // Half of the last decimal that the smaller unit would print.
    const slack = smaller === undefined ? Infinity : smaller / scale[0] / 200;
    return rounded(scale) >= 1 - slack;
  })!;
  return formatNumber(yuan / scale[0], digitsOf(rounded(scale))) + scale[1];
}

function threeFigures(value: number): number {
  return value >= 100 ? 0 : value >= 10 ? 1 : 2;
}

function fixed(value: number, digits: number): string {
  return value.toLocaleString("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

function formatTenths(ratio: number): string {
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

/** Year, month from 1, day; undefined for what is no ISO day. */
function dayOf(iso: string): [year: number, month: number, day: number] | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return parts ? [Number(parts[1]), Number(parts[2]), Number(parts[3])] : undefined;
}

function withUnit(value: number, unit: string): string {
  const number = formatNumber(value, TARGET_DIGITS);
  if (unit === "") return number;
  return /^[%％‰]/u.test(unit) ? `${number}${unit}` : `${number} ${unit}`;
}
