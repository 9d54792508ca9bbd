import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { asHtml, page as pageOf } from '../fixtures/pages/html.ts';
import { framed } from '../fixtures/pages/living/framed.ts';
import { addSite, chooseAccess } from '../support/browser-settings.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { idle } from '../support/idle.ts';
import { marksOn, plain } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter } from '../support/starter.ts';
import { pressButton } from '../support/toolbar.ts';

/** The browser's API, as the worker has it. */
declare const chrome: typeof browser;

const titles = starter.map(({ title }) => title).filter((title) => title.length > 50);
const [first, second, third, fourth] = titles as [string, string, string, string];

const textsOn = async (page: Page | Frame) => (await marksOn(page)).map(({ text }) => plain(text));
const expectLit = (page: Page | Frame, ...expected: string[]) =>
  eventually(async () => expect((await textsOn(page)).sort()).toEqual(expected.map(plain).sort()));

/** A page that names papers, beside a frame too small to be read, of which a site may have many. */
const naming = (...named: string[]) =>
  pageOf({
    title: 'Notes',
    body: `${named.map((title) => `<p>${asHtml(title)}</p>`).join('')}
<iframe srcdoc="<p>${asHtml(first)}</p>" style="width: 1px; height: 1px"></iframe>`,
  });

let web: LocalWeb;
let titlelight: Titlelight;

beforeAll(async () => {
  web = await startWeb();
  titlelight = await launch({ web });
});
afterAll(async () => {
  await titlelight?.close();
  await web?.close();
});

const badgeOf = async (page: Page) => titlelight.badge(await titlelight.tabIdOf(page));
/** What the popup says of a page, once it says it. */
const expectSaid = async (page: Page, ...words: string[]) => {
  const popup = await pressButton(titlelight, page);
  await popup.click('This page');
  await eventually(async () => {
    const text = await popup.text();
    for (const word of words) expect(text).toContain(word);
  });
  return popup;
};

describe('a site that is not allowed', () => {
  let page: Page;
  let other: Page;

  it('is left dark, and the popup says so', async () => {
    page = await titlelight.open(web.serve('https://blog.example.org/today', naming(first, second)));
    other = await titlelight.open(web.serve('https://blog.example.org/earlier', naming(third)));
    await idle(page);
    expect(await textsOn(page)).toEqual([]);
    await expectSaid(page, 'blog.example.org', 'Not allowed here', 'Titlelight may not read this site yet.');
  });

  it('is looked at once, and dark again when the page is loaded anew', async () => {
    const popup = await expectSaid(page, 'Not allowed here');
    await popup.click('Look once');
    await expectLit(page, first, second);
    await eventually(async () => expect(await popup.text()).toMatch(/This page 2[\s\S]*Read this once/));
    expect(await textsOn(other)).toEqual([]);
    await page.reload();
    await idle(page);
    expect(await textsOn(page)).toEqual([]);
  });

  it('is lit in every open tab as soon as it is allowed, without loading anything anew', async () => {
    const requests = web.requests.length;
    await addSite(titlelight, '*://*.blog.example.org/*');
    const popup = await expectSaid(page, 'Not allowed here');
    await popup.click('Allow this site');
    await expectLit(page, first, second);
    await expectLit(other, third);
    await eventually(async () => expect(await popup.text()).toMatch(/This page 2[\s\S]*On here/));
    expect(web.requests.slice(requests)).toEqual([]);
    await eventually(async () => expect(await badgeOf(other)).toBe('1'));
  });

  it('is read from then on', async () => {
    const later = await titlelight.open(web.serve('https://www.blog.example.org/later', naming(fourth)));
    await expectLit(later, fourth);
    await later.close();
  });

  it('goes dark in every tab when it is switched off, and stays so', async () => {
    const popup = await expectSaid(page, 'On here');
    await popup.click('blog.example.org');
    await expectLit(page);
    await expectLit(other);
    await eventually(async () =>
      expect(await popup.text()).toContain('Titlelight is off on blog.example.org.'),
    );
    await eventually(async () => expect(await badgeOf(other)).toBe('off'));
    await titlelight.killWorker();
    await other.reload();
    await idle(other);
    expect(await textsOn(other)).toEqual([]);
  });

  it('is lit again without a reload when it is switched on', async () => {
    const popup = await expectSaid(page, 'Off here');
    await popup.click('blog.example.org');
    await expectLit(page, first, second);
    await expectLit(other, third);
    await eventually(async () => expect(await popup.text()).toContain('On here'));
    await eventually(async () => expect(await badgeOf(page)).toBe('2'));
  });

  it('is switched by its key, too, with a word on the button', async () => {
    const tabId = await titlelight.tabIdOf(page);
    await page.bringToFront();
    const press = async () => {
      const [worker] = titlelight.context.serviceWorkers();
      // Headless Chromium takes no extension shortcuts; this is what it tells the worker when one is pressed.
      await worker?.evaluate(
        ([id, url]) => {
          const { onCommand } = chrome.commands as unknown as {
            onCommand: { dispatch(command: string, tab: object): void };
          };
          onCommand.dispatch('toggle-site', { id, url });
        },
        [tabId, page.url()],
      );
    };
    await press();
    await expectLit(page);
    await eventually(async () => expect(await titlelight.badge(tabId)).toBe('off'));
    await press();
    await expectLit(page, first, second);
    await eventually(async () => expect(await titlelight.badge(tabId)).toBe('2'));
    await page.close();
    await other.close();
  });
});

