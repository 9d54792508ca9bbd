import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { marksOn } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { type SidePanel, sidePanelOf } from '../support/side-panel.ts';
import { starter } from '../support/starter.ts';

const [first, second, third] = starter.slice(0, 3).map(({ title }) => title) as [string, string, string];

describe('the panel at the side', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;
  let page: Page;
  let panel: SidePanel;

  const pageWith = (name: string, ...titles: string[]) =>
    web.serve(
      `https://arxiv.org/${name}`,
      `<!doctype html><title>${name}</title>${titles.map((title) => `<p>${title}</p>`).join('')}`,
    );
  const choose = (view: string) =>
    eventually(() => panel.evaluate(`document.getElementById('tab-${view}').click()`));
  const expectListed = (...titles: string[]) =>
    eventually(async () => expect(await panel.titles()).toEqual(titles));

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web });
    page = await titlelight.open(pageWith('one', first));
    await eventually(async () => expect(await marksOn(page)).toHaveLength(1));
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it('opens from the popup, with the papers of the page', async () => {
    const popup = await titlelight.openPopup(page);
    await popup.getByRole('button', { name: 'Keep open at the side' }).click();
    panel = await sidePanelOf(titlelight);
    await popup.close();
    await page.bringToFront();
    // Here the popup was a tab of its own, and no paper stands on that.
    await choose('page');
    await expectListed(first);
    expect(
      await panel.evaluate('document.querySelector(\'[aria-label="Keep open at the side"]\')'),
    ).toBeNull();
  });

  it('follows the tab that is in front, and the page in it', async () => {
    const other = await titlelight.open(pageWith('two', second, third));
    await expectListed(second, third);
    await page.bringToFront();
    await expectListed(first);
    await page.goto(pageWith('three', third));
    await expectListed(third);
    await other.close();
  });

  it('follows what appears on the page later', async () => {
    await page.evaluate((title) => {
      document.body.append(Object.assign(document.createElement('p'), { textContent: title }));
    }, second);
    await expectListed(third, second);
  });

  it('stays on the view someone chose', async () => {
    await choose('today');
    await eventually(async () => expect(await panel.titles()).toContain(first));
    await page.goto(pageWith('four', first));
    await eventually(async () => expect(await marksOn(page)).toHaveLength(1));
    expect(await panel.evaluate("document.querySelector('[aria-selected=true]').innerText")).toMatch(
      /^Today/,
    );
  });

  it.each([300, 600])('fits a width of %i pixels', async (width) => {
    const wide = await titlelight.open(titlelight.address('sidepanel.html#today'));
    await wide.setViewportSize({ width, height: 700 });
    await wide.getByRole('article').first().waitFor();
    const overhang = await wide.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overhang).toBe(0);
    const line = await wide.locator('.day-line').boundingBox();
    expect(line?.width).toBe(width);
    await wide.close();
  });

  it('says nothing on any console and throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});
