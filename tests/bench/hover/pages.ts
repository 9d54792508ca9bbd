import type { Page } from 'playwright-core';
import { asHtml, page } from '../../fixtures/pages/html.ts';
import { moved, opened } from './frames.ts';

/** Titles in running text, far enough from each other that the pointer leaves one before it comes to the next. */
export function titlesPage(titles: readonly string[]): string {
  return page({
    title: 'Notes',
    style: 'body { font: 16px/1.6 serif; max-width: 42rem; margin: 2rem auto }',
    body: titles
      .map((title) => `<p>A line of notes on what was read. <i>${asHtml(title)}</i>, of course.</p>`)
      .join('\n'),
  });
}

/** The same text, and a script that shows a popover the same time after the pointer came to a title: nothing could do less. */
export function barePage(titles: readonly string[], delay: number): string {
  return titlesPage(titles).replace(
    '</body>',
    `<div popover="manual" style="width: 400px; height: 360px">A card.</div>
<script>(${bareHover})(${delay})</script></body>`,
  );
}

/** Runs in the page. */
function bareHover(delay: number): void {
  const card = document.querySelector('div[popover]') as HTMLElement;
  let timer = 0;
  let over: Element | undefined;
  document.addEventListener('pointermove', ({ target }) => {
    const title = target instanceof Element && target.localName === 'i' ? target : undefined;
    if (title === over) return;
    over = title;
    clearTimeout(timer);
    card.hidePopover();
    delete card.dataset.open;
    if (title === undefined) return;
    timer = window.setTimeout(() => {
      const { left, bottom } = title.getBoundingClientRect();
      Object.assign(card.style, { margin: '0', left: `${left}px`, top: `${bottom}px` });
      card.showPopover();
      card.dataset.open = '';
    }, delay);
  });
}

/** Has the page note in the browser's trace when the pointer last moved, by the input's own time, and when a card opens. */
export async function watch(page: Page): Promise<void> {
  await page.evaluate(
    ({ moved, opened }) => {
      const note = ({ timeStamp }: Event) => performance.mark(moved, { startTime: timeStamp });
      addEventListener('pointermove', note, { capture: true, passive: true });
      const look = () => document.querySelector('[data-open]') && performance.mark(opened);
      new MutationObserver(look).observe(document, {
        subtree: true,
        childList: true,
        attributeFilter: ['data-open'],
      });
    },
    { moved, opened },
  );
}
