import type { Page } from 'playwright-core';
import type { Titlelight } from './extension.ts';
import { importFile } from './flows.ts';
import { idle } from './idle.ts';
import { fillLibrary, fullPaper, jsonLines, oddPapers, openLibrary, plainPapers } from './library.ts';
import { picture } from './pictures.ts';
import type { LocalWeb } from './server.ts';
import { putSettings } from './stores.ts';

const sizes = {
  wide: { width: 1_440, height: 900 },
  medium: { width: 960, height: 720 },
  narrow: { width: 390, height: 800 },
  /** A window of 1280 by 900 at 200 %. */
  zoomed: { width: 640, height: 450 },
};

interface Shot {
  name: string;
  query: string;
  size: keyof typeof sizes;
  act?: (page: Page) => Promise<void>;
}

const press = (name: string) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).first().click();
const paper = `paper=arxiv:${fullPaper.id}`;

const shots: Shot[] = [
  { name: 'archive', query: '', size: 'wide', act: (page) => page.keyboard.press('j') },
  { name: 'paper', query: `?day=${fullPaper.date}&${paper}`, size: 'wide' },
  {
    name: 'pictures',
    query: `?day=${fullPaper.date}&${paper}`,
    size: 'wide',
    act: (page) => page.getByRole('button', { name: /^Show pictures/ }).click(),
  },
  { name: 'long-title', query: `?day=${fullPaper.date}&paper=arxiv:${oddPapers[0]?.id}`, size: 'wide' },
  { name: 'right-to-left', query: `?day=2026-07-27&paper=arxiv:${oddPapers[2]?.id}`, size: 'wide' },
  { name: 'search', query: '?q=consistency', size: 'wide' },
  { name: 'filters', query: '?code=1&from=2026-06-01', size: 'wide', act: press('More') },
  { name: 'nothing-found', query: '?q=no+paper+is+called+so', size: 'wide' },
  { name: 'watch-word', query: '?watch=author:Lampwright', size: 'wide' },
  { name: 'shelf', query: '?shelf=all', size: 'wide' },
  { name: 'shelf-empty', query: '?shelf=read', size: 'wide' },
  { name: 'trends', query: '?show=trends', size: 'wide' },
  { name: 'keys', query: '', size: 'wide', act: (page) => page.keyboard.press('?') },
  { name: 'two-panes', query: `?month=2026-07&${paper}`, size: 'medium' },
  { name: 'one-pane', query: '?month=2026-07', size: 'narrow' },
  { name: 'one-pane-paper', query: `?month=2026-07&${paper}`, size: 'narrow' },
  { name: 'one-pane-places', query: '?month=2026-07', size: 'narrow', act: press('Go to') },
  { name: 'one-pane-trends', query: '?show=trends', size: 'narrow' },
  { name: 'zoomed', query: '', size: 'zoomed' },
];

/** What the network gives where someone asks for pictures. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 300" width="640" height="300">
<rect width="640" height="300" fill="#fff6e0"/><path d="M60 250h520" stroke="#6b675f"/>
<path d="M60 240C180 230 220 120 320 110s160-30 260-60" fill="none" stroke="#a85b00" stroke-width="5"/></svg>`;

/** The library in every layout and state, and once in a high-contrast theme. */
export async function shootLibrary(titlelight: Titlelight, web: LocalWeb, theme: string): Promise<string[]> {
  web.serve(fullPaper.media?.[0] as string, drawing, { 'content-type': 'image/svg+xml' });
  await fill(titlelight);
  const page = await openLibrary(titlelight);
  const devtools = await page.context().newCDPSession(page);
  const taken: string[] = [];
  const shoot = async ({ name, query, size, act }: Shot) => {
    await devtools.send('Emulation.setDeviceMetricsOverride', {
      ...sizes[size],
      deviceScaleFactor: 2,
      mobile: false,
    });
    await page.goto(titlelight.address(`library.html${query}`));
    await page.getByRole('heading', { level: 1 }).waitFor();
    await act?.(page);
    await idle(page);
    taken.push(await picture(page, `library-${name}-${theme}`));
  };
  for (const shot of shots) await shoot(shot);
  await page.emulateMedia({ forcedColors: 'active' });
  await shoot({ name: 'high-contrast', query: `?day=${fullPaper.date}&${paper}`, size: 'wide' });
  await page.close();
  return taken;
}

/** Papers of a year, a shelf and watch words: all of it invented. */
async function fill(titlelight: Titlelight): Promise<void> {
  await fillLibrary(titlelight);
  const year = Array.from({ length: 46 }, (_, week) => {
    const day = new Date(Date.UTC(2025, 7, 6 + 7 * week)).toISOString().slice(0, 10);
    return plainPapers(day, 18 + Math.round(9 * Math.sin(week / 4)) + (week % 5), 2_000 + 50 * week);
  });
  await importFile(titlelight, 'year.jsonl', jsonLines(year.flat()));
  await putSettings(titlelight, { watchWords: [{ field: 'author', words: 'Lampwright' }] });
}
