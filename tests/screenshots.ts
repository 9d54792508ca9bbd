import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { sample } from './fixtures/pages/sample.ts';
import { clickInCard, closeCard, inCard } from './support/card.ts';
import { cardPictures } from './support/card-pictures.ts';
import { launch, type Titlelight } from './support/extension.ts';
import { idle } from './support/idle.ts';
import { shootLibrary } from './support/library-pictures.ts';
import { openCard, picture, pictures, shapeAsPopup } from './support/pictures.ts';
import { type LocalWeb, startWeb } from './support/server.ts';
import { overEachState } from './support/site-states.ts';
import { starterPaper } from './support/starter.ts';
import { putSettings, putSyncState } from './support/stores.ts';
import { syncStates } from './support/sync-states.ts';

/*
 * `npm run screenshots`: every surface in both themes, in ./pictures with an index to look through, and the README's
 * picture in ./docs.
 */

const shown = starterPaper('2309.06651');
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

const web = await startWeb();
const taken: string[] = [];
for (const theme of themes) taken.push(...(await shoot(web, theme)));
await web.close();

await copyFile(join(pictures, 'card-light.png'), await readmePicture());
await writeFile(join(pictures, 'index.html'), index(taken));
console.log(`${taken.length} pictures: ${join(pictures, 'index.html')}`);

async function shoot(web: LocalWeb, theme: Theme): Promise<string[]> {
  const titlelight = await launch({ web, scale: 2, colorScheme: theme });
  const page = await titlelight.open(web.serve('https://arxiv.org/reading-notes', sample()));
  await idle(page);
  const pictures = [
    ...(await shootCard(page, theme)),
    ...(await shootPopup(titlelight, page, theme)),
    await shootPage(titlelight, 'welcome', theme),
    await shootPage(titlelight, 'options', theme),
    ...(await shootSites(titlelight, web, theme)),
    ...(await shootShelf(titlelight, theme)),
    ...(await shootStates(titlelight, theme)),
    ...(await cardPictures(titlelight, web, theme)),
    ...(await shootLibrary(titlelight, web, theme)),
  ];
  await titlelight.close();
  return [...pictures, ...(await shootChinese(web, theme))];
}

/** Welcome and settings as a Chinese browser shows them. */
async function shootChinese(web: LocalWeb, theme: Theme): Promise<string[]> {
  const titlelight = await launch({ web, scale: 2, colorScheme: theme, language: 'zh-CN' });
  const taken: string[] = [];
  for (const name of ['welcome', 'options'] as const) {
    const page = await titlelight.open(titlelight.address(`${name}.html`));
    await idle(page);
    taken.push(await picture(page, `${name}-chinese-${theme}`));
  }
  await titlelight.close();
  return taken;
}

async function shootCard(page: Page, theme: Theme): Promise<string[]> {
  await openCard(page, shown.title);
  const card = await picture(page, `card-${theme}`);
  await clickInCard(page, 'button', 'Save');
  await inCard(page, 'button', 'Saved');
  const saved = await picture(page, `card-saved-${theme}`);
  await closeCard(page);
  return [card, saved];
}

async function shootPopup(titlelight: Titlelight, page: Page, theme: Theme): Promise<string[]> {
  const popup = await titlelight.openPopup(page);
  await shapeAsPopup(popup);
  const shoot = async (name: string) => {
    await idle(popup);
    return picture(popup, `popup-${name}-${theme}`);
  };
  const search = popup.getByRole('searchbox');
  const taken: string[] = [];
  for (const [tab, name] of [
    [/^This page/, 'this-page'],
    [/^Today/, 'today'],
    [/^Shelf/, 'shelf'],
  ] as const) {
    await popup.getByRole('tab', { name: tab }).click();
    await popup.getByRole('article').first().waitFor();
    taken.push(await shoot(name));
  }
  await search.fill('consistency');
  await popup.getByRole('article').first().waitFor();
  taken.push(await shoot('search'));
  await popup.getByRole('article').first().getByRole('heading').click();
  taken.push(await shoot('open-row'));
  await search.fill('consitsency author:song colour:red');
  await popup.getByText('There is no filter').waitFor();
  taken.push(await shoot('search-corrected'));
  await search.fill('no paper is called so');
  await popup.getByText('Nothing found').waitFor();
  taken.push(await shoot('nothing-found'));
  return taken;
}

