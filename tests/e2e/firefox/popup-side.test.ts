import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { eventually } from '../../support/eventually.ts';
import { launchFirefox, marksInFirefox, type TitlelightInFirefox } from '../../support/firefox/puppeteer.ts';
import { type LocalWeb, startWeb } from '../../support/server.ts';
import { starter } from '../../support/starter.ts';

/** What stands in the extension's own pages. */
declare const browser: typeof extensionApi;

const [first, second] = starter.slice(0, 2).map(({ title }) => title) as [string, string];

describe("Firefox's sidebar", () => {
  let web: LocalWeb;
  let titlelight: TitlelightInFirefox;
  let page: Page;
  let popup: Page;

  const pageWith = (name: string, title: string) =>
    web.serve(`https://arxiv.org/${name}`, `<!doctype html><title>${name}</title><p>${title}</p>`);
  /** Sidebars that are open, each as what it lists; `undefined` while it does not say which view it shows. */
  const sidebars = () =>
    popup.evaluate(() =>
      (browser.extension.getViews({ type: 'sidebar' as never }) as unknown as Window[]).map(
        ({ document }) => ({
          tab: document.querySelector('[role=tab][aria-selected=true] .tab-name')?.textContent,
          titles: [...document.querySelectorAll('article h2')].map((title) => title.textContent),
          ways: [...document.querySelectorAll('[aria-label]')].map(({ ariaLabel }) => ariaLabel),
        }),
      ),
    );
  const expectListed = (...titles: string[]) =>
    eventually(async () => expect((await sidebars()).map(({ titles }) => titles)).toEqual([titles]));

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launchFirefox(web);
    const address = pageWith('one', first);
    page = await titlelight.open(address);
    await eventually(async () => expect(await marksInFirefox(page)).toHaveLength(1));
    popup = await titlelight.openOwn(`popup.html?tab=${await titlelight.tabIdOf(address)}#page`);
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it('does not open by itself', async () => {
    expect(await sidebars()).toEqual([]);
  });

  it('opens from the popup, and shows no way to itself', async () => {
    await popup.locator('::-p-aria([name="Keep open at the side"][role="button"])').click();
    await eventually(async () => {
      const [sidebar] = await sidebars();
      expect(sidebar?.titles.length).toBeGreaterThan(0);
      expect(sidebar?.ways).not.toContain('Keep open at the side');
    });
  });

  it('follows the tab that is in front, and the page in it', async () => {
    await popup.evaluate(() => {
      const [sidebar] = browser.extension.getViews({ type: 'sidebar' as never }) as unknown as Window[];
      sidebar?.document.getElementById('tab-page')?.click();
    });
    await page.bringToFront();
    await expectListed(first);
    const other = await titlelight.open(pageWith('two', second));
    await expectListed(second);
    await other.close();
    await page.bringToFront();
    await expectListed(first);
    await page.goto(pageWith('three', second));
    await expectListed(second);
  });

  it('says nothing on any console and throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});
