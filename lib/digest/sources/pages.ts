import { nonsense } from '@/lib/digest/net/failure';
import { t } from '@/lib/i18n/text';
import type { Reading } from './reading';
import type { Ask, SourceReply } from './source';

/** A list that a server hands out in pages. */
interface PagedList {
  /** Where its pages are, counted from 0. */
  address(page: number): string;
  /** Reads a page's text: one reading for every record. Throws a `SourceFailure`. */
  parse(text: string): Reading[];
  /** Records on every page but the last. */
  pageSize: number;
}

interface Page {
  readings: Reading[];
  etag?: string;
}

/** Real months are half as long. */
const mostPages = 40;

/** Passes over a list, at most, until two agree. */
const mostPasses = 5;

interface WholeList {
  readings: Reading[];
  /** Validators of the pages in order; empty where a page has none. */
  etags: string[];
}

/**
 * Reads a list whole, as it stood at one moment. Pages shift when a paper is added while they are read, and then one
 * may be missed: a list of several pages is read until two passes agree. With validators the second costs next to nothing.
 *
 * @param etags of the last answer
 * @returns `unchanged` where the server says so of every page; `endless` where there are more pages than any list has
 */
export async function readList(
  list: PagedList,
  ask: Ask,
  etags: readonly string[],
): Promise<WholeList | 'unchanged' | 'endless'> {
  const begun = await changedPages(list, ask, etags);
  if (begun === 'unchanged') return begun;
  let pages = await readPages(list, ask, [], begun);
  for (let passes = 1; pages !== 'endless'; passes++) {
    const before = pages;
    if (before.length === 1) return wholeOf(before);
    if (passes === mostPasses) throw nonsense(t('answer.changing'));
    pages = await readPages(list, ask, before);
    if (pages !== 'endless' && sameRecords(before, pages)) return wholeOf(pages);
  }
  return 'endless';
}

function wholeOf(pages: Page[]): WholeList {
  const etags = pages.flatMap(({ etag }) => etag ?? []);
  return {
    readings: pages.flatMap(({ readings }) => readings),
    etags: etags.length === pages.length ? etags : [],
  };
}

/**
 * Asks whether the pages are still those of the last answer. Where the first is not, it is the beginning of a new pass;
 * where a later one is not, what stands before it is no longer at hand and has to be read again.
 */
async function changedPages(
  list: PagedList,
  ask: Ask,
  etags: readonly string[],
): Promise<Page[] | 'unchanged'> {
  for (const [index, etag] of etags.entries()) {
    const reply = await ask(list.address(index), etag);
    if (!reply.unchanged) return index === 0 ? [pageOf(list, reply)] : [];
  }
  return etags.length > 0 ? 'unchanged' : [];
}

/**
 * One pass, up to the first page that is not full.
 *
 * @param known pages of an earlier pass, which are not sent again where they still hold
 * @param begun first pages of this pass
 */
async function readPages(
  list: PagedList,
  ask: Ask,
  known: Page[],
  begun: Page[] = [],
): Promise<Page[] | 'endless'> {
  const pages = [...begun];
  for (;;) {
    const last = pages.at(-1);
    if (last && last.readings.length < list.pageSize) return pages;
    if (pages.length === mostPages) return 'endless';
    const before = known[pages.length];
    const reply = await ask(list.address(pages.length), before?.etag);
    pages.push(reply.unchanged ? (before as Page) : pageOf(list, reply));
  }
}

function pageOf(list: PagedList, { text, etag }: Extract<SourceReply, { text: string }>): Page {
  return { readings: list.parse(text), ...(etag !== undefined && { etag }) };
}

function sameRecords(one: Page[], other: Page[]): boolean {
  const names = (pages: Page[]) => JSON.stringify(pages.map(({ readings }) => readings.map(nameOf)));
  return names(one) === names(other);
}

const nameOf = (reading: Reading) => ('paper' in reading ? reading.paper.id : (reading.title ?? reading.why));
