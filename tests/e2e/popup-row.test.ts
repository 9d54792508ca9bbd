import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/axe.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { marksOn } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starterPaper } from '../support/starter.ts';

const paper = starterPaper('2309.06651');

describe('a paper that is open in the popup', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;
  let page: Page;
  let popup: Page;

  const row = () => popup.getByRole('article').filter({ hasText: paper.title });
  const button = (name: string) => row().getByRole('button', { name, exact: true });
  const said = (text: string) => popup.getByRole('status').filter({ hasText: text }).first().waitFor();
  const copied = () => popup.evaluate(() => navigator.clipboard.readText());

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web });
    await titlelight.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const notes = `<!doctype html><title>Notes</title><p style="margin-top: 3000px">${paper.title}</p>`;
    page = await titlelight.open(web.serve('https://arxiv.org/notes', notes));
    await eventually(async () => expect(await marksOn(page)).toHaveLength(1));
    popup = await titlelight.openPopup(page, 'page');
    await button(paper.title).click();
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it('leads to its abstract, its code and its sources', async () => {
    expect(await button(paper.title).getAttribute('aria-expanded')).toBe('true');
    await row().getByText('brings contrastive learning to imbalanced regression').waitFor();
    for (const [name, address] of [
      [/BorealisAI\/ConR/, 'https://github.com/BorealisAI/ConR'],
      ['arXiv', `https://arxiv.org/abs/${paper.id}`],
      ['PDF', `https://arxiv.org/pdf/${paper.id}`],
      ['HF', `https://huggingface.co/papers/${paper.id}`],
    ] as const) {
      const link = row().getByRole('link', { name, exact: typeof name === 'string' });
      expect(await link.getAttribute('href')).toBe(address);
      expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    }
  });

  it('is copied in every format', async () => {
    await button('Copy BibTeX').click();
    await eventually(async () => expect(await copied()).toMatch(/^@\w+\{/));
    for (const [name, expected] of [
      ['Markdown', `[${paper.title}](https://arxiv.org/abs/${paper.id}) (`],
      ['Citation', `“${paper.title}.” arXiv:${paper.id}`],
      ['Link', `https://arxiv.org/abs/${paper.id}`],
      ['BibTeX', '@'],
    ] as const) {
      await button('Copy as').click();
      await popup.getByRole('menuitem', { name, exact: true }).click();
      await eventually(async () => expect(await copied()).toContain(expected));
      await row().getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    }
  });

  it('is saved, marked as being read, and taken back', async () => {
    await button('Save').click();
    await said('Saved to your shelf.');
    await button('Status: To read').click();
    // What was copied before is no longer said in place of the button's name.
    await eventually(async () =>
      expect(await row().getByRole('status').filter({ hasText: 'Copied' }).count()).toBe(0),
    );
    await expectAccessible(popup, { within: 'article' });
    await popup.getByRole('menuitemradio', { name: 'Reading' }).click();
    await said('Now in “reading”.');
    await button('Status: Reading').waitFor();
    await popup.getByRole('button', { name: 'Undo' }).click();
    await button('Status: To read').waitFor();
    await button('Saved').click();
    await said('Removed from your shelf.');
    await button('Save').waitFor();
    expect(
      await row()
        .getByRole('button', { name: /^Status/ })
        .count(),
    ).toBe(0);
  });

  it('leads to where it stands on the page', async () => {
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await button('Show on page').click();
    await eventually(async () => expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1_000));
    expect(await page.evaluate(() => document.visibilityState)).toBe('visible');
    await popup.bringToFront();
  });

  it('leads to papers like it', async () => {
    await button('More like this').click();
    expect(await popup.getByRole('searchbox').inputValue()).toBe(`like:arxiv:${paper.id}`);
    await eventually(async () => expect(await popup.getByRole('article').count()).toBeGreaterThan(3));
  });

  it('says nothing on any console and throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});
