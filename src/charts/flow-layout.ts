/** A flow of money between two named ends. */
export interface Link {
  readonly from: string;
  readonly to: string;
  /** Not negative. */
  readonly amount: number;
}

/** An end of flows: a bar of `height` pixels from `y` downwards. */
export interface Node {
  readonly name: string;
  readonly amount: number;
  readonly y: number;
  readonly height: number;
}

/** A band between two nodes, of the same height at both ends. */
export interface Band {
  readonly link: Link;
  /** Top of the band at the left and at the right node. */
  readonly y0: number;
  readonly y1: number;
  readonly height: number;
}

export interface FlowLayout {
  readonly left: readonly Node[];
  readonly right: readonly Node[];
  readonly bands: readonly Band[];
  readonly height: number;
}

/**
 * Lays out flows in two columns. One pixel is the same amount everywhere; every node on the right
 * has at least `slot` pixels to itself, so that its label does not meet the next one.
 *
 * @param scale height in pixels of all the money
 * @param slot least height of a node with its label, in pixels
 * @param head room above each node on the left for its label, in pixels
 */
export function layOutFlows(
  links: readonly Link[],
  { scale, slot, head }: { scale: number; slot: number; head: number },
): FlowLayout {
  const total = sum(links.map((link) => link.amount));
  const pixels = (amount: number) => (total === 0 ? 0 : (amount / total) * scale);
  const from = ends(links, (link) => link.from);
  const order = new Map([...from.keys()].map((name, i) => [name, i]));
  const to = [...ends(links, (link) => link.to)].sort(
    ([, a], [, b]) => middle(a, order) - middle(b, order) || amountOf(b) - amountOf(a),
  );

  const right: Node[] = [];
  let bottom = 0;
  for (const [name, group] of to) {
    const height = pixels(amountOf(group));
    const room = Math.max(height + 6, slot);
    right.push({ name, amount: amountOf(group), height, y: bottom + (room - height) / 2 });
    bottom += room;
  }

  const spare = Math.max(head, (bottom - scale - head) / Math.max(1, from.size));
  const left: Node[] = [];
  let y = head;
  for (const [name, group] of from) {
    const height = pixels(amountOf(group));
    left.push({ name, amount: amountOf(group), height, y });
    y += height + spare;
  }
  return {
    left,
    right,
    bands: bands(links, left, right, pixels),
    height: Math.max(bottom, y - spare),
  };
}

/** Bands leave each node in the order of the nodes at their other end, so that none cross twice. */
function bands(
  links: readonly Link[],
  left: readonly Node[],
  right: readonly Node[],
  pixels: (amount: number) => number,
): Band[] {
  const index = (nodes: readonly Node[], name: string) =>
    nodes.findIndex((node) => node.name === name);
  const used = new Map<Node, number>();
  const take = (node: Node, height: number) => {
    const y = node.y + (used.get(node) ?? 0);
    used.set(node, (used.get(node) ?? 0) + height);
    return y;
  };
  return [...links]
    .sort(
      (a, b) =>
        index(left, a.from) - index(left, b.from) || index(right, a.to) - index(right, b.to),
    )
    .map((link) => {
      const height = pixels(link.amount);
      return {
        link,
        y0: take(left[index(left, link.from)]!, height),
        y1: take(right[index(right, link.to)]!, height),
        height,
      };
    });
}

/** The links of each end, the end with the largest sum first. */
function ends(links: readonly Link[], end: (link: Link) => string): Map<string, Link[]> {
  const groups = new Map<string, Link[]>();
  for (const link of links) groups.set(end(link), [...(groups.get(end(link)) ?? []), link]);
  return new Map([...groups].sort(([, a], [, b]) => amountOf(b) - amountOf(a)));
}

/** Where, on average, the money of some links comes from: the position of its left ends. */
function middle(links: readonly Link[], order: ReadonlyMap<string, number>): number {
  const total = amountOf(links);
  if (total === 0) return order.get(links[0]!.from)!;
  return sum(links.map((link) => link.amount * order.get(link.from)!)) / total;
}

function amountOf(links: readonly Link[]): number {
  return sum(links.map((link) => link.amount));
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
