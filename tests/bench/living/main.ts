import { eventually } from '../../support/eventually.ts';
import { launch, type Titlelight } from '../../support/extension.ts';
import { idle } from '../../support/idle.ts';
import { type LocalWeb, startWeb } from '../../support/server.ts';
import { atMost, type Figure, noted, table } from '../figures.ts';
import { median, quantile } from '../stopwatch.ts';
import { type Lighting, watchLighting } from './probe.ts';
import { type Replica, replicas, rewritten, titles } from './replicas.ts';

/** Milliseconds in which a mention is to be lit. */
const promise = 300;

/** Lets each replica live in the built extension, and measures how long its titles stand there before they are lit. */
export async function measureLiving(): Promise<Figure[]> {
  const web = await startWeb();
  const titlelight = await launch({ web });
  try {
    const measured: { name: string; lighting: Lighting }[] = [];
    for (const replica of replicas)
      measured.push({ name: replica.name, lighting: await measure(titlelight, web, replica) });
    const bare = await measureBare(titlelight, web);
    print([...measured, { name: 'a bare script that marks one title', lighting: bare }]);
    const lit = measured.flatMap(({ lighting }) => lighting.lit);
    // What was gone sooner than a mark may take was never due.
    const missed = measured.flatMap(({ lighting }) => lighting.dark.filter((time) => time > promise));
    return [
      ...measured.map(({ name, lighting }) =>
        atMost(`${name}, longest`, Math.max(0, ...lighting.lit), 'ms', promise),
      ),
      atMost('from appearing to painted, 95th percentile', quantile(lit, 0.95), 'ms', promise),
      atMost('titles never lit', missed.length, '', 0),
      noted('titles that appeared', lit.length + missed.length, ''),
      noted('a bare script, 95th percentile', quantile(bare.lit, 0.95), 'ms'),
    ];
  } finally {
    await titlelight.close();
    await web.close();
  }
}

async function measure(titlelight: Titlelight, web: LocalWeb, { html, live }: Replica): Promise<Lighting> {
  const page = await titlelight.open(web.serve('https://x.com/living', html));
  await idle(page);
  // What happens later on a page that is open is measured, with all its scripts there: one title brings them.
  await page.evaluate((title) => {
    const bringer = document.createElement('p');
    bringer.textContent = title;
    document.body.append(bringer);
  }, titles.at(-1) as string);
  await eventually(async () => {
    const isLit = await page.evaluate(() => CSS.highlights.size > 0);
    if (!isLit) throw new Error('Nothing is lit.');
  });
  const read = await watchLighting(page, titles.slice(0, -1));
  await live(page);
  const lighting = await read();
  await page.close();
  return lighting;
}

/** The same where the extension does not run and a script of the page does the least that could be done. */
async function measureBare(titlelight: Titlelight, web: LocalWeb): Promise<Lighting> {
  const page = await titlelight.open(web.serve('https://example.org/living', rewritten.html));
  await idle(page);
  await page.evaluate(markWhenIdle);
  const read = await watchLighting(page, titles.slice(0, -1));
  await rewritten.live(page);
  const lighting = await read();
  await page.close();
  return lighting;
}

/** Runs in the page: in the first idle moment after a change of one known paragraph all of its text is marked. */
function markWhenIdle(): void {
  const paragraph = document.getElementById('rewritten') as HTMLElement;
  const mark = () => {
    const range = new Range();
    range.selectNodeContents(paragraph.firstChild as Text);
    CSS.highlights.set('titlelight-bare', new Highlight(range));
  };
  new MutationObserver(() => requestIdleCallback(mark, { timeout: 200 })).observe(paragraph, {
    subtree: true,
    characterData: true,
  });
}

function print(measured: readonly { name: string; lighting: Lighting }[]): void {
  console.log('Milliseconds from the change of the page to the painted mark\n');
  console.log(
    table(
      ['page', 'titles', 'median', '95 %', 'longest', 'never lit'],
      measured.map(({ name, lighting: { lit, dark } }) => [
        name,
        String(lit.length),
        ...(lit.length > 0 ? [median(lit), quantile(lit, 0.95), Math.max(...lit)] : []).map((time) =>
          time.toFixed(0),
        ),
        String(dark.filter((time) => time > promise).length),
      ]),
      [1, 2, 3, 4, 5],
    ),
  );
}
