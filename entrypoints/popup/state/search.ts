import { signal } from '@preact/signals';
import { getPapers, readSegment } from '@/lib/digest/store';
import type { Paper } from '@/lib/paper/types';
import { type TitleList, TitleSearch } from '@/lib/search/titles';
import { resource } from './resource';

/** More are not looked through: another word is. */
export const limit = 200;

export const query = signal('');

export const results = resource(async (): Promise<Paper[]> => {
  if (query.value.trim() === '') return [];
  const titles = await openTitles();
  const papers = await getPapers(titles?.find(query.value, limit) ?? []);
  return papers.filter((paper) => paper !== undefined);
});

export function searchFor(text: string): void {
  query.value = text;
  results.reload();
}

let titles: Promise<TitleSearch | undefined> | undefined;

/** Read when someone first searches, and again once the digest has changed. Undefined before the index is built. */
function openTitles(): Promise<TitleSearch | undefined> {
  titles ??= readSegment('titles').then((list) => (list ? new TitleSearch(list as TitleList) : undefined));
  return titles;
}

export function reloadSearch(): Promise<void> {
  titles = undefined;
  return results.reload();
}
