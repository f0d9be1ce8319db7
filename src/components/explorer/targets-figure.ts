import { sliceTargets, type TargetBar } from "../../charts/slice-targets.ts";
import { formatNumber, formatPercent } from "../../format.ts";
import type { TargetsOfType } from "../../query/slice-charts.ts";
import type { Language } from "../language.ts";
import { toggle } from "./codec.ts";
import type { Facets } from "./facets.ts";
import { sliceHref, sum, type Card, type Figure, type Told } from "./figure.ts";

/** Kinds of target in the order of the legend. */
const LEGEND = [["quantity", "range", "multiple"], ["deadline"], ["qualitative"], ["missing"]];

interface Class {
  readonly key: string;
  readonly name: string;
  /** Indicators of each entry of the legend. */
  readonly counts: readonly number[];
  readonly total: number;
}

/** How the targets of each level-1 class are put: with a number, a date, or words alone. */
export function targetsFigure(told: Told, facets: Facets): Figure {
  const { slice, view, language } = told;
  const { explorer } = language.words;
  const text = explorer.charts.targets;
  const classes = facets.trees.type
    .map(({ key, name }): Class => {
      const counts = LEGEND.map((kinds) => countOf(view.targets, key, kinds));
      return { key, name, counts, total: sum(counts, (count) => count) };
    })
    .filter(({ total }) => total > 0);
  // A level-2 class is chosen inside its level 1: the bar that holds it stays in front.
  const isIn = ({ key }: Class) =>
    slice.type.length === 0 || slice.type.some((type) => facets.pathOf("type", type).includes(key));
  const bars = classes.map((row) => barOf(row, !isIn(row), told));
  const kinds = Object.entries(explorer.kinds);
  return {
    title: titleOf(classes.filter(isIn), slice.type.length > 0, language),
    notes: [text.note],
    shared: null,
    unit: explorer.unit.indicators,
    draw:
      bars.length > 0 ? (context) => sliceTargets(text.legend, bars, text.label, context) : null,
    cards: new Map(classes.map((row) => [row.key, cardOf(row, told)])),
    heads: [explorer.facets.type, ...kinds.map(([, name]) => name)],
    rows: classes.map(({ key, name }) => [
      name,
      ...kinds.map(([kind]) => formatNumber(countOf(view.targets, key, [kind]))),
    ]),
  };
}

function barOf(row: Class, faint: boolean, { slice, language }: Told): TargetBar {
  const text = language.words.explorer.charts.targets;
  const parts = text.legend.map((name, i) => text.part(name, row.counts[i]!));
  return {
    choice: {
      key: row.key,
      href: sliceHref(toggle(slice, "type", row.key), language),
      selected: slice.type.includes(row.key),
      title: text.mark(row.name, row.total, parts),
    },
    label: row.name,
    shares: row.counts.map((count) => count / row.total),
    text: text.text(formatPercent(ratioOf([row])), row.total),
    faint,
  };
}

function cardOf(row: Class, { slice, language }: Told): Card {
  const { legend } = language.words.explorer.charts.targets;
  return {
    title: row.name,
    facts: legend.map((name, i) => {
      const count = row.counts[i] ?? 0;
      return [
        name,
        `${formatNumber(count)}${language.words.aside(formatPercent(count / row.total))}`,
      ];
    }),
    links: [],
    selected: slice.type.includes(row.key),
  };
}

function titleOf(classes: readonly Class[], isNarrowed: boolean, { words }: Language): string {
  const { charts } = words.explorer;
  const text = charts.targets;
  const total = sum(classes, (row) => row.total);
  if (total === 0) return charts.nothing;
  const percent = formatPercent(ratioOf(classes));
  if (isNarrowed) {
    return text.selected(words.list(classes.map(({ name }) => name)), percent, total);
  }
  const least = classes.reduce((a, b) => (ratioOf([b]) < ratioOf([a]) ? b : a));
  const tail = classes.length > 1 ? text.least(least.name, formatPercent(ratioOf([least]))) : "";
  return text.overall(percent, total) + tail;
}

/** Part of the indicators that have a number to be held to. */
function ratioOf(classes: readonly Class[]): number {
  return sum(classes, ({ counts }) => counts[0] ?? 0) / sum(classes, ({ total }) => total);
}

function countOf(rows: readonly TargetsOfType[], type: string, kinds: readonly string[]): number {
  const own = rows.filter((row) => row.type === type && kinds.includes(row.kind));
  return sum(own, ({ indicators }) => indicators);
}
