import { sliceDots, type Dot, type DotRow } from "../../charts/slice-dots.ts";
import { formatNumber } from "../../format.ts";
import type { FamilyTarget } from "../../query/slice-charts.ts";
import type { Language } from "../language.ts";
import { toggle } from "./codec.ts";
import type { Facets } from "./facets.ts";
import { sliceHref, type Card, type Figure, type Told } from "./figure.ts";

const MOST_ROWS = 10;

/** Numbers of one family in one unit. */
interface Row {
  readonly family: string;
  readonly name: string;
  readonly unit: string | null;
  readonly total: number;
  readonly targets: readonly FamilyTarget[];
}

/** The numbers that indicators of a family set as targets. */
export function familiesFigure(told: Told, facets: Facets): Figure {
  const { slice, view, language } = told;
  const text = language.words.explorer.charts.families;
  const rows = rowsOf(view.families, facets).slice(0, MOST_ROWS);
  const drawn = rows.map((row) => dotRow(row, told));
  return {
    title: titleOf(
      rows.find(({ family }) => isIn(family, told)),
      language,
    ),
    notes: [text.note],
    shared: null,
    unit: language.words.explorer.unit.indicators,
    draw: rows.length > 0 ? (context) => sliceDots(drawn, text.legend, text.label, context) : null,
    cards: new Map(
      rows.flatMap((row) => [
        [rowKey(row), rowCard(row, told)] as const,
        ...row.targets.map((target) => [keyOf(target), cardOf(row, target, told)] as const),
      ]),
    ),
    heads: [`${text.family} · ${text.target}`, text.count, text.departments],
    rows: rows.flatMap((row) =>
      row.targets.map((target): [string, ...string[]] => [
        `${row.name} ${targetText(target, language)}`,
        formatNumber(target.indicators),
        formatNumber(target.departments),
      ]),
    ),
  };

  function isIn(family: string, { slice }: Told): boolean {
    return slice.family.length === 0 || slice.family.includes(family);
  }

  function dotRow(row: Row, told: Told): DotRow {
    const label = row.unit === null ? row.name : text.inUnit(row.name, row.unit);
    return {
      choice: {
        key: rowKey(row),
        href: sliceHref(toggle(slice, "family", row.family), language),
        selected: slice.family.includes(row.family),
        title: text.row(label, row.total),
      },
      label,
      text: text.text(row.total),
      dots: row.targets.map((target) => dotOf(row, target, told)),
      scale: row.unit === "%" ? "percent" : null,
      tick: (value) => language.formatQuantity(value, row.unit),
      faint: !isIn(row.family, told),
    };
  }

  function dotOf(row: Row, target: FamilyTarget, { slice, language }: Told): Dot {
    const { indicators, departments } = target;
    return {
      choice: {
        key: keyOf(target),
        href: sliceHref(toggle(slice, "family", row.family), language),
        selected: slice.family.includes(row.family),
        title: text.mark(row.name, targetText(target, language), indicators, departments),
      },
      value: target.value,
      comparison: target.comparison,
      count: indicators,
    };
  }
}

/** Families and units with more than one number, percentages first, then as the query orders them. */
function rowsOf(targets: readonly FamilyTarget[], facets: Facets): Row[] {
  const groups = Map.groupBy(targets, ({ family, unit }) => `${family} ${unit ?? ""}`);
  const rows = [...groups.values()].map((group): Row => {
    const [{ family, unit, total }] = group as [FamilyTarget];
    return { family, name: facets.nameOf("family", family), unit, total, targets: group };
  });
  return rows.toSorted((a, b) => Number(b.unit === "%") - Number(a.unit === "%"));
}

function rowCard(row: Row, { slice, language }: Told): Card {
  const text = language.words.explorer.charts.families;
  return {
    title: row.name,
    facts: [[text.count, formatNumber(row.total)]],
    links: [familyLink(row, language)],
    selected: slice.family.includes(row.family),
  };
}

function cardOf(row: Row, target: FamilyTarget, { slice, language }: Told): Card {
  const { charts } = language.words.explorer;
  const text = charts.families;
  const { disclosureId, page, row: line } = target;
  return {
    title: row.name,
    facts: [
      [text.target, targetText(target, language)],
      [text.count, formatNumber(target.indicators)],
      [text.departments, formatNumber(target.departments)],
    ],
    links: [
      familyLink(row, language),
      { text: charts.links.indicator, href: language.indicatorHref(target) },
      { text: charts.links.source, href: language.spotHref(disclosureId, { page, row: line }) },
    ],
    selected: slice.family.includes(row.family),
  };
}

function familyLink({ family, name }: Row, { words, familyHref }: Language): Card["links"][number] {
  return { text: words.explorer.charts.links.family(name), href: familyHref(family) };
}

function titleOf(row: Row | undefined, language: Language): string {
  const text = language.words.explorer.charts.families;
  const [least, greatest] = [row?.targets[0], row?.targets.at(-1)];
  if (!row || !least || !greatest) return text.none;
  const print = ({ value }: FamilyTarget) => language.formatQuantity(value, row.unit);
  return text.most(row.name, row.total, print(least), print(greatest));
}

function targetText(
  { comparison, value, unit }: FamilyTarget,
  { formatQuantity }: Language,
): string {
  return [comparison, formatQuantity(value, unit)].filter(Boolean).join(" ");
}

function rowKey({ family, unit }: Pick<Row, "family" | "unit">): string {
  return `${family} ${unit ?? ""}`;
}

function keyOf({ family, unit, comparison, value }: FamilyTarget): string {
  return `${family} ${unit ?? ""} ${comparison ?? ""}${value}`;
}
