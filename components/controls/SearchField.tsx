import type { Ref } from 'preact';
import { Icon } from '@/components/design/Icon';
import { t } from '@/lib/i18n/text';

export interface SearchFieldProps {
  label: string;
  value: string;
  onInput(value: string): void;
  inputRef?: Ref<HTMLInputElement>;
}

export function SearchField({ label, value, onInput, inputRef }: SearchFieldProps) {
  return (
    <search class="search">
      <Icon name="search" />
      <input
        ref={inputRef ?? null}
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        autocomplete="off"
        spellcheck={false}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {value === '' ? (
        <span class="key search-hint" aria-hidden="true">
          /
        </span>
      ) : (
        <button
          type="button"
          class="search-clear"
          aria-label={t('general.clearSearch')}
          title={t('general.clearSearch')}
          onClick={() => onInput('')}
        >
          <Icon name="close" />
        </button>
      )}
    </search>
  );
}
