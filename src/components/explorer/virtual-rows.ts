import {
  Virtualizer,
  elementScroll,
  observeElementOffset,
  observeElementRect,
} from "@tanstack/virtual-core";
import { useLayoutEffect, useReducer, useState, type MutableRef } from "preact/hooks";

/** The rows that are in sight, and how much room those above and below would take. */
export interface VirtualRows {
  readonly from: number;
  /** The first that is not. */
  readonly to: number;
  /** Pixels. */
  readonly above: number;
  readonly below: number;
  /** To be told of each row's element, which says its number in `data-index`. */
  measure(row: Element | null): void;
}

/** Rows that are drawn beyond those in sight, so that a key or a finger finds them there. */
const OVERSCAN = 12;
/** Pixels of a row that has not been drawn yet. */
const USUAL_HEIGHT = 44;

/** Draws of a long table only what is in sight of the element that it scrolls in. */
export function useVirtualRows(
  count: number,
  scroller: MutableRef<HTMLElement | null>,
  keyOf: (row: number) => string,
): VirtualRows {
  const [, redraw] = useReducer((times: number, _: void) => times + 1, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    getItemKey: keyOf,
    estimateSize: () => USUAL_HEIGHT,
    overscan: OVERSCAN,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => redraw(),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, Element>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());

  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  return {
    from: first?.index ?? 0,
    to: last ? last.index + 1 : 0,
    above: first?.start ?? 0,
    below: virtualizer.getTotalSize() - (last?.end ?? 0),
    measure: virtualizer.measureElement,
  };
}
