import { sliceBars, type SliceBar } from "../../charts/slice-bars.ts";
import { NONE, type Measure } from "../../query/slice-conditions.ts";
import type { RegionShare } from "../../query/slice.ts";
import type { Language } from "../language.ts";
import { toggle } from "./codec.ts";
import { isWithin, type Facets } from "./facets.ts";
import { figureOf, printed, sliceHref, sum, type Figure, type Told } from "./figure.ts";

const MOST_BARS = 16;

/** What each region has, that of projects of several regions apart. */
export function regionsFigure(told: Told, facets: Facets): Figure {
  const { slice, view, language } = told;
  const { facets: heads, charts } = language.words.explorer;
  const text = charts.regions;
  const { measure } = slice;
  const isChosen = (row: RegionShare) =>
    slice.region.length > 0 && isWithin(slice, "region", row.key, facets);
  const named = view.regions.filter(isNamed);
  const drawn = named.filter((row, i) => i < MOST_BARS || isChosen(row));
  const rest = named.filter((row) => !drawn.includes(row));
  const bars = [
    ...drawn.map((row) => barOf(row, isChosen(row), told)),
    ...(rest.length > 0 ? [restBar(rest, told)] : []),
    ...view.regions.filter((row) => !isNamed(row)).map((row) => barOf(row, isChosen(row), told)),
  ];
  return {
    title:
      slice.region.length > 0
        ? chosenTitle(view.regions.filter(isChosen), told)
        : wholeTitle(view.regions, measure, language),
    note: text.note[measure],
    draw: bars.length > 0 ? (context) => sliceBars(bars, text.label, context) : null,
    heads: [heads.region, text.sole, text.shared[measure], text.total],
    rows: view.regions.map((row) => [
      nameOf(row, language),
      figureOf(measure, row.sole, language),
      figureOf(measure, row.shared, language),
      figureOf(measure, totalOf(row), language),
    ]),
  };
}

function barOf(row: RegionShare, isChosen: boolean, { slice, language }: Told): SliceBar {
  const { measure } = slice;
  const name = nameOf(row, language);
  const [sole, shared] = [row.sole, row.shared].map((value) => printed(measure, value, language));
  return {
    choice: {
      key: row.key,
      href: sliceHref(toggle(slice, "region", row.key), language),
      selected: isChosen,
      title: language.words.explorer.charts.regions.mark(name, sole!, shared!),
    },
    label: name,
    sole: row.sole,
    shared: row.shared,
    text: figureOf(measure, totalOf(row), language),
    named: isNamed(row),
    faint: slice.region.length > 0 && !isChosen,
  };
}

/** Counts of shared projects may overlap in it, as from row to row. */
function restBar(rest: readonly RegionShare[], { slice, language }: Told): SliceBar {
  return {
    choice: null,
    label: language.words.explorer.charts.regions.rest(rest.length),
    sole: sum(rest, ({ sole }) => sole),
    shared: sum(rest, ({ shared }) => shared),
    text: figureOf(slice.measure, sum(rest, totalOf), language),
    named: true,
    faint: slice.region.length > 0,
  };
}

function wholeTitle(rows: readonly RegionShare[], measure: Measure, language: Language): string {
  const { nothing, regions: text } = language.words.explorer.charts;
  const named = rows.filter(isNamed);
  const most = named[0];
  if (rows.length === 0) return nothing;
  if (!most) return text.unnamed;
  const total = printed(measure, totalOf(most), language);
  return named.length === 1
    ? text.only(nameOf(most, language), total)
    : text.most(nameOf(most, language), total, named.length);
}

function chosenTitle(rows: readonly RegionShare[], told: Told): string {
  const { language } = told;
  const { measure } = told.slice;
  const { nothing, regions: text } = language.words.explorer.charts;
  const none = rows.find((row) => !isNamed(row));
  const named = rows.filter(isNamed);
  if (named.length === 0) {
    return none ? text.none(printed(measure, none.sole, language)) : nothing;
  }
  return (
    namedTitle(named, none?.sole ?? 0, told) +
    (none ? text.andNone(printed(measure, none.sole, language)) : "")
  );
}

function namedTitle(
  chosen: readonly RegionShare[],
  unnamed: number,
  { slice, view, language }: Told,
): string {
  const text = language.words.explorer.charts.regions;
  const { measure } = slice;
  const only = chosen[0]!;
  const sole = sum(chosen, (row) => row.sole);
  // What several places share is counted in each of them; the headline counts it once.
  const shared =
    measure === "amount"
      ? sum(chosen, (row) => row.shared)
      : view.headline[measure] - sole - unnamed;
  const words = [printed(measure, sole, language), printed(measure, shared, language)] as const;
  if (chosen.length > 1) return text.several(chosen.length, ...words);
  return shared > 0
    ? text.selected(nameOf(only, language), ...words)
    : text.selectedSole(nameOf(only, language), words[0]);
}

function isNamed({ key }: RegionShare): boolean {
  return key !== NONE;
}

function nameOf({ name }: RegionShare, { words }: Language): string {
  return name ?? words.explorer.none.region;
}

function totalOf({ sole, shared }: RegionShare): number {
  return sole + shared;
}