describe('a site that comes with Titlelight', () => {
  let page: Page;

  it("goes dark at once when the browser's settings take it back, and says who did", async () => {
    page = await titlelight.open(web.serve('https://arxiv.org/notes', naming(first)));
    await expectLit(page, first);
    await chooseAccess(titlelight, 'ON_CLICK');
    await expectLit(page);
    await eventually(async () => expect(await badgeOf(page)).toBe(''));
    await expectSaid(
      page,
      'arxiv.org',
      'Not allowed here',
      'The browser has not given Titlelight this site.',
    );
  });

  it('is lit again, and it alone, when it is allowed there', async () => {
    const x = await titlelight.open(web.serve('https://x.com/someone', naming(second)));
    await chooseAccess(titlelight, 'ON_SPECIFIC_SITES');
    await addSite(titlelight, '*://*.arxiv.org/*');
    await expectLit(page, first);
    await idle(x);
    expect(await textsOn(x)).toEqual([]);
    await chooseAccess(titlelight, 'ON_ALL_SITES');
    await expectLit(x, second);
    await x.close();
    await page.close();
  });
});

describe('frames', () => {
  const html = framed(
    { top: first, srcdoc: second, blank: third, sandboxed: fourth },
    '/inner',
    'https://lobste.rs/frame',
  );
  let page: Page;
  const frame = (name: string) => page.frame({ name }) as Frame;

  it('are read, switched off and on with the page they are in', async () => {
    web.serve('https://github.com/inner', naming(fourth));
    web.serve('https://lobste.rs/frame', naming(first));
    page = await titlelight.open(web.serve('https://github.com/frames', html));
    const expectAll = async (isLit: boolean) => {
      await expectLit(page, ...(isLit ? [first] : []));
      await expectLit(frame('srcdoc'), ...(isLit ? [second] : []));
      await expectLit(frame('blank'), ...(isLit ? [third] : []));
      await expectLit(frame('src'), ...(isLit ? [fourth] : []));
    };
    await expectAll(true);
    const popup = await expectSaid(page, 'github.com', 'On here');
    await popup.click('github.com');
    await expectAll(false);
    // None of them comes back by itself: the page is off, whatever it loads.
    await page.reload();
    await idle(page);
    await expectAll(false);
    const again = await expectSaid(page, 'Off here');
    await again.click('github.com');
    await expectAll(true);
  });

  it('of a site that is on are not read in a page of another site', async () => {
    await idle(page);
    expect(await textsOn(frame('foreign'))).toEqual([]);
    await page.close();
  });
});

it('says nothing on any console and throws nothing', () => {
  expect(titlelight.problems).toEqual([]);
});
