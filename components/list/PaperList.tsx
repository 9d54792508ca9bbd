import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Rows of the first rendering: they fill a popup, and are there at once. */
const first = 8;

/** How a list goes on after its first rows. */
interface Pace {
  /** Rows that follow by themselves, frame by frame. What comes after them waits for someone to come near. */
  unasked: number;
  /** Rows more at a time. */
  chunk: number;
}

const paces = {
  /** Any usual day is there to its end. */
  whole: { unasked: 200, chunk: 40 },
  /** For a list that changes as fast as one types: a row that nobody looks at stands in the way of the next letter. */
  scrolled: { unasked: 0, chunk: 10 },
} satisfies Record<string, Pace>;

/** How near is near, in CSS pixels. */
const nearness = '1200px';

export interface PaperListProps<T> {
  items: readonly T[];
  /** Which list it is: another one begins anew. */
  list: string;
  pace?: keyof typeof paces;
  row(item: T): ComponentChildren;
}

/** A list that renders as far as it is scrolled: thousands of rows open as fast as a few. */
export function PaperList<T>({ items, list, pace = 'whole', row }: PaperListProps<T>) {
  const end = useRef<HTMLDivElement>(null);
  const [rendered, setRendered] = useState({ list, rows: first });
  const rows = rendered.list === list ? rendered.rows : first;
  const isCut = rows < items.length;
  const { unasked, chunk } = paces[pace];
  useEffect(() => {
    const sentinel = end.current;
    if (!isCut || !sentinel) return;
    const more = () => setRendered({ list, rows: rows + chunk });
    if (rows < unasked) {
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
  }, [isCut, rows, chunk, unasked, list]);
  return (
    <div class="list">
      {items.slice(0, rows).map(row)}
      {isCut && <div ref={end} class="list-end" />}
    </div>
  );
}
