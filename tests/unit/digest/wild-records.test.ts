import { describe, expect, it } from 'vitest';
import { importText } from '@/lib/digest/import/import-file';
import type { Paper } from '@/lib/paper/types';
import { pick, seededRandom } from '../../bench/random';

const files = 50;
const recordsOfFile = 1_000;
/** Every so manieth record is sound, and has to arrive whatever stands around it. */
const soundEvery = 10;

type Json = Record<string, unknown>;

const flat = (at: number): Json => ({
  id: `2601.${String(at).padStart(5, '0')}`,
  title: `Lantern Study ${at} of Moths at Dusk`,
  abstract: 'Moths come to lamps.',
  authors: ['Ada Lampe', 'Bo Falter'],
  date: '2026-01-31',
  upvotes: at,
  githubRepo: `https://github.com/moths/lamp${at}`,
  githubStars: 12,
  projectPage: 'https://moths.example/',
  ai_keywords: ['moths', 'lamps'],
  organization: { name: 'lamps', fullname: 'Institute of Lamps' },
});

/** As the API gives a day's papers. */
const daily = (at: number): Json => {
  const { abstract, date, authors, ...paper } = flat(at);
  return {
    paper: { ...paper, summary: abstract, authors: (authors as string[]).map((name) => ({ name })) },
    publishedAt: `${date}T12:00:00.000Z`,
    submittedOnDailyAt: `${date}T12:00:00.000Z`,
  };
};

const wild: readonly unknown[] = [
  null,
  true,
  -1,
  1e300,
  0.5,
  '',
  ' ',
  '\u0000',
  '\ud800',
  'x'.repeat(70_000),
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'https://',
  '2026-13-45',
  '9999-99-99T99:99:99Z',
  '2601.00000v0',
  '__proto__',
  [],
  [null],
  [[[]]],
  ['x', 1, null, { name: 'y' }],
  {},
  { name: {} },
  { length: 1e9 },
  { toString: 1 },
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
];

/** Puts something wild in the place of one or more values, at any depth. */
function spoil(value: Json, random: () => number): unknown {
  if (random() < 0.05) return pick(wild, random);
  const spoiled: Json = { ...value };
  for (let rounds = 1 + Math.floor(random() * 3); rounds > 0; rounds -= 1) {
    const key = pick(Object.keys(spoiled), random) ?? 'id';
    const old = spoiled[key];
    if (random() < 0.2) delete spoiled[key];
    else if (typeof old === 'object' && old !== null && !Array.isArray(old) && random() < 0.7)
      spoiled[key] = spoil(old as Json, random);
    else spoiled[key] = pick(wild, random);
  }
  return spoiled;
}

/** What no paper may be, wherever it comes from. */
function expectSound({ id, title, authors = [], links, abstract }: Paper): void {
  expect(id).toMatch(/^(?:arxiv|doi|title):\S+$/);
  expect(title.trim()).not.toBe('');
  for (const text of [title, abstract ?? '', ...authors]) expect(typeof text).toBe('string');
  for (const { url } of links) expect(url).toMatch(/^https?:\/\/[^\s/]+/);
}

describe.each([20_260_729, Date.now() % 2 ** 31])('fifty thousand spoiled records of seed %i', (seed) => {
  it.each([
    ['lines', (records: unknown[]) => records.map((one) => JSON.stringify(one)).join('\n')],
    ['an array', (records: unknown[]) => JSON.stringify(records)],
  ])('as %s: each is read or named, and no sound one is lost', async (_name, written) => {
    const random = seededRandom(seed);
    for (let at = 0; at < files / 2; at += 1) {
      const records = Array.from({ length: recordsOfFile }, (_, i) => {
        const sound = (random() < 0.5 ? flat : daily)(i);
        return i % soundEvery === 0 ? sound : spoil(sound, random);
      });
      const stored = new Map<string, Paper>();
      const { papers, skipped } = await importText(written(records), async (batch) => {
        for (const paper of batch) stored.set(paper.id, paper);
        return { added: batch.length, merged: 0 };
      });
      for (const paper of stored.values()) expectSound(paper);
      for (let i = 0; i < recordsOfFile; i += soundEvery)
        expect(stored.has(flat(i).id as string) || stored.has(`arxiv:${flat(i).id}`)).toBe(true);
      expect(papers).toBe(stored.size);
      expect(papers + skipped.length).toBeLessThanOrEqual(recordsOfFile);
      for (const { why } of skipped) expect(why).toMatch(/^\S[^\n]{5,200}$/);
    }
    expect({}).not.toHaveProperty('polluted');
  });
});
