import type { Formats } from "../format.ts";
import type { Flow } from "../query/home.ts";
import { element, round, widthOf } from "./element.ts";
import { layOutFlows, type Band, type Link, type Node } from "./flow-layout.ts";
import type { DrawContext } from "./context.ts";

/** The words of the chart, in the reader's language. */
export interface FlowWords extends Pick<Formats, "formatYuanBrief"> {
  readonly label: string;
  /** The end of what names no region. */
  readonly unnamed: string;
  /** The ends of the cities and of the regions beyond the largest. */
  readonly otherCities: (cities: number) => string;
  readonly otherRegions: (regions: number) => string;
  /** A department whose city is not known. */
  readonly unknownCity: string;
}

/** Cities and regions with a node of their own; the rest share one. */
const CITIES = 10;
const REGIONS = 24;
const BAR = 9;
/** From where the bands end to the label. */
const GAP = BAR + 7;
/** The part of the width that labels may take at most. */
const MOST_LABEL = 0.6;
const COLOURS = ["var(--chart-1)", "var(--chart-2)", "var(--chart-3)", "var(--chart-4)"];
const NONE = "var(--chart-none)";

/**
 * Bands of money from paying cities (left) to the regions that are named (right), as wide as the
 * amount. What names no region ends in a node of its own, in grey.
 */
export function flowChart(
  flows: readonly Flow[],
  words: FlowWords,
  { document, width }: DrawContext,
): Element {
  const { formatYuanBrief } = words;
  const isNarrow = width < 600;
  const links = linksOf(flows, words, isNarrow);
  const layout = layOutFlows(links, { scale: isNarrow ? 300 : 360, slot: 21, head: 26 });
  const size = isNarrow ? 12 : 14;
  const widest = Math.max(
    ...layout.right.map(({ name, amount }) => widthOf(`${name} ${formatYuanBrief(amount)}`, size)),
  );
  const x1 = width - Math.min(width * MOST_LABEL, Math.max(isNarrow ? 140 : 230, GAP + widest));
  const colour = (name: string) => {
    const i = layout.left.findIndex((node) => node.name === name);
    return COLOURS[i] ?? COLOURS[0]!;
  };

  const drawBand = ({ link, y0, y1, height }: Band) =>
    element(
      document,
      "path",
      {
        d: ribbon(BAR, y0, x1, y1, Math.max(height, 0.8)),
        fill: link.to === words.unnamed ? NONE : colour(link.from),
        "fill-opacity": 0.5,
      },
      element(document, "title", {}, `${link.from} → ${link.to}: ${formatYuanBrief(link.amount)}`),
    );
  const bar = ({ name, y, height }: Node, x: number) =>
    element(document, "rect", {
      x,
      y: round(y),
      width: BAR,
      height: round(Math.max(height, 0.8)),
      fill: x === 0 ? colour(name) : name === words.unnamed ? NONE : "currentColor",
    });
  const payer = ({ name, amount, y }: Node) =>
    element(
      document,
      "text",
      { x: 0, y: round(y - 8), "font-weight": 600 },
      `${name} ${formatYuanBrief(amount)}`,
    );
  const payee = ({ name, amount, y, height }: Node) =>
    element(
      document,
      "text",
      { x: x1 + GAP, y: round(y + height / 2), dy: "0.36em" },
      `${name} `,
      element(document, "tspan", { "fill-opacity": 0.7 }, formatYuanBrief(amount)),
    );

  return element(
    document,
    "svg",
    {
      viewBox: `0 0 ${width} ${Math.ceil(layout.height) + 4}`,
      "aria-label": words.label,
      "font-size": size,
      fill: "currentColor",
    },
    ...layout.bands.map(drawBand),
    ...layout.left.map((node) => bar(node, 0)),
    ...layout.right.map((node) => bar(node, x1)),
    ...layout.left.map(payer),
    ...layout.right.map(payee),
  );
}

/** Flows added up by city and region, the smaller cities and regions as one. */
function linksOf(flows: readonly Flow[], words: FlowWords, isNarrow: boolean): Link[] {
  const nameOf = ({ region, regionShort }: Flow) => (isNarrow ? regionShort : region)!;
  const cities = largest(flows, ({ city }) => city, CITIES, words.otherCities);
  const regions = largest(flows, ({ regionCode }) => regionCode, REGIONS, words.otherRegions);
  const links = new Map<string, Link>();
  for (const flow of flows) {
    if (flow.amount <= 0) continue;
    const from = flow.city === null ? words.unknownCity : (cities.get(flow.city) ?? flow.city);
    const to =
      flow.regionCode === null ? words.unnamed : (regions.get(flow.regionCode) ?? nameOf(flow));
    const key = `${from}\n${to}`;
    links.set(key, { from, to, amount: (links.get(key)?.amount ?? 0) + flow.amount });
  }
  return [...links.values()];
}

/** The keys beyond the largest, each with the name that all of them share. */
function largest(
  flows: readonly Flow[],
  keyOf: (flow: Flow) => string | null,
  limit: number,
  others: (count: number) => string,
): Map<string, string> {
  const amounts = new Map<string, number>();
  for (const flow of flows) {
    const key = keyOf(flow);
    if (key !== null) amounts.set(key, (amounts.get(key) ?? 0) + flow.amount);
  }
  // One city or region is not replaced by “one other”.
  if (amounts.size <= limit + 1) return new Map();
  const rest = [...amounts].sort(([, a], [, b]) => b - a).slice(limit);
  return new Map(rest.map(([key]) => [key, others(rest.length)]));
}

/** A band of constant height, level at both ends. */
function ribbon(x0: number, y0: number, x1: number, y1: number, height: number): string {
  const middle = round((x0 + x1) / 2);
  const [a, b, c, d] = [y0, y1, y1 + height, y0 + height].map(round);
  return `M${x0},${a}C${middle},${a} ${middle},${b} ${x1},${b}V${c}C${middle},${c} ${middle},${d} ${x0},${d}Z`;
}
