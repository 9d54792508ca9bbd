import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onLongPress } from '@/lib/page/long-press';

const at = { clientX: 100, clientY: 200 };
let page: EventTarget;
let called: unknown[];
let session: AbortController;
let isCard: boolean;

/** Sends the page what a finger would; returns whether the browser may go on with it. */
function send(type: string, more: object = {}): boolean {
  const event = new Event(type, { cancelable: true });
  // What a test makes, the browser does not trust.
  const shown = { isTrusted: type !== 'click', pointerType: 'touch', isPrimary: true, ...at, ...more };
  for (const [name, value] of Object.entries(shown)) Object.defineProperty(event, name, { value });
  return page.dispatchEvent(event);
}

const rest = () => vi.advanceTimersByTime(1_000);

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  called = [];
  isCard = true;
  session = new AbortController();
  onLongPress((point) => {
    called.push(point);
    return isCard;
  }, session.signal);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a long press', () => {
  it('is a finger that rests, trembling or not', () => {
    send('pointerdown');
    send('pointermove', { clientX: 104, clientY: 197 });
    rest();
    expect(called).toEqual([{ x: 100, y: 200 }]);
  });

  it.each([
    ['lifts', 'pointerup', {}],
    ['moves on', 'pointermove', { clientY: 180 }],
    ['is taken for a scroll', 'pointercancel', {}],
    ['is joined by another', 'pointerdown', { isPrimary: false }],
  ])('is none where the finger %s', (_, type, more) => {
    send('pointerdown');
    send(type, more);
    rest();
    expect(called).toEqual([]);
  });

  it('is none of a mouse, of a page that scrolls, or after the session', () => {
    send('pointerdown', { pointerType: 'mouse' });
    rest();
    send('pointerdown');
    send('scroll');
    rest();
    send('pointerdown');
    session.abort();
    rest();
    expect(called).toEqual([]);
  });

  it('takes the click of its own lifting where it has called for a card, and no other', () => {
    send('pointerdown');
    rest();
    send('pointerup');
    expect(send('click', { isTrusted: true })).toBe(false);
    expect(send('click', { isTrusted: true })).toBe(true);
    send('pointerdown');
    rest();
    send('pointerdown');
    expect(send('click', { isTrusted: true })).toBe(true);
  });

  it('leaves the click alone where there was nothing to show', () => {
    isCard = false;
    send('pointerdown');
    rest();
    expect(send('click', { isTrusted: true })).toBe(true);
  });
});
