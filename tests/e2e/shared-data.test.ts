import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasShared, shared } from '../support/archive.ts';
import { launch, type Titlelight } from '../support/extension.ts';
import { chooseFile, importReport } from '../support/flows.ts';
import { type LocalWeb, startWeb } from '../support/server.ts';

/** Real digests that lie beside the project on some machines. Extra: the project's own fixtures say the same. */
describe.runIf(hasShared)('real digests', () => {
  let web: LocalWeb;
  let titlelight: Titlelight;

  beforeAll(async () => {
    web = await startWeb();
    titlelight = await launch({ web });
  });
  afterAll(async () => {
    await titlelight?.close();
    await web?.close();
  });

  it('imports the copied text of a real Daily Papers page', async () => {
    const page = await titlelight.open(titlelight.address('options.html'));
    await chooseFile(page, `${shared}daily-papers-page.txt`);
    expect(await importReport(page)).toMatch(/\b83 papers imported/);
  });

  it('imports 40,000 papers without freezing the page', { timeout: 400_000 }, async () => {
    const page = await titlelight.open(titlelight.address('options.html'));
    const frames = await page.evaluateHandle(() => {
      const seen = { count: 0, longestGap: 0, started: performance.now(), last: performance.now() };
      const tick = (now: number) => {
        seen.count += 1;
        seen.longestGap = Math.max(seen.longestGap, now - seen.last);
        seen.last = now;
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
      return seen;
    });
    await chooseFile(page, `${shared}archive-40k.jsonl.gz`);
    expect(await importReport(page, 390_000)).toMatch(/\b40[,.\s]?000 papers imported/);
    const { count, longestGap, started, last } = await frames.jsonValue();
    expect(count).toBeGreaterThan(100);
    expect(longestGap / (last - started)).toBeLessThan(0.1);
  });

  it('says nothing on any console and throws nothing', () => {
    expect(titlelight.problems).toEqual([]);
  });
});
