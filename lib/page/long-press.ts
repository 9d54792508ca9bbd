import type { Point } from './geometry';

/** Milliseconds; a little less than any browser's own, whose menu would end ours. */
const rest = 380;
/** CSS pixels a resting finger may tremble. */
const tremble = 10;

/**
 * Calls back where a finger rests. Nothing is prevented: the page scrolls, and text is selected, as ever. Only the click
 * is that the browser might make of the same finger's lifting, once it has called for a card.
 *
 * @param callback returns whether it did something
 */
export function onLongPress(callback: (at: Point) => boolean, signal: AbortSignal): void {
  let from: Point | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasCalled = false;
  const options = { capture: true, passive: true, signal };

  const cancel = () => {
    clearTimeout(timer);
    from = undefined;
  };
  addEventListener(
    'pointerdown',
    ({ isTrusted, pointerType, isPrimary, clientX, clientY }) => {
      cancel();
      hasCalled = false;
      if (!isTrusted || pointerType !== 'touch' || !isPrimary) return;
      const at = { x: clientX, y: clientY };
      from = at;
      timer = setTimeout(() => {
        hasCalled = callback(at);
      }, rest);
    },
    options,
  );
  addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      if (from && Math.hypot(clientX - from.x, clientY - from.y) > tremble) cancel();
    },
    options,
  );
  for (const type of ['pointerup', 'pointercancel', 'scroll'] as const)
    addEventListener(type, cancel, options);
  addEventListener(
    'click',
    (event) => {
      if (!hasCalled || !event.isTrusted) return;
      hasCalled = false;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true, signal },
  );
  signal.addEventListener('abort', cancel);
}
