import { mentionsIn } from '@/lib/digest/lookup';
import { unpackFilter } from '@/lib/match/membership';
import { mayHaveIdentifier } from '@/lib/match/scan';
import type { TextBlock } from '@/lib/match/types';
import type { Identifier } from '@/lib/paper/identifiers';
import type { PaperId } from '@/lib/paper/types';
import { readFilter } from '@/lib/published-filter';

/*
 * Brought when it is needed, so that the popup opens without the matcher.
 */

/** More of a title is not looked at, in UTF-16 units. */
const longestTitle = 280;

/** The paper that a page of this address and title is about; `undefined` where no title or link of one fits. */
export async function paperNamed(address: string, title: string): Promise<PaperId | undefined> {
  const text = title.trim().slice(0, longestTitle) || 'this page';
  // The title, with the address as a link.
  const link = { start: 0, end: text.length, href: address };
  const block: TextBlock = { text, links: [link], startsBlock: true, endsBlock: true, seams: [] };
  const [mentions] = await mentionsIn([block], []);
  return mentions?.[0]?.paper;
}

/** Whether a paper may be known by one of these; the answer takes no reading of the names of all titles. */
export async function mayBeKnown(identifiers: readonly Identifier[]): Promise<boolean> {
  const packed = await readFilter();
  if (!packed) return false;
  const filter = unpackFilter(packed);
  return identifiers.some((identifier) => mayHaveIdentifier(filter, identifier));
}
