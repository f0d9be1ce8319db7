import type { IndicatorReading } from "../model/reading.ts";

type Always = "level1" | "level2" | "name" | "words";

/** The reading of an indicator of which a form tells no more than this. */
export function indicatorReading(
  told: Pick<IndicatorReading, Always> & Partial<Omit<IndicatorReading, Always>>,
): IndicatorReading {
  return {
    periodValue: undefined,
    annualValue: undefined,
    actualValue: undefined,
    weight: undefined,
    score: undefined,
    number: undefined,
    truncated: false,
    ...told,
  };
}
