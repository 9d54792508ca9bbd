import { beforeEach, describe, expect, it } from 'vitest';
import { app, begin, bring, browser, openPopup, paper, wake, watch } from './notify-stage';

beforeEach(begin);

describe('a source that is switched on later', () => {
  /** Papers of arXiv, all of which match the watch words. */
  const fill = (day: string, count: number) =>
    app.replaceDay(
      'arxiv',
      day,
      Array.from({ length: count }, (_, at) => paper(day, 100 + at, { authors: ['A. Author'] })),
      { syncedAt: 1, etags: [] },
    );

  beforeEach(async () => {
    await watch();
    await bring('2026-07-27', 5);
    await app.tellOfNewDay();
    await bring('2026-07-28', 2);
    await app.tellOfNewDay();
    await openPopup();
    browser.created = [];
  });

  it('is no news by what it fills in, however often it is cut off in between', async () => {
    for (const day of ['2026-07-28', '2026-07-27', '2026-07-26', '2026-07-20']) {
      await fill(day, 150);
      await wake();
      await app.tellOfNewDay();
      expect([browser.badge, browser.created]).toEqual(['', []]);
    }
    // Nor is it told with what is.
    await bring('2026-07-28', 13);
    await app.tellOfNewDay();
    expect(browser.badge).toBe('11');
    expect(browser.created.map(({ title }) => title)).toEqual(['13 new papers']);
  });

  it('is news by what it brings from then on', async () => {
    await fill('2026-07-28', 150);
    await app.tellOfNewDay();
    await fill('2026-07-28', 151);
    await fill('2026-07-29', 3);
    await app.tellOfNewDay();
    expect(browser.badge).toBe('4');
    expect(browser.created.map(({ title }) => title)).toEqual(['4 new papers; 4 match your watch words']);
  });

  it('leaves what came before it to be counted', async () => {
    await bring('2026-07-28', 5);
    await fill('2026-07-28', 150);
    await app.tellOfNewDay();
    expect(browser.badge).toBe('3');
  });

  it('begins anew with other topics', async () => {
    await fill('2026-07-28', 150);
    await app.tellOfNewDay();
    await app.writeMeta('syncChoices', { topics: { arxiv: ['cs.CL', 'cs.LG'] } });
    await fill('2026-07-28', 400);
    await app.tellOfNewDay();
    await fill('2026-07-27', 400);
    await app.tellOfNewDay();
    expect([browser.badge, browser.created]).toEqual(['', []]);
  });
});
