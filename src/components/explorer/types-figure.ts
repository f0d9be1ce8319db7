import {
  sliceHeat,
  type HeatCell,
  type HeatColumn,
  type HeatRow,
} from "../../charts/slice-heat.ts";
import { classColour } from "../../charts/types.ts";
import { formatNumber } from "../../format.ts";
import type { Level1, Level2 } from "../../model/taxonomy.ts";
import { NONE, countingOf, type Measure } from "../../query/slice-conditions.ts";
import type { TypeOfDepartment } from "../../query/slice-charts.ts";
import type { Language } from "../language.ts";
import { isWithin, type FacetNode, type Facets } from "./facets.ts";
import {
  countedOf,
  figureOf,
  printed,
  sharesFacts,
  sliceHref,
  sum,
  type Card,
  type Figure,
  type Told,
} from "./figure.ts";

const MOST_DEPARTMENTS = 12;

interface Department {
  readonly key: string;
  readonly name: string;
  /** Type → what it has of it, of the types that it has. */
  readonly values: ReadonlyMap<string, number>;
}

/** What each department has of each indicator type. */
export function typesFigure(told: Told, facets: Facets): Figure {
  const { slice, view, language } = told;
  const { facets: heads, charts, countingNotes, unit } = language.words.explorer;
  const text = charts.types;
  const { measure } = slice;
  const isAdditive = measure === "indicators";
  const types = facets.trees.type.flatMap((group) => group.children);
  const departments = departmentsOf(told, facets);
  const drawn = departments.filter(
    ({ key }, i) => i < MOST_DEPARTMENTS || slice.department.includes(key),
  );
  const left = departments.length - drawn.length;
  const columns = columnsOf(facets.trees.type, language);
  const rows = drawn.map((department): HeatRow => ({
    label: department.name,
    cells: types.map((type) => cellOf(department, type.key, told, facets)),
  }));
  return {
    title: titleOf(told, facets),
    notes: [
      text.note,
      isAdditive ? text.additive : countingNotes.type[countingOf(slice)],
      ...(left > 0 ? [text.rest(drawn.length, left)] : []),
    ],
    shared: isAdditive ? null : "type",
    unit: unit[measure],
    draw: rows.length > 0 ? (context) => sliceHeat(columns, rows, text.label, context) : null,
    cards: new Map(view.types.map((cell) => [markOf(cell), cardOf(cell, told, facets)])),
    heads: [heads.department, ...types.map(({ key }) => facets.nameOf("type", key))],
    rows: departments.map(({ name, values }) => [
      name,
      ...types.map(({ key }) => figureOf(measure, values.get(key) ?? 0, language)),
    ]),
  };
}

/** The departments of the cells, the one with the most first. */
function departmentsOf({ slice, view }: Told, facets: Facets): Department[] {
  const groups = Map.groupBy(view.types, ({ department }) => department);
  const departments = [...groups].map(([key, cells]): Department => {
    const values = new Map(cells.map((cell) => [cell.type, countedOf(cell, slice)]));
    return { key, name: facets.nameOf("department", key), values };
  });
  const totalOf = ({ values }: Department) => sum([...values.values()], (value) => value);
  return departments.sort((a, b) => totalOf(b) - totalOf(a));
}

function columnsOf(groups: readonly FacetNode[], { words }: Language): HeatColumn[] {
  const { classShort, groupShort } = words.explorer;
  return groups.flatMap((group) =>
    group.children.map(({ key, name }) => ({
      label: classShort[key.slice(group.key.length + 1) as Level2] ?? name,
      group: groupShort[group.key as Level1] ?? group.name,
      colour: classColour(group.key),
    })),
  );
}

/** A cell that leads to its department and type alone, and back to all if it is chosen already. */
function cellOf(
  { key, name, values }: Department,
  type: string,
  { slice, language }: Told,
  facets: Facets,
): HeatCell {
  const text = language.words.explorer.charts.types;
  const value = values.get(type);
  if (value === undefined) return { choice: null, value: 0, text: "", faint: false };
  const isOnly = slice.department.join() === key && slice.type.join() === type;
  const chosen = isOnly ? { department: [], type: [] } : { department: [key], type: [type] };
  return {
    choice: {
      key: markOf({ department: key, type }),
      href: sliceHref({ ...slice, ...chosen }, language),
      selected: isOnly,
      title: text.mark(name, facets.nameOf("type", type), printed(slice.measure, value, language)),
    },
    value,
    text: briefly(slice.measure, value, language),
    faint: !isWithin(slice, "department", key, facets) || !isWithin(slice, "type", type, facets),
  };
}

function cardOf(cell: TypeOfDepartment, told: Told, facets: Facets): Card {
  const { slice, language } = told;
  const { links } = language.words.explorer.charts;
  const department = facets.nameOf("department", cell.department);
  const [level1 = NONE, level2 = NONE] = cell.type.split("-");
  const [first, second] = [level1, level2].map((level) => (level === NONE ? null : level));
  return {
    title: `${department} · ${facets.nameOf("type", cell.type)}`,
    facts: sharesFacts(cell, told),
    links: [
      ...(cell.department === NONE
        ? []
        : [{ text: links.department(department), href: language.departmentHref(cell.department) }]),
      { text: links.class, href: language.classHref(first ?? null, second ?? null) },
    ],
    selected: slice.department.join() === cell.department && slice.type.join() === cell.type,
  };
}

function titleOf({ slice, view, language }: Told, facets: Facets): string {
  const { charts } = language.words.explorer;
  const text = charts.types;
  const most = view.types
    .filter(({ department }) => isWithin(slice, "department", department, facets))
    .filter(({ type }) => isWithin(slice, "type", type, facets))
    .toSorted((a, b) => countedOf(b, slice) - countedOf(a, slice))[0];
  if (!most) return charts.nothing;
  return text.most[slice.measure](
    facets.nameOf("department", most.department),
    facets.nameOf("type", most.type),
    printed(slice.measure, countedOf(most, slice), language),
  );
}

function markOf({ department, type }: Pick<TypeOfDepartment, "department" | "type">): string {
  return `${department} ${type}`;
}

/** A figure in few characters, to fit a cell: “9.6亿”. */
function briefly(measure: Measure, value: number, { words }: Language): string {
  return measure === "amount" ? words.explorer.brief(value) : formatNumber(value, 0);
}
