import { sliceFlow, type FlowBand, type FlowEnd } from "../../charts/slice-flow.ts";
import type { Flow, Shares } from "../../query/slice-charts.ts";
import { NONE, countingOf, type Slice } from "../../query/slice-conditions.ts";
import { toggle } from "./codec.ts";
import { isWithin, type Facets } from "./facets.ts";
import {
  countedOf,
  brieflyOf,
  figureOf,
  printed,
  sharesFacts,
  sliceHref,
  sum,
  type Card,
  type Figure,
  type Told,
} from "./figure.ts";

/** Ends with a name of their own; the rest share one. */
const MOST = { city: 8, region: 18 } as const;
const REST = "rest";
type Side = keyof typeof MOST;

/** What goes from the places of the payers to each region. */
export function flowsFigure(told: Told, facets: Facets): Figure {
  const { slice, view, language } = told;
  const { charts, countingNotes, facets: heads, unit } = language.words.explorer;
  const text = charts.flows;
  const flows = view.flows
    .filter((flow) => countedOf(flow, slice) > 0)
    .toSorted((a, b) => countedOf(b, slice) - countedOf(a, slice));
  const ends = { city: endsOf(flows, "city", slice), region: endsOf(flows, "region", slice) };
  const bands = bandsOf(flows, ends, told, facets);
  const endsOn = (side: Side) => [...ends[side].sums].map((end) => endOf(side, ...end));
  return {
    title: titleOf(
      flows.filter((flow) => isIn(flow, slice, facets)),
      told,
      facets,
    ),
    notes: [text.note, countingNotes.region[countingOf(slice)]],
    shared: "region",
    unit: unit[slice.measure],
    draw:
      bands.length > 0
        ? (context) => sliceFlow(endsOn("city"), endsOn("region"), bands, text.label, context)
        : null,
    cards: new Map([
      ...flows.map((flow) => [markOf(flow), flowCard(flow)] as const),
      ...(["city", "region"] as const).flatMap((side) =>
        [...ends[side].sums]
          .filter(([key]) => key !== REST)
          .map(([key, shares]) => [`${side}:${key}`, endCard(side, key, shares)] as const),
      ),
    ]),
    heads: [
      `${text.from} → ${heads.region}`,
      charts.value,
      charts.sole,
      charts.shared,
      charts.whole,
    ],
    rows: flows.map((flow) => [
      `${facets.nameOf("city", flow.city)} → ${facets.nameOf("region", flow.region)}`,
      ...[countedOf(flow, slice), flow.sole, flow.shared, flow.whole].map((value) =>
        figureOf(slice.measure, value, language),
      ),
    ]),
  };

  function endOf(side: Side, key: string, shares: Shares): FlowEnd {
    const value = countedOf(shares, slice);
    const label =
      key === REST
        ? (side === "city" ? text : charts.regions).rest(ends[side].rest)
        : facets.nameOf(side, key);
    return {
      key: `${side}:${key}`,
      label,
      text: brieflyOf(slice.measure, value, language),
      choice:
        key === REST
          ? null
          : {
              key: `${side}:${key}`,
              href: sliceHref(toggle(slice, side, key), language),
              selected: slice[side].includes(key),
              title: text.end(label, printed(slice.measure, value, language)),
            },
      named: key !== NONE,
    };
  }

  function endCard(side: Side, key: string, shares: Shares): Card {
    return {
      title: facets.nameOf(side, key),
      facts: sharesFacts(shares, told),
      links: linksTo([side, key]),
      selected: slice[side].includes(key),
    };
  }

  function flowCard(flow: Flow): Card {
    return {
      title: `${facets.nameOf("city", flow.city)} → ${facets.nameOf("region", flow.region)}`,
      facts: sharesFacts(flow, told),
      links: linksTo(["city", flow.city], ["region", flow.region]),
      selected: isOnly(flow, slice),
    };
  }

  function linksTo(...ends: readonly (readonly [side: Side, code: string])[]): Card["links"] {
    return ends
      .filter(([, code]) => code !== NONE)
      .map(([side, code]) => ({
        text: charts.links.region(facets.nameOf(side, code)),
        href: language.regionHref(code),
      }));
  }
}

interface Ends {
  /** The largest ends, what is not named last but for the rest. */
  readonly sums: ReadonlyMap<string, Shares>;
  /** How many ends share the last. */
  readonly rest: number;
}

function endsOf(flows: readonly Flow[], side: Side, slice: Slice): Ends {
  const groups = [...Map.groupBy(flows, (flow) => flow[side])].map(
    ([key, group]) => [key, added(group)] as const,
  );
  const chosen = (key: string) => key === NONE || slice[side].includes(key);
  const sorted = groups.toSorted(([, a], [, b]) => countedOf(b, slice) - countedOf(a, slice));
  const own = sorted.filter(([key], i) => i < MOST[side] || chosen(key));
  const rest = sorted.filter((end) => !own.includes(end));
  const last = rest.length > 0 ? [[REST, added(rest.map(([, shares]) => shares))] as const] : [];
  return { sums: new Map([...own, ...last]), rest: rest.length };
}

function bandsOf(
  flows: readonly Flow[],
  ends: Readonly<Record<Side, Ends>>,
  { slice, language }: Told,
  facets: Facets,
): FlowBand[] {
  const text = language.words.explorer.charts.flows;
  const endOf = (flow: Flow, side: Side) =>
    `${side}:${ends[side].sums.has(flow[side]) ? flow[side] : REST}`;
  const groups = Map.groupBy(flows, (flow) => `${endOf(flow, "city")} ${endOf(flow, "region")}`);
  return [...groups.values()].map((group) => {
    const [flow] = group as [Flow];
    const isOne = [endOf(flow, "city"), endOf(flow, "region")].every((end) => !end.endsWith(REST));
    const value = sum(group, (one) => countedOf(one, slice));
    const only = { city: [flow.city], region: [flow.region] };
    const next = isOnly(flow, slice) ? { city: [], region: [] } : only;
    return {
      from: endOf(flow, "city"),
      to: endOf(flow, "region"),
      value,
      choice: isOne
        ? {
            key: markOf(flow),
            href: sliceHref({ ...slice, ...next }, language),
            selected: isOnly(flow, slice),
            title: text.mark(
              facets.nameOf("city", flow.city),
              facets.nameOf("region", flow.region),
              printed(slice.measure, value, language),
            ),
          }
        : null,
      faint: !group.some((one) => isIn(one, slice, facets)),
    };
  });
}

function titleOf(flows: readonly Flow[], { slice, language }: Told, facets: Facets): string {
  const { charts } = language.words.explorer;
  const most = flows.find(({ region }) => region !== NONE);
  if (flows.length === 0) return charts.nothing;
  if (!most) return charts.flows.unnamed;
  return charts.flows.most(
    facets.nameOf("city", most.city),
    facets.nameOf("region", most.region),
    printed(slice.measure, countedOf(most, slice), language),
  );
}

function isIn(flow: Flow, slice: Slice, facets: Facets): boolean {
  return (
    isWithin(slice, "city", flow.city, facets) && isWithin(slice, "region", flow.region, facets)
  );
}

function isOnly({ city, region }: Flow, slice: Slice): boolean {
  return slice.city.join() === city && slice.region.join() === region;
}

function markOf({ city, region }: Flow): string {
  return `${city} ${region}`;
}

function added(all: readonly Shares[]): Shares {
  return {
    sole: sum(all, ({ sole }) => sole),
    shared: sum(all, ({ shared }) => shared),
    whole: sum(all, ({ whole }) => whole),
  };
}
