import { expect } from 'vitest';
import { dayAt, dayMilliseconds } from './api/calendar.ts';
import { asListed } from './api/paper.ts';
import type { Api } from './api/start.ts';
import { now } from './clock.ts';
import type { Committed } from './commits.ts';
import type { Copy } from './copy.ts';

/** The day `age` days before today, on the tests' clock. */
export const dayBefore = (age: number) => dayAt(now() - age * dayMilliseconds);

const numbers = (papers: readonly { id: string }[]) => papers.map(({ id }) => id);

/**
 * Expects the copy to hold just the last `days` days, every paper of them in its place and in all it says as the server has
 * it now.
 */
export async function expectWhole(copy: Copy, api: Api, days: number): Promise<void> {
  const stored = await copy.papersByDay();
  for (let age = 0; age < days; age++) {
    const day = dayBefore(age);
    const papers = stored.get(day)?.map(({ aliases: _, ...paper }) => paper);
    expect([day, papers]).toEqual([day, api.day(day).papers.map((paper) => asListed(paper, day))]);
  }
  expect([...stored.keys()].sort()).toEqual(
    Array.from({ length: days }, (_, age) => dayBefore(days - 1 - age)),
  );
}

/** Expects pages to ask about just the papers that the copy holds. */
export async function expectIndexed(copy: Copy): Promise<void> {
  const { stored, asked, isOne } = await copy.index();
  expect({ asked, isOne }).toEqual({ asked: stored, isOne: true });
}

/** Expects every day of the copy to list the papers that the server once listed for it, in that order. */
export async function expectHonest(copy: Copy, api: Api, when = ''): Promise<void> {
  // Looked for on either side: the worker goes on in between.
  const before = await copy.flawed();
  const stored = await copy.days();
  const flawed = new Set([...before, ...(await copy.flawed())]);
  expectOnceListed(stored, flawed, api, when);
}

/** Expects the same of what each commit left behind. */
export function expectCommitsHonest(committed: readonly Committed[], api: Api, when = ''): void {
  for (const { days, flawed } of committed) expectOnceListed(days, new Set(flawed), api, when);
}

/** Expects every day that the copy has of arXiv to list the papers that arXiv once gave for it, in that order. */
export async function expectArxivHonest(copy: Copy, api: Api, when = ''): Promise<void> {
  for (const [day, papers] of await copy.days('arxiv'))
    expect(api.arxivVersionsOf(day), `${when} arXiv, ${day}`).toContainEqual(papers);
}

/** Expects the copy to hold just the last `days` days of a category of arXiv, every paper in its place. */
export async function expectArxivWhole(copy: Copy, api: Api, category: string, days: number): Promise<void> {
  const range = Array.from({ length: days }, (_, age) => dayBefore(age));
  const stored = await copy.days('arxiv');
  expect([...stored].sort().reverse()).toEqual(range.map((day) => [day, onArxiv(api, category, day)]));
}

/** arXiv numbers of a category that were submitted on a day, in the order of arXiv. */
export function onArxiv(api: Api, category: string, day: string): string[] {
  const papers = api.days().flatMap((listed) => api.day(listed).papers);
  const submitted = papers.filter(
    ({ publishedAt, categories }) => publishedAt === day && categories.includes(category),
  );
  return numbers(submitted).sort();
}

function expectOnceListed(
  stored: Iterable<[day: string, numbers: string[]]>,
  flawed: ReadonlySet<string>,
  api: Api,
  when: string,
): void {
  for (const [day, papers] of stored) {
    const versions = api.versionsOf(day).map(numbers);
    if (flawed.has(day)) expect(new Set(versions.flat())).toEqual(new Set([...versions.flat(), ...papers]));
    else expect(versions, `${when} ${day}`).toContainEqual(papers);
  }
}
