/** What someone does in the card is nothing to the page: no shortcut, no "pressed outside, so close", no focus fetched back. */
const contained = [
  'keydown',
  'keyup',
  'keypress',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'touchstart',
  'touchend',
  'focusin',
  'focusout',
];

/** Keeps events in the card to the card, and clicks of a page's making out of it. */
export function contain(host: HTMLElement, root: ShadowRoot): void {
  // The page cannot reach in here; should it ever, a click of its making presses nothing.
  root.addEventListener('click', (event) => event.isTrusted || event.stopImmediatePropagation(), true);
  for (const type of contained)
    host.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
}
