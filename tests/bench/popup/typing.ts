import type { Titlelight } from '../../support/extension.ts';
import type { ArchiveBrowser } from '../archive-browser.ts';
import { atMost, type Figure, noted, table } from '../figures.ts';
import { queries } from '../search/queries.ts';
import { quantile } from '../stopwatch.ts';
import { type Keystroke, watchTyping } from './typing-probe.ts';

/** Browsers that are started anew. */
const rounds = 3;
/** Milliseconds between two letters: a fast typist's. */
const between = 70;

/** Types queries letter by letter into a popup that has just opened, with no worker running. */
export async function measureTyping(browser: ArchiveBrowser): Promise<Figure[]> {
  const keystrokes: Keystroke[] = [];
  const longTasks: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const typed = await browser.start(typeAll);
    keystrokes.push(...typed.keystrokes);
    longTasks.push(...typed.longTasks);
  }
  const shown = keystrokes.map((keystroke) => keystroke.shown);
  const slowest = keystrokes.toSorted((a, b) => b.shown - a.shown).slice(0, 8);
  console.log(
    table(
      ['slowest letters', 'shown, ms', 'painted, ms'],
      slowest.map(({ query, shown, painted }) => [query, shown.toFixed(1), painted.toFixed(1)]),
      [1, 2],
    ),
  );
  return [
    noted('letters typed', keystrokes.length, ''),
    noted('keystroke to results, median', quantile(shown, 0.5), 'ms'),
    atMost('keystroke to results, 95th percentile', quantile(shown, 0.95), 'ms', 16),
    noted(
      'keystroke to the frame with the results, 95th percentile',
      quantile(
        keystrokes.map(({ painted }) => painted),
        0.95,
      ),
      'ms',
    ),
    noted('longest task while typing', Math.max(0, ...longTasks), 'ms'),
  ];
}

async function typeAll(titlelight: Titlelight) {
  await titlelight.killWorker();
  const popup = await titlelight.context.newPage();
  await popup.addInitScript(watchTyping);
  await popup.goto(titlelight.address('popup.html'));
  const field = popup.getByRole('searchbox');
  for (const query of queries) {
    await field.focus();
    await popup.keyboard.type(query, { delay: between });
    await popup.waitForFunction((last) => keystrokes.at(-1)?.query === last, query);
    await field.fill('');
  }
  return popup.evaluate(() => ({ keystrokes: keystrokes.filter(({ query }) => query !== ''), longTasks }));
}
