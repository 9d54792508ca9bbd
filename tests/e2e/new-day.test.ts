import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, startApi } from '../support/api/start.ts';
import { type Copy, openCopy } from '../support/copy.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { hurried } from '../support/hurry.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { dayBefore } from '../support/whole.ts';

describe('a day that comes from the server', () => {
  let web: LocalWeb;
  let api: Api;
  let titlelight: Titlelight;
  let copy: Copy;

  beforeAll(async () => {
    web = await startWeb();
    api = startApi(web, { invented: { from: dayBefore(20), to: dayBefore(0), perDay: 4 } });
    // Also where the test is run on a weekend.
    if (api.day(dayBefore(0)).papers.length === 0) api.day(dayBefore(0)).add();
    titlelight = await launch({ web, pinned: true, first: [hurried()] });
    copy = await openCopy(titlelight);
  });
  afterAll(async () => {
    await copy?.close();
    await titlelight?.close();
    await web?.close();
  });

  it('is counted on the button until someone looks, and grows before their eyes', async () => {
    const papers = api.day(dayBefore(0)).papers.length;
    const page = await titlelight.open('about:blank');
    const tab = await titlelight.tabIdOf(page);
    await copy.sync();
    await eventually(async () => expect(await titlelight.badge(tab)).toBe(String(papers)));

    const popup = await titlelight.open(titlelight.address('popup.html#today'));
    await eventually(async () => expect(await titlelight.badge(tab)).toBe(''));
    await popup.getByText('Updated just now.').waitFor();
    await popup.getByText(`${papers} unseen`).waitFor();

    const before = new Set(api.day(dayBefore(0)).papers.map(({ id }) => id));
    api.day(dayBefore(0)).add();
    const added = api.day(dayBefore(0)).papers.find(({ id }) => !before.has(id));
    const { title = '', authors: [author = ''] = [] } = added ?? {};
    await copy.choose({ watchWords: [{ field: 'author', words: author }] });
    await popup.bringToFront();
    await popup.getByRole('button', { name: 'Sync now' }).click();
    const row = popup.getByRole('article').filter({ hasText: title });
    await row.getByRole('img', { name: 'Unseen' }).waitFor();
    await row.getByText('Matches author:').waitFor();
    expect(await row.locator('mark').allInnerTexts()).toEqual([author]);
    await popup.getByText('Updated just now.').waitFor();
    expect(await titlelight.badge(tab)).toBe('');
    expect(titlelight.problems).toEqual([]);
  });
});
