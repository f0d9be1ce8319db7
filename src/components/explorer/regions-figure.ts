import { sliceBars, type SliceBar } from "../../charts/slice-bars.ts";
import { zh } from "../../i18n/zh.ts";
import { NONE, type Measure } from "../../query/slice-conditions.ts";
import type { RegionShare } from "../../query/slice.ts";
import { toggle } from "./codec.ts";
import { isWithin, type Facets } from "./facets.ts";
import { figureOf, printed, sliceHref, sum, type Figure, type Shown } from "./figure.ts";

const MOST_BARS = 16;
const text = zh.explorer.charts.regions;

/** What each region has, that of projects of several regions apart. */
export function regionsFigure(shown: Shown, facets: Facets): Figure {
  const { slice, view } = shown;
  const { measure } = slice;
  const isChosen = (row: RegionShare) =>
    slice.region.length > 0 && isWithin(slice, "region", row.key, facets);
  const named = view.regions.filter(isNamed);
  const drawn = named.filter((row, i) => i < MOST_BARS || isChosen(row));
  const rest = named.filter((row) => !drawn.includes(row));
  const bars = [
    ...drawn.map((row) => barOf(row, isChosen(row), shown)),
    ...(rest.length > 0 ? [restBar(rest, shown)] : []),
    ...view.regions.filter((row) => !isNamed(row)).map((row) => barOf(row, isChosen(row), shown)),
  ];
  return {
    title:
      slice.region.length > 0
        ? chosenTitle(view.regions.filter(isChosen), shown)
        : wholeTitle(view.regions, measure),
    note: text.note[measure],
    draw: bars.length > 0 ? (context) => sliceBars(bars, text.label, context) : null,
    heads: [zh.explorer.facets.region, text.sole, text.shared[measure], text.total],
    rows: view.regions.map((row) => [
      nameOf(row),
      figureOf(measure, row.sole),
      figureOf(measure, row.shared),
      figureOf(measure, totalOf(row)),
    ]),
  };
}

function barOf(row: RegionShare, isChosen: boolean, { slice }: Shown): SliceBar {
  const { measure } = slice;
  return {
    choice: {
      key: row.key,
      href: sliceHref(toggle(slice, "region", row.key)),
      selected: isChosen,
      title: text.mark(nameOf(row), printed(measure, row.sole), printed(measure, row.shared)),
    },
    label: nameOf(row),
    sole: row.sole,
    shared: row.shared,
    text: figureOf(measure, totalOf(row)),
    named: isNamed(row),
    faint: slice.region.length > 0 && !isChosen,
  };
}

/** Counts of shared projects may overlap in it, as from row to row. */
function restBar(rest: readonly RegionShare[], { slice }: Shown): SliceBar {
  return {
    choice: null,
    label: text.rest(rest.length),
    sole: sum(rest, ({ sole }) => sole),
    shared: sum(rest, ({ shared }) => shared),
    text: figureOf(slice.measure, sum(rest, totalOf)),
    named: true,
    faint: slice.region.length > 0,
  };
}

function wholeTitle(rows: readonly RegionShare[], measure: Measure): string {
  const named = rows.filter(isNamed);
  const most = named[0];
  if (rows.length === 0) return zh.explorer.charts.nothing;
  if (!most) return text.unnamed;
  const total = printed(measure, totalOf(most));
  return named.length === 1
    ? text.only(nameOf(most), total)
    : text.most(nameOf(most), total, named.length);
}

function chosenTitle(rows: readonly RegionShare[], shown: Shown): string {
  const { measure } = shown.slice;
  const none = rows.find((row) => !isNamed(row));
  const named = rows.filter(isNamed);
  if (named.length === 0) {
    return none ? text.none(printed(measure, none.sole)) : zh.explorer.charts.nothing;
  }
  return (
    namedTitle(named, none?.sole ?? 0, shown) +
    (none ? text.andNone(printed(measure, none.sole)) : "")
  );
}

function namedTitle(
  chosen: readonly RegionShare[],
  unnamed: number,
  { slice, view }: Shown,
): string {
  const { measure } = slice;
  const only = chosen[0]!;
  const sole = sum(chosen, (row) => row.sole);
  // What several places share is counted in each of them; the headline counts it once.
  const shared =
    measure === "amount"
      ? sum(chosen, (row) => row.shared)
      : view.headline[measure] - sole - unnamed;
  const words = [printed(measure, sole), printed(measure, shared)] as const;
  if (chosen.length > 1) return text.several(chosen.length, ...words);
  return shared > 0
    ? text.selected(nameOf(only), ...words)
    : text.selectedSole(nameOf(only), words[0]);
}

function isNamed({ key }: RegionShare): boolean {
  return key !== NONE;
}

function nameOf({ name }: RegionShare): string {
  return name ?? zh.explorer.none.region;
}

function totalOf({ sole, shared }: RegionShare): number {
  return sole + shared;
}
