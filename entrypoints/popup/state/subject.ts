import { getPapers } from '@/lib/digest/read';
import { paperTitleOn } from '@/lib/page/sites/paper-pages';
import { arxivIdentifier, type Identifier, identifiersInUrl, isPaperId } from '@/lib/paper/identifiers';
import type { Paper } from '@/lib/paper/types';

/** What a tab says of its page. */
export interface TabFacts {
  address: string;
  title: string;
  /** Whether nobody can look into the page, so that its title is all there is to read. */
  isUnreadable: boolean;
}

/**
 * The paper that a tab's page is about, as its address and title say: the paper's own page, its PDF, its repository or its
 * project page. Titles are compared as they are on pages.
 */
export async function subjectOf(tab: TabFacts): Promise<Paper | undefined> {
  const named = namedBy(tab);
  const [known] = (await getPapers(named.filter(isPaperId))).filter((paper) => paper !== undefined);
  if (known) return known;
  const title = paperTitleOn(tab.address, tab.title) ?? (tab.isUnreadable ? tab.title : '');
  const hasTitle = title.trim() !== '';
  if (!hasTitle && named.length === 0) return undefined;
  const { mayBeKnown, paperNamed } = await import('./title-lookup');
  // The names of all titles take a moment to read: not for every page that has an address.
  if (!hasTitle && !(await mayBeKnown(named))) return undefined;
  const found = await paperNamed(tab.address, title);
  return found && (await getPapers([found]))[0];
}

function namedBy({ address, isUnreadable }: TabFacts): Identifier[] {
  const file = /\/([^/?#]+)\.pdf(?:[?#]|$)/i.exec(address)?.[1];
  const number = isUnreadable && file ? arxivIdentifier(file) : undefined;
  return [...identifiersInUrl(address), ...(number ? [number] : [])];
}
