import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ListHandle, Place } from '@/components/list/VirtualList';
import type { Listing } from './listing';
import { isBack } from './state/address';

interface Kept {
  place: Place;
  cursor: number;
}

/** Where lists were left, by `listKey`: back leads there. */
const left = new Map<string, Kept>();

/** The line that had the focus when the list was left, where back has led to it again. */
export const cursorLeft = (key: string) => (isBack ? left.get(key)?.cursor : undefined);

/**
 * Keeps on view what is on view when days come into the list or leave it, and leads to where the list was left when back
 * has led to it.
 *
 * @param onMoved gets where a line of the former list stands now
 * @returns a function to call after every rendering
 */
export function useSteadyPlace(
  list: RefObject<ListHandle | null>,
  key: string,
  listing: Listing,
  cursor: number,
  onMoved: (lineNow: (index: number) => number) => void,
): () => void {
  const before = useRef(listing);
  useLayoutEffect(() => {
    const kept = left.get(key);
    if (kept && isBack) list.current?.goTo(kept.place);
  }, []);
  useLayoutEffect(() => {
    const former = before.current;
    before.current = listing;
    const kept = left.get(key);
    if (former === listing || !kept) return;
    const { index, into } = kept.place;
    const now = listing.lineLike(former, index);
    if (now !== index) list.current?.goTo({ index: now, into });
    onMoved((line) => listing.lineLike(former, line));
  }, [listing]);
  return () => {
    // Measured before another list could be put in its place.
    if (list.current && before.current === listing) left.set(key, { place: list.current.place(), cursor });
  };
}
