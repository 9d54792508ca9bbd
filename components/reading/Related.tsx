import { PlaceLink } from '@/components/controls/PlaceLink';
import { Icon } from '@/components/design/Icon';
import { shortDate } from '@/components/paper/format';
import { formatAuthors } from '@/lib/i18n/byline';
import { t } from '@/lib/i18n/text';
import { displayTitle } from '@/lib/paper/title';
import type { Paper } from '@/lib/paper/types';
import type { Way } from './ReadingPane';

export interface RelatedProps {
  /** Most alike first. */
  papers: readonly Paper[];
  isSaved(paper: Paper): boolean;
  toPaper(paper: Paper): Way;
  /** More of them. */
  toAll: Way;
}

/** Papers about the same, those on the shelf marked as such. Nothing where there are none. */
export function Related({ papers, isSaved, toPaper, toAll }: RelatedProps) {
  if (papers.length === 0) return null;
  return (
    <section class="related" aria-labelledby="related">
      <h3 id="related">{t('pane.related')}</h3>
      <ul>
        {papers.map((paper) => (
          <li key={paper.id}>
            <PlaceLink class="related-title" dir="auto" {...toPaper(paper)}>
              {displayTitle(paper.title)}
            </PlaceLink>
            <p class="related-facts">
              <span>
                <bdi>{formatAuthors(paper.authors, 3)}</bdi>
                {paper.authors.length > 0 && paper.day && ' · '}
                {paper.day && shortDate(paper.day)}
              </span>
              {isSaved(paper) && (
                <span class="related-saved">
                  <Icon name="bookmark" filled /> {t('paper.saved')}
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
      <PlaceLink {...toAll}>{t('list.alike')}</PlaceLink>
    </section>
  );
}