/** The popup over pages that stand in every way with Titlelight. */
async function shootSites(titlelight: Titlelight, web: LocalWeb, theme: Theme): Promise<string[]> {
  const taken: string[] = [];
  await overEachState(titlelight, web, async (name, popup) => {
    await shapeAsPopup(popup);
    await idle(popup);
    taken.push(await picture(popup, `popup-site-${name}-${theme}`));
  });
  return taken;
}

async function shootPage(titlelight: Titlelight, name: 'welcome' | 'options', theme: Theme): Promise<string> {
  const page = await titlelight.open(titlelight.address(`${name}.html`));
  await idle(page);
  const taken = await picture(page, `${name}-${theme}`);
  await page.close();
  return taken;
}

/** What the settings show of the shelf: what a file would change, and backups. */
async function shootShelf(titlelight: Titlelight, theme: Theme): Promise<string[]> {
  const page = await titlelight.open(titlelight.address('options.html#shelf'));
  const shelf = page.getByRole('region', { name: 'Your shelf' });
  const choose = async (bibliography: string) => {
    const file = { name: 'refs.bib', mimeType: 'text/plain', buffer: Buffer.from(bibliography) };
    await page.getByLabel('Choose a shelf or bibliography').setInputFiles(file);
    await shelf.getByRole('button', { name: /^Import \d/ }).waitFor();
  };
  const known = `@misc{a, title={${shown.title}}, eprint={2309.06651}, keywords={to cite}, annote={Read again.}}`;
  await choose(
    known.replace('to cite', 'to cite, vision').replace('again.', 'again. Compare with last year’s.'),
  );
  await shelf.scrollIntoViewIfNeeded();
  const preview = await picture(page, `options-shelf-import-${theme}`);
  await shelf.getByRole('button', { name: /^Import \d/ }).click();
  await shelf.getByRole('button', { name: /^Restore / }).click();
  const restore = shelf.getByRole('button', { name: /^Restore \d+ papers?$/ });
  await restore.scrollIntoViewIfNeeded();
  const backups = await picture(page, `options-shelf-backups-${theme}`);
  await page.close();
  return [preview, backups];
}

/** Popup and settings as syncing comes and goes, with watch words on top. */
async function shootStates(titlelight: Titlelight, theme: Theme): Promise<string[]> {
  await putSettings(titlelight, {
    keepBefore: '30-days',
    watchWords: [
      { field: 'author', words: 'Song' },
      { field: 'any', words: 'federated learning' },
    ],
  });
  const popup = await titlelight.open(titlelight.address('popup.html#today'));
  await shapeAsPopup(popup);
  const options = await titlelight.open(titlelight.address('options.html'));
  const taken: string[] = [];
  for (const [name, state] of Object.entries(syncStates(Date.now()))) {
    await putSyncState(titlelight, state);
    for (const [page, surface] of [
      [popup, 'popup'],
      [options, 'options'],
    ] as const) {
      await page.bringToFront();
      await idle(page);
      taken.push(await picture(page, `${surface}-sync-${name}-${theme}`));
    }
  }
  return taken;
}

async function readmePicture(): Promise<string> {
  const docs = fileURLToPath(new URL('../docs', import.meta.url));
  await mkdir(docs, { recursive: true });
  return join(docs, 'picture.png');
}

function index(paths: string[]): string {
  const figures = paths.map((path) => {
    const name = basename(path);
    return `<figure><figcaption>${name}</figcaption><img src="${name}" alt="${name}" loading="lazy"></figure>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Titlelight, every surface</title>
<style>
  body { font: 14px system-ui; display: flex; flex-wrap: wrap; gap: 24px; align-items: start; background: #888; }
  figure { margin: 0; }
  img { max-width: 640px; max-height: 640px; display: block; }
</style>
${figures.join('\n')}
</html>
`;
}
