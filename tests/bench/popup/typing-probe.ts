/** One letter typed into the popup's search field. Milliseconds from the key on. */
export interface Keystroke {
  query: string;
  /** Until the list shows what this query finds. */
  shown: number;
  /** Until the frame after that. */
  painted: number;
}

declare global {
  var keystrokes: Keystroke[];
  /** Milliseconds of each task that held the page up for 50 or more. */
  var longTasks: number[];
}

/** Runs in the popup before any of its own scripts; sees nothing but the page. */
export function watchTyping(): void {
  globalThis.keystrokes = [];
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    longTasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: 'longtask' });
  let pressed = 0;
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressed = timeStamp;
    },
    true,
  );
  addEventListener(
    'input',
    ({ target }) => {
      const begun = pressed;
      const query = (target as HTMLInputElement).value;
      const isShown = () =>
        document.querySelector('[aria-label="Search results"]')?.getAttribute('aria-busy') === 'false';
      const observer = new MutationObserver(look);
      function look() {
        if (!isShown()) return;
        observer.disconnect();
        const shown = performance.now() - begun;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => keystrokes.push({ query, shown, painted: performance.now() - begun });
          port2.postMessage(null);
        });
      }
      // What the page itself makes of the letter comes first.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        observer.observe(document, { subtree: true, childList: true, attributes: true });
        look();
      };
      port2.postMessage(null);
    },
    true,
  );
}
