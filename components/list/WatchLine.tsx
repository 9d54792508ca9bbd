import type { MatchedPart, WatchMatch } from '@/lib/digest/watch/matches';
import { type PlainKey, t } from '@/lib/i18n/text';
import { excerptOf } from './excerpt';

const partNames = {
  title: 'list.title',
  keyword: 'watch.keyword',
  author: 'watch.author',
  organization: 'watch.organization',
  abstract: 'list.abstract',
} as const satisfies Record<MatchedPart, PlainKey>;

/** Characters of a match that are shown. */
const room = 48;

/** Why a row stands out: the watch words it holds, each where it was found. Nothing where there are none. */
export function WatchLine({ matches }: { matches: readonly WatchMatch[] }) {
  if (matches.length === 0) return null;
  return (
    <p class="row-watch">
      {t('list.matches')}{' '}
      {matches.map(({ word, part, text, found }, at) => {
        const excerpt = excerptOf(text, found, room);
        return (
          <span key={`${word.field} ${word.words}`}>
            {at > 0 && '\u00a0· '}
            {t('paper.kindOf', { kind: t(partNames[part]) })}
            {t('general.betweenSentences')}
            {excerpt.before}
            <mark>{excerpt.found}</mark>
            {excerpt.after}
          </span>
        );
      })}
    </p>
  );
}
