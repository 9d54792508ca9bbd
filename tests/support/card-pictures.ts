import type { Page } from 'playwright-core';
import { cardPapers, cardPapersFile } from '../fixtures/card-papers.ts';
import { cardStates } from '../fixtures/pages/card-states.ts';
import { cardBox, clickInCard, closeCard, inCard } from './card.ts';
import type { Titlelight } from './extension.ts';
import { importFile } from './flows.ts';
import { idle } from './idle.ts';
import { hoverMarkAt, marksOn } from './marks.ts';
import { openCard, picture } from './pictures.ts';
import type { LocalWeb } from './server.ts';
import { putLooks } from './stores.ts';

const { full, sequel, long, bare, links, rightToLeft, chinese } = cardPapers;
/** In CSS pixels: what of the page is shown around a card. */
const around = { x: 60, above: 80, below: 100 };
/** A window as wide as a telephone. */
const phone = { width: 390, height: 780 };

/** Pictures of the card in every state, around each a little of its page. Returns their paths. */
export async function cardPictures(titlelight: Titlelight, web: LocalWeb, theme: string): Promise<string[]> {
  await importFile(titlelight, 'papers.json', cardPapersFile);
  await putLooks(titlelight, [{ id: `arxiv:${full.id}`, seenAt: 1, upvotes: 125, stars: 1_200 }]);
  const address = web.serve('https://arxiv.org/card-states', cardStates());
  const taken: string[] = [];

  /** Opens a card on a fresh page, does something in it, and takes a picture. */
  const shoot = async (
    name: string,
    paper: { title: string },
    act: (page: Page) => Promise<unknown> = async () => {},
  ) => {
    const page = await titlelight.open(address);
    await openCard(page, paper.title);
    await act(page);
    await idle(page);
    taken.push(await picture(page, `card-${name}-${theme}`, await placeOf(page)));
    await page.close();
  };
  const save = async (page: Page) => {
    await clickInCard(page, 'button', 'Save');
    await inCard(page, 'button', 'Saved');
  };

  await shoot('full', full);
  await shoot('long', long);
  await shoot('no-abstract', bare);
  await shoot('links', links);
  await shoot('right-to-left', rightToLeft);
  await shoot('chinese', chinese);
  await shoot('copy-menu', long, (page) => clickInCard(page, 'button', 'Copy as'));
  await shoot('status-menu', sequel, async (page) => {
    await save(page);
    await clickInCard(page, 'button', /^Status/);
  });
  await shoot('pinned', links, (page) => clickInCard(page, 'button', 'Pin'));
  await shoot('dismissed', bare, (page) => clickInCard(page, 'button', 'Not this paper'));
  await shoot('sharing', full, (page) => clickInCard(page, 'button', sequel.title));
  await shoot('passage', long, async (page) => {
    await closeCard(page);
    await hoverMarkAt(
      page,
      (await marksOn(page)).findLastIndex(({ text }) => text === links.title),
    );
    await inCard(page, 'StaticText', '1 of 2 in this passage');
  });
  await shoot('forced-colors', full, (page) => page.emulateMedia({ forcedColors: 'active' }));
  taken.push(await onPhone(titlelight, address, theme));
  return taken;
}

async function onPhone(titlelight: Titlelight, address: string, theme: string): Promise<string> {
  const page = await titlelight.open(address);
  const devtools = await page.context().newCDPSession(page);
  const { windowId, bounds } = await devtools.send('Browser.getWindowForTarget');
  await devtools.send('Browser.setWindowBounds', { windowId, bounds: phone });
  await openCard(page, full.title);
  await idle(page);
  const taken = await picture(page, `card-phone-${theme}`);
  const { width = 0, height = 0 } = bounds;
  await devtools.send('Browser.setWindowBounds', { windowId, bounds: { width, height } });
  await page.close();
  return taken;
}

async function placeOf(page: Page) {
  const card = await cardBox(page);
  const window = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const x = Math.max(0, card.x - around.x);
  const y = Math.max(0, card.y - around.above);
  return {
    x,
    y,
    width: Math.min(window.width, card.x + card.width + around.x) - x,
    height: Math.min(window.height, card.y + card.height + around.below) - y,
  };
}
