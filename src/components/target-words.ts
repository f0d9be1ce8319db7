import { formatDate, formatNumber } from "../format.ts";
import { zh } from "../i18n/zh.ts";
import type { IndicatorDetail } from "../query/indicators.ts";

/** What a target means, as parsed. */
export type Target = Pick<
  IndicatorDetail,
  "kind" | "comparison" | "value" | "upper" | "unit" | "deadline" | "truncated"
>;

/** Decimals that no target exceeds. */
const DIGITS = 6;

/**
 * A parsed target in plain words, led by its kind.
 *
 * @example
 * targetWords({ kind: "quantity", comparison: "≥", value: 90, unit: "%", … }) // "数量：至少 90%"
 */
export function targetWords(target: Target): string {
  return zh.target.said(zh.target.kinds[target.kind], meaning(target));
}

function meaning({ kind, comparison, value, upper, unit, deadline, truncated }: Target): string {
  // What breaks off may have been filled in: the document, not the department, leaves it open.
  if (kind === "missing" && truncated) return zh.indicatorTable.truncated;
  if (kind === "quantity" && value !== null) {
    return zh.target.compared(comparison, quantityWords(value, unit));
  }
  if (kind === "range" && value !== null && upper !== null) {
    return zh.target.between(quantityWords(value, unit), quantityWords(upper, unit));
  }
  if (kind === "deadline" && deadline !== null) return zh.target.by(formatDate(deadline));
  return zh.target.unread[kind];
}

/**
 * A number with its unit, large ones by 万 and 亿 as one says them; a percent sign stands close to
 * its number.
 *
 * @example
 * quantityWords(14_000, "人") // "1.4 万人"
 */
export function quantityWords(value: number, unit: string | null): string {
  const [power, scale] = value >= 1e8 ? [1e8, "亿"] : value >= 1e4 ? [1e4, "万"] : [1, ""];
  const number = formatNumber(value / power, DIGITS);
  const rest = scale + (unit ?? "");
  if (rest === "") return number;
  return /^[%％‰]/u.test(rest) ? `${number}${rest}` : `${number} ${rest}`;
}
