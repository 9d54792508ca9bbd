import { Icon } from '@/components/design/Icon';
import { dateName, shortCount, shortDate, signedCount } from '@/components/paper/format';
import { formatAuthors } from '@/lib/i18n/byline';
import { t } from '@/lib/i18n/text';
import type { Paper } from '@/lib/paper/types';
import { type Movement, starsOf } from '@/lib/shelf/look';

export interface RowFactsProps {
  paper: Paper;
  open: boolean;
  moved: Movement;
  /** Says the day of the digest, where no heading does. */
  isDated?: boolean;
}

/** The one quiet line under a title: authors, upvotes, code; in an open row the date in place of the code. */
export function RowFacts({ paper, open, moved, isDated = false }: RowFactsProps) {
  const { authors, day, publishedAt, upvotes, links } = paper;
  const stars = starsOf(paper);
  return (
    <p class="row-facts">
      {authors.length > 0 && (
        <span class="row-authors">{open ? authors.join(', ') : formatAuthors(authors, 3)}</span>
      )}
      {isDated && day && (
        <span class="row-fact">
          <time dateTime={day}>{shortDate(day)}</time>
        </span>
      )}
      {publishedAt && open && (
        <span class="row-fact">
          <time dateTime={publishedAt}>{dateName(publishedAt)}</time>
        </span>
      )}
      {upvotes !== undefined && (
        <span class="row-fact">
          <span aria-hidden="true">{'▲\u00a0'}</span>
          {shortCount(upvotes)}
          <span class="visually-hidden"> {t('paper.upvotes')}</span>
          <Moved by={moved.upvotes} />
        </span>
      )}
      {links.some(({ kind }) => kind === 'code') && !open && (
        <span class="row-fact row-code">
          <Icon name="code" />
          {t('paper.code')}
          {stars !== undefined && ` ★ ${shortCount(stars)}`}
          <Moved by={moved.stars} />
        </span>
      )}
    </p>
  );
}

/** "+7" beside a figure; nothing where it stands as it stood. */
function Moved({ by }: { by: number }) {
  if (by === 0) return null;
  return (
    <span class="row-moved">
      {` ${signedCount(by)}`}
      <span class="visually-hidden"> {t('paper.sinceLooked')}</span>
    </span>
  );
}
