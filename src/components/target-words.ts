import type { IndicatorDetail } from "../query/indicators.ts";
import type { Language } from "./language.ts";

/** What a target means, as parsed. */
export type Target = Pick<
  IndicatorDetail,
  "kind" | "comparison" | "value" | "upper" | "unit" | "deadline" | "truncated"
>;

/**
 * A parsed target in plain words, led by its kind.
 *
 * @example
 * targetWords({ kind: "quantity", comparison: "≥", value: 90, unit: "%", … }, chinese) // "数量：至少 90%"
 */
export function targetWords(target: Target, language: Language): string {
  const { said, kinds } = language.words.target;
  return said(kinds[target.kind], meaning(target, language));
}

function meaning(
  { kind, comparison, value, upper, unit, deadline, truncated }: Target,
  { words, formatDate, formatQuantity }: Language,
): string {
  // What breaks off may have been filled in: the document, not the department, leaves it open.
  if (kind === "missing" && truncated) return words.indicatorTable.truncated;
  if (kind === "quantity" && value !== null) {
    return words.target.compared(comparison, formatQuantity(value, unit));
  }
  if (kind === "range" && value !== null && upper !== null) {
    return words.target.between(formatQuantity(value, unit), formatQuantity(upper, unit));
  }
  if (kind === "deadline" && deadline !== null) return words.target.by(formatDate(deadline));
  return words.target.unread[kind];
}

/**
 * A target in few words, those without a number as printed.
 *
 * @example
 * targetSaid({ kind: "quantity", comparison: "≥", value: 90, unit: "%", … }, chinese) // "至少 90%"
 * targetSaid({ kind: "qualitative", annualValue: "良好", … }, chinese) // "定性：良好"
 */
export function targetSaid(
  {
    kind,
    comparison,
    value,
    upper,
    unit,
    annualValue,
  }: Omit<Target, "deadline" | "truncated"> & Pick<IndicatorDetail, "annualValue">,
  { words, formatQuantity }: Language,
): string {
  const t = words.target;
  if (value === null) {
    return annualValue === null ? t.kinds[kind] : t.said(t.kinds[kind], annualValue);
  }
  if (upper !== null) return t.between(formatQuantity(value, unit), formatQuantity(upper, unit));
  return t.compared(comparison, formatQuantity(value, unit));
}
