import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cardPapers, cardPapersFile } from '../fixtures/card-papers.ts';
import { asHtml, page as pageOf } from '../fixtures/pages/html.ts';
import { expectAccessible } from '../support/axe.ts';
import {
  cardBox,
  cardIsOpen,
  cardText,
  cardTree,
  clickInCard,
  closeCard,
  inCard,
  pointInCard,
} from '../support/card.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { importFile } from '../support/flows.ts';
import { hoverMark, hoverMarkAt, marksOn } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { ageBeyondUs, putLooks } from '../support/stores.ts';

const { full, sequel, links, bare, long } = cardPapers;
const address = 'https://arxiv.org/content';
const titles = [full, links, bare, long].map(({ title }) => `<p>${asHtml(title)}</p>`).join('');
const passage = `<p id="passage">Read “${asHtml(links.title)}” and then “${asHtml(full.title)}”.</p>`;

/** What stands in a card and what its controls do. The steps of this file happen in one profile. */
describe('the card of a paper', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;
  let page: Page;

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web });
    await importFile(titlelight, 'papers.json', cardPapersFile);
    await putLooks(titlelight, [{ id: `arxiv:${full.id}`, seenAt: 1, upvotes: 125, stars: 1_200 }]);
    web.serve(address, pageOf({ title: 'Content', body: titles + passage }));
    web.serve(`https://arxiv.org/abs/${full.id}`, pageOf({ title: 'The paper', body: '' }));
    await titlelight.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  beforeEach(async () => {
    page = await titlelight.open(address);
    await eventually(async () => expect(await marksOn(page)).toHaveLength(6));
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  const openCard = async ({ title }: { title: string }) => {
    await hoverMark(page, title);
    expect(await cardText(page)).toContain(title);
  };
  const copied = () => page.evaluate(() => navigator.clipboard.readText());

  it('says its day, its figures and how they have moved, its keywords, and what its code is also of', async () => {
    await openCard(full);
    const text = (await cardText(page)).replace(/\s+/g, ' ');
    for (const part of ['Digest of 30 July 2026', '128', '(+3)', 'found by its title', '1.2k', '(+40)'])
      expect(text).toContain(part);
    expect(text).toContain('long context · attention sinks');
    await inCard(page, 'link', /^Code: example-lab\/anchor-tokens 1\.2k/);
    await inCard(page, 'link', 'Project page: anchor-tokens.example.org');
    await inCard(page, 'button', sequel.title);
  });

  it('has every kind of link, code first', async () => {
    await openCard(links);
    const names = (await cardTree(page)).filter(({ role }) => role === 'link').map(({ name }) => name);
    expect(names.slice(0, 6).map((name) => name.split(':')[0])).toEqual([
      'Code',
      'Code',
      'Project page',
      'Demo',
      'Model',
      'Data set',
    ]);
    expect(names.slice(6)).toEqual(['arXiv', 'PDF', 'HF']);
  });

  it('unfolds its abstract, and is folded again the next time', async () => {
    await openCard(full);
    const before = await cardBox(page);
    await clickInCard(page, 'button', 'More of the abstract');
    await inCard(page, 'button', 'Less of the abstract');
    expect((await cardBox(page)).height).toBeGreaterThanOrEqual(before.height);
    await closeCard(page);
    await openCard(full);
    await inCard(page, 'button', 'More of the abstract');
  });

  describe('is copied', () => {
    it.each([
      ['Markdown', `[${full.title}](https://arxiv.org/abs/${full.id}) (Feldt et al., 2026)`],
      ['Link', `https://arxiv.org/abs/${full.id}`],
    ])('as %s', async (format, expected) => {
      await openCard(full);
      await clickInCard(page, 'button', 'Copy as');
      await clickInCard(page, 'menuitem', format);
      await eventually(async () => expect(await copied()).toBe(expected));
      await inCard(page, 'StaticText', 'Copied');
    });

    it('by keyboard alone', async () => {
      await openCard(full);
      const focused = () => inFocus(page);
      await page.keyboard.press('Tab');
      for (let i = 0; i < 30 && (await focused()) !== 'Copy as'; i += 1) await page.keyboard.press('Tab');
      expect(await focused()).toBe('Copy as');
      await page.keyboard.press('ArrowDown');
      await eventually(async () => expect(await focused()).toBe('BibTeX'));
      await page.keyboard.press('End');
      expect(await focused()).toBe('Link');
      await page.keyboard.press('ArrowUp');
      expect(await focused()).toBe('Citation');
      // Escape closes the menu, and only then the card.
      await page.keyboard.press('Escape');
      expect(await focused()).toBe('Copy as');
      expect(await cardIsOpen(page)).toBe(true);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await eventually(async () =>
        expect(await copied()).toMatch(/^Mira Feldt, .*“Anchor Tokens.*2026\. https/),
      );
      expect(await focused()).toBe('Copy as');
      await page.keyboard.press('Escape');
      await eventually(async () => expect(await cardIsOpen(page)).toBe(false));
    });
  });

  it('has a status once it is saved, which stays', async () => {
    await openCard(bare);
    expect((await cardTree(page)).some(({ name }) => name.startsWith('Status'))).toBe(false);
    await clickInCard(page, 'button', 'Save');
    await clickInCard(page, 'button', 'Status: To read');
    await inCard(page, 'menuitemradio', 'Reading');
    await clickInCard(page, 'menuitemradio', 'Reading');
    await inCard(page, 'button', 'Status: Reading');
    await titlelight.killWorker();
    await page.reload();
    await eventually(async () => expect(await marksOn(page)).toHaveLength(6));
    await openCard(bare);
    await inCard(page, 'button', 'Saved');
    await inCard(page, 'button', 'Status: Reading');
  });

  it('leads to the papers that share its code, and back', async () => {
    await openCard(full);
    const before = await cardBox(page);
    await clickInCard(page, 'button', sequel.title);
    await inCard(page, 'heading', sequel.title);
    await inCard(page, 'StaticText', '2 of 2 with this code or page');
    // Nothing on the page says that this is the paper, so nothing there can be wrong.
    expect((await cardTree(page)).some(({ name }) => name === 'Not this paper')).toBe(false);
    expect(await cardBox(page)).toMatchObject({ x: before.x, y: before.y });
    await clickInCard(page, 'button', 'Next paper');
    await inCard(page, 'heading', full.title);
  });

  it('leads to the other papers of the same passage, without moving away', async () => {
    const at = (await marksOn(page)).findLastIndex(({ text }) => text === links.title);
    await hoverMarkAt(page, at);
    await inCard(page, 'StaticText', '1 of 2 in this passage');
    const before = await cardBox(page);
    await clickInCard(page, 'button', 'Next paper');
    await inCard(page, 'heading', full.title);
    await inCard(page, 'StaticText', '2 of 2 in this passage');
    expect(await cardBox(page)).toMatchObject({ x: before.x, y: before.y });
    expect(await hovered(page)).toEqual([full.title]);
    await clickInCard(page, 'button', 'Next paper');
    await inCard(page, 'heading', links.title);
    await page.mouse.move(2, 2);
    await eventually(async () => expect(await cardIsOpen(page)).toBe(false));
  });

  it('opens its links in a new tab with the middle button, as any page does', async () => {
    await openCard(full);
    const { x, y } = await pointInCard(page, 'link', 'arXiv');
    await page.mouse.move(x, y, { steps: 10 });
    const opened = titlelight.context.waitForEvent('page');
    await page.mouse.click(x, y, { button: 'middle' });
    const tab = await opened;
    await eventually(() => expect(tab.url()).toBe(`https://arxiv.org/abs/${full.id}`));
    expect(await tab.evaluate(() => opener)).toBeNull();
    await tab.close();
    expect(await cardIsOpen(page)).toBe(true);
  });

  it('counts as seen once it was looked at', async () => {
    const isUnseen = async () => {
      const popup = await titlelight.openPopup();
      await popup.getByRole('tab', { name: /^Today/ }).click();
      const row = popup.getByRole('article').filter({ hasText: long.title });
      await row.waitFor();
      const count = await row.getByRole('img', { name: 'Unseen' }).count();
      await popup.close();
      await page.bringToFront();
      return count === 1;
    };
    expect(await isUnseen()).toBe(true);
    await openCard(long);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await closeCard(page);
    await eventually(async () => expect(await isUnseen()).toBe(false));
  });

  describe('can be used by everyone', () => {
    const accessible = () => expectAccessible(page, { within: 'titlelight-card' });

    it('with all there is, saved, and its menus open', async () => {
      await openCard(links);
      await clickInCard(page, 'button', 'Save');
      await inCard(page, 'button', 'Saved');
      await accessible();
      for (const menu of [/^Status/, 'Copy as']) {
        await clickInCard(page, 'button', menu);
        await accessible();
        await page.keyboard.press('Escape');
      }
    });

    it('pinned, unfolded, and on a paper that shares its code', async () => {
      await openCard(full);
      await clickInCard(page, 'button', 'Pin');
      await clickInCard(page, 'button', 'More of the abstract');
      await accessible();
      await clickInCard(page, 'button', sequel.title);
      await inCard(page, 'heading', sequel.title);
      await accessible();
    });

    it('dismissed', async () => {
      await openCard(bare);
      await clickInCard(page, 'button', 'Not this paper');
      await inCard(page, 'button', 'Undo');
      await accessible();
      await clickInCard(page, 'button', 'Undo');
      await inCard(page, 'button', 'Not this paper');
    });
  });

  it('still tells of the paper where the shelf cannot be opened, and says why it is not saved', async () => {
    await ageBeyondUs(titlelight);
    await openCard(links);
    await clickInCard(page, 'button', 'Save');
    await inCard(page, 'StaticText', /^The shelf on this machine was written by a newer version/);
    await inCard(page, 'button', 'Save');
  });

  it('says nothing on any console and throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});

/** What of the page is washed with light. */
function hovered(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...(CSS.highlights.get('titlelight-hover') ?? [])].map(
      ({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = new Range();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range.toString();
      },
    ),
  );
}

/** The name of what has focus, in the card too. */
async function inFocus(page: Page): Promise<string> {
  return (await cardTree(page)).find(({ isFocused }) => isFocused)?.name ?? '';
}
