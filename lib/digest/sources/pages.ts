import { nonsense } from '@/lib/digest/net/failure';
import type { Reading } from './reading';
import type { Ask } from './source';

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

/** Real lists end long before. */
const mostPages = 100;

/** Passes over a list, at most, until two agree. */
const mostPasses = 5;

/** Stands for the records of a page that has not changed since the last answer. */
const lastTime: Reading[] = [];

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
 * @returns `unchanged` where the server says so of every page
 */
export async function readList(
  list: PagedList,
  ask: Ask,
  etags: readonly string[],
): Promise<WholeList | 'unchanged'> {
  const begun = await changedPages(list, ask, etags);
  if (begun === 'unchanged') return begun;
  let pages = await readPages(list, ask, [], begun);
  for (let passes = 1; pages.length > 1; passes++) {
    if (passes === mostPasses) throw nonsense('the list kept changing');
    const before = pages;
    pages = await readPages(list, ask, before);
    if (sameRecords(before, pages)) break;
  }
  return {
    readings: pages.flatMap((page) => page.readings),
    etags: pages.every((page) => page.etag !== undefined) ? pages.map((page) => page.etag as string) : [],
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
    const page = await readPage(list, ask, index, { etag, readings: lastTime });
    if (page.readings !== lastTime) return index === 0 ? [page] : [];
  }
  return etags.length > 0 ? 'unchanged' : [];
}

/**
 * One pass, up to the first page that is not full.
 *
 * @param known pages of an earlier pass, which are not sent again where they still hold
 * @param begun first pages of this pass
 */
async function readPages(list: PagedList, ask: Ask, known: Page[], begun: Page[] = []): Promise<Page[]> {
  const pages = [...begun];
  for (;;) {
    const last = pages.at(-1);
    if (last && last.readings.length < list.pageSize) return pages;
    if (pages.length === mostPages) throw nonsense('the list does not end');
    pages.push(await readPage(list, ask, pages.length, known[pages.length]));
  }
}

async function readPage(list: PagedList, ask: Ask, index: number, known?: Page): Promise<Page> {
  const reply = await ask(list.address(index), known?.etag);
  if (reply.unchanged) return known as Page;
  const { text, etag } = reply;
  return { readings: list.parse(text), ...(etag !== undefined && { etag }) };
}

function sameRecords(one: Page[], other: Page[]): boolean {
  const names = (pages: Page[]) => JSON.stringify(pages.map(({ readings }) => readings.map(nameOf)));
  return names(one) === names(other);
}

const nameOf = (reading: Reading) => ('paper' in reading ? reading.paper.id : (reading.title ?? reading.why));
