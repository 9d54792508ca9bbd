import { foldWords } from '@/lib/digest/watch/phrase';
import { t } from '@/lib/i18n/text';
import type { WatchWord } from '@/lib/settings/digest';

/** The list with a new word at its end, or a sentence about why it is not. */
export function addWord(known: readonly WatchWord[], word: WatchWord): WatchWord[] | string {
  const words = word.words.trim().replace(/\s+/g, ' ');
  const letters = foldWords(words).letters;
  if (words === '') return t('watch.typeOne');
  if (letters === '') return t('watch.noLetters', { words });
  const same = known.find((one) => one.field === word.field && foldWords(one.words).letters === letters);
  if (same) return t('watch.known', { words: same.words });
  return [...known, { field: word.field, words }];
}
