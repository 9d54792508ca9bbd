import { listName } from './format';
import { t } from './text';

/** "A, B and C"; with more than `most` names "A, B and 5 more", as the reader's language lists them. Empty for nobody. */
export function formatAuthors(authors: readonly string[], most = 4): string {
  if (authors.length <= most) return listName(authors);
  const shown = authors.slice(0, Math.max(1, most - 1));
  return listName([...shown, t('paper.moreNames', { count: authors.length - shown.length })]);
}
