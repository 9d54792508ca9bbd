import fc from 'fast-check';
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asHtml, page as pageOf } from '../fixtures/pages/html.ts';
import { eventually } from '../support/eventually.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { shelfTitles } from '../support/flows.ts';
import { marksOn } from '../support/marks.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';
import { starter, starterPaper } from '../support/starter.ts';

const { title } = starterPaper('2309.06651');
const runs = 400;

/** What only pages of the extension may ask, and what nobody may. */
const forbidden = [
  {
    type: 'digest/add',
    papers: [{ id: 'arxiv:2999.30001', title: 'Smuggled In Through a Side Door of the Hall' }],
  },
  { type: 'digest/reindex' },
  { type: 'sync/now' },
  { type: 'sync/pause' },
  { type: 'sync/resume' },
  { type: 'sync/cancel' },
  { type: 'data/erase', everything: true },
  { type: 'data/erase', everything: false },
  { type: 'tab/show', id: 'arxiv:2309.06651' },
  { type: 'toString' },
  { type: '__proto__' },
  { type: ['data/erase'], everything: true },
];

const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.record({
    type: fc.constantFrom(...forbidden.map(({ type }) => String(type))),
    everything: fc.boolean(),
    papers: fc.jsonValue(),
  }),
  fc.record({
    type: fc.constantFrom(
      'page/verify',
      'page/found',
      'page/papers',
      'page/seen',
      'page/status',
      'page/dismiss',
    ),
    blocks: fc.jsonValue({ maxDepth: 4 }),
    ignored: fc.jsonValue(),
    ids: fc.oneof(fc.jsonValue(), fc.array(fc.string(), { maxLength: 150 })),
    id: fc.oneof(fc.constant('title:nobody knows this one'), fc.jsonValue()),
    status: fc.jsonValue(),
    papers: fc.oneof(fc.double(), fc.jsonValue()),
    hasCard: fc.jsonValue(),
    everywhere: fc.jsonValue(),
  }),
);

/** A page's process that a stranger has taken over speaks with the voice of our script in it, and no other. */
describe("the scanner's own world, in strange hands", () => {
  let web: LocalWeb;
  let titlelight: Titlelight;
  let ask: (message: unknown) => Promise<unknown>;

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web });
    const body = `<p>${asHtml(title)}</p>`;
    const page = await titlelight.open(
      web.serve('https://arxiv.org/taken', pageOf({ title: 'Taken', body })),
    );
    await eventually(async () => expect(await marksOn(page)).toHaveLength(1));
    const devtools = await page.context().newCDPSession(page);
    const world = await scannersWorld(devtools, titlelight.address(''));
    ask = async (message) => {
      const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
        contextId: world,
        expression: `chrome.runtime.sendMessage(${JSON.stringify(message)}).catch((error) => ({ ok: false, error: String(error) }))`,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    };
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it('may ask what a page may', async () => {
    expect(await ask({ type: 'page/papers', ids: ['arxiv:2309.06651'] })).toMatchObject({
      ok: true,
      value: [{ paper: { title } }],
    });
  });

  it.each(forbidden)('is refused %o', async (message) => {
    expect(await ask(message)).toEqual({ ok: false, error: 'The request was not understood.' });
  });

  it(`gets an answer to ${runs} strange messages, and reaches nothing by them`, async () => {
    const seed = Number(process.env.TITLELIGHT_SEED ?? 20_260_728);
    await fc.assert(
      fc.asyncProperty(strange, async (message) => {
        expect(await ask(message ?? null)).toMatchObject({ ok: expect.any(Boolean) });
      }),
      { numRuns: runs, seed },
    );
    // Sync, erasing and strangers' papers would show here.
    expect(web.requests.filter((one) => !one.startsWith('GET https://arxiv.org/'))).toEqual([]);
    expect(await shelfTitles(titlelight)).toEqual([]);
    const popup = await titlelight.openPopup();
    await popup.getByRole('tab', { name: /^Today/ }).click();
    await eventually(async () =>
      expect(await popup.getByRole('tab', { name: /^Today/ }).textContent()).toContain(
        String(starter.length),
      ),
    );
    await popup.getByRole('searchbox').fill('Smuggled');
    await popup.getByText('Nothing found').waitFor();
    await popup.close();
  });

  it('throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});

/** The isolated world in which the extension's scripts run in a page. */
async function scannersWorld(devtools: CDPSession, origin: string): Promise<number> {
  const worlds: { id: number; origin: string }[] = [];
  devtools.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await devtools.send('Runtime.enable');
  const world = worlds.find((one) => `${one.origin}/` === origin);
  if (!world)
    throw new Error(`No script of the extension runs here, but: ${worlds.map(({ origin }) => origin)}`);
  return world.id;
}
