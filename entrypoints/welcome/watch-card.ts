import type { LessonEvent } from './lesson-steps';

/** Names of the card's element and of what light-up says of the key, on this page. */
const host = 'titlelight-card';
export const calledEvent = 'titlelight-called';

/** Tells what happens to the card of this page, until `signal` aborts. */
export function watchCard(tell: (event: LessonEvent) => void, signal: AbortSignal): void {
  let isOpen = false;
  let lastKey = '';
  const look = () => {
    const now = document.querySelector<HTMLElement>(host)?.dataset.open !== undefined;
    if (now === isOpen) return;
    isOpen = now;
    tell(now ? 'opened' : 'closed');
  };
  const changes = new MutationObserver(look);
  // The card comes and goes as a child of the root, and says by an attribute whether it is open.
  changes.observe(document, { childList: true, subtree: true, attributeFilter: ['data-open'] });
  signal.addEventListener('abort', () => changes.disconnect());
  addEventListener(calledEvent, () => tell('called'), { signal });
  addEventListener('keydown', ({ key }) => (lastKey = key), { capture: true, signal });
  addEventListener(
    'focusin',
    ({ target }) => {
      // A press on one of its buttons is no Tab.
      if (lastKey === 'Tab' && target instanceof Element && target.localName === host) tell('entered');
    },
    { capture: true, signal },
  );
  addEventListener('pointerdown', () => (lastKey = ''), { capture: true, signal });
}
