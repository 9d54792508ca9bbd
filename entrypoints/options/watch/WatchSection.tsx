import { useRef, useState } from 'preact/hooks';
import { Toast } from '@/components/controls/Toast';
import { type PlainKey, t } from '@/lib/i18n/text';
import { changeDigestSettings, type WatchField, type WatchWord } from '@/lib/settings/digest';
import { useSettings } from '../use-settings';
import { AddWord } from './AddWord';
import { addWord } from './add-word';

const fieldNames = {
  any: 'watch.any',
  keyword: 'watch.keyword',
  author: 'watch.author',
  organization: 'watch.organization',
  text: 'watch.text',
} as const satisfies Record<WatchField, PlainKey>;

/** Words that a person wants to be told of. */
export function WatchSection() {
  const words = useSettings()?.watchWords;
  const [removed, setRemoved] = useState<{ word: WatchWord; at: number }>();
  const field = useRef<HTMLInputElement>(null);

  const add = async (word: WatchWord): Promise<string> => {
    let problem = '';
    await changeDigestSettings(({ watchWords }) => {
      const added = addWord(watchWords, word);
      if (typeof added !== 'string') return { watchWords: added };
      problem = added;
      return {};
    });
    return problem;
  };
  const remove = async (word: WatchWord, at: number) => {
    await changeDigestSettings(({ watchWords }) => ({
      watchWords: watchWords.filter((one) => !isSame(one, word)),
    }));
    setRemoved({ word, at });
    // The button that was pressed is gone; whoever works by keyboard goes on from here.
    field.current?.focus();
  };
  const putBack = async ({ word, at }: { word: WatchWord; at: number }) => {
    await changeDigestSettings(({ watchWords }) => ({
      watchWords: watchWords.some((one) => isSame(one, word))
        ? watchWords
        : watchWords.toSpliced(at, 0, word),
    }));
    setRemoved(undefined);
  };
  return (
    <>
      <p>{t('watch.about')}</p>
      <AddWord fieldNames={fieldNames} fieldRef={field} onAdd={add} />
      {words?.length === 0 && <p class="quiet">{t('watch.empty')}</p>}
      <ul class="words">
        {words?.map((word, at) => (
          <li key={`${word.field} ${word.words}`}>
            <span class="word">{word.words}</span>
            <span class="quiet">{t(fieldNames[word.field])}</span>
            <button
              type="button"
              class="button"
              aria-label={t('watch.remove', { words: word.words, field: t(fieldNames[word.field]) })}
              onClick={() => remove(word, at)}
            >
              {t('general.remove')}
            </button>
          </li>
        ))}
      </ul>
      <div class="notice" role="status">
        {removed && (
          <Toast
            key={`${removed.word.field} ${removed.word.words}`}
            message={t('watch.removed', { words: removed.word.words })}
            onUndo={() => putBack(removed)}
            onClose={() => setRemoved(undefined)}
          />
        )}
      </div>
    </>
  );
}

const isSame = (one: WatchWord, other: WatchWord) => one.field === other.field && one.words === other.words;
