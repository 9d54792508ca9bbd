import { t } from '@/lib/i18n/text';
import type { Problem } from '@/lib/search/query/query';
import type { Results } from '@/lib/search/types';

/** What of a query was taken otherwise than it was typed, in sentences. Nothing where there is nothing to say. */
export function SearchNotes({ problems, readAs }: Pick<Results, 'problems' | 'readAs'>) {
  const sentences = [
    ...[...readAs].map(([typed, meant]) => t('list.readAs', { typed, meant: listOf(meant) })),
    ...problems.map(sentenceOf),
  ];
  return <>{sentences.map((sentence) => t('general.betweenSentences') + sentence).join('')}</>;
}

const listOf = (words: readonly string[]) => words.map((word) => `“${word}”`).join(t('list.between'));

function sentenceOf({ kind, field, value }: Problem): string {
  switch (kind) {
    case 'unknown-field':
      return t('list.noFilter', { field });
    case 'unknown-value':
      return t('list.noValue', { field, value });
    case 'bad-date':
      return t('list.badDate', { field });
    case 'no-paper':
      return t('list.noPaper', { field });
  }
}
