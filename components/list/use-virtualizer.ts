import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';

interface Lines {
  count: number;
  /** Height of a line, in CSS pixels; another function where other lines are listed. */
  heightOf(index: number): number;
  /** This line is rendered wherever the list is scrolled. */
  keeps: number;
  /** What covers the top of the list, in CSS pixels. */
  covered: number;
}

/** Lines rendered beyond either edge. */
const overscan = 6;

/** TanStack's virtualizer for one scrolled element; whoever uses it is rendered again as it scrolls. */
export function useVirtualizer(
  scroller: RefObject<HTMLElement | null>,
  { count, heightOf, keeps, covered }: Lines,
): Virtualizer<HTMLElement, HTMLElement> {
  const [, renderAgain] = useReducer((times: number) => times + 1, 0);
  // Another function makes it measure anew. Heights are known, so that a line needs no name beyond its number.
  const getItemKey = useMemo(() => (index: number) => index, [heightOf]);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    getItemKey,
    overscan,
    scrollPaddingStart: covered,
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const lines = defaultRangeExtractor(range);
      if (keeps < 0 || keeps >= count || lines.includes(keeps)) return lines;
      return [...lines, keeps].sort((a, b) => a - b);
    },
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => renderAgain(undefined),
  };
  const virtualizer = useRef<Virtualizer<HTMLElement, HTMLElement>>(undefined);
  virtualizer.current ??= new Virtualizer<HTMLElement, HTMLElement>(options);
  virtualizer.current.setOptions(options);
  useLayoutEffect(() => virtualizer.current?._didMount(), []);
  useLayoutEffect(() => virtualizer.current?._willUpdate());
  return virtualizer.current;
}
