import type { Page } from 'playwright-core';
import { virtualList } from '../../fixtures/pages/living/virtual-list.ts';
import { eventually } from '../../support/eventually.ts';
import { launch } from '../../support/extension.ts';
import { idle } from '../../support/idle.ts';
import { marksOn } from '../../support/marks.ts';
import { memoryOf } from '../../support/page-memory.ts';
import { startWeb } from '../../support/server.ts';
import { starter } from '../../support/starter.ts';
import { atMost, type Figure, noted, table } from '../figures.ts';

const titles = starter.map(({ title }) => title).filter((title) => title.length > 50);
/** Rows of the list, every other one a title. */
const rowCount = 4_000;
/** How far one frame scrolls, in pixels: a row in five frames. */
const step = 12;
/** Looks at the memory meanwhile, and the part of the time that passes before the first: until then all is being made ready. */
const looks = 5;
const warmUp = 0.1;
/** Per cent. */
const mostGrowth = 5;

/**
 * Scrolls a list of recycled nodes up and down in the built extension, and compares what the page holds after a while with
 * what it holds at the end.
 */
export async function measureMemory(minutes: number): Promise<Figure[]> {
  const web = await startWeb();
  const titlelight = await launch({ web });
  try {
    const rows = Array.from({ length: rowCount }, (_, at) => ({
      text: at % 2 === 0 ? (titles[(at / 2) % titles.length] as string) : `Row ${at} is no paper at all.`,
    }));
    const page = await titlelight.open(web.serve('https://x.com/memory', virtualList(rows)));
    await eventually(async () => {
      if ((await marksOn(page)).length === 0) throw new Error('The list is not lit.');
    });
    const milliseconds = minutes * 60_000;
    await scroll(page, warmUp * milliseconds);
    const memory = [await restingMemory(page)];
    for (let look = 0; look < looks; look += 1) {
      await scroll(page, ((1 - warmUp) * milliseconds) / looks);
      memory.push(await restingMemory(page));
    }
    console.log(`${minutes} minutes of scrolling; what the page holds without its garbage\n`);
    console.log(
      table(
        ['', 'heap', 'nodes'],
        memory.map(({ heap, nodes }, at) => [
          at === 0 ? 'after the first tenth' : `${(at * 100) / looks} % of the rest`,
          `${(heap / 1e6).toFixed(2)} MB`,
          String(nodes),
        ]),
        [1, 2],
      ),
    );
    const [first, last] = [memory[0], memory.at(-1)] as [(typeof memory)[0], (typeof memory)[0]];
    const growth = (of: 'heap' | 'nodes') => (100 * (last[of] - first[of])) / first[of];
    return [
      noted('minutes of scrolling', minutes, ''),
      atMost('growth of the heap', growth('heap'), '%', mostGrowth),
      atMost('growth of the number of nodes', growth('nodes'), '%', mostGrowth),
    ];
  } finally {
    await titlelight.close();
    await web.close();
  }
}

/** What the page holds at its top, once the extension has read it there: the same rows each time. */
async function restingMemory(page: Page) {
  await page.evaluate(() => scrollTo(0, 0));
  await idle(page);
  return memoryOf(page);
}

/** Scrolls down and up again, frame by frame, for so long. */
function scroll(page: Page, milliseconds: number): Promise<void> {
  return page.evaluate(
    async ({ milliseconds, step }) => {
      const end = performance.now() + milliseconds;
      for (let by = step; performance.now() < end; ) {
        const before = scrollY;
        scrollBy(0, by);
        if (scrollY === before) by = -by;
        await new Promise(requestAnimationFrame);
      }
    },
    { milliseconds, step },
  );
}
