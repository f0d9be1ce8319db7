import { sliceSteps, type StepBar } from "../../charts/slice-steps.ts";
import { formatNumber } from "../../format.ts";
import type { AmountStep } from "../../query/slice-charts.ts";
import { NONE, type AmountRange, type Slice } from "../../query/slice-conditions.ts";
import type { Language } from "../language.ts";
import { sliceHref, type Card, type Figure, type Told } from "./figure.ts";
import { amountText } from "./sentence.ts";

const HEIGHT = 190;

/** How the amounts of projects are spread. */
export function amountsFigure(told: Told): Figure {
  const { slice, language } = told;
  const text = language.words.explorer.charts.amounts;
  const steps = stepsOf(told.view.amounts);
  const bars = steps.map((step) => barOf(step, slice, language));
  return {
    title: titleOf(told),
    notes: [text.note],
    shared: null,
    unit: language.words.explorer.unit.projects,
    draw:
      steps.length > 0
        ? (context) =>
            sliceSteps(
              bars,
              { height: HEIGHT, isLabelled: true, tick: tickIn(language) },
              text.label,
              context,
            )
        : null,
    brush: (keys, slice) => ({ ...slice, amount: rangeOver(keys) }),
    cards: new Map(steps.map((step) => [keyOf(step.range), cardOf(step, slice, language)])),
    heads: [text.range, text.count, text.sum],
    rows: steps
      .filter(({ projects }) => projects > 0)
      .map((step) => [
        nameOf(step, language),
        formatNumber(step.projects),
        language.formatYuan(step.amount),
      ]),
  };
}

/** A step of the scale, with those between that nothing is in. */
export interface Step {
  readonly range: AmountRange;
  readonly projects: number;
  readonly amount: number | null;
}

/** The steps from the least amount to the greatest, with the empty ones between. */
export function stepsOf(found: readonly AmountStep[]): Step[] {
  const positive = found.filter(({ from }) => from !== null && from > 0);
  const beside = found
    .filter(({ from }) => !positive.some((step) => step.from === from))
    .toSorted((a, b) => Number(a.from === null) - Number(b.from === null))
    .map(({ from, projects, amount }): Step => {
      return { range: from === null ? NONE : { from: null, below: 1 }, projects, amount };
    });
  const least = positive[0]?.from;
  const greatest = positive.at(-1)?.from;
  const steps: Step[] = [];
  for (let from = least ?? Infinity; from <= (greatest ?? 0); from = nextStep(from)) {
    const own = positive.find((step) => step.from === from);
    const range = { from, below: nextStep(from) };
    steps.push({ range, projects: own?.projects ?? 0, amount: own?.amount ?? 0 });
  }
  return [...beside, ...steps];
}

/** 1, 2, 5, 10, 20, 50… */
function nextStep(from: number): number {
  // The logarithms of 1, 2 and 5 are 0, 0.3 and 0.7: less 0.35, all round to the same power.
  const power = 10 ** Math.round(Math.log10(from) - 0.35);
  const first = Math.round(from / power);
  return first === 1 ? 2 * power : first === 2 ? 5 * power : 10 * power;
}

/** A step as a bar that leads to its range alone, and back to all if that is chosen already. */
export function barOf(step: Step, slice: Slice, language: Language): StepBar {
  const text = language.words.explorer.charts.amounts;
  const { range, projects, amount } = step;
  const isOnly = slice.amount !== null && keyOf(slice.amount) === keyOf(range);
  const isOnScale = range !== NONE && range.from !== null;
  return {
    choice: {
      key: keyOf(range),
      href: sliceHref({ ...slice, amount: isOnly ? null : range }, language),
      selected: isOnly,
      title: text.mark(nameOf(step, language), projects, language.formatYuan(amount)),
    },
    from: isOnScale ? range.from : null,
    below: isOnScale ? range.below : null,
    count: projects,
    label: range === NONE ? text.unstatedShort : text.zero,
    faint: !isWithinRange(range, slice.amount),
  };
}

/** What a step says when it is pointed at. */
export function cardOf(step: Step, slice: Slice, language: Language): Card {
  const text = language.words.explorer.charts.amounts;
  return {
    title: nameOf(step, language),
    facts: [
      [text.count, formatNumber(step.projects)],
      [text.sum, language.formatYuan(step.amount)],
    ],
    links: [],
    selected: slice.amount !== null && keyOf(slice.amount) === keyOf(step.range),
  };
}

function titleOf({ slice, view, language }: Told): string {
  const { charts } = language.words.explorer;
  const { projects, unstated, median, half, amount } = view.headline;
  const stated = projects - unstated;
  if (projects === 0) return charts.nothing;
  if (stated === 0 || median === null) return charts.amounts.unstated(projects);
  if (stated === 1) return charts.amounts.one(language.formatYuan(amount));
  const title = charts.amounts.half(stated, language.formatYuan(median), half);
  return slice.amount === null
    ? title
    : language.words.aside(amountText(slice.amount, language)) + title;
}

/** Whether a step is within the range that is chosen; all are if none is. */
function isWithinRange(step: AmountRange, chosen: AmountRange | null): boolean {
  if (chosen === null) return true;
  if (chosen === NONE || step === NONE) return chosen === step;
  const from = step.from ?? 0;
  return (step.below ?? Infinity) > (chosen.from ?? 0) && from < (chosen.below ?? Infinity);
}

function nameOf({ range }: Step, { words, formatYuan }: Language): string {
  const text = words.explorer.charts.amounts;
  if (range === NONE) return text.unstatedStep;
  if (range.from === null) return text.zeroStep;
  return text.step(formatYuan(range.from), formatYuan(range.below));
}

/** What tells a range from others. */
export function keyOf(range: AmountRange): string {
  return range === NONE ? NONE : `${range.from ?? ""}-${range.below ?? ""}`;
}

/** A number of the scale, briefly. */
export function tickIn({ words }: Language): (yuan: number) => string {
  return (yuan) => words.explorer.brief(yuan);
}

/** The range that steps cover together, by their keys; one that is beside the scale alone. */
export function rangeOver(keys: readonly string[]): AmountRange | null {
  const ranges = keys.filter((key) => key !== NONE).map((key) => key.split("-").map(Number));
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first === undefined || last === undefined) return keys.includes(NONE) ? NONE : null;
  return { from: first[0] || null, below: last[1] ?? null };
}
