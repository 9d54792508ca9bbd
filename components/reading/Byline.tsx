import { useState } from 'preact/hooks';
import { PlaceLink } from '@/components/controls/PlaceLink';
import { dateName } from '@/components/paper/format';
import { Highlighted } from '@/components/paper/Highlighted';
import { t } from '@/lib/i18n/text';
import type { Stretch } from '@/lib/search/types';
import type { Way } from './ReadingPane';

export interface BylineProps {
  names: readonly string[];
  /** `YYYY-MM-DD` or `YYYY-MM`. */
  publishedAt: string | undefined;
  toAuthor(name: string): Way;
  /** What stands out in a name. */
  stretchesIn(name: string): readonly Stretch[];
}

/** Names shown of a longer list; the rest is a press away. */
const shownAtFirst = 12;

/** Who wrote a paper, each a search for what else they wrote, and when it came out. */
export function Byline({ names, publishedAt, toAuthor, stretchesIn }: BylineProps) {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen || names.length <= shownAtFirst + 2 ? names : names.slice(0, shownAtFirst);
  const rest = names.length - shown.length;
  if (names.length === 0 && !publishedAt) return null;
  return (
    <p class="byline">
      {shown.map((name, at) => (
        <>
          {at > 0 && ', '}
          <PlaceLink dir="auto" {...toAuthor(name)}>
            <Highlighted text={name} stretches={stretchesIn(name)} />
          </PlaceLink>
        </>
      ))}
      {rest > 0 && (
        <>
          {' '}
          <button
            type="button"
            class="button-text"
            aria-label={t('paper.moreAuthors', { count: rest })}
            onClick={() => setOpen(true)}
          >
            +{rest}
          </button>
        </>
      )}
      {publishedAt && (
        <span class="byline-date">
          {names.length > 0 && '\u00a0· '}
          <time dateTime={publishedAt}>{dateName(publishedAt)}</time>
        </span>
      )}
    </p>
  );
}
