import type { Ref } from 'preact';
import { Icon } from '@/components/design/Icon';

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
          aria-label="Clear search"
          title="Clear search"
          onClick={() => onInput('')}
        >
          <Icon name="close" />
        </button>
      )}
    </search>
  );
}
