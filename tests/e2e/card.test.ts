import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { prose } from '../fixtures/pages/prose.ts';
import { cardBox, cardIsOpen, cardText, cardTree, clickInCard, inCard } from '../support/card.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { hoverMark, marksOn } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter, starterPaper } from '../support/starter.ts';

describe('the card', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;
  let page: Page;
  const paper = starterPaper('2309.06651');

  const expectClosed = () => eventually(async () => expect(await cardIsOpen(page)).toBe(false));

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web });
    web.serve('https://arxiv.org/notes', prose(starter));
    await titlelight.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  beforeEach(async () => {
    page = await titlelight.open('https://arxiv.org/notes');
    await hoverMark(page, paper.title);
    await cardText(page);
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it('tells of the paper under the pointer: title, authors, summary, why', async () => {
    const text = await cardText(page);
    expect(text).toContain(paper.title);
    expect(text).toContain(paper.authors[0]);
    expect(text).toContain('imbalanc');
    expect(text).toMatch(/title/i);
    await inCard(page, 'heading', paper.title);
  });

  it('links to the code, arXiv and Hugging Face', async () => {
    await inCard(page, 'link', /BorealisAI\/ConR/);
    await inCard(page, 'link', /arxiv/i);
    await inCard(page, 'link', /pdf/i);
    await inCard(page, 'link', /^HF$|hugging face/i);
  });

  it('does not cover the title it explains and stays inside the window', async () => {
    const card = await cardBox(page);
    const lines = (await marksOn(page)).find(({ text }) => text === paper.title)?.lines ?? [];
    const covers = lines.some(
      (line) =>
        line.x < card.x + card.width &&
        line.x + line.width > card.x &&
        line.y < card.y + card.height &&
        line.y + line.height > card.y,
    );
    expect(lines.length).toBeGreaterThan(0);
    expect(covers).toBe(false);
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    expect(card.x).toBeGreaterThanOrEqual(0);
    expect(card.y).toBeGreaterThanOrEqual(0);
    expect(card.x + card.width).toBeLessThanOrEqual(width);
    expect(card.y + card.height).toBeLessThanOrEqual(height);
  });

  it('closes with Escape', async () => {
    await page.keyboard.press('Escape');
    await expectClosed();
  });

  it('closes when the pointer goes elsewhere, and opens for the next title', async () => {
    await page.mouse.move(2, 2, { steps: 5 });
    await expectClosed();
    const other = starterPaper('2308.16898');
    await hoverMark(page, other.title);
    await eventually(async () => expect(await cardText(page)).toContain(other.title));
  });

  it('saves to the shelf, which the popup then shows', async () => {
    await clickInCard(page, 'button', 'Save');
    await inCard(page, 'button', 'Saved');
    const popup = await titlelight.openPopup(page);
    await popup.getByRole('tab', { name: /^Shelf/ }).click();
    const saved = popup.getByRole('article').getByRole('heading', { name: paper.title });
    await eventually(async () => expect(await saved.count()).toBe(1));
  });

  it('copies BibTeX', async () => {
    await clickInCard(page, 'button', 'Copy BibTeX');
    await eventually(async () => {
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toMatch(/^@\w+\{/);
      expect(copied).toContain('2309.06651');
    });
  });

  it('is reached with the keyboard alone', async () => {
    const focused = async () =>
      (await cardTree(page)).length > 0 && page.evaluate(() => document.activeElement?.localName);
    await page.keyboard.press('Tab');
    await eventually(async () => expect(await focused()).toBe('titlelight-card'));
    await page.keyboard.press('Escape');
    await expectClosed();
  });

  it('says nothing on any console and throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});
