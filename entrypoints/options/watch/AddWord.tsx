import type { RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import { type PlainKey, t } from '@/lib/i18n/text';
import { type WatchField, type WatchWord, watchFields } from '@/lib/settings/digest';

export interface AddWordProps {
  fieldNames: Record<WatchField, PlainKey>;
  fieldRef: RefObject<HTMLInputElement | null>;
  /** Resolves to what is wrong with the word; empty where nothing is. */
  onAdd(word: WatchWord): Promise<string>;
}

export function AddWord({ fieldNames, fieldRef, onAdd }: AddWordProps) {
  const id = useId();
  const [field, setField] = useState<WatchField>('any');
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState('');
  const add = async (event: Event) => {
    event.preventDefault();
    const wrong = await onAdd({ field, words });
    setProblem(wrong);
    // Not what was typed in the meantime.
    if (!wrong) setWords((now) => (now === words ? '' : now));
    fieldRef.current?.focus();
  };
  return (
    <form class="add" onSubmit={add}>
      <div class="add-line">
        <label for={`${id}-words`}>{t('watch.for')}</label>
        <input
          ref={fieldRef}
          id={`${id}-words`}
          type="text"
          size={28}
          maxLength={200}
          autocomplete="off"
          value={words}
          aria-invalid={problem !== ''}
          aria-describedby={`${id}-problem`}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <label for={`${id}-field`}>{t('watch.in')}</label>
        <select
          id={`${id}-field`}
          value={field}
          onChange={({ currentTarget }) => setField(currentTarget.value as WatchField)}
        >
          {watchFields.map((one) => (
            <option key={one} value={one}>
              {t(fieldNames[one])}
            </option>
          ))}
        </select>
        <button type="submit" class="button">
          {t('watch.add')}
        </button>
      </div>
      <p id={`${id}-problem`} class="problem" role="status">
        {problem}
      </p>
    </form>
  );
}
