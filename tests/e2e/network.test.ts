import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prose } from '../fixtures/pages/prose.ts';
import { timeline } from '../fixtures/pages/timeline.ts';
import { unrelated } from '../fixtures/pages/unrelated.ts';
import type { ServedPaper } from '../support/api/paper.ts';
import { startApi } from '../support/api/start.ts';
import { cardText, clickInCard, inCard } from '../support/card.ts';
import { type Copy, openCopy } from '../support/copy.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { idle } from '../support/idle.ts';
import { expectTitlesLit } from '../support/lit.ts';
import { hoverMark } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter, starterPaper } from '../support/starter.ts';
import { dayBefore } from '../support/whole.ts';

/** Every host of this browser's web is our server, so a request to anyone would be on its record. */
describe('nothing leaves the machine', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web, pinned: true });
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it('asks nobody for anything on the first run', () => {
    expect(web.requests).toEqual([]);
  });

  it('adds no request to a visit', async () => {
    web.requests.length = 0;
    const addresses = [
      web.serve('https://x.com/home', timeline(starter)),
      web.serve('https://arxiv.org/diary', unrelated()),
    ];
    for (const address of addresses) await idle(await titlelight.open(address));
    expect(web.requests).toEqual(addresses.map((address) => `GET ${address}`));
  });

  it('adds none to hovering, reading the card, saving and opening the popup', async () => {
    const page = await titlelight.open(web.serve('https://arxiv.org/notes', prose(starter)));
    await expectTitlesLit(page, starter);
    web.requests.length = 0;
    for (const id of ['2309.06651', '2310.02279', '2403.12010']) {
      const { title } = starterPaper(id);
      await hoverMark(page, title);
      await eventually(async () => expect(await cardText(page)).toContain(title));
    }
    await clickInCard(page, 'button', 'Save');
    await inCard(page, 'button', 'Saved');
    const popup = await titlelight.openPopup(page);
    await popup.getByRole('tab', { name: /^Today/ }).click();
    await popup.getByRole('article').first().waitFor();
    await idle(popup);
    expect(web.requests).toEqual([]);
  });

  describe('after a sync', () => {
    const today = dayBefore(0);
    /** With pictures, films and pages of its own somewhere. */
    let synced: ServedPaper | undefined;

    it('which asks the digest alone', async () => {
      const api = startApi(web);
      for (let papers = 3; papers > 0; papers--) api.day(today).add();
      const [illustrated] = api.day(today).papers;
      api.day(today).change(illustrated?.id as string, {
        thumbnail: 'https://example.org/lamp.png',
        media: ['https://example.org/lamp.mp4'],
        repository: 'https://github.com/placeholder-lab/lamps',
        projectPage: 'https://placeholder-lab.github.io/lamps/',
      });
      [synced] = api.day(today).papers;
      web.requests.length = 0;
      const copy = await openCopy(titlelight);
      await copy.sync();
      await copy.close();
      expect(web.requests.length).toBeGreaterThan(0);
      const digest = 'GET https://huggingface.co/api/daily_papers?';
      expect(web.requests.filter((request) => !request.startsWith(digest))).toEqual([]);
    });

    it('a visit, a card and the popup still ask nobody, though the copy has grown old', async () => {
      const copy = await openCopy(titlelight);
      await copy.age(2 * 86_400_000);
      await copy.close();
      web.requests.length = 0;
      const named = [...starter, synced as ServedPaper];
      const page = await titlelight.open(web.serve('https://arxiv.org/later', prose(named)));
      await expectTitlesLit(page, named);
      for (const { title } of [starterPaper('2309.06651'), synced as ServedPaper]) {
        await hoverMark(page, title);
        await eventually(async () => expect(await cardText(page)).toContain(title));
      }
      await inCard(page, 'link', 'Code: placeholder-lab/lamps');
      const popup = await titlelight.openPopup(page);
      await popup.getByRole('tab', { name: /^Today/ }).click();
      await eventually(async () => expect(await popup.getByRole('article').count()).toBe(3));
      await idle(popup);
      expect(web.requests).toEqual(['GET https://arxiv.org/later']);
    });
  });

  describe('while a backfill is under way and its worker was stopped', () => {
    let copy: Copy;
    const ofDigest = () => web.requests.filter((one) => one.startsWith('GET https://huggingface.co/api/'));

    beforeAll(async () => {
      copy = await openCopy(titlelight);
      web.requests.length = 0;
      await copy.choose({ keep: 'everything', keepBefore: '30-days' });
      await eventually(() => expect(ofDigest().length).toBeGreaterThan(1));
      await titlelight.killWorker();
      // By itself it goes on in a minute, as it should; what is counted here is what a page brings about.
      await copy.clearAlarms();
      expect((await copy.state()).running).toBeDefined();
      expect(await copy.isAsked()).toBe(true);
      expect(await titlelight.workerRuns()).toBe(false);
      web.requests.length = 0;
    });
    afterAll(() => copy?.close());

    it('a visit, a card and the popup wake the worker, which asks nobody', async () => {
      const page = await titlelight.open(web.serve('https://arxiv.org/meanwhile', prose(starter)));
      await expectTitlesLit(page, starter);
      for (const id of ['2309.06651', '2310.02279']) {
        const { title } = starterPaper(id);
        await hoverMark(page, title);
        await eventually(async () => expect(await cardText(page)).toContain(title));
      }
      const popup = await titlelight.openPopup(page);
      await popup.getByRole('tab', { name: /^Today/ }).click();
      await popup.getByRole('article').first().waitFor();
      await idle(popup);
      expect(await titlelight.workerRuns()).toBe(true);
      // Longer than the pause between two requests of a backfill.
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      expect(web.requests).toEqual(['GET https://arxiv.org/meanwhile']);
      expect(await copy.isAsked()).toBe(true);
      await page.close();
      await popup.close();
    });

    it('it goes on when someone asks for it', async () => {
      await copy.order('sync/now');
      await eventually(() => expect(ofDigest().length).toBeGreaterThan(1));
      await copy.order('sync/cancel');
      await eventually(async () => expect((await copy.state()).running).toBeUndefined(), 60_000);
    });
  });

  it('would notice a request', async () => {
    web.requests.length = 0;
    const page = await titlelight.open(web.serve('https://arxiv.org/diary', unrelated()));
    await page.evaluate(() => fetch('https://example.org/collect?title=1', { mode: 'no-cors' }));
    expect(web.requests).toContain('GET https://example.org/collect?title=1');
  });
});
