import type { Strings } from "../i18n/index.ts";
import type { CorrectionEntry } from "../query/disclosures.ts";
import type { IndicatorDetail, Span } from "../query/indicators.ts";
import { fold, squash } from "../text.ts";

type YearBasis = "printed" | "inferred" | "none";

/** What a target that is a number or a date was read from. */
type ReadTarget = Pick<
  IndicatorDetail,
  "annualValue" | "periodValue" | "kind" | "value" | "upper" | "deadline" | "year"
>;

/**
 * The correction by which some words of a record were read, if one was: it stands where the record
 * does, and they are in what it puts there and not in what is printed.
 */
export function correctionOf(
  corrections: readonly CorrectionEntry[],
  { start, end }: Span,
  read: string | null,
): CorrectionEntry | undefined {
  if (!read || start === null || end === null) return undefined;
  const words = squash(read);
  return corrections.find((correction) => {
    const isThere = (correction.start ?? end) < end && (correction.end ?? start) > start;
    const [printed, own] = [correction.expected, correction.replacement].map(squash);
    const isOf = words.includes(own!) || own!.includes(words);
    return isThere && own !== "" && isOf && !printed!.includes(words);
  });
}

/** What was done between the printed target and the value read from it, where they differ. */
export function targetSteps(
  target: ReadTarget,
  yearBasis: YearBasis,
  { steps: t, corrections }: Pick<Strings, "steps" | "corrections">,
  correction?: CorrectionEntry,
): string[] {
  const { annualValue, periodValue, kind, value, deadline, year } = target;
  const printed = fold(annualValue ?? periodValue ?? "");
  return [
    correction !== undefined && corrections.step(correction.expected),
    kind !== "missing" && annualValue === null && periodValue !== null && t.period,
    value !== null && value >= 1e4 && /\d\s*[万亿]/u.test(printed) && t.tenThousands(value),
    deadline !== null &&
      !/(?:19|20)\d\d/u.test(printed) &&
      year !== null &&
      t.year(year, yearBasis),
  ].filter((step) => step !== false);
}

/** An amount with what its reading rests on. */
export interface ReadAmount {
  readonly printed: string;
  readonly yuan: number;
  readonly amountUnit: string | null;
  readonly amountUnitBasis: "printed" | "inferred" | null;
  /** Whether the totals rows decide to which source of funds it belongs. */
  readonly isShifted: boolean;
}

/** What was done between a printed amount and its yuan, where they differ. */
export function amountSteps(
  amount: ReadAmount,
  { steps: t, corrections }: Pick<Strings, "steps" | "corrections">,
  correction?: CorrectionEntry,
): string[] {
  const { printed, yuan, amountUnit, amountUnitBasis, isShifted } = amount;
  return [
    correction !== undefined && corrections.step(correction.expected),
    /\s/u.test(printed.trim()) && t.spaces,
    amountUnit === "万元" && yuan !== 0 && t.unit,
    amountUnitBasis === "inferred" && t.unitInferred(amountUnit ?? ""),
    isShifted && t.shifted,
  ].filter((step) => step !== false);
}
