import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Rows rendered at once, and how many more each time the end comes near. */
const usualChunk = 100;

export interface PaperListProps<T> {
  items: readonly T[];
  row(item: T): ComponentChildren;
  /** Rows at a time, where the list changes as fast as one types. */
  chunk?: number;
}

/** A list that renders as far as it is scrolled: thousands of rows open as fast as a hundred. */
export function PaperList<T>({ items, row, chunk = usualChunk }: PaperListProps<T>) {
  const end = useRef<HTMLDivElement>(null);
  const [rendered, setRendered] = useState(chunk);
  const isCut = rendered < items.length;
  useEffect(() => {
    const sentinel = end.current;
    if (!isCut || !sentinel) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setRendered((count) => count + chunk);
      },
      { rootMargin: '800px' },
    );
    observer.observe(sentinel);
    return () => observer.disconnect();
    // Observed anew after each chunk: an end that stays in view reports no change of its own.
  }, [isCut, rendered, chunk]);
  return (
    <div class="list">
      {items.slice(0, rendered).map(row)}
      {isCut && <div ref={end} class="list-end" />}
    </div>
  );
}
