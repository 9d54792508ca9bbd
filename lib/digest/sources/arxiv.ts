import { nonsense } from '@/lib/digest/net/failure';
import { t } from '@/lib/i18n/text';
import { addressesInText } from '@/lib/paper/addresses';
import type { Day, Paper, PaperId } from '@/lib/paper/types';
import { allCategories, readCategory } from './arxiv-category';
import { type AtomEntry, readFeed } from './atom';
import { readFlat } from './flat';
import { ofDay } from './of-day';
import type { Reading } from './reading';
import type { Ask, Skipped, SourceEntry, SpanAnswer } from './source';

const queryAddress = 'https://export.arxiv.org/api/query';

const pageSize = 100;

/** More than all of arXiv receives in a day. */
const mostPapers = 2_000;

/** Times the list is begun, at most, until its pages fit together. */
const mostTries = 3;

/** Papers that were first submitted on a day, in any of the categories that a person names, by arXiv's API. */
export const arxiv: SourceEntry = {
  name: 'arXiv',
  about: 'source.arxiv',
  host: 'export.arxiv.org',
  // The digest's own beginning. arXiv goes back to 1991, which is hours of asking at its pace.
  since: '2023-05-04',
  // What arXiv's terms of use ask for.
  gap: 3_000,
  topics: {
    noun: 'source.category',
    example: 'cs.CL',
    all: allCategories,
    read: readCategory,
    holds: ({ keywords }, category) => keywords.includes(category),
  },

  async read(span, ask, _etags, categories) {
    if (!('day' in span)) return 'undivided';
    const readings = await readDay(categories, span.day, ask);
    return answerOf(span.day, readings);
  },
};

/** arXiv offers no validators: that its pages belong together shows only in their totals and in each paper coming once. */
async function readDay(categories: readonly string[], day: Day, ask: Ask): Promise<Reading[]> {
  for (let tries = 0; tries < mostTries; tries++) {
    const readings = await onePass(categories, day, ask);
    if (readings) return readings;
  }
  throw nonsense(t('answer.changing'));
}

/** Undefined where the list changed on the way. */
async function onePass(categories: readonly string[], day: Day, ask: Ask): Promise<Reading[] | undefined> {
  const entries = new Map<string, AtomEntry>();
  let total: number | undefined;
  for (let start = 0; ; start += pageSize) {
    const reply = await ask(addressOf(categories, day, start));
    if (reply.unchanged) throw nonsense(t('answer.newWithoutAsking'));
    const page = readFeed(reply.text);
    if (page.total > mostPapers) throw nonsense(t('answer.tooMany', { count: page.total }));
    total ??= page.total;
    for (const entry of page.entries) entries.set(entry.id, entry);
    const expected = Math.min(start + pageSize, total);
    // Fewer than the total promises: arXiv now and then gives an empty page.
    if (page.total !== total || entries.size !== expected) return undefined;
    if (expected === total) return ofDay([...entries.values()].map(readEntry), day);
  }
}

function addressOf(categories: readonly string[], day: Day, start: number): string {
  const date = day.replaceAll('-', '');
  const within = categories.map((category) => `cat:${category}`).join('+OR+');
  const query = `(${within})+AND+submittedDate:[${date}0000+TO+${date}2359]`;
  // Oldest first, so that what comes in late stands behind what was read.
  return `${queryAddress}?search_query=${query}&start=${start}&max_results=${pageSize}&sortBy=submittedDate&sortOrder=ascending`;
}

function readEntry(entry: AtomEntry): Reading {
  const [, number] = /\/abs\/(.+)$/.exec(entry.id) ?? [];
  if (number === undefined) return { title: entry.title, why: t('record.noArxivNumber') };
  return readFlat({
    id: number,
    title: entry.title,
    abstract: entry.summary.replace(/[^\S\n]*\n[^\S\n]*/g, '\n'),
    authors: entry.authors,
    publishedAt: entry.published,
    date: entry.published,
    ai_keywords: entry.categories,
    links: addressesInText(entry.comment),
    ...(isWithdrawn.test(entry.comment) && { withdrawnAt: entry.updated }),
  });
}

/** What stands in the comment of a version that takes a paper back; not "withdrawn from" some conference. */
const isWithdrawn =
  /^\s*(?:(?:this|the) (?:paper|article|manuscript|submission|preprint|version) (?:has been|is|was) )?withdrawn\b(?! from)/i;

function answerOf(day: Day, readings: Reading[]): SpanAnswer {
  const papers = new Map<PaperId, Paper>();
  const skipped: Skipped[] = [];
  for (const reading of readings) {
    if ('paper' in reading) papers.set(reading.paper.id, reading.paper);
    else skipped.push(reading);
  }
  return { days: new Map([[day, [...papers.values()]]]), skipped, etags: [] };
}
