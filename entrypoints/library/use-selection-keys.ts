import { useEffect, useRef } from 'preact/hooks';
import { isTypingIn } from '@/components/keys/keys';
import type { PaperId } from '@/lib/paper/types';
import { canSelect, clearSelection, selectAll, selected, selectTo, toggleSelected } from './state/selection';

interface Lines {
  /** The paper on the line where keys go on from. */
  here(): PaperId | undefined;
  /** Goes a line on. @returns the paper there; undefined at the end */
  move(step: 1 | -1): PaperId | undefined;
}

/** `x` selects the paper, Shift with the arrows all that it goes over, Ctrl+A every one; Esc none. */
export function useSelectionKeys(lines: Lines): void {
  const latest = useRef(lines);
  latest.current = lines;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!canSelect.value || isTypingIn(event.target) || document.querySelector('dialog[open]')) return;
      if (!act(event, latest.current)) return;
      // What the same key does where nothing is selected is left out.
      event.preventDefault();
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, []);
}

/** @returns whether the key did something */
function act({ key, shiftKey, ctrlKey, metaKey, altKey, target }: KeyboardEvent, lines: Lines): boolean {
  if (altKey) return false;
  if (ctrlKey || metaKey) {
    if (key !== 'a' || shiftKey) return false;
    selectAll();
    return true;
  }
  if (key === 'Escape') {
    // A menu that is open closes first.
    if (selected.value.length === 0 || (target as Element).closest('[popover]')) return false;
    clearSelection();
    return true;
  }
  const here = lines.here();
  if (key === 'x' && here) {
    toggleSelected(here);
    return true;
  }
  const step = shiftKey
    ? { ArrowDown: 1 as const, J: 1 as const, ArrowUp: -1 as const, K: -1 as const }[key]
    : undefined;
  if (!step || !here) return false;
  selectTo(here);
  const next = lines.move(step);
  if (next) selectTo(next);
  return true;
}
