import { sliceBars } from "../../charts/slice-bars.ts";
import { formatPercent } from "../../format.ts";
import { NONE } from "../../query/slice-conditions.ts";
import { toggle } from "./codec.ts";
import { isWithin, type Facets } from "./facets.ts";
import { figureOf, printed, sliceHref, sum, type Figure, type Told } from "./figure.ts";

interface Row {
  readonly key: string;
  readonly name: string;
  readonly value: number;
}

/** What each kind of cooperation has. */
export function themesFigure(told: Told, facets: Facets): Figure {
  const { slice, view, language } = told;
  const { facets: heads, measures, charts } = language.words.explorer;
  const text = charts.themes;
  const { measure } = slice;
  const rows: Row[] = view.counts
    .filter(({ facet }) => facet === "theme")
    .map(({ key, value }) => ({ key, name: facets.nameOf("theme", key), value: value ?? 0 }))
    .sort((a, b) => b.value - a.value);
  const isIn = ({ key }: Row) => isWithin(slice, "theme", key, facets);
  const bars = rows.map((row) => ({
    choice: {
      key: row.key,
      href: sliceHref(toggle(slice, "theme", row.key), language),
      selected: slice.theme.length > 0 && isIn(row),
      title: text.mark(row.name, printed(measure, row.value, language)),
    },
    label: row.name,
    sole: row.value,
    shared: 0,
    text: figureOf(measure, row.value, language),
    named: row.key !== NONE,
    faint: !isIn(row),
  }));
  return {
    title: titleOf(rows, rows.filter(isIn), told),
    note: text.note,
    draw: bars.length > 0 ? (context) => sliceBars(bars, text.label, context) : null,
    heads: [heads.theme, measures[measure]],
    rows: rows.map((row) => [row.name, figureOf(measure, row.value, language)]),
  };
}

function titleOf(rows: readonly Row[], chosen: readonly Row[], { slice, language }: Told): string {
  const { charts } = language.words.explorer;
  const text = charts.themes;
  const { measure } = slice;
  const most = chosen[0];
  if (!most) return charts.nothing;
  if (rows.length === 1) return text.only(most.name, printed(measure, most.value, language));
  const all = sum(rows, ({ value }) => value);
  const percentOf = (value: number) => formatPercent(all > 0 ? value / all : 0);
  if (slice.theme.length === 0) {
    return text.most(most.name, printed(measure, most.value, language), percentOf(most.value));
  }
  const value = sum(chosen, ({ value }) => value);
  const names = language.words.list(chosen.map(({ name }) => name));
  return text.selected(names, printed(measure, value, language), percentOf(value));
}
