import type { Page } from 'playwright-core';
import { changing } from '../../fixtures/pages/changing.ts';
import { asHtml, page as pageOf } from '../../fixtures/pages/html.ts';
import { hydrating } from '../../fixtures/pages/living/hydrating.ts';
import { infiniteScroll } from '../../fixtures/pages/living/infinite-scroll.ts';
import { router } from '../../fixtures/pages/living/router.ts';
import { virtualList } from '../../fixtures/pages/living/virtual-list.ts';
import { starter } from '../../support/starter.ts';
import { generatedPage } from '../page/subjects.ts';

/** A page that behaves as real ones do, and what happens on it. */
export interface Replica {
  name: string;
  html: string;
  live(page: Page): Promise<void>;
}

/** Titles as long as a sentence: each speaks for itself. */
export const titles = starter.map(({ title }) => title).filter((title) => title.length > 50);
const [first, second] = titles as [string, string];

/** Milliseconds between two events: longer than a mark may take, so that each has its chance. */
const pause = 600;
const steps = 8;
const rowHeight = 60;

const call = (page: Page, name: string, ...args: string[]) =>
  page.evaluate(`${name}(...${JSON.stringify(args)})`);

/** Does it several times over, with a pause after each. */
async function repeated(page: Page, act: (step: number) => Promise<unknown>): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    await act(step);
    await page.waitForTimeout(pause);
  }
}

const rows = titles.flatMap((title, at) => [
  { text: title },
  { text: `Row ${at} says nothing that is a paper, at about the length of one that does say it.` },
  { text: `Nor does row ${at} below it, which is there to be scrolled by.` },
]);

export const rewritten: Replica = {
  name: 'texts rewritten in place',
  html: changing(),
  live: (page) => repeated(page, (step) => call(page, 'rewrite', titles[step] as string)),
};

export const replicas: readonly Replica[] = [
  {
    name: 'a virtualised list, scrolled page by page',
    html: virtualList(rows),
    live: (page) =>
      repeated(page, (step) => page.evaluate((y) => scrollTo(0, y), (step + 1) * 8 * rowHeight)),
  },
  {
    name: 'a virtualised list, scrolled without a pause',
    html: virtualList(rows),
    async live(page) {
      await page.evaluate(async (slow) => {
        for (let y = 0; y < slow; y += 6) {
          scrollTo(0, y);
          await new Promise(requestAnimationFrame);
        }
      }, 20 * rowHeight);
      await page.waitForTimeout(pause);
    },
  },
  {
    name: 'a site of one page',
    html: router({ '/one': { heading: 'One', text: first }, '/two': { heading: 'Two', text: second } }, []),
    live: (page) => repeated(page, (step) => call(page, 'go', step % 2 === 0 ? '/one' : '/two')),
  },
  {
    name: 'a page that hydrates',
    html: hydrating([first, second]),
    async live(page) {
      await repeated(page, () => call(page, 'hydrate'));
      await repeated(page, () => call(page, 'replaceBody'));
    },
  },
  {
    name: 'a feed without end',
    html: infiniteScroll(titles.slice(0, 40)),
    live: (page) => repeated(page, () => page.mouse.wheel(0, 1_000)),
  },
  rewritten,
  {
    name: 'a feed below a long page, as soon as that is read',
    html: generatedPage(300_000).replace('</body>', `<p>${asHtml(first)}</p></body>`),
    live: (page) => repeated(page, (step) => append(page, titles[step + 1] as string)),
  },
  {
    name: 'a page under a storm of changes',
    html: pageOf({ title: 'Storm', body: '<div id="noise"></div>' }),
    async live(page) {
      await page.evaluate(startNoise);
      await repeated(page, (step) => append(page, titles[step] as string));
    },
  },
];

function append(page: Page, title: string): Promise<void> {
  return page.evaluate((title) => {
    document.body.append(Object.assign(document.createElement('p'), { textContent: title }));
  }, title);
}

/** Runs in the page: three hundred lines that count, ten times a second. */
function startNoise(): void {
  const noise = document.getElementById('noise') as HTMLElement;
  const lines = Array.from({ length: 300 }, () => noise.appendChild(document.createElement('p')));
  let count = 0;
  setInterval(() => {
    count += 1;
    for (const [at, line] of lines.entries())
      line.textContent = `Line ${at} has been written ${count} times.`;
  }, 100);
}
