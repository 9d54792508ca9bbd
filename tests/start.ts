import type { BrowserContext, Page } from 'playwright-core';
import { sample } from './fixtures/pages/sample.ts';
import { cardFacts, closeCard } from './support/card.ts';
import { launch } from './support/extension.ts';
import { idle } from './support/idle.ts';
import { hoverMarkAt, marksOn } from './support/marks.ts';
import { openCard, picture, shapeAsPopup } from './support/pictures.ts';
import { startWeb } from './support/server.ts';
import { starterPaper } from './support/starter.ts';

/*
 * `npm start` shows the built extension at work: in a browser to play with, or, where there is no display, as a table
 * and pictures of the main job on a sample page.
 */

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

await (hasDisplay ? openBrowser() : showWithoutDisplay());

async function openBrowser(): Promise<void> {
  const titlelight = await launch({ headed: true, keepWelcome: true });
  const welcome = titlelight.address('welcome.html');
  const pages = titlelight.context.pages();
  const opened = pages.find((page) => page.url() === welcome) ?? (await titlelight.open(welcome));
  await opened.bringToFront();
  for (const page of pages) if (page.url() === 'about:blank') await page.close();
  console.log(
    'Titlelight runs in the browser that opened. Rest the pointer on a title; close the browser to end.',
  );
  await lastPageClosed(titlelight.context);
  await titlelight.close();
}

/** On macOS a browser outlives its last window, so its pages are watched too. */
function lastPageClosed(context: BrowserContext): Promise<void> {
  return new Promise((resolve) => {
    const watch = (page: Page) =>
      page.once('close', () => {
        if (context.pages().length === 0) resolve();
      });
    context.pages().forEach(watch);
    context.on('page', watch);
    context.once('close', () => resolve());
  });
}

async function showWithoutDisplay(): Promise<void> {
  console.log('There is no display here: this is what Titlelight does on a sample page.');
  const web = await startWeb();
  const titlelight = await launch({ web, scale: 2 });
  const page = await titlelight.open(web.serve('https://arxiv.org/notes', sample()));
  await idle(page);

  console.table(await findings(page));

  const saved: string[] = [];
  await openCard(page, starterPaper('2309.06651').title);
  saved.push(await picture(page, 'page-with-card'));
  await closeCard(page);
  const popup = await titlelight.openPopup(page);
  await shapeAsPopup(popup);
  await popup.getByRole('article').first().waitFor();
  saved.push(await picture(popup, 'popup'));

  console.log(`Pictures:\n${saved.map((path) => `  ${path}`).join('\n')}`);
  await titlelight.close();
  await web.close();
}

/** What the card says of every mark on the page, in order of place. */
async function findings(page: Page): Promise<Record<string, string>[]> {
  const rows: Record<string, string>[] = [];
  const marks = await marksOn(page);
  if (marks.length === 0) throw new Error('Nothing was found on the sample page.');
  for (const at of marks.keys()) {
    await hoverMarkAt(page, at);
    const { title, reason, links } = await cardFacts(page);
    rows.push({ title, 'how it matched': reason, links: links.join(', ') });
    await closeCard(page);
  }
  return rows;
}
