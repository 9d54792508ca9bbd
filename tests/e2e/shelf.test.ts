import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arxivListing } from '../fixtures/pages/arxiv-listing.ts';
import { clickInCard, inCard } from '../support/card.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { importFile, shelfTitles } from '../support/flows.ts';
import { hoverMark } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter, starterPaper } from '../support/starter.ts';

const first = starterPaper('2310.14189');
const second = starterPaper('2308.16898');

/** Saves papers from the card, with something happening before each step. */
async function saveFromCard(page: Page, titles: string[], between = async () => {}): Promise<void> {
  for (const title of titles) {
    await between();
    await hoverMark(page, title);
    await inCard(page, 'heading', title);
    await between();
    await clickInCard(page, 'button', 'Save');
    await inCard(page, 'button', 'Saved');
    await page.keyboard.press('Escape');
  }
}

/** The steps of one file happen to one profile, one after another. */
describe('the shelf', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;
  let profile: string;

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'titlelight-shelf-'));
    web = await startWeb();
    web.serve('https://arxiv.org/list', arxivListing(starter));
    titlelight = await launch({ web, profile });
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it('holds what the card saved, newest first', async () => {
    await saveFromCard(await titlelight.open('https://arxiv.org/list'), [first.title, second.title]);
    await eventually(async () => expect(await shelfTitles(titlelight)).toEqual([second.title, first.title]));
  });

  it('survives a restart of the browser', async () => {
    await titlelight.close();
    titlelight = await launch({ web, profile });
    await eventually(async () => expect(await shelfTitles(titlelight)).toEqual([second.title, first.title]));
  });

  it('lets go of a paper, and takes it back with Undo', async () => {
    const popup = await titlelight.openPopup();
    await popup.getByRole('tab', { name: /^Shelf/ }).click();
    const row = popup.getByRole('article').filter({ hasText: first.title });
    await row.hover();
    await row.getByRole('button', { name: /^(Saved|Remove)/ }).click();
    await eventually(async () => expect(await row.count()).toBe(0));
    await popup.getByRole('button', { name: 'Undo' }).click();
    await eventually(async () => expect(await shelfTitles(titlelight)).toEqual([second.title, first.title]));
    await popup.close();
  });

  it('keeps its papers when they are imported again', async () => {
    const line = JSON.stringify({
      id: first.id,
      title: first.title,
      authors: first.authors,
      abstract: 'Our own words.',
    });
    expect(await importFile(titlelight, 'again.jsonl', line)).toMatch(/\b1 papers? imported/);
    expect(await shelfTitles(titlelight)).toEqual([second.title, first.title]);
  });

  it('comes out the same with the worker killed between any two steps', async () => {
    const third = starterPaper('2305.11676');
    const fourth = starterPaper('1911.10375');
    const page = await titlelight.open('https://arxiv.org/list');
    await saveFromCard(page, [third.title, fourth.title], () => titlelight.killWorker());
    await titlelight.killWorker();
    expect(await shelfTitles(titlelight)).toEqual([fourth.title, third.title, second.title, first.title]);
  });

  it('says nothing on any console and throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});
