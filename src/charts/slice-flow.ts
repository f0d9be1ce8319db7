import type { DrawContext } from "./context.ts";
import { round } from "./element.ts";
import { layOutFlows, type Band, type Node } from "./flow-layout.ts";
import { choice, element, fit, frame, widthOf, type Choice } from "./slice-svg.ts";

/** One end of flows. */
export interface FlowEnd {
  readonly key: string;
  readonly label: string;
  /** Its sum, as printed behind the label. */
  readonly text: string;
  /** Null for what cannot be chosen: the rest. */
  readonly choice: Choice | null;
  /** What no document names is drawn grey. */
  readonly named: boolean;
}

/** What goes from one end to another. */
export interface FlowBand {
  /** Keys of its ends. */
  readonly from: string;
  readonly to: string;
  /** Above zero. */
  readonly value: number;
  readonly choice: Choice | null;
  /** Outside the selection. */
  readonly faint: boolean;
}

const SIZE = 13;
const BAR = 9;
const GAP = 7;
const COLOURS = ["var(--chart-1)", "var(--chart-2)", "var(--chart-3)", "var(--chart-4)"];
const NONE = "var(--chart-none)";
/** Keeps a label legible where bands pass behind it. */
const HALO = { stroke: "var(--paper)", "stroke-width": 3, "paint-order": "stroke" };
/** Below this width bands have less room, and labels are cut sooner. */
const WIDE = 520;

/** Bands from payers (left) to regions (right), as wide as what flows; ends and bands can be chosen. */
export function sliceFlow(
  payers: readonly FlowEnd[],
  regions: readonly FlowEnd[],
  bands: readonly FlowBand[],
  label: string,
  context: DrawContext,
): Element {
  const { width } = context;
  const links = bands.map((band) => ({ ...band, amount: band.value }));
  const layout = layOutFlows(links, { scale: width < WIDE ? 240 : 300, slot: 22, head: 26 });
  const lines = regions.map((end) => `${end.label} ${end.text}`);
  const widest = Math.max(0, ...lines.map((line) => widthOf(line, SIZE)));
  const room = Math.min(widest, width * (width < WIDE ? 0.5 : 0.4));
  const x1 = width - room - GAP - BAR;
  const colourOf = new Map(
    layout.left.map(({ name }, i) => [name, COLOURS[i % COLOURS.length] ?? NONE]),
  );
  const endOf = (ends: readonly FlowEnd[], key: string) => ends.find((end) => end.key === key);

  return frame(context, Math.ceil(layout.height) + 4, label, [
    ...layout.bands.map((band, row) => chosen(bandOf(band)?.choice, [row, 1], ribbonOf(band))),
    ...layout.left.map((node, row) =>
      chosen(endOf(payers, node.name)?.choice, [row, 0], payer(node)),
    ),
    ...layout.right.map((node, row) =>
      chosen(endOf(regions, node.name)?.choice, [row, 2], region(node)),
    ),
  ]);

  function chosen(
    mark: Choice | null | undefined,
    at: readonly [row: number, column: number],
    children: readonly Element[],
  ): Element {
    return mark ? choice(context, mark, at, children) : element(context, "g", {}, ...children);
  }

  function bandOf({ link }: Band): FlowBand | undefined {
    return bands.find(({ from, to }) => from === link.from && to === link.to);
  }

  function ribbonOf(band: Band): Element[] {
    const isNamed = endOf(regions, band.link.to)?.named ?? true;
    const middle = (BAR + x1) / 2;
    const bottom = Math.max(band.height, 1);
    const [a = 0, b = 0] = [band.y0, band.y1].map(round);
    const [c, d] = [round(b + bottom), round(a + bottom)];
    const path = `M${BAR},${a}C${middle},${a} ${middle},${b} ${x1},${b}V${c}C${middle},${c} ${middle},${d} ${BAR},${d}Z`;
    return [
      element(context, "path", {
        d: path,
        fill: isNamed ? colourOf.get(band.link.from) : NONE,
        "fill-opacity": bandOf(band)?.faint ? 0.15 : 0.5,
      }),
    ];
  }

  function payer(node: Node): Element[] {
    const end = endOf(payers, node.name);
    const text = `${end?.label ?? node.name} ${end?.text ?? ""}`;
    return [
      area(0, node.y - 22, Math.min(widthOf(text, SIZE), x1), 20),
      area(0, node.y, BAR, node.height),
      bar(node, 0, colourOf.get(node.name) ?? NONE),
      element(
        context,
        "text",
        { x: 0, y: node.y - 8, "font-size": SIZE, "font-weight": 600, ...HALO },
        fit(text, SIZE, width),
      ),
    ];
  }

  function region(node: Node): Element[] {
    const end = endOf(regions, node.name);
    const middle = node.y + node.height / 2;
    const text = { y: middle, "dominant-baseline": "central", "font-size": SIZE };
    return [
      area(x1, middle - 11, width - x1, 22),
      bar(node, x1, end?.named === false ? NONE : "var(--ink-soft)"),
      element(
        context,
        "text",
        { ...text, x: x1 + BAR + GAP },
        fit(`${end?.label ?? node.name} `, SIZE, room - widthOf(end?.text ?? "", SIZE)),
        element(context, "tspan", { fill: "var(--ink-soft)" }, end?.text ?? ""),
      ),
    ];
  }

  /** A label is clicked as well as its bar. */
  function area(x: number, y: number, width: number, height: number): Element {
    return element(context, "rect", { x, y, width, height, fill: "transparent" });
  }

  function bar({ y, height }: Node, x: number, fill: string): Element {
    return element(context, "rect", { x, y, width: BAR, height: Math.max(height, 1), fill });
  }
}
