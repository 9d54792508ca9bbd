import { readSegments } from '@/lib/digest/store';
import { arxivIdentifier, identifiersInUrl, isPaperId } from '@/lib/paper/identifiers';
import type { PaperId } from '@/lib/paper/types';
import { joinPieces, type TitlePiece } from '@/lib/search/title-list';
import { TitleSearch } from '@/lib/search/titles';

/** More are not listed: another word is. */
export const limit = 1_000;

let titles: Promise<TitleSearch> | undefined;

/** The papers that a text means, best first; `signal` ends a search that nobody waits for any more. */
export async function find(text: string, signal: AbortSignal): Promise<PaperId[]> {
  titles ??= readSegments().then((pieces) => new TitleSearch(joinPieces(pieces as TitlePiece[])));
  const found = (await titles).find(text, limit);
  signal.throwIfAborted();
  return [...new Set([...idsNamedBy(text.trim()), ...found])];
}

/** What an address or a number stands for, as people paste it. */
function idsNamedBy(text: string): PaperId[] {
  const arxiv = arxivIdentifier(text);
  return [...(arxiv ? [arxiv] : []), ...identifiersInUrl(text)].filter(isPaperId);
}

/** The digest has changed: the next search reads it anew. */
export function reloadSearch(): void {
  titles = undefined;
}
