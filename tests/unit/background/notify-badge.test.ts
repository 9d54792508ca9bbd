import { beforeEach, expect, it, vi } from 'vitest';
import { app, begin, bring, browser, openPopup, paper, watch } from './notify-stage';

beforeEach(begin);

it('says nothing of what was only imported', async () => {
  await app.addPapers([paper('2026-07-29', 1, { day: '2026-07-29' })]);
  await app.tellOfNewDay();
  expect([browser.badge, browser.created]).toEqual(['', []]);
});

it('counts the newest day only, the first time', async () => {
  await bring('2026-07-27', 5);
  await bring('2026-07-28', 3);
  await app.tellOfNewDay();
  expect(browser.badge).toBe('3');
});

it('counts every day since the list was last looked at, as they grow', async () => {
  await bring('2026-07-27', 5);
  await app.tellOfNewDay();
  await openPopup();
  expect(browser.badge).toBe('');
  await app.tellOfNewDay();
  expect(browser.badge).toBe('');
  await bring('2026-07-28', 3);
  await app.tellOfNewDay();
  await bring('2026-07-29', 2);
  await app.tellOfNewDay();
  expect(browser.badge).toBe('5');
  await bring('2026-07-29', 4);
  await app.tellOfNewDay();
  expect(browser.badge).toBe('7');
  await openPopup();
  await bring('2026-07-26', 9);
  await app.tellOfNewDay();
  expect(browser.badge).toBe('');
});

it('counts nothing while someone looks at the list', async () => {
  const closed = new AbortController();
  let looks = true;
  await app.keepTakingNotice(() => looks, closed.signal);
  await bring('2026-07-27', 5);
  await app.tellOfNewDay();
  await vi.waitFor(() => expect(browser.badge).toBe(''));
  looks = false;
  await bring('2026-07-28', 3);
  await app.tellOfNewDay();
  expect(browser.badge).toBe('3');
  looks = true;
  closed.abort();
  await bring('2026-07-29', 2);
  await app.tellOfNewDay();
  expect(browser.badge).toBe('5');
});

it('has room for three digits', async () => {
  await bring('2026-07-27', 1_000);
  await app.tellOfNewDay();
  expect(browser.badge).toBe('999+');
});

it('counts what a day got after the list was looked at', async () => {
  await bring('2026-07-28', 1);
  await app.tellOfNewDay();
  await openPopup();
  await bring('2026-07-28', 43);
  await app.tellOfNewDay();
  expect(browser.badge).toBe('42');
  await openPopup();
  await app.tellOfNewDay();
  expect(browser.badge).toBe('');
});

it('leaves no count behind where the list is opened while it is told of', async () => {
  await watch();
  await bring('2026-07-28', 2);
  await app.tellOfNewDay();
  await bring('2026-07-29', 3);
  const { create } = browser.notifications;
  browser.notifications.create = async (id, options) => {
    await openPopup();
    await create(id, options);
  };
  await app.tellOfNewDay();
  browser.notifications.create = create;
  expect(browser.badge).toBe('');
});
