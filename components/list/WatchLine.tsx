import type { MatchedPart, WatchMatch } from '@/lib/digest/watch/matches';
import { excerptOf } from './excerpt';

const partNames: Record<MatchedPart, string> = {
  title: 'title',
  keyword: 'keyword',
  author: 'author',
  organization: 'organisation',
  abstract: 'abstract',
};

/** Characters of a match that are shown. */
const room = 48;

/** Why a row stands out: the watch words it holds, each where it was found. Nothing where there are none. */
export function WatchLine({ matches }: { matches: readonly WatchMatch[] }) {
  if (matches.length === 0) return null;
  return (
    <p class="row-watch">
      Matches{' '}
      {matches.map(({ word, part, text, found }, at) => {
        const excerpt = excerptOf(text, found, room);
        return (
          <span key={`${word.field} ${word.words}`}>
            {at > 0 && '\u00a0· '}
            {partNames[part]}: {excerpt.before}
            <mark>{excerpt.found}</mark>
            {excerpt.after}
          </span>
        );
      })}
    </p>
  );
}
