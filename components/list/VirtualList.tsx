import type { ComponentChildren, Ref } from 'preact';
import { useImperativeHandle, useLayoutEffect, useRef } from 'preact/hooks';
import { useVirtualizer } from './use-virtualizer';

/** A place in a list: a line, and how far it is scrolled out of view, in CSS pixels. */
export interface Place {
  index: number;
  into: number;
}

/** What a list does for whoever holds it. */
export interface ListHandle {
  /** Scrolls as little as it takes to show a line whole. */
  show(index: number): void;
  /** The first line on view. */
  place(): Place;
  goTo(place: Place): void;
}

export interface VirtualListProps {
  label: string;
  /** Lines, of whatever number. */
  count: number;
  /** Height of a line, in CSS pixels; another function where other lines are listed. */
  heightOf(index: number): number;
  line(index: number): ComponentChildren;
  /** This line is rendered wherever the list is scrolled, so that it can keep the focus. */
  keeps: number;
  /** Stays over the first line on view. */
  head?: { height: number; over(index: number): ComponentChildren } | undefined;
  handle: Ref<ListHandle>;
  /** The lines on view, after every rendering. */
  onView(first: number, last: number): void;
}

/** A list that renders what is on view, so that forty thousand lines scroll as forty do. */
export function VirtualList({ label, count, heightOf, line, keeps, head, handle, onView }: VirtualListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const covered = head?.height ?? 0;
  const virtualizer = useVirtualizer(scroller, { count, heightOf, keeps, covered });
  const lines = virtualizer.getVirtualItems();
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: -1 };

  useImperativeHandle(handle, () => ({
    show: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    place() {
      const offset = virtualizer.scrollOffset ?? 0;
      const first = virtualizer.getVirtualItemForOffset(offset);
      return { index: first?.index ?? 0, into: offset - (first?.start ?? 0) };
    },
    goTo({ index, into }) {
      const [start = 0] = virtualizer.getOffsetForIndex(index, 'start') ?? [];
      virtualizer.scrollToOffset(start + covered + into);
    },
  }));
  // After the handle is there, which whoever listens may use.
  useLayoutEffect(() => {
    if (endIndex >= startIndex) onView(startIndex, endIndex);
  });
  return (
    <section ref={scroller} class="vlist" aria-label={label}>
      {head && count > 0 && <div class="vlist-head">{head.over(startIndex)}</div>}
      <div class="vlist-lines" style={{ height: `${virtualizer.getTotalSize()}px` }}>
        {lines.map(({ index, start, size }) => (
          <div
            key={index}
            class="vlist-line"
            data-line={index}
            style={{ height: `${size}px`, transform: `translateY(${start}px)` }}
          >
            {line(index)}
          </div>
        ))}
      </div>
    </section>
  );
}
