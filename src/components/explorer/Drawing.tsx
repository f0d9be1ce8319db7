import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { DrawContext } from "../../charts/context.ts";
import type { Card } from "./figure.ts";
import { columnAt, keyOf, markAt, marksBetween, redraw, walk } from "./marks.ts";
import { MarkCard, type Spot } from "./MarkCard.tsx";

interface Props {
  draw: (context: DrawContext) => Element;
  /** What each mark says when it is pointed at, by its key. */
  cards: ReadonlyMap<string, Card>;
  /** The chart as it was drawn at build, until the browser draws its own. */
  still: ComponentChildren;
  /** Takes the keys of the marks that a drag passed. */
  onBrush?: ((keys: readonly string[]) => void) | undefined;
}

/** Milliseconds that the pointer may be on its way to a card, and on another mark before it is meant. */
const PATIENCE = 250;
const INTENT = 120;
/** Pixels from which a press that moves is a drag. */
const DRAG = 5;

/** A chart drawn to the width of its place, whose marks speak when pointed at or walked to. */
export function Drawing({ draw, cards, still, onBrush }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const { pointed, handlers, hold, hide } = usePointing(place);
  const brush = useBrush(canvas, onBrush);

  useLayoutEffect(() => {
    if (width !== null && canvas.current) redraw(canvas.current, draw({ document, width }));
  }, [draw, width]);

  const card = pointed && cards.get(pointed.key);
  return (
    <div
      class="chart"
      ref={place}
      {...handlers}
      onKeyDown={(event) => {
        if (event.key === "Escape") hide();
        else if (canvas.current) walk(canvas.current, event);
      }}
    >
      {width === null ? still : <div ref={canvas} class={onBrush && "brushable"} {...brush} />}
      {card && <MarkCard card={card} spot={pointed} onPointerEnter={hold} />}
    </div>
  );
}

/** The width of an element, once it is laid out. */
function useWidth(place: { readonly current: HTMLElement | null }): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width > 0) setWidth(width);
    });
    if (place.current) observer.observe(place.current);
    return () => observer.disconnect();
  }, [place]);
  return width;
}

/** Which mark is pointed at or has the focus, and where. A card can be reached by the pointer. */
function usePointing(place: { readonly current: HTMLElement | null }) {
  const [pointed, setPointed] = useState<(Spot & { readonly key: string }) | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const later = (run: () => void, milliseconds: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(run, milliseconds);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setPointed(null);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    pointed,
    hide,
    hold: () => clearTimeout(timer.current),
    handlers: {
      onPointerOver(event: PointerEvent) {
        const mark = markAt(event.target);
        // A card would be in the way of a drag, and of a finger.
        if (!mark || event.buttons > 0 || event.pointerType === "touch") return;
        const spot = spotAt(place.current, event.clientX, event.clientY, false);
        const point = () => setPointed({ key: keyOf(mark), ...spot });
        if (pointed === null) point();
        else if (pointed.key === keyOf(mark)) clearTimeout(timer.current);
        else later(point, INTENT);
      },
      onPointerDown: (event: PointerEvent) => markAt(event.target) && hide(),
      onPointerLeave: () => later(() => setPointed(null), PATIENCE),
      onFocusIn(event: FocusEvent) {
        const mark = markAt(event.target);
        if (!mark?.matches(":focus-visible")) return;
        const box = mark.getBoundingClientRect();
        const spot = spotAt(place.current, box.left + box.width / 2, box.bottom, true);
        setPointed({ key: keyOf(mark), ...spot });
      },
      onFocusOut(event: FocusEvent) {
        const to = event.relatedTarget;
        // While the chart is drawn anew the focus goes nowhere, and comes back.
        if (to instanceof Node && !place.current?.contains(to)) hide();
      },
    },
  };
}

/** A drag across marks chooses those that it passes; a click stays a click. */
function useBrush(
  canvas: { readonly current: HTMLElement | null },
  onBrush: Props["onBrush"],
): Readonly<Record<string, (event: PointerEvent & MouseEvent) => void>> {
  const start = useRef<{ readonly mark: SVGAElement; readonly x: number } | null>(null);
  const passed = useRef<readonly SVGAElement[]>([]);
  if (!onBrush) return {};

  function show(marks: readonly SVGAElement[]): void {
    for (const mark of passed.current) mark.classList.remove("brushed");
    for (const mark of marks) mark.classList.add("brushed");
    passed.current = marks;
  }

  return {
    onDragStart: (event) => event.preventDefault(),
    onPointerDown(event) {
      const mark = markAt(event.target);
      start.current = mark && event.button === 0 ? { mark, x: event.clientX } : null;
      show([]);
    },
    onPointerMove(event) {
      if (!start.current || !canvas.current) return;
      if (passed.current.length === 0 && Math.abs(event.clientX - start.current.x) < DRAG) return;
      const to = columnAt(canvas.current, event.clientX);
      if (!to) return;
      canvas.current.setPointerCapture(event.pointerId);
      show(marksBetween(canvas.current, start.current.mark, to));
    },
    onPointerUp() {
      const keys = passed.current.map(keyOf);
      start.current = null;
      show([]);
      if (keys.length > 0) onBrush(keys);
    },
    onPointerCancel() {
      start.current = null;
      show([]);
    },
  };
}

/** A place in the chart for a card: where the pointer is, or below a mark. */
function spotAt(
  place: HTMLElement | null,
  clientX: number,
  clientY: number,
  isBelow: boolean,
): Spot {
  const box = place?.getBoundingClientRect() ?? new DOMRect();
  const { clientWidth } = document.documentElement;
  return {
    x: clientX - box.left,
    y: clientY - box.top,
    toLeft: clientX,
    toRight: clientWidth - clientX,
    isBelow,
  };
}
