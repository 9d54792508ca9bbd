import { signal } from '@preact/signals';
import { getPapers, readSegments } from '@/lib/digest/store';
import { arxivIdentifier, identifiersInUrl, isPaperId } from '@/lib/paper/identifiers';
import type { Paper, PaperId } from '@/lib/paper/types';
import { joinPieces, type TitlePiece } from '@/lib/search/title-list';
import { TitleSearch } from '@/lib/search/titles';
import { resource } from './resource';

/** More are not looked through: another word is. */
export const limit = 200;

export const query = signal('');

export const results = resource(async (): Promise<Paper[]> => {
  if (query.value.trim() === '') return [];
  const titles = await openTitles();
  const papers = await getPapers([
    ...new Set([...idsNamedBy(query.value.trim()), ...titles.find(query.value, limit)]),
  ]);
  return papers.filter((paper) => paper !== undefined);
});

/** What an address or a number stands for, as people paste it. */
function idsNamedBy(text: string): PaperId[] {
  const arxiv = arxivIdentifier(text);
  return [...(arxiv ? [arxiv] : []), ...identifiersInUrl(text)].filter(isPaperId);
}

export function searchFor(text: string): void {
  query.value = text;
  results.reload();
}

let titles: Promise<TitleSearch> | undefined;

/** Read when someone first searches, and again once the digest has changed. Finds nothing before the index is built. */
function openTitles(): Promise<TitleSearch> {
  titles ??= readSegments().then((pieces) => new TitleSearch(joinPieces(pieces as TitlePiece[])));
  return titles;
}

export function reloadSearch(): Promise<void> {
  titles = undefined;
  return results.reload();
}
