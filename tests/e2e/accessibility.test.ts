import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from '../support/axe.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { putDays, putPaper, putSettings, putSyncState } from '../support/stores.ts';
import { syncStates } from '../support/sync-states.ts';

describe('for everyone', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web });
    await putSettings(titlelight, {
      automatic: false,
      keepBefore: '30-days',
      topics: {},
      watchWords: [{ field: 'author', words: 'A. Author' }],
    });
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  const states = Object.entries(syncStates(Date.now()));

  it.each(states)('the settings can be used while syncing is %s', async (_, state) => {
    await putSyncState(titlelight, state);
    const page = await titlelight.open(titlelight.address('options.html'));
    await page.getByRole('radio').first().waitFor();
    for (const details of await page.locator('details').all())
      await details.evaluate((one) => one.setAttribute('open', ''));
    await expectAccessible(page);
    await page.close();
  });

  it.each(states)('the last line of the popup can be used while syncing is %s', async (_, state) => {
    await putSyncState(titlelight, state);
    const page = await titlelight.open(titlelight.address('popup.html#today'));
    await page.getByRole('article').first().waitFor();
    await expectAccessible(page, { within: 'footer' });
    await page.close();
  });

  it('the settings can be used while they ask whether papers may leave', async () => {
    await putSettings(titlelight, { automatic: false, keep: '6-months' });
    await putDays(titlelight, [{ day: '2026-05-05', papers: 1 }]);
    await putPaper(titlelight, '2605.00001', [{ source: 'hugging-face', day: '2026-05-05' }]);
    const page = await titlelight.open(titlelight.address('options.html'));
    await page.getByRole('radio', { name: /^30 days/i }).click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
    await page.close();
  });

  it('would notice a fault, also in a closed shadow root', async () => {
    const page = await titlelight.open(
      web.serve(
        'https://example.org/faults',
        '<!doctype html><html lang="en"><title>Faults</title><main><h1>F</h1><div id="host"></div></main></html>',
      ),
    );
    await page.evaluate(() => {
      const root = document.querySelector('#host')?.attachShadow({ mode: 'closed' });
      root?.append(document.createElement('button'));
    });
    await expect(expectAccessible(page)).rejects.toThrow(/button-name[\s\S]*#host → button/);
    await page.close();
  });
});
