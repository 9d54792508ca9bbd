import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changing } from '../fixtures/pages/changing.ts';
import { asHtml, page as pageOf } from '../fixtures/pages/html.ts';
import { hydrating } from '../fixtures/pages/living/hydrating.ts';
import { infiniteScroll } from '../fixtures/pages/living/infinite-scroll.ts';
import { router } from '../fixtures/pages/living/router.ts';
import { type Row, virtualList } from '../fixtures/pages/living/virtual-list.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { idle } from '../support/idle.ts';
import { marksOn } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter, starterPaper } from '../support/starter.ts';
import { watchMarks } from '../support/watch-marks.ts';

/** Titles as long as a sentence: each speaks for itself. */
const titles = starter.map(({ title }) => title).filter((title) => title.length > 50);
const [first, second, third] = titles as [string, string, string];
const { id, title } = starterPaper('2308.16898');

describe('a page that lives', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;
  let page: Page;

  const open = async (html: string, address = 'https://x.com/living') => {
    page = await titlelight.open(web.serve(address, html));
  };
  const texts = async () => (await marksOn(page)).map((mark) => mark.text);
  const expectLit = (expected: string[]) => eventually(async () => expect(await texts()).toEqual(expected));
  /** Calls one of the page's own functions. */
  const call = (name: string, ...args: string[]) => page.evaluate(`${name}(...${JSON.stringify(args)})`);

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web });
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  describe('as a virtualised list', () => {
    /** Every fifth row is a title, every fifth a link that keeps its text and leads to a paper on every second one. */
    const row = (_: unknown, at: number): Row => {
      if (at % 5 === 0) return { text: titles[(at / 5) % titles.length] as string };
      const href = at % 10 === 1 ? `https://arxiv.org/abs/${id}` : `https://arxiv.org/abs/2999.0000${at % 9}`;
      if (at % 5 === 1) return { text: 'the preprint', href };
      return { text: `Row ${at} says nothing that is a paper, at about the length of one that does say it.` };
    };
    const data = Array.from({ length: 400 }, row);
    /** What is lit once the list rests with row `first` on top. */
    const litFrom = (first: number) =>
      data
        .slice(first, first + 8)
        .flatMap(({ text, href }, at) => ((first + at) % 5 === 0 || href?.includes(id) ? [text] : []))
        .sort();
    const expectLitFrom = (first: number) =>
      eventually(async () => expect((await texts()).sort()).toEqual(litFrom(first)));

    it('has just the titles lit that its rows show, wherever it comes to rest', async () => {
      await open(virtualList(data));
      for (const first of [0, 3, 40, 41, 200, 7, 0]) {
        await page.evaluate((y) => scrollTo(0, y), first * 60);
        await expectLitFrom(first);
      }
    });

    it('has no mark on other text in any frame, however it is scrolled', async () => {
      await open(virtualList(data));
      await expectLitFrom(0);
      const wrong = await watchMarks(page, [...titles, 'the preprint']);
      for (let frame = 0; frame < 60; frame += 1) {
        await page.evaluate(async (y) => {
          scrollTo(0, y);
          await new Promise(requestAnimationFrame);
        }, frame * 37);
        if (frame % 10 === 0) await idle(page);
      }
      expect(await wrong()).toEqual([]);
    });

    it('tells a link that was given another address from what it was', async () => {
      await open(virtualList(data));
      // From a row whose link leads to the paper to one whose same words lead elsewhere: only the address changes.
      await page.evaluate(() => {
        document.querySelector('#list')?.replaceChildren();
        const link = document.createElement('a');
        link.textContent = 'the preprint';
        document.body.append(link);
      });
      /** Gives the link another address; how many marks there are in the next frame. */
      const lead = (href: string) =>
        page.evaluate(async (href) => {
          document.querySelector('a')?.setAttribute('href', href);
          await new Promise(requestAnimationFrame);
          const ours = [...CSS.highlights.entries()].filter(([name]) => name.startsWith('titlelight'));
          return ours.reduce((sum, [, highlight]) => sum + highlight.size, 0);
        }, href);
      for (let round = 0; round < 3; round += 1) {
        await lead(`https://arxiv.org/abs/${id}`);
        await expectLit(['the preprint']);
        expect(await lead('https://arxiv.org/abs/2999.00001')).toBe(0);
        await idle(page);
        await expectLit([]);
      }
    });
  });

  describe('as a site of one page', () => {
    const routes = {
      '/living': { heading: 'Home', text: 'Nothing here.' },
      '/one': { heading: 'One', text: first },
      '/two': { heading: 'Two', text: second },
      [`/abs/${id}`]: { heading: 'The paper itself', text: 'Its abstract.' },
    };
    const link = `https://arxiv.org/abs/${id}`;
    const linkText = `See ${link.slice(8, 30)}`;

    it('is lit anew at each step, there and back', async () => {
      await open(router(routes, []), 'https://arxiv.org/living');
      await call('go', '/one');
      await expectLit([first]);
      await call('go', '/two');
      await expectLit([second]);
      await page.goBack();
      await expectLit([first]);
    });

    it('leaves its links to a paper dark on that paper’s own page, and lights them elsewhere', async () => {
      await open(router(routes, [link]), 'https://arxiv.org/living');
      await expectLit([linkText]);
      await call('go', `/abs/${id}`);
      await expectLit([]);
      await call('go', '/one');
      await expectLit([linkText, first]);
    });

    it('does so too where the address changes once the page has', async () => {
      await open(router(routes, [link]), 'https://arxiv.org/living');
      await expectLit([linkText]);
      await page.evaluate((path) => history.pushState(null, '', path), `/abs/${id}`);
      await expectLit([]);
      await page.evaluate(() => history.replaceState(null, '', '/elsewhere'));
      await expectLit([linkText]);
    });
  });

  it('is read again across what was taken out of the middle of a line', async () => {
    const [head, tail] = [title.slice(0, 12), title.slice(12)];
    await open(
      pageOf({
        title: 'Line',
        body: `<p><b>${asHtml(head)}</b><i>not a part of it</i><b>${asHtml(tail)}</b></p>`,
      }),
    );
    await idle(page);
    expect(await texts()).toEqual([]);
    await page.evaluate(() => document.querySelector('i')?.remove());
    await expectLit([title]);
  });

  it('stays lit when its script makes its markup anew, in part and in whole', async () => {
    await open(hydrating([first, second]));
    await expectLit([first, second]);
    await call('hydrate');
    await expectLit([first, second]);
    await call('replaceBody');
    await expectLit([first, second]);
    await page.evaluate((title) => document.body.append(title), third);
    await expectLit([first, second, third]);
  });

  it('is lit as far as it has been scrolled, when it grows without end', async () => {
    const entries = titles.slice(0, 30);
    await open(infiniteScroll(entries));
    for (let at = 0; at < 40; at += 1) {
      await page.mouse.wheel(0, 400);
      await page.waitForTimeout(30);
    }
    await expectLit(entries);
  });

  it('is right after a storm of changes to it', async () => {
    await open(changing());
    await page.evaluate(
      async ({ title, decoys }) => {
        const { append, rewrite } = window as unknown as Record<string, (title: string) => void>;
        for (let round = 0; round < 20; round += 1) {
          for (let at = 0; at < 500; at += 1) append?.(`${decoys[at % decoys.length]} ${at}`);
          for (let at = 0; at < 500; at += 1) rewrite?.(at % 2 === 0 ? title : 'Not a title.');
          await new Promise(requestAnimationFrame);
        }
        (document.getElementById('feed') as HTMLElement).replaceChildren();
        rewrite?.(title);
      },
      { title, decoys: titles.map((one) => `${one.split(' ').toReversed().join(' ')}`) },
    );
    await expectLit([title]);
    await idle(page);
    expect(await texts()).toEqual([title]);
  });

  it('is read also while a storm of changes to it does not end', async () => {
    await open(changing());
    await page.evaluate((title) => {
      const { append } = window as unknown as Record<string, (title: string) => void>;
      append?.(title);
      const lines = Array.from({ length: 300 }, () => document.body.appendChild(document.createElement('p')));
      let count = 0;
      // Never idle, and another storm before anything that waits for an idle moment gets its turn.
      setInterval(() => {
        count += 1;
        for (const line of lines) line.textContent = `Written ${count} times.`;
        for (const end = performance.now() + 15; performance.now() < end; );
      }, 16);
    }, title);
    await expectLit([title]);
  });

  it('says nothing on any console and throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});
