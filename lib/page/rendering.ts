import { elementAround } from './placed';

/** How far beyond the viewport and every scrolling box the browser looks, in CSS pixels: as far as any page goes. */
const everywhere = '10000000px';
/** Elements that skip their contents off screen have them ready within this many viewports of it. */
const ready = 1;

/**
 * Knows which elements are rendered: not in a closed menu, a folded `<details>`, a part kept back until it is scrolled
 * to. An intersection observer tells when that changes, in a moment when the page's styles are computed anyway, so that
 * asking never makes the page compute them.
 */
export class Rendering {
  readonly #watched = new Map<Element, boolean>();
  readonly #observer: IntersectionObserver;

  /** @param onChange called when an element that is followed was rendered or is no longer */
  constructor(onChange: () => void, signal: AbortSignal) {
    this.#observer = new IntersectionObserver((entries) => this.#look(entries) && onChange(), {
      root: document,
      rootMargin: everywhere,
      scrollMargin: everywhere,
    });
    const unveiled = ({ target }: Event) => this.lookAgain(target as Node);
    // Captured: in Firefox it does not bubble.
    document.addEventListener('contentvisibilityautostatechange', unveiled, { capture: true, signal });
    signal.addEventListener('abort', () => this.#observer.disconnect());
  }

  /** Follows these elements and no others. Of a new one nothing is known before the next frame. */
  follow(elements: ReadonlySet<Element>): void {
    for (const element of this.#watched.keys()) {
      if (elements.has(element)) continue;
      this.#watched.delete(element);
      this.#observer.unobserve(element);
    }
    for (const element of elements) {
      if (this.#watched.has(element)) continue;
      this.#watched.set(element, false);
      this.#observer.observe(element);
    }
  }

  isRendered(element: Element | undefined): boolean {
    return !!element && !!this.#watched.get(element);
  }

  /** Looks again, with the next frame, at what is followed at or below `root`. */
  lookAgain(root: Node): void {
    for (const element of this.#watched.keys()) {
      if (!root.contains(element)) continue;
      this.#observer.unobserve(element);
      this.#observer.observe(element);
    }
  }

  /** Whether anything has changed. */
  #look(entries: IntersectionObserverEntry[]): boolean {
    let changed = false;
    for (const { target, boundingClientRect } of entries) {
      const before = this.#watched.get(target);
      if (before === undefined) continue;
      const now = isRendered(target, boundingClientRect, before);
      if (now === before) continue;
      this.#watched.set(target, now);
      changed = true;
    }
    return changed;
  }
}

/**
 * Whether the text in `element` is rendered. What has been on screen once stays rendered while the browser skips it only
 * because it was scrolled away.
 */
function isRendered(element: Element, { top, bottom }: DOMRectReadOnly, wasRendered: boolean): boolean {
  const box = boxOf(element);
  if (!box?.checkVisibility({ contentVisibilityAuto: !wasRendered })) return false;
  if (box.matches('details:not([open])')) return false;
  const { contentVisibility } = getComputedStyle(box);
  if (contentVisibility !== 'auto' || wasRendered) return contentVisibility !== 'hidden';
  return bottom > -ready * innerHeight && top < (1 + ready) * innerHeight;
}

/** The element whose box holds the text in `element`: itself, but where it has none and its contents all the same. */
function boxOf(element: Element): Element | undefined {
  let box: Element | undefined = element;
  while (box && getComputedStyle(box).display === 'contents') box = elementAround(box);
  return box;
}
