import { beforeEach, expect, it } from 'vitest';
import type { Paper } from '@/lib/paper/types';
import { app, begin, bring, browser, paper, wake, watch } from './notify-stage';

beforeEach(begin);

it('notifies only who wants it, once a day', async () => {
  await bring('2026-07-27', 1);
  await app.tellOfNewDay();
  await app.changeDigestSettings({ notify: true });
  await app.tellOfNewDay();
  expect(browser.created).toEqual([]);
  await bring('2026-07-28', 2);
  await app.tellOfNewDay();
  await app.tellOfNewDay();
  expect(browser.created).toEqual([
    { id: 'day 2026-07-28', title: '2 new papers', message: 'Daily Papers of 28 July 2026' },
  ]);
});

it('names what matches watch words, over all days that are new', async () => {
  await watch();
  await bring('2026-07-27', 1);
  await app.tellOfNewDay();
  await bring('2026-07-28', 2, { authors: ['B. Other', 'A. Author'] });
  await bring('2026-07-29', 3);
  await app.tellOfNewDay();
  expect(browser.created.at(-1)).toEqual({
    id: 'day 2026-07-29',
    title: '5 new papers; 1 matches your watch words',
    message: 'A. Author: Paper 0 of 2026-07-28',
  });
});

it('puts a notification up again once there is twice as much to tell, and at least ten more', async () => {
  await app.changeDigestSettings({ notify: true });
  for (const count of [1, 10, 11, 11, 21, 22, 22]) {
    await bring('2026-07-28', count);
    await app.tellOfNewDay();
  }
  expect(browser.created.map(({ id, title }) => [id, title])).toEqual([
    ['day 2026-07-28', '1 new paper'],
    ['day 2026-07-28', '11 new papers'],
    ['day 2026-07-28', '22 new papers'],
  ]);
});

it('tells of every match that comes later, once, the new one first', async () => {
  await watch();
  const list = (papers: Paper[]) => app.replaceDay('arxiv', '2026-07-28', papers, { syncedAt: 1, etags: [] });
  await list([]);
  await bring('2026-07-28', 2, { authors: ['A. Author'] });
  await app.tellOfNewDay();
  const late = paper('2026-07-28', 7, { authors: ['A. Author'] });
  await list([late]);
  await app.tellOfNewDay();
  await list([late, paper('2026-07-28', 8)]);
  await app.tellOfNewDay();
  await wake();
  await app.tellOfNewDay();
  expect(browser.created.slice(1)).toEqual([
    {
      id: 'day 2026-07-28',
      title: '3 new papers; 2 match your watch words',
      message: 'A. Author: Paper 7 of 2026-07-28\nA. Author: Paper 0 of 2026-07-28',
    },
  ]);
});

it('tells with a new day what came for the days before it, and no match twice', async () => {
  await watch();
  await bring('2026-07-27', 2, { authors: ['A. Author'] });
  await app.tellOfNewDay();
  await bring('2026-07-27', 5, { authors: ['A. Author'] });
  await app.tellOfNewDay();
  await bring('2026-07-28', 1);
  await app.tellOfNewDay();
  expect(browser.created.slice(1)).toEqual([
    { id: 'day 2026-07-28', title: '4 new papers', message: 'Daily Papers of 28 July 2026' },
  ]);
});

it('asks nothing of a browser that does not allow it', async () => {
  await watch();
  browser.allowed = false;
  await bring('2026-07-28', 2);
  await app.tellOfNewDay();
  expect([browser.badge, browser.created]).toEqual(['2', []]);
});

it('tells again, under the same name, when it was cut off', async () => {
  await watch();
  await bring('2026-07-28', 2);
  browser.dies = true;
  await expect(app.tellOfNewDay()).rejects.toThrow();
  browser.dies = false;
  await wake();
  await app.tellOfNewDay();
  await app.tellOfNewDay();
  expect(browser.created.map(({ id }) => id)).toEqual(['day 2026-07-28']);
  expect(browser.badge).toBe('2');
});

it('leads to the list of the day', async () => {
  await watch();
  await bring('2026-07-28', 2);
  app.answerNotifications();
  await app.tellOfNewDay();
  for (const click of browser.clicks) click('day 2026-07-28');
  expect(browser.opened).toEqual(['/popup.html#today']);
  expect(browser.created).toEqual([]);
});
