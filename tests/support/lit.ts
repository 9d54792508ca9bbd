import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { eventually } from './eventually.ts';
import { idle } from './idle.ts';
import { type Mark, marksOn, plain } from './marks.ts';
import type { Entry } from './starter.ts';

/**
 * Waits until every one of `entries` is lit by its title and nothing else is, and until it stays so. Beside its title a
 * paper's own id or link may be lit too.
 */
export async function expectTitlesLit(page: Page, entries: Entry[]): Promise<void> {
  const check = async () => {
    const marks = await marksOn(page);
    const titles = entries.map((entry) => `${entry.id} ${plain(entry.title)}`);
    const byTitle = new Set(marks.map((mark) => `${mark.paper} ${plain(mark.text)}`));
    expect(titles.filter((title) => !byTitle.has(title))).toEqual([]);
    const known = new Set(titles);
    const others = marks.filter((mark) => !known.has(`${mark.paper} ${plain(mark.text)}`));
    expect(others.filter((mark) => !isIdentifier(mark))).toEqual([]);
  };
  await eventually(check);
  await idle(page);
  await check();
}

/** Waits until just the papers are lit that the page's `data-paper` attributes name, by whatever evidence. */
export async function expectPapersLit(page: Page): Promise<void> {
  const check = async () => {
    const expected = await page.$$eval('[data-paper]', (all) =>
      all.map((one) => one.getAttribute('data-paper')),
    );
    const lit = (await marksOn(page)).map((mark) => mark.paper ?? `nobody's: ${mark.text}`);
    expect([...new Set(lit)].sort()).toEqual([...new Set(expected)].sort());
  };
  await eventually(check);
  await idle(page);
  await check();
}

function isIdentifier({ paper, text, href }: Mark): boolean {
  return paper !== undefined && (text.includes(paper) || (href?.includes(paper) ?? false));
}
