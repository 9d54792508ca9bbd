import { foldWords } from '@/lib/digest/watch/phrase';
import type { WatchWord } from '@/lib/settings/digest';

/** The list with a new word at its end, or a sentence about why it is not. */
export function addWord(known: readonly WatchWord[], word: WatchWord): WatchWord[] | string {
  const words = word.words.trim().replace(/\s+/g, ' ');
  const letters = foldWords(words).letters;
  if (words === '') return 'Type a word, a name or a phrase.';
  if (letters === '') return `“${words}” has no letter to look for.`;
  const same = known.find((one) => one.field === word.field && foldWords(one.words).letters === letters);
  if (same) return `You watch for “${same.words}” already.`;
  return [...known, { field: word.field, words }];
}
