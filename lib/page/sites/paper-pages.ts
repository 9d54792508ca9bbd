import { aclAnthology } from './acl-anthology';
import { alphaxiv } from './alphaxiv';
import { arxiv } from './arxiv';
import { huggingFace } from './hugging-face';
import { openreview } from './openreview';
import type { PaperPage } from './paper-page';
import { proceedings } from './proceedings';
import { semanticScholar } from './semantic-scholar';

/** Every family of sites that has a page for each paper. */
const paperPages: readonly PaperPage[] = [
  arxiv,
  huggingFace,
  openreview,
  aclAnthology,
  alphaxiv,
  semanticScholar,
  proceedings,
];

/**
 * The title of the paper that a page is about.
 *
 * @param shown the page's own title, as its tab shows it
 * @returns undefined for pages that are not about one paper
 */
export function paperTitleOn(address: string, shown: string): string | undefined {
  const page = paperPages.find(({ addresses }) => addresses.test(address));
  return page && (page.title?.exec(shown)?.[1] ?? shown);
}
