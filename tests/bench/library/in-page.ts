/* What runs in the library's page: each function is sent there alone, and sees nothing but its argument. */

export interface Paint {
  /** `at`: milliseconds since the navigation; 0 until the first papers are on screen. */
  paint: { at: number };
}

/** Notes when the first papers are on screen. Runs before anything of the page does. */
export function watchPaint(): void {
  const paint = { at: 0 };
  Object.assign(globalThis, { paint });
  const look = () => {
    if (!document.querySelector('article')) return requestAnimationFrame(look);
    // The frame that shows them ends before the next task begins.
    return requestAnimationFrame(() => {
      setTimeout(() => {
        paint.at = performance.now();
      });
    });
  };
  requestAnimationFrame(look);
}

export interface Frames {
  frames: number;
  /** Frames that came later than half a frame after their time. */
  late: number;
  /** Frames in which a line on view had no paper yet. */
  blank: number;
  /** Papers that were passed. */
  reached: number;
}

interface Scrolling {
  /** As a wheel does when it is turned fast, a line each frame; by the scroll bar's thumb, from one end to the other; or not at all. */
  way: 'wheel' | 'thumb' | 'still';
  /** Milliseconds. */
  length: number;
}

/** Scrolls the list for a while, and counts frames. */
export async function countFrames({ way, length }: Scrolling): Promise<Frames> {
  const list = document.querySelector('.vlist') as HTMLElement;
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const counted = { frames: 0, late: 0, blank: 0, reached: 0 };
  // The screen's own pace, which need not be 60 a second.
  let pace = Number.POSITIVE_INFINITY;
  let before = await frame();
  for (let i = 0; i < 20; i++) {
    const now = await frame();
    if (now - before > 4) pace = Math.min(pace, now - before);
    before = now;
  }
  const begun = before;
  const end = list.scrollHeight - list.clientHeight;
  list.scrollTop = 0;
  while (before - begun < length) {
    if (way === 'wheel') list.scrollTop += 80;
    if (way === 'thumb') list.scrollTop = (end * (before - begun)) / length;
    const now = await frame();
    counted.frames += 1;
    if (now - before > pace * 1.5) counted.late += 1;
    const box = list.getBoundingClientRect();
    const isOnView = (line: Element) => {
      const { top, bottom } = line.getBoundingClientRect();
      return bottom > box.top && top < box.bottom;
    };
    if ([...document.querySelectorAll('.line-blank')].some(isOnView)) counted.blank += 1;
    before = now;
  }
  const last = [...document.querySelectorAll('article')].at(-1);
  counted.reached = Number(last?.getAttribute('aria-posinset') ?? 0);
  return counted;
}

/** A search, in milliseconds from its letter on. */
export interface Searched {
  /** Until the list has papers in which something is marked. */
  shown: number;
  /** Until the frame after that. */
  painted: number;
}

declare global {
  var searched: Searched | undefined;
}

/** Notes how long the first search takes. Runs before anything of the page does. */
export function watchSearch(): void {
  addEventListener(
    'input',
    ({ timeStamp }) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector('article mark')) return;
        observer.disconnect();
        const shown = performance.now() - timeStamp;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            globalThis.searched = { shown, painted: performance.now() - timeStamp };
          };
          port2.postMessage(null);
        });
      });
      observer.observe(document, { subtree: true, childList: true });
    },
    { capture: true, once: true },
  );
}
