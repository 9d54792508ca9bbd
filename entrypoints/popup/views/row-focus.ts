import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface RowFocus {
  /** The row that has the focus, or something in it has. */
  row(): HTMLElement | undefined;
  /** Goes to the next row (1) or the one before (-1), or to where the focus last was. Returns whether there is one. */
  move(step: 1 | -1): boolean;
}

/**
 * The focus in a list of rows. It is never lost: where its row goes, the one that takes its place has it, and the first one
 * where another list (`list`: which) is shown.
 */
export function useRowFocus(container: RefObject<HTMLElement | null>, list: string): RowFocus {
  const rows = () => [...(container.current?.querySelectorAll<HTMLElement>('[data-paper]') ?? [])];
  const indexOfFocus = () => rows().findIndex((row) => row.contains(document.activeElement));
  const last = useRef({ index: 0, list });
  const focus = (index: number): boolean => {
    const all = rows();
    const row = all[Math.min(index, all.length - 1)];
    if (!row) return false;
    last.current.index = Math.min(index, all.length - 1);
    row.querySelector<HTMLElement>('[aria-expanded]')?.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
    return true;
  };

  // Before anything is changed: afterwards a row that went has taken the focus with it.
  const before = rows()[indexOfFocus()];
  if (before) last.current.index = indexOfFocus();
  useLayoutEffect(() => {
    const isOther = last.current.list !== list;
    last.current = { index: isOther ? 0 : last.current.index, list };
    if (before && !before.isConnected) focus(last.current.index);
  });

  return {
    row: () => rows()[indexOfFocus()],
    move(step) {
      const at = indexOfFocus();
      if (at >= 0) return at + step >= 0 && at + step < rows().length && focus(at + step);
      // The row where it last was is next: nobody looks for their place again.
      return focus(last.current.index);
    },
  };
}
