import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Rows of the first rendering: they fill a popup, and are there at once. */
const first = 8;
/** Rows that follow by themselves, frame by frame: any usual day. What comes after them waits for someone to come near. */
const usual = 200;
/** Rows more at a time. */
const chunk = 40;
/** How near is near, in CSS pixels. */
const nearness = '1200px';

export interface PaperListProps<T> {
  items: readonly T[];
  row(item: T): ComponentChildren;
}

/** A list that renders as far as it is scrolled: thousands of rows open as fast as a few. */
export function PaperList<T>({ items, row }: PaperListProps<T>) {
  const end = useRef<HTMLDivElement>(null);
  const [rendered, setRendered] = useState(first);
  const isCut = rendered < items.length;
  useEffect(() => {
    const sentinel = end.current;
    if (!isCut || !sentinel) return;
    const more = () => setRendered((count) => count + chunk);
    if (rendered < usual) {
      const frame = requestAnimationFrame(more);
      return () => cancelAnimationFrame(frame);
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) more();
      },
      { scrollMargin: nearness },
    );
    observer.observe(sentinel);
    return () => observer.disconnect();
    // Observed anew after each chunk: an end that stays in view reports no change of its own.
  }, [isCut, rendered]);
  return (
    <div class="list">
      {items.slice(0, rendered).map(row)}
      {isCut && <div ref={end} class="list-end" />}
    </div>
  );
}
