import { useState } from 'preact/hooks';
import { t } from '@/lib/i18n/text';
import { namesThatFit } from './authors';
import { dateName } from './format';

export interface AuthorsProps {
  names: readonly string[];
  /** `YYYY-MM-DD` or `YYYY-MM`. */
  publishedAt: string | undefined;
  /** Characters on the line. */
  room: number;
}

/** Who wrote a paper, and when it came out, on one line; names that do not fit are behind a "+5". Nothing where neither is known. */
export function Authors({ names, publishedAt, room }: AuthorsProps) {
  const [isOpen, setOpen] = useState(false);
  const date = publishedAt ? dateName(publishedAt) : '';
  if (names.length === 0 && date === '') return null;
  const shown = isOpen ? names.length : namesThatFit(names, room - (date && ` · ${date}`).length);
  const rest = names.length - shown;
  return (
    <p class="authors" dir="auto">
      {names.slice(0, shown).join(', ')}
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
      {names.length > 0 && date && '\u00a0· '}
      {date && <time dateTime={publishedAt}>{date}</time>}
    </p>
  );
}
