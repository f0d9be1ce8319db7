import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from "@tanstack/virtual-core";
import type { RefObject } from "preact";
import { useLayoutEffect, useReducer, useState } from "preact/hooks";

/** The rows of a long table that are in sight, with the room for those above and below. */
export interface VirtualRows {
  readonly rows: readonly number[];
  /** Pixels. */
  readonly before: number;
  readonly after: number;
  /** Tells how high a row is; to be given to each as its `ref`, with its number in `data-index`. */
  readonly measure: (row: HTMLTableRowElement | null) => void;
}

/**
 * Draws of a long table only what is in sight of the box that scrolls it. Rows may differ in height;
 * `height` is that of most, in pixels. Another `key` is another table: it begins at the top.
 */
export function useVirtualRows(
  box: RefObject<HTMLElement>,
  count: number,
  height: number,
  key: unknown,
): VirtualRows {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const [virtualizer] = useState(
    () => new Virtualizer<HTMLElement, HTMLTableRowElement>(optionsOf()),
  );
  virtualizer.setOptions(optionsOf());
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  useLayoutEffect(() => {
    virtualizer.measure();
    virtualizer.scrollToOffset(0);
  }, [virtualizer, key]);

  const items = virtualizer.getVirtualItems();
  return {
    rows: items.map(({ index }) => index),
    before: items[0]?.start ?? 0,
    after: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
    measure: virtualizer.measureElement,
  };

  function optionsOf() {
    return {
      count,
      getScrollElement: () => box.current,
      estimateSize: () => height,
      overscan: 8,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => redraw(undefined),
      // Before the box is measured, and at build: as much as a screen shows.
      initialRect: { width: 800, height: 480 },
    };
  }
}
