import type { ComponentChildren, TargetedEvent } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { DrawContext } from "../../charts/context.ts";

interface Props {
  draw: (context: DrawContext) => Element;
  /** The chart as it was drawn at build, until the browser draws its own. */
  still: ComponentChildren;
}

/** A chart drawn to the width of its place, whose marks are walked through by the arrow keys. */
export function Drawing({ draw, still }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number | null>(null);

  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.round(entry!.contentRect.width);
      if (width > 0) setWidth(width);
    });
    observer.observe(place.current!);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (width !== null) redraw(canvas.current!, draw({ document, width }));
  }, [draw, width]);

  return (
    <div class="chart" ref={place}>
      {width === null ? still : <div ref={canvas} onKeyDown={walk} />}
    </div>
  );
}

/** Puts the chart in place of the one before; the focus stays on the same mark. */
function redraw(canvas: HTMLElement, chart: Element): void {
  const focused = canvas.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.getAttribute("data-key");
  canvas.replaceChildren(chart);
  if (key === undefined || key === null) return;
  const marks = marksOf(canvas);
  step(canvas, marks.find((mark) => mark.dataset["key"] === key) ?? marks[0]);
}

function walk(event: TargetedEvent<HTMLElement, KeyboardEvent>): void {
  const [down, across] = STEPS[event.key] ?? [0, 0];
  const canvas = event.currentTarget;
  const from = marksOf(canvas).find((mark) => mark === document.activeElement);
  if (!from || (down === 0 && across === 0)) return;
  event.preventDefault();
  step(canvas, neighbour(canvas, from, down, across));
}

const STEPS: Readonly<Record<string, readonly [down: number, across: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** The next mark of the row, or the nearest in the next row that has one. */
function neighbour(
  canvas: HTMLElement,
  from: SVGAElement,
  down: number,
  across: number,
): SVGAElement | undefined {
  const distance = (mark: SVGAElement) => {
    const rows = (rowOf(mark) - rowOf(from)) * (down || 1);
    const columns = (columnOf(mark) - columnOf(from)) * (across || 1);
    if (across !== 0) return rows === 0 && columns > 0 ? columns : Infinity;
    return rows > 0 ? rows * 1000 + Math.abs(columns) : Infinity;
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
