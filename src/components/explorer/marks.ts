/** The marks of a chart that is drawn: links that the arrow keys walk through. */

const STEPS: Readonly<Record<string, readonly [down: number, across: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** Puts a chart in place of the one before; the focus stays on the same mark. */
export function redraw(canvas: HTMLElement, chart: Element): void {
  const focused = canvas.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.getAttribute("data-key");
  canvas.replaceChildren(chart);
  if (key === undefined || key === null) return;
  const marks = marksOf(canvas);
  step(canvas, marks.find((mark) => keyOf(mark) === key) ?? marks[0]);
}

/** Moves the focus from mark to mark by an arrow key. */
export function walk(canvas: HTMLElement, event: KeyboardEvent): void {
  const [down, across] = STEPS[event.key] ?? [0, 0];
  const from = marksOf(canvas).find((mark) => mark === document.activeElement);
  if (!from || (down === 0 && across === 0)) return;
  event.preventDefault();
  step(canvas, neighbour(canvas, from, down, across));
}

/** The mark that something happened to, if it was one. */
export function markAt(target: EventTarget | null): SVGAElement | null {
  return target instanceof Element ? target.closest<SVGAElement>("a[data-key]") : null;
}

/** What tells a mark from the others, across drawings. */
export function keyOf(mark: SVGAElement): string {
  return mark.dataset["key"] ?? "";
}

/** The column at a place of the window, whatever lies over it; at the ends of a chart the outermost. */
export function columnAt(canvas: HTMLElement, clientX: number): SVGAElement | undefined {
  const distance = (mark: SVGAElement) => {
    const { left, right } = mark.getBoundingClientRect();
    return Math.max(left - clientX, clientX - right, 0);
  };
  return marksOf(canvas).sort((a, b) => distance(a) - distance(b))[0];
}

/** The marks from one to another, in the order of their columns: what a drag has passed. */
export function marksBetween(
  canvas: HTMLElement,
  from: SVGAElement,
  to: SVGAElement,
): SVGAElement[] {
  const [first, last] = [columnOf(from), columnOf(to)].sort((a, b) => a - b) as [number, number];
  return marksOf(canvas)
    .filter((mark) => columnOf(mark) >= first && columnOf(mark) <= last)
    .sort((a, b) => columnOf(a) - columnOf(b));
}

/** The mark that Tab stops at. */
export function firstMark(canvas: HTMLElement): SVGAElement | undefined {
  return marksOf(canvas).find((mark) => mark.tabIndex === 0);
}

/** Up and down: the nearest in the next row; across: the next of the row, else of the next column. */
function neighbour(
  canvas: HTMLElement,
  from: SVGAElement,
  down: number,
  across: number,
): SVGAElement | undefined {
  const distance = (mark: SVGAElement) => {
    const rows = (rowOf(mark) - rowOf(from)) * (down || 1);
    const columns = (columnOf(mark) - columnOf(from)) * (across || 1);
    if (down !== 0) return rows > 0 ? rows * 1000 + Math.abs(columns) : Infinity;
    return columns > 0 ? (rows === 0 ? 0 : 1e6) + columns * 1000 + Math.abs(rows) : Infinity;
  };
  const marks = marksOf(canvas).filter((mark) => distance(mark) < Infinity);
  return marks.sort((a, b) => distance(a) - distance(b))[0];
}

/** Moves the focus, and with it the one mark of the chart that Tab stops at. */
function step(canvas: HTMLElement, to: SVGAElement | undefined): void {
  if (!to) return;
  for (const mark of marksOf(canvas)) mark.tabIndex = mark === to ? 0 : -1;
  to.focus();
}

function marksOf(canvas: HTMLElement): SVGAElement[] {
  return [...canvas.querySelectorAll<SVGAElement>("a[data-key]")];
}

function rowOf(mark: SVGAElement): number {
  return Number(mark.dataset["row"]);
}

function columnOf(mark: SVGAElement): number {
  return Number(mark.dataset["column"]);
}
