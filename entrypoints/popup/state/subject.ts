import { mentionsIn } from '@/lib/digest/lookup';
import { getPapers } from '@/lib/digest/store';
import { unpackFilter } from '@/lib/match/membership';
import { mayHaveIdentifier } from '@/lib/match/scan';
import type { TextBlock } from '@/lib/match/types';
import { paperTitleOn } from '@/lib/page/sites/paper-pages';
import { arxivIdentifier, type Identifier, identifiersInUrl, isPaperId } from '@/lib/paper/identifiers';
import type { Paper } from '@/lib/paper/types';
import { readFilter } from '@/lib/published-filter';

/** What a tab says of its page. */
export interface TabFacts {
  address: string;
  title: string;
  /** Whether nobody can look into the page, so that its title is all there is to read. */
  isUnreadable: boolean;
}

/** More of a title is not looked at, in UTF-16 units. */
const longestTitle = 280;

/**
 * The paper that a tab's page is about, as its address and title say: the paper's own page, its PDF, its repository or its
 * project page. Titles are compared as they are on pages.
 */
export async function subjectOf(tab: TabFacts): Promise<Paper | undefined> {
  const named = namedBy(tab);
  const [known] = (await getPapers(named.filter(isPaperId))).filter((paper) => paper !== undefined);
  if (known) return known;
  const title = paperTitleOn(tab.address, tab.title) ?? (tab.isUnreadable ? tab.title : '');
  // The names of all titles take a moment to read: not for every page that has an address.
  if (title.trim() === '' && !(await mayBeKnown(named))) return undefined;
  const [mentions] = await mentionsIn([blockOf(tab.address, title)], []);
  const found = mentions?.[0]?.paper;
  return found && (await getPapers([found]))[0];
}

function namedBy({ address, isUnreadable }: TabFacts): Identifier[] {
  const file = /\/([^/?#]+)\.pdf(?:[?#]|$)/i.exec(address)?.[1];
  const number = isUnreadable && file ? arxivIdentifier(file) : undefined;
  return [...identifiersInUrl(address), ...(number ? [number] : [])];
}

async function mayBeKnown(identifiers: readonly Identifier[]): Promise<boolean> {
  const packed = identifiers.length > 0 && (await readFilter());
  if (!packed) return false;
  const filter = unpackFilter(packed);
  return identifiers.some((identifier) => mayHaveIdentifier(filter, identifier));
}

/** The title, with the address as a link. */
function blockOf(address: string, title: string): TextBlock {
  const text = title.trim().slice(0, longestTitle) || 'this page';
  const link = { start: 0, end: text.length, href: address };
  return { text, links: [link], startsBlock: true, endsBlock: true, seams: [] };
}
