import { sliceBars, type SliceBar } from "../../charts/slice-bars.ts";
import type { RegionShare } from "../../query/slice-charts.ts";
import { NONE, countingOf } from "../../query/slice-conditions.ts";
import { toggle } from "./codec.ts";
import { isWithin, type Facets } from "./facets.ts";
import {
  countedOf,
  figureOf,
  printed,
  sharedOf,
  sharesFacts,
  sliceHref,
  sum,
  type Card,
  type Figure,
  type Told,
} from "./figure.ts";

const MOST_BARS = 16;

/** What each region has, that of projects of several regions apart. */
export function regionsFigure(told: Told, facets: Facets): Figure {
  const { slice, language } = told;
  const { facets: heads, charts, countingNotes, unit } = language.words.explorer;
  const text = charts.regions;
  const { measure } = slice;
  const regions = told.view.regions.toSorted(
    (a, b) => Number(isNamed(b)) - Number(isNamed(a)) || countedOf(b, slice) - countedOf(a, slice),
  );
  const isChosen = (row: RegionShare) =>
    slice.region.length > 0 && isWithin(slice, "region", row.key, facets);
  const named = regions.filter((row) => isNamed(row) && countedOf(row, slice) > 0);
  const drawn = named.filter((row, i) => i < MOST_BARS || isChosen(row));
  const rest = named.filter((row) => !drawn.includes(row));
  const bars = [
    ...drawn.map((row) => barOf(row, isChosen(row), told, facets)),
    ...(rest.length > 0 ? [restBar(rest, told)] : []),
    ...regions.filter((row) => !isNamed(row)).map((row) => barOf(row, isChosen(row), told, facets)),
  ];
  return {
    title:
      slice.region.length > 0
        ? chosenTitle(regions.filter(isChosen), told, facets)
        : wholeTitle(regions, named, told, facets),
    notes: [text.note, countingNotes.region[countingOf(slice)]],
    shared: "region",
    unit: unit[measure],
    draw: bars.length > 0 ? (context) => sliceBars(bars, text.label, context) : null,
    cards: new Map(regions.map((row) => [row.key, cardOf(row, isChosen(row), told, facets)])),
    heads: [heads.region, charts.value, charts.sole, charts.shared, charts.whole],
    rows: regions.map((row) => [
      nameOf(row, facets),
      figureOf(measure, countedOf(row, slice), language),
      ...[row.sole, row.shared, row.whole].map((value) => figureOf(measure, value, language)),
    ]),
  };
}

function barOf(
  row: RegionShare,
  isChosen: boolean,
  { slice, language }: Told,
  facets: Facets,
): SliceBar {
  const { measure } = slice;
  const name = nameOf(row, facets);
  const shared = sharedOf(row, slice);
  const [first, second] = [row.sole, shared].map((value) => printed(measure, value, language));
  return {
    choice: {
      key: row.key,
      href: sliceHref(toggle(slice, "region", row.key), language),
      selected: isChosen,
      title: language.words.explorer.charts.regions.mark(name, first!, second!),
    },
    label: name,
    sole: row.sole,
    shared,
    text: figureOf(measure, countedOf(row, slice), language),
    named: isNamed(row),
    faint: slice.region.length > 0 && !isChosen,
  };
}

function cardOf(row: RegionShare, selected: boolean, told: Told, facets: Facets): Card {
  const { words, regionHref, href } = told.language;
  const { links } = words.explorer.charts;
  const name = nameOf(row, facets);
  return {
    title: name,
    facts: sharesFacts(row, told),
    links: isNamed(row)
      ? [{ text: links.region(name), href: regionHref(row.key) }]
      : [{ text: links.sources, href: href("/disclosures/") }],
    selected,
  };
}

/** What is counted whole may overlap in it, as from row to row. */
function restBar(rest: readonly RegionShare[], { slice, language }: Told): SliceBar {
  return {
    choice: null,
    label: language.words.explorer.charts.regions.rest(rest.length),
    sole: sum(rest, ({ sole }) => sole),
    shared: sum(rest, (row) => sharedOf(row, slice)),
    text: figureOf(
      slice.measure,
      sum(rest, (row) => countedOf(row, slice)),
      language,
    ),
    named: true,
    faint: slice.region.length > 0,
  };
}

function wholeTitle(
  rows: readonly RegionShare[],
  named: readonly RegionShare[],
  { slice, language }: Told,
  facets: Facets,
): string {
  const { charts } = language.words.explorer;
  const text = charts.regions;
  const most = named[0];
  if (rows.length === 0) return charts.nothing;
  if (!most) return text.unnamed;
  const total = printed(slice.measure, countedOf(most, slice), language);
  return named.length === 1
    ? text.only(nameOf(most, facets), total)
    : text.most(nameOf(most, facets), total, named.length);
}

function chosenTitle(rows: readonly RegionShare[], told: Told, facets: Facets): string {
  const { slice, language } = told;
  const { charts } = language.words.explorer;
  const text = charts.regions;
  const none = rows.find((row) => !isNamed(row));
  const unnamed = printed(slice.measure, none?.sole ?? 0, language);
  const named = rows.filter(isNamed);
  if (named.length === 0) return none ? text.none(unnamed) : charts.nothing;
  return namedTitle(named, none?.sole ?? 0, told, facets) + (none ? text.andNone(unnamed) : "");
}

function namedTitle(
  chosen: readonly RegionShare[],
  unnamed: number,
  { slice, view, language }: Told,
  facets: Facets,
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
  const [first, second] = [sole, shared].map((value) => printed(measure, value, language));
  if (chosen.length > 1) return text.several(chosen.length, first!, second!);
  return shared > 0
    ? text.selected(nameOf(only, facets), first!, second!)
    : text.selectedSole(nameOf(only, facets), first!);
}

function isNamed({ key }: RegionShare): boolean {
  return key !== NONE;
}

function nameOf({ key }: RegionShare, facets: Facets): string {
  return facets.nameOf("region", key);
}
