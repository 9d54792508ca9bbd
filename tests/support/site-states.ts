import type { Page } from 'playwright-core';
import { asHtml, page as pageOf } from '../fixtures/pages/html.ts';
import { arxivAbstract, emptyPdf } from '../fixtures/pages/paper-page.ts';
import { sample } from '../fixtures/pages/sample.ts';
import { chooseAccess } from './browser-settings.ts';
import type { Titlelight } from './extension.ts';
import { idle } from './idle.ts';
import type { LocalWeb } from './server.ts';
import { starterPaper } from './starter.ts';
import { pressButton } from './toolbar.ts';

interface State {
  address: string;
  /** Names of what is pressed first in the toolbar's popup. */
  press?: string[];
  /** Whether the browser has taken back what Titlelight came with. */
  isTaken?: boolean;
  /** Without a press of the button, which shows Titlelight the page. */
  isUnknown?: boolean;
}

const states: Record<string, State> = {
  on: { address: 'https://arxiv.org/notes' },
  none: { address: 'https://arxiv.org/empty' },
  paper: { address: 'https://arxiv.org/abs/2309.06651' },
  off: { address: 'https://lobste.rs/s/notes', press: ['lobste.rs'] },
  'not-allowed': { address: 'https://blog.example.org/notes' },
  once: { address: 'https://blog.example.org/notes', press: ['Look once'] },
  'paper-not-allowed': { address: 'https://blog.example.org/paper' },
  taken: { address: 'https://arxiv.org/notes', isTaken: true },
  pdf: { address: 'https://arxiv.org/pdf/2309.06651' },
  'pdf-unknown': { address: 'https://blog.example.org/manual.pdf' },
  own: { address: 'options.html' },
  unknown: { address: 'https://blog.example.org/notes', isUnknown: true },
};

/** Every way in which a page stands with Titlelight, and the popup over it. */
export async function overEachState(
  titlelight: Titlelight,
  web: LocalWeb,
  act: (name: string, popup: Page) => Promise<void>,
): Promise<void> {
  serve(web);
  for (const [name, { address, press = [], isTaken, isUnknown }] of Object.entries(states)) {
    if (isTaken) await chooseAccess(titlelight, 'ON_CLICK');
    const page = await titlelight.open(address.includes(':') ? address : titlelight.address(address));
    await idle(page);
    const button = isUnknown ? undefined : await pressButton(titlelight, page);
    for (const control of press.length > 0 ? ['This page', ...press] : []) await button?.click(control);
    if (press.length > 0) await idle(page);
    const popup = await titlelight.openPopup(page, 'page');
    await popup.getByRole('tabpanel').locator('.site, .state').first().waitFor();
    await act(name, popup);
    await popup.close();
    await page.close();
    if (isTaken) await chooseAccess(titlelight, 'ON_ALL_SITES');
  }
}

function serve(web: LocalWeb): void {
  const paper = starterPaper('2309.06651');
  const pdf = { 'content-type': 'application/pdf' };
  const about = pageOf({ title: paper.title, body: `<h1>${asHtml(paper.title)}</h1>` });
  web.serve('https://arxiv.org/notes', sample());
  web.serve('https://arxiv.org/empty', pageOf({ title: 'Lamps', body: '<p>Lamps.</p>' }));
  web.serve(
    'https://arxiv.org/abs/2309.06651',
    arxivAbstract(paper, starterPaper('2310.14189'), 'https://github.com/BorealisAI/ConR'),
  );
  web.serve('https://lobste.rs/s/notes', sample());
  web.serve('https://blog.example.org/notes', sample());
  web.serve('https://blog.example.org/paper', about);
  web.serve('https://arxiv.org/pdf/2309.06651', emptyPdf(), pdf);
  web.serve('https://blog.example.org/manual.pdf', emptyPdf('A Manual for Lamps'), pdf);
}
